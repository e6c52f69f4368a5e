import { blockMeans } from "../../foundation/maths/blocks.js";
import { studentQuantile } from "../../foundation/maths/student.js";
import { type Estimate, type Share, sum } from "../../foundation/maths/summary.js";
import { spectrumOf } from "../../foundation/maths/symmetric.js";
import { shareAt } from "../basis/clustered.js";
import type { RegressionAdjustment } from "../basis/regression-adjustment.js";
import { groups, jackknifed } from "../statistics/by-draw.js";

/** How often a column is the best in expectation, and what choosing it gives up. */
export interface BestByDraw {
  /** Share of the draws of the assumptions in which no other column's expected value is higher; ties are split. */
  readonly best: Share;
  /** What taking this column gives up on average against the best in expectation of each draw. */
  readonly regret: Estimate;
}

type Rows = readonly (readonly number[])[];

/** Columns by draw, each less the mean over columns: what luck and assumptions do to all alike decides nothing. */
interface Apart {
  /** [column][draw]. Means over a draw's worlds, and what the draws explain of them. */
  readonly means: readonly Float64Array[];
  readonly fitted: readonly Float64Array[];
  /** [column][world]. Deviations from the means of draws, whose products are what luck does. */
  readonly within: readonly Float64Array[];
  readonly lucks: number;
  /** [column][value]. Independent values of the expectation. */
  readonly sharp: readonly Float64Array[];
}

/**
 * For columns paired by world, higher being better, `sharp` being independent values of their expectations: in which share of the draws each has the highest expected value, and what it gives up
 * on average against that. The covariance of expected values over draws is that of means less what luck adds, without negative parts (nested
 * multivariate analysis of variance; Amemiya 1985); means are mapped to have that covariance, as in `expectations`. Errors by leaving out 20
 * groups of draws in turn.
 */
export function bestByDraw(
  columns: readonly Float64Array[],
  adjust: RegressionAdjustment,
  sharp: readonly Float64Array[] = columns.map((one) => adjust(one)),
): BestByDraw[] {
  if (columns.length === 0) return [];
  const apart = apartFrom(columns, adjust, sharp);
  const draws = apart.means[0].length;
  const all = countBest(apart, () => true);
  const many = Math.min(groups, draws, apart.sharp[0].length);
  const without =
    many < 2
      ? []
      : Array.from({ length: many }, (_, g) => countBest(apart, (k, count) => Math.floor((k * many) / count) !== g));
  return columns.map((_, d) => ({
    best: bestShare(
      all.best[d],
      without.map((one) => one.best[d]),
      draws,
    ),
    regret: regretOf(
      all.regret[d],
      without.map((one) => one.regret[d]),
      apart.sharp[d].length,
    ),
  }));
}

function bestShare(share: number, without: readonly number[], draws: number): Share {
  if (without.length === 0) return { share, standardError: Number.POSITIVE_INFINITY, low: 0, high: 1 };
  const found = shareAt(share, jackknifed(without), draws, without.length - 1);
  return { ...found, low: Math.min(share, found.low), high: Math.max(share, found.high) };
}

function regretOf(mean: number, without: readonly number[], count: number): Estimate {
  if (without.length === 0)
    return { mean, standardError: Number.POSITIVE_INFINITY, low: 0, high: Number.POSITIVE_INFINITY, count };
  const standardError = Math.sqrt(jackknifed(without));
  const reach = studentQuantile(0.975, without.length - 1) * standardError;
  return { mean, standardError, low: Math.max(0, mean - reach), high: mean + reach, count };
}

function apartFrom(
  columns: readonly Float64Array[],
  adjust: RegressionAdjustment,
  sharp: readonly Float64Array[],
): Apart {
  const { lucks } = adjust;
  const own = columns.map((one) =>
    one.map((value, w) => value - sum(columns.map((other) => other[w])) / columns.length),
  );
  const means = own.map((one) => blockMeans(one, lucks));
  return {
    means,
    fitted: own.map((one) => adjust.predict(one)),
    within: own.map((one, d) =>
      one.subarray(0, means[d].length * lucks).map((value, w) => value - means[d][Math.floor(w / lucks)]),
    ),
    lucks,
    sharp,
  };
}

