import { existsSync, mkdtempSync, readFileSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parquetMetadata, parquetReadObjects } from "hyparquet";
import { beforeAll, describe, expect, test } from "vitest";
import { entriesIn, namesGiven } from "../../src/docs-pages/surface.js";
import { type DataTable, dataRows } from "../../src/foundation/tables/data-table.js";
import * as rewardlab from "../../src/index.js";
import { tableParquet } from "../../src/node/files/parquet.js";
import { tablesXlsx } from "../../src/node/spreadsheets/tables-xlsx.js";
import { readTextTable } from "../../src/node/spreadsheets/text-table.js";
import { openWorkbook } from "../../src/node/spreadsheets/workbook.js";
import { tableCsvText } from "../../src/wording/table-csv.js";
import { otherPrintouts, printouts, smallScenario } from "./printouts.js";

const { tables, writeTables } = rewardlab;

/** Verbs of the root that give no result of their own: they read, make, keep, draw and show. */
const noResults = new Set(
  [
    "readScenario parseScenario makeScenario defineScenario edit cross equalInstead ownReward describe",
    "column mergeRuns loadRun saveRun applyFit saveFitted",
    "makeTheme defineChart defineReward show save saveReport tables writeTables",
  ].flatMap((line) => line.split(" ")),
);

type Made = Parameters<typeof tables>[0];
const results = new Map<string, Made>();

beforeAll(async () => {
  const prints = { ...printouts(), ...otherPrintouts() };
  for (const [name, print] of Object.entries(prints))
    if (name !== "a scenario") results.set(name, (await print()) as Made);
  const [run, read] = [results.get("a run of simulate"), results.get("tables")];
  results.set("simulate", run as Made);
  for (const name of ["readTables", "readPeople"]) results.set(name, read as Made);
  for (const name of ["a run of simulate", "tables"]) results.delete(name);
  const seen = await rewardlab.observe(run as rewardlab.Run, { designs: ["balanced-bonus"], otherLuck: true });
  const design = "balanced-bonus";
  results.set("observe", seen);
  results.set("attainments", rewardlab.attainments(seen, { design }));
  results.set("earnings", rewardlab.earnings(seen, { design }));
  results.set("payPerformance", rewardlab.payPerformance(seen, { design }));
  results.set("payoutTimeline", rewardlab.payoutTimeline(seen, { design }));
  results.set("fan", rewardlab.fan(seen, { design, quantity: "revenue" }));
  results.set("rationalPlay", rewardlab.rationalPlay(smallScenario(), { designs: [design] }));
  results.set("chart", rewardlab.chart.differences(results.get("compare") as rewardlab.Comparison));
});

const root = fileURLToPath(new URL("../..", import.meta.url));
const verbs = namesGiven(root, entriesIn(root).get("rewardlab") as string)
  .filter(({ kind, name }) => kind === "verb" && !noResults.has(name))
  .map(({ name }) => name);

describe("every result of a verb", () => {
  test("has tables: there is one of each here", () => {
    expect(verbs.filter((name) => !results.has(name))).toEqual([]);
    expect(verbs.length).toBeGreaterThan(25);
  });

  test.each([...verbs, "chart"])("of %s: names, units and meanings for every column, and cells of its kind", (verb) => {
    const made = tables(results.get(verb) as Made);
    expect(made.some(({ rows }) => rows > 0)).toBe(true);
    expect(new Set(made.map(({ name }) => name)).size).toBe(made.length);
    for (const table of made) {
      expect(table.summary, table.name).not.toBe("");
      expect(new Set(table.columns.map(({ name }) => name)).size, table.name).toBe(table.columns.length);
      const rows = dataRows(table);
      expect(rows, table.name).toHaveLength(table.rows);
      for (const [k, { name, meaning, type, unit, isOptional }] of table.columns.entries()) {
        const place = `${table.name}: ${name}`;
        expect(meaning, place).not.toBe("");
        if (["money", "percent", "number"].includes(type) && name !== "seed") expect(unit, place).toBeTruthy();
        const kinds = new Set(rows.map((row) => (row[k] === undefined ? "blank" : typeof row[k])));
        if (isOptional === true) kinds.delete("blank");
        const wanted = type === "yes or no" ? "boolean" : ["text", "date"].includes(type) ? "string" : "number";
        expect(
          [...kinds].filter((one) => one !== wanted),
          place,
        ).toEqual([]);
      }
    }
  });

  test.each([...verbs, "chart"])("of %s: comes back from Parquet to the last bit, with its units", async (verb) => {
    for (const table of tables(results.get(verb) as Made)) {
      const bytes = Buffer.concat([...tableParquet(table)]);
      const file = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length) as ArrayBuffer;
      const { key_value_metadata: about = [] } = parquetMetadata(file);
      const units = table.columns.flatMap(({ name, unit }) => (unit === undefined ? [] : [[name, unit]]));
      expect(JSON.parse(about.find(({ key }) => key === "units")?.value ?? "")).toEqual(Object.fromEntries(units));
      if (table.rows === 0) continue;
      const back = await parquetReadObjects({ file });
      const rows = back.map((row) => table.columns.map(({ name }) => row[name] ?? undefined));
      expect(rows, table.name).toEqual(dataRows(table));
    }
  });

  test.each([...verbs, "chart"])("of %s: comes back from CSV and from a workbook", (verb) => {
    const made = tables(results.get(verb) as Made);
    const book = openWorkbook("x.xlsx", Buffer.from(tablesXlsx(made)));
    for (const table of made) {
      const names = table.columns.map(({ name }) => name);
      const back = readTextTable(`${table.name}.csv`, Buffer.from(tableCsvText(table))).rows;
      expect(back.map((row) => row.map(asText))).toEqual([names, ...dataRows(table)].map((row) => row.map(asText)));
      expect(book.table(table.name).rows[0]).toEqual(names);
    }
  });
});

