/** Sum over the team of lane i: lanes of one world are neighbours. */
export function teamSum(column: Float64Array, i: number, managers: number): number {
  const first = i - (i % managers);
  let sum = 0;
  for (let k = first; k < first + managers; k++) sum += column[k];
  return sum;
}

/** Mean over the team of lane i. */
export const teamMean = (column: Float64Array, i: number, managers: number): number =>
  teamSum(column, i, managers) / managers;
