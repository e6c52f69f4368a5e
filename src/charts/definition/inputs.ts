import type { Backtest } from "../../backtest/data.js";
import type { Fit } from "../../calibration/data.js";
import { refuse } from "../../foundation/text/problem.js";
import { shortened } from "../../foundation/text/text.js";
import type { Health } from "../../plan-checks/health/health.js";
import type { Lint } from "../../plan-checks/lint/lint.js";
import type { Bridge } from "../../results/bridge.js";
import type { Comparison } from "../../results/compare.js";
import type { Factorial } from "../../results/experiments/factorial.js";
import type { HypothesisTests } from "../../results/experiments/hypotheses.js";
import type { Tornado } from "../../results/sensitivity/tornado.js";
import type { Scenario } from "../../scenario/scenario.js";
import type { Run } from "../../simulation/data.js";
import type { Observations } from "../../simulation/observation/data.js";

import type { ValidationRow } from "../../validation/validate.js";

/** Something charts are drawn from. */
export interface Taken<Input> {
  /** `a comparison` */
  readonly name: string;
  /** How it is made, as a user writes it. */
  readonly made: string;
  readonly isIt: (given: unknown) => given is Input;
}

/** Known by what nothing else here has. */
const having = <Input>(name: string, made: string, ...keys: readonly (keyof Input & string)[]): Taken<Input> => ({
  name,
  made,
  isIt: (given): given is Input => typeof given === "object" && given !== null && keys.every((key) => key in given),
});

export const aScenario = having<Scenario>("a scenario", 'await readScenario("plan.yaml")', "checked", "file");
export const aRun = having<Run>("a run", "await simulate(scenario)", "columns", "draws");
export const observations = having<Observations>("observations", "await observe(run)", "quantities", "designs");
export const aComparison = having<Comparison>("a comparison", "compare(run)", "outcomes", "rows");
export const aBridge = having<Bridge>("a bridge", "bridge(run)", "netValue", "parts");
export const aFactorial = having<Factorial>("a factorial", "factorial(run) of a crossed run", "factors", "cells");
export const aTornado = having<Tornado>("a tornado", "tornado(run)", "bars", "outcome");
export const testedHypotheses = having<HypothesisTests>("tested hypotheses", "testHypotheses(run)", "tests", "tested");
export const healthChecked = having<Health>("health checks", "health(run)", "checks", "gaps");
export const aLint = having<Lint>("findings of the linter", "lint(scenario)", "curves", "rules");
export const aBacktest = having<Backtest>("a backtest", "backtest(plans, people)", "changes", "costs");
export const aFit = having<Fit>("a fit", "fit(scenario, people)", "settings", "refused");

export const validationRows: Taken<readonly ValidationRow[]> = {
  name: "validation rows",
  made: "await validate()",
  isIt: (given): given is readonly ValidationRow[] =>
    Array.isArray(given) && given.every((one) => typeof one === "object" && one !== null && "exact" in one),
};

const all: readonly Taken<unknown>[] = [
  ...[aScenario, aRun, observations, aComparison, aBridge, aFactorial, aTornado],
  ...[testedHypotheses, healthChecked, aLint, aBacktest, aFit, validationRows],
];

/** Refuses whatever is not what a chart takes, and says what it is and how to make what is. */
export function expectInput<Input>(chart: string, { name, made, isIt }: Taken<Input>, given: unknown): void {
  if (isIt(given)) return;
  const isPromise = typeof given === "object" && given !== null && "then" in given;
  const remedy = isPromise ? "await it first" : `give ${made}`;
  refuse(`chart "${chart}"`, `expected ${name}, got ${isPromise ? "a promise" : gotText(given)}`, remedy);
}

/** Refuses options that are no settings. */
export function expectOptions(chart: string, options: unknown): void {
  if (typeof options === "object" && options !== null && !Array.isArray(options)) return;
  refuse(`chart "${chart}"`, `expected options such as { width: 600 }, got ${gotText(options)}`, "or leave them out");
}

/** characters. Of a text in a message. */
const most = 40;

function gotText(given: unknown): string {
  if (given === undefined || given === null) return "nothing";
  const known = all.find(({ isIt }) => isIt(given));
  if (known !== undefined && !(Array.isArray(given) && given.length === 0)) return known.name;
  if (typeof given === "string") return `"${shortened(given, most)}"`;
  if (Array.isArray(given)) return "a list";
  return typeof given === "object" ? "something else" : typeof given === "function" ? "a function" : String(given);
}
