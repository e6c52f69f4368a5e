import { describe, expect, test } from "vitest";
import { readTables } from "../../src/employee-data/read-people.js";
import type { RawCell, RawTable } from "../../src/foundation/tables/cell.js";
import { payout } from "../../src/payout/payout.js";
import { planOf } from "../payout/plans.js";
import { faults, readTexts, remarks, tableOf } from "./made.js";

const roster = "id,salary EUR\nA,60000\nB,60000\nC,60000\nD,60000\n";
const shown = { A: "40", B: "60", C: "24.99", D: "80" };
const rows = (row: (id: string, value: string) => string) => Object.entries(shown).map(([id, value]) => row(id, value));
const text = (header: string, row: (id: string, value: string) => string) => `${[header, ...rows(row)].join("\n")}\n`;
const measure = "customer satisfaction";

const points = [
  { at: "25 %", pays: "50 %" },
  { at: "50 %", pays: "100 %" },
  { at: "75 %", pays: "200 %" },
];
const plan = planOf({
  weights: { [measure]: "100 %" },
  rewards: [{ kind: "cash bonus", "at target": "10 000 EUR/year", curve: { kind: "points", points } }],
});

describe("per cent in headers or in cells, wide or long, results with targets or attainment, are the same", () => {
  test.each([
    [
      "headers, wide",
      `person,year,${measure} target (%),${measure} (%)`,
      (id: string, v: string) => `${id},2024,100,${v}`,
    ],
    ["cells, wide", `person,year,${measure} target,${measure}`, (id: string, v: string) => `${id},2024,100 %,${v}%`],
    [
      "cells, long",
      "person,year,measure,target,result",
      (id: string, v: string) => `${id},2024,${measure},100%,${v} %`,
    ],
    [
      "headers, long",
      "person,year,measure,target %,result %",
      (id: string, v: string) => `${id},2024,${measure},100,${v}`,
    ],
    ["attainment, long", "person,year,measure,attainment %", (id: string, v: string) => `${id},2024,${measure},${v}`],
    [
      "attainment in cells",
      "person,year,measure,attainment",
      (id: string, v: string) => `${id},2024,${measure},${v} %`,
    ],
    ["attainment, wide", `person,year,${measure} attainment (%)`, (id: string, v: string) => `${id},2024,${v}`],
    ["attainment, wide, cells", `person,year,${measure} attainment`, (id: string, v: string) => `${id},2024,${v} %`],
    [
      "words",
      "person,year,measure,target per cent,result pct",
      (id: string, v: string) => `${id},2024,${measure},100,${v}`,
    ],
  ])("%s", (_, header, row) => {
    const read = readTexts({ roster, history: text(header, row) });
    expect(faults(read)).toEqual([]);
    expect(read.data.results.map(({ person, result, target }) => [person, result, target])).toEqual([
      ["A", 0.4, 1],
      ["B", 0.6, 1],
      ["C", 0.2499, 1],
      ["D", 0.8, 1],
    ]);
    const paid = payout(plan, "plan", read.data);
    expect(paid.periods.map(({ person, cash }) => [person, cash])).toEqual([
      ["A", 800_000],
      ["B", 1_400_000],
      ["C", 0],
      ["D", 2_000_000],
    ]);
  });
});

describe("per cent and plain numbers in one measure", () => {
  test("a plain number where others are in per cent is refused, whichever it is", () => {
    const read = readTexts({
      history: `person,year,${measure} target,${measure}\nA1,2024,100,40 %\nB2,2024,100 %,60 %\n`,
    });
    expect(faults(read)).toEqual([
      `history.csv row 2 column C (${measure} target): per cent and plain numbers are mixed in ${measure}, got "100"; expected per cent in every cell or in the headers, or nowhere`,
    ]);
    const margins = readTexts({
      accounts: "account,person,year,revenue,margin\nK1,A1,2024,5,20 %\nK2,A1,2024,5,0.25\nK3,A1,2024,5,0\n",
    });
    expect(faults(margins)).toEqual([expect.stringContaining("row 3 column E (margin): per cent and plain numbers")]);
    const attained = readTexts({ history: "person,year,measure,attainment\nA1,2024,m,40 %\nB2,2024,m,5\n" });
    expect(faults(attained)).toEqual([expect.stringContaining("row 3 column D (attainment): per cent and plain")]);
  });

  test("in a row a measure, each measure has a notation of its own", () => {
    const read = readTexts({
      history: `person,year,measure,target,result\nA1,2024,revenue,100,110\nA1,2024,${measure},90 %,86 %\nB2,2024,Revenue,100,90\n`,
    });
    expect(faults(read)).toEqual([]);
    expect(read.data.results.map(({ result, target }) => [result, target])).toEqual([
      [110, 100],
      [0.86, 0.9],
      [90, 100],
    ]);
  });

  test("shares under a header that says per cent are read as it says, with a remark", () => {
    const read = readTexts({ history: "person,year,measure,attainment %\nA1,2024,m,0.4\nB2,2024,m,1.05\n" });
    expect(read.data.results.map(({ result }) => result)).toEqual([0.004, 0.0105]);
    expect(remarks(read)).toContainEqual(expect.stringContaining("0.4 is read as 0.4 %, not as 40 %"));
  });

  test("money in per cent is refused", () => {
    expect(faults(readTexts({ roster: "id,salary\nA,5 %\n" }))[0]).toContain("a percentage");
    expect(faults(readTexts({ roster: "id,salary %\nA,5\n" }))[0]).toContain("a percentage");
  });
});

