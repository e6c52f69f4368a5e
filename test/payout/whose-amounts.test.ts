import { describe, expect, test } from "vitest";
import type { Result } from "../../src/employee-data/data.js";
import type { PayoutTermsInput } from "../../src/scenario/payout-terms/payout-terms.js";
import { dataOf, linesOf, paid, person, planOf, result } from "./plans.js";

const satisfaction = (reached: number): Result => result("A", reached, undefined, { measure: "customer satisfaction" });

const two = (first: string, second: string, more: object = {}) =>
  planOf({
    rewards: [
      { kind: "cash bonus", "at target": first },
      { kind: "cash bonus", "at target": second, weights: { "customer satisfaction": "100 %" }, ...more },
    ],
  });

const roster: PayoutTermsInput = { "target incentive": "roster" };

const at = (plan: ReturnType<typeof planOf>, target: number, terms: PayoutTermsInput = {}) =>
  paid(plan, dataOf([person("A", { targetIncentive: target })], [result("A", 100, 100), satisfaction(1)]), {
    terms: { ...roster, ...terms },
  });

const amounts = (plan: ReturnType<typeof planOf>, target: number): string[] =>
  linesOf(at(plan, target)).filter((line) => line.includes("a year on target"));

describe("a roster's incentive at target is shared over the rewards it pays for", () => {
  test("12,000 over 10 % and 5 % of salary is 8,000 and 4,000", () => {
    const plan = two("10 % of base salary", "5 % of base salary");
    expect(at(plan, 12_000).cash).toBe(1_200_000);
    expect(amounts(plan, 12_000)).toEqual([
      "cash bonus 1, a year on target, its part of the roster's in the design's proportions | 12,000.00 × 10 % ÷ (10 % + 5 %) = 8,000.00",
      "cash bonus 2, a year on target, the rest of the roster's | 12,000.00 − 8,000.00 = 4,000.00",
    ]);
  });

  test("the parts make the whole to the cent: 10,000.01 by thirds", () => {
    const third = { kind: "cash bonus", "at target": "1000 EUR/year" };
    const plan = planOf({ rewards: [third, third, third] });
    expect(at(plan, 10_000.01).cash).toBe(1_000_001);
    expect(amounts(plan, 10_000.01).map((line) => line.split(" = ")[1])).toEqual(["3,333.34", "3,333.34", "3,333.33"]);
  });

  test("a share of salary beside money: as that person's own amounts are to each other, 6,000 to 3,000", () => {
    const plan = two("10 % of base salary", "3000 EUR/year");
    expect(amounts(plan, 12_000)[0]).toContain(
      "12,000.00 × (60,000.00 × 10 %) ÷ (60,000.00 × 10 % + 3,000.00) = 8,000.00",
    );
  });

  test("rewards of several periods have their parts of the year: 8,000 a year and 4,000 in quarters", () => {
    const plan = two("10 % of base salary", "5 % of base salary", { period: "3 months" });
    const quarters = ["01-01 03-31", "04-01 06-30", "07-01 09-30", "10-01 12-31"].map((days) => {
      const [from, to] = days.split(" ").map((day) => `2024-${day}`);
      return { ...satisfaction(1), from: from!, to: to! };
    });
    const data = dataOf([person("A", { targetIncentive: 12_000 })], [result("A", 100, 100), ...quarters]);
    const { periods } = paid(plan, data, { terms: roster });
    expect(periods.map(({ cash }) => cash / 100)).toEqual([1_000, 1_000, 1_000, 1_000, 8_000]);
  });

  test.each([
    ["payout cap", { "payout cap": "500 % of target incentive" }, 5_000_000],
    ["guarantee", { guarantee: { amount: "500 % of target incentive" } }, 5_000_000],
  ] as const)("a %s is a share of the whole of it: 10,000 by thirds, a year and half of one", (_, terms, cents) => {
    const half = { from: "2024-01-01", to: "2024-06-30" };
    const pays = (period: string) => {
      const curve = { kind: "linear" };
      const rewards = [1_000, 2_000].map((money) => ({ kind: "cash bonus", "at target": `${money} EUR/year`, curve }));
      const days = period === "1 year" ? {} : half;
      const reached = "payout cap" in terms ? 900 : 0;
      const data = dataOf([person("A", { targetIncentive: 10_000 })], [result("A", reached, 100, days)]);
      return paid(planOf({ rewards, period }), data, { terms: { ...roster, ...terms } });
    };
    expect(pays("1 year").cash).toBe(cents);
    expect(pays("6 months").cash).toBe(cents / 2);
    expect(linesOf(pays("6 months")).join("\n")).toContain(
      "(3,333.33 × 6 ÷ 12 + 6,666.67 × 6 ÷ 12) × 500 % = 25,000.00",
    );
  });

  test("caps are shares of the whole of it, and each of two designs shares it anew", () => {
    const plan = two("10 % of base salary", "5 % of base salary");
    expect(at(plan, 12_000, { "payout cap": "50 % of target incentive" }).cash).toBe(600_000);
    const { checked } = plan;
    expect(Object.keys(checked.designs)).toEqual(["plan"]);
    const changed = planOf(
      { rewards: [{ kind: "cash bonus", "at target": "10 % of base salary" }] },
      {
        later: {
          period: "1 year",
          weights: { "account revenue": "100 %" },
          rewards: [
            { kind: "cash bonus", "at target": "1 % of base salary" },
            { kind: "cash bonus", "at target": "3 % of base salary" },
          ],
        },
      },
    );
    const found = paid(changed, dataOf([person("A", { targetIncentive: 12_000 })], [result("A", 100, 100)]), {
      terms: roster,
      changes: [{ from: "2024-07-01", design: "later" }],
    });
    expect(found.cash).toBe(1_200_000);
  });

  test("rewards that are no incentive take no part of it", () => {
    const plan = planOf({
      rewards: [
        { kind: "cash bonus", "at target": "10 % of base salary" },
        { kind: "commission", rate: "1 % of account revenue" },
        { kind: "salary top-up", amount: "1000 EUR/year" },
      ],
    });
    expect(at(plan, 12_000).cash).toBe(1_200_000 + 100 + 100_000);
  });

  test("a reward without an amount of its own is refused: nothing says what part is for it", () => {
    expect(() => at(two("10 % of base salary", "0 EUR/year"), 12_000)).toThrow(
      /payout\.target incentive: the cash bonus 2 has no amount at target in the design/,
    );
    const one = planOf({ rewards: [{ kind: "cash bonus", "at target": "0 EUR/year" }] });
    expect(at(one, 12_000).cash).toBe(1_200_000);
  });
});

