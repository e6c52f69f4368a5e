import { Problem } from "../foundation/text/problem.js";
import { namesOf } from "../foundation/values/record.js";
import type { HeldName } from "../model/outcomes/held.js";
import type { Outcome } from "../model/outcomes/outcome.js";
import { type BatchInputs, drawBatch, outcomesFor, runTask, worldsPerBatch } from "./batch/batch.js";
import { breathe, finish, type Steps } from "./batch/steps.js";
import type { Held, HoldTarget, Runs, Slopes } from "./data.js";
import { equalise, type Pilots, type Start } from "./equal-cost/equalise.js";
import { meanSlopes, type WorldSlopes, worldSlopes } from "./equal-cost/slopes.js";
import type { Program, Task } from "./world/program.js";

/** A piece of work that may be done anywhere: plain data in, plain data out. */
export type Job =
  | {
      readonly kind: "hold";
      readonly design: number;
      /** What runs each plan that is looked for, the headline's first: the others start from its plan. */
      readonly searches: readonly (readonly Runs[])[];
      readonly target: HoldTarget;
      readonly pilots: number;
      readonly from: Start;
    }
  | {
      /** How outcomes answer to a plan in more worlds. */
      readonly kind: "slopes";
      readonly first: number;
      readonly count: number;
      /** What runs the plan: the design that is held first. */
      readonly tasks: readonly Task[];
      readonly isShifted: boolean;
      /** What is held. */
      readonly outcome: HeldName;
    }
  | { readonly kind: "batch"; readonly first: number; readonly count: number; readonly tasks: readonly Task[] };

type HoldJob = Extract<Job, { kind: "hold" }>;
type BatchJob = Extract<Job, { kind: "batch" }>;

/** What comes of a job. */
export type Answer =
  | { readonly kind: "hold"; readonly held: readonly Held[] }
  | { readonly kind: "slopes"; readonly slopes: readonly Slopes[] }
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

/** Pilot worlds to find the neighbourhood on: enough seats for a share to mean something. */
const fewPilots = (managers: number): number => Math.max(12, Math.ceil(48 / managers));

/** Worlds drawn independently, each with a draw of its own, in batches. */
function* stocksOf(
  { draws: _stratified, lucksPerDraw: _shared, ...program }: Program,
  from: number,
  to: number,
  isMirrored = false,
): Steps<BatchInputs[]> {
  const stocks: BatchInputs[] = [];
  const size = worldsPerBatch(program.managers);
  for (let first = from; first < to; first += size) {
    yield;
    stocks.push(drawBatch(program, first, Math.min(size, to - first), isMirrored));
  }
  return stocks;
}

/** Pilot worlds with their mirror images: all of them, and the first few to begin with. */
function* pilotsOf(program: Program, count: number): Steps<Pilots> {
  const pairs = function* (from: number, to: number): Steps<Pilots["many"]> {
    const plain = yield* stocksOf(program, from, to);
    const mirrored = yield* stocksOf(program, from, to, true);
    return plain.map((one, k) => ({ plain: one, mirrored: mirrored[k] }));
  };
  const few = yield* pairs(0, Math.min(count, fewPilots(program.managers)));
  return { few, many: [...few, ...(yield* pairs(Math.min(count, fewPilots(program.managers)), count))] };
}

/** One design under each response, each search starting where the first one ended. */
function* holdAll(
  pilots: Pilots,
  outcomes: readonly Outcome[],
  { design, searches, target, from }: HoldJob,
): Steps<Held[]> {
  const held: Held[] = [];
  for (const runs of searches) {
    const search = { design, response: runs[0].response, target, from: held[0] ?? from, runs, outcomes };
    held.push(yield* equalise(pilots, search));
  }
  return held;
}

/** A batch of worlds through every task. */
function* batchOf(program: Program, outcomes: readonly Outcome[], { first, count, tasks }: BatchJob): Steps<Answer> {
  const batchInputs = drawBatch(program, first, count);
  const results: Float64Array[] = [];
  for (const task of tasks) {
    yield;
    results.push(runTask(batchInputs, task, outcomes));
  }
  return {
    kind: "batch",
    first,
    count,
    costIndex: outcomes.findIndex((one) => one.name === "reward cost"),
    results,
    draws: namesOf(program.assumptions).map((name) => batchInputs.worlds[name]),
  };
}

const countOf = (pilot: Pilots["many"]): number => pilot.reduce((sum, { plain }) => sum + plain.count, 0);

/** Somebody who does jobs for one program, one after another, step by step; the same answer whoever does it. */
function stepwise(program: Program): (job: Job) => Steps<Answer> {
  const outcomes = outcomesFor(program);
  let pilots: Pilots | undefined;
  return function* (job) {
    if (job.kind === "batch") {
      // Plans are settled by then: the pilot worlds are let go.
      pilots = undefined;
      return yield* batchOf(program, outcomes, job);
    }
    if (job.kind === "slopes") {
      const stocks = yield* stocksOf(program, job.first, job.first + job.count);
      const found: WorldSlopes[] = [];
      for (const task of job.tasks) found.push(yield* worldSlopes(stocks, task, outcomes, job.isShifted));
      return { kind: "slopes", slopes: found.map((one) => meanSlopes(one, job.outcome, found[0])) };
    }
    if (pilots === undefined || countOf(pilots.many) !== job.pilots) pilots = yield* pilotsOf(program, job.pilots);
    return { kind: "hold", held: yield* holdAll(pilots, outcomes, job) };
  };
}

/** The same without pauses. */
export function worker(program: Program): (job: Job) => Answer {
  const work = stepwise(program);
  return (job) => finish(work(job));
}

/** Where jobs are done: in this thread, or in others. */
export interface Executor {
  readonly size: number;
  readonly run: (job: Job) => Promise<Answer>;
  /** Ends it at once: jobs on their way are dropped and rejected. */
  readonly close: () => Promise<void>;
}

/** This thread, letting others in between the steps of a job. `pause` says how. */
export function inlineExecutor(program: Program, pause: () => Promise<unknown> = breathe): Executor {
  const work = stepwise(program);
  let queue: Promise<unknown> = Promise.resolve();
  let isClosed = false;
  const through = async (job: Job): Promise<Answer> => {
    const steps = work(job);
    for (;;) {
      await pause();
      if (isClosed) throw closedProblem();
      const { done, value } = steps.next();
      if (done) return value;
    }
  };
  const run = (job: Job): Promise<Answer> => {
    const next = queue.then(() => through(job));
    queue = next.catch(() => undefined);
    return next;
  };
  return {
    size: 1,
    run,
    close: async () => {
      isClosed = true;
    },
  };
}

/** Several executors as one: a job goes to the first that has a hand free, so that those which take time to get ready are named last. */
export function joinExecutors(...executors: readonly Executor[]): Executor {
  const busy = executors.map(() => 0);
  return {
    size: executors.reduce((sum, { size }) => sum + size, 0),
    run: async (job) => {
      const k = Math.max(
        0,
        executors.findIndex(({ size }, shop) => busy[shop] < size),
      );
      busy[k]++;
      try {
        return await executors[k].run(job);
      } finally {
        busy[k]--;
      }
    },
    close: async () => {
      await Promise.all(executors.map(({ close }) => close()));
    },
  };
}

/** What those hear who wait for an executor that was closed. */
export const closedProblem = (): Problem =>
  new Problem({ place: "simulation", fault: "this run has ended", remedy: "start another run" });
