import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { normalCdf } from "../../src/foundation/maths/special.js";
import { accounts } from "../../src/model/accounts/index.js";
import { assumptions } from "../../src/model/assumptions.js";
import type { PlainNumbers } from "../../src/model/frame/part.js";
import { measures as registered } from "../../src/model/measures/index.js";
import {
  type CardMeasure,
  type Gradient,
  loadsOf,
  type Measure,
  type MeasureWorld,
} from "../../src/model/measures/measure.js";
import { expectSame } from "./agreement.js";
import { columnsIn, copyOf, everything, momentOf, randomScene, restingScene, type Scene } from "./scenes.js";
import { between, drawsFrom } from "./worlds.js";

const measures: readonly Measure[] = registered;
const seeds = fc.integer({ min: 0, max: 2 ** 31 });
const runs = { numRuns: 40 };

interface Numbers {
  readonly cadence: number;
  readonly noise: number;
}

const usual: Numbers = { cadence: 6, noise: 1 };

function slotOf(
  measure: Measure,
  { randomDraws, activities, lanes }: Scene,
  numbers: Numbers,
  targets: () => number,
): CardMeasure {
  return {
    ...numbers,
    loads: loadsOf(measure.reads, activities),
    reporting: activities.findIndex((one) => one.reporting && one.normal > 0),
    target: Float64Array.from({ length: lanes.lanes }, targets),
    readings: measure.judged ? randomDraws.readings[measure.name] : undefined,
    activities,
  };
}

function samples(measure: Measure, slot: CardMeasure, scene: Scene): Float64Array {
  const out = new Float64Array(scene.lanes.lanes);
  measure.kernel(out, slot, scene.lanes, scene.world as MeasureWorld, scene.randomDraws, scene.month);
  return out;
}

/** The slot as one lane sees it, and what others of the team have booked. */
function slotView(slot: CardMeasure, { lanes }: Scene, i: number): PlainNumbers {
  const first = i - (i % lanes.managers);
  let othersRevenue = -lanes.revenue[i];
  let othersTarget = -slot.target[i];
  for (let k = first; k < first + lanes.managers; k++) {
    othersRevenue += lanes.revenue[k];
    othersTarget += slot.target[k];
  }
  const { cadence, noise } = slot;
  return { cadence, noise, target: slot.target[i], othersRevenue, othersTarget };
}

const noiseOf = (measure: Measure, { randomDraws, month, lanes }: Scene, i: number): number =>
  (measure.judged ? randomDraws.readings[measure.name] : randomDraws.survey)[month * lanes.lanes + i];

/** A random scene with a random slot for the measure. */
function randomReading(measure: Measure, seed: number) {
  const draw = drawsFrom(seed);
  const scene = randomScene(draw, everything);
  const numbers = { cadence: 6, noise: between(draw, 0, 2) };
  return { draw, scene, slot: slotOf(measure, scene, numbers, () => between(draw, 1e4, 1e6)) };
}

/** All lanes of a column multiplied or shifted, on a copy. */
function altered(scene: Scene, column: string, change: (value: number) => number): Scene {
  const lanes = copyOf(scene.lanes);
  const values = columnsIn(lanes)[column];
  for (let at = 0; at < values.length; at++) values[at] = change(values[at]);
  return { ...scene, lanes };
}

function withEffort(scene: Scene, name: string, more: number): Scene {
  const lanes = copyOf(scene.lanes);
  const j = scene.activities.findIndex((one) => one.name === name);
  expect(j, `${name} is an activity of the default list`).toBeGreaterThanOrEqual(0);
  for (let i = 0; i < lanes.lanes; i++) lanes.effort[j * lanes.lanes + i] += more;
  return { ...scene, lanes };
}

const everyLane = (holds: (i: number) => boolean, lanes: number, law: string): void => {
  for (let i = 0; i < lanes; i++) if (!holds(i)) expect.fail(`lane ${i}: ${law}`);
};