/** Shares and regrets over the draws that are kept. */
function countBest(
  apart: Apart,
  isKept: (k: number, count: number) => boolean,
): { readonly best: number[]; readonly regret: number[] } {
  const expected = expectedBy(apart, isKept);
  const draws = expected[0].length;
  const best = expected.map(() => 0);
  const regret = expected.map(() => 0);
  // what is equal but for rounding is tied
  const close =
    1e-9 * expected.reduce((most, one) => one.reduce((top, value) => Math.max(top, Math.abs(value)), most), 0);
  for (let i = 0; i < draws; i++) {
    const top = Math.max(...expected.map((one) => one[i]));
    const tied = expected.filter((one) => one[i] >= top - close).length;
    for (const [d, one] of expected.entries()) {
      if (one[i] >= top - close) best[d] += 1 / tied;
      regret[d] += (top - one[i]) / draws;
    }
  }
  return { best: best.map((one) => one / draws), regret };
}

/** [column][draw]. Expected values, by kept draw. */
function expectedBy(
  { means, fitted, within, lucks, sharp }: Apart,
  isKept: (k: number, count: number) => boolean,
): Float64Array[] {
  const pick = (one: Float64Array): Float64Array => one.filter((_, k) => isKept(k, one.length));
  const centred = (one: Float64Array): Float64Array => {
    const mean = sum(one) / one.length;
    return one.map((value) => value - mean);
  };
  const middles = sharp.map((one) => {
    const kept = pick(one);
    return sum(kept) / kept.length;
  });
  const apart = means.map((one) => centred(pick(one)));
  const line = fitted.map((one) => centred(pick(one)));
  const slope = slopeOf(apart, line);
  const rest = apart.map((one, d) => one.map((value, i) => value - slope * line[d][i]));
  const luck = within.map((one) => one.filter((_, w) => isKept(Math.floor(w / lucks), one.length / lucks)));
  // nothing is known of luck where a draw has one world
  const part = lucks < 2 ? 0 : 1 / ((luck[0].length / lucks) * lucks * (lucks - 1));
  const map = shrinking(products(rest, 1 / Math.max(1, rest[0].length - 1)), products(luck, part));
  return rest.map((_, d) =>
    line[d].map((value, i) => middles[d] + slope * value + sum(rest.map((one, e) => map[d][e] * one[i]))),
  );
}

/** One slope for all columns, ≥ 0: so that differences of columns are treated as columns are. */
function slopeOf(apart: readonly Float64Array[], line: readonly Float64Array[]): number {
  const product = (a: readonly Float64Array[], b: readonly Float64Array[]): number =>
    sum(a.map((one, d) => sum(one.map((value, i) => value * b[d][i]))));
  const spread = product(line, line);
  return spread > 0 ? Math.max(0, product(apart, line) / spread) : 0;
}

/** Sums of products of columns, times a factor. */
function products(columns: readonly Float64Array[], factor: number): Rows {
  const out = columns.map(() => columns.map(() => 0));
  for (let d = 0; d < columns.length; d++) {
    for (let e = 0; e <= d; e++) {
      let total = 0;
      for (let i = 0; i < columns[d].length; i++) total += columns[d][i] * columns[e][i];
      out[d][e] = factor * total;
      out[e][d] = out[d][e];
    }
  }
  return out;
}

/** Least part of the largest variance that is told from rounding. */
const leastPart = 1e-12;

/**
 * The matrix that turns columns of one covariance into columns of that less another, negative parts taken as 0: in the axes in which the
 * first is 1 and the second diagonal with g, each is multiplied by √max(0, 1 − g).
 */
function shrinking(whole: Rows, luck: Rows): Rows {
  const { values, vectors } = spectrumOf(whole);
  const largest = Math.max(...values);
  const axes = vectors.flatMap((vector, k) =>
    values[k] > leastPart * largest ? [{ vector, deviation: Math.sqrt(values[k]) }] : [],
  );
  const bilinear = (a: readonly number[], b: readonly number[]): number =>
    sum(a.map((one, i) => one * sum(b.map((other, j) => luck[i][j] * other))));
  const turned = spectrumOf(
    axes.map((a) => axes.map((b) => bilinear(a.vector, b.vector) / (a.deviation * b.deviation))),
  );
  const factors = turned.values.map((one) => Math.sqrt(Math.max(0, 1 - one)));
  const parts = turned.vectors.map((turn) => ({
    from: whole.map((_, i) => sum(axes.map(({ vector, deviation }, k) => (turn[k] * vector[i]) / deviation))),
    to: whole.map((_, i) => sum(axes.map(({ vector, deviation }, k) => turn[k] * vector[i] * deviation))),
  }));
  return whole.map((row, i) => row.map((_, j) => sum(parts.map(({ from, to }, k) => factors[k] * to[i] * from[j]))));
}
