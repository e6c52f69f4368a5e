import { describe, expect, test } from "vitest";
import { fillNormals } from "../../src/foundation/maths/random.js";
import { estimate } from "../../src/foundation/maths/summary.js";
import { regressionAdjuster } from "../../src/results/basis/regression-adjustment.js";
import type { Run } from "../../src/simulation/data.js";

import { tinyRun } from "./tiny-run.js";

/** A run of so many worlds whose one design is worth 3·(draw of one assumption) plus noise; exact mean of the draw 0. */
function noisyRun(worlds: number, seed: number, noise: number): { run: Run; values: Float64Array } {
  const column = (item: number): Float64Array => {
    const out = new Float64Array(worlds);
    fillNormals(out, 0, 1, worlds, seed, 1, 0, 0, item);
    return out;
  };
  const draw = column(1);
  const luck = column(2);
  const values = draw.map((one, w) => 10 + 3 * one + noise * luck[w]);
  const base = tinyRun({ designs: { a: { outcomes: { "net value": [...values] } } }, draws: { lag: [...draw] } });
  return { run: { ...base, expected: [0] }, values };
}

describe("draws of assumptions are taken out of means", () => {
  test("hand-worked: of 40 worlds without noise a 41st of what was drawn too high is left, for the penalty is 1", () => {
    const { run, values } = noisyRun(40, 3, 0);
    const off = estimate(values).mean - 10;
    expect(Math.abs(off)).toBeGreaterThan(0.1);
    const { mean, standardError } = estimate(regressionAdjuster(run)(values));
    expect((mean - 10) / off).toBeCloseTo(1 / 41, 10);
    expect(standardError / estimate(values).standardError).toBeLessThan(1 / 30);
  });

  test("worlds that share a draw become one value: their mean", () => {
    const { run, values } = noisyRun(40, 3, 1);
    const twice = (column: Float64Array) => Float64Array.from({ length: 80 }, (_, w) => column[w >> 1]);
    const luck = Float64Array.from({ length: 80 }, (_, w) => (w % 2 === 0 ? 5 : -5));
    const draws: Run["draws"] = new Map([["lag" as const, twice(run.draws.get("lag" as never) as Float64Array)]]);
    const shared = { ...run, draws, worlds: 80, lucksPerDraw: 2 };
    const [once, both] = [
      regressionAdjuster(run)(values),
      regressionAdjuster(shared)(twice(values).map((one, w) => one + luck[w])),
    ];
    expect(regressionAdjuster(shared).size).toBe(2);
    for (let w = 0; w < 40; w++) expect(both[w]).toBeCloseTo(once[w], 10);
  });

  test("with too few worlds, or nothing that varies, a column is left as it is", () => {
    const { run, values } = noisyRun(5, 3, 1);
    expect(regressionAdjuster(run)(values)).toBe(values);
    const still = { ...noisyRun(40, 3, 1).run, draws: new Map([["lag" as const, new Float64Array(40).fill(2)]]) };
    expect(regressionAdjuster(still)(values)).toBe(values);
  });

  test("sharpened differences are differences of sharpened columns", () => {
    const { run, values } = noisyRun(60, 5, 1);
    const other = values.map((one) => one * one);
    const adjust = regressionAdjuster(run);
    const [a, b, ab] = [adjust(values), adjust(other), adjust(values.map((one, w) => one - other[w]))];
    for (let w = 0; w < 60; w++) expect(ab[w]).toBeCloseTo(a[w] - b[w], 9);
  });

  test("its intervals cover the truth as often as they say: 95 % of 800 small studies, ± 4 standard errors", () => {
    let covered = 0;
    for (let seed = 1; seed <= 800; seed++) {
      const { run, values } = noisyRun(20, seed, 2);
      const { low, high } = estimate(regressionAdjuster(run)(values));
      if (low <= 10 && 10 <= high) covered += 1;
    }
    expect(Math.abs(covered / 800 - 0.95)).toBeLessThan(4 * Math.sqrt((0.95 * 0.05) / 800));
  });

  test("and they are narrower where the draws explain much", () => {
    const { run, values } = noisyRun(200, 9, 1);
    const ratio = estimate(regressionAdjuster(run)(values)).standardError / estimate(values).standardError;
    expect(ratio).toBeLessThan(0.4);
    expect(ratio).toBeGreaterThan(0.25);
  });
});
