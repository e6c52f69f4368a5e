import { didYouMean, refuse } from "../foundation/text/problem.js";
import type { Known, OutcomeName, ResponseName, YardstickName } from "../scenario/schema/file-types.js";
import type { Run, RunOutcome } from "./data.js";

export const columnName = (response: string, design: string, outcome: string): string =>
  `${response}|${design}|${outcome}`;

/** One outcome of one design under one response, by world. Refuses unknown names with the nearest known one. */
export function column(run: Run, design: string, outcome: string, response: string = run.response): Float64Array {
  const found = run.columns.get(columnName(response, design, outcome));
  if (found !== undefined) return found;
  if (!(run.responses as readonly string[]).includes(response))
    return refuse("response", `"${response}" is not in this run`, didYouMean(response, run.responses));
  if (!run.designs.some((one) => one.name === design)) {
    return refuse(
      "design",
      `"${design}" is not in this run`,
      didYouMean(
        design,
        run.designs.map((one) => one.name),
      ),
    );
  }
  return refuse(
    "outcome",
    `"${outcome}" is not in this run`,
    didYouMean(
      outcome,
      run.outcomes.map((one) => one.name),
    ),
  );
}

/** `column`, taking no name the run is known not to have. */
export const namedColumn: <Design extends string>(
  run: Run<Design>,
  design: Known<Design> | YardstickName,
  outcome: OutcomeName,
  response?: ResponseName,
) => Float64Array = column;

/** One outcome's description. */
export function outcomeOf(run: Run, name: string): RunOutcome {
  return (
    run.outcomes.find((one) => one.name === name) ??
    refuse(
      "outcome",
      `"${name}" is not in this run`,
      didYouMean(
        name,
        run.outcomes.map((one) => one.name),
      ),
    )
  );
}
