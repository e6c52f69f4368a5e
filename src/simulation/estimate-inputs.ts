import { mean } from "../foundation/maths/distribution.js";
import type { Scenario } from "../scenario/scenario.js";
import { type Batch, tasksOf } from "./assemble.js";
import { outcomesFor } from "./batch/batch.js";
import { planMiss } from "./equal-cost/equal.js";
import type { Plans } from "./equal-cost/hold.js";
import type { EstimateInputs } from "./precision.js";
import type { Program } from "./world/program.js";
import { samplingOf, worldsPerValue } from "./world/sampling.js";

const valued = "net value";

/** What the precision of a run rests on: differences in net value from the baseline under the headline's response, as they are reported. */
export function estimateInputs(
  program: Program,
  plans: Plans,
  scenario: Scenario,
  batches: readonly Batch[],
): EstimateInputs {
  const tasks = tasksOf(program, plans);
  const outcomes = outcomesFor(program);
  const joined = (of: (batch: Batch) => Float64Array): Float64Array =>
    Float64Array.from(batches.flatMap((batch) => [...of(batch)]));
  const column = (design: string, response: string, outcome: string): Float64Array => {
    const k = tasks.findIndex((one) => program.designs[one.design].name === design && one.columns.includes(response));
    const o = outcomes.findIndex((one) => one.name === outcome);
    return joined(({ results, count }) => results[k].subarray(o * count, (o + 1) * count));
  };
  const luck = outcomes.find((one) => one.name === valued)?.control as string;
  const of = (design: string): Float64Array => {
    const miss = planMiss(plans.held, plans.main, column, design, plans.main, valued);
    const bad = column(design, plans.main, luck);
    return column(design, plans.main, valued).map((one, w) => one + bad[w] - (miss?.[w] ?? 0));
  };
  const base = of(scenario.checked.baseline);
  const others = program.designs.filter(({ role, name }) => role === "design" && name !== scenario.checked.baseline);
  const assumptions = Object.values(program.assumptions);
  return {
    differences: others.map(({ name }) => of(name).map((one, w) => one - base[w])),
    draws: assumptions.map((_, k) => joined(({ draws }) => draws[k])),
    expected: assumptions.map(mean),
    worlds: base.length,
    lucksPerDraw: program.lucksPerDraw ?? 1,
    perValue: worldsPerValue(samplingOf(program), base.length),
  };
}