describe("a merit matrix needs the midpoint of the person's range", () => {
  const positions = [
    { "compa-ratio from": "0 %", factor: "120 %" },
    { "compa-ratio from": "90 %", factor: "100 %" },
  ];
  const plan = planOf({
    rewards: [{ kind: "salary increase", "at target": "3 % of base salary", curve: { kind: "linear" }, positions }],
  });
  const raise = (midpoint: number | undefined, terms: PayoutTermsInput = {}) =>
    paid(plan, dataOf([person("A", { midpoint })], [result("A", 100, 100)]), { terms });

  test("which is the roster's, or that of the terms: never the simulation's team", () => {
    const { refused } = raise(undefined);
    expect(refused.map(({ fault, remedy }) => `${fault}; ${remedy}`)).toEqual([
      "the merit matrix needs the midpoint of the pay range, and the roster has none; add a column midpoint to the roster, or write payout: { midpoint: 72 000 EUR/year }",
    ]);
    expect(raise(80_000).raise).toBe(216_000);
    expect(raise(60_000).raise).toBe(180_000);
    expect(raise(undefined, { midpoint: "80000 EUR/year" }).raise).toBe(216_000);
    expect(raise(60_000, { midpoint: "80000 EUR/year" }).raise).toBe(180_000);
  });

  test("a midpoint no reward looks at is named", () => {
    const data = dataOf([person("A", { midpoint: 70_000 })], [result("A", 100, 100)]);
    const printedCards = (design: object) => paid(planOf(design), data).notUsed.map(({ text }) => text);
    const cash = { rewards: [{ kind: "cash bonus", "at target": "10 % of base salary" }] };
    expect(printedCards(cash)).toEqual(["roster: midpoints of pay ranges: no reward looks at them"]);
    const raises = { kind: "salary increase", "at target": "3 % of base salary" };
    expect(printedCards({ rewards: [raises] })).toEqual([]);
    const same = { ...raises, positions: positions.map((one) => ({ ...one, factor: "100 %" })) };
    expect(printedCards({ rewards: [same] })).toHaveLength(1);
  });

  test("and the one that holds when the raise is given", () => {
    const salaries = [
      { salary: 60_000, midpoint: 60_000 },
      { from: "2024-07-01", salary: 60_000, midpoint: 80_000 },
    ];
    const found = paid(plan, dataOf([person("A", { salaries, midpoint: 80_000 })], [result("A", 100, 100)]));
    expect(found.raise).toBe(216_000);
  });
});
