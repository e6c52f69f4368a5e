import { quantiles } from "../foundation/maths/summary.js";
import { breakEvensOf } from "./break-even.js";
import type { ChangedGroup, LeftOut, PersonChange, PlanChange, YearChange } from "./data.js";
import { byName, type Paid } from "./paid.js";
import type { Performance } from "./performance.js";
import { changeQuartiles } from "./quartiles.js";
import type { BacktestRequest } from "./request.js";
import { type Resampling, resampledSums } from "./resampling.js";
import { yearOf } from "./service-days.js";
import { isPaid, payIn, type Window, windowsOf } from "./windows.js";

/** A plan held against the old one, over the people and days that both pay. */
export function changeOf(old: Paid, fresh: Paid, performance: Performance, asked: BacktestRequest): PlanChange {
  const windows = windowsOf(old, fresh);
  const shared = windows.filter(isPaid);
  const days = new Map(byName(shared, ({ person }) => person));
  const persons = [...days].map(([id, own]) => personOf(old, id, own));
  const total = (side: "old" | "new"): number => persons.reduce((sum, one) => sum + one[side], 0);
  const change = total("new") - total("old");
  return {
    plan: fresh.plan.name,
    history: fresh.history.name,
    people: persons.length,
    ...{ old: total("old"), new: total("new"), change },
    changeShare: shareOf(change, total("old")),
    interval: persons.length === 0 ? undefined : resampledSums([persons.map((one) => one.change)], asked, "all")?.[0],
    years: byName(shared, ({ to }) => yearOf(to, old.fiscalYear)).map(([year, own]) => yearChange(year, own, asked)),
    persons,
    winners: sideOf(persons, 1),
    losers: sideOf(persons, -1),
    unchanged: persons.filter((one) => one.change === 0).length,
    leftOut: windows.filter((one) => !isPaid(one)).map(leftOutOf),
    breakEven: asked.hasBreakEven ? breakEvensOf(shared, fresh) : [],
    quartiles: changeQuartiles(old, persons, days, performance, asked),
  };
}

const shareOf = (change: number, old: number): number | undefined => (old === 0 ? undefined : change / old);

function personOf({ people }: Paid, id: string, windows: readonly Window[]): PersonChange {
  const [old, fresh] = (["old", "new"] as const).map((side) =>
    windows.reduce((sum, window) => sum + payIn(window[side]), 0),
  );
  const change = fresh - old;
  return {
    ...{ person: id, name: people.get(id)?.name ?? id },
    ...{ old, new: fresh, change },
    changeShare: shareOf(change, old),
  };
}

function sideOf(persons: readonly PersonChange[], sign: 1 | -1): ChangedGroup {
  const own = persons.filter((one) => sign * one.change > 0);
  if (own.length === 0) return { people: 0, share: 0, total: 0, mean: 0, median: 0, largest: 0, person: undefined };
  const changes = own.map(({ change }) => change);
  const total = changes.reduce((sum, one) => sum + one, 0);
  const most = own.reduce((best, one) => (sign * one.change > sign * best.change ? one : best));
  return {
    people: own.length,
    share: own.length / persons.length,
    total,
    mean: total / own.length,
    median: quantiles(changes, [0.5])[0],
    ...{ largest: most.change, person: most.person },
  };
}

/** People of a year are drawn again, the same ones under both plans. */
function yearChange(year: string, windows: readonly Window[], resampling: Resampling): YearChange {
  const persons = byName(windows, ({ person }) => person).map(([, own]) => ({
    old: own.reduce((sum, window) => sum + payIn(window.old), 0),
    new: own.reduce((sum, window) => sum + payIn(window.new), 0),
  }));
  const columns = [
    persons.map((one) => one.old),
    persons.map((one) => one.new),
    persons.map((one) => one.new - one.old),
  ];
  const [old, fresh, change] = columns.map((column) => column.reduce((sum, one) => sum + one, 0));
  const [oldInterval, newInterval, interval] = resampledSums(columns, resampling, year) ?? [];
  return { name: year, people: persons.length, old, new: fresh, change, oldInterval, newInterval, interval };
}

function leftOutOf({ person, from, to, old, new: fresh, refused }: Window): LeftOut {
  return {
    ...{ person, from, to },
    old: refused.old === undefined ? payIn(old) : undefined,
    new: refused.new === undefined ? payIn(fresh) : undefined,
    why: refused.old ?? refused.new ?? "",
  };
}
