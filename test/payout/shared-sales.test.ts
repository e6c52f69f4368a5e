import { describe, expect, test } from "vitest";
import type { Transaction } from "../../src/employee-data/data.js";
import type { PayoutTermsInput } from "../../src/scenario/payout-terms/payout-terms.js";
import { faults, readTexts, remarks } from "../tables/made.js";
import { dataOf, linesOf, paid, person, planOf } from "./plans.js";

const plan = planOf({ rewards: [{ kind: "commission", rate: "1 % of account revenue" }] });
const sale = (id: string, who: string, amount: number, share?: number): Transaction => ({
  ...{ id, amount, person: who, date: "2024-05-05", measure: "account revenue" },
  ...(share === undefined ? {} : { share }),
});
const days = { from: "2024-01-01", to: "2024-12-31" };
const of = (sales: readonly Transaction[], terms: PayoutTermsInput = {}) =>
  paid(plan, dataOf([person("A"), person("B")], [], { transactions: sales }), {
    ...days,
    terms: { "results from": "transactions", ...terms },
  });
const cents = (found: ReturnType<typeof of>) =>
  ["A", "B"].map((id) => found.periods.find((one) => one.person === id)?.cash);

describe("sales that several share", () => {
  test("hand-worked: 60 % and 40 % of 120,000, and all of 5,000", () => {
    const found = of([sale("1", "A", 120_000, 0.6), sale("1", "B", 120_000, 0.4), sale("2", "A", 5_000)]);
    expect(cents(found)).toEqual([77_000, 48_000]);
    expect(linesOf(found)).toEqual([
      "commission: account revenue × rate | (120,000 × 60 % + 5,000) [2 transactions] × 1 % = 770.00",
    ]);
  });

  test("shares that do not make the whole are refused, unless they count as given", () => {
    const over = [sale("1", "A", 100_000), sale("1", "B", 100_000, 0.5)];
    expect(of(over).refused.map(({ person: id, fault }) => [id, fault])).toEqual([
      ["A", "the shares of sale 1 make 150 %"],
      ["B", "the shares of sale 1 make 150 %"],
    ]);
    expect(cents(of(over, { "shared sales": "as given" }))).toEqual([100_000, 50_000]);
    const thirds = [1, 2].map((k) => sale("1", ["", "A", "B"][k] as string, 90_000, 0.3333));
    expect(of(thirds).refused[0].fault).toContain("66.66 %");
  });

  test("what nobody shares is as it was; one sale in order keeps nobody else from being paid", () => {
    const found = of([sale("1", "A", 100, 0.9), sale("2", "B", 500)]);
    expect([found.refused.map(({ person: id }) => id), cents(found)]).toEqual([["A"], [undefined, 500]]);
  });

  test("together they are paid what one would be: shares of a cent aside", () => {
    for (const share of [0.25, 0.3333, 0.5, 0.999]) {
      const rest = Number((1 - share).toFixed(4));
      const found = of([sale("1", "A", 98_765.43, share), sale("1", "B", 98_765.43, rest)]);
      expect(Math.abs(found.cash - 98_765)).toBeLessThanOrEqual(1);
    }
  });
});

describe("a table of transactions with shares", () => {
  const head = "transaction,date,person,amount,share\n";
  const rows = (...lines: string[]) => readTexts({ transactions: head + lines.join("\n") });

  test("has a row for each of those who share", () => {
    const read = rows("T1,2024-05-05,A1,1000,60 %", "T1,2024-05-05,B2,1000,40 %", "T2,2024-06-06,A1,7,");
    expect(faults(read)).toEqual([]);
    expect(read.data.transactions.map(({ id, person: who, share }) => [id, who, share])).toEqual([
      ["T1", "A1", 0.6],
      ["T1", "B2", 0.4],
      ["T2", "A1", undefined],
    ]);
    expect(remarks(read).filter((text) => text.includes("100 %"))).toEqual([]);
  });

  test("somebody twice, another amount, a share below zero or above all are faults; a sum that is not 100 % a remark", () => {
    const first = "T1,2024-05-05,A1,1000,60 %";
    expect(faults(rows(first, "T1,2024-05-05,A1,1000,40 %"))[0]).toContain("one row an id and person");
    expect(faults(rows(first, "T1,2024-05-05,B2,999,40 %"))[0]).toContain(
      'another amount than in an earlier row of the sale, got "999"; expected 1000, as in row 2',
    );
    expect(faults(rows("T1,2024-05-05,A1,1000,-10 %"))[0]).toContain("a share below zero");
    expect(faults(rows("T1,2024-05-05,A1,1000,120 %"))[0]).toContain("above 100 %");
    expect(remarks(rows(first)).at(-1)).toContain("shares of a sale do not make 100 %: T1 60 %");
  });
});
