import { correlation, type Estimate, sum } from "../../foundation/maths/summary.js";
import { meanOfSome } from "../basis/between-worlds.js";
import { binsByRank, firstOrder, type SensitivityIndex } from "../statistics/first-order.js";
import { crossing, isotonic } from "../statistics/isotonic.js";

/** A fifth of the worlds, by the value of one assumption. */
export interface Fifth {
  /** Lowest, middle and highest value of the assumption in it, base units. */
  readonly low: number;
  readonly middle: number;
  readonly high: number;
  readonly worlds: number;
  /** Lead of the examined design there, in the outcome's unit; above zero is better. */
  readonly difference: Estimate;
}

/** How one assumption moves the lead of the examined design over another one. */
export interface Sensitivity {
  readonly against: string;
  /** From the lowest to the highest values of the assumption. */
  readonly fifths: readonly Fifth[];
  /** Share of the variance of the lead between worlds that the assumption explains on its own. */
  readonly index: SensitivityIndex;
  readonly isAboveChance: boolean;
  /** Outcome's unit per base unit of the assumption. Least squares. */
  readonly slope: number;
  /** −1 to 1. Rank correlation of assumption and lead (Spearman). */
  readonly correlation: number;
  /** Value of the assumption at which the lead passes zero, if it does so within its fifths (monotone fit, interpolated). */
  readonly threshold: number | undefined;
}

export const fifthCount = 5;

/** Sensitivity of a lead to an assumption; both have one number per world, at least 50 of them, `size` of which count as one and `lucks` share a draw. */
export function sensitivityOf(
  input: Float64Array,
  lead: Float64Array,
  against: string,
  chance: number,
  size: number,
  lucks: number,
): Sensitivity {
  const fifths = fifthsOf(input, lead, size);
  const rank = correlation(ranksOf(input), ranksOf(lead));
  const index = firstOrder(input, lead, size, lucks);
  return {
    against,
    fifths,
    index,
    isAboveChance: index.value > chance,
    slope: slopeOf(input, lead),
    correlation: rank,
    threshold: thresholdOf(fifths, rank >= 0 ? "rising" : "falling"),
  };
}

/** The lead in each fifth of the worlds. */
export function fifthsOf(input: Float64Array, lead: Float64Array, size: number): Fifth[] {
  const bin = binsByRank(input, fifthCount);
  return Array.from({ length: fifthCount }, (_, k) => {
    const values = input.filter((_, w) => bin[w] === k).sort();
    const middle = (values[(values.length - 1) >> 1] + values[values.length >> 1]) / 2;
    const rows = [...lead.keys()].filter((w) => bin[w] === k);
    const there = Float64Array.from(rows, (w) => lead[w]);
    return {
      low: values[0],
      middle,
      high: values[values.length - 1],
      worlds: there.length,
      difference: meanOfSome(there, rows, lead.length, size),
    };
  });
}

/** Where the lead, made monotone over the middles of the fifths, passes zero. */
export function thresholdOf(fifths: readonly Fifth[], direction: "rising" | "falling"): number | undefined {
  const means = fifths.map(({ difference }) => difference.mean);
  return crossing(
    fifths.map(({ middle }) => middle),
    isotonic(means, direction),
  );
}

function slopeOf(x: Float64Array, y: Float64Array): number {
  const meanX = sum(x) / x.length;
  const meanY = sum(y) / y.length;
  const squares = sum(x.map((value) => (value - meanX) * (value - meanX)));
  return squares > 0 ? sum(x.map((value, w) => (value - meanX) * (y[w] - meanY))) / squares : 0;
}

/** Ranks from 1; equal values share their mean rank. */
export function ranksOf(values: ArrayLike<number>): Float64Array {
  const order = Array.from({ length: values.length }, (_, k) => k).sort((a, b) => values[a] - values[b]);
  const ranks = new Float64Array(values.length);
  for (let from = 0; from < order.length; ) {
    let to = from + 1;
    while (to < order.length && values[order[to]] === values[order[from]]) to++;
    for (let k = from; k < to; k++) ranks[order[k]] = (from + 1 + to) / 2;
    from = to;
  }
  return ranks;
}
