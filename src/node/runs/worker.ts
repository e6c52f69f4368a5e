import { parentPort, workerData } from "node:worker_threads";
import { Problem } from "../../foundation/text/problem.js";
import { makeScenario } from "../../scenario/scenario.js";
import type { ScenarioFile } from "../../scenario/schema/schema.js";
import { compile } from "../../simulation/compile.js";
import { type Answer, type Job, worker } from "../../simulation/jobs.js";
import type { Sampling } from "../../simulation/world/sampling.js";

/** What a thread is told when it starts: all of it plain data. */
export interface Brief {
  readonly file: ScenarioFile;
  readonly name: string;
  readonly seed: number;
  /** months. */
  readonly months: number;
  readonly sampling: Sampling;
  readonly lucksPerDraw: number;
}

/** What a thread sends back for a job. */
export type Reply =
  | { readonly answer: Answer }
  | { readonly fault: string; readonly faults: Problem["faults"] | undefined };

/**
 * Answers are copied, not handed over: the first buffer that is handed over makes every later access to a typed array in this
 * thread a third slower (docs/decisions/0020), and an answer is small beside the work it took.
 */
function serve(port: NonNullable<typeof parentPort>, { file, name, ...how }: Brief): void {
  const work = worker(compile(makeScenario(file, { name }), how));
  port.on("message", (job: Job) => {
    try {
      port.postMessage({ answer: work(job) } satisfies Reply);
    } catch (error) {
      const fault = error instanceof Error ? error.message : String(error);
      port.postMessage({ fault, faults: error instanceof Problem ? error.faults : undefined } satisfies Reply);
    }
  });
}

if (parentPort) serve(parentPort, workerData as Brief);
