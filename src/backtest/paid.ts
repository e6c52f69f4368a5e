import type { Person } from "../employee-data/data.js";
import type { FiscalYear } from "../foundation/values/fiscal-year.js";
import { groupBy } from "../foundation/values/groups.js";
import type { Payouts, PeriodPayout } from "../payout/data.js";
import { fiscalYearOf } from "../payout/terms.js";
import type { RequestedHistory, RequestedPlan } from "./request.js";
import { type RevenueOf, revenues } from "./service-days.js";

/** What one plan paid one history, with everything to look people up in. */
export interface Paid {
  readonly plan: RequestedPlan;
  readonly history: RequestedHistory;
  readonly payouts: Payouts;
  readonly people: ReadonlyMap<string, Person>;
  readonly revenue: RevenueOf;
  /** What years are; those of the calendar unless the plan's terms say more. */
  readonly fiscalYear: FiscalYear | undefined;
}

export function paidOf(plan: RequestedPlan, history: RequestedHistory, payouts: Payouts, revenue?: string): Paid {
  const fiscalYear = plan.options.terms?.["fiscal year"] ?? fiscalYearOf(plan.source);
  return {
    ...{ plan, history, payouts, fiscalYear },
    people: new Map(history.data.people.map((one) => [one.id, one])),
    revenue: revenues(history.data, revenue, fiscalYear),
  };
}

/** smallest units. Cash, a year of raises and other value together. */
export const payOf = ({ cash, raise, value }: Pick<PeriodPayout, "cash" | "raise" | "value">): number =>
  cash + raise + value;

/** Rows by name, sorted by it, so that the order of a file never matters. */
export function byName<Row>(rows: readonly Row[], name: (row: Row) => string): [string, Row[]][] {
  return [...groupBy(rows, name)].sort(([a], [b]) => (a < b ? -1 : 1));
}
