import { refuse } from "../text/problem.js";
import { dayNumber, daysIn } from "./day-numbers.js";

/** A day as `2024-02-29`. Days of this form stand in the order of their letters. */
export type Day = string;

/** First and last day, both included. */
export interface DayRange {
  readonly from: Day;
  readonly to: Day;
}

interface DayParts {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  readonly day: number;
}

/** Takes a day apart; refuses text that is no day of the calendar. */
export function dayParts(day: Day): DayParts {
  const [, year, month, date] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day)?.map(Number) ?? [];
  if (year === undefined || month < 1 || month > 12 || date < 1 || date > daysIn(year, month))
    return refuse("", `"${day}" is not a day of the calendar`, "write year-month-day, such as 2024-12-31");
  return { year, month, day: date };
}

const written = ({ year, month, day }: DayParts): Day =>
  `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;

/** days. From the first to the last day, both counted; 0 or less where the last lies before the first. */
export const daysFrom = (first: Day, last: Day): number => dayNumber(last) - dayNumber(first) + 1;

/** The same day so many months later, or the last of that month where it is shorter: 31 January and a month is 28 or 29 February. */
export function addMonths(day: Day, months: number): Day {
  const parts = dayParts(day);
  const index = 12 * parts.year + parts.month - 1 + months;
  const [year, month] = [Math.floor(index / 12), (((index % 12) + 12) % 12) + 1];
  return written({ year, month, day: Math.min(parts.day, daysIn(year, month)) });
}

/** So many months after the last day of a period: the last day of a month leads to the last day of a month, 30 September and 3 months to 31 December. */
export function monthsAfterClose(close: Day, months: number): Day {
  const { year, month, day } = dayParts(close);
  return day === daysIn(year, month) ? dayBefore(addMonths(dayAfter(close), months)) : addMonths(close, months);
}

/** The day before. */
export function dayBefore(day: Day): Day {
  const { year, month, day: date } = dayParts(day);
  if (date > 1) return written({ year, month, day: date - 1 });
  const before = month === 1 ? { year: year - 1, month: 12 } : { year, month: month - 1 };
  return written({ ...before, day: daysIn(before.year, before.month) });
}

/** The day after. */
export function dayAfter(day: Day): Day {
  const parts = dayParts(day);
  return parts.day < daysIn(parts.year, parts.month)
    ? written({ ...parts, day: parts.day + 1 })
    : addMonths(`${day.slice(0, 8)}01`, 1);
}

/** Later and earlier of two days. */
export const later = (left: Day, right: Day): Day => (left > right ? left : right);
export const earlier = (left: Day, right: Day): Day => (left < right ? left : right);
