import type { AgencyWorld } from "./agency-world.js";
import { solve } from "./theory.js";

/**
 * Surplus as a quadratic in the rates b of a linear contract, S(b) = gain·b − b·bend·b/2, EUR a year and KAM, and the hours it calls for:
 * effort·b FTE beyond natural of at most `room`. A rate is EUR of a period per score point.
 */
export interface Quadratic {
  readonly gain: readonly number[];
  readonly bend: readonly (readonly number[])[];
  readonly effort: readonly number[];
  readonly room: number;
}

/** FTE per EUR and score point, [measure][activity]: effort that a rate on each measure calls for, and what of it its own reading does. */
export interface RateResponses {
  readonly effort: readonly (readonly number[])[];
  readonly shown: readonly (readonly number[])[];
  /** EUR a year per squared rate, [measure][measure]: twice what their effort and their risk cost. */
  readonly burden: readonly (readonly number[])[];
}

export const dot = (a: readonly number[], b: readonly number[]): number =>
  a.reduce((sum, one, k) => sum + one * b[k], 0);

export const timesMatrix = (matrix: readonly (readonly number[])[], vector: readonly number[]): number[] =>
  matrix.map((row) => dot(row, vector));

/** C⁻¹ of the loads as they are felt: all of them, and those of own readings; and what effort and risk cost. */
export function rateResponses({ months, cost, loads, own, felt, noise, riskAversion }: AgencyWorld): RateResponses {
  const answer = (row: readonly number[]): number[] => solve(cost, row).map((one) => felt * one);
  const effort = loads.map(answer);
  const spent = effort.map((row) => timesMatrix(cost, row));
  const burden = effort.map((row, k) =>
    effort.map((_, l) => (12 / months) * (dot(row, spent[l]) + riskAversion * noise[k][l])),
  );
  return { effort, shown: own.map(answer), burden };
}

/**
 * FTE per EUR and score point, [measure][activity]. Real work around some rates: effort less the hollow share of what own readings call
 * for, on activities these rates raise by their readings. Where readings lower an activity nothing is for show: neglect is real.
 */
export function realAround(
  { hollow }: AgencyWorld,
  { effort, shown }: RateResponses,
  rates: readonly number[],
): readonly (readonly number[])[] {
  const read = across(shown, rates);
  return effort.map((row, k) => row.map((one, j) => (read[j] > 0 ? one - hollow * shown[k][j] : one)));
}

/** Sum of rows times rates, [activity]. */
export function across(rows: readonly (readonly number[])[], rates: readonly number[]): number[] {
  const sums = rows[0].map(() => 0);
  for (const [k, row] of rows.entries()) for (const [j, one] of row.entries()) sums[j] += rates[k] * one;
  return sums;
}

/** EUR a year and KAM. Value of the real work at some rates less its bend, less cost of effort, less cost of risk. */
export function surplusOf(world: AgencyWorld, answers: RateResponses, rates: readonly number[]): number {
  const { effort, shown, burden } = answers;
  const read = across(shown, rates);
  const real = across(effort, rates).map((one, j) => one - world.hollow * Math.max(0, read[j]));
  const fading = real.reduce((sum, one, j) => sum + world.bend[j] * one * one, 0);
  return (12 / world.months) * (dot(world.value, real) - fading / 2) - dot(rates, timesMatrix(burden, rates)) / 2;
}

/** The same as a quadratic: exact at these rates, in proportion to them, and as far as the same activities are raised by readings. */
export function quadraticAround(world: AgencyWorld, answers: RateResponses, rates: readonly number[]): Quadratic {
  const real = realAround(world, answers, rates);
  const yearly = 12 / world.months;
  const faded = real.map((row) => row.map((one, j) => yearly * world.bend[j] * one));
  return {
    gain: real.map((row) => yearly * dot(row, world.value)),
    bend: real.map((row, k) => real.map((_, l) => answers.burden[k][l] + dot(row, faded[l]))),
    effort: answers.effort.map((row) => row.reduce((sum, one) => sum + one, 0)),
    room: Math.max(0, world.hours - world.natural.reduce((sum, one) => sum + one, 0)),
  };
}

/** The mean of several: what is maximised when nobody knows which of them is true. */
export function meanOf(all: readonly Quadratic[]): Quadratic {
  const over = (of: (one: Quadratic) => number): number => all.reduce((sum, one) => sum + of(one), 0) / all.length;
  return {
    gain: all[0].gain.map((_, k) => over((one) => one.gain[k])),
    bend: all[0].bend.map((row, k) => row.map((_, l) => over((one) => one.bend[k][l]))),
    effort: all[0].effort.map((_, k) => over((one) => one.effort[k])),
    room: over((one) => one.room),
  };
}

/** The same in the rates of fixed mixtures of measures, [mixture][measure]. */
export const mixed = (
  { gain, bend, effort, room }: Quadratic,
  mixtures: readonly (readonly number[])[],
): Quadratic => ({
  gain: timesMatrix(mixtures, gain),
  bend: mixtures.map((row) => mixtures.map((other) => dot(row, timesMatrix(bend, other)))),
  effort: timesMatrix(mixtures, effort),
  room,
});
