import { didYouMean, refuse } from "../foundation/text/problem.js";
import type { Unit } from "../foundation/values/quantity.js";
import type {
  AnyOutcomeName,
  AssumptionName,
  Known,
  OutcomeName,
  ResponseName,
  YardstickName,
} from "../scenario/schema/file-types.js";
import type { ScenarioFile } from "../scenario/schema/schema.js";
import { askedOf, planMiss } from "./equal-cost/equal.js";
import type { Held } from "./equal-cost/equalise.js";
import type { Precision } from "./precision.js";
import type { Shard } from "./storage/shard.js";

export interface RunDesign<Design extends string = string> {
  readonly name: Design;
  readonly title: string;
  readonly role: "design" | "no reward" | "flat top-up" | "first best";
  /** Level of each factor, where the design is a cell of a crossed scenario. */
  readonly cell?: Readonly<Record<string, string>>;
}

export interface RunOutcome<Name extends AnyOutcomeName = AnyOutcomeName> {
  readonly name: Name;
  readonly summary: string;
  readonly unit: Unit;
  readonly per: string;
  readonly direction: "higher" | "lower" | "neither";
  /** Outcome with mean zero to add before taking means and differences: less noise, same expectation. */
  readonly control?: string | undefined;
}

/** Everything about a run but its numbers: enough to repeat it to the same bits. */
export interface RunHeader<Design extends string = string> {
  /** Version of this layout. */
  readonly format: 1;
  /** Version of the package that made it. */
  readonly version: string;
  readonly scenario: ScenarioFile;
  /** Content hash of the scenario. */
  readonly hash: string;
  readonly name: string;
  readonly title: string;
  readonly status: string;
  readonly currency: string;
  readonly seed: number;
  readonly worlds: number;
  readonly months: number;
  readonly managers: number;
  readonly baseline: Design;
  /** EUR per KAM over the horizon. Smallest difference in net value worth acting on. */
  readonly smallestDifference: number;
  readonly responses: readonly ResponseName[];
  /** The response of the headline. */
  readonly response: ResponseName;
  readonly designs: readonly RunDesign<Design | YardstickName>[];
  readonly outcomes: readonly RunOutcome<OutcomeName>[];
  readonly assumptions: readonly string[];
  /** Exact means of the assumptions' ranges, in the order of `draws`. */
  readonly expected: readonly number[];
  readonly held: readonly Held[];
  /** Whether all worlds asked for were finished. */
  readonly isComplete: boolean;
  /** Where a precision was asked for: whether the worlds allowed reached it. */
  readonly precision?: Precision | undefined;
  /** Where this is a part of a larger run: which of its worlds. */
  readonly shard?: Shard | undefined;
  /** How worlds were drawn, where not each by itself: then only blocks of worlds are independent. */
  readonly sampling?: "latin hypercube" | undefined;
  /** Worlds on end that share one draw of the assumptions, each with its own luck; absent where each world has a draw of its own. */
  readonly lucksPerDraw?: number | undefined;
}

/** A finished run: a header and named columns, one number per world. */
export interface Run<Design extends string = string> extends RunHeader<Design> {
  /** Columns by `columnName(response, design, outcome)`; unresponsive designs share theirs between responses. */
  readonly columns: ReadonlyMap<string, Float64Array>;
  /** Assumptions as drawn, by name in code. */
  readonly draws: ReadonlyMap<AssumptionName, Float64Array>;
}

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
export function steadied(run: Run, design: string, outcome: string, response: string = run.response): Float64Array {
  const values = column(run, design, outcome, response);
  const asked = askedOf(run.held, design, response, outcome);
  if (asked !== undefined) return new Float64Array(run.worlds).fill(asked);
  const control = outcomeOf(run, outcome).control;
  const luck = control === undefined ? undefined : column(run, design, control, response);
  const miss = missIn(run, design, outcome, response);
  if (luck === undefined && miss === undefined) return values;
  return values.map((value, w) => value + (luck?.[w] ?? 0) - (miss?.[w] ?? 0));
}

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
