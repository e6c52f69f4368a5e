import { refuse } from "../foundation/text/problem.js";
import type { Scenario } from "../scenario/scenario.js";
import { assemble, refuseEarlyStop } from "./assemble.js";
import { checkWorlds } from "./batch/memory.js";
import { collect } from "./collect.js";
import { compile } from "./compile.js";
import type { Run, ShardNumber } from "./data.js";
import { equaliseAll, type Plans, plansOf } from "./equal-cost/hold.js";
import { type Executor, inlineExecutor } from "./jobs.js";

import type { CheckpointStore } from "./storage/checkpoint-store.js";
import { shardOf } from "./storage/shard.js";
import type { Program } from "./world/program.js";
import { type Sampling, worldsFor } from "./world/sampling.js";

export interface Progress {
  /** What is being done, in words. */
  readonly stage: "holding equal" | "simulating";
  readonly done: number;
  readonly total: number;
}

export interface SimulationOptions {
  /** Worlds to draw; the scenario's own number unless given. */
  readonly replications?: number | undefined;
  readonly seed?: number | undefined;
  /** months. */
  readonly horizon?: number | undefined;
  /** How worlds are drawn; as the scenario says unless given. Their number is rounded up to whole draws of the assumptions, and to whole blocks of 128 of these in a Latin hypercube. */
  readonly sampling?: Sampling | undefined;
  /**
   * EUR per KAM. Go on, doubling the worlds up to 64 times, until every design's difference from the baseline in net value
   * is known to ± this (95 %, as reported); at least 64 draws of the assumptions. The run says whether it was reached.
   */
  readonly precision?: number | undefined;
  /** Only one part of the worlds, to be joined with the others by `mergeRuns`. Not with a precision. */
  readonly shard?: ShardNumber | undefined;
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((progress: Progress) => void) | undefined;
  /** Worlds per batch; never changes a result. */
  readonly batch?: number | undefined;
  /** Worlds on which designs are made equal, each with its mirror image; as many as the number of worlds asks for unless given. */
  readonly pilots?: number | undefined;
  /** Where the work is done; this thread unless given. */
  readonly executor?: ((program: Program) => Executor) | undefined;
  /** Keeps what is finished for another attempt, and gives what an earlier one left. */
  readonly checkpointStore?: CheckpointStore | undefined;
}

/** Simulates every design of a scenario in the same worlds, under each response. Stops at once on abort, with the batches finished. */
export async function simulate<Design extends string>(
  scenario: Scenario<Design>,
  options: SimulationOptions = {},
): Promise<Run<Design>> {
  const { checked } = scenario;
  const sampling = options.sampling ?? checked.run.sampling;
  const { lucksPerDraw } = checked.run;
  const program = compile(scenario, { seed: options.seed, months: options.horizon, sampling, lucksPerDraw });
  const replications = worldsFor(options.replications ?? checked.run.worlds, sampling, lucksPerDraw);
  checkWorlds(replications, program);
  const shard = options.shard && shardOf(options.shard, replications, lucksPerDraw);
  if (shard && options.precision !== undefined)
    refuse(
      "shard",
      "a part does not know how precise the whole is",
      "ask for a number of worlds instead of a precision",
    );
  const executor = (options.executor ?? inlineExecutor)(program);
  try {
    const plans = await plansFor(scenario, program, executor, { ...options, replications });
    const done = await collect(scenario, program, plans, shard, { ...options, replications, executor });
    return assemble(scenario, program, done.plans, done.collected) as Run<Design>;
  } catch (error) {
    if (options.signal?.aborted === true && error === options.signal.reason) refuseEarlyStop();
    throw error;
  } finally {
    await executor.close();
  }
}

/** The plans kept by an earlier attempt, or those found now. */
async function plansFor(
  scenario: Scenario,
  program: Program,
  executor: Executor,
  options: SimulationOptions & { readonly replications: number },
): Promise<Plans> {
  const kept = options.checkpointStore?.found;
  if (kept) return plansOf(program, scenario.checked.run.response, kept.held);
  const plans = await equaliseAll(scenario, program, executor, {
    ...options,
    // a run that looks for a precision may grow: plans good enough for a few doublings
    worlds: options.precision === undefined ? options.replications : 16 * options.replications,
  });
  await options.checkpointStore?.keepPlans(plans.held);
  return plans;
}
