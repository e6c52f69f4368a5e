import type { PeopleData } from "../employee-data/data.js";
import type { Interval } from "../foundation/maths/summary.js";
import type { DayRange } from "../foundation/values/calendar.js";
import type { PeriodPayout } from "../payout/data.js";
import { correlationOf, sumsByWorld } from "../results/people/pay-performance.js";
import { ranksOf } from "../results/sensitivity/sensitivity.js";
import type { Association, Follows } from "./cost-data.js";
import { byName, type Paid, payOf } from "./paid.js";
import { type Resampling, resampled } from "./resampling.js";
import { salaryOver, yearsServed } from "./service-days.js";

/** share. Mean performance of each person, 1 = target, and what it is in words. */
export interface Performance {
  readonly by: string;
  readonly of: ReadonlyMap<string, number>;
}

/**
 * One yardstick of performance for all plans: the mean score of the first plan that has scores, a year counting by what of it was served;
 * result ÷ target where no plan has any.
 */
export function performanceOf(plans: readonly Paid[]): Performance {
  for (const { plan, payouts, people, fiscalYear } of plans) {
    const scored = payouts.periods.filter(({ score }) => score !== undefined);
    if (scored.length === 0) continue;
    const of = byName(scored, ({ person }) => person).map(([id, own]): [string, number] => {
      const weights = own.map((one) => yearsServed(people.get(id) ?? {}, [one], fiscalYear));
      const total = weights.reduce((sum, one) => sum + one, 0);
      return [id, own.reduce((sum, { score }, k) => sum + (score ?? 0) * weights[k], 0) / total];
    });
    return { by: `score under ${plan.name}`, of: new Map(of) };
  }
  const [first] = plans;
  const found = new Map<string, number>();
  for (const { id } of first?.history.data.people ?? []) {
    const attained = first && attainmentIn(first.history.data, id);
    if (attained !== undefined) found.set(id, attained);
  }
  return { by: "result ÷ target", of: found };
}

/** Result ÷ target, the plain mean over a person's measures that have targets, within some days; undefined where none has. */
function attainmentIn({ results }: PeopleData, person: string, days?: DayRange): number | undefined {
  const rows = results.filter(
    (row) =>
      row.person === person &&
      row.target !== undefined &&
      (days === undefined || (row.from >= days.from && row.to <= days.to)),
  );
  const ratios = byName(rows, ({ measure }) => measure).flatMap(([, own]) => {
    const target = own.reduce((sum, row) => sum + (row.target ?? 0), 0);
    return target > 0 ? [own.reduce((sum, { result }) => sum + result, 0) / target] : [];
  });
  return ratios.length === 0 ? undefined : ratios.reduce((sum, one) => sum + one, 0) / ratios.length;
}

interface Point {
  readonly person: string;
  readonly performance: number;
  readonly pay: number;
}

/**
 * Correlation of pay, as a share of what is paid on target, with performance, over people and periods. People are drawn again, each with all
 * periods; ranks are those of the whole. Undefined for fewer than three points, or where performance or pay cannot be told.
 */
export function followsOf(paid: Paid, resampling: Resampling): Follows | undefined {
  const { periods } = paid.payouts;
  const of = periods.some(({ atTarget }) => atTarget > 0) ? "target incentive" : "base salary";
  const against = periods.some(({ score }) => score !== undefined) ? "score" : "attainment";
  const points = periods.flatMap((one): Point[] => {
    const performance = against === "score" ? one.score : attainmentIn(paid.history.data, one.person, one);
    const base = of === "target incentive" ? one.atTarget : salaryOf(paid, one);
    const { decimals } = paid.payouts;
    if (performance === undefined || !(base > 0)) return [];
    return [{ person: one.person, performance, pay: payOf(one) / 10 ** decimals / base }];
  });
  if (points.length < 3) return undefined;
  const ids = byName(points, ({ person }) => person);
  const sorted = ids.flatMap(([, own]) => own);
  const owner = Int32Array.from(ids.flatMap(([, own], k) => own.map(() => k)));
  const columns = [sorted.map(({ performance }) => performance), sorted.map(({ pay }) => pay)];
  const [pearson, spearman] = [columns, columns.map(ranksOf)].map(([x, y]) =>
    sumsByWorld(Float64Array.from(x), Float64Array.from(y), owner, ids.length),
  );
  const both = (times: Float64Array): number[] => [correlationOf(pearson, times), correlationOf(spearman, times)];
  const intervals = resampled(ids.length, resampling, "pay and performance", both);
  const [first, second] = both(new Float64Array(ids.length).fill(1)).map(
    (value, k): Association => ({ value, interval: intervals?.[k] as Interval | undefined }),
  );
  return { rows: points.length, people: ids.length, of, against, pearson: first, spearman: second };
}

const salaryOf = ({ people, fiscalYear }: Paid, period: PeriodPayout): number => {
  const person = people.get(period.person);
  return person === undefined ? 0 : salaryOver(person, [period], fiscalYear);
};
