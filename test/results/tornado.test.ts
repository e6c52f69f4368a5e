import { describe, expect, test } from "vitest";
import { estimate } from "../../src/foundation/maths/summary.js";
import { tornado as printed } from "../../src/report/printed.js";
import { tornado } from "../../src/results/sensitivity/tornado.js";
import { categoryIndex } from "../../src/results/statistics/category-index.js";
import { tinyRun } from "./tiny-run.js";

const worlds = 100;
const range = (value: (w: number) => number): number[] => Array.from({ length: worlds }, (_, w) => value(w));

/** A linear congruential sequence stands in for luck (Numerical Recipes). */
const luck = (seed: number) => {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
};

/** 0 to 99 in an order that has nothing to do with that of the worlds. */
const shuffled = (seed: number): number[] => {
  const draw = luck(seed);
  const keys = range(draw);
  return range((w) => keys.filter((key) => key < keys[w]).length);
};
const mixed = shuffled(1);
const other = shuffled(2);

/** The difference rises by 10 per unit of impatience and falls by 1 per unit of churn; evidence adds 400. */
const lead = range((w) => 10 * mixed[w] - other[w] - 300);
const run = tinyRun({
  responses: ["look-ahead", "none", "evidence"],
  draws: { impatience: mixed, churn: other, margin: range(() => 0.3) },
  designs: {
    today: { outcomes: { "net value": range((w) => 5000 + 900 * (w % 7)), leavers: range(() => 0.1) } },
    plan: {
      outcomes: {
        "net value": {
          "look-ahead": range((w) => 5000 + 900 * (w % 7) + lead[w]),
          none: range((w) => 5000 + 900 * (w % 7)),
          evidence: range((w) => 5000 + 900 * (w % 7) + lead[w] + 400),
        },
        leavers: range((w) => 0.1 - mixed[w] / 1000),
      },
    },
    worse: { outcomes: { "net value": range(() => 0), leavers: range(() => 1) } },
  },
});

const bar = (name: string, options = {}) => {
  const found = tornado(run, options).bars.find((one) => one.name === name);
  if (found === undefined) throw new Error(`no bar ${name}`);
  return found;
};

