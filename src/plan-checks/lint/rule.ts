import type { Interval } from "../../foundation/maths/summary.js";
import type { Unit } from "../../foundation/values/quantity.js";
import type { CurveForm } from "../../model/curves/curve.js";
import type { Clustered } from "../../results/basis/clustered.js";
import type { CurveSegment } from "../curve-places.js";

/** A curve and what is known of the people it pays. */
export interface LintSubject {
  readonly form: CurveForm;
  /** Scores people reach, where they are known. */
  readonly attainment: Clustered | undefined;
  /** score. Where people are: P5 to P95 of attainment, or from the curve's first place to its last where that is not known. */
  readonly reached: Interval;
  /** score. What is expected of the next period: the median of attainment, or target. */
  readonly expected: number;
  /** share of the target result that can be moved across a close. */
  readonly moved: number;
  /** What a whole target's worth of the score pays at a slope of 1 ÷ the margin it brings; undefined where margin is not known. */
  readonly payPerMargin: number | undefined;
  /** 0–1. Share of over-performance that is built into the next target; undefined where it is not known. */
  readonly ratchet: number | undefined;
}

/** One place a rule has measured; only numbers above the limit are warned of. */
export interface RuleFinding extends Interval {
  /** score. Both alike for a point; infinite where a stretch has no end. */
  readonly from: number;
  readonly to: number;
  readonly value: number;
  /** What happens there, as a sentence without a full stop. */
  readonly says: string;
}

/** Why a rule has nothing to measure. */
export type Lacking = "needs attainment" | "needs margin" | "needs ratchet";

/** One thing that can be wrong with a curve; each is a file of its own. */
export interface LintRule {
  readonly name: string;
  /** What the number is, as an axis is titled. */
  readonly quantity: string;
  /** Its unit in words, for a legend. */
  readonly measuredIn: string;
  /** The rule in words; its limit is said beside it. */
  readonly rule: string;
  /** Ids of the evidence base, or words; "house rule" where the limit is ours. */
  readonly sources: readonly string[];
  readonly unit: Unit;
  /** Numbers above are warned of; the limit itself passes. */
  readonly limit: number;
  readonly measure: (subject: LintSubject) => readonly RuleFinding[] | Lacking;
}

/** A number that is known without error. */
export const found = (from: number, to: number, value: number, says: string): RuleFinding => ({
  from,
  to,
  value,
  low: value,
  high: value,
  says,
});

/** The part of a stretch people reach; undefined where they do not. */
export function reachedPart({ from, to }: CurveSegment, { low, high }: Interval): Interval | undefined {
  const part = { low: Math.max(from, low), high: Math.min(to, high) };
  return part.low < part.high ? part : undefined;
}
