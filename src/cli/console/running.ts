import type { Command } from "commander";
import { Problem, refuse } from "../../foundation/text/problem.js";
import { formatNumber } from "../../foundation/text/text.js";
import { readScenario } from "../../node/files/read.js";
import type { Checkpoint } from "../../node/runs/checkpoint.js";
import { loadRun } from "../../node/runs/run-file.js";
import { type RequestedRun, readRunOptions, type WrittenRunOptions } from "../../node/runs/run-options.js";
import { simulateAsked } from "../../node/runs/simulate.js";
import { warn } from "../../node/terminal.js";
import type { Run } from "../../simulation/data.js";

import { progressView } from "./progress.js";

/** Options of every command that simulates, as written. */
export interface RunFlags extends WrittenRunOptions {
  readonly quiet?: boolean | undefined;
}

/** What shells expect of a command that was interrupted. */
const interrupted = 130;

export const addRunOptions = (command: Command): Command =>
  command
    .option("--replications <number>", "worlds to draw; the scenario says how many unless given")
    .option("--horizon <time>", 'how far to look, such as "3 years"')
    .option("--seed <number>", "seed of all luck: the same seed gives the same numbers")
    .option(
      "--precision <amount>",
      'go on until differences in net value are known to ± this (95 %), such as "5000 EUR"',
    )
    .option("--response <name>", "how managers react in the headline: look-ahead, evidence or none")
    .option(
      "--sampling <name>",
      'how worlds are drawn: independent, or "latin hypercube" for less Monte Carlo error from as many',
    )
    .option("--pilots <number>", "worlds on which designs are made equal; as many as the run needs unless given")
    .option("--workers <number>", "threads to use; never changes a result")
    .option("--quiet", "print no progress");

/** The run of a scenario file as asked, or a saved run. The first Ctrl-C ends it with what is finished, the second at once. */
export async function runOf(path: string, options: RunFlags): Promise<Run> {
  if (path.endsWith(".rewardlab")) return savedRun(path, options);
  return runAsked(readRunOptions(await readScenario(path), options, "--"), options.quiet === true);
}

/** The run of what was asked and understood. */
export async function runAsked(asked: RequestedRun, isQuiet: boolean, checkpoint?: Checkpoint): Promise<Run> {
  for (const { place, finding, isDoubtful } of asked.scenario.findings) if (isDoubtful) warn(`${place}: ${finding}\n`);
  const control = new AbortController();
  const stop = (): void => control.abort();
  process.once("SIGINT", stop);
  const view = await progressView(isQuiet);
  try {
    const run = await simulateAsked(asked, { signal: control.signal, onProgress: view.onProgress }, checkpoint);
    view.stop();
    remark(run);
    return run;
  } catch (error) {
    const isEarlyStop = control.signal.aborted && error instanceof Problem && error.faults[0].place === "simulation";
    throw isEarlyStop ? control.signal.reason : error;
  } finally {
    view.stop();
    process.off("SIGINT", stop);
  }
}

/** A saved run is what it is: options that would make another are refused. */
export async function savedRun(path: string, { quiet: _quiet, ...options }: RunFlags): Promise<Run> {
  const others = (
    ["replications", "horizon", "seed", "precision", "response", "sampling", "pilots", "workers", "shard"] as const
  ).filter((name) => options[name]);
  if (others.length > 0)
    refuse(`--${others[0]}`, "a saved run cannot be run differently", "give its scenario file instead");
  return loadRun(path);
}

/** Says on the error stream, and by exit code, what a run did not reach. */
function remark({ isComplete, precision, worlds, currency }: Run): void {
  if (!isComplete) {
    process.exitCode = interrupted;
    warn(`interrupted: these are the ${formatNumber(worlds)} worlds that were finished\n`);
  } else if (precision?.isMet === false) {
    process.exitCode = 1;
    const got = `${formatNumber(precision.reached, { digits: 0 })} ${currency}`;
    warn(`precision not reached: differences are known to ± ${got} after ${formatNumber(worlds)} worlds\n`);
  }
}