/** A cell as a text file says it, an apostrophe before what would be a formula aside. */
const asText = (cell: unknown): string => {
  if (cell === undefined) return "";
  if (typeof cell === "boolean") return cell ? "yes" : "no";
  if (typeof cell === "number" && !Number.isFinite(cell)) return cell > 0 ? "infinity" : "-infinity";
  return String(cell).replace(/^'/, "").replace(/\r\n?/g, "\n");
};

test("tables are written by the ending of the path, and what people are paid is for its owner alone", async () => {
  const folder = mkdtempSync(join(tmpdir(), "rewardlab-"));
  const comparison = tables(results.get("compare") as Made);
  const [first] = comparison as [DataTable];
  expect(await writeTables(comparison, join(folder, "all"))).toEqual(
    comparison.map(({ name }) => join(folder, "all", `${name}.csv`)),
  );
  expect(await writeTables(comparison, join(folder, "all"), { format: "parquet" })).toHaveLength(comparison.length);
  expect(readFileSync(join(folder, "all", "comparison.csv"), "utf8")).toBe(tableCsvText(first));
  await writeTables(comparison, join(folder, "all.xlsx"));
  await writeTables([first], join(folder, "one.csv"));
  await writeTables([first], join(folder, "one.parquet"));
  expect(readFileSync(join(folder, "one.parquet")).subarray(0, 4).toString()).toBe("PAR1");
  expect(statSync(join(folder, "all.xlsx")).mode & 0o077).not.toBe(0);
  await writeTables(tables(results.get("payout") as Made), join(folder, "paid.xlsx"));
  expect(statSync(join(folder, "paid.xlsx")).mode & 0o077).toBe(0);
  for (const ending of ["csv", "parquet"])
    await expect(writeTables(comparison, join(folder, `two.${ending}`))).rejects.toThrow(
      `a .${ending} holds one table`,
    );
  await expect(writeTables(comparison, join(folder, "x.ods"))).rejects.toThrow('unknown ending ".ods"');
  expect(existsSync(join(folder, "two.csv"))).toBe(false);
});

test("what is no result is refused", () => {
  for (const one of [{}, [], [1], "text", undefined, null, Promise.resolve({})])
    if (!Array.isArray(one) || one.length > 0) expect(() => tables(one as never)).toThrow(/no result/);
});

test("a run takes what was observed of it along, and nothing else does", () => {
  const [run, observed] = [results.get("simulate") as rewardlab.Run, results.get("observe") as rewardlab.Observations];
  const names = tables(run, { observed }).map(({ name }) => name);
  expect(names).toEqual(expect.arrayContaining(["columns", "observed_closes"]));
  expect(tables(run)).toHaveLength(names.length - tables(observed).length);
  expect(() => tables(results.get("compare") as Made, { observed })).toThrow("only a run has observations beside it");
});

test("a workbook of two currencies is refused", () => {
  const [paid] = tables(results.get("payout") as Made);
  expect(() => tablesXlsx([paid, { ...paid, name: "other", currency: "USD" }])).toThrow(/amounts in EUR and in USD/);
});
