import { version } from "../../foundation/version.js";
import { runSheet } from "../../report/runs/run-text.js";
import type { Scenario } from "../../scenario/scenario.js";
import type { Run } from "../../simulation/data.js";

import { simulate as simulateHere } from "../../simulation/simulate.js";
import { type Printable, printableSheet } from "../../wording/printable.js";
import { refuseUnwritable } from "../files/whole-file.js";
import { type Watch, watched } from "../notebook/cell.js";
import { type Checkpoint, checkpointFolder, type Identity, openCheckpoint } from "./checkpoint.js";
import { executorOf, threadsFor } from "./pool.js";
import { saveRun } from "./run-file.js";
import { type RequestedRun, type RunOptions, readRunOptions } from "./run-options.js";

export interface SimulateOptions extends RunOptions, Watch {
  /**
   * File the run is saved to once it is complete, such as `"runs/kam.rewardlab"`. Until then what is finished is kept beside it, in
   * `runs/kam.parts`: whatever stopped the run, the same call goes on from there, to the same bits.
   */
  readonly checkpoint?: string | undefined;
}

/** Rounds of a run that goes on until it is precise, as far as the choice of threads is concerned. */
const precisionRounds = 4;

/**
 * Simulates every design of a scenario in the same worlds, on as many threads as it is worth. The same bits come out for
 * any number of them. In a notebook it shows its progress, and the stop button ends it with the worlds finished by then. Throws a Problem
 * for options that cannot be meant.
 *
 *     const run = await simulate(kam, { replications: 2000, horizon: "3 years" });
 */
export const simulate = (async (scenario: Scenario, options: SimulateOptions = {}): Promise<Run & Printable> =>
  watched(options, async (watch) => {
    const asked = readRunOptions(scenario, options);
    const { checkpoint: path } = options;
    if (path === undefined) return simulateAsked(asked, watch);
    await refuseUnwritable(path);
    const checkpoint = await openCheckpoint(checkpointFolder(path), identityOf(asked), { isResumed: true });
    try {
      const run = await simulateAsked(asked, watch, checkpoint);
      if (!run.isComplete) return run;
      await saveRun(run, path);
      await checkpoint.remove();
      return run;
    } finally {
      await checkpoint.close();
    }
  })) as <Design extends string>(
  scenario: Scenario<Design>,
  options?: SimulateOptions,
) => Promise<Run<Design> & Printable>;

/** What makes the run that was asked for this run and no other. Threads do not: they never change a result. */
export const identityOf = ({ scenario, replications, seed, precision, pilots, shard }: RequestedRun): Identity => ({
  scenario: scenario.hash,
  version,
  seed: String(seed ?? scenario.checked.run.seed),
  horizon: `${scenario.checked.horizon} months`,
  worlds: String(replications),
  precision: precision === undefined ? "" : String(precision),
  ...(pilots === undefined ? {} : { pilots: String(pilots) }),
  part: shard === undefined ? "" : `${shard.index}/${shard.of}`,
});

/** The same for what was asked and understood. A checkpoint keeps what is finished when the run is stopped. */
export async function simulateAsked(
  asked: RequestedRun,
  { signal, onProgress }: Watch,
  checkpoint?: Checkpoint,
): Promise<Run & Printable> {
  const { scenario, replications, seed, precision, pilots, workers, shard } = asked;
  const worlds = (replications / (shard?.of ?? 1)) * (precision === undefined ? 1 : precisionRounds);
  const run = await simulateHere(scenario, {
    replications,
    seed,
    precision,
    pilots,
    shard,
    signal,
    onProgress,
    checkpointStore: checkpoint,
    executor: (program) => executorOf(scenario, program, threadsFor(scenario, program, worlds, workers)),
  });
  if (!run.isComplete) await checkpoint?.flush();
  return printableSheet(run, runSheet);
}
