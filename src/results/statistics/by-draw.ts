import { blockMeans } from "../../foundation/maths/blocks.js";
import { studentQuantile } from "../../foundation/maths/student.js";
import { type Estimate, estimate, type Interval, type Share, sum, variance } from "../../foundation/maths/summary.js";
import { shareAt } from "../basis/clustered.js";
import type { RegressionAdjustment } from "../basis/regression-adjustment.js";

/** How a column varies with the draws of the assumptions, luck apart; squares of its unit. */
export interface Between {
  /** Variance of the expected value from draw to draw, never below 0, and where it lies (95 %). */
  readonly variance: Interval & { readonly value: number };
  /** Of that, what the draws explain linearly. */
  readonly linear: number;
  /** Of the means over the worlds of a draw: the rest of their variance, luck included. */
  readonly beside: number;
  /** By draw: means over its worlds, and of them, less their mean, what the draws explain linearly and the rest. */
  readonly means: Float64Array;
  readonly line: Float64Array;
  readonly rest: Float64Array;
}

const half = 0.975;

/** A column less its mean, over its standard deviation; zeros where it does not vary. */
export function standard(values: Float64Array): Float64Array {
  const mean = sum(values) / values.length;
  const deviation = values.length < 2 ? 0 : Math.sqrt(variance(values));
  return values.map((value) => (deviation > 0 ? (value - mean) / deviation : 0));
}

/** By draw: variance that luck leaves in the mean over the draw's worlds; 0 where a draw has one world, which shows none. */
export function luckOfMeans(values: Float64Array, lucks: number): Float64Array {
  return Float64Array.from({ length: Math.floor(values.length / lucks) }, (_, i) =>
    lucks < 2 ? 0 : variance(values.subarray(i * lucks, (i + 1) * lucks)) / lucks,
  );
}

/**
 * The variance of E[column | draw] by nested analysis of variance (Searle, Casella & McCulloch 1992, §3.5): that of the means over the
 * worlds of a draw less what luck adds to it. Of it, what the draws explain linearly is known best (`predict`, fitted without the draw
 * it is for); neither part is taken below 0. Standard errors from the spread between draws.
 */
export function betweenDraws(values: Float64Array, adjust: RegressionAdjustment): Between {
  const means = blockMeans(values, adjust.lucks);
  const luck = luckOfMeans(values, adjust.lucks);
  const count = means.length;
  if (count < 2) {
    const none = new Float64Array(count);
    const unknown = { value: 0, low: 0, high: Number.POSITIVE_INFINITY };
    return { variance: unknown, ...{ linear: 0, beside: 0, means, line: none, rest: none } };
  }
  const apart = means.map((one) => one - sum(means) / count);
  const fitted = adjust.predict(values);
  const spread = sum(fitted.map((one) => one * one));
  const slope = spread > 0 ? Math.max(0, sum(apart.map((one, i) => one * fitted[i])) / spread) : 0;
  const rest = apart.map((one, i) => one - slope * fitted[i]);
  const errorOf = (of: (i: number) => number): Estimate =>
    estimate(
      blockMeans(
        Float64Array.from(means, (_, i) => of(i)),
        adjust.size / adjust.lucks,
      ),
    );
  const total = errorOf((i) => (apart[i] * apart[i] * count) / (count - 1) - luck[i]);
  // slope² · variance of what was fitted, and how it moves with a draw
  const line = errorOf((i) => slope * fitted[i] * (2 * apart[i] - slope * fitted[i]));
  const linear = (slope * slope * spread) / (count - 1);
  const value = linear + Math.max(0, total.mean - linear);
  return {
    variance: {
      value,
      low: Math.min(value, Math.max(0, linear - (line.high - line.mean), total.low)),
      high: Math.max(value, total.high),
    },
    ...{ linear, means, rest },
    beside: variance(rest),
    line: fitted.map((one) => slope * one),
  };
}

/**
 * By draw: the expected value there, with this mean and variance over draws. Means over a draw's worlds vary by luck as well; shrunk so
 * that they vary as the expectation does, shares of them are shares of draws (constrained empirical Bayes: Louis 1984; Ghosh 1992).
 */
export function expectations(between: Between, mean: number, spread: number): Float64Array {
  const { means, line, rest, linear, beside } = between;
  const shift = mean - sum(means) / means.length;
  const along = shrinkage(Math.min(linear, spread), linear);
  const across = shrinkage(Math.max(0, spread - linear), beside);
  // where nothing varies every draw has the mean, and no rounding decides on which side of zero it lies
  if (along === 0 && across === 0) return means.map(() => mean);
  return means.map((one, i) => one + shift + (along - 1) * line[i] + (across - 1) * rest[i]);
}

/** Factor that turns one variance into another; exactly 1 where they differ by rounding alone, so that what has no luck stays as it is. */
function shrinkage(wanted: number, found: number): number {
  const factor = found > 0 ? Math.sqrt(wanted / found) : 0;
  return Math.abs(factor - 1) < 1e-9 ? 1 : factor;
}

/** A question about an expected value. */
export type Test = (expected: number) => boolean;

/**
 * Share of the draws of the assumptions in which the expected value of a column passes, `mean` being its estimate over all draws. Luck is
 * no part of it: of one draw played for ever there would be one answer. Its interval adds up, as independent, what not knowing the mean, the
 * variance between draws and the shape of their distribution do to it (square-and-add: Zou & Donner 2008).
 */
export function shareOfDraws(between: Between, mean: Estimate, test: Test): Share {
  const { value, low, high } = between.variance;
  const at = (middle: number, spread: number): number => passing(expectations(between, middle, spread), test);
  if (between.means.length < 2) return { share: at(mean.mean, value), standardError: Infinity, low: 0, high: 1 };
  const share = at(mean.mean, value);
  const shape = shapeOf(expectations(between, mean.mean, value), share, test);
  const ends: readonly Interval[] = [
    endsOf(share, at(mean.low, value), at(mean.high, value)),
    endsOf(share, at(mean.mean, low), at(mean.mean, high)),
    shape,
  ];
  const below = Math.sqrt(sum(ends.map((one) => (share - one.low) ** 2)));
  const above = Math.sqrt(sum(ends.map((one) => (one.high - share) ** 2)));
  const interval = { low: Math.max(0, share - below), high: Math.min(1, share + above) };
  return { share, standardError: (interval.high - interval.low) / 2 / studentQuantile(half, 1e6), ...interval };
}

const passing = (values: Float64Array, test: Test): number => {
  let passed = 0;
  for (const value of values) if (test(value)) passed++;
  return passed / values.length;
};

const endsOf = (share: number, one: number, other: number): Interval => ({
  low: Math.min(share, one, other),
  high: Math.max(share, one, other),
});

/** Groups of draws that are left out in turn. */
export const groups = 20;

/** What other draws of the same mean and variance would do to a share: groups of draws are left out in turn (jackknife). */
function shapeOf(values: Float64Array, share: number, test: Test): Interval {
  const many = Math.min(groups, values.length);
  const [middle, spread] = [sum(values) / values.length, Math.sqrt(variance(values))];
  const without = Array.from({ length: many }, (_, g) => {
    const others = standard(values.filter((__, i) => Math.floor((i * many) / values.length) !== g));
    return passing(
      others.map((one) => middle + spread * one),
      test,
    );
  });
  return shareAt(share, jackknifed(without), values.length, many - 1);
}

/** Variance of a statistic from its values without each of some groups. */
export function jackknifed(without: readonly number[]): number {
  const mean = sum(without) / without.length;
  return ((without.length - 1) / without.length) * sum(without.map((one) => (one - mean) ** 2));
}