describe.each(measures.map((measure) => [measure.name, measure] as const))("measure: %s", (_name, measure) => {
  test.each(measure.examples.map((example) => [example.why, example] as const))("%s", (_why, example) => {
    const scene = restingScene(example, everything);
    scene.randomDraws.survey.fill(example.noise ?? 0);
    scene.randomDraws.readings[measure.name].fill(example.noise ?? 0);
    const slot = slotOf(measure, scene, usual, () => example.target ?? 1);
    const plain = measure.formula(momentOf(scene, 0), slotView(slot, scene, 0), example.noise ?? 0);
    expectSame(plain, example.gives, "formula");
    // the noise of the random draws has 24 bits
    expectSame(samples(measure, slot, scene)[0], example.gives, "kernel", example.noise === undefined ? 1e-9 : 1e-7);
  });

  test("kernel and formula agree", () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const { scene, slot } = randomReading(measure, seed);
        const found = samples(measure, slot, scene);
        for (let i = 0; i < scene.lanes.lanes; i++) {
          const noise = noiseOf(measure, scene, i);
          expectSame(found[i], measure.formula(momentOf(scene, i), slotView(slot, scene, i), noise), `lane ${i}`);
        }
      }),
      runs,
    );
  });

  test.each(measure.laws.map((law) => [JSON.stringify(law), law] as const))("law: %s", (text, law) => {
    fc.assert(
      fc.property(seeds, fc.double({ min: 0.01, max: 2, noNaN: true }), (seed, more) => {
        const { scene, slot } = randomReading(measure, seed);
        const before = samples(measure, slot, scene);
        const check = (scene: Scene, holds: (after: number, before: number) => boolean, at = slot) => {
          const after = samples(measure, at, scene);
          everyLane((i) => holds(after[i], before[i]), after.length, text);
        };
        if (law.rises)
          check(
            altered(scene, law.rises, (x) => x * (1 + more) + more),
            (a, b) => a > b,
          );
        if (law.falls)
          check(
            altered(scene, law.falls, (x) => x + more),
            (a, b) => a < b,
          );
        if (law.risesWithEffort) check(withEffort(scene, law.risesWithEffort, more), (a, b) => a > b);
        if (law.scalesWith) {
          const doubled = { ...slot, target: slot.target.map((value) => 2 * value) };
          const scene2 = altered(scene, law.scalesWith, (x) => 2 * x);
          check(scene2, (a, b) => Math.abs(a - b) <= 1e-12 * Math.abs(b), doubled);
        }
      }),
      runs,
    );
  });

  test("says what, how, who and when, whose side it is on, and reads known activities in full", () => {
    for (const text of [measure.what, measure.how, measure.who, measure.when]) expect(text.length).toBeGreaterThan(3);
    expect(["supplier", "customer", "interaction"]).toContain(measure.level);
    const loads = Object.values(measure.reads);
    if (loads.length > 0) expect(loads.reduce((sum, one) => sum + one, 0)).toBeCloseTo(1, 12);
    for (const [name, assumption] of Object.entries(measure.assumptions)) expect(assumptions[name]).toBe(assumption);
  });

  test("the variance it states is the variance its noise makes", () => {
    const { luck } = measure;
    if (typeof luck !== "function" || measure.name in lumpy) return;
    const { scene, slot } = randomReading(measure, 7);
    const plain = { ...slot, noise: 1 };
    for (const column of [scene.randomDraws.survey, scene.randomDraws.readings[measure.name]]) column.fill(1);
    const noisy = samples(measure, plain, scene);
    const quiet = samples(measure, { ...plain, noise: 0 }, scene);
    for (let i = 0; i < noisy.length; i++) {
      const stated = luck(scene.world as MeasureWorld, scene.lanes.world[i], scene.lanes.accounts);
      expectSame((noisy[i] - quiet[i]) ** 2, stated, `lane ${i}`);
    }
  });
});

/** Measures that count whole accounts: their luck is a chance of loss, their gradient a smoothed one; tested by hand below. */
const lumpy: Readonly<Record<string, true>> = { "account retention": true, "referenceable accounts": true };

