import { describe, expect, test } from "vitest";
import { dataRows as rowsIn } from "../../src/foundation/tables/data-table.js";
import { ofPerson, payoutTables } from "../../src/payout/lines/out.js";
import { payoutPage } from "../../src/report/payout/payout-page.js";
import { bonus, dataOf, explained, paid, person, planOf, result } from "./plans.js";

const years = ["2023", "2024"].map((year) => ({ from: `${year}-01-01`, to: `${year}-12-31` }));
const plan = planOf(
  bonus({ curve: { kind: "linear" }, deferred: "40 %", "vests after": "2 years", "at target": "10000.01 EUR/year" }),
);
const data = dataOf(
  [person("A", { left: "2025-06-30" }), person("B")],
  [
    result("A", 90, 100, years[0]),
    result("A", 100, 100, years[1]),
    result("B", 1, 0, years[0]),
    result("B", 50, 100, years[1]),
  ],
);
const draw = { amount: "12000 EUR/year", recoverable: true };
const found = paid(plan, data, { terms: { draw } });
const tables = new Map(payoutTables(found).map((table) => [table.name, table]));
const rowsOf = (name: string) => {
  const table = tables.get(name);
  return table === undefined ? [] : rowsIn(table);
};
const sum = (values: readonly unknown[]) =>
  values.reduce<number>((total, value) => total + Math.round(100 * Number(value)), 0);

describe("payouts as tables", () => {
  test("have every period, line, due, refusal and balance; their sums are those of the payouts", () => {
    expect([...tables.keys()]).toEqual(["payouts", "lines", "due", "not paid", "still open", "terms"]);
    const cash = tables.get("payouts")!.columns.findIndex(({ name }) => name === "cash");
    const paidRows = rowsOf("payouts").filter((row) => row.at(-1) === undefined);
    expect(sum(paidRows.map((row) => row[cash]))).toBe(found.cash);
    // whoever is not paid stands below, without an amount and with the reason
    expect(rowsOf("payouts").slice(paidRows.length)).toEqual(
      found.refused.map(({ person: id, from, to, fault, remedy }) => [
        ...[id, from, to, undefined, undefined, undefined, undefined, undefined, undefined],
        `${fault}; ${remedy}`,
      ]),
    );
    const adding = rowsOf("lines").filter((row) => row.at(-1) === "cash");
    expect(sum(adding.map((row) => row[7]))).toBe(found.cash);
    expect(sum(rowsOf("due").map((row) => row[4]))).toBe(found.cash);
    expect(rowsOf("lines")).toHaveLength(found.periods.reduce((count, { lines }) => count + lines.length, 0));
  });

  test("hand-worked rows: what vests, what leavers lose, who is not paid, what is owed", () => {
    // 9,000.01 earned, of which 3,600.00 wait; advanced to 12,000 without them: 6,599.99; in 2024 10,000.01, 4,000.00 wait, 5,999.99
    expect(rowsOf("due").filter((row) => row[0] === "A")).toEqual([
      ["A", "2023-01-01", "2023-12-31", "2023-12-31", 12_000, false, false],
      ["A", "2023-01-01", "2023-12-31", "2025-12-31", 3_600, true, true],
      ["A", "2024-01-01", "2024-12-31", "2024-12-31", 12_000, false, false],
      ["A", "2024-01-01", "2024-12-31", "2026-12-31", 4_000, true, true],
    ]);
    expect(rowsOf("not paid").map((row) => [row[0], row[1], row[3]])).toEqual([
      ["B", "2023-01-01", "account revenue has a target of 0"],
      ["B", "2024-01-01", "an earlier period could not be paid, and this one builds on it"],
    ]);
    expect(rowsOf("still open")).toEqual([["A", "advanced on a draw, to be recovered", 6_599.99 + 5_999.99]]);
  });

  test("rows are as wide as their columns, and lines are numbered as explanations number them", () => {
    for (const table of tables.values())
      for (const row of rowsIn(table)) expect(row).toHaveLength(table.columns.length);
    const numbers = explained(found).periods.flatMap(({ lines }) => lines.map((line) => line.number));
    expect(rowsOf("lines").map((row) => row[3])).toEqual(numbers);
  });

  test("of one person they hold nobody else, and nothing empty", () => {
    const own = payoutTables(ofPerson(found, "B"));
    expect(own.map(({ name, rows }) => [name, rows])).toEqual([
      ["payouts", 2],
      ["not paid", 2],
      ["terms", found.terms.length + 3],
    ]);
    expect(ofPerson(found, "A").cash).toBe(found.cash);
  });

  test("a page stands on its own, hostile names included", () => {
    const script = '<script>alert("x")</script>';
    const page = payoutPage(paid(plan, dataOf([person(script)], [result(script, 90, 100)])));
    expect(page).not.toContain("<script");
    expect(page).toContain("&lt;script");
    expect(payoutPage(explained(found))).toContain("advanced and still to be recovered");
  });
});
