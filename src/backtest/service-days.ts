import type { PeopleData, Person } from "../employee-data/data.js";
import {
  type Day,
  type DayRange,
  dayAfter,
  dayBefore,
  daysFrom,
  earlier,
  later,
} from "../foundation/values/calendar.js";
import { endsIn, type FiscalYear, yearEnding } from "../foundation/values/fiscal-year.js";

/** The year a day lies in, by the calendar year it ends in. */
export const yearOf = (day: Day, fiscalYear: FiscalYear | undefined): string => String(endsIn(day, fiscalYear));

/** Spans in order, those that touch or overlap made one. */
export function merged(spans: readonly DayRange[]): DayRange[] {
  const found: DayRange[] = [];
  for (const span of [...spans].sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0))) {
    const last = found.at(-1);
    if (last !== undefined && span.from <= dayAfter(last.to))
      found[found.length - 1] = { from: last.from, to: later(last.to, span.to) };
    else found.push(span);
  }
  return found;
}

/** years. What of these days somebody was there, each year counting as one whatever its length. */
export function yearsServed(
  { joined, left }: Pick<Person, "joined" | "left">,
  spans: readonly DayRange[],
  fiscalYear: FiscalYear | undefined,
): number {
  let years = 0;
  for (const span of merged(spans)) {
    const from = later(span.from, joined ?? span.from);
    const to = earlier(span.to, left ?? span.to);
    for (let year = endsIn(from, fiscalYear); from <= to && year <= endsIn(to, fiscalYear); year++) {
      const whole = yearEnding(year, fiscalYear);
      years += daysFrom(later(from, whole.from), earlier(to, whole.to)) / daysFrom(whole.from, whole.to);
    }
  }
  return years;
}

/** money. Base salary of these days, each at what held then. */
export function salaryOver(person: Person, spans: readonly DayRange[], fiscalYear: FiscalYear | undefined): number {
  const held = person.salaries ?? [{ salary: person.salary }];
  return held.reduce((sum, { salary }, k) => {
    // what came before the first salary known is taken for it
    const [first, next] = [k === 0 ? undefined : person.salaries?.[k]?.from, person.salaries?.[k + 1]?.from];
    const own = spans
      .map(({ from, to }) => ({
        from: first === undefined ? from : later(from, first),
        to: next === undefined ? to : earlier(to, dayBefore(next)),
      }))
      .filter(({ from, to }) => from <= to);
    return sum + salary * yearsServed(person, own, fiscalYear);
  }, 0);
}

/** Revenue of one person in one year, where it is known. */
export type RevenueOf = (person: string, year: string) => number | undefined;

/**
 * money/year. Revenue by person and year: of their accounts, or the results of a measure that is revenue, under the year its rows end in.
 */
export function revenues(
  { accounts, results }: PeopleData,
  measure: string | undefined,
  fiscalYear: FiscalYear | undefined,
): RevenueOf {
  const sums = new Map<string, number>();
  const add = (person: string, year: string, amount: number): void => {
    const key = JSON.stringify([person, year]);
    sums.set(key, (sums.get(key) ?? 0) + amount);
  };
  if (measure === undefined) for (const one of accounts) add(one.person, String(one.year), one.revenue);
  else for (const one of results) if (one.measure === measure) add(one.person, yearOf(one.to, fiscalYear), one.result);
  return (person, year) => sums.get(JSON.stringify([person, year]));
}
