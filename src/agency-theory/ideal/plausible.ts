import { quantiles, sum } from "../../foundation/maths/summary.js";

/** A number that nobody knows exactly: its mean and its 10th and 90th percentiles over plausible worlds. */
export interface Plausible {
  readonly mean: number;
  readonly p10: number;
  readonly p90: number;
}

export function plausible(values: readonly number[]): Plausible {
  const [p10, p90] = quantiles(values, [0.1, 0.9]);
  return { mean: sum(values) / values.length, p10, p90 };
}
