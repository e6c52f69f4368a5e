import { describe, expect, test } from "vitest";
import type { PayoutTermsInput } from "../../src/scenario/payout-terms/payout-terms.js";
import { dataOf, linesOf, paid, person, planOf, result } from "./plans.js";

const tiers = [
  { from: "0 %", rate: 1 },
  { from: "100 %", rate: 2 },
];
const commission = (apply: string) => ({
  kind: "commission",
  rate: "1 % of account revenue",
  curve: { kind: "rate schedule", apply, tiers },
});
const schedule = (apply: string, others: Readonly<Record<string, object>> = {}) =>
  planOf({ rewards: [commission(apply)] }, others);

describe("a quota that proration brings to nothing", () => {
  const terms = { "part periods": "whole months", "targets of part periods": "prorated" } as const;
  const left = (choice: PayoutTermsInput["zero target"], apply = "stepped", target = 10_000) =>
    paid(schedule(apply), dataOf([person("A", { left: "2024-01-19" })], [result("A", 5_000, target)]), {
      terms: { ...terms, "zero target": choice },
    });

  test.each(["stepped", "flat"])("pays at the base rate where the terms say so (%s)", (apply) => {
    expect(left("base rate", apply).cash).toBe(5_000);
    expect(linesOf(left("base rate", apply))).toEqual([
      "commission without quota: account revenue × rate | 5,000 × 1 % = 50.00",
    ]);
  });

  test.each(["refuse", "as zero", "as target", "base rate"] as const)("is a quota written as 0: %s", (choice) => {
    const [prorated, written] = [left(choice), left(choice, "stepped", 0)];
    expect(prorated.cash).toBe(written.cash);
    expect(prorated.refused.map(({ remedy }) => remedy)).toEqual(written.refused.map(({ remedy }) => remedy));
  });
});

test("a prorated quota of a plan that changes pays the days of each plan once", () => {
  const scenario = schedule("stepped", {
    other: { period: "1 year", weights: { "account revenue": "100 %" }, rewards: [commission("stepped")] },
  });
  const changes = [{ from: "2024-07-01", design: "other" }];
  const data = dataOf([person("A")], [result("A", 9_123.46, 7_000)]);
  const pays = (choice: "as given" | "prorated") =>
    paid(scenario, data, { changes, terms: { "targets of part periods": choice } }).periods.flatMap(({ cash }) => cash);
  // 7,000 at 1 % and 2,123.46 at 2 % are 112.4692 for the year: 182 ÷ 366 and 184 ÷ 366 of it
  expect(pays("prorated")).toEqual([5_593 + 5_654]);
  expect(pays("prorated")).toEqual(pays("as given"));
});

test("a commission without a curve needs no target, in some rows as in all", () => {
  const rows = [
    result("A", 1_000, 100, { to: "2024-01-31" }),
    result("A", 1_000, undefined, { from: "2024-02-01", to: "2024-03-31" }),
  ];
  const data = dataOf([person("A")], rows);
  const plan = (more: object) =>
    planOf({ period: "3 months", rewards: [{ kind: "commission", rate: "1 % of account revenue", ...more }] });
  const days = { from: "2024-01-01", to: "2024-03-31" };
  expect(paid(plan({}), data, days).cash).toBe(2_000);
  const [refused] = paid(plan({ curve: { kind: "rate schedule", apply: "stepped", tiers } }), data, days).refused;
  expect(refused?.fault).toContain("has a target in some rows of the period only");
});
