import { type Interval, quantiles } from "../../foundation/maths/summary.js";
import { didYouMean, refuse } from "../../foundation/text/problem.js";
import type { CurveForm } from "../../model/curves/curve.js";
import type { Clustered } from "../../results/basis/clustered.js";
import { placesOf } from "../curve-places.js";
import { type Standing, standing } from "../standing.js";
import type { Lacking, LintRule, LintSubject, RuleFinding } from "./rule.js";
import { lintRules } from "./rules/index.js";

export interface LintOptions {
  /** Scores people reach: a list, or values that come in worlds. Without it people are taken to be on the curve's own range. */
  readonly attainment?: ArrayLike<number> | Clustered | undefined;
  /** currency. What a payout of 1 comes to over some time, and what a whole target's worth of the score brings in margin over the same time. */
  readonly amount?: number | undefined;
  readonly margin?: number | undefined;
  /** 0–1. Share of over-performance built into the next target. */
  readonly ratchet?: number | undefined;
  /** share of the target result that can be moved across a close; .05 unless given. */
  readonly moved?: number | undefined;
  /** Limits by rule, in its unit, where they differ from the rule's own. */
  readonly limits?: Readonly<Record<string, number>> | undefined;
}

/** What a rule says of one place of a curve. */
export interface LintFinding extends Interval {
  readonly rule: string;
  readonly standing: Standing;
  /** score. Both alike for a point, infinite where there is no end; undefined where the curve has nothing of the kind. */
  readonly from: number | undefined;
  readonly to: number | undefined;
  /** In the rule's unit; 0 where the curve has nothing of the kind. */
  readonly value: number;
  readonly limit: number;
  readonly says: string;
}

export interface CurveLint {
  /** By rule: every place beyond the limit, or else the one nearest to it. */
  readonly findings: readonly LintFinding[];
  /** score. Where people are taken to be: P5 to P95 of the scores they reach, or the curve's own range where these are not known. */
  readonly reached: Interval;
  /** Rules that could not be held against the curve, and why. */
  readonly lacking: readonly { readonly rule: string; readonly needs: Lacking }[];
}

/** share of the target result. */
const usuallyMoved = 0.05;

/**
 * Holds a payout curve against every rule of the linter. Payouts are shares of the amount at target, so that no currency and no size of
 * it changes a finding. Throws a Problem for curves that go by rank, unknown rules and options that cannot be meant.
 */
export function lintCurve(form: CurveForm, options: LintOptions = {}): CurveLint {
  checkOptions(form, options);
  const subject = subjectOf(form, options);
  const findings: LintFinding[] = [];
  const lacking: { rule: string; needs: Lacking }[] = [];
  for (const rule of lintRules) {
    const found = rule.measure(subject);
    if (typeof found === "string") lacking.push({ rule: rule.name, needs: found });
    else findings.push(...findingsOf(rule, found, options.limits?.[rule.name] ?? rule.limit));
  }
  return { findings, reached: subject.reached, lacking };
}

function findingsOf({ name }: LintRule, places: readonly RuleFinding[], limit: number): LintFinding[] {
  const all = places.map((one): LintFinding => {
    const limits = { low: Number.NEGATIVE_INFINITY, high: limit };
    return { rule: name, standing: standing(one, limits), limit, ...one };
  });
  const open = all.filter((one) => one.standing !== "pass");
  if (open.length > 0) return open;
  if (all.length > 0) return [all.reduce((most, one) => (one.value > most.value ? one : most))];
  const nothing = { from: undefined, to: undefined, value: 0, low: 0, high: 0, limit, says: "nothing of the kind" };
  return [{ rule: name, standing: "pass", ...nothing }];
}

function subjectOf(form: CurveForm, options: LintOptions): LintSubject {
  const { amount, margin, ratchet } = options;
  const attainment = options.attainment === undefined ? undefined : clusteredOf(options.attainment);
  const places = placesOf(form);
  const own = places.length > 0 ? { low: Math.min(...places), high: Math.max(...places) } : usualRange;
  const [low, middle, high] =
    attainment === undefined ? [own.low, 1, own.high] : quantiles(attainment.values, [0.05, 0.5, 0.95]);
  return {
    form,
    attainment,
    reached: { low, high },
    expected: middle,
    moved: options.moved ?? usuallyMoved,
    payPerMargin: amount === undefined || margin === undefined ? undefined : amount / margin,
    ratchet,
  };
}

/** score. Where people are taken to be when neither the curve nor anything else says. */
const usualRange: Interval = { low: 0.8, high: 1.2 };

const isClustered = (given: ArrayLike<number> | Clustered): given is Clustered => "values" in given && "world" in given;

/** Scores without worlds are taken to be independent: each is a world of its own. */
const clusteredOf = (given: ArrayLike<number> | Clustered): Clustered =>
  isClustered(given)
    ? given
    : { values: Float64Array.from(given), world: Int32Array.from(given, (_, k) => k), worlds: given.length };

function checkOptions(form: CurveForm, { attainment, amount, margin, ratchet, moved, limits }: LintOptions): void {
  if (form.winners > 0) refuse("curve", "it goes by rank in the team, not by the score", "lint a curve of the score");
  const count = attainment === undefined ? 1 : isClustered(attainment) ? attainment.values.length : attainment.length;
  if (count === 0) refuse("attainment", "there is no score", "give at least one, or leave it out");
  if (margin !== undefined && !(margin > 0))
    refuse("margin", `${margin} is no margin to compare with`, "give one above 0");
  if (amount !== undefined && !(amount >= 0)) refuse("amount", `${amount} is not an amount`, "give 0 or more");
  if (ratchet !== undefined && !(ratchet >= 0 && ratchet <= 1))
    refuse("ratchet", `${ratchet} is not a share`, "give 0 to 1, such as 0.5");
  if (moved !== undefined && !(moved > 0 && moved <= 1))
    refuse("moved", `${moved} is not a share of the target`, "give one above 0, such as 0.05");
  const known = lintRules.map(({ name }) => name);
  for (const name of Object.keys(limits ?? {})) {
    if (!known.includes(name)) refuse("limits", `unknown rule "${name}"`, didYouMean(name, known));
  }
}
