import type { HeldName } from "../../model/outcomes/held.js";
import { responses } from "../../model/responses/index.js";
import type { Scenario } from "../../scenario/scenario.js";
import { unlessAborted } from "../batch/abort.js";
import type { Held, HoldTarget, Runs } from "../data.js";
import type { Answer, Executor, Job } from "../jobs.js";
import { shownResponses } from "../shown-responses.js";
import type { Program } from "../world/program.js";

import { pooledSlopes } from "./slopes.js";

/** Pilot worlds at least and at most, each together with its mirror image. */
const [fewestPilots, mostPilots] = [24, 800];
/** Pilot worlds of a flat top-up at most: what it costs goes with its amount, and a few worlds tell all of it. */
const topUpPilots = 48;
/** Worlds on which the cost of the baseline is measured where nothing is held; as many as the pilots where these are given. */
const usualCostWorlds = 256;

/** Years of seats that pilot worlds hold at least: with fewer, plans miss by so much that straight lines do not reach. */
const seatYears = 400;

/**
 * Pilot worlds for a run of so many worlds: 4√n, more in small teams and short horizons. What the plan found there misses in the run is
 * corrected with slopes measured on as many worlds, so that the error left by both, relative to the run's own, is the same for every size
 * (docs/decisions/0041).
 */
export const pilotsFor = (worlds: number, { managers, months }: Pick<Program, "managers" | "months">): number =>
  Math.min(
    mostPilots,
    Math.max(fewestPilots, Math.ceil(4 * Math.sqrt(worlds)), Math.ceil((12 * seatYears) / (managers * months))),
  );

interface Plan {
  readonly scale: number;
  readonly shift: number;
}

/** Worlds that slopes need, to do as much for a run of so many worlds as they should where its pilots are that many: see `pilotsFor`. */
const slopeWorlds = (worlds: number, pilots: number): number => Math.max(pilots, Math.ceil((16 * worlds) / pilots));

/** At which scale and shift each design runs under each response. */
export interface Plans {
  /** The response of the headline. */
  readonly main: string;
  readonly held: readonly Held[];
  readonly of: (design: number, response: string) => Plan;
}

interface HoldOptions {
  /** Worlds of the whole run. */
  readonly worlds: number;
  /** Pilot worlds; `pilotsFor` the run unless given. */
  readonly pilots?: number | undefined;
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((progress: { stage: "holding equal"; done: number; total: number }) => void) | undefined;
}

/**
 * Makes designs equal in what the file says, in expectation, and in difficulty, under each response that reacts. `none` runs the plan held
 * under the headline's response: the same plan, nobody reacting. The flat top-up is made equal to the designs.
 */
export async function equaliseAll(
  scenario: Scenario,
  program: Program,
  executor: Executor,
  options: HoldOptions,
): Promise<Plans> {
  const { hold, run, baseline } = scenario.checked;
  const main = run.response;
  const pilots = options.pilots ?? pilotsFor(options.worlds, program);
  const flat = program.designs.findIndex((one) => one.role === "flat top-up");
  const flatJob = (outcome: HeldName, value: number): Job => ({
    kind: "hold",
    design: flat,
    searches: [flatRuns(program, flat)],
    target: { outcome, value, atTarget: undefined },
    pilots: Math.min(pilots, topUpPilots),
    from: { scale: value, shift: 0 },
  });
  if (hold) {
    const jobs = program.designs.flatMap((_, d) => jobsFor(program, d, main, hold, pilots));
    return plansOf(program, main, await runAll([...jobs, flatJob(hold.outcome, hold.value)], executor, options));
  }
  const base = program.designs.findIndex((one) => one.name === baseline);
  const rewardCost = await unlessAborted(options.signal, () =>
    costOf(base, main, executor, options.pilots ?? usualCostWorlds),
  );
  if (rewardCost <= 0) return plansOf(program, main, [unpaid(program, flat)]);
  const held = await runAll([flatJob("reward cost", rewardCost)], executor, options);
  return plansOf(
    program,
    main,
    held.map((one) => ({ ...one, to: { ...one.to, value: baseline } })),
  );
}

