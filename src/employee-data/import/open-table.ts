import { type RawTable, tableName } from "../../foundation/tables/cell.js";
import type { ColumnSpec, Layout, MappedColumn } from "../../foundation/tables/column.js";
import type { TableFinding } from "../../foundation/tables/finding.js";
import { headerWords } from "../../foundation/tables/header.js";
import { type GivenColumns, isEmpty, isNamed, isWholeYear, layOut } from "../../foundation/tables/mapping.js";
import type { Values, WrittenAs } from "../../foundation/tables/read-rows.js";
import type { Reconciliation } from "../../foundation/tables/reconciliation.js";
import type { RefusedRow } from "../../foundation/tables/row-reader.js";
import { Problem, refuse } from "../../foundation/text/problem.js";
import { joinWords } from "../../foundation/text/text.js";
import { groupBy } from "../../foundation/values/groups.js";
import type { NotUsed } from "../data.js";
import { wordList } from "./headers.js";
import type { Ratings } from "./ratings.js";

/** How a table is to be read, where its owner says so. */
export interface TableOptions extends WrittenAs {
  /** What columns are: `{ salary: "Grundgehalt" }`; headers or letters. The others are guessed. */
  readonly columns?: GivenColumns | undefined;
  /** Headers or letters of columns to leave alone. */
  readonly ignored?: readonly string[] | undefined;
  /** What words of ratings count, by measure: `{ "customer satisfaction": { meets: 1 } }`. */
  readonly ratings?: Ratings | undefined;
  /** What the roster calls its ids. */
  readonly personHeaders?: readonly string[] | undefined;
}

/** What was taken as what in one table. */
export interface TableMapping {
  readonly table: string;
  readonly file: string;
  readonly sheet?: string | undefined;
  readonly headerRow: number;
  /** ISO code of its amounts, where cells, headers or the caller say one. */
  readonly currency?: string | undefined;
  readonly columns: readonly MappedColumn[];
}

/** A table, read. */
export interface TableRead<Row> {
  readonly rows: readonly Row[];
  readonly mapping: TableMapping;
  readonly reconciliation: Reconciliation;
  readonly findings: readonly TableFinding[];
  /** Rows that were left out, with what of them could be read. */
  readonly leftOut: readonly RefusedRow[];
  /** What of it counts for nothing. */
  readonly notUsed: readonly NotUsed[];
}

/** A kind of table: which columns it has. */
export interface TableKind {
  /** `roster`. */
  readonly name: string;
  /** Names that sheets of it have, lower case. */
  readonly sheetNames: readonly string[];
  readonly specs: readonly ColumnSpec[];
  /** Of each group one field must have a column. */
  readonly needs: readonly (readonly string[])[];
  /** Columns beyond the specs: of a list of measures, say. */
  readonly widen?: ((layout: Layout, table: RawTable, options: TableOptions) => Layout) | undefined;
}

/** What is expected where the header alone is unknown. */
export const say = (kind: string, field: string): string => `say which it is: ${kind}.${field}=<header or letter>`;

/** The headers a firm's roster has for people mean people in its other tables too, unless they mean something else there. */
function withOwnNames(specs: readonly ColumnSpec[], headers: readonly string[]): readonly ColumnSpec[] {
  const others = new Set(specs.flatMap(({ field, synonyms }) => (field === "person" ? [] : synonyms)));
  const own = headers.map((text) => headerWords(text).join(" ")).filter((text) => !others.has(text));
  return own.length === 0 ? specs : specs.map((spec) => (spec.field === "person" ? { ...spec, own } : spec));
}

/** The layout of a table if it is one of this kind, the fields it lacks otherwise. */
export function layOutAs(kind: TableKind, table: RawTable, options: TableOptions) {
  const specs = withOwnNames(kind.specs, options.personHeaders ?? []);
  const days = { fiscalYear: options.fiscalYear, order: options.dates, countsFrom1904: table.countsFrom1904 };
  const { columns: given = {}, ignored = [] } = options;
  const wanted = { specs, given, ignored, other: wordList("other"), days };
  const found = layOut(table, wanted);
  const layout = found === undefined ? undefined : (kind.widen?.(found, table, options) ?? found);
  const columns = layout?.columns ?? [];
  const isDated = columns.some(({ spec, period }) => spec !== undefined && period !== undefined);
  const fields = new Set([...columns.map(({ spec }) => spec?.field), isDated ? "period" : undefined]);
  return { layout, lacking: kind.needs.filter((group) => !group.some((field) => fields.has(field))) };
}

/** Lays a table out, or refuses it: columns that are missing, could be either of two, or were named and are not there. */
export function openTable(kind: TableKind, table: RawTable, options: TableOptions): Layout {
  const name = tableName(table);
  if (isEmpty(table)) refuse(name, "the table is empty", "give the file or sheet you meant");
  const { layout, lacking } = layOutAs(kind, table, options);
  if (layout === undefined) return refuse(name, "no row looks like a header", "put names above the columns");
  refuseNames(kind, table, layout, options);
  if (lacking.length > 0) throw new Problem(lacking.map((group) => lackingFault(kind, name, layout, group)));
  refusePeriods(kind, name, layout);
  for (const { field, headers } of [...layout.doubts, ...sharedKeys(layout)]) {
    refuse(`${name} row ${layout.headerRow}`, `${field} may be ${joinWords(headers, "or")}`, say(kind.name, field));
  }
  refuseDoubts(name, layout);
  return layout;
}

