import type { Estimate, Share } from "../../foundation/maths/summary.js";
import { refuse } from "../../foundation/text/problem.js";
import type { Known, YardstickName } from "../../scenario/schema/file-types.js";
import type { Observations } from "../../simulation/observation/data.js";
import { lucksOf, perValueSeen } from "../basis/between-worlds.js";
import { type Clustered, clusteredMean, clusteredQuantiles, clusteredShare } from "../basis/clustered.js";
import { type ObservedAbout, type OfDesign, observedAbout, observedDesign } from "../basis/observed.js";
import type { Quantile } from "../compare.js";

export interface AttainmentOptions<Design extends string = string> extends OfDesign<Design> {
  /** Which scorecard, from 0; the main one unless given. */
  readonly card?: number | undefined;
  /** count. Bins per unit of score, so that target is an edge; 20 unless given: bins of .05. */
  readonly binsPerUnit?: number | undefined;
}

export interface AttainmentBin {
  /** score. Scores from this one up to, but not including, the next. */
  readonly from: number;
  readonly to: number;
  readonly closes: number;
  readonly share: Share;
}

/** How often which score is reached at the closes of a card. */
export interface Attainments extends ObservedAbout {
  readonly card: number;
  /** months. */
  readonly period: number;
  readonly closes: number;
  readonly threshold: number | undefined;
  readonly cap: number | undefined;
  /** Neighbours without a gap, lowest first. */
  readonly bins: readonly AttainmentBin[];
  readonly mean: Estimate;
  readonly p10: Quantile;
  readonly p50: Quantile;
  readonly p90: Quantile;
  /** Share of closes below the threshold, where there is one. */
  readonly belowThreshold: Share | undefined;
  /** Share of closes at or above target: the outcome "at target" of a main card. */
  readonly atTarget: Share;
  /** Share of closes at or above the cap, where there is one. */
  readonly atCap: Share | undefined;
  /** Share of closes whose seat was not held for the whole period. */
  readonly truncated: Share;
}

const usualBins = 20;

/**
 * Distribution of attainment over all closes of a card, vacant seats included as in the run's own shares. Intervals are 95 % and know
 * that closes of one world belong together. Throws a Problem for unknown designs, and for designs without such a card.
 */
export function attainments<Design extends string>(
  observations: Observations<Design>,
  options: AttainmentOptions<Known<Design> | YardstickName> = {},
): Attainments {
  const design = observedDesign(observations, options.design);
  const at = options.card ?? 0;
  const perUnit = options.binsPerUnit ?? usualBins;
  if (!Number.isInteger(perUnit) || perUnit < 1)
    refuse("bins per unit", `${perUnit} is not a number of bins`, "ask for a whole number such as 20");
  const card =
    design.cards[at] ??
    refuse(
      "card",
      `"${design.name}" has no scorecard ${at}`,
      design.cards.length > 0 ? `count from 0 to ${design.cards.length - 1}` : "ask for a design that pays on a score",
    );
  const { closes, threshold, cap, period } = card;
  const { worlds } = observations;
  const scores: Clustered = {
    values: closes.attainment,
    world: closes.world,
    worlds,
    perValue: perValueSeen(observations),
    lucks: lucksOf(observations.run),
  };
  const [p10, p50, p90] = clusteredQuantiles(scores, [0.1, 0.5, 0.9], observations.run.seed);
  return {
    ...observedAbout(observations, design),
    card: at,
    period,
    closes: closes.attainment.length,
    threshold,
    cap,
    bins: binsOf(scores, perUnit),
    mean: clusteredMean(scores),
    p10,
    p50,
    p90,
    belowThreshold: threshold === undefined ? undefined : clusteredShare(scores, (score) => score < threshold),
    atTarget: clusteredShare(scores, (score) => score >= 1),
    atCap: cap === undefined ? undefined : clusteredShare(scores, (score) => score >= cap),
    truncated: clusteredShare({ ...scores, values: Float64Array.from(closes.isTruncated) }, (one) => one === 1),
  };
}

function binsOf(scores: Clustered, perUnit: number): AttainmentBin[] {
  const numbers = Int32Array.from(scores.values, (score) => binOf(score, perUnit));
  const first = numbers.reduce((a, b) => Math.min(a, b));
  const last = numbers.reduce((a, b) => Math.max(a, b));
  const inBin = { ...scores, values: Float64Array.from(numbers) };
  return Array.from({ length: last - first + 1 }, (_, k) => {
    const bin = first + k;
    return {
      from: bin / perUnit,
      to: (bin + 1) / perUnit,
      closes: numbers.reduce((sum, one) => sum + (one === bin ? 1 : 0), 0),
      share: clusteredShare(inBin, (one) => one === bin),
    };
  });
}

/** The bin whose edges, as they are computed, hold the score: a score of exactly 1 lies above target. */
function binOf(score: number, perUnit: number): number {
  const near = Math.floor(score * perUnit);
  if (score < near / perUnit) return near - 1;
  return score >= (near + 1) / perUnit ? near + 1 : near;
}
