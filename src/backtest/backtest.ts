import type { NotUsed } from "../employee-data/data.js";
import { waitingPeople } from "../employee-data/waiting.js";
import { decimalsOf } from "../foundation/values/money.js";
import { version } from "../foundation/version.js";
import { payout } from "../payout/payout.js";
import { changeOf } from "./changes.js";
import type { PlanCost } from "./cost-data.js";
import { costOf } from "./costs.js";
import type { Backtest, PlanChange, Recorded } from "./data.js";
import { type Paid, paidOf } from "./paid.js";
import { performanceOf } from "./performance.js";
import { recordedOf } from "./recorded.js";
import {
  type BacktestHistories,
  type BacktestOptions,
  type BacktestPlans,
  type BacktestRequest,
  backtestRequest,
  type RequestedHistory,
  under,
} from "./request.js";

/** What a backtest does not say, in words that stand under every table and picture of one. */
export const caveat =
  "performance is held constant: nobody works differently because of another plan; simulate says what behaviour adds";

/**
 * What one or several plans would have paid for one or several sets of results, to the cent: cost by year, segment, team and person, and
 * against the old plan who wins, who loses, and what each must reach to break even. Pay is cash, a year of raises and other value. Intervals
 * draw people again within the years. Whoever a plan cannot pay is listed; differences are those of people and days paid under both
 * plans. Throws a Problem for what cannot be asked: unknown designs, two plans of one name, several currencies, measures without results.
 */
export function backtest(plans: BacktestPlans, histories: BacktestHistories, options: BacktestOptions = {}): Backtest {
  const asked = backtestRequest(plans, histories, options);
  const found = asked.histories.map((history) => onHistory(asked, history));
  const { old, currency, resamples, seed, confidence } = asked;
  return {
    title: old.source.checked.title,
    currency,
    decimals: decimalsOf(currency),
    old: old.name,
    plans: asked.plans.map(({ name, design, title, scenario }) => ({ name, design, title, scenario })),
    histories: asked.histories.map(({ name }) => name),
    waiting: asked.histories.flatMap(({ name: history, data }) =>
      waitingPeople(data).map((one) => ({ ...one, history })),
    ),
    leftOut: asked.histories.flatMap(({ name: history, data }) =>
      (data.reading?.leftOut ?? []).map((row) => ({ ...row, history })),
    ),
    notUsed: unusedByAll(found),
    costs: found.flatMap(({ costs }) => costs),
    changes: found.flatMap(({ changes }) => changes),
    recorded: found.flatMap(({ recorded }) => recorded ?? []),
    ...{ resamples, seed, confidence, version, caveat },
  };
}

interface Found {
  readonly costs: readonly PlanCost[];
  readonly changes: readonly PlanChange[];
  readonly recorded: Recorded | undefined;
  /** Of each plan. */
  readonly notUsed: readonly (readonly NotUsed[])[];
}

/** Of each history, what none of the plans uses; the comparison itself groups people, and looks at accounts and at what was paid. */
function unusedByAll(found: readonly Found[]): NotUsed[] {
  const all = found.flatMap(({ notUsed: [first = [], ...others] }) =>
    first.filter(
      ({ text, isOfBacktest }) =>
        isOfBacktest !== true && others.every((list) => list.some((one) => one.text === text)),
    ),
  );
  return [...new Map(all.map((one) => [one.text, one])).values()];
}

function onHistory(asked: BacktestRequest, history: RequestedHistory): Found {
  const pays = asked.plans.map((plan): Paid => {
    const payouts = under(plan, asked.plans.length, () => payout(plan.source, plan.design, history.data, plan.options));
    return paidOf(plan, history, payouts, asked.revenue);
  });
  const old = pays.find(({ plan }) => plan === asked.old) ?? pays[0];
  const others = pays.filter((one) => one !== old);
  const performance = performanceOf([old, ...others]);
  return {
    costs: pays.map((paid) => costOf(paid, performance, asked)),
    changes: others.map((one) => changeOf(old, one, performance, asked)),
    recorded: recordedOf(old),
    notUsed: pays.map(({ payouts }) => payouts.notUsed),
  };
}
