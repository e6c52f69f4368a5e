import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import type { PeopleRead } from "../../src/employee-data/read-people.js";
import { readPeople } from "../../src/node/spreadsheets/tables.js";

const folder = join(import.meta.dirname, "..", "..", "data", "synthetic-team");

/** Rows by header, read in the plainest way: these files quote nothing. */
function plainRows(name: string): Record<string, string>[] {
  const [header, ...rows] = readFileSync(join(folder, `${name}.csv`), "utf8")
    .trim()
    .split(/\r?\n/)
    .map((line) => line.split(","));
  return rows.map((row) => Object.fromEntries(row.map((cell, k) => [header[k], cell])));
}

let read: PeopleRead;
beforeAll(async () => {
  const [roster, accounts, history] = ["roster", "accounts", "history"].map((name) => join(folder, `${name}.csv`));
  read = await readPeople({ roster, accounts, history });
});

describe("the synthetic team is read completely", () => {
  test("without a fault, in euros", () => {
    expect(read.findings).toEqual([]);
    expect(read.currency).toBe("EUR");
    expect(read.reconciliation.map(({ table, read: rows, used, made }) => [table, rows, used, made])).toEqual([
      ["roster", 24, 24, 24],
      ["accounts", 120, 120, 360],
      ["history", 72, 72, 504],
    ]);
  });

  test("people", () => {
    expect(read.data.people).toEqual(
      plainRows("roster").map((row) => ({
        id: row.synthetic_manager,
        team: row.team,
        background: row.background,
        joined: `${row.hired_year}-01-01`,
        salary: Number(row.salary_eur_per_year),
        targetIncentive: Number(row.bonus_at_target_eur_per_year),
      })),
    );
  });

  test("accounts by year", () => {
    const expected = plainRows("accounts").flatMap((row) =>
      [2023, 2024, 2025].map((year) => ({
        account: row.synthetic_account,
        person: row.synthetic_manager,
        segment: row.segment,
        year,
        revenue: Number(row[`revenue_${year}_eur`]),
        margin: Number(row.margin_share),
        satisfaction: Number(row[`satisfaction_${year}`]),
        isLost: row.lost_years.split(" ").includes(String(year)),
      })),
    );
    expect(read.data.accounts).toEqual(expected);
    expect(expected.filter(({ isLost }) => isLost).length).toBeGreaterThan(5);
  });

  test("results of seven measures, paid with the one that has a goal", () => {
    const names = [
      "customer_satisfaction",
      "executive_access",
      "matrix_team_coordination",
      "account_plans_kept_current",
      "co_creation_work",
      "time_with_customers",
    ];
    const expected = plainRows("history").flatMap((row) => {
      const about = { person: row.synthetic_manager, from: `${row.year}-01-01`, to: `${row.year}-12-31` };
      return [
        {
          ...about,
          measure: "revenue",
          target: Number(row.revenue_target_eur),
          result: Number(row.revenue_eur),
          paid: Number(row.bonus_paid_eur),
        },
        ...names.map((name) => ({ ...about, measure: name.replaceAll("_", " "), result: Number(row[name]) })),
      ];
    });
    expect(read.data.results).toEqual(expected);
  });

  test("the printout shows every column, every count and the sums", () => {
    const text = String(read);
    for (const words of [
      "24 people, 360 years of accounts and 504 results",
      "no faults",
      "1,717,500",
      "N left_during_year",
      "not used",
    ]) {
      expect(text).toContain(words);
    }
    expect(Math.max(...text.split("\n").map((line) => line.length))).toBeLessThanOrEqual(100);
  });
});
