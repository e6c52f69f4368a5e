import { describe, expect, test } from "vitest";
import { fillNormals, fillUniforms } from "../../src/foundation/maths/random.js";
import { drivers } from "../../src/results/sensitivity/drivers.js";
import { ranksOf } from "../../src/results/sensitivity/sensitivity.js";
import { tinyRun } from "./tiny-run.js";

const count = 100;
const words = new Float64Array(2 * count);
fillUniforms(words, 0, 1, 2 * count, 5, 0, 0, 3, 0);
/** 0, .01 … .99 in an order of chance; the first and the second half of the words give two such orders. */
const shuffled = (from: number): number[] =>
  Array.from(ranksOf(words.slice(from, from + count)), (rank) => (rank - 1) / count);
const pressure = shuffled(0);
const noise = new Float64Array(count);
fillNormals(noise, 0, 1, count, 5, 0, 0, 1, 0);
const luck = Array.from(noise, (one) => 1e6 * one);

const run = tinyRun({
  smallest: 20_000,
  draws: {
    pressureHarm: pressure,
    idleThing: shuffled(count),
    margin: luck.map(() => 0.3),
  },
  designs: {
    today: { outcomes: { "net value": luck } },
    patient: { outcomes: { "net value": luck.map((one, w) => one + 300_000 + 1e6 * (pressure[w] - 0.3)) } },
    steady: { outcomes: { "net value": luck.map((one) => one + 300_000) } },
    dear: { role: "first best", outcomes: { "net value": luck.map((one) => one + 5e6) } },
  },
});

describe("drivers", () => {
  const found = drivers(run);
  const [first, second] = found.drivers;

  test("examine the best of the scenario's designs against the runner-up and the baseline", () => {
    expect([found.design, found.runnerUp, found.baseline]).toEqual(["patient", "steady", "today"]);
  });

  test("put the assumption that moves the lead first and leave out what does not vary", () => {
    expect(found.drivers.map(({ assumption }) => assumption)).toEqual(["pressure harm", "idle thing"]);
    expect(first.againstRunnerUp?.index.value).toBeGreaterThan(0.95);
    expect(first.isAboveChance).toBe(true);
    expect(second.isAboveChance).toBe(false);
  });

  test("hand-worked: the lead over the runner-up is −205, −5, 195, 395, 595 thousand by fifth and zero at .3", () => {
    const lead = first.againstRunnerUp;
    const means = lead?.fifths.map(({ difference }) => Math.round(difference.mean / 1000));
    expect(means).toEqual([-205, -5, 195, 395, 595]);
    expect(lead?.fifths[0]).toMatchObject({ low: 0, high: 0.19, worlds: 20 });
    expect(lead?.fifths[0].middle).toBeCloseTo(0.095, 12);
    expect(lead?.threshold).toBeCloseTo(0.3, 10);
    expect(lead?.slope).toBeCloseTo(1e6, 4);
    expect(lead?.correlation).toBeCloseTo(1, 12);
  });

  test("the other design leads in the lowest fifth by 205 thousand, clearly, from .3 down", () => {
    expect(first.flips).toHaveLength(1);
    expect(first.flips[0]).toMatchObject({ side: "low", design: "steady", isClear: true, isWorthActing: true });
    expect(first.flips[0].difference.mean).toBeCloseTo(205_000, 3);
    expect(first.flips[0].threshold).toBeCloseTo(0.3, 10);
  });

  test("bring the meaning and unit of a known assumption along", () => {
    expect(first.meaning).not.toBe("");
    expect(first.source).not.toBe("");
    expect(second.unit).toEqual({ dimension: "number" });
  });

  test("say how many flips luck alone gives", () => {
    expect(found.chance.flips).toBeGreaterThanOrEqual(0);
    expect(found.chance.flips).toBeLessThan(1);
  });

  test("another contrast can be asked for, with signs the other way round", () => {
    const other = drivers(run, { design: "steady" });
    expect(other.runnerUp).toBe("patient");
    expect(other.drivers[0].againstRunnerUp?.correlation).toBeCloseTo(-1, 12);
  });

  test("fewer than 50 worlds say nothing", () => {
    const few = tinyRun({ draws: { drift: [1, 2, 3] }, designs: { a: { outcomes: { "net value": [1, 2, 3] } } } });
    expect(drivers(few)).toMatchObject({ drivers: [], hasEnoughWorlds: false, runnerUp: undefined });
  });

  test("unknown names and outcomes without a direction are refused", () => {
    expect(() => drivers(run, { design: "steadi" })).toThrow("did you mean steady?");
    const flat = tinyRun({ designs: { a: { outcomes: { effort: [1, 2] } } } });
    expect(() => drivers(flat, { outcome: "effort" })).toThrow("neither direction");
  });
});

test("a lead of 205 thousand is worth acting on unless the smallest such difference is larger", () => {
  const isWorth = (smallestDifference: number) =>
    drivers({ ...run, smallestDifference }).drivers[0].flips.map((one) => one.isWorthActing);
  expect([isWorth(204_000), isWorth(206_000)]).toEqual([[true], [false]]);
});

test("equal values share their rank", () => {
  expect([...ranksOf([3, 1, 3, 2])]).toEqual([3.5, 1, 3.5, 2]);
});
