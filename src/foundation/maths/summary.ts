import { refuse } from "../text/problem.js";
import { normalQuantile } from "./special.js";
import { studentQuantile } from "./student.js";

export { studentQuantile };

/**
 * Summaries of simulated columns. Each is defined exactly and works in index order, so equal columns give equal bits. Intervals
 * cover 95 % and are about Monte Carlo error only: they shrink with the count. Numbers carry the unit of the values.
 */
export interface Estimate {
  mean: number;
  /** Of the mean; infinite for a single value, as are then the limits. */
  standardError: number;
  /** Limits of the 95 % interval of the mean (Student's t with count − 1 degrees of freedom). */
  low: number;
  high: number;
  count: number;
}

export interface Interval {
  low: number;
  high: number;
}

export interface Share extends Interval {
  /** Between 0 and 1. */
  share: number;
  /** Half the width of the Wilson interval in normal quantiles: above 0 even where every value or none passes. */
  standardError: number;
}

const HALF_OF_95 = 0.975;
const Z_95 = normalQuantile(HALF_OF_95);

function needs(place: string, least: number, count: number): void {
  if (count < least)
    refuse(place, `expected at least ${least} value${least === 1 ? "" : "s"}, got ${count}`, "add values");
}

function needsPairs(place: string, a: ArrayLike<number>, b: ArrayLike<number>): void {
  if (a.length !== b.length) {
    refuse(place, `expected columns of one length, got ${a.length} and ${b.length}`, "pair them by replication");
  }
}

/** Compensated sum in index order (Neumaier 1974): the rounding of a million terms stays in the last bit. */
export function sum(values: ArrayLike<number>): number {
  let total = 0;
  let lost = 0;
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!;
    const next = total + value;
    lost += Math.abs(total) >= Math.abs(value) ? total - next + value : value - next + total;
    total = next;
  }
  return total + lost;
}

/** Values less their mean. Measured from the first value, so that a constant column deviates by exactly 0. */
function deviations(values: ArrayLike<number>): Float64Array {
  const apart = new Float64Array(values);
  const start = apart[0]!;
  for (let i = 0; i < apart.length; i++) apart[i]! -= start;
  const mean = sum(apart) / apart.length;
  for (let i = 0; i < apart.length; i++) apart[i]! -= mean;
  return apart;
}

function sumOfProducts(a: Float64Array, b: Float64Array): number {
  const products = new Float64Array(a.length);
  for (let i = 0; i < a.length; i++) products[i] = a[i]! * b[i]!;
  return sum(products);
}

/** Sample variance (divisor count − 1), in two passes. Needs 2 values. */
export function variance(values: ArrayLike<number>): number {
  needs("variance", 2, values.length);
  const apart = deviations(values);
  return sumOfProducts(apart, apart) / (values.length - 1);
}

/** Mean with its standard error and 95 % interval; the values must be independent. Needs 1 value. */
export function estimate(values: ArrayLike<number>): Estimate {
  const count = values.length;
  needs("estimate", 1, count);
  const mean = sum(values) / count;
  if (count === 1) return { mean, standardError: Infinity, low: -Infinity, high: Infinity, count };
  const standardError = Math.sqrt(variance(values) / count);
  const reach = studentQuantile(HALF_OF_95, count - 1) * standardError;
  return { mean, standardError, low: mean - reach, high: mean + reach, count };
}

/** Estimate of the mean of a − b, pair by pair: what two designs have in common (their luck) drops out. */
export function pairedDifference(a: ArrayLike<number>, b: ArrayLike<number>): Estimate {
  needsPairs("pairedDifference", a, b);
  const differences = new Float64Array(a);
  for (let i = 0; i < differences.length; i++) differences[i]! -= b[i]!;
  return estimate(differences);
}

