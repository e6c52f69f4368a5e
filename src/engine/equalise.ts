import { exp, ln } from "../foundation/exponential.js";
import type { Outcome } from "../model/outcomes/outcome.js";
import { type HoldTarget, isMet, type Pilot, type Pilots, size, type Trial, tryPlan } from "./pilot.js";
import type { Task } from "./program.js";
import { isUnpaid, roughPlan, roughTrials } from "./rough-plan.js";
import { lastTrials, searchShare, type Tried } from "./share-search.js";
import { meanSlopes, type Slopes, type WorldSlopes, worldSlopes } from "./slopes.js";
import type { Steps } from "./steps.js";

export type { HoldTarget, Pilots } from "./pilot.js";

/** A task that runs a plan, by name. */
export interface Runs {
  readonly design: string;
  readonly response: string;
  /** Responses of the run whose columns it gives: more than its own where nobody reacts. */
  readonly columns: readonly string[];
}

/** How a design was made equal, and where it could not be. */
export interface Held {
  /** The design and the response it is held under. */
  readonly design: string;
  readonly response: string;
  /** All that runs this plan: the design itself first. */
  readonly runs: readonly Runs[];
  /** factor on all amounts of the design, as it was run. */
  readonly scale: number;
  /** score. Common tightening of targets, as it was run. */
  readonly shift: number;
  /** What it is made equal in, by outcome: money per KAM-year, or the name of the design it is to cost as much as; share of scores. */
  readonly to: { readonly rewardCost: number | string; readonly atTarget: number | undefined };
  /** Pilot worlds it was found on, each with its mirror image. */
  readonly pilots: number;
  /** How expected outcomes answer to the plan, one for each of `runs` but the first best; empty where nothing could be held. */
  readonly slopes: readonly Slopes[];
  readonly isMet: boolean;
  /** What was not met and by how much; empty when all is met. */
  readonly remark: string;
}

/** Where the search begins. */
export interface Start {
  readonly scale: number;
  readonly shift: number;
}

/** A design to make equal under a response. */
export interface Search {
  readonly design: number;
  readonly response: string;
  readonly target: HoldTarget;
  readonly from: Start;
  /** All that runs the plan found, itself first: their outcomes answer to it, too. */
  readonly runs: readonly Runs[];
  /** Outcomes whose slopes are wanted; the reward cost and the share at target among them. */
  readonly outcomes: readonly Outcome[];
}

/** Newton steps at most. */
const mostSteps = 6;
/** Trials of one design under one response at most: rough ones, Newton's, the last search. */
export const mostTrials = 2 * roughTrials + mostSteps + 1 + lastTrials;
/** How often slopes are measured at most, each of four trials on the pilot worlds without their mirror images. */
export const mostSlopes = mostSteps + 2;
/** A step in ln(scale) and shift that needs no further trial: what it leaves is of second order, and in no ± but the run's own. */
const smallStep = [0.12, 0.04] as const;

/**
 * Finds the scale and shift at which a design costs what it should and is as hard as it should be, on shared luck: the neighbourhood by
 * Broyden's method on few pilot worlds, then Newton steps on all of them with slopes measured there. What the plan still misses is measured
 * in the run's own worlds (`equal.ts`). Targets that cannot be met are reported, never clipped. Pauses often, so that whoever does it in a
 * thread of others can let them in, or stop.
 */
export function* equalise(pilots: Pilots, search: Search): Steps<Held> {
  const { design, response, target, from } = search;
  const taskAt = ([scale, shift]: Tried["x"]): Task => ({ design, response, scale: from.scale * exp(scale), shift });
  const settleOn = (pilot: Pilot) =>
    function* (x: Tried["x"]): Steps<Tried> {
      return { x, trial: yield* tryPlan(pilot, taskAt(x), target) };
    };
  let rough = yield* roughPlan([0, from.shift], settleOn(pilots.few));
  // What is rarely paid may be paid in none of few worlds.
  if (isUnpaid(rough.trial)) rough = yield* roughPlan([0, from.shift], settleOn(pilots.many));
  let tried = yield* settleOn(pilots.many)(rough.x);
  if (isUnpaid(tried.trial) && tried.trial.share === undefined) return unmet(pilots, search, tried.trial, noCost);
  let best = tried;
  let own = yield* measure(pilots, search, taskAt(tried.x), tried.trial);
  for (let k = 0; k < mostSteps && !isUnpaid(tried.trial); k++) {
    const step = newtonStep(meanSlopes(own), tried.trial, target);
    if (step === undefined) break;
    const x: Tried["x"] = [tried.x[0] + step[0], tried.x[1] + step[1]];
    if (Math.abs(step[0]) <= smallStep[0] && Math.abs(step[1]) <= smallStep[1])
      return yield* found(pilots, search, taskAt(x), own);
    tried = yield* settleOn(pilots.many)(x);
    if (size(tried.trial) < size(best.trial)) best = tried;
    own = yield* measure(pilots, search, taskAt(x), tried.trial);
  }
  const last = isMet(best.trial, target) ? best : yield* searchShare(best, settleOn(pilots.many), target);
  if (isUnpaid(last.trial)) return unmet(pilots, search, last.trial, noCost);
  const slopes = yield* measure(pilots, search, taskAt(last.x), last.trial);
  if (isMet(last.trial, target)) return yield* found(pilots, search, taskAt(last.x), slopes);
  return missed(yield* found(pilots, search, taskAt(last.x), { ...slopes, byShift: [] }), last.trial, target);
}

