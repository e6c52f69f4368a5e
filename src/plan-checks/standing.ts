import type { Interval } from "../foundation/maths/summary.js";

/** What a rule of thumb says of a number. */
export type Standing = "pass" | "warn" | "cannot tell";

/** Limits are written in decimals, values are computed in binary: so much may lie between 15 % and 15 %. */
const tolerance = 1e-9;

/**
 * Where an interval stands to limits that belong to what is allowed: `pass` when all of it lies within, `warn` when all of it lies
 * beyond one of them, `cannot tell` when it crosses one. A number known exactly is an interval of no width.
 */
export function standing({ low, high }: Interval, limits: Interval): Standing {
  const least = limits.low - tolerance;
  const most = limits.high + tolerance;
  if (high < least || low > most) return "warn";
  return low >= least && high <= most ? "pass" : "cannot tell";
}
