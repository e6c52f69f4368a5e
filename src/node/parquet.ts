import { ByteWriter, type ColumnSource, ParquetWriter, type SchemaElement } from "hyparquet-writer";
import { column, type Run } from "../engine/run.js";
import { outcomeUnit } from "../present/run-csv.js";
import { writeFileWhole } from "./whole-file.js";

/**
 * Writes a run as Parquet in long form, one line per response × design × world with one column per outcome, and the assumptions
 * as drawn, one line per world, in a second file beside it, `run-assumptions.parquet` for `run.parquet`. Numbers are the
 * run's to the last bit. The file's metadata say under `units` what one unit of each column is and under `rewardlab`
 * what run it is. Gives both paths. Each file appears whole or not at all; throws a Problem when it cannot be written.
 */
export async function saveParquet(run: Run, path: string): Promise<readonly string[]> {
  const assumptions = `${path.replace(/\.parquet$/i, "")}-assumptions.parquet`;
  await writeFileWhole(path, outcomesParquet(run));
  await writeFileWhole(assumptions, assumptionsParquet(run));
  return [path, assumptions];
}

/** A column of a table: its name, what its values are, and one unit of it in words. */
interface Kind {
  readonly name: string;
  readonly type: "STRING" | "INT32" | "DOUBLE";
  readonly unit?: string | undefined;
}

function* outcomesParquet(run: Run): Generator<Uint8Array, void, undefined> {
  const kinds: readonly Kind[] = [
    ...["response", "design", "role"].map((name) => ({ name, type: "STRING" as const })),
    { name: "world", type: "INT32" },
    ...run.outcomes.map((one) => ({ name: one.name, type: "DOUBLE" as const, unit: outcomeUnit(one, run.currency) })),
  ];
  const groups = function* (): Generator<readonly ColumnSource["data"][], void, undefined> {
    const worlds = worldsOf(run);
    for (const response of run.responses)
      for (const { name, role } of run.designs)
        yield [
          ...[response, name, role].map((word) => Array<string>(run.worlds).fill(word)),
          worlds,
          ...run.outcomes.map((one) => column(run, name, one.name, response)),
        ];
  };
  yield* tableBytes(run, kinds, groups());
}

function* assumptionsParquet(run: Run): Generator<Uint8Array, void, undefined> {
  const kinds: readonly Kind[] = [
    { name: "world", type: "INT32" },
    ...run.assumptions.map((name) => ({ name, type: "DOUBLE" as const, unit: "base unit of docs/parts.md" })),
  ];
  yield* tableBytes(run, kinds, [[worldsOf(run), ...run.draws.values()]]);
}

/** Numbers of the run's worlds, which do not begin at 0 in later parts of a run. */
function worldsOf(run: Run): Int32Array {
  const first = run.shard?.first ?? 0;
  return Int32Array.from({ length: run.worlds }, (_, w) => first + w);
}

/** A table as bytes, one piece a group of lines, so that a large run never stands in memory twice. */
function* tableBytes(
  run: Run,
  kinds: readonly Kind[],
  groups: Iterable<readonly ColumnSource["data"][]>,
): Generator<Uint8Array, void, undefined> {
  const bytes = new ByteWriter();
  const taken = (): Uint8Array => {
    const piece = bytes.getBytes().slice();
    bytes.index = 0;
    return piece;
  };
  const writer = new ParquetWriter({
    writer: bytes,
    schema: schemaOf(kinds),
    kvMetadata: metadataOf(run, kinds),
    createdBy: `rewardlab ${run.version}`,
  });
  for (const group of groups) {
    writer.write({ columnData: kinds.map((kind, k) => sourceOf(kind, group[k])), rowGroupSize: run.worlds });
    yield taken();
  }
  writer.finish();
  yield taken();
}

/** Numbers are written plainly: a dictionary would take −0 for 0, and lowest and highest mean nothing beside NaN. */
const sourceOf = ({ name, type }: Kind, data: ColumnSource["data"]): ColumnSource =>
  type === "DOUBLE"
    ? { name, data, type, nullable: false, encoding: "PLAIN", statistics: false }
    : { name, data, type, nullable: false };

const schemaOf = (kinds: readonly Kind[]): SchemaElement[] => [
  { name: "root", num_children: kinds.length },
  ...kinds.map(
    ({ name, type }): SchemaElement =>
      type === "STRING"
        ? { name, type: "BYTE_ARRAY", converted_type: "UTF8", repetition_type: "REQUIRED" }
        : { name, type, repetition_type: "REQUIRED" },
  ),
];

function metadataOf(run: Run, kinds: readonly Kind[]): { key: string; value: string }[] {
  const { name, title, hash, version, seed, worlds, months, managers, currency, isComplete, shard } = run;
  const about = { name, title, hash, version, seed, worlds, months, managers, currency, isComplete, shard };
  const units = Object.fromEntries(kinds.flatMap((one) => (one.unit === undefined ? [] : [[one.name, one.unit]])));
  return [
    { key: "rewardlab", value: JSON.stringify(about) },
    { key: "units", value: JSON.stringify(units) },
  ];
}
