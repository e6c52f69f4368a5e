import { type RawTable, tableName } from "../../../foundation/tables/cell.js";
import { columnKey, type Layout, type MappedColumn } from "../../../foundation/tables/column.js";
import { readPeriod } from "../../../foundation/tables/periods/period-text.js";
import type { Values } from "../../../foundation/tables/read-rows.js";
import type { RowInHand } from "../../../foundation/tables/row-reader.js";
import { refuse } from "../../../foundation/text/problem.js";
import { renaming } from "../history/period-slots.js";
import { type TableOptions, textIn } from "../open-table.js";

/** A year for which a roster has columns of pay: `salary 2025`. */
export interface PayYear {
  readonly qualifier: string;
  /** First day of it: from when the pay holds. */
  readonly from: string;
}

/** What a row says of pay, and from which day on. */
export interface PayInRow {
  readonly values: Values;
  readonly row: RowInHand;
  readonly from: string | undefined;
}

const paid = ["salary", "targetIncentive", "targetPay"] as const;

const isYearly = ({ spec, qualifier }: MappedColumn): boolean =>
  qualifier !== undefined && paid.some((field) => field === spec?.field);

/** The years a roster has columns of pay for, first to last; none where it has one column for all time. */
export function payYears(table: RawTable, { columns, headerRow }: Layout, options: TableOptions): PayYear[] {
  const found = new Map<string, PayYear>();
  for (const column of columns.filter(isYearly)) {
    const { qualifier = "", period, letter, header } = column;
    const days = period?.days ?? readPeriod(qualifier, { fiscalYear: options.fiscalYear });
    const place = `${tableName(table)} row ${headerRow} column ${letter} (${header.text})`;
    if ("fault" in days) return refuse(place, days.fault, `write ${days.expected}`);
    found.set(qualifier, { qualifier, from: days.from });
  }
  const years = [...found.values()].sort((a, b) => (a.from < b.from ? -1 : 1));
  if (years.length > 0 && columns.some(({ spec }) => spec?.field === "salaryFrom"))
    refuse(
      `${tableName(table)} row ${headerRow}`,
      "pay by year, and days from which salaries hold",
      "keep one of them",
    );
  return years;
}

/** The layout with columns of years that may be blank: nobody is paid in years they were not there. */
export const withPayYears = (layout: Layout, years: readonly PayYear[]): Layout => ({
  ...layout,
  columns: layout.columns.map((column) => {
    const year = isYearly(column) ? years.find(({ qualifier }) => qualifier === column.qualifier) : undefined;
    if (year === undefined) return column;
    const spec = { ...column.spec!, isRequired: false };
    return { ...column, spec, notes: [...column.notes, `holds from ${year.from}`] };
  }),
});

/** What a row says of each year it has pay for; one, for all time, where the roster has no years. */
export function payInRow(values: Values, row: RowInHand, years: readonly PayYear[]): PayInRow[] {
  if (years.length === 0) return [{ values, row, from: textIn(values, "salaryFrom") }];
  const found = years.flatMap(({ qualifier, from }): PayInRow[] => {
    const keys = new Map(paid.map((field) => [field as string, columnKey(field, qualifier)]));
    const own = paid.map((field) => [field, values[columnKey(field, qualifier)]] as const);
    if (own.every(([, value]) => value === undefined)) return [];
    const named = Object.fromEntries(own.flatMap(([field, value]) => (value === undefined ? [] : [[field, value]])));
    const all: Values = { ...values, ...named };
    if (all.salary === undefined)
      row.refuse({
        reason: "an incentive of a year without its salary",
        expected: `a salary of ${qualifier}`,
        key: columnKey(own.find(([, value]) => value !== undefined)![0], qualifier),
      });
    return [{ values: all, row: renaming(row, keys), from }];
  });
  if (found.length === 0) row.refuse({ reason: "no base salary of any year", expected: "an amount such as 72000" });
  return found;
}
