import type { PeopleData } from "../employee-data/data.js";
import { payout } from "../payout/payout.js";
import { payoutTermsOf } from "../payout/terms.js";
import type { BreakEven, BreakEvenAnswer } from "./data.js";
import { moving } from "./moved-results.js";
import { byName, type Paid, payOf } from "./paid.js";
import { payIn, type Window } from "./windows.js";

/** share. Attainment is looked for in steps of a hundredth of a percentage point. */
const step = 1e-4;

/** share. Attainment looked at goes up to this, or to twice what was reached where that is more. */
const usualMost = 3;

/** A window with what is looked for in it, in steps. */
interface Search {
  readonly window: Window;
  readonly wanted: number;
  readonly on: "score" | "factor";
  readonly reached: number;
  readonly top: number;
  /** Pays too little; −1 is below everything. */
  low: number;
  /** Pays enough; above `top` where nothing is known to. */
  high: number;
}

/**
 * What every person must reach under a plan to earn the old pay of the same days, by bisection on what the plan pays to the cent. On the score
 * where the plan has one card and one period there, all results being moved together; else on a factor on all results. Others' results stay
 * as they were. Where pay falls with attainment on the way, one of several answers.
 */
export function breakEvensOf(windows: readonly Window[], fresh: Paid): BreakEven[] {
  if (windows.length === 0) return [];
  const hasOneCard = isOneCard(fresh);
  const searches = windows.map((window) => searchOf(window, hasOneCard));
  for (const together of roundsOf(searches, fresh)) bisect(together, fresh);
  return searches.map(answered);
}

/** Between nothing and what was reached where that pays enough already, else between that and the most looked at. */
function searchOf(window: Window, hasOneCard: boolean): Search {
  const own = window.new;
  const score = hasOneCard && own.length === 1 ? own[0].score : undefined;
  const reached = score ?? 1;
  const top = Math.round(Math.max(usualMost, 2 * reached) / step);
  const wanted = payIn(window.old);
  const isEnough = payIn(own) >= wanted;
  const low = isEnough ? -1 : Math.max(-1, Math.floor(reached / step));
  const high = isEnough ? Math.max(0, Math.ceil(reached / step)) : top + 1;
  return { window, wanted, on: score === undefined ? "factor" : "score", reached, top, low, high };
}

/** Whether every reward that looks at results looks at one score of the person's own, period by period. */
function isOneCard({ plan: { source, design, options } }: Paid): boolean {
  const { rewards, weights } = source.checked.designs[design];
  const looking = rewards.filter(({ form }) => form !== undefined);
  const cards = new Set(looking.map((one) => JSON.stringify(Object.entries(one.weights ?? weights).sort())));
  return (
    cards.size === 1 &&
    looking.every(({ amount, isTeam }) => !isTeam && amount.ofRevenue === 0) &&
    payoutTermsOf(source, options.terms).periods === "discrete"
  );
}

/**
 * Whether what some people reach moves the pay of others, so that each must be tried alone: seen by letting every other person reach nothing,
 * then twice as much, and looking at the rest.
 */
function isShared(windows: readonly Window[], fresh: Paid): boolean {
  const usual = new Map(windows.map((one) => [keyOf(one), payIn(one.new)]));
  return [0, 1].some((half) =>
    [0, 2].some((factor) => {
      const order = [...new Set(windows.map(({ person }) => person))];
      const moved = new Set(order.filter((_, k) => k % 2 === half));
      const data = moving(fresh.history.data, ({ person }) => (moved.has(person) ? { factor } : undefined));
      const pays = payOfWindows(
        windows.filter(({ person }) => !moved.has(person)),
        data,
        fresh,
      );
      return [...pays].some(([key, pay]) => pay !== usual.get(key));
    }),
  );
}

const keyOf = ({ person, from }: Window): string => JSON.stringify([person, from]);

/**
 * Searches that may go on at the same time. One person's windows never do: what a period pays may rest on what an earlier one has paid.
 */
function roundsOf(searches: readonly Search[], fresh: Paid): Search[][] {
  const windows = searches.map(({ window }) => window);
  if (isShared(windows, fresh)) return searches.map((one) => [one]);
  const rounds: Search[][] = [];
  for (const [, own] of byName(searches, ({ window }) => window.person)) {
    for (const [k, one] of own.entries()) {
      rounds[k] ??= [];
      rounds[k].push(one);
    }
  }
  return rounds;
}

