import type { AgencyWorld } from "./agency-world.js";
import {
  across,
  meanOf,
  mixed,
  type Quadratic,
  quadraticAround,
  type RateResponses,
  rateResponses,
  surplusOf,
} from "./quadratic.js";

/** Plausible worlds and what each answers to rates. */
export interface Cases {
  readonly worlds: readonly AgencyWorld[];
  readonly answers: readonly RateResponses[];
}

/** Most changes of which activities are done for show; two or three are needed. */
const mostRounds = 30;
/** Shortest part of a step that is tried. */
const shortest = 1 / 1024;

export const casesOf = (worlds: readonly AgencyWorld[]): Cases => ({ worlds, answers: worlds.map(rateResponses) });

/** The mean over worlds around some rates on measures. */
export const meanAround = ({ worlds, answers }: Cases, rates: readonly number[]): Quadratic =>
  meanOf(worlds.map((world, w) => quadraticAround(world, answers[w], rates)));

/** EUR a year and KAM, by world. Surplus at rates on measures. */
export const surplusBy = ({ worlds, answers }: Cases, rates: readonly number[]): number[] =>
  worlds.map((world, w) => surplusOf(world, answers[w], rates));

/** Rates on measures from rates on mixtures of them, [mixture][measure]. */
export const ratesOnMeasures = (mixtures: readonly (readonly number[])[], rates: readonly number[]): number[] =>
  (mixtures[0] ?? []).map((_, m) => mixtures.reduce((sum, row, k) => sum + rates[k] * row[m], 0));

/**
 * The best rates on mixtures for all worlds at once: `solver` finds them where it is known which activities are done for show, which is
 * looked up at the rates so found until nothing changes. Surplus never falls on the way.
 */
export function bestFor(
  cases: Cases,
  mixtures: readonly (readonly number[])[],
  solver: (quadratic: Quadratic) => number[],
): number[] {
  const mean = (rates: readonly number[]): number =>
    surplusBy(cases, ratesOnMeasures(mixtures, rates)).reduce((sum, one) => sum + one, 0) / cases.worlds.length;
  const around = (rates: readonly number[]): number[] =>
    solver(mixed(meanAround(cases, ratesOnMeasures(mixtures, rates)), mixtures));
  // From all that can be for show, and from nothing being so: where the two end apart, the better one counts.
  const ends = [1, 0].map((start) => climb(around(mixtures.map(() => start)), around, mean));
  const best = ends[1].reached > ends[0].reached ? ends[1] : ends[0];
  // Paying nothing creates nothing, and is always possible.
  return best.reached > 0 ? best.rates : best.rates.map(() => 0);
}

interface Reached {
  readonly rates: readonly number[];
  readonly reached: number;
}

function climb(
  from: readonly number[],
  around: (rates: readonly number[]) => number[],
  surplus: (rates: readonly number[]) => number,
): { readonly rates: number[]; readonly reached: number } {
  let at: Reached = { rates: from, reached: surplus(from) };
  for (let round = 0; round < mostRounds; round++) {
    const next = longestRise(at, around(at.rates), surplus);
    if (next === undefined) break;
    at = next;
  }
  return { rates: [...at.rates], reached: at.reached };
}

/** The longest of halved steps towards the wanted rates on which the surplus rises; undefined where none does. */
function longestRise(
  { rates: from, reached }: Reached,
  to: readonly number[],
  surplus: (rates: readonly number[]) => number,
): Reached | undefined {
  for (let part = 1; part >= shortest; part /= 2) {
    const rates = from.map((one, k) => one + part * (to[k] - one));
    const found = surplus(rates);
    if (found > reached + 1e-9 * Math.abs(reached)) return { rates, reached: found };
  }
  return undefined;
}

/** FTE beyond natural by world and activity that rates on measures call for. */
export const effortBy = ({ answers }: Cases, rates: readonly number[]): number[][] =>
  answers.map(({ effort }) => across(effort, rates));
