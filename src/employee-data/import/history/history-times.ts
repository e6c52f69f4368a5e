import { columnKey, type Layout, type MappedColumn } from "../../../foundation/tables/column.js";
import { unitOf } from "../../../foundation/tables/periods/reading-periods.js";
import { historySpec } from "./history-specs.js";

const as = (column: MappedColumn, field: "period" | "part"): MappedColumn => ({
  ...column,
  spec: historySpec(field),
  key: columnKey(field, undefined),
  sureness: column.spec === undefined ? "sure" : column.sureness,
});

const isOf = (column: MappedColumn, ...fields: readonly ("period" | "part")[]): boolean => {
  const { words, core } = column.header;
  return fields.some((field) => {
    if (column.spec !== undefined) return column.spec.field === field;
    return [words, core].some((some) => historySpec(field).synonyms.includes(some.join(" ")));
  });
};

/**
 * The columns that say when: a month or quarter without a year beside it says the whole period; of a month and a quarter the month
 * counts; a period beside a year is a part of it.
 */
export function withTimes(layout: Layout): Layout {
  const times = layout.columns.filter((column) => column.sureness !== "given" && isOf(column, "period", "part"));
  const years = times.filter(({ header }) => unitOf(header) === "year");
  const months = times.filter(({ header }) => unitOf(header) === "month");
  const others = times.filter((column) => !years.includes(column) && !months.includes(column));
  const [finest] = months.length > 0 ? months : others;
  const isOne = years.length <= 1 && months.length <= 1 && (months.length > 0 || others.length <= 1);
  if (finest === undefined || !isOne || layout.columns.some(isGiven)) return layout;
  const columns = layout.columns.map((column) => {
    if (column === finest) return as(column, years.length > 0 ? "part" : "period");
    if (column === years[0]) return as(column, "period");
    if (!others.includes(column)) return column;
    return { ...column, spec: undefined, key: "", sureness: "not used" as const, notes: ["the month says it"] };
  });
  return { ...layout, columns, doubts: layout.doubts.filter(({ field }) => field !== "period" && field !== "part") };
}

const isGiven = ({ spec, sureness }: MappedColumn): boolean =>
  sureness === "given" && (spec?.field === "period" || spec?.field === "part");
