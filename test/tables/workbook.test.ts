import * as xlsx from "@e965/xlsx";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { PeopleData } from "../../src/employee-data/data.js";
import { peopleTables } from "../../src/employee-data/out.js";
import { type DataCell, plainColumn, tableOfCells } from "../../src/foundation/tables/data-table.js";
import { readPeople } from "../../src/node/spreadsheets/tables.js";
import { tablesXlsx } from "../../src/node/spreadsheets/tables-xlsx.js";
import { readTextTable } from "../../src/node/spreadsheets/text-table.js";
import { openWorkbook } from "../../src/node/spreadsheets/workbook.js";
import { writeTables } from "../../src/node/spreadsheets/write-tables.js";
import { archive, partsOf } from "../../src/node/spreadsheets/zip.js";
import { tableCsvText } from "../../src/wording/table-csv.js";
import { faults, fileOf, refusal, remarks } from "./made.js";

type Cell = xlsx.CellObject | string | number | boolean | undefined;

/** A workbook as another program writes it. */
function foreign(sheets: Readonly<Record<string, readonly (readonly Cell[])[]>>, date1904 = false): Buffer {
  const book = xlsx.utils.book_new();
  for (const [name, rows] of Object.entries(sheets)) {
    xlsx.utils.book_append_sheet(book, xlsx.utils.aoa_to_sheet(rows as unknown[][]), name);
  }
  book.Workbook = { WBProps: { date1904 } };
  return xlsx.write(book, { type: "buffer", bookType: "xlsx", compression: true, bookSST: true });
}

const people: readonly (readonly Cell[])[] = [
  ["id", "salary", "joined", "bonus"],
  [1001, 70_000, { t: "n", v: 45_292, z: "yyyy-mm-dd" }, { t: "n", v: 0.2, z: "0%" }],
  ["B2", "60.000,50 €", { t: "n", v: 43_500.5, z: "dd/mm/yy hh:mm" }, 9000],
];

