/** share of manager-years. */
const top = 0.1;

/**
 * Share of all pay that goes to the part of the rows that earns most, a tenth unless given, rows weighted by their worlds; a row on the
 * edge counts in part. Pay is sorted, highest first. 0 where nothing is paid.
 */
export function topShare(
  sorted: Float64Array,
  world: ArrayLike<number>,
  weights: ArrayLike<number>,
  part: number = top,
): number {
  let rows = 0;
  let paid = 0;
  for (let k = 0; k < sorted.length; k++) {
    rows += weights[world[k]];
    paid += weights[world[k]] * sorted[k];
  }
  let left = part * rows;
  let most = 0;
  for (let k = 0; k < sorted.length && left > 0; k++) {
    const taken = Math.min(left, weights[world[k]]);
    most += taken * sorted[k];
    left -= taken;
  }
  return paid > 0 ? most / paid : 0;
}
