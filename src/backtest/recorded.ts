import type { Result } from "../employee-data/data.js";
import type { PeriodPayout } from "../payout/data.js";
import type { Recorded } from "./data.js";
import { byName, type Paid } from "./paid.js";

/** What the history says was paid beside the cash the old plan comes to; undefined where it says nothing. */
export function recordedOf({ history, payouts }: Paid): Recorded | undefined {
  const rows = new Map(
    byName(
      history.data.results.filter(({ paid }) => paid !== undefined),
      ({ person }) => person,
    ),
  );
  const { decimals } = payouts;
  const unit = 10 ** decimals;
  const pairs = payouts.periods.flatMap((period) => {
    const recorded = paidIn(rows.get(period.person) ?? [], period);
    if (recorded === undefined) return [];
    const minor = Math.round(recorded * unit);
    return [{ period, recorded: minor, difference: period.cash - minor }];
  });
  if (pairs.length === 0) return undefined;
  const worst = pairs.reduce((most, one) => (Math.abs(one.difference) > Math.abs(most.difference) ? one : most));
  const { person, from, to } = worst.period;
  const recorded = pairs.reduce((sum, one) => sum + one.recorded, 0);
  const recomputed = pairs.reduce((sum, one) => sum + one.period.cash, 0);
  return {
    history: history.name,
    periods: pairs.length,
    ...{ recorded, recomputed, difference: recomputed - recorded },
    agree: pairs.filter(({ difference }) => Math.abs(difference) < unit).length,
    worst: { person, from, to, difference: worst.difference },
  };
}

function paidIn(rows: readonly Result[], { from, to }: PeriodPayout): number | undefined {
  const inside = rows.filter((row) => row.from >= from && row.to <= to);
  return inside.length === 0 ? undefined : inside.reduce((sum, { paid }) => sum + (paid ?? 0), 0);
}
