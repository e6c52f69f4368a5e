import type { DayRange } from "../foundation/values/calendar.js";
import type { PeriodPayout } from "../payout/data.js";
import { byName, type Paid, payOf } from "./paid.js";
import { merged } from "./service-days.js";

/** Days of one person that are whole periods under both plans, however long each plan's periods are. */
export interface Window extends DayRange {
  readonly person: string;
  readonly old: readonly PeriodPayout[];
  readonly new: readonly PeriodPayout[];
  /** Why one of the plans could not pay them, if so. */
  readonly refused: { readonly old: string | undefined; readonly new: string | undefined };
}

/** smallest units */
export const payIn = (periods: readonly PeriodPayout[]): number => periods.reduce((sum, one) => sum + payOf(one), 0);

const spansOf = ({ payouts }: Paid): readonly (DayRange & { readonly person: string })[] => [
  ...payouts.periods,
  ...payouts.refused,
];

/**
 * Every person's days, parted where both plans close: a quarterly plan and a yearly one are compared year by year. By person in order of
 * id, then by day.
 */
export function windowsOf(old: Paid, fresh: Paid): Window[] {
  const [oldPeriods, newPeriods] = [old, fresh].map(
    ({ payouts }) => new Map(byName(payouts.periods, ({ person }) => person)),
  );
  const [oldRefused, newRefused] = [old, fresh].map(
    ({ payouts }) => new Map(byName(payouts.refused, ({ person }) => person)),
  );
  return byName([...spansOf(old), ...spansOf(fresh)], ({ person }) => person).flatMap(([person, spans]) =>
    overlapping(spans).map((window): Window => {
      const inside = <One extends DayRange>(all: ReadonlyMap<string, readonly One[]>): One[] =>
        (all.get(person) ?? []).filter(({ from, to }) => from >= window.from && to <= window.to);
      return {
        person,
        ...window,
        old: inside(oldPeriods),
        new: inside(newPeriods),
        refused: { old: inside(oldRefused)[0]?.fault, new: inside(newRefused)[0]?.fault },
      };
    }),
  );
}

/** Spans that share days made one; those that only touch stay apart. */
function overlapping(spans: readonly DayRange[]): DayRange[] {
  const found: DayRange[] = [];
  for (const span of [...spans].sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0))) {
    const last = found.at(-1);
    if (last !== undefined && span.from <= last.to) found[found.length - 1] = merged([last, span])[0];
    else found.push({ from: span.from, to: span.to });
  }
  return found;
}

/** Whether both plans pay all of it. */
export const isPaid = ({ refused }: Window): boolean => refused.old === undefined && refused.new === undefined;
