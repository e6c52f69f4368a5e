import type { PeopleData } from "../employee-data/data.js";
import { didYouMean, Problem, refuse } from "../foundation/text/problem.js";
import type { Day } from "../foundation/values/calendar.js";
import type { PayoutOptions } from "../payout/payout.js";
import { titleOf } from "../scenario/designs/reward-words.js";
import type { PayoutTermsInput } from "../scenario/payout-terms/payout-terms.js";
import type { Scenario } from "../scenario/scenario.js";
import type { PlanName } from "./data.js";
import type { Resampling } from "./resampling.js";

/** A plan to be costed: a design of a scenario, under the scenario's terms. */
export interface BacktestPlan {
  readonly scenario: Scenario;
  readonly design: string;
  /** The design's unless given. */
  readonly name?: string | undefined;
  /** Terms that differ from the scenario's, for this plan alone. */
  readonly terms?: PayoutTermsInput | undefined;
}

/** Results to cost plans on: of the past, or as they might have been. */
export interface BacktestHistory {
  readonly data: PeopleData;
  readonly name?: string | undefined;
}

export interface BacktestOptions {
  /** Name of the plan the others are held against; the first unless given. */
  readonly old?: string | undefined;
  /** First and last day paid for; unless given, from the start of the year in which the results begin to their last day. */
  readonly from?: Day | undefined;
  readonly to?: Day | undefined;
  /** Terms that differ from the scenarios', for all plans. */
  readonly terms?: PayoutTermsInput | undefined;
  /** A measure of the data whose results are revenue, for cost as a share of it; the accounts' revenue unless given. */
  readonly revenue?: string | undefined;
  /** `false` leaves break-even attainment out: it pays everybody some fifteen times over. */
  readonly breakEven?: boolean | undefined;
  /** 2,000 unless given. */
  readonly resamples?: number | undefined;
  /** 1 unless given. */
  readonly seed?: number | undefined;
  /** share. 0.95 unless given. */
  readonly confidence?: number | undefined;
}

/** A plan as it is paid. */
export interface RequestedPlan extends PlanName {
  readonly source: Scenario;
  readonly options: PayoutOptions;
}

export interface RequestedHistory {
  readonly name: string;
  readonly data: PeopleData;
}

/** Everything that was asked for, with names for all of it. */
export interface BacktestRequest extends Resampling {
  readonly plans: readonly RequestedPlan[];
  readonly histories: readonly RequestedHistory[];
  readonly old: RequestedPlan;
  readonly currency: string;
  readonly revenue: string | undefined;
  readonly hasBreakEven: boolean;
}

type OneOrMore<One> = One | readonly One[];

/** What may be costed, and on what. */
export type BacktestPlans = OneOrMore<BacktestPlan>;
export type BacktestHistories = OneOrMore<BacktestHistory | PeopleData>;

const listOf = <One>(given: OneOrMore<One>): readonly One[] => (Array.isArray(given) ? given : [given as One]);

/** Names what was asked for and refuses what cannot be: no plans, two of one name, two currencies, unknown designs. */
export function backtestRequest(
  plans: BacktestPlans,
  histories: BacktestHistories,
  options: BacktestOptions = {},
): BacktestRequest {
  const asked = plansOf(listOf(plans), options);
  const past = historiesOf(listOf(histories));
  const names = asked.map(({ name }) => name);
  const old = options.old === undefined ? asked[0] : asked.find(({ name }) => name === options.old);
  if (old === undefined) return refuse("old", `unknown plan "${options.old}"`, didYouMean(options.old ?? "", names));
  const currencies = [...new Set(asked.map(({ source }) => source.checked.currency))];
  if (currencies.length > 1)
    refuse("plans", `they are in ${currencies.join(" and ")}`, "bring all of them in one currency");
  const { resamples = 2_000, seed = 1, confidence = 0.95 } = options;
  if (!Number.isInteger(resamples) || resamples < 100 || resamples > 100_000)
    refuse("resamples", `${resamples} is no number of resamples`, "write a whole number from 100 to 100,000");
  if (!Number.isSafeInteger(seed) || seed < 0) refuse("seed", `${seed} is no seed`, "write a whole number such as 7");
  if (!(confidence >= 0.5 && confidence < 1))
    refuse("confidence", `${confidence} is no share for intervals`, "write 0.5 to below 1, such as 0.95");
  return {
    plans: asked,
    histories: past,
    old,
    currency: currencies[0],
    revenue: options.revenue,
    hasBreakEven: options.breakEven ?? true,
    ...{ resamples, seed, confidence },
  };
}

function plansOf(plans: readonly BacktestPlan[], options: BacktestOptions): RequestedPlan[] {
  if (plans.length === 0) refuse("plans", "there are none", "give { scenario, design }, one or several");
  const named = plans.map((plan, k): RequestedPlan => {
    const { scenario, design, name, terms } = plan ?? {};
    if (scenario?.checked === undefined || typeof design !== "string")
      refuse(`plans[${k}]`, "not a plan", 'give { scenario, design: "today" }');
    const found = scenario.checked.designs[design];
    if (found === undefined)
      refuse(`plans[${k}]`, `unknown design "${design}"`, didYouMean(design, Object.keys(scenario.checked.designs)));
    return {
      name: name ?? design,
      design,
      title: titleOf(design, found),
      scenario: scenario.fileName,
      source: scenario,
      options: { from: options.from, to: options.to, terms: { ...options.terms, ...terms } },
    };
  });
  refuseTwins("plans", named);
  return named;
}

function historiesOf(given: readonly (BacktestHistory | PeopleData)[]): RequestedHistory[] {
  if (given.length === 0) refuse("histories", "there are none", "give people and their results");
  const histories = given.map((one, k): RequestedHistory => {
    const name = given.length === 1 ? "history" : `history ${k + 1}`;
    const history = "data" in one ? { data: one.data, name: one.name ?? name } : { data: one, name };
    if (!Array.isArray(history.data?.people) || !Array.isArray(history.data.results))
      refuse(`histories[${k}]`, "no people and results", "give what readPeople reads: its data");
    return history;
  });
  refuseTwins("histories", histories);
  return histories;
}

function refuseTwins(place: string, named: readonly { readonly name: string }[]): void {
  const names = named.map(({ name }) => name);
  const twin = names.find((name, k) => names.indexOf(name) !== k);
  if (twin !== undefined) refuse(place, `two are called "${twin}"`, "give each a name of its own");
}

/** Runs something for one of several plans; what it refuses says which. */
export function under<Found>({ name }: { readonly name: string }, plans: number, work: () => Found): Found {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof Problem) || plans < 2) throw error;
    throw new Problem(
      error.faults.map((one) => ({ ...one, place: one.place === "" ? name : `${name}: ${one.place}` })),
    );
  }
}
