import { addMonths, type DayRange, dayBefore } from "../../values/calendar.js";
import { type FiscalYear, isCalendarYear, yearFrom, yearNamed } from "../../values/fiscal-year.js";
import type { BadCell } from "../cell.js";
import { headerWords } from "../header.js";
import { type SaidPeriod, type SaidYear, saidPeriod, type YearPart } from "./period-words.js";

/** What is known about the years of a table. */
export interface YearsSaid {
  readonly fiscalYear?: FiscalYear | undefined;
  /** What the column's header says of years that do not say it themselves. */
  readonly column?: "fiscal" | "calendar" | undefined;
}

const noStart: BadCell = {
  fault: "a fiscal year, and nothing says when it starts",
  expected:
    'a calendar year such as CY 2024, or say when it starts: "fiscal year: { starts: April, named by: end }" under payout: in the plan, --fiscal-year "April, named by its end" for tables',
};

const noPair: BadCell = {
  fault: "a year that lies in two, though the fiscal year starts in January",
  expected: "a year such as 2024",
};

/** What may be of either year. */
export const eitherYear: BadCell = {
  fault: "of the calendar year or of the fiscal year?",
  expected:
    'FY or CY before the year, such as FY 2024 or Q1 CY 2024, or a column called "fiscal year" or "calendar year"',
};

/** What cannot be read as a period. */
export const noPeriod: BadCell = {
  fault: "no period",
  expected: "a year, quarter or month such as 2024, 2024-Q1 or 2024-03",
};

const oneYear = (days: DayRange | undefined): DayRange | BadCell => days ?? noPeriod;

/** Whether a plain year could be either of two. */
const isOpen = ({ fiscalYear, column }: YearsSaid): boolean =>
  column === undefined && fiscalYear !== undefined && !isCalendarYear(fiscalYear);

function yearDays({ kind, name }: SaidYear, years: YearsSaid): DayRange | BadCell {
  const { fiscalYear, column } = years;
  if (kind === "calendar" || (kind === "plain" && column === "calendar")) return oneYear(yearFrom(name, undefined));
  if (kind === "plain" && column === undefined) return isOpen(years) ? eitherYear : oneYear(yearFrom(name, undefined));
  if (fiscalYear === undefined) return noStart;
  if (kind !== "pair") return oneYear(yearNamed(name, fiscalYear));
  return isCalendarYear(fiscalYear) ? noPair : oneYear(yearFrom(name, fiscalYear));
}

/** The part of a year that begins on `from`. */
export function partWithin({ from }: DayRange, { kind, number }: YearPart): DayRange | BadCell {
  const first = Number(from.slice(5, 7));
  const [at, length] = {
    month: [(number - first + 12) % 12, 1],
    quarter: [3 * (number - 1), 3],
    half: [6 * (number - 1), 6],
    period: [number - 1, 1],
  }[kind] as [number, number];
  if (at < 0 || at >= 12) return { fault: "a year has no such part", expected: "P01 to P12, Q1 to Q4, H1 or H2" };
  const start = addMonths(from, at);
  return { from: start, to: dayBefore(addMonths(start, length)) };
}

/** The days a period stands for, or why nothing says. A part without a year is none. */
export function periodDays({ part, year }: SaidPeriod, years: YearsSaid): DayRange | BadCell {
  if (year === undefined) return noPeriod;
  const { fiscalYear } = years;
  if (part === undefined) return yearDays(year, years);
  // a month by its name lies in the calendar year that is written, unless the year says that it is a fiscal one
  const isPlain = year.kind === "plain" && years.column !== "fiscal";
  if (part.kind === "period" && isPlain && years.column === undefined) return numbered(part, year, fiscalYear);
  const days = part.kind === "month" && isPlain ? oneYear(yearFrom(year.name, undefined)) : yearDays(year, years);
  return "fault" in days ? days : partWithin(days, part);
}

/** P01 2024 is the first month of the fiscal year of that name: nothing else numbers its months so. */
function numbered(part: YearPart, { name }: SaidYear, fiscalYear: FiscalYear | undefined): DayRange | BadCell {
  if (fiscalYear === undefined) return noMonthOne;
  const days = oneYear(yearNamed(name, fiscalYear));
  return "fault" in days ? days : partWithin(days, part);
}

/** What is said of P01 where nothing says which month is the first. */
export const noMonthOne: BadCell = {
  ...noStart,
  fault: "a month by number, and nothing says when the fiscal year starts",
};

const eitherMonth: BadCell = {
  fault: "a month, or a year that lies in two?",
  expected: "2011-12 for December 2011, FY 2011/12 for the year",
};

/** Reads a period: 2024, FY 2025, FY25/26, Q1 2024, 2024-H2, 2024-03, 2024M03, Mar-24, P03 FY25. */
export function readPeriod(text: string, years: YearsSaid): DayRange | BadCell {
  if (!/^[\p{L}\d('’][\p{L}\p{M}\d\s.,'’/_()°-]*$/u.test(text)) return noPeriod;
  const [, first, second] = /^((?:19|20|21)\d\d)\/(\d\d)$/.exec(text) ?? [];
  if (first !== undefined && Number(second) <= 12 && Number(second) === (Number(first) + 1) % 100) return eitherMonth;
  const said = saidPeriod(headerWords(text));
  return said === undefined ? noPeriod : periodDays(said, years);
}