/** Narrows every search to one step. The ends are tried first: many answers lie there. */
function bisect(searches: readonly Search[], fresh: Paid): void {
  const isAlone = payAlone(searches, fresh);
  const attempt = (open: readonly Search[], at: (one: Search) => number): void => {
    if (open.length === 0) return;
    const pays = payAt(open, at, fresh, isAlone);
    for (const [k, one] of open.entries()) {
      if (pays[k] >= one.wanted) one.high = at(one);
      else one.low = at(one);
    }
  };
  const isWithin = ({ high, top }: Search): boolean => high <= top;
  attempt(
    searches.filter(({ low, high }) => low < 0 && high > 0),
    () => 0,
  );
  attempt(
    searches.filter((one) => !isWithin(one)),
    ({ top }) => top,
  );
  for (;;) {
    const open = searches.filter((one) => isWithin(one) && one.high - one.low > 1);
    if (open.length === 0) return;
    attempt(open, ({ low, high }) => Math.floor((low + high) / 2));
  }
}

/** smallest units. New pay of each window when its person reaches so many steps in it. */
function payAt(searches: readonly Search[], at: (one: Search) => number, fresh: Paid, isAlone = false): number[] {
  const tries = new Map(searches.map((one) => [one.window.person, one]));
  const data = moving(fresh.history.data, ({ person, from, to }) => {
    const one = tries.get(person);
    if (one === undefined || from < one.window.from || to > one.window.to) return undefined;
    const level = at(one) * step;
    // nothing can be made of nothing: who has no score above zero is tried with every measure reached alike
    return one.on === "score" && !(one.reached > 0) ? { level } : { factor: level / one.reached };
  });
  const windows = searches.map(({ window }) => window);
  const pays = payOfWindows(windows, data, fresh, isAlone ? windows[0] : undefined);
  return searches.map(({ window }) => pays.get(keyOf(window)) ?? 0);
}

/** Whether paying the days of these windows by themselves comes to the same: one span, and no earlier day matters to it. */
function payAlone(searches: readonly Search[], fresh: Paid): boolean {
  const spans = new Set(searches.map(({ window: { from, to } }) => `${from} ${to}`));
  if (spans.size !== 1 || payoutTermsOf(fresh.plan.source, fresh.plan.options.terms).periods !== "discrete")
    return false;
  const levels = [() => 0, ({ reached }: Search) => Math.round(reached / step), ({ top }: Search) => top];
  return levels.every((level) => {
    const all = payAt(searches, level, fresh);
    return payAt(searches, level, fresh, true).every((pay, k) => pay === all[k]);
  });
}

/** smallest units. What the plan pays in these windows, were the data these; nothing where it cannot pay. */
function payOfWindows(
  windows: readonly Window[],
  data: PeopleData,
  { plan }: Paid,
  within?: Window,
): Map<string, number> {
  const byPerson = new Map(byName(windows, ({ person }) => person));
  const pays = new Map(windows.map((one) => [keyOf(one), 0]));
  const days = within === undefined ? {} : { from: within.from, to: within.to };
  const options = { ...plan.options, ...days, isTrial: true };
  for (const period of payout(plan.source, plan.design, data, options).periods) {
    const window = byPerson.get(period.person)?.find(({ from, to }) => period.from >= from && period.to <= to);
    if (window !== undefined) pays.set(keyOf(window), (pays.get(keyOf(window)) ?? 0) + payOf(period));
  }
  return pays;
}

function answered({ window, wanted, on, reached, top, high }: Search): BreakEven {
  const isEnough = payIn(window.new) >= wanted;
  // a step up from what was reached is no more than rounding where that pays enough
  const needed = high > top ? undefined : isEnough ? Math.min(high * step, Math.max(0, reached)) : high * step;
  const answer: BreakEvenAnswer =
    high === 0
      ? "any attainment does"
      : isEnough
        ? "already"
        : needed === undefined
          ? "not within reach"
          : "must reach more";
  const { person, from, to } = window;
  return {
    ...{ person, from, to, old: wanted, new: payIn(window.new) },
    ...{ on, reached, answer, most: top * step },
    level: on === "score" ? reached : ((window.old.length === 1 ? window.old[0].score : undefined) ?? 1),
    needed: needed === undefined ? undefined : Number(needed.toFixed(10)),
  };
}
