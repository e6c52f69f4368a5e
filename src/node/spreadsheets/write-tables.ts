import { existsSync, statSync } from "node:fs";
import { extname, join } from "node:path";
import type { DataTable } from "../../foundation/tables/data-table.js";
import { didYouMean, refuse } from "../../foundation/text/problem.js";
import { formatNumber } from "../../foundation/text/text.js";
import { tableCsv } from "../../wording/table-csv.js";
import { makeFolder } from "../files/files.js";
import { tableParquet } from "../files/parquet.js";
import { writeFileWhole } from "../files/whole-file.js";
import { tablesXlsx } from "./tables-xlsx.js";

/** How tables are written into a folder. */
export type TableFormat = "csv" | "parquet";

/** How tables are written. */
export interface WriteTablesOptions {
  /** Of the files in a folder; csv unless given. Where the path is a file its ending says it. */
  readonly format?: TableFormat | undefined;
}

const formats: readonly TableFormat[] = ["csv", "parquet"];

/** What a sheet holds at most, the header among them. */
const mostRows = 1_048_576;
/** What a workbook holds here at most, so that it fits into memory and opens. */
const mostCells = 10_000_000;

/**
 * Writes tables of results by the ending of the path: `.xlsx` holds them all, a sheet each; `.csv` and `.parquet` hold one; a path without an
 * ending is a folder, a file a table. Gives the paths. Each file appears whole or not at all. Tables that say what people are paid can be
 * read by their owner alone, where a file is new. Throws a Problem for other endings, several tables for one file, and tables too large
 * for a workbook.
 *
 *     await writeTables(tables(comparison), "out/comparison.xlsx");
 */
export async function writeTables(
  tables: readonly DataTable[],
  path: string,
  { format }: WriteTablesOptions = {},
): Promise<readonly string[]> {
  const ending = extname(path).toLowerCase();
  if (ending === ".xlsx") {
    if (format !== undefined)
      refuse("format", `a workbook has no format "${format}"`, "name a folder instead of .xlsx");
    refuseLarge(tables);
    await writeFileWhole(path, [tablesXlsx(tables)], rightsOf(tables));
    return [path];
  }
  if (format !== undefined || ending === "" || (existsSync(path) && statSync(path).isDirectory()))
    return writeFolder(tables, path, formatOf(format ?? "csv"));
  const single = formats.find((one) => ending === `.${one}`);
  if (single === undefined)
    return refuse(path, `unknown ending "${ending}"`, "expected .xlsx or .csv, .parquet or a folder");
  const [table, ...others] = tables;
  if (table === undefined || others.length > 0)
    return refuse(path, `a .${single} holds one table, not ${tables.length}`, "write .xlsx or a folder");
  await writeTable(table, path, single);
  return [path];
}

async function writeFolder(
  tables: readonly DataTable[],
  folder: string,
  format: TableFormat,
): Promise<readonly string[]> {
  makeFolder(folder);
  const paths: string[] = [];
  for (const table of tables) {
    const path = join(folder, `${table.name}.${format}`);
    await writeTable(table, path, format);
    paths.push(path);
  }
  return paths;
}

const writeTable = (table: DataTable, path: string, format: TableFormat): Promise<void> =>
  writeFileWhole(path, format === "csv" ? tableCsv(table) : tableParquet(table), rightsOf([table]));

const rightsOf = (tables: readonly DataTable[]) => ({ isPrivate: tables.some(({ isOfPeople }) => isOfPeople) });

const formatOf = (format: string): TableFormat =>
  formats.find((one) => one === format) ?? refuse("format", `unknown format "${format}"`, didYouMean(format, formats));

function refuseLarge(tables: readonly DataTable[]): void {
  const remedy = "write a folder, or fewer worlds";
  for (const { name, rows } of tables)
    if (rows >= mostRows) refuse(name, `${formatNumber(rows)} rows are more than a sheet holds`, remedy);
  const cells = tables.reduce((sum, { rows, columns }) => sum + rows * columns.length, 0);
  if (cells > mostCells) refuse("workbook", `${formatNumber(cells)} cells are more than a workbook opens with`, remedy);
}
