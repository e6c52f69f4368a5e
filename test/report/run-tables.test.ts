import { mkdtempSync, readdirSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import type { CellType, DataCell, DataTable } from "../../src/foundation/tables/data-table.js";
import { writeTables } from "../../src/node/spreadsheets/write-tables.js";
import { runTables } from "../../src/report/run-tables/index.js";
import { cross } from "../../src/scenario/designs/cross.js";
import { parseScenario } from "../../src/scenario/scenario.js";
import type { Run } from "../../src/simulation/data.js";
import type { Observations } from "../../src/simulation/observation/data.js";
import { observe } from "../../src/simulation/observation/observe.js";
import { column } from "../../src/simulation/run.js";
import { simulate } from "../../src/simulation/simulate.js";

const text = `rewardlab: 2
title: Small
horizon: 1 year
team: { managers: 1 }
accounts: { per manager: 1 }
designs:
  today: { period: 1 year, weights: { account revenue: 100 % }, rewards: [{ kind: cash bonus, at target: 12000 EUR/year }] }
hold: { reward cost: 14 000 EUR/year, at target: 60 % }
hypotheses:
  half: { claim: Halves are worth more, contrast: { factor: period, from: 1 year, to: 6 months }, outcome: net value, direction: higher, smallest effect: 1000 EUR, where: { impatience: above 10 %/year } }
`;
let run: Run;
let seen: Observations;
let tables: ReadonlyMap<string, DataTable>;

beforeAll(async () => {
  const scenario = cross(parseScenario(text, { name: "small.yaml" }), { period: ["6 months", "1 year"] });
  run = await simulate(scenario, { replications: 8, pilots: 12 });
  seen = await observe(run, { worlds: 2 });
  tables = new Map(runTables(run, seen).map((one) => [one.name, one]));
});

/** Rows of a table as records. */
function rowsOf(name: string): Record<string, DataCell>[] {
  const { columns, pieces } = tables.get(name) as DataTable;
  return [...pieces()].flatMap((piece) =>
    Array.from({ length: piece[0].length }, (_, row) =>
      Object.fromEntries(columns.map((one, k) => [one.name, piece[k][row]])),
    ),
  );
}

test("every column of every table stands in the dictionary, itself included", () => {
  const described = rowsOf("columns").map((row) => `${row.table}: ${row.column}`);
  const there = [...tables.values()].flatMap(({ name, columns }) => columns.map((one) => `${name}: ${one.name}`));
  expect(described.sort()).toEqual(there.sort());
  expect(new Set(there).size).toBe(there.length);
  for (const row of rowsOf("columns")) {
    expect(row.meaning, String(row.column)).not.toBe("");
    if (row.type === "number") expect(row.unit, `${row.table}: ${row.column}`).toBeTruthy();
  }
});

test("every cell is of the kind its column says, and there are as many rows as are said", () => {
  const kinds: Readonly<Partial<Record<CellType, string>>> = {
    text: "string",
    whole: "number",
    number: "number",
    "yes or no": "boolean",
  };
  for (const [name, { columns, rows }] of tables) {
    const found = rowsOf(name);
    expect(found.length, name).toBe(rows);
    for (const { name: title, type, isOptional } of columns) {
      const wrong = found.filter((row) => {
        const cell = row[title];
        if (cell === undefined) return isOptional !== true;
        return typeof cell !== kinds[type] || (type === "whole" && !Number.isInteger(cell));
      });
      expect(wrong, `${name}: ${title}`).toEqual([]);
    }
  }
});

test("outcomes, draws, plans and what was observed are those of the run", () => {
  const outcomes = rowsOf("outcomes").filter((row) => row.design === "today" && row.response === "evidence");
  expect(outcomes.map((row) => row["net value"])).toEqual([...column(run, "today", "net value", "evidence")]);
  expect(rowsOf("worlds").map((row) => [row.draw, row.luck])).toEqual(
    Array.from({ length: 8 }, (_, w) => [Math.floor(w / 2), w % 2]),
  );
  expect(rowsOf("plans").map((row) => [row.design, row["held under"], row.factor])).toEqual(
    run.held.map((one) => [one.design, one.response, one.scale]),
  );
  expect(rowsOf("levels")).toContainEqual({ design: "6 months", factor: "period", level: "6 months" });
  expect(rowsOf("hypothesis_ranges")).toEqual([
    { hypothesis: "half", assumption: "impatience", low: 0.1, high: Infinity, closed: false },
  ]);
  const pay = rowsOf("observed_years").filter((row) => row.design === "today");
  expect(pay.map((row) => row.pay)).toEqual([...(seen.designs.find((one) => one.name === "today")?.years.pay ?? [])]);
});

test("tables are written as files of a folder or as one workbook", async () => {
  const folder = mkdtempSync(join(tmpdir(), "rewardlab-"));
  const paths = await writeTables(runTables(run, seen), join(folder, "tables"));
  expect(paths).toEqual([...tables.keys()].map((name) => join(folder, "tables", `${name}.csv`)));
  expect(readdirSync(join(folder, "tables")).sort()).toEqual([...tables.keys()].map((name) => `${name}.csv`).sort());
  const [head, first] = readFileSync(join(folder, "tables", "designs.csv"), "utf8").split("\r\n");
  expect([head, first]).toEqual(["design,title,role,baseline", "today,today,design,yes"]);
  await expect(writeTables(runTables(run), join(folder, "a.xlsx"), { format: "csv" })).rejects.toThrow(
    "a workbook has no format",
  );
  await expect(writeTables(runTables(run), folder, { format: "tsv" as "csv" })).rejects.toThrow('unknown format "tsv"');
  expect(readdirSync(folder)).toEqual(["tables"]);
});

test("what was seen of another run is refused", () => {
  const other = { ...run, seed: run.seed + 1 };
  expect(() => runTables(other, seen)).toThrow(
    "observations: they are of another run; observe the run that is written",
  );
});
