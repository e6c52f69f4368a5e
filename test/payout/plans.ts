import type { PeopleData, Person, Result } from "../../src/employee-data/data.js";
import type { Payouts } from "../../src/payout/data.js";
import { type Explanation, explain } from "../../src/payout/lines/explain.js";
import { type PayoutOptions, payout } from "../../src/payout/payout.js";
import { makeScenario, type Scenario } from "../../src/scenario/scenario.js";

/** A scenario with one design named plan, and others where given. */
export const planOf = (design: object, others: Readonly<Record<string, object>> = {}): Scenario =>
  makeScenario({
    rewardlab: 2,
    title: "Plan",
    horizon: "3 years",
    team: { salary: "72000 EUR/year" },
    // both are indices of which 1 is normal in these data, whatever their results
    payout: { scales: { "customer satisfaction": "index", "account retention": "index" } },
    designs: { plan: { period: "1 year", weights: { "account revenue": "100 %" }, ...design }, ...others },
  });

export const bonus = (more: object = {}): object => ({
  rewards: [{ kind: "cash bonus", "at target": "10000 EUR/year", ...more }],
});

export const person = (id: string, more: Partial<Person> = {}): Person => ({ id, salary: 60_000, ...more });

export const result = (id: string, reached: number, target?: number, more: Partial<Result> = {}): Result => ({
  person: id,
  measure: "account revenue",
  from: "2024-01-01",
  to: "2024-12-31",
  result: reached,
  target,
  ...more,
});

export const dataOf = (
  people: readonly Person[],
  results: readonly Result[],
  more: Partial<PeopleData> = {},
): PeopleData => ({
  people,
  results,
  accounts: [],
  transactions: [],
  ...more,
});

/** What the design named plan pays. */
export const paid = (scenario: Scenario, data: PeopleData, options: PayoutOptions = {}): Payouts =>
  payout(scenario, "plan", data, options);

/** One person, A, whose result is this against a target of 100. */
export const alone = (
  scenario: Scenario,
  reached: number,
  options: PayoutOptions = {},
  more: Partial<Person> = {},
): Payouts => paid(scenario, dataOf([person("A", more)], [result("A", reached, 100)]), options);

export const explained = (payouts: Payouts, id = "A"): Explanation => explain(payouts, id);

/** Lines as `text` of all periods. */
export const linesOf = (payouts: Payouts, id = "A"): string[] =>
  explain(payouts, id).periods.flatMap(({ lines }) =>
    lines.map(({ rule, arithmetic, text }) => `${rule} | ${arithmetic} = ${text}`),
  );
