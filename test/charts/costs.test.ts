import { describe, expect, test } from "vitest";
import { costs } from "../../src/charts/comparison/costs.js";
import { compare } from "../../src/results/compare.js";
import { type TinyDesign, tinyRun } from "../results/tiny-run.js";
import { expectClean, hostileNames } from "./painted.js";

/** 101 worlds with costs from one number to another in even steps, so that P10, P50 and P90 are the 11th, 51st and 91st. */
const costing = (from: number, to: number, role: TinyDesign["role"] = "design"): TinyDesign => ({
  role,
  outcomes: {
    "reward cost": Array.from({ length: 101 }, (_, w) => from + ((to - from) * w) / 100),
    leavers: Array.from({ length: 101 }, () => 0.1),
  },
});

const comparing = (designs: Readonly<Record<string, TinyDesign>>) =>
  compare(tinyRun({ designs }), { outcomes: ["reward cost", "leavers"] });

describe("costs", () => {
  const two = comparing({
    dear: costing(20_000, 40_000),
    cheap: costing(10_000, 12_000),
    topUp: costing(9_000, 9_100, "flat top-up"),
  });

  test("budget is P50, reserve P90 − P50, in thousands, least first", () => {
    const { rows } = costs(two);
    expect(rows.map(({ design }) => design)).toEqual(["topUp", "cheap", "dear"]);
    expect(rows[2]).toMatchObject({ p10: 22, budget: 30, p90: 38, reserve: 8 });
    expect(rows[1].budget).toBeCloseTo(11, 12);
    expect(rows[1].reserve).toBeCloseTo(0.8, 12);
  });

  test("intervals are those of the quantiles: around P50 of 101 even steps the 41st to the 61st", () => {
    const [, , dear] = costs(two).rows;
    expect(dear.budgetLow).toBeCloseTo(28, 12);
    expect(dear.budgetHigh).toBeCloseTo(32, 12);
  });

  test("the title names who needs least and most of the scenario's own designs", () => {
    expect(costs(two).title).toMatch(
      /^Of the designs "cheap" needs least money: budget 11\.0 and reserve 0\.8 make 11\.8 \(11\.\d to 11\.9\) thousand EUR per KAM-year; "dear" needs most: 38\.0 \(3\d\.\d to 39\.\d\)$/,
    );
  });

  test("designs whose P90 overlap are said to be alike, and swapped data swap the title", () => {
    const alike = comparing({ a: costing(10_000, 20_000), b: costing(10_000, 20_100) });
    expect(costs(alike).title).toMatch(
      /^Designs cannot be told apart by what they need: .* 19\.0 to 19\.1 thousand EUR/,
    );
    const swapped = comparing({ cheap: costing(20_000, 40_000), dear: costing(10_000, 12_000) });
    expect(costs(swapped).title).toMatch(/^"dear" needs least/);
  });

  test("one design and one world do without an interval", () => {
    const lone = compare(tinyRun({ designs: { only: { outcomes: { "reward cost": [12_000] } } } }), {
      outcomes: ["reward cost"],
    });
    const view = costs(lone);
    expect(view.title).toBe(
      '"only" needs a budget of 12.0 and a reserve of 0.0 thousand EUR per KAM-year: 12.0 together',
    );
    expect(view.rows[0]).toMatchObject({ budget: 12, budgetLow: null, p90High: null });
  });

  test("what nobody budgets for and unknown names are refused", () => {
    expect(() => costs(two, { outcome: "leavers" })).toThrow('nobody budgets for "leavers"; expected reward cost');
    expect(() => costs(two, { outcome: "reward cots" as never })).toThrow("did you mean reward cost?");
  });

  test("sixteen designs with hostile names are painted clean, one world too", async () => {
    const designs = Array.from({ length: 16 }, (_, k) => [
      `d${k}`,
      { ...costing(10_000, 20_000 + k * 5_000), title: hostileNames[k] ?? `Design ${k}` },
    ]);
    const many = comparing(Object.fromEntries(designs));
    await expectClean((width) => costs(many, { width }));
    const lone = compare(tinyRun({ designs: { only: { outcomes: { "reward cost": [12_000] } } } }), {
      outcomes: ["reward cost"],
    });
    await expectClean((width) => costs(lone, { width }));
  });
});
