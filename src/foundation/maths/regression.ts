/** What columns of known mean explain of another column. */
export interface Explaining {
  /** The column with what is explained taken out, its expectation kept. */
  readonly adjust: (values: Float64Array) => Float64Array;
  /** What is explained of each value, fitted to all the others: less its mean. Zero where nothing explains. */
  readonly predict: (values: Float64Array) => Float64Array;
}

/** Fewest values from which anything is explained. */
const fewestValues = 20;

const nothing: Explaining = { adjust: (values) => values, predict: (values) => new Float64Array(values.length) };

/**
 * Takes the luck of columns whose exact means are known out of others (regression estimator; Glasserman 2003, §4.1.2), by ridge regression
 * (Hoerl & Kennard 1970) on the standardised columns with as large a penalty as there are columns that vary: right where they explain half
 * of the variance, and harmless where they are many and values few. What is explained of a value is fitted without it, so that residuals
 * are those of values not seen (the prediction residuals of Allen 1974): their spread gives the usual standard error, and no fit flatters
 * itself. The mean of a sharpened column estimates the same expectation with less error. Differences of sharpened columns are sharpened
 * differences. Below 20 values a column is left as it is.
 */
export function explaining(columns: readonly Float64Array[], expected: readonly number[], count: number): Explaining {
  const varying = columns.flatMap((column, k) =>
    column.some((one) => one !== column[0]) ? [standardised(column, expected[k])] : [],
  );
  const p = varying.length;
  if (p === 0 || count < fewestValues) return nothing;
  const rows = varying.map(({ values }) => values);
  const factor = cholesky(rows.map((a, i) => rows.map((b, j) => dot(a, b) + (i === j ? p : 0))));
  const apart = leverages(rows, factor, count);
  const regressed = (values: Float64Array) => {
    const mean = meanOf(values);
    const slopes = solve(
      factor,
      rows.map((one) => dot(one, values)),
    );
    const residuals = values.map((value, w) => {
      let residual = value - mean;
      for (let k = 0; k < p; k++) residual -= slopes[k] * rows[k][w];
      return residual / apart[w];
    });
    return { mean, slopes, residuals };
  };
  return {
    adjust(values) {
      const { mean, slopes, residuals } = regressed(values);
      const sharpened = mean - slopes.reduce((sum, slope, k) => sum + slope * varying[k].off, 0) - meanOf(residuals);
      return residuals.map((one) => sharpened + one);
    },
    predict(values) {
      const { mean, residuals } = regressed(values);
      const predicted = values.map((value, w) => value - mean - residuals[w]);
      const middle = meanOf(predicted);
      return predicted.map((one) => one - middle);
    },
  };
}

/** A column with mean zero and variance one, and by how many standard deviations it lay above what was expected. */
function standardised(column: Float64Array, expected: number): { readonly values: Float64Array; readonly off: number } {
  const mean = meanOf(column);
  const centred = column.map((one) => one - mean);
  const deviation = Math.sqrt(dot(centred, centred) / column.length);
  return { values: centred.map((one) => one / deviation), off: (mean - expected) / deviation };
}

/** 1 less the weight of each value in its own fit. */
function leverages(rows: readonly Float64Array[], factor: readonly (readonly number[])[], count: number): Float64Array {
  return Float64Array.from({ length: count }, (_, w) => {
    const row = rows.map((one) => one[w]);
    const solved = solve(factor, row);
    return 1 - 1 / count - row.reduce((sum, one, k) => sum + one * solved[k], 0);
  });
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
