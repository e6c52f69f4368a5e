import { bootstrap } from "../basis/clustered.js";
import type { Quantile } from "../compare.js";

/** Pairs of the same quantity for the same seat and year, played twice with different luck. */
export interface Twice {
  readonly first: Float64Array;
  readonly second: Float64Array;
  /** Index of world and year of each pair, from 0. */
  readonly world: ArrayLike<number>;
  readonly year: ArrayLike<number>;
  readonly worlds: number;
  /** Worlds that share a draw of the assumptions; 1 unless given. */
  readonly lucks?: number | undefined;
}

/**
 * Where the variance of a quantity between manager-years comes from, as shares that add up to 1, each with its 95 % interval. Unbiased
 * estimates, so a share near 0 may come out below it; nothing is clipped.
 */
export interface SkillAndLuck {
  /** count. Manager-years compared. */
  readonly pairs: number;
  /** In the quantity's unit. */
  readonly standardDeviation: number;
  /** Who the manager is: ability and background, with the effort they lead to. Undefined where teams are of one. */
  readonly skill: Quantile | undefined;
  /**
   * What all managers of a world have in common and luck does not explain: the assumptions, and on a team card everybody's skill.
   * Undefined where teams are of one.
   */
  readonly circumstances: Quantile | undefined;
  /** Everything that comes out differently when the same people are given other luck. */
  readonly luck: Quantile;
}

/** By world and year: pairs, sums, squares, products. */
interface Sums {
  readonly years: number;
  readonly count: Float64Array;
  readonly first: Float64Array;
  readonly second: Float64Array;
  readonly squares: Float64Array;
  readonly products: Float64Array;
}

/**
 * Splits the variance within years into skill, circumstances and luck by playing the same people twice (pick-freeze: Sobol' 1993; Janon
 * et al. 2014). With P and P′ the same seat's numbers under independent luck,
 *
 *     luck = 1 − cov(P_i, P′_i)/var     circumstances = cov(P_i, P′_j)/var, i and j of one world     skill = the rest
 *
 * because all that P_i and P′_i share is the person and the world, and all that P_i and P′_j share is the world. No line is fitted, so
 * thresholds and caps count as they are. Undefined where there are fewer than two pairs or nothing varies.
 */
export function skillAndLuck(twice: Twice, seed: number): SkillAndLuck | undefined {
  const pairs = twice.first.length;
  if (pairs < 2) return undefined;
  const sums = sumsOf(twice);
  const ones = new Float64Array(twice.worlds).fill(1);
  const all = momentsOf(sums, ones);
  if (!(all.variance > 0)) return undefined;
  const intervals = bootstrap(twice.worlds, seed, (weights) => sharesOf(momentsOf(sums, weights)), twice.lucks);
  const [luck, skill, circumstances] = sharesOf(all).map((value, k) => ({ value, ...intervals[k] }));
  const isTeam = all.hasOthers;
  return {
    pairs,
    standardDeviation: Math.sqrt(all.variance),
    skill: isTeam ? skill : undefined,
    circumstances: isTeam ? circumstances : undefined,
    luck,
  };
}

interface Moments {
  readonly variance: number;
  /** Covariance of a person with the same person, and with another of the same world, under other luck. */
  readonly same: number;
  readonly others: number;
  readonly hasOthers: boolean;
}

const sharesOf = ({ variance, same, others }: Moments): readonly [number, number, number] =>
  variance > 0 ? [1 - same / variance, (same - others) / variance, others / variance] : [0, 0, 0];

/** Sums of deviations from the first value, so that what never varies deviates by exactly 0; means are taken out later. */
function sumsOf({ first, second, world, year, worlds }: Twice): Sums {
  const centre = first[0];
  let years = 0;
  for (let k = 0; k < first.length; k++) years = Math.max(years, year[k] + 1);
  const column = (): Float64Array => new Float64Array(worlds * years);
  const sums = { years, count: column(), first: column(), second: column(), squares: column(), products: column() };
  for (let k = 0; k < first.length; k++) {
    const at = world[k] * years + year[k];
    const [a, b] = [first[k] - centre, second[k] - centre];
    sums.count[at] += 1;
    sums.first[at] += a;
    sums.second[at] += b;
    sums.squares[at] += a * a + b * b;
    sums.products[at] += a * b;
  }
  return sums;
}

/** Moments within years, averaged over years by pairs. */
function momentsOf(sums: Sums, weights: Float64Array): Moments {
  let [pairs, variance, same, others, otherPairs] = [0, 0, 0, 0, 0];
  for (let year = 0; year < sums.years; year++) {
    let [count, total, squares, products, crossCount, crossTotal, crossProducts] = [0, 0, 0, 0, 0, 0, 0];
    for (let w = 0; w < weights.length; w++) {
      const at = w * sums.years + year;
      const n = sums.count[at];
      const both = sums.first[at] + sums.second[at];
      count += weights[w] * n;
      total += weights[w] * both;
      squares += weights[w] * sums.squares[at];
      products += weights[w] * sums.products[at];
      crossCount += weights[w] * n * (n - 1);
      crossTotal += weights[w] * (n - 1) * both;
      crossProducts += weights[w] * (sums.first[at] * sums.second[at] - sums.products[at]);
    }
    if (count === 0) continue;
    const mean = total / (2 * count);
    pairs += count;
    variance += count * (squares / (2 * count) - mean * mean);
    same += count * (products / count - mean * mean);
    if (crossCount === 0) continue;
    const crossMean = crossTotal / (2 * crossCount);
    otherPairs += count;
    others += count * (crossProducts / crossCount - crossMean * crossMean);
  }
  return {
    variance: variance / pairs,
    same: same / pairs,
    others: otherPairs > 0 ? others / otherPairs : 0,
    hasOthers: otherPairs > 0,
  };
}
