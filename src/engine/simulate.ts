import { mean } from "../foundation/distribution.js";
import { refuse } from "../foundation/problem.js";
import { estimate } from "../foundation/summary.js";
import { camelToWords } from "../foundation/text.js";
import { responses } from "../model/responses/index.js";
import type { Scenario } from "../scenario/scenario.js";
import { version } from "../version.js";
import { outcomesFor } from "./batch.js";
import { compile } from "./compile.js";
import { equaliseAll, type Plans } from "./hold.js";
import { type Answer, inlineWorkshop, type Job, type Workshop } from "./jobs.js";
import type { Program, Task } from "./program.js";
import { columnName, type Run } from "./run.js";

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
  /** EUR per KAM. Go on until every design's net value differs from the baseline's by at most ± this (95 %), up to 64 times the worlds. */
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
const mostRounds = 64;

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
  const need = (replications * program.designs.length * outcomesFor(program).length * 3 * 8) / 1e9;
  if (need > 8)
    refuse(
      "replications",
      `${replications} worlds would need about ${Math.ceil(need)} GB for results`,
      "ask for fewer worlds",
    );
}

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

/** Responses a comparison shows side by side. */
export const shownResponses = (): readonly string[] =>
  responses.filter((one) => !one.compensates).map((one) => one.name);

interface Collected {
  readonly worlds: number;
  readonly isComplete: boolean;
  readonly batches: readonly Extract<Answer, { kind: "batch" }>[];
}

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
  const batches: Extract<Answer, { kind: "batch" }>[] = [];
  let worlds = 0;
  let goal = replications;
  for (;;) {
    worlds += await runBatches(tasks, worlds, goal, size, workshop, options, batches);
    if (worlds < goal || options.precision === undefined) break;
    if (isPrecise(program, plans, scenario, batches, options.precision) || goal >= replications * mostRounds) break;
    goal *= 2;
    checkWorlds(goal, program);
  }
  return { worlds, isComplete: worlds === goal, batches };
}

/** Runs batches from one world to another; gives how many worlds were finished without a gap. */
async function runBatches(
  tasks: readonly Task[],
  from: number,
  to: number,
  size: number,
  workshop: Workshop,
  { signal, onProgress }: SimulateOptions,
  batches: Extract<Answer, { kind: "batch" }>[],
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
  const done: (Extract<Answer, { kind: "batch" }> | undefined)[] = jobs.map(() => undefined);
  let finished = from;
  let next = 0;
  const work = async (): Promise<void> => {
    while (next < jobs.length && signal?.aborted !== true) {
      const k = next++;
      const answer = (await workshop.run(jobs[k])) as Extract<Answer, { kind: "batch" }>;
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

/** Whether every design's paired difference in net value from the baseline is known to ± precision. */
function isPrecise(
  program: Program,
  plans: Plans,
  scenario: Scenario,
  batches: Collected["batches"],
  precision: number,
): boolean {
  const tasks = tasksOf(program, plans);
  const outcomes = outcomesFor(program);
  const value = outcomes.findIndex((one) => one.name === "net value");
  const luck = outcomes.findIndex((one) => one.name === outcomes[value].control);
  const of = (design: number): number[] => {
    const k = tasks.findIndex((task) => task.design === design && task.columns.includes(plans.main));
    return batches.flatMap(({ results, count }) =>
      Array.from({ length: count }, (_, w) => results[k][value * count + w] + results[k][luck * count + w]),
    );
  };
  const baseline = program.designs.findIndex((one) => one.name === scenario.checked.baseline);
  const base = of(baseline);
  return program.designs.every((design, d) => {
    if (design.role !== "design" || d === baseline) return true;
    const difference = estimate(of(d).map((one, w) => one - base[w]));
    return (difference.high - difference.low) / 2 <= precision;
  });
}

function assemble(scenario: Scenario, program: Program, plans: Plans, { worlds, isComplete, batches }: Collected): Run {
  if (worlds === 0)
    refuse("simulation", "it was stopped before any batch of worlds was finished", "let it run a little longer");
  const { checked } = scenario;
  const outcomes = outcomesFor(program);
  const columns = new Map<string, Float64Array>();
  for (const [k, task] of tasksOf(program, plans).entries()) {
    for (const [o, outcome] of outcomes.entries()) {
      const values = new Float64Array(worlds);
      for (const { first, count, results } of batches)
        values.set(results[k].subarray(o * count, (o + 1) * count), first);
      for (const response of task.columns)
        columns.set(columnName(response, program.designs[task.design].name, outcome.name), values);
    }
  }
  const names = Object.keys(program.assumptions);
  const draws = new Map(
    names.map((name, k) => {
      const values = new Float64Array(worlds);
      for (const { first, draws: drawn } of batches) values.set(drawn[k], first);
      return [name, values];
    }),
  );
  return {
    format: 1,
    version,
    scenario: scenario.file,
    hash: scenario.hash,
    name: scenario.name,
    title: checked.title,
    status: checked.status,
    currency: checked.currency,
    seed: program.seed,
    worlds,
    months: program.months,
    managers: program.managers,
    baseline: checked.baseline,
    smallestDifference: checked.run.smallestDifference,
    responses: shownResponses(),
    response: plans.main,
    designs: program.designs.map(({ name, title, role }) => ({ name, title, role })),
    outcomes: outcomes.map(({ name, summary, unit, per, direction, control }) => ({
      name,
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
    columns,
    draws,
  };
}
