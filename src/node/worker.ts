import { parentPort, workerData } from "node:worker_threads";
import { compile } from "../engine/compile.js";
import { type Answer, type Job, worker } from "../engine/jobs.js";
import { Problem } from "../foundation/problem.js";
import { makeScenario } from "../scenario/scenario.js";
import type { ScenarioFile } from "../scenario/schema.js";

/** What a thread is told when it starts: all of it plain data. */
export interface Brief {
  readonly file: ScenarioFile;
  readonly name: string;
  readonly seed: number;
  /** months. */
  readonly months: number;
}

/** What a thread sends back for a job. */
export type Reply =
  | { readonly answer: Answer }
  | { readonly fault: string; readonly faults: Problem["faults"] | undefined };

/** Buffers of an answer, each once: they are handed over, not copied. */
function buffersOf(answer: Answer): ArrayBuffer[] {
  if (answer.kind === "hold") return [];
  return [...new Set([...answer.results, ...answer.draws].map((column) => column.buffer as ArrayBuffer))];
}

function serve(port: NonNullable<typeof parentPort>, { file, name, seed, months }: Brief): void {
  const work = worker(compile(makeScenario(file, { name }), { seed, months }));
  port.on("message", (job: Job) => {
    try {
      const answer = work(job);
      port.postMessage({ answer } satisfies Reply, buffersOf(answer));
    } catch (error) {
      const fault = error instanceof Error ? error.message : String(error);
      port.postMessage({ fault, faults: error instanceof Problem ? error.faults : undefined } satisfies Reply);
    }
  });
}

if (parentPort) serve(parentPort, workerData as Brief);
