import type { Person } from "../employee-data/data.js";
import { gini } from "../foundation/maths/summary.js";
import type { PeriodPayout } from "../payout/data.js";
import { topShare } from "../results/statistics/top-share.js";
import type { CostGroup, Pay, PlanCost, Uneven, YearCost } from "./cost-data.js";
import { byName, type Paid } from "./paid.js";
import { followsOf, type Performance } from "./performance.js";
import { quartilesOf } from "./quartiles.js";
import type { BacktestRequest } from "./request.js";
import { type Resampling, resampledSums } from "./resampling.js";
import { salaryOver, yearOf } from "./service-days.js";

/** Everything a plan cost under one history. */
export function costOf(paid: Paid, performance: Performance, asked: BacktestRequest): PlanCost {
  const { payouts, plan, history, people } = paid;
  const { periods } = payouts;
  const all = groupOf(paid, "all", periods);
  const persons = groupsOf(paid, (one) => one.person);
  const dues = periods.flatMap(({ due }) => due);
  const isNamed = (read: (person: Person) => string | undefined): boolean => [...people.values()].some(read);
  const byRoster = (read: (person: Person) => string | undefined): CostGroup[] =>
    isNamed(read) ? groupsOf(paid, (one) => nameIn(people, one.person, read)) : [];
  return {
    plan: plan.name,
    history: history.name,
    ...all,
    years: yearsOf(paid, asked),
    segments: byRoster(({ segment }) => segment),
    teams: byRoster(({ team }) => team),
    persons,
    ...revenueOf(paid, all, periods),
    interval: resampledSums([persons.map(({ pay }) => pay)], asked, "all")?.[0],
    forfeited: dues.reduce((sum, one) => sum + (one.isForfeited ? one.amount : 0), 0),
    owed: Object.values(payouts.owed).reduce((sum, one) => sum + one, 0),
    follows: followsOf(paid, asked),
    uneven: unevenOf(persons.map(({ pay }) => pay)),
    quartiles: quartilesOf(paid, persons, performance, asked),
    refused: payouts.refused,
    terms: payouts.terms,
  };
}

const nameIn = (
  people: ReadonlyMap<string, Person>,
  id: string,
  read: (person: Person) => string | undefined,
): string => {
  const person = people.get(id);
  return (person && read(person)) ?? "";
};

const groupsOf = (paid: Paid, name: (one: PeriodPayout) => string): CostGroup[] =>
  byName(paid.payouts.periods, name).map(([key, periods]) => groupOf(paid, key, periods));

/** What some periods cost, with the base salary of their days: days paid for by two rewards count once. */
function groupOf({ people, payouts, fiscalYear }: Paid, name: string, periods: readonly PeriodPayout[]): CostGroup {
  const persons = byName(periods, ({ person }) => person);
  const { decimals } = payouts;
  const unit = 10 ** decimals;
  let salary = 0;
  for (const [id, own] of persons) {
    const person = people.get(id);
    if (person) salary += unit * salaryOver(person, own, fiscalYear);
  }
  const pay = sumPay(periods);
  return { name, people: persons.length, ...pay, salary, ofSalary: salary > 0 ? pay.pay / salary : undefined };
}

function sumPay(periods: readonly PeriodPayout[]): Pay {
  const [cash, raise, value] = (["cash", "raise", "value"] as const).map((form) =>
    periods.reduce((sum, one) => sum + one[form], 0),
  );
  return { cash, raise, value, pay: cash + raise + value };
}

/** Revenue of the years that are paid for; undefined where it is not known of everybody. */
function revenueOf(
  { revenue, payouts, fiscalYear }: Paid,
  { pay }: Pay,
  periods: readonly PeriodPayout[],
): { readonly revenue: number | undefined; readonly ofRevenue: number | undefined } {
  const keys = new Map<string, readonly [string, string]>();
  for (const { person, from, to } of periods)
    for (let year = Number(yearOf(from, fiscalYear)); year <= Number(yearOf(to, fiscalYear)); year++)
      keys.set(JSON.stringify([person, year]), [person, String(year)]);
  const known = [...keys.values()].map(([person, year]) => revenue(person, year));
  if (known.length === 0 || known.includes(undefined)) return { revenue: undefined, ofRevenue: undefined };
  const { decimals } = payouts;
  const total = known.reduce<number>((sum, one) => sum + (one ?? 0), 0) * 10 ** decimals;
  return { revenue: total, ofRevenue: total > 0 ? pay / total : undefined };
}

function yearsOf(paid: Paid, resampling: Resampling): YearCost[] {
  return byName(paid.payouts.periods, ({ to }) => yearOf(to, paid.fiscalYear)).map(([year, periods]) => {
    const group = groupOf(paid, year, periods);
    const persons = byName(periods, ({ person }) => person).map(([, own]) => sumPay(own).pay);
    return {
      ...group,
      ...revenueOf(paid, group, periods),
      interval: resampledSums([persons], resampling, year)?.[0],
    };
  });
}

/** Concentration of pay over people; undefined where nothing, or less than nothing, is paid to somebody. */
function unevenOf(pay: readonly number[]): Uneven | undefined {
  const total = pay.reduce((sum, one) => sum + one, 0);
  if (!(total > 0) || pay.some((one) => one < 0)) return undefined;
  const sorted = Float64Array.from(pay).sort().reverse();
  const own = Int32Array.from(sorted.keys());
  const ones = new Float64Array(sorted.length).fill(1);
  return {
    topTenth: topShare(sorted, own, ones),
    topFifth: topShare(sorted, own, ones, 0.2),
    gini: gini(sorted),
  };
}