describe("a tornado", () => {
  test("hand-worked: the lowest fifth of 0 to 99 has its middle at 9.5, the highest at 89.5, 80 apart: 800 at 10 each", () => {
    const { low, high, swing, levels } = bar("impatience");
    expect([low.value, high.value]).toEqual([9.5, 89.5]);
    expect(levels).toHaveLength(5);
    const at = (fifth: number) => estimate(lead.filter((_, w) => Math.floor(mixed[w] / 20) === fifth)).mean;
    expect(low.difference.mean).toBeCloseTo(at(0), 9);
    expect(high.difference.mean).toBeCloseTo(at(4), 9);
    expect(swing.mean).toBeCloseTo(at(4) - at(0), 9);
    // 800 from impatience, and what churn happens to differ between the fifths, at most 99
    expect(Math.abs(swing.mean - 800)).toBeLessThan(99);
  });

  test("bars are sorted by their width, what does not vary has none, and a fall is a swing below zero", () => {
    const { bars, design, baseline, difference } = tornado(run);
    expect([design, baseline]).toEqual(["plan", "today"]);
    expect(bars.map(({ name }) => name)).toEqual(["impatience", "response", "churn"]);
    const widths = bars.map(({ swing }) => Math.abs(swing.mean));
    expect(widths).toEqual([...widths].sort((a, b) => b - a));
    expect(bars[2].low.value).toBe(9.5);
    expect(difference.mean).toBeCloseTo(10 * 49.5 - 49.5 - 300, 9);
    expect(bars[0].share.value).toBeGreaterThan(0.9);
    expect([bars[0].isAboveChance, bars[2].isAboveChance]).toEqual([true, false]);
  });

  test("how managers react is a choice: one end for each response, paired by world", () => {
    const { kind, levels, low, high, swing, share } = bar("response");
    expect(kind).toBe("choice");
    expect(levels.map(({ choice }) => choice)).toEqual(["look-ahead", "none", "evidence"]);
    expect([low.choice, high.choice]).toEqual(["none", "evidence"]);
    expect(low.difference.mean).toBe(0);
    expect(swing.mean).toBeCloseTo(10 * 49.5 - 49.5 - 300 + 400, 9);
    expect(share.value).toBeGreaterThan(0);
    expect(share.value).toBeLessThan(1);
  });

  test("a flip is certain at both ends: impatience turns the sign, churn does not", () => {
    expect(bar("impatience").flips).toBe(true);
    expect(bar("churn").flips).toBe(false);
    expect(bar("response").flips).toBe(false);
  });

  test("the two designs the other way round mirror every bar", () => {
    const [straight, back] = [bar("impatience"), bar("impatience", { design: "today", baseline: "plan" })];
    expect(back.swing.mean).toBeCloseTo(-straight.swing.mean, 9);
    expect(back.low.difference.low).toBeCloseTo(-straight.low.difference.high, 9);
    expect(back.share.value).toBeCloseTo(straight.share.value, 12);
  });

  test("any outcome with a value in every world will do", () => {
    const { swing } = bar("impatience", { outcome: "leavers", design: "plan" });
    expect(swing.mean).toBeCloseTo(-0.08, 12);
    expect(tornado(run, { outcome: "leavers" }).design).toBe("plan");
  });

  test("with fewer than 50 worlds nothing is said", () => {
    const few = tinyRun({
      draws: { impatience: [1, 2, 3] },
      designs: { a: { outcomes: { "net value": [1, 2, 3] } }, b: { outcomes: { "net value": [2, 2, 2] } } },
    });
    expect(tornado(few)).toMatchObject({ bars: [], hasEnoughWorlds: false, design: "b" });
    expect(String(printed(few))).toContain("Too few worlds to say");
  });

  test("unknown names are refused with the nearest known one, a design against itself with a remedy", () => {
    expect(() => tornado(run, { design: "paln" })).toThrow("did you mean plan?");
    expect(() => tornado(run, { outcome: "leaver" as never })).toThrow("did you mean leavers?");
    expect(() => tornado(run, { response: "evidense" as never })).toThrow("did you mean evidence?");
    expect(() => tornado(run, { design: "today" })).toThrow('"today" is the baseline; name another one');
  });

  test("prints itself: ends, ranges, marks, at most 100 characters wide", () => {
    const text = String(printed(run));
    expect(text).toContain("net value of plan less today, +145.5 ± 1.2 EUR");
    expect(text).toMatch(/response +none to evidence +0 +\+5\d\d ± 1/);
    expect(text).toContain("impatience (!)");
    expect(text).toContain("(*) luck alone can look like this.");
    for (const line of text.split("\n")) expect([...line].length).toBeLessThanOrEqual(100);
  });
});

describe("the share of a choice", () => {
  const flat = Float64Array.from(mixed);
  test("hand-worked: columns 0 to 99 and 100 more lie 50 from their mean: 2500 of 2500 + 841.67", () => {
    const { value } = categoryIndex([flat, flat.map((one) => one + 100)]);
    expect(value).toBeCloseTo(2500 / (2500 + 2525 / 3), 9);
  });

  test("equal columns explain nothing, constant unequal ones everything", () => {
    expect(categoryIndex([flat, flat])).toMatchObject({ value: 0, low: 0, high: 0 });
    expect(categoryIndex([flat.map(() => 1), flat.map(() => 3)]).value).toBe(1);
  });

  test("columns of pure luck with one mean explain nothing on average", () => {
    const draw = luck(12345);
    const values = Array.from({ length: 200 }, () => {
      const column = () => Float64Array.from({ length: worlds }, draw);
      return categoryIndex([column(), column()]).value;
    });
    const { mean, standardError } = estimate(values);
    expect(Math.abs(mean)).toBeLessThan(4 * standardError);
    expect(standardError).toBeLessThan(0.002);
  });
});
