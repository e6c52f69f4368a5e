import { blockMeans } from "../../foundation/maths/blocks.js";
import { studentQuantile, sum, variance } from "../../foundation/maths/summary.js";
import { leaveOutGroups } from "./first-order.js";

/** Share of a difference's variance that a choice between categories explains, each taken as equally plausible. */
export interface CategoryIndex {
  /** About 0 to 1; corrected for what luck alone would explain, which can take it a little below 0. */
  readonly value: number;
  readonly standardError: number;
  /** 95 % interval: Student's t on up to 20 leave-out groups of worlds. */
  readonly low: number;
  readonly high: number;
}

/**
 * Between the categories' means over everything: columns by category, one number per world, the same worlds in each, so that luck they
 * share cancels between them. Standard error by leaving out every twentieth world in turn (jackknife), or blocks of `size` worlds. At least 2 categories, 50 worlds.
 */
export function categoryIndex(columns: readonly Float64Array[], size: number = 1): CategoryIndex {
  const leaveOuts = leaveOutGroups(columns[0].length, size);
  const value = explained(columns, size);
  const without = Array.from({ length: leaveOuts }, (_, g) =>
    explained(
      columns.map((one) => one.filter((__, w) => Math.floor(w / size) % leaveOuts !== g)),
      size,
    ),
  );
  const middle = sum(without) / leaveOuts;
  const spread = sum(without.map((one) => (one - middle) * (one - middle)));
  const standardError = Math.sqrt(((leaveOuts - 1) / leaveOuts) * spread);
  const reach = studentQuantile(0.975, leaveOuts - 1) * standardError;
  return { value, standardError, low: value - reach, high: value + reach };
}

function explained(columns: readonly Float64Array[], size: number): number {
  const worlds = columns[0].length;
  const middle = columns[0].map((_, w) => columns.reduce((total, one) => total + one[w], 0) / columns.length);
  let between = 0;
  let within = 0;
  for (const column of columns) {
    const apart = column.map((value, w) => value - middle[w]);
    const mean = sum(apart) / worlds;
    // the square of a mean is too large by its own error
    const values = blockMeans(apart, size);
    between += (mean * mean - variance(values) / values.length) / columns.length;
    within += variance(column) / columns.length;
  }
  return between + within > 0 ? between / (between + within) : 0;
}
