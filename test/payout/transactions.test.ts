import { describe, expect, test } from "vitest";
import type { Transaction } from "../../src/employee-data/data.js";
import { bonus, dataOf, linesOf, paid, person, planOf, result } from "./plans.js";

const sale = (id: string, amount: number, date = "2024-02-01"): Transaction => ({
  ...{ id, date, amount },
  person: "A",
  measure: "account revenue",
});
const terms = { "results from": "transactions" } as const;
const year = { terms, from: "2024-01-01", to: "2024-12-31" };

describe("results from transactions", () => {
  const card = planOf({
    ...bonus({ curve: { kind: "linear" } }),
    weights: { "account revenue": "70 %", "customer satisfaction": "30 %" },
  });

  test("a measure that has no transactions keeps the result of its rows: 70 % of 110 % and 30 % of 106 %", () => {
    const rows = [result("A", 0, 100), result("A", 1.06, undefined, { measure: "customer satisfaction" })];
    const found = paid(card, dataOf([person("A")], rows, { transactions: [sale("1", 110)] }), year);
    expect(found.cash).toBe(1_088_000);
    expect(linesOf(found)).toContain("attainment of customer satisfaction: the index as measured | 1.06 ÷ 1 = 106 %");
  });

  test("who made no sale earns no commission, and is not refused for it", () => {
    const commission = planOf({
      period: "3 months",
      rewards: [{ kind: "commission", rate: "1 % of account revenue", period: "3 months" }],
    });
    const data = dataOf([person("A"), person("B")], [], { transactions: [sale("1", 5_000, "2024-08-01")] });
    const found = paid(commission, data, year);
    expect(found.refused).toEqual([]);
    expect(found.periods.map(({ person: id, cash }) => `${id} ${cash}`)).toEqual([
      ...["A 0", "B 0", "A 0", "B 0"],
      ...["A 5000", "B 0", "A 0", "B 0"],
    ]);
    expect(linesOf(found, "B")[0]).toBe("commission: account revenue × rate | 0 [0 transactions] × 1 % = 0.00");
  });

  test("a target without sales is a result of 0", () => {
    const data = dataOf([person("A"), person("B")], [result("B", 7, 100)], { transactions: [sale("1", 5)] });
    const found = paid(planOf(bonus({ curve: { kind: "linear" } })), data, year);
    expect(found.periods.map(({ person: id, cash }) => `${id} ${cash}`)).toEqual(["B 0"]);
    expect(found.refused.map(({ person: id, fault }) => `${id}: ${fault}`)).toEqual([
      "A: account revenue has no target",
    ]);
  });
});

describe("a credit note at flat rates by position", () => {
  const commission = planOf({ period: "1 year", rewards: [{ kind: "commission", rate: "1 % of account revenue" }] });
  const tiers = [
    { from: "0 EUR", rate: 1 },
    { from: "100 EUR", rate: 2 },
  ];

  test.each(["position before", "position after"] as const)("takes back what the sale was paid: %s", (by) => {
    const rates = { "transaction rates": { by, apply: "flat", tiers } } as const;
    const pays = (...sales: readonly Transaction[]) =>
      paid(commission, dataOf([person("A")], [], { transactions: sales }), { ...year, terms: rates }).cash;
    // 100,000 before: 1 % of it, 1,000; after: 2 %, 2,000
    const sold = pays(sale("1", 100_000));
    expect(sold).toBe(by === "position before" ? 100_000 : 200_000);
    expect(pays(sale("1", 100_000), sale("2", -100_000))).toBe(0);
    expect(pays(sale("1", 100_000), sale("2", 50), sale("3", -50))).toBe(sold);
  });
});