describe("workbooks of other programs", () => {
  test("numbers, texts, dates and percentages by their formats", async () => {
    const read = await readPeople({ roster: fileOf("team.xlsx", foreign({ Mitarbeiter: people })) });
    expect(read.data.people).toEqual([
      { id: "1001", salary: 70_000, joined: "2024-01-01", targetIncentive: 14_000 },
      { id: "B2", salary: 60_000.5, joined: "2019-02-04", targetIncentive: 9000 },
    ]);
    expect(read.reconciliation[0].sheet).toBe("Mitarbeiter");
  });

  test("days counted from 1904, with and without a format", async () => {
    const rows: Cell[][] = [
      ["id", "salary", "joined"],
      ["A", 1, { t: "n", v: 43_830, z: "d.m.yyyy" }],
      ["B", 1, 43_830],
    ];
    const read = await readPeople({ roster: fileOf("1904.xlsx", foreign({ team: rows }, true)) });
    expect(read.data.people.map(({ joined }) => joined)).toEqual(["2024-01-01", "2024-01-01"]);
  });

  test("the day that never was and failed formulas are faults, with sheet, row and column", async () => {
    const rows: Cell[][] = [
      ["id", "salary", "joined"],
      ["A", 1, { t: "n", v: 60, z: "yyyy-mm-dd" }],
      ["B", { t: "e", v: 23 }, undefined],
      [undefined],
      ["C", { t: "b", v: true }, undefined],
    ];
    const read = await readPeople({ roster: fileOf("faults.xlsx", foreign({ People: rows })) });
    expect(faults(read).map((one) => one.replace(/^.*faults.xlsx, /, ""))).toEqual([
      'sheet People row 2 column C (joined): no day of any calendar, got "60"; expected a date such as 2024-03-31 or 31.3.2024',
      'sheet People row 3 column B (salary): the formula failed: #REF!, got "#REF!"; expected a value; repair the formula',
      'sheet People row 5 column B (salary): no number, got "true"; expected an amount of money such as 72000 or 72 000.50',
    ]);
    expect(read.reconciliation[0]).toMatchObject({ read: 4, used: 0, refused: 3, blank: 1 });
  });

  test("several sheets: by name, by what fits, by what is said; the rest is named", async () => {
    const results: Cell[][] = [
      ["person", "year", "sales"],
      [1001, 2024, 5],
    ];
    const accounts: Cell[][] = [
      ["account", "person", "year", "revenue"],
      ["K", 1001, 2024, 5],
    ];
    const book = fileOf(
      "all.xlsx",
      foreign({ Cover: [["Our team"]], Results: results, Staff: people, Kunden: accounts, Notes: [["x"]] }),
    );
    const all = await readPeople({ roster: book });
    expect(all.reconciliation.map(({ table, sheet }) => `${table} ${sheet}`)).toEqual([
      "roster Staff",
      "accounts Kunden",
      "history Results",
    ]);
    expect(remarks(all).filter((one) => one.includes("not used"))).toEqual([
      expect.stringContaining("sheet Cover"),
      expect.stringContaining("sheet Notes"),
    ]);
    const said = await readPeople({
      roster: { file: book, sheet: "Staff" },
      history: { file: book, sheet: "Results" },
    });
    expect(said.data.results).toHaveLength(1);
    expect(await refusal(() => readPeople({ roster: { file: book, sheet: "Staf" } }))).toContain(
      "no sheet Staf; expected Cover,",
    );
    const twins = fileOf("twins.xlsx", foreign({ a: people, b: people }));
    expect(await refusal(() => readPeople({ roster: twins }))).toContain("the roster may be sheet a or b");
    const odd = fileOf("odd.xlsx", foreign({ a: [["x"]], b: [["y"]] }));
    expect(await refusal(() => readPeople({ roster: odd }))).toContain("no sheet fits the roster; there are a and b");
  });

  test("what is no workbook is refused with a way out", async () => {
    const refused = (name: string, content: string | Uint8Array) =>
      refusal(() => readPeople({ roster: fileOf(name, content) }));
    const book = foreign({ a: people });
    expect(await refused("old.xlsx", Buffer.from("d0cf11e0a1b11ae1", "hex"))).toContain(
      "old .xls workbook, or one with a password",
    );
    expect(await refused("text.xlsx", "id,salary\nA,1\n")).toContain("not a workbook");
    expect(await refused("book.csv", book)).toContain("a workbook by its content; name it .xlsx");
    expect(await refused("cut.xlsx", book.subarray(0, book.length - 40))).toContain("damaged or cut off");
    expect(await refused("empty.csv", "")).toContain("the file is empty");
    expect(await refused("binary.csv", Buffer.from([1, 0, 0, 2, 0, 0, 0, 9]))).toContain("not a text file");
  });

  test("one flipped bit in the cells is found", async () => {
    const book = Buffer.from(foreign({ a: people }));
    const at = book.indexOf("xl/worksheets/sheet1.xml") + 60;
    book[at] = book[at]! ^ 4;
    expect(await refusal(() => openWorkbook("x.xlsx", book).table("a"))).toContain("damaged");
  });

  test.each([
    ['<c r="C1"', '<x/><c r="C1"', "something stands between its cells"],
    ["</row><row", "</row>5<row", "something stands between its rows"],
    ['<c r="B1"', '<c r="A1"', "cells are out of order"],
    ['<row r="2"', '<row r="1"', "row 1 is out of order"],
    ['t="s"><v>0<', 't="s"><v>99<', "a cell names a text that is not there"],
    ["</sheetData>", "", "something stands between its rows"],
  ])("cells that are not whole are refused: %s", async (from, to, message) => {
    const parts = partsOf("x", foreign({ a: people })).map(({ name, unpack }) => ({ name, text: unpack().toString() }));
    const changed = parts.map(({ name, text }) => ({
      name,
      text: name.includes("sheet1") ? text.replace(from, to) : text,
    }));
    expect(changed.map(({ text }) => text)).not.toEqual(parts.map(({ text }) => text));
    expect(await refusal(() => openWorkbook("x.xlsx", archive(changed)).table("a"))).toContain(message);
  });

  test("every cell is what an independent reader of workbooks finds", () => {
    const text = fc
      .string({ unit: "grapheme", maxLength: 20 })
      .filter((one) => !/[\p{Cc}\ufffe\uffff]|\p{Cs}/u.test(one));
    const cell = fc.oneof(
      text,
      fc.double({ noNaN: true, min: -9e15, max: 9e15 }),
      fc.boolean(),
      fc.constant(undefined),
    );
    const table = fc.array(fc.array(cell, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(table, (rows) => {
        const bytes = foreign({ s: [["first"], ...rows] });
        const mine = openWorkbook("x.xlsx", bytes).table("s").rows;
        const sheet = xlsx.read(bytes, { dense: true }).Sheets.s["!data"] as xlsx.CellObject[][];
        const theirs = sheet.map((row) => Array.from(row ?? [], (one) => (one?.t === "z" ? undefined : one?.v)));
        const ends = (row: readonly unknown[] | undefined) =>
          (row ?? []).slice(0, (row ?? []).findLastIndex((one) => one !== undefined) + 1);
        const most = Math.max(mine.length, theirs.length);
        for (let r = 0; r < most; r++) expect(ends(mine[r])).toEqual(ends(theirs[r]));
      }),
      { numRuns: 60 },
    );
  });
});

const data: PeopleData = {
  people: [
    {
      id: "007",
      name: '=HYPERLINK("http://x","y")',
      team: 'a,b\n"c"',
      joined: "2019-04-01",
      left: "2024-12-31",
      salary: 70_000.55,
      targetIncentive: 0,
    },
    { id: "B2", name: "Ünal & <Söhne>", segment: "+1", background: "@home", salary: 60_000 },
  ],
  results: [
    {
      person: "007",
      measure: "revenue",
      from: "2024-01-01",
      to: "2024-12-31",
      target: 1_000_000,
      result: 1_234_567.891,
      paid: 12.5,
    },
    { person: "B2", measure: "-risk", from: "2023-01-01", to: "2023-12-31", result: -0.125 },
  ],
  accounts: [
    {
      account: "K1",
      person: "007",
      segment: "health",
      year: 2024,
      revenue: 1e6,
      margin: 0.255,
      satisfaction: 1.04,
      isLost: true,
    },
  ],
  transactions: [{ id: "T1", date: "2024-02-29", person: "B2", account: "K1", measure: "revenue", amount: -10.01 }],
};

/** A table of texts, of one row at most. */
const textTable = (names: readonly string[], row?: readonly DataCell[]) =>
  tableOfCells(
    "s",
    "A row.",
    names.map((name) => plainColumn(name, "text", "a text")),
    row === undefined ? [] : [row],
  );

describe("out and in again", () => {
  test("a workbook gives back what it was given", async () => {
    const path = fileOf("out.xlsx", "");
    await writeTables(peopleTables(data, "EUR"), path);
    const read = await readPeople({ roster: path });
    expect({ ...read.data, reading: undefined }).toEqual(data);
    expect(faults(read)).toEqual([]);
  });

  test("so do salaries that changed and sales that are shared", async () => {
    const sale = { id: "T1", date: "2024-02-29", measure: "revenue", amount: 1_000.5 };
    const changed: PeopleData = {
      ...data,
      people: [
        {
          ...{ id: "A", joined: "2020-01-01", salary: 66_000, targetIncentive: 9_000 },
          salaries: [
            { salary: 60_000.25, targetIncentive: 8_000 },
            { from: "2024-07-01", salary: 66_000, targetIncentive: 9_000 },
          ],
        },
        { id: "B", salary: 50_000, salaries: [{ from: "2023-01-01", salary: 50_000 }] },
        { id: "007", salary: 1 },
        { id: "B2", salary: 2 },
      ],
      transactions: [
        { ...sale, person: "A", share: 0.3333 },
        { ...sale, person: "B", share: 0.6667 },
        { ...sale, id: "T2", person: "B" },
      ],
    };
    const path = fileOf("changed.xlsx", "");
    await writeTables(peopleTables(changed, "EUR"), path);
    const read = await readPeople({ roster: path });
    expect(faults(read)).toEqual([]);
    expect({ ...read.data, reading: undefined }).toEqual(changed);
  });

  test("so do text files, hostile cells included", async () => {
    const tables = peopleTables(data).map(
      (table) => [table.name === "results" ? "history" : table.name, table] as const,
    );
    const paths = Object.fromEntries(tables.map(([name, table]) => [name, fileOf(`${name}.csv`, tableCsvText(table))]));
    const read = await readPeople({ roster: paths.roster!, ...paths });
    expect({ ...read.data, reading: undefined }).toEqual(data);
  });

  test("whatever text a cell holds comes back, from both", () => {
    const text = fc
      .string({ unit: "binary", minLength: 1, maxLength: 12 })
      .filter((one) => !/\p{Cs}/u.test(one) && !/[\r\0]/.test(one));
    const cell = fc.oneof(text, fc.constantFrom("_x0041_", "&amp;", "=1+1", "\t@x", " a ", "]]>"));
    fc.assert(
      fc.property(fc.tuple(cell, cell, cell), (cells) => {
        const table = textTable(["one", "two", "three"], cells);
        expect(openWorkbook("x.xlsx", Buffer.from(tablesXlsx([table]))).table("s").rows[1]).toEqual(cells);
        const back = readTextTable("x.csv", Buffer.from(tableCsvText(table))).rows[1] as string[];
        expect(back.map((one, k) => (one === cells[k] ? one : one.replace(/^'/, "")))).toEqual(cells);
      }),
    );
  });

  test("no text cell is a formula, in an independent reader", () => {
    const cells = ["=1+1", "+1+1", "-1+2", "@SUM(A1)", "\t=1", '=cmd|" /C calc"!A0'];
    const table = textTable(cells, cells);
    const sheet = xlsx.read(tablesXlsx([table])).Sheets.s;
    for (const [at, cell] of Object.entries(sheet).filter(([at]) => !at.startsWith("!"))) {
      expect([at, cell.t, cell.f]).toEqual([at, "s", undefined]);
    }
    for (const line of tableCsvText(table).split("\r\n").slice(0, 1)) expect(line).not.toMatch(/(^|,)"?[=+\-@\t]/);
  });

  test("formats, frozen header, widths, dates as days; the same bytes each time", () => {
    const tables = peopleTables(data, "EUR");
    const bytes = Buffer.from(tablesXlsx(tables));
    const book = xlsx.read(bytes, { cellNF: true, cellStyles: true });
    const shown = (name: string, at: string) => [book.Sheets[name][at].v, book.Sheets[name][at].z];
    expect(shown("roster", "H2")).toEqual([70_000.55, '#,##0.00\\ "EUR"']);
    expect(shown("roster", "F2")).toEqual([43_556, "yyyy-mm-dd"]);
    expect(shown("accounts", "F2")).toEqual([0.255, "0.0%"]);
    expect(book.Sheets.roster["!cols"]?.[0].width).toBeGreaterThanOrEqual(8);
    const sheet = partsOf("x", bytes)
      .find(({ name }) => name.endsWith("sheet1.xml"))!
      .unpack()
      .toString();
    expect(sheet).toContain('<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>');
    expect(Buffer.from(tablesXlsx(tables)).equals(bytes)).toBe(true);
  });

  test("names no sheet can have, other endings and two tables in one text file are refused", async () => {
    const table = textTable([]);
    for (const name of ["", "a/b", "History", "x".repeat(32), "[a]"]) {
      expect(await refusal(() => tablesXlsx([{ ...table, name }]))).toContain("cannot be the name of a sheet");
    }
    expect(await refusal(() => tablesXlsx([table, { ...table, name: "S" }]))).toContain("two sheets are called");
    expect(await refusal(() => writeTables([table], fileOf("x.ods", "")))).toContain("expected .xlsx or .csv");
    expect(await refusal(() => writeTables([table, table], fileOf("x.csv", "")))).toContain(
      "a .csv holds one table, not 2",
    );
  });
});
