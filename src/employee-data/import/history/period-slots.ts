import { type RawTable, tableName } from "../../../foundation/tables/cell.js";
import { columnKey, type Layout } from "../../../foundation/tables/column.js";
import type { ColumnPeriod } from "../../../foundation/tables/periods/header-periods.js";
import { partWithin } from "../../../foundation/tables/periods/period-text.js";
import type { YearPart } from "../../../foundation/tables/periods/period-words.js";
import { partIn } from "../../../foundation/tables/periods/reading-periods.js";
import type { Values } from "../../../foundation/tables/read-rows.js";
import type { RowInHand } from "../../../foundation/tables/row-reader.js";
import { refuse } from "../../../foundation/text/problem.js";
import { joinWords } from "../../../foundation/text/text.js";
import type { DayRange } from "../../../foundation/values/calendar.js";
import { textIn } from "../open-table.js";
import { periodsAbove, undated } from "./period-columns.js";

/** The columns of one period: what they are called where the rows say the period, and what they are called here. */
export interface PeriodColumns {
  readonly period: ColumnPeriod;
  readonly keys: ReadonlyMap<string, string>;
}

/** What a row says of one period, by the keys that rows of one period have. */
export interface InSlot {
  readonly period: DayRange;
  readonly values: Values;
  readonly row: RowInHand;
}

/** Refuses a table of which nothing says when its numbers were, or whose columns are of different times without saying which. */
export function refusePeriods(table: RawTable, layout: Layout): void {
  const { columns, headerRow } = layout;
  const place = `${tableName(table)} row ${headerRow}`;
  const fields = columns.map(({ spec }) => spec?.field);
  if (fields.includes("from") && !fields.includes("to") && !fields.includes("period"))
    refuse(place, "periods begin and do not end", 'name a column "to", or give "year"');
  const [odd] = undated(layout);
  if (odd !== undefined) {
    const fault = `column ${odd.letter} (${odd.header.text}) stands beside columns of periods and says no period`;
    refuse(place, fault, `name its period in the header, or leave it out: --ignore "history=${odd.header.text}"`);
  }
  const parts = columns.filter(({ spec, period }) => spec !== undefined && period?.part !== undefined);
  if (parts.length === 0 || fields.includes("period") || fields.includes("from")) return;
  const names = parts.slice(0, 4).map(({ header }) => header.text);
  const remedy = `name a column "year", or write the year in the headers, such as "${names[0]} 2024"`;
  refuse(place, `nothing says of which year ${joinWords(names, "and")} are`, remedy);
}

/** The columns of each period; none where rows say it. */
export function slotsOf(layout: Layout): PeriodColumns[] {
  return periodsAbove(layout).map((period) => {
    const own = layout.columns.filter((column) => column.spec !== undefined && column.period?.text === period.text);
    return { period, keys: new Map(own.map(({ spec, qualifier, key }) => [columnKey(spec!.field, qualifier), key])) };
  });
}

/** What a row says, period by period; one where its columns are all of the period it names itself. */
export function inSlots(values: Values, row: RowInHand, slots: readonly PeriodColumns[]): InSlot[] {
  const own = periodOf(values, row);
  if (row.isRefused) return [];
  if (slots.length === 0) return own === undefined ? [] : [{ period: own, values, row }];
  const filled = slots.filter(({ keys }) => [...keys.values()].some((key) => values[key] !== undefined));
  const last = filled.findLastIndex(({ keys }) => hasResult(values, keys));
  return filled.flatMap(({ period, keys }, k) => {
    if (k > last && last >= 0) {
      row.remark({ reason: "targets of periods that have no results yet, left out", expected: "" });
      return [];
    }
    const days = daysOf(period, own, row, [...keys.values()][0]!);
    if (days === undefined) return [];
    const renamed = Object.fromEntries([...keys].map(([name, key]) => [name, values[key]]));
    return [{ period: days, values: { measure: values.measure, ...renamed }, row: renaming(row, keys) }];
  });
}

const hasResult = (values: Values, keys: PeriodColumns["keys"]): boolean =>
  [...keys].some(([name, key]) => /^(result|attainment)\b/.test(name) && values[key] !== undefined);

/** The row, with what is said about a column at the column of this period. */
export const renaming = (row: RowInHand, keys: ReadonlyMap<string, string>): RowInHand => ({
  number: row.number,
  get isRefused() {
    return row.isRefused;
  },
  refuse: (said) => row.refuse({ ...said, key: keys.get(said.key ?? "") ?? said.key }),
  remark: (said) => row.remark({ ...said, key: keys.get(said.key ?? "") ?? said.key }),
});

/** The days a column is of, within those its row says. */
function daysOf(
  { days, part }: ColumnPeriod,
  own: DayRange | undefined,
  row: RowInHand,
  key: string,
): DayRange | undefined {
  if (days !== undefined) {
    if (own === undefined || (days.from >= own.from && days.to <= own.to)) return days;
    const expected = `a column within ${own.from} to ${own.to}, or another period in the row`;
    row.refuse({ reason: "the header's period is not within that of the row", expected, key });
    return undefined;
  }
  return own && part && within(own, part, row, "period");
}

/** The part of the year a row names. */
function within(year: DayRange, part: YearPart, row: RowInHand, key: string): DayRange | undefined {
  const found = partWithin(year, part);
  const isInside = !("fault" in found) && found.to <= year.to;
  if (isInside) return found;
  const reason = "fault" in found ? found.fault : "a part of a year, and the row's period is shorter";
  row.refuse({ reason, expected: "fault" in found ? found.expected : "a year such as 2024", key });
  return undefined;
}

/** The period a row names; undefined where it names none, or was refused. */
function periodOf(values: Values, row: RowInHand): DayRange | undefined {
  const from = textIn(values, "from");
  const to = textIn(values, "to");
  if (from !== undefined && to !== undefined) {
    if (to < from)
      row.refuse({ reason: "the period ends before it begins", expected: `a day from ${from} on`, key: "to" });
    return { from, to };
  }
  const year = textIn(values, "period");
  if (year === undefined) return undefined;
  const whole = spanIn(year);
  const said = textIn(values, "part");
  if (said === undefined) return whole;
  const part = partIn(said);
  if (part !== undefined) return within(whole, part, row, "part");
  const own = spanIn(said);
  if (own.from >= whole.from && own.to <= whole.to) return own;
  row.refuse({
    reason: "not within the row's year",
    expected: `a month or quarter of ${year.replace("/", " to ")}`,
    key: "part",
  });
  return undefined;
}

const spanIn = (text: string): DayRange => ({ from: text.slice(0, 10), to: text.slice(11) });
