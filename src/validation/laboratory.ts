import { sum } from "../foundation/maths/summary.js";
import { refuse } from "../foundation/text/problem.js";
import { netValue } from "../model/outcomes/net-value.js";
import { rewardPay } from "../model/outcomes/pay/reward-pay.js";
import { effortCost } from "../model/outcomes/people/effort-cost.js";
import { effortOn } from "../model/outcomes/people/effort-on.js";
import { utility } from "../model/outcomes/people/utility.js";
import { edit, parseScenario, type Scenario } from "../scenario/scenario.js";
import { drawBatch, outcomesFor, runTask } from "../simulation/batch/batch.js";
import { compile } from "../simulation/compile.js";
import { textOf, type ValidationInputs } from "./row.js";

type Change = Parameters<typeof edit>[1];

/** A laboratory scenario, changed in settings only. */
export function laboratory({ laboratory: texts }: ValidationInputs, name: string, change?: Change): Scenario {
  const scenario = parseScenario(textOf(texts, name), { name: `${name}.yaml` });
  return change === undefined ? scenario : edit(scenario, change);
}

/** Numbers to put into the assumptions of a laboratory scenario. */
export const assuming =
  (numbers: Readonly<Record<string, number | string>>): Change =>
  (file) => {
    file.assumptions = { ...file.assumptions, ...numbers } as NonNullable<typeof file.assumptions>;
  };

/** What one design of a laboratory scenario does, by the general engine. */
export interface Played {
  /** FTE, by activity in the order of the file: mean over managers, months and worlds. */
  readonly effort: readonly number[];
  /** FTE, by activity: of the first manager in the first month, and in the last. */
  readonly first: readonly number[];
  readonly last: readonly number[];
  /** EUR/month. What the reward is worth to the manager: pay less cost of effort less cost of risk (certainty equivalent). */
  readonly certainty: number;
  /** EUR. What the design adds for firm and manager together, over no reward; meant for horizons of one month. */
  readonly surplus: number;
  /** Mean of an outcome of the run, by name, less what it is without reward. */
  readonly beyond: (outcome: string) => number;
  /** EUR, by world. Pay less cost of effort over the horizon, undiscounted. */
  readonly gains: Float64Array;
}

/**
 * Plays every design of a scenario in some worlds and, where asked, in their mirror images: what is linear in luck then has exactly its
 * mean.
 */
export function play(scenario: Scenario, worlds = 1, isMirrored = true): Readonly<Record<string, Played>> {
  const program = compile(scenario);
  const response = scenario.checked.run.response;
  const outcomes = outcomesFor(program);
  const stocks = [false, true].slice(0, isMirrored ? 2 : 1).map((turn) => drawBatch(program, 0, worlds, turn));
  const run = (design: number) => {
    const first = program.activities.map(() => 0);
    const last = [...first];
    const columns = stocks.map((batchInputs) =>
      runTask(batchInputs, { design, response, scale: 1, shift: 0 }, outcomes, ({ month, lanes }) => {
        const into = month === 0 ? first : last;
        for (let j = 0; j < into.length; j++) into[j] = lanes.effort[j * lanes.lanes];
      }),
    );
    const values = (name: string): Float64Array => {
      const k = outcomes.findIndex((one) => one.name === name);
      return Float64Array.from(columns.flatMap((column) => [...column.subarray(k * worlds, (k + 1) * worlds)]));
    };
    return { first, last, values, mean: (name: string) => mean(values(name)) };
  };
  const none = run(program.designs.findIndex(({ role }) => role === "no reward"));
  const played = (design: number): Played => {
    const { first, last, values, mean: of } = run(design);
    const certainty = (of(utility.name) - none.mean(utility.name)) / 12;
    const pay = values(rewardPay.name);
    const spent = values(effortCost.name);
    return {
      effort: program.activities.map((one, j) => of(effortOn(one.name, j).name)),
      first,
      last: program.months === 1 ? first : last,
      certainty,
      surplus: of(netValue.name) - none.mean(netValue.name) + certainty,
      beyond: (name) => of(name) - none.mean(name),
      gains: pay.map((yearly, w) => ((yearly - spent[w]) * program.months) / 12),
    };
  };
  return Object.fromEntries(
    program.designs.flatMap(({ role, name }, design) => (role === "design" ? [[name, played(design)]] : [])),
  );
}

const mean = (values: Float64Array): number => sum(values) / values.length;

/** What a design did; throws a Problem for a name the scenario does not have. */
export const of = (played: Readonly<Record<string, Played>>, design: string): Played =>
  played[design] ?? refuse("validate", `the laboratory has no design "${design}"`, "keep the names of the file");
