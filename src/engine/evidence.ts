import { mean } from "../foundation/distribution.js";
import type { Scenario } from "../scenario/scenario.js";
import { type Batch, tasksOf } from "./assemble.js";
import { outcomesFor } from "./batch.js";
import type { Plans } from "./hold.js";
import type { Evidence } from "./precision.js";
import type { Program } from "./program.js";
import { samplingOf, worldsPerValue } from "./sampling.js";

/** What the precision of a run rests on: differences in net value from the baseline under the headline's response. */
export function evidenceOf(program: Program, plans: Plans, scenario: Scenario, batches: readonly Batch[]): Evidence {
  const tasks = tasksOf(program, plans);
  const outcomes = outcomesFor(program);
  const value = outcomes.findIndex((one) => one.name === "net value");
  const luck = outcomes.findIndex((one) => one.name === outcomes[value].control);
  const joined = (of: (batch: Batch) => Float64Array): Float64Array =>
    Float64Array.from(batches.flatMap((batch) => [...of(batch)]));
  const of = (design: number): Float64Array => {
    const k = tasks.findIndex((task) => task.design === design && task.columns.includes(plans.main));
    return joined(({ results, count }) =>
      Float64Array.from({ length: count }, (_, w) => results[k][value * count + w] + results[k][luck * count + w]),
    );
  };
  const baseline = program.designs.findIndex((one) => one.name === scenario.checked.baseline);
  const base = of(baseline);
  const others = [...program.designs.keys()].filter((d) => program.designs[d].role === "design" && d !== baseline);
  const assumptions = Object.values(program.assumptions);
  return {
    differences: others.map((d) => of(d).map((one, w) => one - base[w])),
    draws: assumptions.map((_, k) => joined(({ draws }) => draws[k])),
    expected: assumptions.map(mean),
    perValue: worldsPerValue(samplingOf(program), base.length),
  };
}
