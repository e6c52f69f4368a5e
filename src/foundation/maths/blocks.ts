import { sum } from "./summary.js";

/** Means of so many values after another; the values themselves where a block is one value. Left-over values at the end are not taken. */
export function blockMeans(values: Float64Array, size: number): Float64Array {
  if (size === 1) return values;
  return Float64Array.from(
    { length: Math.floor(values.length / size) },
    (_, b) => sum(values.subarray(b * size, (b + 1) * size)) / size,
  );
}
