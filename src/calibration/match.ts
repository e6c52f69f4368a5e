import { type Distribution, fixed } from "../foundation/maths/distribution.js";
import { sum, variance } from "../foundation/maths/summary.js";
import type { Panel } from "./panel.js";
import { type Simulated, simulatePanels } from "./simulated.js";
import { growthMean, growthSpread, leavingRate, lostShare, type Statistic } from "./statistics.js";

/** A setting that is found by simulating until its quantity comes out as observed (simulated method of moments; McFadden 1989). */
export interface MomentCondition {
  /** Of the setting, in code. */
  readonly name: string;
  readonly statistic: Statistic;
  /** A first value for the setting, from the quantity alone. */
  readonly start: (observed: number) => number;
  /** A better value, from what the last one gave. */
  readonly next: (value: number, observed: number, simulated: number) => number;
}

/**
 * Variance of the growth of a year's revenue over that of the year before, for a walk with variance 1 a year: its twelve monthly steps come
 * in with weights 1/12, 2/12, … 1, … 1/12, whose squares sum to 8.028 twelfths.
 */
export const yearlyVariance = 1156 / 1728;
/** Correlation of such growth with that of the year before: both contain part of the same months. */
export const yearlyOverlap = 286 / 1156;

/** log. Below this luck of accounts counts as none. */
export const leastLuck = 0.01;

const inProportion = (value: number, observed: number, simulated: number): number =>
  simulated > 0 ? (value * observed) / simulated : value;

/** In the order in which they are reported. */
export const moments: readonly MomentCondition[] = [
  {
    name: "drift",
    statistic: growthMean,
    start: (observed) => observed,
    next: (value, observed, simulated) => value + observed - simulated,
  },
  {
    name: "accountLuck",
    statistic: growthSpread,
    start: (observed) => observed / Math.sqrt(yearlyVariance),
    next: (value, observed, simulated) =>
      Math.sqrt(
        Math.max(leastLuck * leastLuck, value * value + (observed * observed - simulated * simulated) / yearlyVariance),
      ),
  },
  { name: "churn", statistic: lostShare, start: (observed) => observed, next: inProportion },
  { name: "quits", statistic: leavingRate, start: (observed) => observed, next: inProportion },
];

/** Mean of a statistic over simulated teams, each of the observed one's size, so that what small numbers do to it is in both. */
export function meanOverPanels(panels: readonly Panel[], statistic: Statistic): number | undefined {
  const values = panels.flatMap((panel) => statistic(panel) ?? []);
  return values.length === 0 ? undefined : sum(values) / values.length;
}

/** How far simulated teams of one setting differ in a statistic (SD): by luck, and by what the scenario leaves open otherwise; 0 for fewer than two. */
export function spreadOverPanels(panels: readonly Panel[], statistic: Statistic): number {
  const values = panels.flatMap((panel) => statistic(panel) ?? []);
  return values.length < 2 ? 0 : Math.sqrt(variance(values));
}

/** A setting that was matched. */
export interface Matched {
  readonly value: number;
  /** SD of its quantity between simulated teams, in units of the quantity. */
  readonly spread: number;
}

/** Steps towards the observed quantities; each is one round of simulations with the same luck. */
const rounds = 6;

/**
 * Settings with which the simulation gives what was observed, by name. The start and every step rest on observed quantities alone, never
 * on what the scenario said of these settings, so that fitting a fitted scenario changes nothing. Unbelievable values are held at 0 and 1.
 */
export function match(
  asked: Simulated,
  wanted: ReadonlyMap<MomentCondition, number>,
): Readonly<Record<string, Matched>> {
  const values: Record<string, number> = {};
  const spreads: Record<string, number> = {};
  for (const [{ name, start }, observed] of wanted) values[name] = start(observed);
  for (let round = 0; round < rounds && wanted.size > 0; round++) {
    const panels = simulatePanels({ ...asked, settings: { ...asked.settings, ...fixedAll(values) } });
    for (const [{ name, statistic, next }, observed] of wanted) {
      const simulated = meanOverPanels(panels, statistic);
      if (simulated !== undefined) values[name] = within(next(values[name], observed, simulated));
      spreads[name] = spreadOverPanels(panels, statistic);
    }
  }
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, { value, spread: spreads[name] }]));
}

/** Shares a year and log-SDs of what can still be simulated. */
const within = (value: number): number => Math.min(Math.max(value, -0.5), 1);

export const fixedAll = (values: Readonly<Record<string, number>>): Record<string, Distribution> =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, fixed(value)]));
