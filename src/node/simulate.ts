import type { Run } from "../engine/run.js";
import { simulate as simulateHere } from "../engine/simulate.js";
import { type Printable, printableSheet } from "../present/printable.js";
import { runSheet } from "../present/run-text.js";
import type { Scenario } from "../scenario/scenario.js";
import { type Asked, type Understood, understand } from "./asked.js";
import { type Watch, watched } from "./cell.js";
import { threadsFor, workshopOf } from "./pool.js";

export interface SimulateOptions extends Asked, Watch {}

/** Rounds of a run that goes on until it is precise, as far as the choice of threads is concerned. */
const precisionRounds = 4;

/**
 * Simulates every design of a scenario in the same worlds, on as many threads as it is worth. The same bits come out for
 * any number of them. In a notebook it shows its progress, and the stop button ends it with the worlds finished by then. Throws a Problem
 * for options that cannot be meant.
 *
 *     const run = await simulate(kam, { replications: 2000, horizon: "3 years" });
 */
export const simulate = async (scenario: Scenario, options: SimulateOptions = {}): Promise<Run & Printable> =>
  watched(options, (watch) => simulateAsked(understand(scenario, options), watch));

/** The same for what was asked and understood. */
export async function simulateAsked(asked: Understood, { signal, onProgress }: Watch): Promise<Run & Printable> {
  const { scenario, replications, seed, precision, workers } = asked;
  const worlds = replications * (precision === undefined ? 1 : precisionRounds);
  const run = await simulateHere(scenario, {
    replications,
    seed,
    precision,
    signal,
    onProgress,
    workshop: (program) => workshopOf(scenario, program, threadsFor(scenario, program, worlds, workers)),
  });
  return printableSheet(run, runSheet);
}
