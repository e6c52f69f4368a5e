import { extname, join } from "node:path";
import type { OutFormat, OutTable } from "../../foundation/tables/out-table.js";
import { didYouMean, refuse } from "../../foundation/text/problem.js";
import { formatNumber } from "../../foundation/text/text.js";
import { type RunCell, type RunCellType, type RunTable, runTables } from "../../report/run-tables/index.js";
import { runTableCsv } from "../../report/runs/run-csv.js";
import type { Run } from "../../simulation/data.js";
import type { Observations } from "../../simulation/observation/data.js";

import { makeFolder } from "../files/files.js";
import { tableParquet } from "../files/parquet.js";
import { writeFileWhole } from "../files/whole-file.js";
import { tablesXlsx } from "./table-out.js";

/** How the tables of a run are written into a folder. */
export type TableFormat = "csv" | "parquet";

export interface SaveTablesOptions {
  /** Of the files in a folder; csv unless given. A place that ends in .xlsx is one workbook. */
  readonly format?: TableFormat | undefined;
  /** What `observe` saw of the same run; its tables are written, too. */
  readonly observed?: Observations | undefined;
}

const formats: readonly TableFormat[] = ["csv", "parquet"];

/** What a sheet holds at most, the header among them. */
const mostRows = 1_048_576;
/** What a workbook holds here at most, so that it fits into memory and opens. */
const mostCells = 10_000_000;

/**
 * Writes every table of a run, from which all that is reported of it can be worked out again (docs/export.md): into one workbook where the
 * place ends in .xlsx, else into a folder, a file a table. Gives the paths. Each file appears whole or not at all. Throws a Problem for
 * places that cannot be written, observations of another run, and tables too large for a workbook.
 *
 *     await saveTables(run, "out/tables.xlsx", { observed: await observe(run, { worlds: 20 }) });
 */
export async function saveTables(
  run: Run,
  place: string,
  { format, observed }: SaveTablesOptions = {},
): Promise<readonly string[]> {
  const tables = runTables(run, observed);
  if (extname(place).toLowerCase() === ".xlsx") {
    if (format !== undefined)
      refuse("format", `a workbook has no format "${format}"`, "name a folder instead of .xlsx");
    await writeFileWhole(place, [runWorkbook(run, tables)]);
    return [place];
  }
  const ending = formatOf(format ?? "csv");
  makeFolder(place);
  const paths: string[] = [];
  for (const table of tables) {
    const path = join(place, `${table.name}.${ending}`);
    await writeFileWhole(path, ending === "csv" ? runTableCsv(table) : tableParquet(run, table));
    paths.push(path);
  }
  return paths;
}

const formatOf = (format: string): TableFormat =>
  formats.find((one) => one === format) ?? refuse("format", `unknown format "${format}"`, didYouMean(format, formats));

function runWorkbook(run: Run, tables: readonly RunTable[]): Uint8Array {
  const remedy = "write a folder, or fewer worlds";
  for (const { name, rows } of tables)
    if (rows >= mostRows) refuse(name, `${formatNumber(rows)} rows are more than a sheet holds`, remedy);
  const cells = tables.reduce((sum, { rows, columns }) => sum + rows * columns.length, 0);
  if (cells > mostCells) refuse("workbook", `${formatNumber(cells)} cells are more than a workbook opens with`, remedy);
  return tablesXlsx(tables.map(sheetOf), { currency: run.currency });
}

const looks: Readonly<Record<RunCellType, OutFormat>> = {
  text: "text",
  whole: "whole",
  number: "number",
  "yes or no": "yes or no",
};

const sheetOf = ({ name, columns, pieces }: RunTable): OutTable => ({
  name,
  columns: columns.map((one) => ({ title: one.name, format: looks[one.type] })),
  rows: [...pieces()].flatMap((piece) =>
    Array.from({ length: piece[0].length }, (_, row) => piece.map((cells): RunCell => cells[row])),
  ),
});
