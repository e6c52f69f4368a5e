import type { Estimate } from "../foundation/summary.js";

/** How one design stands against another, in words with exact rules. */
export type Verdict =
  | "clearly better"
  | "probably better"
  | "too close to call"
  | "practically equal"
  | "probably worse"
  | "clearly worse";

/** Share of worlds that must agree before "clearly" is said: three in four. */
export const clearShare = 0.75;

export interface Evidence {
  /** Difference of means with its 95 % interval of Monte Carlo error; above zero is better. */
  readonly difference: Estimate;
  /** Share of worlds in which the design is strictly better, and strictly worse. */
  readonly better: number;
  readonly worse: number;
}

/**
 * Words for a difference. `smallest` ≥ 0 is the smallest difference worth acting on, in the outcome's unit. In this order:
 *
 * - practically equal: the whole interval lies strictly within ± smallest, or the difference is exactly zero in every world;
 * - clearly better: the interval's lower end is at least smallest and at least 75 % of worlds agree;
 * - probably better: the mean is at least smallest, the interval lies above zero and more than half of the worlds agree;
 * - clearly worse, probably worse: the same the other way round;
 * - too close to call: everything else.
 *
 * More worlds narrow the interval but do not move the share of worlds, so replications alone never buy "clearly".
 */
export function verdict({ difference, better, worse }: Evidence, smallest: number): Verdict {
  const { mean, low, high } = difference;
  if ((low > -smallest && high < smallest) || (low === 0 && high === 0)) return "practically equal";
  const up = rise(mean, low, better, smallest);
  if (up !== undefined) return `${up} better`;
  const down = rise(-mean, -high, worse, smallest);
  return down === undefined ? "too close to call" : `${down} worse`;
}

function rise(mean: number, low: number, share: number, smallest: number): "clearly" | "probably" | undefined {
  if (low >= smallest && low > 0 && share >= clearShare) return "clearly";
  return mean >= smallest && low > 0 && share > 0.5 ? "probably" : undefined;
}
