import { addMonths, type Day, type DayRange, dayBefore } from "./calendar.js";
import { isoDate } from "./day-numbers.js";

/** The months of a year as a setting names them. */
export const monthNames = [
  ...(["January", "February", "March", "April", "May", "June"] as const),
  ...(["July", "August", "September", "October", "November", "December"] as const),
] as const;

export type MonthName = (typeof monthNames)[number];

/** When a firm's year starts, and which of its two calendar years it is named by. */
export interface FiscalYear {
  readonly starts: MonthName;
  /** Not needed for years that start in January. */
  readonly "named by"?: "end" | "start" | undefined;
}

/** 1–12. Month in which years start: January unless a fiscal year says otherwise. */
export const firstMonth = (year: FiscalYear | undefined): number =>
  year === undefined ? 1 : monthNames.indexOf(year.starts) + 1;

/** Whether years are those of the calendar. */
export const isCalendarYear = (year: FiscalYear): boolean => year.starts === "January";

/** The fiscal year that starts in this calendar year; undefined outside 1900–2199. */
export function yearFrom(calendarYear: number, year: FiscalYear | undefined): DayRange | undefined {
  const from = isoDate(calendarYear, firstMonth(year), 1);
  return from === undefined ? undefined : { from, to: dayBefore(addMonths(from, 12)) };
}

/** The fiscal year of this name. */
export const yearNamed = (name: number, year: FiscalYear): DayRange | undefined =>
  yearFrom(!isCalendarYear(year) && year["named by"] === "end" ? name - 1 : name, year);

/** The first day of the year a day lies in. */
export function startOfYear(day: Day, year: FiscalYear | undefined): Day {
  const month = firstMonth(year);
  const calendarYear = Number(day.slice(0, 4)) - (Number(day.slice(5, 7)) < month ? 1 : 0);
  return `${calendarYear}-${String(month).padStart(2, "0")}-01`;
}

/** The calendar year in which the year of a day ends: 2025 for a day of April 2024 to March 2025. */
export const endsIn = (day: Day, year: FiscalYear | undefined): number =>
  Number(day.slice(0, 4)) + (firstMonth(year) > 1 && Number(day.slice(5, 7)) >= firstMonth(year) ? 1 : 0);

/** The year that ends in this calendar year. */
export function yearEnding(calendarYear: number, year: FiscalYear | undefined): DayRange {
  const month = firstMonth(year);
  const from = `${month > 1 ? calendarYear - 1 : calendarYear}-${String(month).padStart(2, "0")}-01`;
  return { from, to: dayBefore(addMonths(from, 12)) };
}

/** `starts in April and is named by the calendar year it ends in`. */
export const yearText = ({ starts, "named by": by }: FiscalYear): string =>
  starts === "January"
    ? "is that of the calendar"
    : `starts in ${starts} and is named by the calendar year it ${by === "start" ? "starts" : "ends"} in`;

const wanted = 'write "April, named by its end", "July, named by its start" or "January"';

/** A fiscal year as a command line says it; text that says none, or not how it is named, comes back as what is wrong with it. */
export function readFiscalYear(text: string): FiscalYear | { readonly fault: string; readonly remedy: string } {
  const [, month = "", by] =
    /^\s*(\p{L}+)\s*(?:,?\s*named by (?:its |the )?(?:year it )?(end|start)s?(?: in)?)?\s*$/iu.exec(text) ?? [];
  const starts = monthNames.find((name) => name.toLowerCase() === month.toLowerCase());
  if (starts === undefined) return { fault: `cannot read "${text}"`, remedy: wanted };
  if (starts === "January") return { starts };
  if (by === undefined) return { fault: `"${text}" does not say how the year is named`, remedy: wanted };
  return { starts, "named by": by.toLowerCase() as "end" | "start" };
}
