import { describe, expect, test } from "vitest";
import type { Result } from "../../src/employee-data/data.js";
import { dayBefore } from "../../src/foundation/values/calendar.js";
import { type PayoutOptions, payout } from "../../src/payout/payout.js";
import type { PayoutTermsInput } from "../../src/scenario/payout-terms/payout-terms.js";
import { makeScenario } from "../../src/scenario/scenario.js";
import { dataOf, linesOf, paid, person, planOf, result } from "./plans.js";

/** Results of A in the months of 2024, each against this target where one is given. */
const months = (reached: readonly number[], target?: number): Result[] =>
  reached.map((value, k) => {
    const first = (month: number) => `2024-${String(month).padStart(2, "0")}-01`;
    return result("A", value, target, { from: first(k + 1), to: dayBefore(first(k + 2)) });
  });

const cash = (design: object, rows: readonly Result[], options: PayoutOptions = {}): number[] =>
  paid(planOf(design), dataOf([person("A")], rows), options).periods.map((one) => one.cash / 100);

const straight = (more: object = {}) => ({ kind: "commission", rate: "5 % of account revenue", ...more });

const stepped = {
  kind: "rate schedule",
  apply: "stepped",
  tiers: [
    { from: "0 %", rate: 1 },
    { from: "100 %", rate: 1.2 },
    { from: "125 %", rate: 1.4 },
  ],
};

describe("a reward has the period of its design, unless it has one of its own", () => {
  const sold = months([150_000, 0, 150_000], 100_000);

  test("a commission around a quota: 300,000 of 300,000 at 5 % for the quarter of the design", () => {
    expect(cash({ period: "3 months", rewards: [straight({ curve: stepped })] }, sold)).toEqual([15_000]);
  });

  test("by month where it says so: 5,000 and 1,500 and 1,750 twice, and nothing between", () => {
    // 100,000 at 5 %, 25,000 at 6 % and 25,000 at 7 %
    const rewards = [straight({ curve: stepped, period: "1 month" })];
    expect(cash({ period: "3 months", rewards }, sold)).toEqual([8_250, 0, 8_250]);
  });

  test.each([
    ["the design's", {}, [300_000 * 0.05]],
    ["its own", { period: "1 month" }, [7_500, 0, 7_500]],
  ])("without a curve too: %s", (_, own, pays) => {
    expect(cash({ period: "3 months", rewards: [straight(own)] }, sold)).toEqual(pays);
  });

  test("a linked one too", () => {
    const gate = { measure: "customer satisfaction", "at least": "100 %" };
    const rows = [
      ...sold,
      ...sold.map((row, k) => ({ ...row, measure: gate.measure, result: [1.2, 1, 0.8][k]!, target: 1 })),
    ];
    expect(cash({ period: "3 months", rewards: [straight({ gate })] }, rows)).toEqual([15_000]);
    // in March satisfaction stays below the gate
    expect(cash({ period: "3 months", rewards: [straight({ gate, period: "1 month" })] }, rows)).toEqual([7_500, 0, 0]);
  });

  test("tiers of transactions run within it: 145,000 and 20,000 at 4 %, in two quarters", () => {
    const transactions = [
      { id: "T1", date: "2024-01-10", person: "A", measure: "account revenue", amount: 145_000 },
      { id: "T2", date: "2024-05-11", person: "A", measure: "account revenue", amount: 20_000 },
    ];
    const tiers = [4, 6, 8].map((rate, k) => ({ from: `${[0, 150_000, 250_000][k]} EUR`, rate }));
    const terms: PayoutTermsInput = {
      "results from": "transactions",
      "transaction rates": { by: "position after", apply: "stepped", tiers },
    };
    const rewards = [{ kind: "commission", rate: "1 % of account revenue", period: "3 months" }];
    const options = { terms, from: "2024-01-01", to: "2024-06-30" };
    const found = paid(planOf({ rewards }), dataOf([person("A")], [], { transactions }), options);
    expect(found.periods.map((one) => one.cash / 100)).toEqual([5_800, 800]);
    expect(found.periods.map(({ due }) => due[0]?.date)).toEqual(["2024-03-31", "2024-06-30"]);
  });

  test("a draw is advanced for it: 2,000 in January, when nothing was sold, and 4,000 earned in February", () => {
    const rewards = [{ kind: "commission", rate: "10 % of account revenue", period: "1 month" }];
    const terms: PayoutTermsInput = { draw: { amount: "24000 EUR/year", recoverable: false } };
    expect(cash({ rewards }, months([0, 40_000]), { terms })).toEqual([2_000, 4_000]);
    const yearly = [{ kind: "commission", rate: "10 % of account revenue" }];
    expect(cash({ rewards: yearly }, months([0, 40_000]), { terms })).toEqual([4_000]);
  });

  test("a guarantee holds over it: 1,000 a month, whatever another month earned", () => {
    const rewards = [{ kind: "commission", rate: "10 % of account revenue", period: "1 month" }];
    const terms: PayoutTermsInput = { guarantee: { amount: "12000 EUR/year" } };
    expect(cash({ rewards }, months([0, 40_000]), { terms })).toEqual([1_000, 4_000]);
  });

  test("results of a year are not guessed by month", () => {
    const rewards = [straight({ period: "1 month" })];
    const found = paid(planOf({ rewards }), dataOf([person("A")], [result("A", 120_000, 100_000)]));
    expect(found.refused[0]?.fault).toContain("not within the period");
  });

  test("a design without a period asks for one", () => {
    const make = (design: object) =>
      makeScenario({
        ...{ rewardlab: 2, title: "Plan", horizon: "1 year", team: { salary: "60000 EUR/year" } },
        designs: { plan: design },
      });
    expect(() => make({ rewards: [straight()] })).toThrow(/no period; add period: 1 year/);
    const own = make({ rewards: [straight({ period: "3 months" })] });
    expect(payout(own, "plan", dataOf([person("A")], months([1_000, 0, 0]))).cash).toBe(5_000);
    expect(linesOf(payout(own, "plan", dataOf([person("A")], months([1_000, 0, 0]))))).toHaveLength(1);
  });
});