const numbers = new Set<string>(["money", "money or percent", "number"]);

/** Refuses headers whose scale is not certain. */
function refuseDoubts(name: string, { columns, headerRow }: Layout): void {
  for (const { header, spec, letter } of columns) {
    if (header.doubt === undefined || spec === undefined || spec.isUnused || !numbers.has(spec.reads)) continue;
    const place = `${name} row ${headerRow} column ${letter} (${header.text})`;
    refuse(place, header.doubt, "write the scale out once, such as (EUR thousands) or (millions)");
  }
}

/** Refuses columns of which nothing says when they are, and parts of a year where years are wanted: each fault once, for all its columns. */
function refusePeriods({ name: kind }: TableKind, name: string, { headerRow, columns }: Layout): void {
  const faults = new Map<string, { readonly remedy: string; readonly columns: string[] }>();
  const add = (fault: string, remedy: string, { letter, header }: MappedColumn): void => {
    const known = faults.get(fault) ?? { remedy, columns: [] };
    faults.set(fault, known);
    known.columns.push(`${letter} (${header.text})`);
  };
  for (const column of columns) {
    const { spec, period, header } = column;
    if (spec === undefined || spec.isUnused === true || period === undefined) continue;
    if (period.bad !== undefined) add(period.bad.fault, `write ${period.bad.expected}`, column);
    else if (spec.periods === "years" && (period.days === undefined || !isWholeYear(period.days))) {
      const remedy = `name a year, such as "${header.topic.join(" ")} 2024"`;
      add(`of a part of a year, and amounts of the ${kind} are by year`, remedy, column);
    }
  }
  const problems = [...faults].map(([fault, { remedy, columns: own }]) => {
    const more = own.length > 3 ? ` and ${own.length - 2} more` : "";
    const names = more === "" ? joinWords(own) : `${own.slice(0, 2).join(", ")}${more}`;
    return { place: `${name} row ${headerRow} column${own.length > 1 ? "s" : ""} ${names}`, fault, remedy };
  });
  if (problems.length > 0) throw new Problem(problems);
}

/** Columns that would cover each other: two of one measure, say. */
function sharedKeys({ columns }: Layout): Layout["doubts"] {
  const used = columns.filter(({ spec }) => spec !== undefined && spec.isUnused !== true);
  const byKey = groupBy(
    used,
    ({ key }) => key,
    ({ header, letter }) => `${header.text} (column ${letter})`,
  );
  return [...byKey].filter(([, headers]) => headers.length > 1).map(([field, headers]) => ({ field, headers }));
}

/** headers. Named in a message. */
const listed = 80;

function lackingFault({ name: kind, specs }: TableKind, name: string, layout: Layout, group: readonly string[]) {
  const wanted = specs.filter(({ field }) => group.includes(field));
  const names = layout.columns.map(({ header }) => header.text).filter((text) => text !== "");
  const found =
    names.length === 0 ? "nothing" : `${names.slice(0, listed).join(", ")}${names.length > listed ? ", …" : ""}`;
  return {
    place: `${name} row ${layout.headerRow}`,
    fault: `no column for ${joinWords(
      wanted.map(({ meaning }) => meaning),
      "or",
    )}; found ${found}`,
    remedy: `name one ${joinWords(
      wanted.map(({ synonyms }) => `"${synonyms[0]}"`),
      "or",
    )}, or ${say(kind, group[0]!)}`,
  };
}

function refuseNames(
  kind: TableKind,
  table: RawTable,
  layout: Layout,
  { columns = {}, ignored = [] }: TableOptions,
): void {
  const place = `${tableName(table)} row ${layout.headerRow}`;
  const has = (name: string): boolean => layout.columns.some(({ header, index }) => isNamed(name, header, index));
  const fields = [...new Set(kind.specs.map(({ field }) => field))];
  for (const [key, header] of Object.entries(columns)) {
    if (!fields.includes(key.split(" of ")[0]!)) {
      refuse(`${kind.name}.${key}`, "no such column", `expected one of ${fields.join(", ")}`);
    }
    if (!has(header))
      refuse(place, `no column "${header}", which ${kind.name}.${key} names`, "correct the header or letter");
  }
  const strange = ignored.find((name) => !has(name));
  if (strange !== undefined) refuse(place, `no column "${strange}" to leave alone`, "correct the header or letter");
}

/** A value a kind of table knows to be text. */
export const textIn = (values: Values, key: string): string | undefined => {
  const value = values[key];
  return value === undefined ? undefined : String(value);
};

/** A value a kind of table knows to be a number. */
export const numberIn = (values: Values, key: string): number | undefined => {
  const value = values[key];
  return typeof value === "number" ? value : undefined;
};

/** A remark about a table as a whole. */
export const remarkOn = (
  { table, file, sheet }: Pick<TableMapping, "table" | "file" | "sheet">,
  reason: string,
  more: Partial<TableFinding> = {},
): TableFinding => ({ table, file, sheet, reason, expected: "", isFault: false, times: 1, ...more });
