import { exp, ln } from "../../foundation/maths/exponential.js";
import type { HeldName } from "../../model/outcomes/held.js";
import type { Outcome } from "../../model/outcomes/outcome.js";
import type { Steps } from "../batch/steps.js";
import type { Held, HoldTarget, Runs, Slopes } from "../data.js";
import type { Task } from "../world/program.js";
import { isMet, type Pilot, type Pilots, size, type Trial, tryPlan } from "./pilot.js";
import { isUnpaid, roughPlan, roughTrials } from "./rough-plan.js";
import { lastTrials, searchShare, type Tried } from "./share-search.js";
import { meanSlopes, type WorldSlopes, worldSlopes } from "./slopes.js";

export type { Pilots } from "./pilot.js";

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
  /** Outcomes whose slopes are wanted; what is held among them. */
  readonly outcomes: readonly Outcome[];
}

/** Newton steps at most. */
const mostSteps = 6;
/** Trials of one design under one response at most: rough ones, Newton's, the last search. */
export const mostTrials = 2 * roughTrials + mostSteps + 1 + lastTrials;
/** How often slopes are measured at most, each of four trials on the pilot worlds without their mirror images. */
export const mostSlopes = mostSteps + 2;
/** A step in ln(scale) and shift after which slopes are still good: one more step with the same slopes leaves next to nothing. */
const smallStep = [0.12, 0.04] as const;

/**
 * Finds the scale and shift at which a design costs, pays or is worth what it should and is as hard as it should be, on shared luck: the
 * neighbourhood by Broyden's method on few pilot worlds, then Newton steps on all of them with slopes measured there, the last with the
 * slopes of the one before (a chord step). What the plan still misses is measured in the run's own worlds (`equal.ts`). Targets that cannot be
 * met are reported, never clipped. Pauses often, so that whoever does it in a thread of others can let them in, or stop.
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
  if (isUnpaid(tried.trial) && tried.trial.share === undefined)
    return unmet(pilots, search, tried.trial, nothing(target));
  let best = tried;
  let own = yield* measure(pilots, search, taskAt(tried.x), tried.trial);
  for (let k = 0; k < mostSteps && !isUnpaid(tried.trial); k++) {
    const step = newtonStep(meanSlopes(own, target.outcome), tried.trial, target);
    if (step === undefined) break;
    const x: Tried["x"] = [tried.x[0] + step[0], tried.x[1] + step[1]];
    tried = yield* settleOn(pilots.many)(x);
    if (isSmall(step)) {
      const rest = newtonStep(meanSlopes(own, target.outcome), tried.trial, target);
      if (rest !== undefined && isSmall(rest))
        return yield* found(pilots, search, taskAt([x[0] + rest[0], x[1] + rest[1]]), own);
    }
    if (size(tried.trial) < size(best.trial)) best = tried;
    own = yield* measure(pilots, search, taskAt(x), tried.trial);
  }
  const last = isMet(best.trial, target) ? best : yield* searchShare(best, settleOn(pilots.many), target);
  if (isUnpaid(last.trial)) return unmet(pilots, search, last.trial, nothing(target));
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

/** −J⁻¹r for r the log of the amount over target and the share above the one wanted; undefined where slopes cannot tell. */
function newtonStep(
  { byScale, byShift }: Slopes,
  { amount, share }: Trial,
  target: HoldTarget,
): [number, number] | undefined {
  const off = ln(amount / target.value);
  const amountByScale = byScale[target.outcome] / amount;
  if (!(amountByScale > leastSlope)) return undefined;
  if (share === undefined || target.atTarget === undefined) return [limit(-off / amountByScale, 1), 0];
  const amountByShift = byShift[target.outcome] / amount;
  const determinant = amountByScale * byShift["at target"] - amountByShift * byScale["at target"];
  if (!(determinant / amountByScale < -leastSlope)) return undefined;
  const above = share - target.atTarget;
  return [
    limit(-(byShift["at target"] * off - amountByShift * above) / determinant, 1),
    limit(-(amountByScale * above - byScale["at target"] * off) / determinant, 0.15),
  ];
}

const isSmall = ([scale, shift]: readonly [number, number]): boolean =>
  Math.abs(scale) <= smallStep[0] && Math.abs(shift) <= smallStep[1];

/** Slopes flatter than this say nothing of where a target is met. */
const leastSlope = 0.05;

const limit = (value: number, most: number): number => Math.max(-most, Math.min(most, value));

/** The plan with the slopes of all that run it. A share that does not answer to targets is not corrected, nor is an amount that does not answer. */
function* found(pilots: Pilots, search: Search, { scale, shift }: Task, measured: WorldSlopes): Steps<Held> {
  const isShifted =
    measured.byShift.length > 0 && answers(meanSlopes(measured, search.target.outcome), search.target.outcome);
  const own = isShifted ? measured : { ...measured, byShift: [] };
  const all = [own];
  const plains = pilots.many.map(({ plain }) => plain);
  const { designs } = plains[0].program;
  // the first best pays the top-up, of which next to nothing is missed, and does not answer to it
  for (const { design, response } of search.runs.slice(1).filter((one) => one.response !== "planner")) {
    const task = { design: designs.findIndex(({ name }) => name === design), response, scale, shift };
    all.push(yield* worldSlopes(plains, task, search.outcomes, isShifted));
  }
  const { outcome } = search.target;
  const isMoved = meanSlopes(own, outcome).byScale[outcome] > 0;
  const slopes = isMoved ? all.map((one) => meanSlopes(one, outcome, own)) : [];
  const heads = heading(pilots, search);
  const to = isShifted ? heads.to : { ...heads.to, atTarget: undefined };
  return { ...heads, to, scale, shift, slopes, isMet: true, remark: "" };
}

/** Whether what is held and the share tell a plan. */
function answers({ byScale, byShift }: Slopes, outcome: HeldName): boolean {
  const amount = byScale[outcome];
  return amount > 0 && byShift["at target"] - (byShift[outcome] * byScale["at target"]) / amount < -leastSlope;
}

const heading = (
  { many }: Pilots,
  { runs, target }: Search,
): Pick<Held, "design" | "response" | "runs" | "to" | "pilots"> => ({
  design: runs[0].design,
  response: runs[0].response,
  runs,
  pilots: many.reduce((sum, { plain }) => sum + plain.count, 0),
  to: { outcome: target.outcome, value: target.value, atTarget: target.atTarget },
});

/** Why nothing can be scaled to what is wanted. */
const nothing = ({ outcome }: HoldTarget): string =>
  outcome === "reward cost"
    ? "it has no cost to scale"
    : `its ${outcome} is not above zero, so that no factor brings it there`;

const unmet = (pilots: Pilots, search: Search, trial: Trial, why: string): Held => ({
  ...heading(pilots, search),
  ...{ scale: 1, shift: 0, slopes: [], isMet: false },
  remark: trial.share === undefined ? why : `${why}, ${percent(trial.share)} at target`,
});

/** A plan that misses what it should meet: an amount that is met stays equal, whatever the share is. */
function missed(held: Held, { amount, share }: Trial, target: HoldTarget): Held {
  const isAmountMet = isMet({ amount, share: undefined }, target);
  const name = target.outcome === "reward cost" ? "cost" : target.outcome;
  const off = `${name} ${(100 * (amount / target.value - 1)).toFixed(1)} % off`;
  return {
    ...held,
    slopes: isAmountMet ? held.slopes : [],
    isMet: false,
    remark: [off, ...(share === undefined ? [] : [`${percent(share)} at target`])].join(", "),
  };
}

const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;