/** Slopes on the pilot worlds as they are, without their mirror images: events that flip are no rarer in those. */
function* measure(pilots: Pilots, { outcomes }: Search, task: Task, { share }: Trial): Steps<WorldSlopes> {
  return yield* worldSlopes(
    pilots.many.map(({ plain }) => plain),
    task,
    outcomes,
    share !== undefined,
  );
}

/** −J⁻¹r for r the log of cost over target and the share above the one wanted; undefined where slopes cannot tell. */
function newtonStep(
  { byScale, byShift }: Slopes,
  { cost, share }: Trial,
  target: HoldTarget,
): [number, number] | undefined {
  const off = ln(cost / target.rewardCost);
  const costByScale = byScale["reward cost"] / cost;
  if (!(costByScale > leastSlope)) return undefined;
  if (share === undefined || target.atTarget === undefined) return [limit(-off / costByScale, 1), 0];
  const costByShift = byShift["reward cost"] / cost;
  const determinant = costByScale * byShift["at target"] - costByShift * byScale["at target"];
  if (!(determinant / costByScale < -leastSlope)) return undefined;
  const above = share - target.atTarget;
  return [
    limit(-(byShift["at target"] * off - costByShift * above) / determinant, 1),
    limit(-(costByScale * above - byScale["at target"] * off) / determinant, 0.15),
  ];
}

/** Slopes flatter than this say nothing of where a target is met. */
const leastSlope = 0.05;

const limit = (value: number, most: number): number => Math.max(-most, Math.min(most, value));

/** The plan with the slopes of all that run it. A share that does not answer to targets is not corrected, nor is a cost that does not answer. */
function* found(pilots: Pilots, search: Search, { scale, shift }: Task, measured: WorldSlopes): Steps<Held> {
  const isShifted = measured.byShift.length > 0 && answers(meanSlopes(measured));
  const own = isShifted ? measured : { ...measured, byShift: [] };
  const all = [own];
  const plains = pilots.many.map(({ plain }) => plain);
  const { designs } = plains[0].program;
  // the first best pays the top-up, of which next to nothing is missed, and does not answer to it
  for (const { design, response } of search.runs.slice(1).filter((one) => one.response !== "planner")) {
    const task = { design: designs.findIndex(({ name }) => name === design), response, scale, shift };
    all.push(yield* worldSlopes(plains, task, search.outcomes, isShifted));
  }
  const slopes = meanSlopes(own).byScale["reward cost"] > 0 ? all.map((one) => meanSlopes(one, own)) : [];
  const heads = heading(pilots, search);
  const to = isShifted ? heads.to : { ...heads.to, atTarget: undefined };
  return { ...heads, to, scale, shift, slopes, isMet: true, remark: "" };
}

/** Whether cost and share tell a plan. */
function answers({ byScale, byShift }: Slopes): boolean {
  const cost = byScale["reward cost"];
  return cost > 0 && byShift["at target"] - (byShift["reward cost"] * byScale["at target"]) / cost < -leastSlope;
}

const heading = (
  { many }: Pilots,
  { runs, target }: Search,
): Pick<Held, "design" | "response" | "runs" | "to" | "pilots"> => ({
  design: runs[0].design,
  response: runs[0].response,
  runs,
  pilots: many.reduce((sum, { plain }) => sum + plain.count, 0),
  to: { rewardCost: target.rewardCost, atTarget: target.atTarget },
});

const noCost = "it has no cost to scale";

const unmet = (pilots: Pilots, search: Search, trial: Trial, why: string): Held => ({
  ...heading(pilots, search),
  ...{ scale: 1, shift: 0, slopes: [], isMet: false },
  remark: trial.share === undefined ? why : `${why}, ${percent(trial.share)} at target`,
});

/** A plan that misses what it should meet: a cost that is met stays equal, whatever the share is. */
function missed(held: Held, { cost, share }: Trial, target: HoldTarget): Held {
  const isCostMet = isMet({ cost, share: undefined, costError: 0, shareError: undefined, residual: [0, 0] }, target);
  const off = `cost ${(100 * (cost / target.rewardCost - 1)).toFixed(1)} % off`;
  return {
    ...held,
    slopes: isCostMet ? held.slopes : [],
    isMet: false,
    remark: [off, ...(share === undefined ? [] : [`${percent(share)} at target`])].join(", "),
  };
}

const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;
