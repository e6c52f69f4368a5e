import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { PlainNumbers } from "../../src/model/frame/part.js";
import { people } from "../../src/model/people/index.js";
import { defaults, restingScene } from "./scenes.js";
import { between, type Draw, drawsFrom } from "./worlds.js";

interface Choice {
  readonly gain: readonly number[];
  readonly natural: readonly number[];
  readonly world: PlainNumbers;
}

const rooms = defaults.map(({ room }) => room);

/** EUR/month. Reward less cost of effort, as one reads it. */
function utility({ gain, natural, world }: Choice, effort: readonly number[]): number {
  const unit = (world.effortCost * world.salary) / 12;
  const change = effort.map((one, j) => one - natural[j]);
  const alone = change.reduce((sum, one, j) => sum + one ** 2 / rooms[j], 0);
  const together = change.reduce((sum, one) => sum + one, 0) ** 2;
  return effort.reduce((sum, one, j) => sum + gain[j] * one, 0) - 0.5 * unit * (alone + world.substitution * together);
}

const total = (effort: readonly number[]): number => effort.reduce((sum, one) => sum + one, 0);

/** Best effort by moving one activity at a time to the top of its parabola, which three looks at the utility give. */
function bestBySearch(choice: Choice, price = 0): number[] {
  const effort = [...choice.natural];
  const look = (j: number, at: number) => {
    const tried = effort.with(j, at);
    return utility(choice, tried) - price * total(tried);
  };
  for (let round = 0; round < 3_000; round++) {
    let moved = 0;
    for (let j = 0; j < effort.length; j++) {
      const here = effort[j];
      const [left, middle, right] = [here - 0.5, here, here + 0.5].map((at) => look(j, at));
      const top = here + (0.25 * (right - left)) / (2 * middle - left - right);
      effort[j] = Math.max(choice.world.leastEffort, top);
      moved = Math.max(moved, Math.abs(effort[j] - here));
    }
    if (moved < 1e-13) break;
  }
  return effort;
}

/** The same within the month: the price of an hour is bisected until the month is full. */
function bestWithin(choice: Choice): number[] {
  const free = bestBySearch(choice);
  if (total(free) <= choice.world.hours) return free;
  let [low, high] = [0, 1e6];
  for (let step = 0; step < 60; step++) {
    const price = (low + high) / 2;
    if (total(bestBySearch(choice, price)) > choice.world.hours) low = price;
    else high = price;
  }
  return bestBySearch(choice, high);
}

function bestByKernel(choice: Choice): number[] {
  const activity = Object.fromEntries(
    defaults.map(({ name }, j) => [name, { gain: choice.gain[j], natural: choice.natural[j] }]),
  );
  const { lanes, world, randomDraws, activities } = restingScene({ activity, world: choice.world });
  people.effort.kernel(lanes, world as never, randomDraws, 0, activities);
  return [...lanes.effort];
}

function randomChoice(draw: Draw, named: PlainNumbers, most: number): Choice {
  return {
    gain: defaults.map(() => between(draw, -most / 2, most)),
    natural: defaults.map(({ normal }) => normal * between(draw, 0.7, 1.4)),
    world: {
      effortCost: between(draw, 0.3, 1.2),
      substitution: between(draw, 0.5, 4),
      salary: 72_000,
      hours: 1.3,
      leastEffort: 0,
      ...named,
    },
  };
}

/** EUR/FTE. Change of utility per unit of each activity, exact because utility is a parabola. */
const slopes = (choice: Choice, effort: readonly number[]): number[] =>
  effort.map((at, j) => utility(choice, effort.with(j, at + 0.5)) - utility(choice, effort.with(j, at - 0.5)));

const seeds = fc.integer({ min: 0, max: 2 ** 31 });

describe("the choice of effort is the best there is", () => {
  test("without bounds no activity gains from moving", () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const choice = randomChoice(drawsFrom(seed), { hours: 50, leastEffort: -50 }, 12_000);
        const effort = bestByKernel(choice);
        for (const slope of slopes(choice, effort)) expect(Math.abs(slope)).toBeLessThan(1e-6);
        bestBySearch(choice).forEach((one, j) => {
          expect(effort[j]).toBeCloseTo(one, 8);
        });
      }),
      { numRuns: 40 },
    );
  });

  test("with bounds it is what a search finds: nothing below zero, no more than a month", () => {
    let full = 0;
    let empty = 0;
    fc.assert(
      fc.property(seeds, (seed) => {
        const choice = randomChoice(drawsFrom(seed), {}, 20_000);
        const effort = bestByKernel(choice);
        bestWithin(choice).forEach((one, j) => {
          expect(effort[j]).toBeCloseTo(one, 6);
        });
        if (total(effort) > 1.3 - 1e-9) full += 1;
        if (effort.includes(0)) empty += 1;
      }),
      { numRuns: 40 },
    );
    expect(full).toBeGreaterThan(3);
    expect(empty).toBeGreaterThan(3);
  });

  test("with bounds the conditions of Karush, Kuhn and Tucker hold", () => {
    fc.assert(
      fc.property(seeds, fc.double({ min: 500, max: 40_000, noNaN: true }), (seed, most) => {
        const choice = randomChoice(drawsFrom(seed), {}, most);
        const effort = bestByKernel(choice);
        const slope = slopes(choice, effort);
        const active = slope.filter((_, j) => effort[j] > 0);
        const isFull = total(effort) > choice.world.hours - 1e-9;
        // one price of an hour for all activities in use; none while the month has room
        const price = isFull ? Math.max(...active) : 0;
        expect(price).toBeGreaterThanOrEqual(-1e-6);
        for (const one of active) expect(Math.abs(one - price)).toBeLessThan(1e-6);
        slope.forEach((one, j) => {
          if (effort[j] <= 0) expect(one).toBeLessThanOrEqual(price + 1e-6);
        });
        expect(total(effort)).toBeLessThanOrEqual(choice.world.hours + 1e-9);
      }),
      { numRuns: 300 },
    );
  });
});
