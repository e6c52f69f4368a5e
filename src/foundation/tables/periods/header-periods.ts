import { addMonths, type DayRange, dayAfter, dayBefore } from "../../values/calendar.js";
import { dateOfSerial } from "../../values/day-numbers.js";
import type { BadCell } from "../cell.js";
import { type Header, readHeader } from "../header.js";
import { type DateOrder, readDate } from "./date-text.js";
import { noMonthOne, periodDays, type YearsSaid } from "./period-text.js";
import type { YearPart } from "./period-words.js";

/** The period a column holds, which its header says: whole, or a part of the year that its rows say. */
export interface ColumnPeriod {
  /** As keys and messages have it: `2024-01-01/2024-03-31`, or `quarter 1`. */
  readonly text: string;
  readonly days?: DayRange | undefined;
  readonly part?: YearPart | undefined;
  /** Why it cannot be told which days they are. */
  readonly bad?: BadCell | undefined;
}

/** A header and the period it names. */
export interface DatedHeader {
  readonly header: Header;
  readonly period: ColumnPeriod | undefined;
}

/** How days are written above columns, and when years start. */
export interface HeaderDays extends YearsSaid {
  readonly order?: DateOrder | undefined;
  readonly countsFrom1904?: boolean | undefined;
}

/** Takes the headers of a row apart, with the periods they name; days stand for their months. */
export function datedHeaders(texts: readonly string[], how: HeaderDays): DatedHeader[] {
  const strict = texts.map((text) => readHeader(text ?? ""));
  const isSeries = strict.filter(({ period }) => period?.part !== undefined && period.year === undefined).length > 1;
  const headers = isSeries ? texts.map((text) => readHeader(text ?? "", true)) : strict;
  const days = daysAbove(texts, how);
  return headers.map((header, k): DatedHeader => {
    const day = days.get(k);
    if (day !== undefined) return { header: { ...header, topic: topicOf(texts[k]!) }, period: day };
    const said = header.period;
    if (said === undefined) return { header, period: undefined };
    if (said.year === undefined) return { header, period: partOf(said.part!, how) };
    const found = periodDays(said, how);
    return { header, period: "fault" in found ? { text: header.text, bad: found } : whole(found) };
  });
}

const partOf = (part: YearPart, { fiscalYear }: HeaderDays): ColumnPeriod => ({
  ...{ text: `${part.kind} ${part.number}`, part },
  bad: part.kind === "period" && fiscalYear === undefined ? noMonthOne : undefined,
});
const whole = (days: DayRange): ColumnPeriod => ({ text: `${days.from}/${days.to}`, days });

/** A day as text at one end of a header. */
const dayWords = /(?:^|\s)(\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4})(?:[ T]\d\d:\d\d[:\d.]*)?(?=\s|$)/;

const dayIn = (text: string): string | undefined => dayWords.exec(text)?.[1];

/** What a header says beside a day. */
const topicOf = (text: string): readonly string[] => {
  const day = dayIn(text);
  return day === undefined ? [] : readHeader(text.replace(day, " ")).topic;
};

/** Days that stand above columns, as the periods they mean. */
function daysAbove(texts: readonly string[], how: HeaderDays): Map<number, ColumnPeriod> {
  const serials = texts
    .map((text, k) => [k, serialDay(text ?? "", how)] as const)
    .filter(([, day]) => day !== undefined);
  if (serials.length > 1) return asPeriods(serials.map(([k, day]) => [k, day!]));
  const written = texts.flatMap((text, k) => {
    const day = dayIn(text ?? "");
    return day === undefined ? [] : [[k, day] as const];
  });
  const orders: readonly DateOrder[] = how.order === undefined ? ["day first", "month first"] : [how.order];
  const readings = orders.flatMap((order) => {
    const days = written.map(([k, text]) => [k, readDate(text, order)] as const);
    return days.every(([, day]) => day !== undefined && isEdge(day))
      ? [days as readonly (readonly [number, string])[]]
      : [];
  });
  const [first, second] = readings;
  if (first === undefined || (second !== undefined && String(first) !== String(second))) {
    const bad = {
      fault: "a day above a column, which may be a month or not",
      expected: "a month such as 2024-03, or Q1 2024",
    };
    return new Map(written.map(([k, text]) => [k, { text, bad }]));
  }
  return asPeriods(first);
}

/** The first day of a month that a number of days counts to, in a header. */
function serialDay(text: string, { countsFrom1904 = false }: HeaderDays): string | undefined {
  const day = /^\d{5}$/.test(text) ? dateOfSerial(Number(text), countsFrom1904) : undefined;
  return day?.endsWith("-01") ? day : undefined;
}

/** Whether a day is the first or the last of its month. */
const isEdge = (day: string): boolean => day.endsWith("-01") || dayAfter(day).endsWith("-01");

const eitherLength: BadCell = {
  fault: "days three or twelve months apart, which may be months, quarters or years",
  expected: "headers such as 2024-03, Q1 2024 or 2024",
};

/** Days as their months, where nothing speaks for longer periods. */
function asPeriods(days: readonly (readonly [column: number, day: string])[]): Map<number, ColumnPeriod> {
  const months = [...new Set(days.map(([, day]) => day.slice(0, 7)))].sort();
  const gaps = months.slice(1).map((month, k) => monthsBetween(months[k]!, month));
  const isOpen = gaps.length > 0 && gaps.every((gap) => gap === gaps[0]) && (gaps[0] === 3 || gaps[0] === 12);
  return new Map(
    days.map(([column, day]) => {
      const from = `${day.slice(0, 7)}-01`;
      const period = whole({ from, to: dayBefore(addMonths(from, 1)) });
      return [column, isOpen ? { text: day, bad: eitherLength } : period];
    }),
  );
}

const monthsBetween = (one: string, other: string): number =>
  12 * (Number(other.slice(0, 4)) - Number(one.slice(0, 4))) + Number(other.slice(5)) - Number(one.slice(5));
