import { type Estimate, gini, type Share } from "../../foundation/maths/summary.js";
import { refuse } from "../../foundation/text/problem.js";
import type { Known, YardstickName } from "../../scenario/schema/file-types.js";
import type { Observations, ObservedYears } from "../../simulation/observation/data.js";
import { lucksOf, perValueSeen } from "../basis/between-worlds.js";
import { type Clustered, clusteredMean, clusteredQuantiles, clusteredShare } from "../basis/clustered.js";
import { type ObservedAbout, type OfDesign, observedAbout, observedDesign } from "../basis/observed.js";
import type { Quantile } from "../compare.js";

/** How a kind of pay is spread over managers and years, currency a year. */
export interface PaySpread {
  /** One per manager and year, in the order of the observations' years; short years are scaled to twelve months. */
  readonly values: Float64Array;
  readonly mean: Estimate;
  readonly p10: Quantile;
  readonly p25: Quantile;
  readonly p50: Quantile;
  readonly p75: Quantile;
  readonly p90: Quantile;
}

/** What people earn in cash in a year they worked from the first month to the last. */
export interface Earnings extends ObservedAbout {
  /** Manager-years counted, and what share of all seat-years they are: in the others somebody came or went. */
  readonly rows: number;
  readonly whole: Share;
  /** Index of the world of each value. */
  readonly world: Int32Array;
  /** Salary and all cash from rewards. */
  readonly total: PaySpread;
  /** Cash from rewards that pay on a score: bonuses, commission, raises so far. */
  readonly variable: PaySpread;
  /** 0–1. Part of all cash that is variable. */
  readonly variableShare: number;
  /** 0–1. Gini coefficient of total pay: 0 when everybody earns the same. */
  readonly gini: number;
}

/**
 * Distribution of yearly total and variable pay per manager, in cash, over the years in which one person held the seat throughout. Intervals are
 * 95 % and know that managers and years of one world belong together. Throws a Problem for unknown designs and where nobody stays a year.
 */
export function earnings<Design extends string>(
  observations: Observations<Design>,
  options: OfDesign<Known<Design> | YardstickName> = {},
): Earnings {
  const design = observedDesign(observations, options.design);
  const { years } = design;
  const { worlds, run } = observations;
  const between = { worlds, perValue: perValueSeen(observations), lucks: lucksOf(run) };
  const rows = wholeYears(years);
  if (rows.length === 0) refuse("design", `nobody stays a whole year under "${design.name}"`, "observe more worlds");
  const world = Int32Array.from(rows, (at) => years.world[at]);
  const yearly = (column: Float64Array): Float64Array =>
    Float64Array.from(rows, (at) => (12 * column[at]) / years.length[at]);
  const total = spreadOf({ values: yearly(years.pay), world, ...between }, run.seed);
  const variable = spreadOf({ values: yearly(years.variablePaid), world, ...between }, run.seed);
  const isWhole: Clustered = { values: Float64Array.from(years.isWhole), world: years.world, ...between };
  return {
    ...observedAbout(observations, design),
    rows: rows.length,
    whole: clusteredShare(isWhole, (one) => one === 1),
    world,
    total,
    variable,
    variableShare: total.mean.mean > 0 ? variable.mean.mean / total.mean.mean : 0,
    gini: gini(total.values),
  };
}

/** Rows of years in which one person held the seat throughout. */
export const wholeYears = ({ isWhole }: ObservedYears): readonly number[] =>
  [...isWhole.keys()].filter((at) => isWhole[at] === 1);

function spreadOf(pay: Clustered, seed: number): PaySpread {
  const [p10, p25, p50, p75, p90] = clusteredQuantiles(pay, [0.1, 0.25, 0.5, 0.75, 0.9], seed);
  return { values: pay.values, mean: clusteredMean(pay), p10, p25, p50, p75, p90 };
}
