import { central, type Distribution, quantile } from "../../src/foundation/maths/distribution.js";
import { powerTable } from "../../src/foundation/maths/power-table.js";
import { uniformAt } from "../../src/foundation/maths/random.js";
import { assumptionNames, assumptions, usualRange } from "../../src/model/assumptions.js";
import { usualSalary } from "../../src/model/frame/firm.js";
import type { PlainNumbers } from "../../src/model/frame/part.js";
import { keepMonth } from "../../src/model/people/patience.js";

/** A stream of uniforms from one seed: every random input of a test is reached by its seed alone. */
export type Draw = () => number;

export function drawsFrom(seed: number): Draw {
  let item = 0;
  return () => uniformAt(seed, 0, 0, 0, item++);
}

export const between = (draw: Draw, low: number, high: number): number => low + (high - low) * draw();

/** Columns that follow from a design, and what they may be. */
export const designColumns: Readonly<Record<string, readonly [number, number]>> = {
  contingentShare: [0, 0.8],
  crowdingPay: [0, 0.8],
  awardShare: [0, 1],
  trainingSpend: [0, 6_000],
  topUp: [0, 12_000],
};

/** Columns that are switches. */
export const switches = ["responds", "compensated"] as const;

export const rangeOf = (name: string): Distribution => usualRange(assumptions[name], usualSalary);

/** What follows from the assumptions: monthly factors of pay kept, pay delayed, staying and the firm's discount. */
const followed = (world: Record<string, number>): Record<string, number> => ({
  ...world,
  keepMonth: keepMonth(world.impatience, world.quits),
  delayMonth: (1 + world.impatience) ** (-1 / 12),
  stayMonth: (1 - world.quits) ** (1 / 12),
  transitoryMonth: world.shockHalfLife > 0 ? 0.5 ** (1 / world.shockHalfLife) : 0,
  firmMonth: (1 + world.firmDiscount) ** (-1 / 12),
});

/** Every assumption at its central value, no reward, managers who respond. */
export const centralWorld = (named: PlainNumbers = {}): Record<string, number> => {
  const world = Object.fromEntries(assumptionNames.map((name) => [name, central(rangeOf(name))]));
  const design = Object.fromEntries(Object.keys(designColumns).map((name) => [name, 0]));
  return { ...followed(world), ...design, responds: 1, compensated: 0, ...named };
};

/** Every assumption somewhere in its range; those given as one number within half and one and a half times it. */
export function randomWorld(draw: Draw): Record<string, number> {
  const world: Record<string, number> = {};
  for (const name of assumptionNames) {
    const range = rangeOf(name);
    world[name] = range.kind === "fixed" ? aroundFixed(name, range.value, draw) : quantile(range, 0.01 + 0.98 * draw());
  }
  const out = followed(world);
  for (const [name, [low, high]] of Object.entries(designColumns)) {
    out[name] = draw() < 0.2 ? 0 : between(draw, low, high);
  }
  for (const name of switches) out[name] = draw() < 0.5 ? 0 : 1;
  return out;
}

function aroundFixed(name: string, value: number, draw: Draw): number {
  const { min = Number.NEGATIVE_INFINITY, max = Number.POSITIVE_INFINITY } = assumptions[name].unit;
  if (value !== 0) return Math.min(max, Math.max(min, value * between(draw, 0.5, 1.5)));
  const isSwitchedOn = draw() < 0.5;
  return isSwitchedOn ? Math.min(max, Math.max(min, between(draw, -0.05, 0.05))) : 0;
}

/** One column per name, one number per world. */
export function columnsOf(worlds: readonly PlainNumbers[]): Record<string, Float64Array> {
  const columns = Object.fromEntries(
    Object.keys(worlds[0]).map((name) => [name, Float64Array.from(worlds, (world) => world[name])]),
  );
  return { ...columns, powers: powerTable(columns.diminishing) };
}
