import { correlation, sum } from "../../foundation/maths/summary.js";
import { camelToWords } from "../../foundation/text/text.js";
import type { WorldColumns } from "../../model/frame/part.js";
import type { AgencyWorld } from "./agency-world.js";
import { type Plausible, plausible } from "./plausible.js";
import { dot, type RateResponses, realAround, timesMatrix } from "./quadratic.js";
import { solve } from "./theory.js";

/** Why theory weighs a measure as it does. */
export interface MeasureGrounds {
  /** −1 to 1. Cosine between the effort the measure calls for and the effort that is worth it (Baker 2002: 1 is no distortion). */
  readonly alignment: Plausible;
  /** score. By how much effort that costs a manager 1 % of salary can move it, and the SD of luck at the close. */
  readonly signal: Plausible;
  readonly noise: Plausible;
  /** share. Of the effort it adds to activities, what is for show. */
  readonly show: Plausible;
}

/** What one activity is worth. */
export interface ActivityGrounds {
  readonly name: string;
  /** FTE. Natural effort, mean over plausible worlds. */
  readonly natural: number;
  /** EUR per FTE and month. What more of it is worth to the firm, where activity is normal. */
  readonly value: Plausible;
  /** FTE beyond natural, mean over plausible worlds. What the first best adds. */
  readonly firstBest: number;
}

/** An assumption the ideal share of inputs depends on. */
export interface ShareDriver {
  readonly assumption: string;
  /** −1 to 1. Over plausible worlds, between the assumption and the share that would be ideal if one knew. */
  readonly correlation: number;
  /** share. Mean ideal share of inputs in the fifth of worlds where it is lowest, and highest. */
  readonly low: number;
  readonly high: number;
}

/** Effort cost, as a share of yearly salary, at which signals are compared. */
const tried = 0.01;

/** Grounds of one measure, or of a mixture of measures given by its weights. */
export function groundsOf(
  worlds: readonly AgencyWorld[],
  answers: readonly RateResponses[],
  mixture: readonly number[],
): MeasureGrounds {
  const each = worlds.map((world, w) => {
    const load = world.value.map((_, j) => world.loads.reduce((all, row, k) => all + mixture[k] * row[j], 0));
    const called = solve(world.cost, load);
    const wanted = solve(world.cost, world.value);
    const size = Math.sqrt(dot(load, called) * dot(world.value, wanted));
    const at = (rows: readonly (readonly number[])[], j: number): number =>
      rows.reduce((all, row, k) => all + mixture[k] * row[j], 0);
    const work = realAround(world, answers[w], mixture);
    const raised = world.value.flatMap((_, j) => (at(answers[w].effort, j) > 0 ? [j] : []));
    const [effort, real] = [answers[w].effort, work].map((rows) => raised.reduce((all, j) => all + at(rows, j), 0));
    const affordable = (2 * tried * world.salary * world.months) / 12;
    return {
      alignment: size > 0 ? dot(load, wanted) / size : 0,
      signal: Math.sqrt(Math.max(0, affordable * dot(load, called))),
      noise: Math.sqrt(Math.max(0, dot(mixture, timesMatrix(world.noise, mixture)))),
      show: effort > 0 ? 1 - real / effort : 0,
    };
  });
  const over = (name: keyof MeasureGrounds): Plausible => plausible(each.map((one) => one[name]));
  return { alignment: over("alignment"), signal: over("signal"), noise: over("noise"), show: over("show") };
}

const mostDrivers = 6;
/** Correlations below this are what luck gives in some hundred worlds. */
const least = 0.2;

/** Assumptions that move a share over plausible worlds most, strongest first. */
export function shareDrivers(
  draws: WorldColumns<string>,
  assumptions: readonly string[],
  shares: readonly number[],
): ShareDriver[] {
  if (shares.length < 5) return [];
  return assumptions
    .map((name) => ({ name, correlation: correlation(draws[name], shares) }))
    .filter((one) => Math.abs(one.correlation) >= least)
    .sort((a, b) => Math.abs(b.correlation) - Math.abs(a.correlation))
    .slice(0, mostDrivers)
    .map(({ name, correlation: found }) => ({
      assumption: camelToWords(name),
      correlation: found,
      ...endsOf(draws[name], shares),
    }));
}

function endsOf(values: Float64Array, shares: readonly number[]): { low: number; high: number } {
  const order = [...values.keys()].sort((a, b) => values[a] - values[b] || a - b);
  const fifth = Math.floor(order.length / 5);
  const mean = (some: readonly number[]): number => sum(some.map((w) => shares[w])) / some.length;
  return { low: mean(order.slice(0, fifth)), high: mean(order.slice(order.length - fifth)) };
}
