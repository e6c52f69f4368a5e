import type { AccountYear, PeopleData, Result } from "../employee-data/data.js";
import { daysFrom, earlier, later } from "../foundation/values/calendar.js";
import { endsIn, type FiscalYear, yearEnding } from "../foundation/values/fiscal-year.js";
import { type SurveyYear, surveysOf } from "./surveys.js";

/** What is compared of a real team and of a simulated one: both are brought into this form, and the same code looks at both. */
export interface Panel {
  /** calendar years in which the years end that the tables speak of, rising and without gaps; 1, 2, … of a simulated team. */
  readonly years: readonly number[];
  /** Score of the scheme by person and whole year. */
  readonly scores: readonly ScoreYear[];
  readonly accounts: readonly AccountYear[];
  /** Customers' answers by person and year; of a simulated team with the noise of a survey. */
  readonly surveys: readonly SurveyYear[];
  /** People who left within the years, and the person-years during which they could have. */
  readonly leavers: number;
  readonly personYears: number;
}

export interface ScoreYear {
  readonly person: string;
  readonly year: number;
  /** score. 1 is target; mean over the year's periods by days. */
  readonly attainment: number;
  /** share. What was paid for the year ÷ incentive at target, where both are known. */
  readonly payout?: number | undefined;
}

/** What the measures of a scheme weigh and what the tables call them. */
export interface ScoredMeasure {
  readonly measure: string;
  /** Of the measure in the tables. */
  readonly name: string;
  readonly weight: number;
}

/** A real team as a panel. Without `scored`, or where the tables lack a measure, it has no scores. Years are fiscal ones where given. */
export function panelOf(data: PeopleData, scored: readonly ScoredMeasure[], fiscalYear?: FiscalYear): Panel {
  const yearOf: YearOf = (day) => endsIn(day, fiscalYear);
  const spans = [
    ...data.accounts.map(({ year }) => [year, year]),
    ...data.results.map(({ from, to }) => [yearOf(from), yearOf(to)]),
  ];
  const first = spans.reduce((least, [from]) => Math.min(least, from), Number.POSITIVE_INFINITY);
  const last = spans.reduce((most, [, to]) => Math.max(most, to), Number.NEGATIVE_INFINITY);
  const years = spans.length === 0 ? [] : Array.from({ length: last - first + 1 }, (_, k) => first + k);
  const { accounts } = data;
  const surveys = surveysOf(accounts);
  return { years, scores: scoresOf(data, scored, yearOf), accounts, surveys, ...serviceOf(data, years, fiscalYear) };
}

/** The year a day lies in. */
type YearOf = (day: string) => number;

/** Who served how long within the years, and who left. Nobody without a last day is known to have left. */
function serviceOf(
  { people }: PeopleData,
  years: readonly number[],
  fiscalYear: FiscalYear | undefined,
): Pick<Panel, "leavers" | "personYears"> {
  if (years.length === 0) return { leavers: 0, personYears: 0 };
  const [start, end] = [yearEnding(years[0]!, fiscalYear).from, yearEnding(years.at(-1)!, fiscalYear).to];
  let leavers = 0;
  let days = 0;
  for (const { joined, left } of people) {
    const from = later(joined ?? start, start);
    const to = earlier(left ?? end, end);
    days += Math.max(0, daysFrom(from, to));
    if (left !== undefined && left >= start && left <= end) leavers += 1;
  }
  return { leavers, personYears: days / 365.25 };
}

/** Scores by person and year, for years that every measure covers for at least eleven months. */
function scoresOf({ people, results }: PeopleData, scored: readonly ScoredMeasure[], yearOf: YearOf): ScoreYear[] {
  const sums = new Map<string, { person: string; year: number; score: number; days: number[] }>();
  for (const [k, { name, weight }] of scored.entries()) {
    for (const one of results) {
      const attainment = one.measure === name && yearOf(one.from) === yearOf(one.to) ? reachedBy(one) : undefined;
      if (attainment === undefined) continue;
      const year = yearOf(one.from);
      const key = `${year} ${one.person}`;
      const found = sums.get(key) ?? { person: one.person, year, score: 0, days: scored.map(() => 0) };
      const days = daysFrom(one.from, one.to);
      found.score += (weight * attainment * days) / 365;
      found.days[k] += days;
      sums.set(key, found);
    }
  }
  const paid = paidBy(results, yearOf);
  const atTarget = new Map(people.map(({ id, targetIncentive }) => [id, targetIncentive]));
  return [...sums.values()]
    .filter(({ days }) => days.every((one) => one >= leastDays))
    .map(({ person, year, score, days }) => {
      const [got, whole] = [paid.get(`${year} ${person}`), atTarget.get(person) ?? 0];
      const payout = got === undefined || whole <= 0 ? undefined : got / whole;
      return { person, year, attainment: (score * 365) / Math.max(...days), payout };
    });
}

/** money. By year and person. */
function paidBy(results: readonly Result[], yearOf: YearOf): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (const { person, from, paid } of results) {
    const key = `${yearOf(from)} ${person}`;
    if (paid !== undefined) found.set(key, (found.get(key) ?? 0) + paid);
  }
  return found;
}

/** days. Eleven months: below that a year says as much about joining as about the scheme. */
const leastDays = 334;

/** score. Result ÷ target; an index without a target is its own attainment. */
const reachedBy = ({ result, target }: Result): number | undefined =>
  target === undefined ? result : target > 0 ? result / target : undefined;

/** The panel without these people and what belongs to them, for intervals by leaving people out in turn. */
export const without = (panel: Panel, people: ReadonlySet<string>): Panel => ({
  ...panel,
  scores: panel.scores.filter(({ person }) => !people.has(person)),
  accounts: panel.accounts.filter(({ person }) => !people.has(person)),
  surveys: panel.surveys.filter(({ person }) => !people.has(person)),
});
