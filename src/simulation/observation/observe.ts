import { sum } from "../../foundation/maths/summary.js";
import { didYouMean, refuse } from "../../foundation/text/problem.js";
import type { Reward } from "../../model/rewards/reward.js";
import { makeScenario } from "../../scenario/scenario.js";
import type { Known, ResponseName, YardstickName } from "../../scenario/schema/file-types.js";
import { tasksOf } from "../assemble.js";
import { worldsPerBatch } from "../batch/batch.js";
import { areFinite, refuseNotFinite } from "../batch/finite.js";
import { breathe } from "../batch/steps.js";
import { compile } from "../compile.js";
import type { Run, RunHeader } from "../data.js";
import { plansOf } from "../equal-cost/hold.js";
import { column } from "../run.js";
import { drawBatch } from "../world/batch-inputs.js";
import type { Program, Task } from "../world/program.js";
import { drawnAs } from "../world/sampling.js";
import type { Observations, ObservedDesign, ObservedTables } from "./data.js";
import { bytesOf, join } from "./join.js";
import { otherLuck } from "./other-luck.js";
import { quantitiesOf } from "./quantities.js";
import { observeBatch } from "./tables.js";

export interface ObserveOptions<Design extends string = string> {
  /** Designs by name, yardsticks included; all unless given. */
  readonly designs?: readonly Design[] | undefined;
  /** The response; the run's own unless given. */
  readonly response?: ResponseName | undefined;
  /** The first so many worlds of the run; 200 unless given, or all where there are fewer. */
  readonly worlds?: number | undefined;
  /** The first so many months are kept by month; all unless given. Closes and years always cover the run. */
  readonly months?: number | undefined;
  /** Whether every seat is also played with other luck, which tells skill from luck and takes as long again; yes unless given. */
  readonly otherLuck?: boolean | undefined;
  /** Rewards the scenario may use; the shipped ones unless given. */
  readonly rewards?: readonly Reward[] | undefined;
  /** Stops: the promise is rejected with the signal's reason. */
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((progress: { stage: "observing"; done: number; total: number }) => void) | undefined;
}

/** Worlds observed unless told otherwise: enough for a chart, and the tables of any scenario stay small. */
const usualWorlds = 200;
/** bytes. */
const mostBytes = 2e9;
/** Relative difference from the run's own reward cost that summing in another order may make. */
const sameness = 1e-9;

/**
 * Replays worlds of a finished run, on the plans it was held at, and keeps what lies below its outcomes: closes, years, months and money
 * by reward. The same numbers as the run's, whatever the number of worlds. Throws a Problem for unknown names, with the nearest known
 * one, for worlds the run has not, for tables too large, and where the replay does not give the run's own cost (another version).
 *
 *     const seen = await observe(run, { designs: ["today"], worlds: 100 });
 *     seen.designs[0].cards[0].closes.attainment;
 */
export async function observe<Design extends string>(
  run: Run<Design>,
  options: ObserveOptions<Known<Design> | YardstickName> = {},
): Promise<Observations<Design>> {
  const response = known("response", options.response ?? run.response, run.responses);
  const names: readonly string[] = run.designs.map(({ name }) => name);
  const wanted = (options.designs ?? names).map((name) => known("design", name, names));
  const worlds = within("worlds", options.worlds ?? Math.min(usualWorlds, run.worlds), run.worlds);
  const months = within("months", options.months ?? run.months, run.months);
  const program = programOf(run, options.rewards);
  const plans = plansOf(program, run.response, run.held);
  const tasks = tasksOf(program, plans)
    .filter(({ columns }) => columns.includes(response))
    .filter(({ design }) => wanted.includes(program.designs[design].name));
  if (tasks.length === 0) refuse("designs", "none was asked for", "leave designs out to observe all");
  const tables = await observeAll(program, tasks, worlds, months, options);
  const designs = tasks.map((task, k) => designOf(program, task, tables[k]));
  for (const one of designs) checkSame(run, one, response, worlds);
  return {
    run: headerOf(run),
    worlds,
    months,
    response,
    quantities: quantitiesOf(program.activities),
    designs,
  };
}

const known = <Name extends string>(what: string, name: Name, names: readonly Name[]): Name =>
  names.includes(name) ? name : refuse(what, `"${name}" is not in this run`, didYouMean(name, names));

function within(what: string, value: number, most: number): number {
  if (Number.isInteger(value) && value >= 1 && value <= most) return value;
  return refuse(what, `the run has ${most} ${what}, not ${value}`, `ask for a whole number from 1 to ${most}`);
}

const programOf = (run: Run, rewards: readonly Reward[] | undefined): Program =>
  compile(makeScenario(run.scenario, { name: run.name, rewards }), {
    seed: run.seed,
    months: run.months,
    ...drawnAs(run),
  });

function headerOf<Design extends string>(run: Run<Design>): RunHeader<Design> {
  const { columns: _columns, draws: _draws, ...header } = run;
  return header;
}

const designOf = (program: Program, task: Task, tables: ObservedTables): ObservedDesign => {
  const { name, title, role } = program.designs[task.design];
  const { response, scale, shift } = task;
  return { name, title, role, response, scale, shift, ...tables };
};

/** Tables by task, batch after batch, letting others in between. */
async function observeAll(
  program: Program,
  tasks: readonly Task[],
  worlds: number,
  months: number,
  { otherLuck: isTwice = true, signal, onProgress }: ObserveOptions,
): Promise<ObservedTables[]> {
  const size = worldsPerBatch(program.managers);
  const parts: ObservedTables[][] = tasks.map(() => []);
  for (let first = 0; first < worlds; first += size) {
    await breathe();
    signal?.throwIfAborted();
    const count = Math.min(size, worlds - first);
    const batchInputs = drawBatch(program, first, count);
    const other = isTwice ? otherLuck(batchInputs) : undefined;
    for (const [k, task] of tasks.entries()) {
      const tables = observeBatch(batchInputs, task, months, other);
      if (!areFinite(tables)) refuseNotFinite("what was observed", batchInputs, task, undefined);
      parts[k].push(tables);
    }
    if (first === 0) checkSize((bytesOf(parts) / count) * worlds, worlds);
    onProgress?.({ stage: "observing", done: first + count, total: worlds });
  }
  return parts.map((one) => join(one));
}

function checkSize(bytes: number, worlds: number): void {
  if (bytes <= mostBytes) return;
  const fitting = Math.max(1, Math.floor((worlds * mostBytes) / bytes));
  refuse(
    "worlds",
    `observing ${worlds} worlds would take ${(bytes / 1e9).toFixed(1)} GB`,
    `ask for at most ${fitting}, or for fewer designs`,
  );
}

/** Refuses a replay that is not the run: one made by another version, or of a scenario with other rewards. */
function checkSame(run: Run, { name, years }: ObservedDesign, response: string, worlds: number): void {
  const own = column(run, name, "reward cost", response).subarray(0, worlds);
  const accrued = years.rewards.reduce((total, one) => total + sum(one.accrued), 0);
  const cost = (12 * accrued) / (run.months * run.managers);
  const expected = sum(own);
  if (Math.abs(cost - expected) <= sameness * Math.abs(expected)) return;
  refuse(
    "run",
    `replaying "${name}" gives other costs than the run has; it was made by ${run.version}`,
    "simulate again",
  );
}
