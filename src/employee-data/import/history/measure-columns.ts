import { isBad, isBlank, type RawTable } from "../../../foundation/tables/cell.js";
import { cellReader } from "../../../foundation/tables/cells/reading-cells.js";
import type { ColumnSpec, Layout, MappedColumn } from "../../../foundation/tables/column.js";
import { columnKey } from "../../../foundation/tables/column.js";
import { isNamed } from "../../../foundation/tables/mapping.js";
import { wordList } from "../headers.js";
import type { TableOptions } from "../open-table.js";
import { wordsOfRatings } from "../ratings.js";
import { historySpec } from "./history-specs.js";
import { withTimes } from "./history-times.js";
import { measureName, resultWords, targetWords, withPeriods } from "./period-columns.js";

/** Words that make it the attainment: result ÷ target. */
const attainmentWords = wordList("attainment");
const attainmentOrTarget = new Set([...attainmentWords, ...targetWords]);

const ofMeasure = (field: "result" | "target"): ColumnSpec => ({
  ...historySpec(field),
  ...{ synonyms: [], weak: [], periods: undefined },
});
const specs = { result: ofMeasure("result"), target: ofMeasure("target") };

/**
 * Columns of measures in a table with one row a person and period: every column that is nothing else and holds numbers in most of its
 * filled cells. `revenue target` is the target of `revenue`; a lone `target` is that of the only measure.
 */
export function withMeasures(found: Layout, table: RawTable, options: TableOptions): Layout {
  const layout = withTimes(found);
  const given = new Set(Object.values(options.columns ?? {}));
  const isLeft = ({ header, index }: MappedColumn): boolean =>
    [...(options.ignored ?? []), ...given].some((name) => isNamed(name, header, index));
  const isMeasure = (column: MappedColumn): boolean =>
    column.header.words.length > 0 && !isLeft(column) && isNumeric(column, table, layout.headerRow, options);
  const dated = withPeriods(layout, specs, isMeasure);
  if (dated !== undefined) return dated;
  if (layout.columns.some(({ spec }) => spec?.field === "measure")) return layout;
  const named = layout.columns.map((column) => asNamed(column));
  const measures = named.map((column) => {
    const isFree = column.spec === undefined && column.header.core.length > 0;
    return isFree && isMeasure(column) ? asMeasure(column) : column;
  });
  return { ...layout, columns: withOnlyTarget(measures) };
}

/** A column that the table's owner gave as the result or target: its measure is what the header says. */
function asNamed(column: MappedColumn): MappedColumn {
  const field = column.spec?.field;
  if (field === "attainment") return asAttainment(column);
  if ((field !== "result" && field !== "target") || column.qualifier !== undefined) return column;
  const qualifier = measureName(column.header.core, field === "target" ? targetWords : resultWords) || "result";
  return { ...column, qualifier, key: columnKey(field, qualifier) };
}

/** `revenue attainment` is that of revenue; `attainment`, or `target attainment`, is that of the only measure. */
function asAttainment(column: MappedColumn): MappedColumn {
  const isNamed = column.sureness !== "given" && column.header.core.some((word) => attainmentWords.has(word));
  const qualifier = isNamed ? measureName(column.header.core, attainmentOrTarget) : "";
  return qualifier === "" ? column : { ...column, qualifier, key: columnKey("attainment", qualifier) };
}

function asMeasure(column: MappedColumn): MappedColumn {
  const { core } = column.header;
  const isTarget = core.some((word) => targetWords.has(word));
  const spec = isTarget ? specs.target : specs.result;
  const qualifier = measureName(column.header.core, isTarget ? targetWords : resultWords) || (isTarget ? "" : "result");
  return {
    ...column,
    spec,
    qualifier,
    key: columnKey(spec.field, qualifier),
    sureness: "likely",
    notes: [],
  };
}

/** A target that names no measure belongs to the only one there is; targets without a result are left unused and said so. */
function withOnlyTarget(columns: readonly MappedColumn[]): MappedColumn[] {
  const results = measuresIn(columns);
  const targets = columns.filter(({ spec }) => spec?.field === "target").map(({ qualifier }) => qualifier!);
  const lone = results.filter((name) => !targets.includes(name));
  return columns.map((column) => {
    if (column.spec?.field !== "target" || results.includes(column.qualifier!)) return column;
    const isOnly = lone.length === 1 && targets.filter((name) => !results.includes(name)).length === 1;
    if (isOnly)
      return { ...column, qualifier: lone[0]!, key: columnKey("target", lone[0]), notes: [`of measure "${lone[0]}"`] };
    return {
      ...column,
      spec: undefined,
      key: "",
      sureness: "not used" as const,
      notes: ["a target of no measure in the table"],
    };
  });
}

/** Measures that have a column of results, or one of attainment. */
export const measuresIn = (columns: readonly MappedColumn[]): string[] => {
  const of = (field: string) =>
    columns.flatMap(({ spec, qualifier }) => (spec?.field === field && qualifier !== undefined ? [qualifier] : []));
  return [...new Set([...of("result"), ...of("attainment")])];
};

/** Whether most filled cells of a column are numbers, whatever their decimal mark; a formula that failed was to be one. */
function isNumeric({ index, header }: MappedColumn, table: RawTable, from: number, { ratings }: TableOptions): boolean {
  const read = cellReader({
    ...{ reads: "number", header, currency: undefined, words: wordsOfRatings(ratings) },
    convention: { mark: ".", order: undefined, notes: [] },
  });
  let numbers = 0;
  let filled = 0;
  for (let row = from; row < table.rows.length && filled < 1000; row++) {
    const cell = table.rows[row]![index];
    if (isBlank(cell)) continue;
    filled += 1;
    if (typeof cell === "object" ? "share" in cell! || "error" in cell! : !isBad(read(cell))) numbers += 1;
  }
  return numbers > filled / 2;
}
