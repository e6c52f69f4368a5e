import { DataFrame, Series } from "danfojs-node";
import { column, type OutcomeName, type ResponseName, type Run } from "rewardlab";

/** What a frame holds. */
export type Value = string | number | boolean | null;

/** One line of a table: values by column; what is missing is `null`. */
export type Row = Readonly<Record<string, Value>>;

export interface FrameOptions {
  /** Of a run: only these outcomes; all unless given. */
  readonly outcomes?: readonly OutcomeName[] | undefined;
  /** Of a run: only this response; all unless given. */
  readonly response?: ResponseName | undefined;
  /** Of a run: `wide` has a column for each outcome, `long` a row; wide unless given. */
  readonly form?: "wide" | "long" | undefined;
}

/**
 * A danfo.js table of a result, for looking around and joining with data of one's own:
 *
 * - a run: a row for each response, design and world, in base units;
 * - anything with `rows` or `cells`, such as a comparison, a crossed experiment or a chart: one row each;
 * - a list of plain objects: one row each.
 *
 * Nested data becomes columns such as `difference mean`; lists inside are left out, and so are columns without a value. Missing numbers are
 * NaN, missing texts null. Clear them with `dropNa` before grouping or describing: danfo.js takes them for 0 or refuses. Throws for
 * anything else.
 *
 *     const frame = toFrame(compare(run));
 *     frame.groupby(["design"]).col(["mean mean"]).max().print();
 */
export function toFrame(result: object, options: FrameOptions = {}): DataFrame {
  const rows = rowsOf(result, options);
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))].flatMap((name) => {
    const type = typeOf(rows, name);
    return type === undefined ? [] : [{ name, type }];
  });
  if (columns.length === 0) throw new Error("toFrame: there is nothing to put in a table");
  const values = rows.map((row) =>
    columns.map(({ name, type }) => {
      const value = row[name] ?? (type === "float32" ? Number.NaN : null);
      return type === "string" && value !== null ? String(value) : value;
    }),
  );
  return new DataFrame(values as (string | number | boolean)[][], {
    columns: columns.map((one) => one.name),
    dtypes: columns.map((one) => one.type),
  });
}

/** The rows of a table, as charts and libraries of statistics take them; NaN and undefined are `null`. */
export function fromFrame(frame: DataFrame): Row[] {
  const names = frame.columns;
  return (frame.values as unknown[][]).map((values) =>
    Object.fromEntries(values.map((value, k) => [names[k], isMissing(value) ? null : (value as Value)])),
  );
}

const isMissing = (value: unknown): boolean => value === undefined || value === null || Number.isNaN(value);

/** danfo.js's word for what a column holds, numbers in full precision under any of its names; undefined where it holds nothing. */
function typeOf(rows: readonly Row[], name: string): "string" | "float32" | "boolean" | undefined {
  const types = new Set(rows.flatMap((row) => (isMissing(row[name]) ? [] : [typeof row[name]])));
  if (types.size === 0) return undefined;
  if (types.size > 1) return "string";
  return types.has("number") ? "float32" : types.has("boolean") ? "boolean" : "string";
}

function rowsOf(result: object, options: FrameOptions): readonly Row[] {
  if ("columns" in result && "draws" in result) return runRows(result as Run, options);
  const found = Array.isArray(result)
    ? result
    : (["rows", "cells"] as const).map((key) => (result as Table)[key]).find(Array.isArray);
  if (!found) throw new Error("toFrame: not a table; give a run, a result with rows or cells, or a list of objects");
  return found.map((one) => flat(one, ""));
}

interface Table {
  readonly rows?: unknown;
  readonly cells?: unknown;
}

/** Nested data under names joined by a blank; lists are left out. */
function flat(data: object, before: string): Row {
  const row: Record<string, Value> = {};
  for (const [key, value] of Object.entries(data)) {
    if (typeof value === "object" && value !== null) {
      if (!Array.isArray(value)) Object.assign(row, flat(value, `${before}${key} `));
    } else if (value === undefined || ["string", "number", "boolean"].includes(typeof value) || value === null) {
      row[`${before}${key}`] = value ?? null;
    }
  }
  return row;
}

function runRows(run: Run, { outcomes, response, form = "wide" }: FrameOptions): readonly Row[] {
  const names = outcomes ?? run.outcomes.map((one) => one.name);
  const rows: Row[] = [];
  for (const under of response === undefined ? run.responses : [response]) {
    for (const { name: design, role } of run.designs) {
      const values = names.map((outcome) => column(run, design, outcome, under));
      for (let world = 0; world < run.worlds; world++) {
        const about = { response: under, design, role, world };
        if (form === "wide")
          rows.push({ ...about, ...Object.fromEntries(names.map((name, k) => [name, values[k][world]])) });
        else for (const [k, outcome] of names.entries()) rows.push({ ...about, outcome, value: values[k][world] });
      }
    }
  }
  return rows;
}

/** Tables print themselves as the last line of a cell, those that danfo.js makes of them too. */
for (const { prototype } of [DataFrame, Series]) {
  Object.defineProperty(prototype, Symbol.for("nodejs.util.inspect.custom"), {
    value(this: { toString(): string }): string {
      return this.toString();
    },
    configurable: true,
  });
}
