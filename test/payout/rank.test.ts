import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { rankPayout } from "../../src/model/curves/rank.js";
import { bonus, dataOf, linesOf, paid, person, planOf, result } from "./plans.js";

const prize = (winners: number) => planOf(bonus({ "at target": "1000 EUR/year", curve: { kind: "rank", winners } }));
const pays = (winners: number, ...reached: number[]) =>
  paid(
    prize(winners),
    dataOf(
      reached.map((_, k) => person(`P${k}`)),
      reached.map((value, k) => result(`P${k}`, value, 100)),
    ),
  );
const cents = (...given: Parameters<typeof pays>) => pays(...given).periods.map((one) => one.cash);

describe("payouts by rank", () => {
  test.each([
    ["the best of three", 1, [90, 120, 100], [0, 100_000, 0]],
    ["two of three", 2, [90, 120, 100], [0, 100_000, 100_000]],
    ["the second prize is shared by two alike", 2, [120, 100, 100, 90], [100_000, 50_000, 50_000, 0]],
    ["two prizes among three alike: the cents left make the pool whole", 2, [100, 100, 100], [66_666, 66_667, 66_667]],
    ["more winners than people on the roster: each one prize", 3, [90, 90], [100_000, 100_000]],
    ["alone, whatever the score", 1, [0], [100_000]],
  ])("%s", (_, winners, reached, expected) => {
    expect(cents(winners, ...reached)).toEqual(expected);
  });

  test("is told by place, not by size", () => {
    expect(linesOf(pays(1, 90, 120, 100), "P0")).toContain(
      "prize of the cash bonus: 2 of 3 scored higher, 1 alike, 1 win | 0 % = 0 %",
    );
    expect(cents(1, 100, 100.000001)).toEqual([0, 100_000]);
  });

  test.each([
    ["half up", [194_445, 194_444]],
    ["half even", [194_444, 194_444]],
    ["down", [194_444, 194_444]],
  ] as const)("rounded %s those who share get together what one alone would", (rounding, expected) => {
    const plan = planOf({
      ...bonus({ "at target": "7777.77 EUR/year", curve: { kind: "rank", winners: 1 } }),
      period: "6 months",
    });
    const half = { from: "2024-01-01", to: "2024-06-30" };
    const run = (...reached: number[]) =>
      paid(
        plan,
        dataOf(
          reached.map((_, k) => person(`P${k}`)),
          reached.map((value, k) => result(`P${k}`, value, 100, half)),
        ),
        { ...half, terms: { rounding } },
      );
    expect(run(100, 100).periods.map((one) => one.cash)).toEqual(expected);
    expect(run(100, 90).cash).toBe(run(100, 100).cash);
  });

  test("is what the simulation pays, to a cent", () => {
    const scores = fc.array(fc.integer({ min: 80, max: 90 }), { minLength: 1, maxLength: 9 });
    fc.assert(
      fc.property(scores, fc.integer({ min: 1, max: 3 }), (reached, winners) => {
        const simulated = new Float64Array(reached.length);
        rankPayout(Float64Array.from(reached), 0, reached.length, winners, simulated);
        // cents that rounding leaves fall to one person: at most half a cent for each who shares
        for (const [k, found] of cents(winners, ...reached).entries())
          expect(Math.abs(found - 100_000 * simulated[k]!)).toBeLessThanOrEqual(0.5 * reached.length);
      }),
      { numRuns: 80 },
    );
  });
});

describe("a member without a claim", () => {
  const late = person("B", { joined: "2024-11-01" });
  const rows = [result("A", 120, 100), result("C", 90, 100)];
  const own = { from: "2024-11-01", to: "2024-12-31" };
  const plans = [
    ["rank", planOf(bonus({ "at target": "1000 EUR/year", curve: { kind: "rank", winners: 1 } })), [100_000, 0, 0]],
    ["team mean", planOf(bonus({ for: "team", curve: { kind: "linear" } })), [1_050_000, 0, 1_050_000]],
  ] as const;
  const run = (plan: (typeof plans)[number][1], missing: "refuse" | "as zero", more: readonly object[] = []) =>
    paid(plan, dataOf([person("A"), late, person("C")], [...rows, ...(more as typeof rows)]), {
      terms: { "minimum service": "3 months", "missing measure": missing },
    });

  test.each(plans)("and without results is left out as if not there: %s", (_, plan, expected) => {
    for (const missing of ["refuse", "as zero"] as const) {
      const found = run(plan, missing);
      expect(found.refused).toEqual([]);
      expect(found.periods.map(({ cash }) => cash)).toEqual(expected);
    }
  });

  test("counts with results, and wins a prize that is paid to nobody", () => {
    const [[, rank], [, mean]] = plans;
    expect(run(rank, "refuse", [result("B", 150, 100, own)]).cash).toBe(0);
    expect(run(mean, "refuse", [result("B", 150, 100, own)]).periods.map(({ cash }) => cash)).toEqual([
      1_200_000, 0, 1_200_000,
    ]);
  });

  test("who has a claim and no results still keeps the others waiting", () => {
    const data = dataOf([person("A"), person("B"), person("C")], rows);
    const { refused } = paid(plans[1][1], data, { terms: { "minimum service": "3 months" } });
    expect(refused.map(({ person: id }) => id)).toEqual(["A", "B", "C"]);
  });
});
