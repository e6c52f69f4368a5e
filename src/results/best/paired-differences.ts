import { type EigenDecomposition, eigen } from "../../foundation/maths/eigen.js";
import { sum, variance } from "../../foundation/maths/summary.js";

/** What columns, one an alternative, paired by row, say about the differences of their expected values. */
export interface PairedDifferences {
  /** Columns of each alternative: those that are the same are one. */
  readonly members: readonly (readonly number[])[];
  readonly rows: number;
  /** [alternative] Estimated expected value, less the mean of all. */
  readonly means: Float64Array;
  /** [alternative][alternative] Standard error of the difference of two means; 0 where they differ by the same in every row. */
  readonly apart: readonly Float64Array[];
  /**
   * Covariance of the means without what all have in common: one direction less than there are alternatives. Rows fewer than twice the
   * directions cannot tell all of them: their variances are then drawn towards their mean.
   */
  readonly spectrum: EigenDecomposition;
}

/** Relative to the largest value: columns nearer than this in every row are the same; a cent in ten million. */
const sameWithin = 1e-9;
/** Relative to the variances: a variance of a difference below this has lost its digits, and is worked out from the difference itself. */
const lostBelow = 1e-8;

/** Columns of independent rows, higher being better; at least one column and one row. */
export function contestOf(columns: readonly Float64Array[]): PairedDifferences {
  const rows = columns[0].length;
  const members = alike(columns);
  const own = members.map(([first]) => columns[first]);
  const apart = own.map(() => new Float64Array(own.length));
  const centred = withoutCommon(own);
  const means = Float64Array.from(centred, (one) => sum(one) / rows);
  if (rows < 2) return { members, rows, means, apart: apart.map((one) => one.fill(Infinity)), spectrum: nothing };
  for (const [i, one] of centred.entries()) for (let w = 0; w < rows; w++) one[w] -= means[i];
  const covariance = own.map(() => new Float64Array(own.length));
  for (let i = 0; i < own.length; i++) {
    for (let j = 0; j <= i; j++) {
      let total = 0;
      for (let w = 0; w < rows; w++) total += centred[i][w] * centred[j][w];
      covariance[i][j] = total / (rows * (rows - 1));
      covariance[j][i] = covariance[i][j];
    }
  }
  for (let i = 0; i < own.length; i++) {
    for (let j = 0; j < i; j++) {
      const size = covariance[i][i] + covariance[j][j];
      const quick = size - 2 * covariance[i][j];
      const square = quick > lostBelow * size ? quick : variance(own[i].map((one, w) => one - own[j][w])) / rows;
      apart[i][j] = Math.sqrt(square);
      apart[j][i] = apart[i][j];
    }
  }
  return { members, rows, means, apart, spectrum: together(contrasts(covariance), rows) };
}

const nothing: EigenDecomposition = { values: new Float64Array(0), vectors: [] };

/** Columns by which of them are the same, in the order of the first of each. */
function alike(columns: readonly Float64Array[]): number[][] {
  const largest = Math.max(...columns.map((one) => one.reduce((most, value) => Math.max(most, Math.abs(value)), 0)));
  const groups: number[][] = [];
  for (const [k, column] of columns.entries()) {
    const twin = groups.find(([first]) => {
      const other = columns[first];
      return column.every((value, w) => Math.abs(value - other[w]) <= sameWithin * largest);
    });
    if (twin) twin.push(k);
    else groups.push([k]);
  }
  return groups;
}

/** What is common to all in a row drops out of every difference, and would only cost digits. */
function withoutCommon(columns: readonly Float64Array[]): Float64Array[] {
  const common = new Float64Array(columns[0].length);
  for (const one of columns) for (let w = 0; w < common.length; w++) common[w] += one[w] / columns.length;
  return columns.map((one) => one.map((value, w) => value - common[w]));
}

/** Directions of a covariance that is the same for all alike, but for the one in which all move together: it is given the largest value and left out. */
function contrasts(covariance: readonly Float64Array[]): EigenDecomposition {
  const size = covariance.length;
  const trace = covariance.reduce((total, row, i) => total + row[i], 0);
  const far = trace > 0 ? 2 * trace : 1;
  const found = eigen(covariance.map((row) => row.map((one) => one + far / size)));
  const common = found.values.indexOf(Math.max(...found.values));
  return {
    values: found.values.filter((_, l) => l !== common).map((one) => Math.max(0, one)),
    vectors: found.vectors.filter((_, l) => l !== common),
  };
}

function together({ values, vectors }: EigenDecomposition, rows: number): EigenDecomposition {
  const share = Math.max(0, 1 - (rows - 1) / (2 * values.length));
  const mean = sum(values) / values.length;
  return { values: values.map((one) => one + share * (mean - one)), vectors };
}