describe("a scale is written once", () => {
  test("58 in pounds thousand, and 58k, are 58,000; both together are refused", () => {
    const salary = (header: string, cell: string) =>
      readTexts({ roster: `id,"${header}"\nA,"${cell}"\n` }).data.people.map((one) => one.salary);
    for (const header of ["salary (£k)", "salary £'000", "salary (£000)"])
      expect(salary(header, "58")).toEqual([58_000]);
    for (const cell of ["58k", "£58k", "58 k£", "58,000"]) expect(salary("salary", cell)).toEqual([58_000]);
    expect(faults(readTexts({ roster: "id,salary (£k)\nA,58k\n" }))).toEqual([
      expect.stringContaining("a scale in the cell and one in the header"),
    ]);
  });

  test("millions of targets and results", () => {
    const history = "person,year,account revenue target (£m),account revenue (£m)\nA1,2025,1.2,1.1\n";
    const [one] = readTexts({ history }).data.results;
    expect(one).toMatchObject({ measure: "account revenue", target: 1_200_000, result: 1_100_000 });
  });

  test("a scale that may be another unit, or two scales, are refused before a cell is read", () => {
    for (const header of ["salary (m)", "salary £k (£m)"])
      expect(() => readTexts({ roster: `id,${header}\nA,58\n` })).toThrow(/write the scale out once/);
  });
});

test("a result with attainment and no target has the target that follows, said", () => {
  const read = readTexts({ history: "person,year,measure,result,attainment\nA1,2024,m,110,110 %\n" });
  expect(read.data.results).toMatchObject([{ result: 110, target: 100 }]);
  expect(remarks(read)).toContainEqual(expect.stringContaining("result ÷ attainment is taken for it"));
});

describe("cells that a workbook shows as percentages", () => {
  const sheet = (rows: readonly (readonly RawCell[])[]): RawTable => ({
    file: "history.xlsx",
    sheet: "H",
    rows,
    remarks: [],
  });
  const read = (rows: readonly (readonly RawCell[])[]) =>
    readTables({ roster: tableOf(roster, "roster.csv"), history: sheet(rows) });
  const shares = [0.4, 0.6, 0.2499, 0.8];

  test("are the same as text with a sign, as results with a target and as attainment", () => {
    const wide = read([
      ["person", "year", `${measure} target`, measure],
      ...shares.map((share, k) => ["ABCD"[k], 2024, { share: 1 }, { share }]),
    ]);
    const long = read([
      ["person", "year", "measure", "attainment"],
      ...shares.map((share, k) => ["ABCD"[k], 2024, measure, { share }]),
    ]);
    for (const { data } of [wide, long]) {
      expect(data.results.map(({ result, target }) => [result, target])).toEqual(shares.map((share) => [share, 1]));
      expect(payout(plan, "plan", data).cash).toBe(4_200_000);
    }
  });

  test("a plain number among them is refused", () => {
    const mixed = read([
      ["person", "year", `${measure} target`, measure],
      ["A", 2024, { share: 1 }, { share: 0.4 }],
      ["B", 2024, { share: 1 }, 60],
      ["C", 2024, { share: 1 }, 0.2499],
    ]);
    expect(faults(mixed)).toHaveLength(2);
    expect(faults(mixed)[0]).toContain(`row 3 column D (${measure}): per cent and plain numbers are mixed`);
    expect(mixed.data.results.map(({ person }) => person)).toEqual(["A"]);
  });
});