describe("what one sample answers to", () => {
  const states = ["relationship", "satisfaction", "adoption", "pulled", "boost"] as const;
  const step = 1e-6;

  /** Everything at rest, 1.2M of revenue, one state moved; the month as far as it makes a sample. */
  function sampleAt(measure: Measure, world: PlainNumbers, state: string | undefined, by: number): number {
    const isPush = state === "push";
    const account = { size: 1_200_000, ...(state && !isPush ? { [state]: (rest[state] ?? 0) + by } : {}) };
    const scene = restingScene({ account, lane: isPush ? { push: by } : {}, world }, everything);
    for (const part of [accounts.flow, accounts.booking, accounts.standing, accounts.lifetimeValue]) {
      part.kernel(scene.lanes, scene.world as never, scene.randomDraws, 0, scene.activities);
    }
    return samples(
      measure,
      slotOf(measure, scene, usual, () => 1),
      scene,
    )[0];
  }
  const rest: PlainNumbers = { relationship: 1, satisfaction: 1, adoption: 1 };

  test.each(measures.filter(({ name }) => !(name in lumpy)).map((one) => [one.name, one] as const))(
    "%s: the gradient is the change of the sample per unit of each state, relative to its level",
    (_name, measure) => {
      fc.assert(
        fc.property(seeds, (seed) => {
          const draw = drawsFrom(seed);
          const named = { compression: between(draw, 0.2, 0.7), churn: between(draw, 0.05, 0.2), concession: 0.05 };
          const world = { ...named, churnSlope: between(draw, 0.5, 3), payback: between(draw, 0.1, 0.4) };
          const gradient: Gradient = measure.gradient(columnsOfRest(world), 0);
          const level = measure.scale === "index" ? 1 : sampleAt(measure, world, undefined, 0);
          for (const state of [...states, ...(measure.scale === "index" ? [] : ["push" as const])]) {
            // concessions are given on pushed sales only, so a push counts from rest upwards
            const below = state === "push" ? 0 : step;
            const rise = sampleAt(measure, world, state, step) - sampleAt(measure, world, state, -below);
            expect(rise / (step + below) / level, state).toBeCloseTo(gradient[state] ?? 0, 4);
          }
        }),
        { numRuns: 10 },
      );
    },
  );

  const columnsOfRest = (world: PlainNumbers): MeasureWorld =>
    restingScene({ world }, everything).world as MeasureWorld;
  const byName = (name: string): Measure => measures.find((one) => one.name === name)!;
  const counted = (measure: Measure, lane: PlainNumbers, world: PlainNumbers): number => {
    const scene = restingScene({ lane, world }, everything);
    return samples(
      measure,
      slotOf(measure, scene, usual, () => 1),
      scene,
    )[0];
  };

  test("account retention answers to satisfaction through the expected loss of accounts", () => {
    const measure = byName("account retention");
    const world = { compression: 0.5, churn: 0.12, churnSlope: 2 };
    const expected = (satisfaction: number) =>
      counted(measure, { lost: (0.12 / 12) * Math.exp(-2 * (satisfaction - 1)) }, world);
    const found = (expected(1 + step) - expected(1 - step)) / (2 * step);
    expect(measure.gradient(columnsOfRest(world), 0).satisfaction).toBeCloseTo(found, 6);
    expect(found).toBeCloseTo(0.5 * 12 * 0.01 * 2, 8);
  });

  test("a reference answers to satisfaction and relationship moving together like Φ over a tenth of an index point", () => {
    const measure = byName("referenceable accounts");
    const world = { compression: 0.4 };
    const smooth = (index: number) => counted(measure, { referenceable: normalCdf((index - 1) / 0.1) }, world);
    const { relationship = 0, satisfaction = 0 } = measure.gradient(columnsOfRest(world), 0);
    expect(relationship + satisfaction).toBeCloseTo((smooth(1 + step) - smooth(1 - step)) / (2 * step), 6);
  });

  test("counting accounts is binomial: c²·12²·p/K for losses at p a month, a year, c²·¼/K for references", () => {
    const world = columnsOfRest({ compression: 0.4, churn: 0.12 });
    const luck = (name: string) => byName(name).luck as (world: MeasureWorld, w: number, k: number) => number;
    expect(luck("account retention")(world, 0, 5)).toBeCloseTo((0.16 * 144 * 0.01) / 5, 12);
    expect(luck("referenceable accounts")(world, 0, 5)).toBeCloseTo((0.16 * 0.25) / 5, 12);
  });

  test("levels grow with the market less what losses take: 7 % less half of 10 % is 2 % a year", () => {
    const world = columnsOfRest({ drift: 0.07, churn: 0.1, replaced: 0.5 });
    expect(12 * byName("account revenue").growth(world, 0)).toBeCloseTo(0.02, 12);
    expect(12 * byName("organic growth").growth(world, 0)).toBeCloseTo(-0.03, 12);
    expect(byName("customer satisfaction").growth(world, 0)).toBe(0);
  });
});
