import { quantiles } from "../foundation/maths/summary.js";
import type { DayRange } from "../foundation/values/calendar.js";
import type { CostGroup, MeanPay, PlanCost, Quartile, Quartiles } from "./cost-data.js";
import type { PersonChange, QuartileChange } from "./data.js";
import { byName, type Paid } from "./paid.js";
import type { Performance } from "./performance.js";
import type { BacktestRequest } from "./request.js";
import { type Resampling, resampledMeans } from "./resampling.js";
import { yearsServed } from "./service-days.js";

/** people. Fewer cannot be parted in four. */
const fewest = 4;

/** A person with what they perform and are paid, smallest units a year by plan. */
interface Ranked {
  readonly person: string;
  readonly performance: number;
  readonly yearly: readonly number[];
}

/** People in four by performance, the least first, ties by id; the earlier quarters take one more where four does not divide. */
function quarters(people: readonly Ranked[]): Ranked[][] {
  const sorted = [...people].sort((a, b) => a.performance - b.performance || (a.person < b.person ? -1 : 1));
  const found: Ranked[][] = [[], [], [], []];
  for (const [k, one] of sorted.entries()) found[Math.floor((4 * k) / sorted.length)].push(one);
  return found;
}

function meansOf(quarter: readonly Ranked[], k: number, resampling: Resampling): MeanPay[] {
  const columns = quarter[0].yearly.map((_, c) => quarter.map(({ yearly }) => yearly[c]));
  const intervals = resampledMeans(columns, resampling, `quartile ${k + 1}`);
  return columns.map((column, c) => ({
    mean: column.reduce((sum, one) => sum + one, 0) / column.length,
    interval: intervals?.[c],
  }));
}

function parted<One>(
  people: readonly Ranked[],
  resampling: Resampling,
  row: (quarter: Omit<Quartile, "pay">, means: readonly MeanPay[]) => One,
): readonly One[] | undefined {
  if (people.length < fewest) return undefined;
  return quarters(people).map((quarter, k) => {
    const performance = quarter.reduce((sum, one) => sum + one.performance, 0) / quarter.length;
    return row({ quartile: k + 1, people: quarter.length, performance }, meansOf(quarter, k, resampling));
  });
}

/** Yearly pay by quarter under one plan; undefined for fewer than four people with a performance. */
export function quartilesOf(
  { payouts, people, fiscalYear }: Paid,
  persons: readonly CostGroup[],
  performance: Performance,
  resampling: BacktestRequest,
): PlanCost["quartiles"] {
  const spans = new Map(byName(payouts.periods, ({ person }) => person));
  const ranked = persons.flatMap(({ name, pay }): Ranked[] => {
    const reached = performance.of.get(name);
    const years = yearsServed(people.get(name) ?? {}, spans.get(name) ?? [], fiscalYear);
    return reached === undefined || !(years > 0) ? [] : [{ person: name, performance: reached, yearly: [pay / years] }];
  });
  const quartiles = parted(ranked, resampling, (quarter, [pay]): Quartile => ({ ...quarter, pay }));
  if (quartiles === undefined) return undefined;
  const [median] = quantiles(
    ranked.map(({ yearly }) => yearly[0]),
    [0.5],
  );
  return { by: performance.by, quartiles, median, bottom: quartiles[0].pay.mean, top: quartiles[3].pay.mean };
}

/** Yearly pay by quarter under the old plan and another, of the people compared and the days compared. */
export function changeQuartiles(
  { people, fiscalYear }: Paid,
  persons: readonly PersonChange[],
  days: ReadonlyMap<string, readonly DayRange[]>,
  performance: Performance,
  resampling: Resampling,
): Quartiles<QuartileChange> | undefined {
  const ranked = persons.flatMap((one): Ranked[] => {
    const reached = performance.of.get(one.person);
    const years = yearsServed(people.get(one.person) ?? {}, days.get(one.person) ?? [], fiscalYear);
    if (reached === undefined || !(years > 0)) return [];
    const yearly = [one.old, one.new, one.change].map((amount) => amount / years);
    return [{ person: one.person, performance: reached, yearly }];
  });
  const quartiles = parted(
    ranked,
    resampling,
    (quarter, [old, fresh, change]): QuartileChange => ({ ...quarter, old, new: fresh, change }),
  );
  return quartiles && { by: performance.by, quartiles };
}
