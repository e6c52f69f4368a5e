import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { peopleTables } from "../../src/employee-data/out.js";
import { type PeopleRead, readTables } from "../../src/employee-data/read-people.js";
import type { RawTable } from "../../src/foundation/tables/cell.js";
import { tablesXlsx } from "../../src/node/spreadsheets/tables-xlsx.js";
import { readTextTable } from "../../src/node/spreadsheets/text-table.js";
import { openWorkbook } from "../../src/node/spreadsheets/workbook.js";
import { archive, partsOf } from "../../src/node/spreadsheets/zip.js";

const folder = join(import.meta.dirname, "..", "..", "data", "synthetic-team");
const files = Object.fromEntries(
  ["roster", "accounts", "history"].map((name) => [
    name,
    readFileSync(join(folder, `${name}.csv`), "utf8")
      .split("\n")
      .slice(0, 13)
      .join("\n"),
  ]),
) as Record<"roster" | "accounts" | "history", string>;

/**
 * Every row below the header is used, refused, set aside or blank; every sum is that of these rows; every refused row has a fault, and
 * whoever can be told of it waits for it by its number.
 */
function expectBooked(read: PeopleRead, tables: Readonly<Record<string, RawTable>>): void {
  for (const one of read.reconciliation) {
    expect(one.read).toBe(one.used + one.refused + one.aside + one.blank);
    expect(one.read + one.above + 1).toBe(tables[one.table].rows.length);
    expect(one.reasons.reduce((sum, { rows }) => sum + rows, 0)).toBe(one.refused);
    const faulty = read.findings.filter(({ isFault, table }) => isFault && table === one.table).map(({ row }) => row);
    expect(new Set(faulty).size).toBe(one.refused);
    const left = read.data.reading?.leftOut.filter(({ table }) => table === one.table) ?? [];
    expect(left.map(({ row }) => row)).toEqual([...new Set(faulty)]);
    for (const { person, waits } of left) if (person !== undefined) expect(waits).toContain(person);
    for (const total of one.totals)
      expect(Math.abs(total.read - total.used - total.refused - total.aside)).toBeLessThan(
        1e-6 * (1 + Math.abs(total.read)),
      );
  }
  for (const { salary } of read.data.people) expect(salary).toBeGreaterThanOrEqual(0);
  for (const { result } of read.data.results) expect(Number.isFinite(result)).toBe(true);
}

/** Runs to a result whose rows are all booked, or to a refusal in words; anything else fails. */
function expectBookedOrRefused(
  act: () => { read: PeopleRead; tables: Readonly<Record<string, RawTable>> },
): "read" | "refused" {
  try {
    const { read, tables } = act();
    expectBooked(read, tables);
    return "read";
  } catch (error) {
    if ((error as Error).name !== "Problem") throw error;
    expect((error as Error).message).toMatch(/^[^\n]+: [^\n]+/);
    return "refused";
  }
}

const hostile = fc.constantFrom(
  ...[
    "",
    '"',
    '""',
    ",",
    ";",
    "\n",
    "\r",
    "\t",
    "\0",
    "\ufeff",
    "=1+1",
    "-",
    "1e999",
    "NaN",
    "1.234",
    "1,234",
    "99/99/9999",
    "#REF!",
    "€",
    "$ 5",
  ],
  ...["\u202e", "\ud83d", "Total", "__proto__", "'", "(1)", "%", "SYN-M01", "2024", "x".repeat(600)],
  ...["FY 2025", "Q1", "Q1 2024", "Jan", "Jan-24", "2024-01-01", "P01 2024", "2024/25", "A Total", "month", "year"],
);

/** A text with pieces cut out, put in or swapped. */
const damaged = (text: string) =>
  fc
    .array(fc.tuple(fc.nat(text.length), fc.nat(8), hostile), { minLength: 1, maxLength: 6 })
    .map((cuts) => cuts.reduce((now, [at, length, put]) => now.slice(0, at) + put + now.slice(at + length), text));

