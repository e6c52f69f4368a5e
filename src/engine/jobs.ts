import { outcomesFor, runTask, stockBatch } from "./batch.js";
import { equalise, type Held, type HoldTarget, type Pilots, type Start } from "./equalise.js";
import type { Program, Task } from "./program.js";

/** A piece of work that may be done anywhere: plain data in, plain data out. */
export type Job =
  | {
      readonly kind: "hold";
      readonly design: number;
      /** Responses to hold it under, the headline's first: the others start from its plan. */
      readonly responses: readonly string[];
      readonly target: HoldTarget;
      readonly pilots: number;
      readonly from: Start;
    }
  | { readonly kind: "batch"; readonly first: number; readonly count: number; readonly tasks: readonly Task[] };

type HoldJob = Extract<Job, { kind: "hold" }>;

export type Answer =
  | { readonly kind: "hold"; readonly held: readonly Held[] }
  | {
      readonly kind: "batch";
      readonly first: number;
      readonly count: number;
      /** Index of the outcome "reward cost". */
      readonly costIndex: number;
      /** [outcome][world] by task. */
      readonly results: readonly Float64Array[];
      /** [world] by assumption, in the order of the program. */
      readonly draws: readonly Float64Array[];
    };

/** Pilot worlds with their mirror images: all of them, and a quarter to begin with. */
function pilotsOf(program: Program, count: number): Pilots {
  const pair = (worlds: number) => ({
    plain: stockBatch(program, 0, worlds),
    mirrored: stockBatch(program, 0, worlds, true),
  });
  return { few: pair(Math.max(1, count >> 2)), many: pair(count) };
}

/** One design under each response, each search starting where the first one ended. */
function holdAll(pilots: Pilots, { design, responses, target, from }: HoldJob): Held[] {
  const held: Held[] = [];
  for (const response of responses) held.push(equalise(pilots, design, response, target, held[0] ?? from));
  return held;
}

/** Somebody who does jobs for one program, one after another; the same answer whoever does it. */
export function worker(program: Program): (job: Job) => Answer {
  const outcomes = outcomesFor(program);
  let pilots: Pilots | undefined;
  return (job) => {
    if (job.kind === "hold") {
      if (pilots?.many.plain.count !== job.pilots) pilots = pilotsOf(program, job.pilots);
      return { kind: "hold", held: holdAll(pilots, job) };
    }
    const stock = stockBatch(program, job.first, job.count);
    return {
      kind: "batch",
      first: job.first,
      count: job.count,
      costIndex: outcomes.findIndex((one) => one.name === "reward cost"),
      results: job.tasks.map((task) => runTask(stock, task, outcomes)),
      draws: Object.keys(program.assumptions).map((name) => stock.worlds[name]),
    };
  };
}

/** Where jobs are done: in this thread, or in others. */
export interface Workshop {
  readonly size: number;
  readonly run: (job: Job) => Promise<Answer>;
  readonly close: () => Promise<void>;
}

/** This thread, letting others in between jobs. */
export function inlineWorkshop(program: Program): Workshop {
  const work = worker(program);
  let queue: Promise<unknown> = Promise.resolve();
  const run = (job: Job): Promise<Answer> => {
    const next = queue.then(async () => {
      await new Promise((resume) => setTimeout(resume, 0));
      return work(job);
    });
    queue = next.catch(() => undefined);
    return next;
  };
  return { size: 1, run, close: async () => undefined };
}
