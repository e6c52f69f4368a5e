import type { Run } from "../../simulation/data.js";
import { planMiss, valueHeldEqual } from "../../simulation/equal-cost/equal.js";
import { column, outcomeOf } from "../../simulation/run.js";

/** A column of a run by what is looked at, for `equal.ts`. */
const columnsOf =
  (run: Run) =>
  (design: string, response: string, outcome: string): Float64Array =>
    column(run, design, outcome, response);

/** What the plan's miss adds to an outcome of a design, by world; undefined where nothing is held. */
export const missIn = (run: Run, design: string, outcome: string, response: string): Float64Array | undefined =>
  planMiss(run.held, run.response, columnsOf(run), design, response, outcome);

/**
 * The column to take means and differences of: the outcome plus its control, if it has one, less what the plan's miss adds, if the design is
 * held equal: the expectation where designs are equal, with the error of the plan in its spread. Not for distributions: quantiles are about
 * what really happens, luck included; nor for what is expected under one draw of the assumptions, where costs need not be equal.
 */
export function controlVariate(
  run: Run,
  design: string,
  outcome: string,
  response: string = run.response,
): Float64Array {
  const values = column(run, design, outcome, response);
  const asked = valueHeldEqual(run.held, design, response, outcome);
  if (asked !== undefined) return new Float64Array(run.worlds).fill(asked);
  const control = outcomeOf(run, outcome).control;
  const luck = control === undefined ? undefined : column(run, design, control, response);
  const miss = missIn(run, design, outcome, response);
  if (luck === undefined && miss === undefined) return values;
  return values.map((value, w) => value + (luck?.[w] ?? 0) - (miss?.[w] ?? 0));
}
