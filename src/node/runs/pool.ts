import { availableParallelism } from "node:os";
import { setImmediate as turn } from "node:timers/promises";
import { Worker } from "node:worker_threads";
import { Problem } from "../../foundation/text/problem.js";
import { rewards } from "../../model/rewards/index.js";
import type { Scenario } from "../../scenario/scenario.js";
import {
  type Answer,
  closedProblem,
  type Executor,
  inlineExecutor,
  type Job,
  joinExecutors,
} from "../../simulation/jobs.js";
import type { Program } from "../../simulation/world/program.js";
import { drawnAs, samplingOf } from "../../simulation/world/sampling.js";
import type { Brief, Reply } from "./worker.js";

/** ms of work from which threads pay for their start; measured at 31–39 ms each. */
const worthThreads = 150;
/** ms. About what one task in one lane takes for a month; only for the choice of threads. */
const laneMonth = 0.0012;
/** Threads used unless asked for more: beyond them memory fills faster than time shrinks. */
const usualMost = 8;
/** Worlds' worth of work that holding designs equal takes, about. */
const holdWorlds = 64 * 5;

/**
 * How many threads a run is worth: 1 (this thread) for small runs, else one a processor, at most 8. Custom rewards are
 * functions, which cannot be sent to a thread: then 1, whatever is asked.
 */
export function threadsFor(scenario: Scenario, program: Program, worlds: number, asked?: number): number {
  const isStandard = scenario.kinds.every((kind) => rewards.includes(kind));
  if (!isStandard) return 1;
  if (asked !== undefined) return asked;
  const { managers, months, designs } = program;
  const tasks = designs.reduce((sum, design) => sum + (design.cards.length > 0 ? 3 : 1), 0);
  const all = worlds + (scenario.checked.hold ? holdWorlds : 0);
  const estimate = all * managers * months * tasks * laneMonth;
  return estimate < worthThreads ? 1 : Math.min(availableParallelism(), usualMost);
}

/**
 * An executor of so many threads, this one among them: it begins at once, while the others start. It lets signals and messages in
 * between steps; timers would be slow, and starve them as soon as two runs share a thread.
 */
export function executorOf(scenario: Scenario, program: Program, threads: number): Executor {
  const here = inlineExecutor(program, () => turn());
  return threads > 1 ? joinExecutors(here, threadExecutor(scenario, program, threads - 1)) : here;
}

/** A job on its way. */
interface Errand {
  readonly job: Job;
  readonly resolve: (answer: Answer) => void;
  readonly reject: (reason: Error) => void;
  /** How many threads have died of it. */
  deaths: number;
}

interface Seat {
  readonly thread: Worker;
  errand: Errand | undefined;
}

/** The threads of one run and what they have to do. */
interface Shop {
  readonly brief: Brief;
  readonly script: URL;
  readonly size: number;
  readonly seats: Set<Seat>;
  readonly queue: Errand[];
  isClosed: boolean;
}

/**
 * Worker threads that each do one job at a time, in the order asked. A thread that dies is replaced and its job done
 * again once; a second death is a Problem that names the worlds and the seed. Idle threads do not keep the process alive.
 */
export function threadExecutor(
  scenario: Scenario,
  program: Program,
  size: number,
  script: URL = new URL("./worker.js", import.meta.url),
): Executor {
  const brief: Brief = {
    file: scenario.file,
    name: scenario.name,
    seed: program.seed,
    months: program.months,
    ...drawnAs(samplingOf(program)),
  };
  const shop: Shop = { brief, script, size, seats: new Set(), queue: [], isClosed: false };
  for (let k = 0; k < size; k++) hire(shop);
  return {
    size,
    run: (job) =>
      new Promise<Answer>((resolve, reject) => {
        if (shop.isClosed) return reject(closedProblem());
        shop.queue.push({ job, resolve, reject, deaths: 0 });
        assign(shop);
      }),
    close: () => close(shop),
  };
}

function hire(shop: Shop): void {
  const thread = new Worker(shop.script, { workerData: shop.brief, execArgv: [] });
  const seat: Seat = { thread, errand: undefined };
  shop.seats.add(seat);
  thread.unref();
  thread.on("message", (reply: Reply) => settle(shop, seat, reply));
  thread.on("error", (error) => lose(shop, seat, error instanceof Error ? error.message : String(error)));
  thread.on("exit", (code) => lose(shop, seat, `it stopped with code ${code}`));
}

/** Gives waiting errands to free seats, and fills seats that were lost. */
function assign(shop: Shop): void {
  const free = [...shop.seats].filter(({ errand }) => errand === undefined);
  while (shop.queue.length > free.length && shop.seats.size < shop.size) {
    hire(shop);
    free.push([...shop.seats].at(-1) as Seat);
  }
  for (const seat of free) {
    const errand = shop.queue.shift();
    if (errand === undefined) return;
    seat.errand = errand;
    seat.thread.ref();
    seat.thread.postMessage(errand.job);
  }
}

function settle(shop: Shop, seat: Seat, reply: Reply): void {
  // An answer on its way while the thread is being ended: letting go of the thread now would end the process before its end is heard.
  if (shop.isClosed) return;
  const { errand } = seat;
  seat.errand = undefined;
  seat.thread.unref();
  if (errand !== undefined && "answer" in reply) errand.resolve(reply.answer);
  else if (errand !== undefined && "fault" in reply) {
    errand.reject(failure(errand.job, shop.brief.seed, reply.fault, reply.faults));
  }
  assign(shop);
}

/** A thread has died: its errand is done again, once. */
function lose(shop: Shop, seat: Seat, why: string): void {
  if (!shop.seats.delete(seat) || shop.isClosed) return;
  const { errand } = seat;
  if (errand === undefined) return;
  errand.deaths++;
  if (errand.deaths < 2) shop.queue.unshift(errand);
  else errand.reject(failure(errand.job, shop.brief.seed, `its thread died twice: ${why}`));
  assign(shop);
}

async function close(shop: Shop): Promise<void> {
  shop.isClosed = true;
  const seats = [...shop.seats];
  const waiting = [...shop.queue.splice(0), ...seats.flatMap(({ errand }) => errand ?? [])];
  for (const errand of waiting) errand.reject(closedProblem());
  await Promise.all(seats.map(({ thread }) => thread.terminate()));
}

/** What went wrong in a job, in words one can act on. Problems of the job keep their own. */
function failure(job: Job, seed: number, why: string, faults?: Problem["faults"]): Problem {
  if (faults !== undefined) return new Problem(faults);
  const what =
    job.kind === "hold"
      ? `holding design ${job.design + 1} equal under ${job.searches.map(([one]) => one.response).join(" and ")}`
      : `worlds ${job.first} to ${job.first + job.count - 1}`;
  return new Problem({
    place: "simulation",
    fault: `${what} of seed ${seed} failed: ${why}`,
    remedy: "try with --workers 1 or fewer replications, and report it with the scenario and the seed",
  });
}
