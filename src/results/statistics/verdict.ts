import type { Estimate, Share } from "../../foundation/maths/summary.js";
import { intervalPlace } from "./interval-place.js";

/** How one design stands against another, in words with exact rules. */
export type Verdict =
  | "clearly better"
  | "probably better"
  | "too close to call"
  | "practically equal"
  | "probably worse"
  | "clearly worse";

/** Share of the draws of the assumptions that must agree before "clearly" is said: three in four. */
export const clearShare = 0.75;

/** Whether a share of draws is enough for "clearly": three in four, and certainly (95 %) more than half. */
export const isClear = ({ share, low }: Pick<Share, "share" | "low">): boolean => share >= clearShare && low > 0.5;

export interface VerdictInput {
  /** Difference of means with its 95 % interval of Monte Carlo error; above zero is better. */
  readonly difference: Estimate;
  /** Share of the draws of the assumptions in which the design is better in expectation, and in which it is worse. */
  readonly better: Pick<Share, "share" | "low">;
  readonly worse: Pick<Share, "share" | "low">;
}

/**
 * Words for a difference. `smallest` ≥ 0 is the smallest difference worth acting on, in the outcome's unit. In this order:
 *
 * - practically equal: the whole interval lies strictly within ± smallest, or the difference is exactly zero in every world;
 * - clearly better: the interval's lower end is at least smallest, and at least 75 % of draws agree, certainly (95 %) more than half;
 * - probably better: the mean is at least smallest, the interval lies above zero and more than half of the draws agree;
 * - clearly worse, probably worse: the same the other way round;
 * - too close to call: everything else.
 *
 * A draw of the assumptions agrees where its expected difference does: luck, and with it the size of the team simulated, is no part of it.
 * More worlds narrow both intervals but do not move the share of draws, so replications alone never buy "clearly".
 */
export function verdict({ difference, better, worse }: VerdictInput, smallest: number): Verdict {
  const { mean, low, high } = difference;
  const place = intervalPlace(difference, smallest);
  if (place === "within") return "practically equal";
  const up = rise(place === "above", { mean, low }, better, smallest);
  if (up !== undefined) return `${up} better`;
  const down = rise(place === "below", { mean: -mean, low: -high }, worse, smallest);
  return down === undefined ? "too close to call" : `${down} worse`;
}

function rise(
  isBeyond: boolean,
  { mean, low }: Pick<Estimate, "mean" | "low">,
  share: VerdictInput["better"],
  smallest: number,
): "clearly" | "probably" | undefined {
  if (isBeyond && isClear(share)) return "clearly";
  return mean >= smallest && low > 0 && share.share > 0.5 ? "probably" : undefined;
}
