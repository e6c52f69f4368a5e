/** Runs of the headline's response alone: what studies of coverage need, at a third of the cost. */

import { fileURLToPath } from "node:url";
import { mean } from "../../dist/foundation/maths/distribution.js";
import { readScenario } from "../../dist/node/files/read.js";
import { cross } from "../../dist/scenario/designs/cross.js";
import { tasksOf } from "../../dist/simulation/assemble.js";
import { outcomesFor, worldsPerBatch } from "../../dist/simulation/batch/batch.js";
import { compile } from "../../dist/simulation/compile.js";
import { equaliseAll } from "../../dist/simulation/equal-cost/hold.js";
import { worker } from "../../dist/simulation/jobs.js";
import { columnName } from "../../dist/simulation/run.js";
import { simulate } from "../../dist/simulation/simulate.js";
import { drawnAs } from "../../dist/simulation/world/sampling.js";

const here = (path) => fileURLToPath(new URL(path, import.meta.url));

/** The small scenario's rewards crossed with periods. */
const crossed = { reward: ["annual", "recognition"], period: ["1 year", "2 years"] };

/**
 * `cheap`, `flagship`, `crossed` (the cheap one with reward × period on the weights of "annual"), `twins` (the same on the weights of today, so that
 * one cell is today's plan again), or a file.
 */
export async function scenarioOf(which) {
  if (which === "crossed") return cross(await scenarioOf("cheap"), crossed, { base: "annual" });
  if (which === "twins") return cross(await scenarioOf("cheap"), crossed);
  const known = { cheap: here("annual-and-two-years.json"), flagship: here("../../scenarios/kam-flagship.yaml") };
  return readScenario(known[which] ?? which);
}

/** An executor that holds designs under one response only, and nothing that follows its plan but the first best. */
export function mainOnly(program, main) {
  const work = worker(program);
  const run = async (job) => {
    if (job.kind !== "hold") return work(job);
    const searches = job.searches
      .filter(([one]) => one.columns.includes(main))
      .map((runs) => runs.filter(({ columns }) => columns.includes(main)));
    return work({ ...job, searches });
  };
  return { size: 1, run, close: async () => {} };
}

/** A run of so many worlds of one seed, with columns of the headline's response only. `header` is a run of the same scenario. */
export async function mainRun(scenario, header, { seed, worlds }) {
  const program = compile(scenario, { ...drawnAs(header), seed });
  const main = scenario.checked.run.response;
  const executor = mainOnly(program, main);
  const plans = await equaliseAll(scenario, program, executor, { worlds });
  const tasks = tasksOf(program, plans).filter(({ columns }) => columns.includes(main));
  const outcomes = outcomesFor(program);
  const columns = new Map();
  for (const { design } of tasks)
    for (const { name } of outcomes)
      columns.set(columnName(main, program.designs[design].name, name), new Float64Array(worlds));
  const draws = new Map(Object.keys(program.assumptions).map((name) => [name, new Float64Array(worlds)]));
  const size = worldsPerBatch(program.managers);
  for (let first = 0; first < worlds; first += size) {
    const count = Math.min(size, worlds - first);
    const answer = await executor.run({ kind: "batch", first, count, tasks });
    for (const [k, { design }] of tasks.entries())
      for (const [o, { name }] of outcomes.entries())
        columns
          .get(columnName(main, program.designs[design].name, name))
          .set(answer.results[k].subarray(o * count, (o + 1) * count), first);
    for (const [k, drawn] of answer.draws.entries()) [...draws.values()][k].set(drawn, first);
  }
  const expected = Object.values(program.assumptions).map(mean);
  return { ...header, seed, worlds, responses: [main], held: plans.held, columns, draws, expected };
}

/** What all runs of a scenario have in common. */
export async function headerOf(scenario) {
  const { columns, draws, ...header } = await simulate(scenario, { replications: 2 });
  return header;
}
