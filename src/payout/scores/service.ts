import type { Person } from "../../employee-data/data.js";
import {
  addMonths,
  type Day,
  type DayRange,
  dayAfter,
  dayBefore,
  dayParts,
  daysFrom,
  earlier,
  later,
} from "../../foundation/values/calendar.js";
import type { PayoutTerms } from "../../scenario/payout-terms/payout-terms.js";

/** The days paid for. Periods are counted from the first, and those that close before `since` are not paid for. */
export interface Whole extends DayRange {
  /** Where what is known begins: within the first period of all. */
  readonly since: Day;
}

/** A length in months, as a fraction: half of February is 14 ÷ 28 of a month. */
export interface Months {
  readonly over: number;
  readonly under: number;
  /** As it stands in a product. */
  readonly text: string;
}

/** A performance period. Results count from `since`: the first day of its year where periods are cumulative, its own otherwise. */
export interface PerformancePeriod extends DayRange {
  readonly since: Day;
  /** From `since`, months; the last period of a history may end early and then has a part of a month. */
  readonly months: Months;
}

/** What of a period somebody served, as a fraction of it. */
export interface Served extends DayRange {
  readonly over: number;
  readonly under: number;
  readonly unit: "days" | "months";
}

/** Days that two spans have in common, if any. */
export function overlap(left: DayRange, right: DayRange): DayRange | undefined {
  const span = { from: later(left.from, right.from), to: earlier(left.to, right.to) };
  return span.from <= span.to ? span : undefined;
}

/** Consecutive periods of so many months from the first day to the last; the last one closes early where the time does not divide. */
export function periodsOf(whole: Whole, months: number, isCumulative: boolean): PerformancePeriod[] {
  dayParts(whole.from);
  dayParts(whole.to);
  const periods: PerformancePeriod[] = [];
  for (let k = 0; ; k++) {
    const from = addMonths(whole.from, k * months);
    if (from > whole.to) return periods;
    const next = addMonths(whole.from, (k + 1) * months);
    const to = earlier(dayBefore(next), whole.to);
    if (to < whole.since) continue;
    const first = isCumulative ? Math.floor((k * months) / 12) * 12 : k * months;
    const since = addMonths(whole.from, first);
    periods.push({ from, to, since, months: monthsIn(whole.from, first, to) });
  }
}

/** months. From the month `first` after `start` to a day: whole months, and of the last one its share of days. */
function monthsIn(start: Day, first: number, to: Day): Months {
  let whole = 0;
  while (dayBefore(addMonths(start, first + whole + 1)) <= to) whole += 1;
  const from = addMonths(start, first + whole);
  const days = daysFrom(from, to);
  if (days <= 0) return { over: whole, under: 1, text: String(whole) };
  const length = daysFrom(from, dayBefore(addMonths(start, first + whole + 1)));
  const part = `${days} ÷ ${length}`;
  return { over: whole * length + days, under: length, text: whole === 0 ? `(${part})` : `(${whole} + ${part})` };
}

/** The days somebody on the roster was there within a span; undefined for none. */
export const serviceIn = ({ joined, left }: Person, span: DayRange): DayRange | undefined =>
  overlap(span, { from: joined ?? span.from, to: left ?? span.to });

/** The fraction of a period that a service comes to, counted as the terms say. */
export function servedOf(service: DayRange, period: PerformancePeriod, basis: PayoutTerms["part periods"]): Served {
  const whole = { from: period.since, to: period.to };
  if (basis === "none") return { ...service, over: 1, under: 1, unit: "days" };
  if (basis === "calendar days")
    return {
      ...service,
      over: daysFrom(service.from, service.to),
      under: daysFrom(whole.from, whole.to),
      unit: "days",
    };
  return { ...service, over: monthsServed(service, whole), under: monthsServed(whole, whole), unit: "months" };
}

/** Months of the period, counted from its first day, that lie wholly within a service; a month cut off by the period's end counts. */
function monthsServed(service: DayRange, whole: DayRange): number {
  let count = 0;
  for (let k = 0; addMonths(whole.from, k) <= whole.to; k++) {
    const first = addMonths(whole.from, k);
    const last = earlier(dayBefore(addMonths(whole.from, k + 1)), whole.to);
    if (service.from <= first && service.to >= last) count += 1;
  }
  return count;
}

/** Whether a service lasts so many months: from the third of a month to the second of another. */
export const lasts = (service: DayRange, months: number): boolean =>
  addMonths(service.from, months) <= dayAfter(service.to);
