import type { Scenario } from "../scenario/scenario.js";
import { type Batch, type Collected, tasksOf } from "./assemble.js";
import { unlessAborted } from "./batch/abort.js";
import { worldsPerBatch } from "./batch/batch.js";
import { mostMemory, runMemory } from "./batch/memory.js";
import type { Shard } from "./data.js";
import { type Plans, sharpened } from "./equal-cost/hold.js";
import { estimateInputs } from "./estimate-inputs.js";
import type { Executor, Job } from "./jobs.js";
import { precisionOf } from "./precision.js";
import type { CheckpointStore } from "./storage/checkpoint-store.js";
import { shardEnd } from "./storage/shard.js";
import type { Program, Task } from "./world/program.js";

/** Worlds may grow to this many times those asked for in search of precision. */
const mostGrowth = 64;

/** How worlds are to be collected. */
export interface CollectOptions {
  readonly replications: number;
  readonly executor: Executor;
  readonly precision?: number | undefined;
  readonly batch?: number | undefined;
  readonly signal?: AbortSignal | undefined;
  readonly checkpointStore?: CheckpointStore | undefined;
  readonly onProgress?: ((progress: { stage: "simulating"; done: number; total: number }) => void) | undefined;
}

/** The work of one run, round after round. */
interface Collection extends CollectOptions {
  readonly tasks: readonly Task[];
  /** Worlds per batch. */
  readonly size: number;
  /** The first world. */
  readonly origin: number;
  /** Batches an earlier attempt left, in the order of their worlds. */
  readonly kept: readonly Batch[];
}

/** All worlds asked for, or those of the shard; with a precision as many as it takes, within limits. On abort those finished without a gap. */
export async function collect(
  scenario: Scenario,
  program: Program,
  found: Plans,
  shard: Shard | undefined,
  options: CollectOptions,
): Promise<{ readonly collected: Collected; readonly plans: Plans }> {
  const first = shard?.first ?? 0;
  let plans = found;
  const collection: Collection = {
    ...options,
    origin: first,
    tasks: tasksOf(program, plans).map(({ design, response, scale, shift }) => ({ design, response, scale, shift })),
    size: wholeDraws(options.batch ?? worldsPerBatch(program.managers), program),
    kept: [...(options.checkpointStore?.found?.batches ?? [])].sort((a, b) => a.first - b.first),
  };
  const batches: Batch[] = [];
  let end = first;
  let goal = shard ? shardEnd(shard) : options.replications;
  for (;;) {
    const round = await runBatches(collection, end, goal);
    batches.push(...round);
    end += round.reduce((sum, batch) => sum + batch.count, 0);
    if (end > options.replications) plans = await sharpened(plans, program, end, options.executor, options.signal);
    const precision =
      options.precision === undefined
        ? undefined
        : precisionOf(estimateInputs(program, plans, scenario, batches), options.precision);
    const isEnough = end < goal || precision === undefined || precision.isMet;
    const next = 2 * goal;
    if (isEnough || next > options.replications * mostGrowth || runMemory(next, program) > mostMemory)
      return { collected: { first, worlds: end - first, isComplete: end === goal, precision, batches, shard }, plans };
    goal = next;
  }
}

/** So many worlds, rounded up to whole draws of the assumptions: what is stopped early then ends with one. */
const wholeDraws = (worlds: number, { lucksPerDraw = 1 }: Program): number =>
  Math.ceil(worlds / lucksPerDraw) * lucksPerDraw;

/** The batches from one world to another: those kept, and those run now. Only as many as were finished without a gap. */
async function runBatches(collection: Collection, from: number, to: number): Promise<readonly Batch[]> {
  const { executor, signal, checkpointStore, onProgress, origin } = collection;
  const plan = planOf(collection, from, to);
  const done = plan.map((one) => (one.kind === "kept" ? one.batch : undefined));
  let finished = done.reduce((sum, batch) => sum + (batch?.count ?? 0), 0);
  let next = 0;
  const work = async (): Promise<void> => {
    while (next < plan.length && signal?.aborted !== true) {
      const k = next++;
      const one = plan[k];
      if (one.kind === "kept") continue;
      const batch = (await unlessAborted(signal, () => executor.run(one.job))) as Batch;
      done[k] = batch;
      finished += batch.count;
      await checkpointStore?.keepBatch(batch);
      onProgress?.({ stage: "simulating", done: from - origin + finished, total: to - origin });
    }
  };
  await Promise.all(Array.from({ length: executor.size }, work)).catch((error: unknown) => {
    if (signal?.aborted !== true) throw error;
  });
  const gap = done.indexOf(undefined);
  return (gap < 0 ? done : done.slice(0, gap)) as Batch[];
}

type Planned = { readonly kind: "kept"; readonly batch: Batch } | { readonly kind: "job"; readonly job: Job };

/** Batches kept between two worlds, and jobs for the gaps. */
function planOf({ kept, size, tasks }: Collection, from: number, to: number): readonly Planned[] {
  const plan: Planned[] = [];
  let at = from;
  const fill = (end: number): void => {
    for (; at < end; at += size) {
      plan.push({ kind: "job", job: { kind: "batch", first: at, count: Math.min(size, end - at), tasks } });
    }
    at = end;
  };
  for (const batch of kept) {
    // What was kept twice, or reaches beyond this round, is done again.
    if (batch.first < at || batch.first + batch.count > to) continue;
    fill(batch.first);
    plan.push({ kind: "kept", batch });
    at += batch.count;
  }
  fill(to);
  return plan;
}
