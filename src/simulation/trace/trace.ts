import { didYouMean, refuse } from "../../foundation/text/problem.js";
import { responses } from "../../model/responses/index.js";
import type { Scenario } from "../../scenario/scenario.js";
import type { ResponseName } from "../../scenario/schema/file-types.js";
import { drawBatch, outcomesFor, runTask } from "../batch/batch.js";
import { DesignSimulation } from "../batch/design-simulation.js";
import { areFinite, refuseNotFinite } from "../batch/finite.js";
import { compile } from "../compile.js";
import { equaliseAll } from "../equal-cost/hold.js";
import { inlineExecutor } from "../jobs.js";
import { meterOf } from "../observation/meter.js";
import type { BatchInputs } from "../world/batch-inputs.js";
import type { Program, Task } from "../world/program.js";
import { type Sampling, worldsFor } from "../world/sampling.js";
import { type TraceReward, tracedCurves } from "./trace-close.js";
import { monthOf, type TraceMonth } from "./trace-month.js";

export type { TraceCard, TraceMonth } from "./trace-month.js";

export interface TraceOptions<Design extends string = string> {
  /** Name of the design; the baseline unless given. */
  readonly design?: Design | undefined;
  readonly response?: ResponseName | undefined;
  /** Which world, from 0; the same worlds a run draws. */
  readonly world?: number | undefined;
  /** Which manager of the team, from 0. */
  readonly manager?: number | undefined;
  readonly seed?: number | undefined;
  /** How the run draws its worlds; as the scenario says unless given. */
  readonly sampling?: Sampling | undefined;
  /** Worlds of the run: designs are made equal as it makes them; as the scenario says unless given. */
  readonly replications?: number | undefined;
  /** Worlds on which designs are made equal, as in the run. */
  readonly pilots?: number | undefined;
}

export interface Trace {
  readonly title: string;
  readonly design: string;
  readonly designTitle: string;
  /** The response it was played under: `planner` for the first best. */
  readonly response: string;
  readonly world: number;
  readonly manager: number;
  readonly seed: number;
  readonly currency: string;
  /** factor on the design's amounts and tightening of its targets, from holding designs equal. */
  readonly scale: number;
  readonly shift: number;
  /** What rewards pay by score. */
  readonly rewards: readonly TraceReward[];
  readonly months: readonly TraceMonth[];
}

/** Replays one manager in one world month by month: the same numbers a run draws for that world. */
export async function trace(scenario: Scenario, options: TraceOptions = {}): Promise<Trace> {
  const { lucksPerDraw } = scenario.checked.run;
  const program = compile(scenario, {
    seed: options.seed,
    sampling: options.sampling,
    lucksPerDraw,
  });
  const name = options.design ?? scenario.checked.baseline;
  const design = program.designs.findIndex((one) => one.name === name);
  if (design < 0)
    refuse(
      "design",
      `unknown design "${name}"`,
      didYouMean(
        name,
        program.designs.map((one) => one.name),
      ),
    );
  const world = index("world", options.world ?? 0, Number.MAX_SAFE_INTEGER);
  const manager = index("manager", options.manager ?? 0, program.managers - 1);
  const response = options.response ?? scenario.checked.run.response;
  if (!responses.some((one) => one.name === response)) {
    refuse(
      "response",
      `unknown response "${response}"`,
      didYouMean(
        response,
        responses.map((one) => one.name),
      ),
    );
  }
  const played = program.designs[design].role === "first best" ? "planner" : response;
  const { scale, shift } = await planOf(scenario, program, design, played, options);
  const batchInputs = drawBatch(program, world, 1);
  const task = { design, response: played, scale, shift };
  // outcomes are looked at as well: a trace ends where the run would
  runTask(batchInputs, task, outcomesFor(program));
  const { rewards, months } = watchManager(batchInputs, task, manager);
  return {
    title: scenario.checked.title,
    design: name,
    designTitle: program.designs[design].title,
    response: played,
    world,
    manager,
    seed: program.seed,
    currency: scenario.checked.currency,
    scale,
    shift,
    rewards,
    months,
  };
}

/** Plays the task in its one world and keeps what one manager lives through. */
function watchManager(batchInputs: BatchInputs, task: Task, manager: number): Pick<Trace, "rewards" | "months"> {
  const { program } = batchInputs;
  const plan = program.designs[task.design];
  const meter = meterOf(plan, program.managers, plan.role === "first best");
  const designs = program.designs.map((one, d) => (d === task.design ? meter.design : one));
  const play = new DesignSimulation({ ...batchInputs, program: { ...program, designs } }, task);
  meter.attach(play);
  const months: TraceMonth[] = [];
  for (let at = 0; at < program.months; at++) {
    meter.open(at);
    const closed = play.month(at);
    meter.finish();
    const month = monthOf(play, meter, closed, at, manager);
    if (!areFinite(month)) refuseNotFinite(`month ${month.month}`, batchInputs, task, 0);
    months.push(month);
    play.endMonth(at);
  }
  return { rewards: tracedCurves(play), months };
}

function index(what: string, value: number, most: number): number {
  if (Number.isInteger(value) && value >= 0 && value <= most) return value;
  return refuse(what, `there is no ${what} ${value}`, `count from 0${most < 1e6 ? ` to ${most}` : ""}`);
}

/** The program with one design and what holding it equal needs: the baseline and the yardsticks. */
/** Where a run plays a design: as written where nothing makes it equal to others. */
async function planOf(
  scenario: Scenario,
  program: Program,
  design: number,
  response: string,
  { replications, sampling, pilots }: TraceOptions,
): Promise<{ readonly scale: number; readonly shift: number }> {
  const { hold, baseline, run } = scenario.checked;
  const { name, role } = program.designs[design];
  if (hold === undefined && role === "design") return { scale: 1, shift: 0 };
  const few = only(program, design, baseline);
  const worlds = worldsFor(replications ?? run.worlds, sampling ?? run.sampling, run.lucksPerDraw);
  const plans = await equaliseAll(scenario, few, inlineExecutor(few), { worlds, pilots });
  return plans.of(
    few.designs.findIndex((one) => one.name === name),
    response,
  );
}

const only = (program: Program, design: number, baseline: string): Program => ({
  ...program,
  designs: program.designs.filter((one, d) => d === design || one.role !== "design" || one.name === baseline),
});
