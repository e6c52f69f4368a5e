import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { PeopleData, Person, Result } from "../../src/employee-data/data.js";
import { bonus, paid, planOf } from "./plans.js";

/** Rows of a table of the synthetic team by the names of its columns. */
function rowsOf(name: string): Readonly<Record<string, string>>[] {
  const text = readFileSync(new URL(`../../data/synthetic-team/${name}.csv`, import.meta.url), "utf8");
  const [header, ...lines] = text
    .trim()
    .split("\n")
    .map((line) => line.split(","));
  return lines.map((cells) => Object.fromEntries(cells.map((cell, k) => [header[k], cell])));
}

const people = rowsOf("roster").map(
  (row): Person => ({ id: row.synthetic_manager, team: row.team, salary: Number(row.salary_eur_per_year) }),
);
const results = rowsOf("history").map(
  (row): Result => ({
    person: row.synthetic_manager,
    measure: "account revenue",
    ...{ from: `${row.year}-01-01`, to: `${row.year}-12-31` },
    target: Number(row.revenue_target_eur),
    result: Number(row.revenue_eur),
    paid: Number(row.bonus_paid_eur),
  }),
);
const data: PeopleData = { people, results, accounts: [], transactions: [] };

describe("the synthetic team", () => {
  test("is paid what its history says it was, to the euro it is rounded to", () => {
    const found = paid(planOf(bonus({ "at target": "20 % of base salary" })), data);
    expect(found.refused).toEqual([]);
    expect(found.periods).toHaveLength(72);
    for (const { person, from, cash } of found.periods) {
      const row = results.find((one) => one.person === person && one.from === from);
      expect(Math.abs(cash / 100 - (row?.paid ?? -1)), `${person} ${from}`).toBeLessThanOrEqual(0.5);
    }
  });

  test("on a team card a team is paid alike, relative to salary", () => {
    const found = paid(planOf(bonus({ for: "team" })), data);
    const first = found.periods.filter(({ from }) => from === "2023-01-01");
    expect(new Set(first.map(({ cash }) => cash)).size).toBe(4);
  });
});
