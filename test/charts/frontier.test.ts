import { describe, expect, test } from "vitest";
import { frontier } from "../../src/charts/comparison/frontier.js";
import { compare } from "../../src/results/compare.js";
import { type TinyOptions, tinyRun } from "../results/tiny-run.js";
import { expectClean, hostileNames, textsOf } from "./painted.js";

/** Costs and values whose means are these and which differ by world by ± `spread`. */
function comparing(
  designs: Readonly<Record<string, readonly [cost: number, value: number]>>,
  { spread = 100, ...options }: Partial<TinyOptions> & { readonly spread?: number } = {},
) {
  const luck = [-1, 1, -1, 1];
  const of = (mean: number, k: number) => luck.map((one) => mean + one * spread * (1 + k / 10));
  const entries = Object.entries(designs).map(([name, [cost, value]], k) => [
    name,
    { outcomes: { "net value": of(value, k), "reward cost": of(cost, k), "cash cost": of(cost / 2, k) } },
  ]);
  const run = tinyRun({ hold: false, ...options, designs: Object.fromEntries(entries) });
  return compare(run, { outcomes: ["net value", "reward cost", "cash cost"] });
}

const standingsOf = (view: ReturnType<typeof frontier>) =>
  Object.fromEntries(view.rows.map(({ design, standing }) => [design, standing]));

describe("the frontier", () => {
  const four = {
    base: [20_000, 100_000],
    lean: [10_000, 150_000],
    rich: [30_000, 200_000],
    poor: [25_000, 120_000],
  } as const;

  test("designs that none beats on both lie on it; beaten ones beyond doubt are dominated", () => {
    expect(standingsOf(frontier(comparing(four)))).toEqual({
      lean: "on the frontier",
      base: "dominated",
      poor: "dominated",
      rich: "on the frontier",
    });
  });

  test("a design that brings as much for more is below it, and so is one that brings less for as much", () => {
    const like = { base: [20_000, 100_000], dearer: [30_000, 100_000], poorer: [20_000, 90_000] } as const;
    expect(standingsOf(frontier(comparing(like)))).toEqual({
      base: "on the frontier",
      dearer: "below it, not told apart",
      poorer: "dominated",
    });
  });

  test("cost is the mean, value the difference from the baseline, in thousands, cheapest first", () => {
    const { rows } = frontier(comparing(four));
    expect(rows.map(({ design, cost, gain }) => [design, cost, gain])).toEqual([
      ["lean", 10, 50],
      ["base", 20, 0],
      ["poor", 25, 20],
      ["rich", 30, 100],
    ]);
  });

  test("the title says what more money buys", () => {
    expect(frontier(comparing(four)).title).toMatch(
      /^20\.0 thousand EUR per KAM-year more reward cost buys better net value: "lean" \+50\.\d* ± 0\.\d+, "rich" \+100\.\d* ± 0\.\d+ thousand EUR$/,
    );
  });

  test("the title turns when the data do: one that beats all, and a gain that is noise", () => {
    const beaten = comparing({ ...four, rich: [30_000, 130_000] });
    expect(frontier(beaten).title).toMatch(
      /^"lean" has least reward cost and best net value, \+50\.\d* ± 0\.\d+ thousand EUR: it dominates 3 of 3 others beyond Monte Carlo error$/,
    );
    const noisy = comparing(
      { base: [20_000, 100_000], lean: [10_000, 150_000], rich: [90_000, 150_100] },
      { spread: 9_000 },
    );
    expect(frontier(noisy).title).toContain("buys no net value that could be told apart");
    expect(
      standingsOf(frontier(comparing({ base: [20_000, 100_000], near: [25_000, 99_999] }, { spread: 9_000 }))).near,
    ).toBe("below it, not told apart");
  });

  test("where reward cost is held equal, cash cost is shown and said; asked for, reward cost is said to be alike", () => {
    const equal = comparing({ base: [20_000, 100_000], a: [20_010, 150_000], b: [20_020, 160_000] }, { hold: true });
    const view = frontier(equal);
    expect(view.subtitle).toContain("Reward cost is held equal, so cash cost is shown");
    expect(view.rows[0].cost).toBeCloseTo(10, 9);
    expect(frontier(equal, { cost: "reward cost" }).title).toMatch(
      /^Designs cannot be told apart by reward cost; "b" has most net value/,
    );
  });

  test("one design stands alone and unknown outcomes are refused", () => {
    const alone = comparing({ base: [20_000, 100_000] });
    expect(frontier(alone).title).toBe('"base" stands alone: 20.0 thousand EUR per KAM-year of reward cost');
    expect(() => frontier(alone, { cost: "cash cots" })).toThrow(
      'cost: "cash cots" is not in this comparison; did you mean cash cost?',
    );
    expect(() => frontier(alone, { value: "account value" })).toThrow(
      'value: "account value" is not in this comparison',
    );
  });

  test("designs on the frontier are named in the picture", async () => {
    const texts = await textsOf(frontier(comparing(four)));
    expect(texts).toContain("lean");
    expect(texts).toContain("rich");
  });

  test("sixteen designs with hostile names, one design and one world are painted clean", async () => {
    const many = Object.fromEntries(
      Array.from({ length: 16 }, (_, k) => [
        hostileNames[k] ?? `Design ${k}`,
        [10_000 + k * 900, 100_000 + k * 5_000] as const,
      ]),
    );
    await expectClean((width) => frontier(comparing(many), { width }));
    await expectClean((width) => frontier(comparing({ only: [5_000, -3] }), { width }));
    const outcomes = { "net value": [1], "reward cost": [2] };
    const single = compare(tinyRun({ designs: { a: { outcomes }, b: { outcomes } } }), {
      outcomes: ["net value", "reward cost"],
    });
    await expectClean((width) => frontier(single, { width }));
  });
});
