import { mean } from "../foundation/distribution.js";
import { refuse } from "../foundation/problem.js";
import type { Scenario } from "../scenario/scenario.js";
import { assemble, type Batch, type Collected, tasksOf } from "./assemble.js";
import { outcomesFor } from "./batch.js";
import { compile } from "./compile.js";
import { equaliseAll, type Plans } from "./hold.js";
import { inlineWorkshop, type Job, type Workshop } from "./jobs.js";
import { type Evidence, precisionOf } from "./precision.js";
import type { Program, Task } from "./program.js";
import type { Run } from "./run.js";

export interface Progress {
  /** What is being done, in words. */
  readonly stage: "holding cost equal" | "simulating";
  readonly done: number;
  readonly total: number;
}

export interface SimulateOptions {
  /** Worlds to draw; the scenario's own number unless given. */
  readonly replications?: number | undefined;
  readonly seed?: number | undefined;
  /** months. */
  readonly horizon?: number | undefined;
  /**
   * EUR per KAM. Go on, doubling the worlds up to 64 times, until every design's difference from the baseline in net value
   * is known to ± this (95 %, as reported); at least 64 worlds. The run says whether it was reached.
   */
  readonly precision?: number | undefined;
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((progress: Progress) => void) | undefined;
  /** Worlds per batch; never changes a result. */
  readonly batch?: number | undefined;
  /** Where the work is done; this thread unless given. */
  readonly workshop?: ((program: Program) => Workshop) | undefined;
}

/** Lanes a batch should hold: its state stays in the cache, and threads finish at about the same time. */
const lanesPerBatch = 96;
/** Worlds may grow to this many times those asked for in search of precision. */
const mostGrowth = 64;
/** GB. Memory that results may take. */
const mostMemory = 8;

/** Simulates every design of a scenario in the same worlds, under each response. Stops early on abort with what is finished. */
export async function simulate(scenario: Scenario, options: SimulateOptions = {}): Promise<Run> {
  const program = compile(scenario, { seed: options.seed, months: options.horizon });
  const replications = options.replications ?? scenario.checked.run.worlds;
  checkWorlds(replications, program);
  const workshop = (options.workshop ?? inlineWorkshop)(program);
  try {
    const plans = await equaliseAll(scenario, program, workshop, options);
    const collected = await collect(program, plans, replications, workshop, options, scenario);
    return assemble(scenario, program, plans, collected);
  } finally {
    await workshop.close();
  }
}

function checkWorlds(replications: number, program: Program): void {
  if (!Number.isInteger(replications) || replications < 1) {
    refuse("replications", `${replications} is not a number of worlds`, "ask for a whole number such as 1000");
  }
  const need = memoryOf(replications, program);
  if (need > mostMemory)
    refuse(
      "replications",
      `${replications} worlds would need about ${Math.ceil(need)} GB for results`,
      "ask for fewer worlds",
    );
}

/** GB. What the results of so many worlds take. */
const memoryOf = (worlds: number, program: Program): number =>
  (worlds * program.designs.length * outcomesFor(program).length * 3 * 8) / 1e9;

async function collect(
  program: Program,
  plans: Plans,
  replications: number,
  workshop: Workshop,
  options: SimulateOptions,
  scenario: Scenario,
): Promise<Collected> {
  const tasks = tasksOf(program, plans);
  const size = options.batch ?? Math.max(1, Math.round(lanesPerBatch / program.managers));
  const batches: Batch[] = [];
  let worlds = 0;
  let goal = replications;
  for (;;) {
    worlds += await runBatches(tasks, worlds, goal, size, workshop, options, batches);
    const precision =
      options.precision === undefined
        ? undefined
        : precisionOf(evidenceOf(program, plans, scenario, batches), worlds, options.precision);
    const isEnough = worlds < goal || precision === undefined || precision.isMet;
    const next = 2 * goal;
    if (isEnough || next > replications * mostGrowth || memoryOf(next, program) > mostMemory)
      return { worlds, isComplete: worlds === goal, precision, batches };
    goal = next;
  }
}

/** Runs batches from one world to another; gives how many worlds were finished without a gap. */
async function runBatches(
  tasks: readonly Task[],
  from: number,
  to: number,
  size: number,
  workshop: Workshop,
  { signal, onProgress }: SimulateOptions,
  batches: Batch[],
): Promise<number> {
  const jobs: Job[] = [];
  for (let first = from; first < to; first += size) {
    jobs.push({
      kind: "batch",
      first,
      count: Math.min(size, to - first),
      tasks: tasks.map(({ design, response, scale, shift }) => ({ design, response, scale, shift })),
    });
  }
  const done: (Batch | undefined)[] = jobs.map(() => undefined);
  let finished = from;
  let next = 0;
  const work = async (): Promise<void> => {
    while (next < jobs.length && signal?.aborted !== true) {
      const k = next++;
      const answer = (await workshop.run(jobs[k])) as Batch;
      done[k] = answer;
      finished += answer.count;
      onProgress?.({ stage: "simulating", done: finished, total: to });
    }
  };
  await Promise.all(Array.from({ length: workshop.size }, work));
  let worlds = 0;
  for (const answer of done) {
    if (answer === undefined) break;
    batches.push(answer);
    worlds += answer.count;
  }
  return worlds;
}

/** What the precision of a run rests on: differences in net value from the baseline under the headline's response. */
function evidenceOf(program: Program, plans: Plans, scenario: Scenario, batches: readonly Batch[]): Evidence {
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
  };
}