/** Share of values that pass the test, with the 95 % interval of Wilson (1927). Needs 1 value. */
export function shareWhere(values: ArrayLike<number>, test: (value: number, index: number) => boolean): Share {
  const count = values.length;
  needs("shareWhere", 1, count);
  let passed = 0;
  for (let i = 0; i < count; i++) if (test(values[i]!, i)) passed++;
  const share = passed / count;
  const weight = (Z_95 * Z_95) / count;
  const centre = (share + weight / 2) / (1 + weight);
  const half = (Z_95 * Math.sqrt((share * (1 - share)) / count + weight / (4 * count))) / (1 + weight);
  // At the ends the interval starts at 0 or 1 exactly; the subtraction would leave a rounding error there.
  const low = passed === 0 ? 0 : centre - half;
  const high = passed === count ? 1 : centre + half;
  return { share, standardError: half / Z_95, low, high };
}

function ascending(values: ArrayLike<number>): Float64Array {
  return new Float64Array(values).sort();
}

/** Quantile `p` (0 to 1) of values in ascending order: type 7 of Hyndman and Fan (1996), as R's and numpy's default. */
export function quantileSorted(sorted: ArrayLike<number>, p: number): number {
  needs("quantile", 1, sorted.length);
  const place = (sorted.length - 1) * p;
  const below = Math.floor(place);
  const low = sorted[below]!;
  const above = Math.min(below + 1, sorted.length - 1);
  return place === below ? low : low + (place - below) * (sorted[above]! - low);
}

/** Quantiles of values in any order, one for each of `ps`; the values stay as they are. */
export function quantiles(values: ArrayLike<number>, ps: readonly number[]): number[] {
  const sorted = ascending(values);
  return ps.map((p) => quantileSorted(sorted, p));
}

/** Binomial probabilities around the mode, down to 1e-20 of it, as [first outcome, probabilities]. */
function binomial(count: number, p: number): [number, Float64Array] {
  const mode = Math.min(count, Math.floor((count + 1) * p));
  const odds = p / (1 - p);
  const down: number[] = [];
  for (let k = mode, weight = 1; k > 0; k--) {
    weight *= k / ((count - k + 1) * odds);
    if (weight < 1e-20) break;
    down.push(weight);
  }
  const weights = down.reverse();
  const first = mode - weights.length;
  weights.push(1);
  for (let k = mode, weight = 1; k < count; k++) {
    weight *= ((count - k) * odds) / (k + 1);
    if (weight < 1e-20) break;
    weights.push(weight);
  }
  const total = sum(weights);
  return [first, Float64Array.from(weights, (weight) => weight / total)];
}

/**
 * 95 % interval of the quantile `p`, 0 < p < 1, between two order statistics (Conover 1999, §3.2): at most 2.5 % lie on either
 * side whatever the distribution. Infinite on a side where there are too few values for any order statistic to promise that.
 */
export function quantileInterval95(values: ArrayLike<number>, p: number): Interval {
  needs("quantileInterval95", 1, values.length);
  const sorted = ascending(values);
  const [first, probabilities] = binomial(values.length, p);
  const last = probabilities.length - 1;
  const spare = 1 - HALF_OF_95;
  let low = 0;
  for (let below = probabilities[0]!; below <= spare; below += probabilities[low]!) low++;
  let high = last;
  for (let above = probabilities[last]!; above <= spare; above += probabilities[high]!) high--;
  return { low: sorted[first + low - 1] ?? -Infinity, high: sorted[first + high] ?? Infinity };
}

/** Pearson's correlation of two columns, −1 to 1; 0 where a column is constant: what does not vary moves with nothing. */
export function correlation(a: ArrayLike<number>, b: ArrayLike<number>): number {
  needsPairs("correlation", a, b);
  needs("correlation", 2, a.length);
  const [x, y] = [deviations(a), deviations(b)];
  const scale = Math.sqrt(sumOfProducts(x, x)) * Math.sqrt(sumOfProducts(y, y));
  return scale === 0 ? 0 : Math.max(-1, Math.min(1, sumOfProducts(x, y) / scale));
}

/** Gini coefficient of values ≥ 0: 0 when all are equal (or all 0), (count − 1)/count when one has everything. */
export function gini(values: ArrayLike<number>): number {
  const count = values.length;
  needs("gini", 1, count);
  const sorted = ascending(values);
  const total = sum(sorted);
  return total === 0 ? 0 : sum(sorted.map((value, i) => (2 * i + 1 - count) * value)) / (count * total);
}