describe("whatever happens to the files", () => {
  test("text: every row is booked, or the table is refused in words", () => {
    const seen = { read: 0, refused: 0 };
    const all = fc.record({
      roster: damaged(files.roster),
      accounts: damaged(files.accounts),
      history: damaged(files.history),
    });
    fc.assert(
      fc.property(all, (texts) => {
        seen[
          expectBookedOrRefused(() => {
            const tables = Object.fromEntries(
              Object.entries(texts).map(([name, text]) => [name, readTextTable(`${name}.csv`, Buffer.from(text))]),
            );
            return { read: readTables(tables as never), tables };
          })
        ] += 1;
      }),
      { numRuns: 500 },
    );
    expect(seen.read).toBeGreaterThan(20);
    expect(seen.refused).toBeGreaterThan(20);
  });

  const wide = [
    ";Q1 2024;;Q2 2024;;Total",
    "person;target;actual;target;actual;",
    ...["SYN-M01;100;90;100;110;200", ";100;80;100;70;150", "SYN-M02;100;1;100;2;3", "Total;300;171;300;182;353"],
  ].join("\n");
  const pivot = [
    ...[
      "person;measure;month;result",
      "SYN-M01;revenue;Jan 2024;10",
      ";;Feb 2024;20",
      ";margin;Jan 2024;1",
      ";;Feb 2024;2",
    ],
    ...["SYN-M01 Total;;;33", "SYN-M02;revenue;Jan 2024;10", ";;Feb 2024;20", "SYN-M02 Total;;;30", "Grand Total;;;63"],
  ].join("\n");

  test("text: groups above headers, and pivots, are booked or refused as well", () => {
    const seen = { read: 0, refused: 0 };
    fc.assert(
      fc.property(fc.constantFrom(wide, pivot).chain(damaged), (text) => {
        seen[
          expectBookedOrRefused(() => {
            const tables = {
              roster: readTextTable("roster.csv", Buffer.from(files.roster)),
              history: readTextTable("history.csv", Buffer.from(text)),
            };
            return { read: readTables(tables, { fiscalYear: { starts: "April", "named by": "end" } }), tables };
          })
        ] += 1;
      }),
      { numRuns: 500 },
    );
    expect(seen.read).toBeGreaterThan(20);
    expect(seen.refused).toBeGreaterThan(20);
  });

  test("text: any bytes at all", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        expectBookedOrRefused(() => {
          const tables = { roster: readTextTable("roster.csv", Buffer.concat([Buffer.from("id,salary\n"), bytes])) };
          return { read: readTables(tables), tables };
        });
      }),
      { numRuns: 500 },
    );
  });

  const whole = readTables({ roster: readTextTable("roster.csv", Buffer.from(files.roster)) });
  const book = Buffer.from(tablesXlsx(peopleTables(whole.data)));

  const readBook = (bytes: Buffer) => {
    const opened = openWorkbook("team.xlsx", bytes);
    const tables = { roster: opened.table(opened.names[0]!) };
    return { read: readTables(tables), tables };
  };

  test("workbooks: flipped, lost and inserted bytes are refused, or change nothing", () => {
    const seen = { read: 0, refused: 0 };
    const change = fc.tuple(
      fc.nat(book.length - 1),
      fc.integer({ min: 1, max: 255 }),
      fc.constantFrom("flip", "cut", "insert"),
    );
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 3 }), (changes) => {
        let bytes = Buffer.from(book);
        for (const [at, by, how] of changes) {
          if (how === "flip") bytes[at % bytes.length]! ^= by;
          else if (how === "cut") bytes = bytes.subarray(0, Math.max(1, bytes.length - by));
          else bytes = Buffer.concat([bytes.subarray(0, at), Buffer.from([by]), bytes.subarray(at)]);
        }
        const ended = expectBookedOrRefused(() => {
          const made = readBook(bytes);
          expect(made.read.data.people).toEqual(whole.data.people);
          return made;
        });
        seen[ended] += 1;
      }),
      { numRuns: 300 },
    );
    expect(seen.refused).toBeGreaterThan(100);
  });

  test("workbooks: parts with other words in them are booked or refused", () => {
    const parts = partsOf("x", book).map(({ name, unpack }) => ({ name, text: unpack().toString() }));
    const sheet = parts.findIndex(({ name }) => name.endsWith("sheet1.xml"));
    const xml = fc.constantFrom(
      ...[
        "<",
        ">",
        "</row>",
        "</c>",
        '<c r="A1">',
        '<c r="ZZZ9"><v>1</v></c>',
        '<row r="1">',
        't="s"',
        't="e"',
        's="999"',
        "<v>",
        "</v>",
        "&#0;",
        "&bad;",
        "]]>",
        '"',
        "9e99999",
      ],
    );
    const text = parts[sheet]!.text;
    const cuts = fc.array(fc.tuple(fc.nat(text.length), fc.nat(12), xml), { minLength: 1, maxLength: 3 });
    const seen = { read: 0, refused: 0 };
    fc.assert(
      fc.property(cuts, (list) => {
        const changed = list.reduce((now, [at, length, put]) => now.slice(0, at) + put + now.slice(at + length), text);
        const bytes = archive(parts.map((part, k) => (k === sheet ? { ...part, text: changed } : part)));
        seen[expectBookedOrRefused(() => readBook(bytes))] += 1;
      }),
      { numRuns: 400 },
    );
    expect(Math.min(seen.read, seen.refused)).toBeGreaterThan(5);
  });

  test("an archive that says it is small and is not is refused before it fills the memory", () => {
    const bytes = archive([{ name: "xl/workbook.xml", text: "0".repeat(5_000_000) }]);
    const list = bytes.lastIndexOf("PK\x01\x02", undefined, "latin1");
    bytes.writeUInt32LE(100, list + 24);
    expect(() => partsOf("bomb.xlsx", bytes)[0]!.unpack()).toThrow("damaged");
    bytes.writeUInt32LE(4_000_000_000, list + 24);
    expect(() => partsOf("bomb.xlsx", bytes)).toThrow("unpacks to more than 300 MB");
  });
});
