import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compare } from "../../src/results/compare.js";
import { tinyRun } from "./tiny-run.js";

const today = [100_000, 200_000, 300_000, 400_000];
const better = today.map((value, w) => value + 10_000 * (w + 1));

const run = tinyRun({
  smallest: 4_000,
  designs: {
    today: { outcomes: { "net value": today, "reward cost": [10, 20, 30, 40], leavers: [0.1, 0.1, 0.1, 0.1] } },
    plan: {
      outcomes: {
        "net value": { "look-ahead": better, none: today },
        "reward cost": [12, 22, 32, 52],
        leavers: [0.05, 0.1, 0.2, 0],
      },
    },
  },
});

const rowOf = (design: string, outcome: string) => {
  const found = compare(run, { outcomes: [outcome as never] }).rows.find((one) => one.design === design);
  if (found === undefined) throw new Error(`no row for ${design}, ${outcome}`);
  return found;
};

describe("a comparison", () => {
  test("hand-worked: differences 10, 20, 30, 40 thousand are 25 ± 3.182446 × 6.454972", () => {
    const { difference, better: share, verdict } = rowOf("plan", "net value");
    expect(difference?.mean).toBeCloseTo(25_000, 8);
    expect(difference?.standardError).toBeCloseTo(6_454.972, 3);
    expect(difference?.low).toBeCloseTo(25_000 - 3.182446305 * 6_454.972244, 3);
    expect(share?.share).toBe(1);
    // four draws that agree do not make it certain that most do
    expect(verdict).toBe("probably better");
  });

  test("the same difference stands beside it under every response", () => {
    const { responses } = rowOf("plan", "net value");
    expect(responses.map(({ response, difference }) => [response, difference?.mean])).toEqual([
      ["look-ahead", 25_000],
      ["none", 0],
    ]);
    expect(responses[1].verdict).toBe("practically equal");
  });

  test("costs have a budget and a reserve: P50 of 12, 22, 32, 52 is 27, P90 is 46", () => {
    const row = rowOf("plan", "reward cost");
    expect(row.p10?.value).toBeCloseTo(15, 12);
    expect(row.budget).toBe(27);
    expect(row.reserve).toBeCloseTo(19, 12);
    expect(rowOf("plan", "net value").budget).toBeUndefined();
  });

  test("better means lower where lower is better: fewer leavers in two worlds of four", () => {
    expect(rowOf("plan", "leavers").better?.share).toBe(0.5);
    expect(rowOf("plan", "leavers").difference?.mean).toBeCloseTo(-0.0125, 12);
    expect(rowOf("plan", "leavers").verdict).toBeUndefined();
  });

  test("the baseline differs from itself by exactly zero", () => {
    expect(rowOf("today", "net value").difference).toMatchObject({ mean: 0, low: 0, high: 0, standardError: 0 });
  });

  test("unknown names are refused with the nearest known one", () => {
    expect(() => compare(run, { baseline: "todya" })).toThrow("did you mean today?");
    expect(() => compare(run, { outcomes: ["net valeu" as never] })).toThrow("did you mean net value?");
    expect(() => compare(run, { response: "nonne" as never })).toThrow("did you mean none?");
  });

  test("without a list it compares the usual outcomes the run has", () => {
    expect(compare(run).outcomes.map(({ name }) => name)).toEqual(["net value", "reward cost", "leavers"]);
  });
});

describe("derived outcomes", () => {
  const money = (account: number[], spend: number[]) => ({
    "account value": account,
    "reward spend": spend,
    "hiring and monitoring": [0, 0],
  });
  const paid = tinyRun({
    designs: {
      plan: { outcomes: { ...money([130, 150], [10, 30]), surplus: [4, 16] } },
      twin: { outcomes: { ...money([130, 150], [10, 30]), surplus: [4, 16] } },
      "no reward": { role: "no reward", outcomes: { ...money([100, 100], [0, 0]), surplus: [0, 0] } },
      "first best": { role: "first best", outcomes: { ...money([200, 200], [50, 50]), surplus: [10, 20] } },
    },
  });

  test("hand-worked: a gain of 30 and 50 on a spend of 10 and 30 returns 2, standard error .5", () => {
    const { rows } = compare(paid, { outcomes: ["return on reward spend"] });
    expect(rows[0].mean.mean).toBeCloseTo(2, 12);
    expect(rows[0].mean.standardError).toBeCloseTo(0.5, 12);
    expect(rows[0].p50).toBeUndefined();
    expect(rows[0].better).toBeUndefined();
  });

  test("designs with the same columns return the same, exactly; no reward has no return", () => {
    const { rows } = compare(paid, { outcomes: ["return on reward spend"] });
    expect(rows.map(({ design }) => design)).toEqual(["plan", "twin", "first best"]);
    expect(rows[1].difference).toMatchObject({ mean: 0, low: 0, high: 0 });
    const [first] = compare(paid, { outcomes: ["return on reward spend"], baseline: "no reward" }).rows;
    expect(first.difference).toBeUndefined();
  });

  test("hand-worked: agency loss is what the surplus lacks of the first best, 6 and 4", () => {
    const { rows } = compare(paid, { outcomes: ["agency loss"] });
    expect(rows[0].mean.mean).toBe(5);
    expect(rows.find((one) => one.design === "first best")?.mean).toMatchObject({ mean: 0, low: 0, high: 0 });
  });

  test("they are unknown where the run lacks what they need", () => {
    expect(() => compare(run, { outcomes: ["agency loss"] })).toThrow('"agency loss" is not in this run');
  });
});

describe("laws of comparisons", () => {
  const columns = fc.integer({ min: 2, max: 12 }).chain((count) =>
    fc.array(fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: count, maxLength: count }), {
      minLength: 2,
      maxLength: 5,
    }),
  );
  const netRun = (lists: readonly (readonly number[])[], factor = 1, order = lists.map((_, d) => d)) =>
    tinyRun({
      baseline: "d0",
      designs: Object.fromEntries(
        order.map((d) => [`d${d}`, { outcomes: { "net value": lists[d].map((value) => value * factor) } }]),
      ),
    });

  test("scaling money scales differences and leaves shares alone", () => {
    fc.assert(
      fc.property(columns, fc.integer({ min: 2, max: 500 }), (lists, factor) => {
        const [one, many] = [compare(netRun(lists)).rows, compare(netRun(lists, factor)).rows];
        for (const [k, row] of many.entries()) {
          const scale = factor * (1 + Math.abs(one[k].difference?.mean ?? 0) + (one[k].difference?.standardError ?? 0));
          const close = (a = 0, b = 0) => expect(Math.abs(a - factor * b)).toBeLessThan(1e-9 * scale);
          close(row.difference?.mean, one[k].difference?.mean);
          close(row.difference?.standardError, one[k].difference?.standardError);
          expect(row.better?.share).toBe(one[k].better?.share);
        }
      }),
      { numRuns: 30 },
    );
  });

  test("the order of designs orders the rows and changes no number", () => {
    fc.assert(
      fc.property(columns, (lists) => {
        const order = lists.map((_, d) => lists.length - 1 - d);
        const [straight, back] = [compare(netRun(lists)).rows, compare(netRun(lists, 1, order)).rows];
        expect(back.map(({ design }) => design)).toEqual(order.map((d) => `d${d}`));
        expect([...back].reverse()).toEqual([...straight]);
      }),
      { numRuns: 20 },
    );
  });
});
