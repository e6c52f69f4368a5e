import { expect, test } from "vitest";
import { backtest } from "../../src/backtest/backtest.js";
import { panelOf } from "../../src/calibration/panel.js";
import { dataOf, person, result } from "../payout/plans.js";
import { designs, plan, straight } from "./teams.js";

/** Two years from April on; accounts of the years that end in March 2024 and 2025. */
const data = dataOf(
  [person("A", { salary: 50_000 })],
  [
    result("A", 80, 100, { from: "2023-04-01", to: "2024-03-31" }),
    result("A", 120, 100, { from: "2024-04-01", to: "2025-03-31" }),
  ],
  {
    accounts: [
      { account: "K", person: "A", year: 2024, revenue: 400_000, isLost: false },
      { account: "K", person: "A", year: 2025, revenue: 500_000, isLost: false },
    ],
  },
);
const terms = { "fiscal year": { starts: "April", "named by": "end" } };

test("a backtest counts fiscal years under the year they end in, each against its own salary and revenue", () => {
  const scenario = designs({ old: { rewards: [straight()] } }, { payout: terms });
  const [cost] = backtest([plan(scenario, "old")], data).costs;
  expect(cost.years.map(({ name, pay, salary, revenue }) => [name, pay, salary, revenue])).toEqual([
    ["2024", 800_000, 5_000_000, 40_000_000],
    ["2025", 1_200_000, 5_000_000, 50_000_000],
  ]);
});

test("a panel of a firm has its fiscal years, with the scores of each", () => {
  const scored = [{ measure: "account revenue", name: "account revenue", weight: 1 }];
  const panel = panelOf(data, scored, { starts: "April", "named by": "end" });
  expect(panel.years).toEqual([2024, 2025]);
  expect(panel.scores.map(({ year, attainment }) => [year, Math.round(attainment * 1e9) / 1e9])).toEqual([
    [2024, 0.8],
    [2025, 1.2],
  ]);
  // two whole years of service, from 1 April 2023 to 31 March 2025
  expect(panel.personYears).toBeCloseTo(731 / 365.25, 12);
});
