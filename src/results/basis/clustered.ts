import { blockMeans } from "../../foundation/maths/blocks.js";
import { numberOfName } from "../../foundation/maths/name-number.js";
import { fillUniforms } from "../../foundation/maths/random.js";
import { studentQuantile } from "../../foundation/maths/student.js";
import {
  type Estimate,
  estimate,
  type Interval,
  quantileSorted,
  quantiles,
  type Share,
  sum,
  variance,
} from "../../foundation/maths/summary.js";

/** A quantile over worlds with its 95 % interval (Monte Carlo error; infinite where there are too few worlds). */
export interface Quantile extends Interval {
  readonly value: number;
}

/**
 * Values that come in worlds: managers and years of one world share its luck and its assumptions, so that only worlds are independent.
 * `world` says where each value belongs, from 0, in rising order.
 */
export interface Clustered {
  readonly values: Float64Array;
  readonly world: ArrayLike<number>;
  /** How many worlds there are; one without values counts too. */
  readonly worlds: number;
  /** Worlds whose mean counts as one independent value (see between-worlds); 1 unless given. */
  readonly perValue?: number | undefined;
  /** Worlds that share a draw of the assumptions; 1 unless given. */
  readonly lucks?: number | undefined;
}

/** Sums of values and counts by world. */
function byWorld({ values, world, worlds }: Clustered): { readonly sums: Float64Array; readonly counts: Float64Array } {
  const sums = new Float64Array(worlds);
  const counts = new Float64Array(worlds);
  for (let k = 0; k < values.length; k++) {
    sums[world[k]] += values[k];
    counts[world[k]] += 1;
  }
  return { sums, counts };
}

/**
 * One number per world whose mean is the mean of all values and whose spread gives its standard error: the ratio of total to count by
 * the delta method (Cochran 1977, §6.4), the plain mean of a world's values where all worlds have as many. Needs a value.
 */
export function worldNumbers(clustered: Clustered): Float64Array {
  const { sums, counts } = byWorld(clustered);
  const total = sum(counts);
  const mean = sum(sums) / total;
  const each = total / clustered.worlds;
  return sums.map((value, w) => mean + (value - mean * counts[w]) / each);
}

/** Mean of all values with the error between worlds, or between blocks of them. */
export const clusteredMean = (clustered: Clustered): Estimate =>
  estimate(blockMeans(worldNumbers(clustered), clustered.perValue ?? 1));

const half = 0.975;

/**
 * Share of values that pass, with the interval of Wilson (1927) at the effective number of values: as many independent ones as would
 * vary as the worlds do (Korn & Graubard 1998); as many as there are worlds where none differs from another.
 */
export function clusteredShare(clustered: Clustered, test: (value: number) => boolean): Share {
  const passed = worldNumbers({ ...clustered, values: clustered.values.map((value) => (test(value) ? 1 : 0)) });
  return shareOfWorlds(blockMeans(passed, clustered.perValue ?? 1), clustered.perValue);
}

/** The same from each world's own share, or from those of blocks of `size` worlds. */
export function shareOfWorlds(passed: Float64Array, size: number = 1): Share {
  const worlds = passed.length;
  const share = Math.max(0, Math.min(1, sum(passed) / worlds));
  if (worlds === 1) return { share, standardError: Number.POSITIVE_INFINITY, low: 0, high: 1 };
  return shareAt(share, variance(passed) / worlds, worlds * size, worlds - 1);
}

/**
 * A share with the interval of Wilson (1927) at the effective number of values: as many independent ones as would vary by `spread`, the
 * variance of the share; `most` of them where it does not vary.
 */
export function shareAt(share: number, spread: number, most: number, degrees: number): Share {
  const free = share * (1 - share);
  const effective = spread > 0 && free > 0 ? free / spread : most;
  const reach = studentQuantile(half, degrees);
  const weight = (reach * reach) / effective;
  const centre = (share + weight / 2) / (1 + weight);
  const width = (reach * Math.sqrt(free / effective + weight / (4 * effective))) / (1 + weight);
  return {
    share,
    standardError: width / reach,
    low: share === 0 ? 0 : centre - width,
    high: share === 1 ? 1 : centre + width,
  };
}

const resamples = 1000;

/**
 * 95 % interval of each of some statistics of weighted worlds, by the Bayesian bootstrap (Rubin 1981): 1,000 draws of random weights,
 * the same for every statistic and design, and for the `lucks` worlds of a draw of the assumptions. Draws from the stream numbered by the word "resampling". Too narrow for fewer than about 20
 * worlds; infinite for one. Worlds of a Latin hypercube are drawn as if independent: intervals are then too wide rather than too narrow.
 */
export function bootstrap(
  worlds: number,
  seed: number,
  statistics: (weights: Float64Array) => readonly number[],
  lucks: number = 1,
): readonly { readonly low: number; readonly high: number }[] {
  const weights = new Float64Array(worlds);
  const count = statistics(weights.fill(1)).length;
  const draws = Array.from({ length: count }, () => new Float64Array(resamples));
  const own = new Float64Array(Math.ceil(worlds / lucks));
  if (own.length < 2) return draws.map(() => ({ low: Number.NEGATIVE_INFINITY, high: Number.POSITIVE_INFINITY }));
  for (let draw = 0; draw < resamples; draw++) {
    fillUniforms(own, 0, 1, own.length, seed, numberOfName("resampling"), draw, 0, 0);
    for (let i = 0; i < own.length; i++) own[i] = -Math.log(own[i]);
    for (let w = 0; w < worlds; w++) weights[w] = own[Math.floor(w / lucks)];
    const found = statistics(weights);
    for (let k = 0; k < count; k++) draws[k][draw] = found[k];
  }
  return draws.map((one) => {
    const [low, high] = quantiles(one, [1 - half, half]);
    return { low, high };
  });
}

/** Quantiles of all values with their intervals by `bootstrap`: worlds are drawn, not values. */
export function clusteredQuantiles(clustered: Clustered, ps: readonly number[], seed: number): Quantile[] {
  const { values, world, worlds, lucks } = clustered;
  const order = Array.from(values.keys()).sort((a, b) => values[a] - values[b]);
  const sorted = Float64Array.from(order, (k) => values[k]);
  const from = Int32Array.from(order, (k) => world[k]);
  const intervals = bootstrap(worlds, seed, (weights) => weightedQuantiles(sorted, from, weights, ps), lucks);
  return ps.map((p, k) => ({ value: quantileSorted(sorted, p), ...intervals[k] }));
}

/** The first values at which the weight so far reaches each of `ps`, which rise. */
function weightedQuantiles(
  sorted: Float64Array,
  world: Int32Array,
  weights: Float64Array,
  ps: readonly number[],
): number[] {
  let total = 0;
  for (let k = 0; k < sorted.length; k++) total += weights[world[k]];
  const found: number[] = [];
  let reached = 0;
  for (let k = 0; k < sorted.length && found.length < ps.length; k++) {
    reached += weights[world[k]];
    while (found.length < ps.length && reached >= ps[found.length] * total) found.push(sorted[k]);
  }
  while (found.length < ps.length) found.push(sorted[sorted.length - 1]);
  return found;
}