/** The searches of one of the scenario's designs; none where it pays nothing. */
function jobsFor(program: Program, d: number, main: string, target: HoldTarget, pilots: number): Job[] {
  const { name, role, cards, fixed } = program.designs[d];
  if (role !== "design" || (cards.length === 0 && fixed.length === 0)) return [];
  const shown = shownResponses();
  const reacting = reactingUnder(main);
  const searches =
    cards.length === 0
      ? [[{ design: name, response: "none", columns: shown }]]
      : reacting.map((response) => [
          { design: name, response, columns: [response] },
          ...(response === main ? shown : [])
            .filter((one) => !reacting.includes(one))
            .map((one) => ({ design: name, response: one, columns: [one] })),
        ]);
  return [{ kind: "hold", design: d, searches, target, pilots, from: { scale: 1, shift: 0 } }];
}

/** Responses that have plans of their own, the headline's first: it, and those that react. */
const reactingUnder = (main: string): readonly string[] => [
  main,
  ...responses.filter((one) => !one.compensates && one.movesMotive && one.name !== main).map((one) => one.name),
];

/** The flat top-up, and the first best, which pays it. */
function flatRuns({ designs }: Program, flat: number): Runs[] {
  const columns = shownResponses();
  return [
    { design: designs[flat].name, response: "none", columns },
    ...designs
      .filter((one) => one.role === "first best")
      .map(({ name }) => ({ design: name, response: "planner", columns })),
  ];
}

/** A flat top-up of nothing. */
const unpaid = (program: Program, flat: number): Held => ({
  design: program.designs[flat].name,
  response: "none",
  runs: flatRuns(program, flat),
  scale: 0,
  shift: 0,
  to: { outcome: "reward cost", value: 0, atTarget: undefined },
  pilots: 0,
  slopes: [],
  isMet: true,
  remark: "",
});

/** The plans that follow from what was held: those of a run, without looking for them again. */
export const plansOf = (program: Program, main: string, held: readonly Held[]): Plans => ({
  main,
  held,
  of(design, response) {
    const { name } = program.designs[design];
    const found = held.find(({ runs }) => runs.some((one) => one.design === name && one.columns.includes(response)));
    return { scale: found?.scale ?? 1, shift: found?.shift ?? 0 };
  },
});

/** EUR per KAM-year. What a design costs as written. */
async function costOf(design: number, response: string, executor: Executor, worlds: number): Promise<number> {
  const task = { design, response, scale: 1, shift: 0 };
  const answer = (await executor.run({ kind: "batch", first: 0, count: worlds, tasks: [task] })) as Extract<
    Answer,
    { kind: "batch" }
  >;
  const at = answer.costIndex * worlds;
  return answer.results[0].subarray(at, at + worlds).reduce((sum, one) => sum + one, 0) / worlds;
}

/** The same plans for a run that grew: their slopes measured on more worlds. */
export async function sharpened(
  plans: Plans,
  program: Program,
  worlds: number,
  executor: Executor,
  signal: AbortSignal | undefined,
): Promise<Plans> {
  const better = async (plan: Held): Promise<Held> => {
    if (plan.slopes.length === 0) return plan;
    const [known] = plan.slopes;
    const more = slopeWorlds(worlds, plan.pilots) - known.worlds;
    if (more <= 0) return plan;
    const { scale, shift } = plan;
    const tasks = plan.runs.slice(0, plan.slopes.length).map(({ design: name, response }) => ({
      design: program.designs.findIndex((one) => one.name === name),
      ...{ response, scale, shift },
    }));
    const isShifted = Object.keys(known.byShift).length > 0;
    const { outcome } = plan.to;
    const job: Job = { kind: "slopes", first: known.worlds, count: more, tasks, isShifted, outcome };
    const { slopes } = (await unlessAborted(signal, () => executor.run(job))) as Extract<Answer, { kind: "slopes" }>;
    return { ...plan, slopes: plan.slopes.map((one, k) => pooledSlopes(one, slopes[k])) };
  };
  return plansOf(program, plans.main, await Promise.all(plans.held.map(better)));
}

async function runAll(jobs: readonly Job[], executor: Executor, { signal, onProgress }: HoldOptions): Promise<Held[]> {
  const out: (readonly Held[])[] = jobs.map(() => []);
  let next = 0;
  let done = 0;
  const work = async (): Promise<void> => {
    while (next < jobs.length) {
      const k = next++;
      out[k] = ((await unlessAborted(signal, () => executor.run(jobs[k]))) as Extract<Answer, { kind: "hold" }>).held;
      onProgress?.({ stage: "holding equal", done: ++done, total: jobs.length });
    }
  };
  await Promise.all(Array.from({ length: executor.size }, work));
  return out.flat();
}
