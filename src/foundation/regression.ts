/** Takes what columns of known mean explain out of another column, its expectation kept. */
export type Sharpen = (values: Float64Array) => Float64Array;

/** Values needed for each column that explains before its effect is taken out: fewer would not pay for what is fitted. */
const valuesPerColumn = 5;

/** Columns that vary, each less its exact mean; empty where there are too few values for them. */
function controlsOf(columns: readonly Float64Array[], means: readonly number[], count: number): Float64Array[] {
  const varying = columns.flatMap((column, k) =>
    column.some((one) => one !== column[0]) ? [column.map((one) => one - means[k])] : [],
  );
  return count >= valuesPerColumn * varying.length + 2 ? varying : [];
}

/**
 * Takes the luck of columns whose exact means are known out of others by least squares (regression estimator; Glasserman
 * 2003, §4.1.2). The mean of a sharpened column estimates the same expectation with less error; its spread about the mean
 * is scaled so that the usual standard error is that of the estimator: √((n − 1)(n − 2) ÷ ((n − p − 1)(n − p − 2))) times
 * the residuals, for n values and p columns that vary. Differences of sharpened columns are sharpened differences. Below
 * 5p + 2 values a column is left as it is.
 */
export function sharpening(columns: readonly Float64Array[], expected: readonly number[], count: number): Sharpen {
  const controls = controlsOf(columns, expected, count);
  const p = controls.length;
  const n = count;
  if (p === 0) return (values) => values;
  const means = controls.map(meanOf);
  const centred = controls.map((one, k) => one.map((value) => value - means[k]));
  const factor = cholesky(centred.map((a) => centred.map((b) => dot(a, b))));
  const widen = Math.sqrt(((n - 1) * (n - 2)) / ((n - p - 1) * (n - p - 2)));
  return (values) => {
    const mean = meanOf(values);
    const slopes = solve(
      factor,
      centred.map((one) => dot(one, values)),
    );
    const sharpened = mean - slopes.reduce((sum, slope, k) => sum + slope * means[k], 0);
    return values.map((value, w) => {
      let residual = value - mean;
      for (let k = 0; k < p; k++) residual -= slopes[k] * centred[k][w];
      return sharpened + widen * residual;
    });
  };
}

const meanOf = (values: Float64Array): number => values.reduce((sum, one) => sum + one, 0) / values.length;

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let w = 0; w < a.length; w++) sum += a[w] * b[w];
  return sum;
}

/** Lower factor of a positive definite matrix. */
function cholesky(matrix: readonly (readonly number[])[]): number[][] {
  const lower = matrix.map((row) => row.map(() => 0));
  for (let i = 0; i < matrix.length; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = matrix[i][j];
      for (let k = 0; k < j; k++) sum -= lower[i][k] * lower[j][k];
      lower[i][j] = i === j ? Math.sqrt(sum) : sum / lower[j][j];
    }
  }
  return lower;
}

function solve(lower: readonly (readonly number[])[], right: readonly number[]): number[] {
  const y = [...right];
  for (let i = 0; i < y.length; i++) {
    for (let k = 0; k < i; k++) y[i] -= lower[i][k] * y[k];
    y[i] /= lower[i][i];
  }
  for (let i = y.length - 1; i >= 0; i--) {
    for (let k = i + 1; k < y.length; k++) y[i] -= lower[k][i] * y[k];
    y[i] /= lower[i][i];
  }
  return y;
}
