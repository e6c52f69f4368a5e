import { ByteWriter, type ColumnSource, ParquetWriter, type SchemaElement } from "hyparquet-writer";
import {
  assumptionsTableOf,
  outcomesTable,
  type RunCell,
  type RunTable,
  type RunTableColumn,
} from "../../report/run-tables/index.js";
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
  await writeFileWhole(path, tableParquet(run, outcomesTable(run)));
  await writeFileWhole(assumptions, tableParquet(run, assumptionsTableOf(run)));
  return [path, assumptions];
}

/** A table of a run as the bytes of a Parquet file, one piece a group of rows, so that a large run never stands in memory twice. */
export function* tableParquet(run: Run, table: RunTable): Generator<Uint8Array, void, undefined> {
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
    kvMetadata: metadataOf(run, table),
    createdBy: `rewardlab ${run.version}`,
  });
  for (const group of pieces()) {
    const columnData = columns.map((column, k) => sourceOf(column, group[k]));
    writer.write({ columnData, rowGroupSize: Math.max(1, group[0].length) });
    yield taken();
  }
  writer.finish();
  yield taken();
}

const types = { text: "STRING", whole: "INT32", number: "DOUBLE", "yes or no": "BOOLEAN" } as const;

/** Numbers are written plainly: a dictionary would take −0 for 0, and lowest and highest mean nothing beside NaN. */
function sourceOf({ name, type, isOptional = false }: RunTableColumn, cells: ArrayLike<RunCell>): ColumnSource {
  const data = (isOptional ? Array.from(cells, (one) => one ?? null) : cells) as ColumnSource["data"];
  const column = { name, data, type: types[type], nullable: isOptional };
  return type === "number" ? { ...column, encoding: "PLAIN", statistics: false } : column;
}

const schemaOf = (columns: readonly RunTableColumn[]): SchemaElement[] => [
  { name: "root", num_children: columns.length },
  ...columns.map(({ name, type, isOptional = false }): SchemaElement => {
    const repetition_type = isOptional ? "OPTIONAL" : "REQUIRED";
    return type === "text"
      ? { name, type: "BYTE_ARRAY", converted_type: "UTF8", repetition_type }
      : { name, type: types[type] as "INT32" | "DOUBLE" | "BOOLEAN", repetition_type };
  }),
];

function metadataOf(run: Run, { columns }: RunTable): { key: string; value: string }[] {
  const { name, title, hash, version, seed, worlds, months, managers, currency, isComplete, shard } = run;
  const about = { name, title, hash, version, seed, worlds, months, managers, currency, isComplete, shard };
  const units = Object.fromEntries(columns.flatMap((one) => (one.unit === undefined ? [] : [[one.name, one.unit]])));
  return [
    { key: "rewardlab", value: JSON.stringify(about) },
    { key: "units", value: JSON.stringify(units) },
  ];
}
