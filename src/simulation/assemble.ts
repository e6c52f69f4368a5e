import { mean } from "../foundation/maths/distribution.js";
import { refuse } from "../foundation/text/problem.js";
import { camelToWords } from "../foundation/text/text.js";
import { namesOf } from "../foundation/values/record.js";
import { version } from "../foundation/version.js";
import type { Scenario } from "../scenario/scenario.js";
import type { OutcomeName, ResponseName } from "../scenario/schema/file-types.js";
import { outcomesFor } from "./batch/batch.js";
import type { Precision, Run, Shard } from "./data.js";
import type { Plans } from "./equal-cost/hold.js";
import { finiteRun } from "./finite-run.js";
import type { Answer } from "./jobs.js";

import { columnName } from "./run.js";
import { shownResponses } from "./shown-responses.js";

import type { Program, Task } from "./world/program.js";
import { samplingOf } from "./world/sampling.js";

/** Which tasks a run needs: every response for designs that respond, once for those that do not. */
export function tasksOf(program: Program, plans: Plans): readonly (Task & { readonly columns: readonly string[] })[] {
  const shown = shownResponses();
  return program.designs.flatMap((design, d) => {
    if (design.role === "design" && design.cards.length > 0) {
      return shown.map((response) => ({ design: d, response, ...plans.of(d, response), columns: [response] }));
    }
    const response = design.role === "first best" ? "planner" : "none";
    return [{ design: d, response, ...plans.of(d, plans.main), columns: shown }];
  });
}

/** Worlds that were finished together. */
export type Batch = Extract<Answer, { kind: "batch" }>;

/** What a run is made of. */
export interface Collected {
  /** The first world; not 0 in later parts of a run. */
  readonly first: number;
  /** Worlds finished without a gap. */
  readonly worlds: number;
  readonly isComplete: boolean;
  readonly precision: Precision | undefined;
  readonly batches: readonly Batch[];
  readonly shard: Shard | undefined;
}

/** Throws the Problem of a run that was stopped before it had anything to give. */
export const refuseEarlyStop = (): never =>
  refuse("simulation", "it was stopped before any batch of worlds was finished", "let it run a little longer");

/** A run from its batches. Throws a Problem where none was finished. */
export function assemble(scenario: Scenario, program: Program, plans: Plans, collected: Collected): Run {
  const { first: start, worlds, isComplete, precision, batches, shard } = collected;
  if (worlds === 0) refuseEarlyStop();
  const { checked } = scenario;
  const outcomes = outcomesFor(program);
  const columns = new Map<string, Float64Array>();
  for (const [k, task] of tasksOf(program, plans).entries()) {
    for (const [o, outcome] of outcomes.entries()) {
      const values = new Float64Array(worlds);
      for (const { first, count, results } of batches)
        values.set(results[k].subarray(o * count, (o + 1) * count), first - start);
      for (const response of task.columns)
        columns.set(columnName(response, program.designs[task.design].name, outcome.name), values);
    }
  }
  const names = namesOf(program.assumptions);
  const draws = new Map(
    names.map((name, k) => {
      const values = new Float64Array(worlds);
      for (const { first, draws: drawn } of batches) values.set(drawn[k], first - start);
      return [name, values];
    }),
  );
  const run: Run = {
    format: 1,
    version,
    scenario: scenario.file,
    hash: scenario.hash,
    name: scenario.fileName,
    title: checked.title,
    status: checked.status,
    currency: checked.currency,
    seed: program.seed,
    worlds,
    months: program.months,
    managers: program.managers,
    baseline: checked.baseline,
    smallestDifference: checked.run.smallestDifference as number,
    responses: shownResponses(),
    response: plans.main as ResponseName,
    designs: program.designs.map(({ name, title, role }) => {
      const cell = Object.hasOwn(checked.designs, name) ? checked.designs[name].cell : undefined;
      return { name, title, role, ...(cell === undefined ? {} : { cell }) };
    }),
    outcomes: outcomes.map(({ name, summary, unit, per, direction, control }) => ({
      name: name as OutcomeName,
      summary,
      unit,
      per,
      direction,
      control,
    })),
    assumptions: names.map(camelToWords),
    expected: names.map((name) => mean(program.assumptions[name])),
    held: plans.held,
    isComplete,
    ...(precision && { precision }),
    ...(shard && { shard }),
    ...samplingOf(program),
    columns,
    draws,
  };
  // batches kept by an earlier attempt were made elsewhere
  return finiteRun(run, "simulation");
}
