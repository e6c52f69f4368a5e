import { type ColumnSpec, columnKey, type Layout, type MappedColumn } from "../../../foundation/tables/column.js";
import type { ColumnPeriod } from "../../../foundation/tables/periods/header-periods.js";
import type { DayRange } from "../../../foundation/values/calendar.js";
import { groupBy } from "../../../foundation/values/groups.js";
import { wordList } from "../headers.js";

/** Words that make a column the target of the measure its other words name, or its result. */
export const targetWords = wordList("target");
export const resultWords = wordList("result");
/** Words of columns that add up others. */
const totalWords = wordList("total");

/** Fields whose columns may each be of a period. */
const dated = new Set(["target", "result", "attainment", "paid"]);

/** What a measure without a name of its own is called. */
export const unnamed = "result";

const notUsed = (column: MappedColumn, note: string): MappedColumn => ({
  ...column,
  spec: undefined,
  key: "",
  sureness: "not used",
  notes: [note],
});

/** The name of a measure, from the words of its header. */
export const measureName = (words: readonly string[], without: ReadonlySet<string>): string =>
  words.filter((word) => !without.has(word)).join(" ");

/**
 * A history with periods above its columns: every such column holds the target, result, attainment or payment of its period, of the
 * measure of its row or the one its header names. Undefined for a history that has none.
 */
export function withPeriods(
  layout: Layout,
  specs: { readonly result: ColumnSpec; readonly target: ColumnSpec },
  isMeasure: (column: MappedColumn) => boolean,
): Layout | undefined {
  const hasMeasure = layout.columns.some(({ spec }) => spec?.field === "measure");
  const isDated = ({ spec, period }: MappedColumn): boolean =>
    period !== undefined && (spec === undefined || dated.has(spec.field));
  const columns = layout.columns.map((column) => {
    if (!isDated(column)) return column;
    if (column.header.words.some((word) => totalWords.has(word))) return notUsed(column, "a total of other columns");
    if (column.spec !== undefined) return column;
    return isMeasure(column) ? asDated(column, specs, hasMeasure) : column;
  });
  if (!columns.some((column) => column.spec !== undefined && isDated(column))) return undefined;
  const named = hasMeasure ? columns : withNames(columns);
  return { ...layout, columns: withoutTotals(named).map((column) => besides(column)) };
}

/** A column of a period that is neither payment nor attainment: a target or a result, by its other words. */
function asDated(
  column: MappedColumn,
  specs: { readonly result: ColumnSpec; readonly target: ColumnSpec },
  hasMeasure: boolean,
): MappedColumn {
  const { topic } = column.header;
  const isTarget = topic.some((word) => targetWords.has(word));
  const spec = isTarget ? specs.target : specs.result;
  const name = measureName(topic, isTarget ? targetWords : resultWords);
  if (hasMeasure && name !== "") return notUsed(column, "of another measure than that of its row");
  return { ...column, spec, qualifier: name, sureness: "likely", notes: [] };
}

/** Columns that name no measure belong to the only one there is; where none is named, to one without a name. */
function withNames(columns: readonly MappedColumn[]): MappedColumn[] {
  const isOwn = ({ spec, period }: MappedColumn): boolean =>
    period !== undefined && spec !== undefined && dated.has(spec.field);
  const results = columns.filter((column) => isOwn(column) && column.spec?.field === "result");
  const names = [...new Set(results.flatMap(({ qualifier = "" }) => (qualifier === "" ? [] : [qualifier])))];
  const only = names.length === 1 && results.every(({ qualifier }) => qualifier !== "") ? names[0]! : unnamed;
  return columns.map((column) =>
    isOwn(column) && ["result", "target"].includes(column.spec!.field)
      ? { ...column, qualifier: column.qualifier === undefined || column.qualifier === "" ? only : column.qualifier }
      : column,
  );
}

/** Leaves out columns whose days other columns of the same kind make up: a quarter behind its three months. */
function withoutTotals(columns: readonly MappedColumn[]): MappedColumn[] {
  const alike = groupBy(
    columns.filter(({ spec, period }) => spec !== undefined && period !== undefined),
    ({ spec, qualifier }) => columnKey(spec!.field, qualifier),
  );
  return columns.map((column) => {
    if (column.spec === undefined || column.period === undefined) return column;
    const others = alike
      .get(columnKey(column.spec.field, column.qualifier))!
      .filter((other) => isWithin(other.period!, column.period!));
    return others.length > 1 ? notUsed(column, `a total of ${others.length} other columns`) : column;
  });
}

/** Whether one period lies in a longer one. */
function isWithin(inner: ColumnPeriod, outer: ColumnPeriod): boolean {
  const [one, other] = [spanOf(inner), spanOf(outer)];
  if (one === undefined || other === undefined || (inner.days === undefined) !== (outer.days === undefined))
    return false;
  return one.from >= other.from && one.to <= other.to && (one.from !== other.from || one.to !== other.to);
}

/** First and last day; of a part, first and last month of its year. */
function spanOf({ days, part }: ColumnPeriod): DayRange | { readonly from: number; readonly to: number } | undefined {
  if (days !== undefined) return days;
  if (part === undefined) return undefined;
  const length = { month: 1, period: 1, quarter: 3, half: 6 }[part.kind];
  return { from: (part.number - 1) * length, to: part.number * length - 1 };
}

/** A column with its key, or one that stands beside those of periods and says nothing of when. */
function besides(column: MappedColumn): MappedColumn {
  const { spec, qualifier, period } = column;
  if (spec === undefined || !dated.has(spec.field)) return column;
  if (period === undefined) return column;
  const own = qualifier === "" ? undefined : qualifier;
  return {
    ...column,
    qualifier: own,
    key: columnKey(spec.field, own, period),
    notes: [...column.notes, periodNote(period)],
  };
}

const periodNote = ({ days, text }: ColumnPeriod): string => (days === undefined ? text : `${days.from} to ${days.to}`);

/** Columns of targets or results that say nothing of when, beside columns of periods. */
export const undated = ({ columns }: Layout): MappedColumn[] =>
  columns.some(({ spec, period }) => spec !== undefined && period !== undefined)
    ? columns.filter(({ spec, period }) => spec !== undefined && dated.has(spec.field) && period === undefined)
    : [];

/** The periods of a layout's columns, each once; none where its rows say them. */
export function periodsAbove({ columns }: Layout): ColumnPeriod[] {
  const found = new Map<string, ColumnPeriod>();
  for (const { spec, period } of columns)
    if (spec !== undefined && period !== undefined && dated.has(spec.field)) found.set(period.text, period);
  return [...found.values()];
}
