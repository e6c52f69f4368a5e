import { ByteWriter, type ColumnSource, ParquetWriter, type SchemaElement } from "hyparquet-writer";
import type { DataCell, DataColumn, DataTable } from "../../foundation/tables/data-table.js";
import { version } from "../../foundation/version.js";
import { assumptionsTableOf, outcomesTableOf } from "../../report/run-tables/index.js";
import type { Run } from "../../simulation/data.js";

import { writeFileWhole } from "./whole-file.js";

/**
 * Writes a run as Parquet in long form, one line per response × design × world with one column per outcome, and the assumptions
 * as drawn, one line per world, in a second file beside it, `run-assumptions.parquet` for `run.parquet`. Numbers are the
 * run's to the last bit. The file's metadata say under `units` what one unit of each column is and under `rewardlab`
 * what run it is. Gives both paths. Each file appears whole or not at all; throws a Problem when it cannot be written.
 */
export async function saveParquet(run: Run, path: string): Promise<readonly string[]> {
  const assumptions = `${path.replace(/\.parquet$/i, "")}-assumptions.parquet`;
  await writeFileWhole(path, tableParquet(outcomesTableOf(run)));
  await writeFileWhole(assumptions, tableParquet(assumptionsTableOf(run)));
  return [path, assumptions];
}

/** A table as the bytes of a Parquet file, one piece a group of rows, so that a large run never stands in memory twice. */
export function* tableParquet(table: DataTable): Generator<Uint8Array, void, undefined> {
  const { columns, pieces } = table;
  const bytes = new ByteWriter();
  const taken = (): Uint8Array => {
    const piece = bytes.getBytes().slice();
    bytes.index = 0;
    return piece;
  };
  const writer = new ParquetWriter({
    writer: bytes,
    schema: schemaOf(columns),
    kvMetadata: metadataOf(table),
    createdBy: `rewardlab ${madeBy(table)}`,
  });
  for (const group of pieces()) {
    const columnData = columns.map((column, k) => sourceOf(column, group[k]));
    writer.write({ columnData, rowGroupSize: Math.max(1, group[0]?.length ?? 0) });
    yield taken();
  }
  writer.finish();
  yield taken();
}

/** The version that made what the table is of; this one for what was made just now. */
const madeBy = ({ about }: DataTable): string =>
  about !== undefined && "version" in about ? String(about.version) : version;

/** Days are texts, `YYYY-MM-DD`: what a firm wrote may be no day. */
const types = {
  text: "STRING",
  date: "STRING",
  whole: "INT32",
  "yes or no": "BOOLEAN",
  number: "DOUBLE",
  money: "DOUBLE",
  percent: "DOUBLE",
} as const;

/** Numbers are written plainly: a dictionary would take −0 for 0, and lowest and highest mean nothing beside NaN. */
function sourceOf({ name, type, isOptional = false }: DataColumn, cells: ArrayLike<DataCell>): ColumnSource {
  const data = (isOptional ? Array.from(cells, (one) => one ?? null) : cells) as ColumnSource["data"];
  const column = { name, data, type: types[type], nullable: isOptional };
  return types[type] === "DOUBLE" ? { ...column, encoding: "PLAIN", statistics: false } : column;
}

const schemaOf = (columns: readonly DataColumn[]): SchemaElement[] => [
  { name: "root", num_children: columns.length },
  ...columns.map(({ name, type, isOptional = false }): SchemaElement => {
    const repetition_type = isOptional ? "OPTIONAL" : "REQUIRED";
    return types[type] === "STRING"
      ? { name, type: "BYTE_ARRAY", converted_type: "UTF8", repetition_type }
      : { name, type: types[type] as "INT32" | "DOUBLE" | "BOOLEAN", repetition_type };
  }),
];

function metadataOf({ columns, about }: DataTable): { key: string; value: string }[] {
  const units = Object.fromEntries(columns.flatMap((one) => (one.unit === undefined ? [] : [[one.name, one.unit]])));
  return [
    ...(about === undefined ? [] : [{ key: "rewardlab", value: JSON.stringify(about) }]),
    { key: "units", value: JSON.stringify(units) },
  ];
}
