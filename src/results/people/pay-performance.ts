import { refuse } from "../../foundation/text/problem.js";
import type { Known, YardstickName } from "../../scenario/schema/file-types.js";
import type { RunHeader } from "../../simulation/data.js";
import type { Observations, ObservedYears, OtherLuck } from "../../simulation/observation/data.js";

import { lucksOf } from "../basis/between-worlds.js";
import { bootstrap } from "../basis/clustered.js";
import { type ObservedAbout, type OfDesign, observedAbout, observedDesign } from "../basis/observed.js";
import type { Quantile } from "../compare.js";
import { wholeYears } from "./earnings.js";
import { type SkillAndLuck, skillAndLuck } from "./skill-and-luck.js";

/** One row per manager and year in which one person held the seat throughout. */
export interface PayPoints {
  readonly world: Int32Array;
  readonly manager: Int32Array;
  /** From 1. */
  readonly year: Int32Array;
  /** score. Of the main card. */
  readonly attainment: Float64Array;
  /** currency/year. Earned by the year's work through rewards that pay on a score. */
  readonly pay: Float64Array;
  /** index. Ability, 1 is the average applicant; total effort relative to normal. */
  readonly ability: Float64Array;
  readonly effort: Float64Array;
  /** score. Attainment less what the manager foresaw. */
  readonly luck: Float64Array;
}

/** Whether pay follows performance, and performance skill. */
export interface PayPerformance extends ObservedAbout {
  readonly points: PayPoints;
  /** −1 to 1. Correlation of pay with attainment, and of each with ability and luck; 0 where one does not vary. */
  readonly payWithAttainment: Quantile;
  readonly payWithAbility: Quantile;
  readonly payWithLuck: Quantile;
  readonly attainmentWithAbility: Quantile;
  /** Shares of the variance between manager-years; undefined where observed without other luck, or where nothing varies. */
  readonly pay: SkillAndLuck | undefined;
  readonly attainment: SkillAndLuck | undefined;
}

/**
 * Pay against performance, one point per manager and year, with correlations and with how much of the variance of pay and of attainment
 * is skill and how much luck. Pay is what the year's work earned through rewards that pay on a score. Intervals are 95 %, by bootstrap
 * over worlds. Throws a Problem for unknown designs and for those that pay on no score.
 */
export function payPerformance<Design extends string>(
  observations: Observations<Design>,
  options: OfDesign<Known<Design> | YardstickName> = {},
): PayPerformance {
  const design = observedDesign(observations, options.design);
  const { attainment, luck } = design.years;
  if (attainment === undefined || luck === undefined)
    return refuse("design", `"${design.name}" pays on no score`, "ask for a design with a scorecard");
  const { years } = design;
  const { worlds, run } = observations;
  const points = pointsOf(years, attainment, luck);
  if (points.pay.length < 2)
    refuse("design", `nobody stays a whole year under "${design.name}"`, "observe more worlds");
  const { world, pay, ability } = points;
  const correlations = correlationsOf(
    [
      [pay, points.attainment],
      [pay, ability],
      [pay, points.luck],
      [points.attainment, ability],
    ],
    world,
    worlds,
    run,
  );
  const { otherLuck } = years;
  return {
    ...observedAbout(observations, design),
    points,
    payWithAttainment: correlations[0],
    payWithAbility: correlations[1],
    payWithLuck: correlations[2],
    attainmentWithAbility: correlations[3],
    pay:
      otherLuck &&
      split(years, otherLuck, yearly(years, years.variable), yearly(years, otherLuck.variable), observations),
    attainment: otherLuck && split(years, otherLuck, attainment, otherLuck.attainment, observations),
  };
}

/** A year's money, short years scaled to twelve months. */
const yearly = ({ length }: ObservedYears, column: Float64Array): Float64Array =>
  column.map((value, at) => (12 * value) / length[at]);

function pointsOf(years: ObservedYears, attainment: Float64Array, luck: Float64Array): PayPoints {
  const rows = wholeYears(years);
  const numbers = (column: Float64Array): Float64Array => Float64Array.from(rows, (at) => column[at]);
  const integers = (column: Int32Array): Int32Array => Int32Array.from(rows, (at) => column[at]);
  return {
    world: integers(years.world),
    manager: integers(years.manager),
    year: integers(years.year),
    attainment: numbers(attainment),
    pay: numbers(yearly(years, years.variable)),
    ability: numbers(years.ability),
    effort: numbers(years.effort),
    luck: numbers(luck),
  };
}

/** The rows in which the same person sat in the seat both times. */
function split(
  years: ObservedYears,
  { isSame }: OtherLuck,
  first: Float64Array,
  second: Float64Array,
  { worlds, run }: Observations,
): SkillAndLuck | undefined {
  const rows = [...isSame.keys()].filter((at) => isSame[at] === 1);
  const pick = (column: ArrayLike<number>): Float64Array => Float64Array.from(rows, (at) => column[at]);
  const year = pick(years.year).map((one) => one - 1);
  const pairs = { first: pick(first), second: pick(second), world: pick(years.world), year, worlds };
  return skillAndLuck({ ...pairs, lucks: lucksOf(run) }, run.seed);
}

/** Correlations of pairs of columns, worlds resampled together. */
function correlationsOf(
  pairs: readonly (readonly [Float64Array, Float64Array])[],
  world: Int32Array,
  worlds: number,
  run: RunHeader,
): Quantile[] {
  const sums = pairs.map(([x, y]) => sumsByWorld(x, y, world, worlds));
  const intervals = bootstrap(
    worlds,
    run.seed,
    (weights) => sums.map((one) => correlationOf(one, weights)),
    lucksOf(run),
  );
  const ones = new Float64Array(worlds).fill(1);
  return sums.map((one, k) => ({ value: correlationOf(one, ones), ...intervals[k] }));
}

/** [world × 6]: count, Σx, Σy, Σx², Σy², Σxy, of deviations from the first values: a constant column deviates by exactly 0. */
export function sumsByWorld(x: Float64Array, y: Float64Array, world: Int32Array, worlds: number): Float64Array {
  const out = new Float64Array(6 * worlds);
  for (let k = 0; k < x.length; k++) {
    const at = 6 * world[k];
    const [a, b] = [x[k] - x[0], y[k] - y[0]];
    out[at] += 1;
    out[at + 1] += a;
    out[at + 2] += b;
    out[at + 3] += a * a;
    out[at + 4] += b * b;
    out[at + 5] += a * b;
  }
  return out;
}

/** Correlation of the columns of `sumsByWorld`, worlds weighted. */
export function correlationOf(sums: Float64Array, weights: Float64Array): number {
  const total = new Float64Array(6);
  for (let w = 0; w < weights.length; w++) {
    for (let k = 0; k < 6; k++) total[k] += weights[w] * sums[6 * w + k];
  }
  const [count, x, y, xx, yy, xy] = total;
  const scale = Math.sqrt((xx - (x * x) / count) * (yy - (y * y) / count));
  return scale > 0 ? Math.max(-1, Math.min(1, (xy - (x * y) / count) / scale)) : 0;
}
