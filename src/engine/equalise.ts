import { exp } from "../foundation/exponential.js";
import { type HoldTarget, type Pilot, type Pilots, type Trial, tryPlan } from "./pilot.js";
import type { Task } from "./program.js";
import type { Steps } from "./steps.js";

export type { HoldTarget, Pilots } from "./pilot.js";

/** How a design was made equal, and where it could not be. */
export interface Held {
  readonly design: string;
  readonly response: string;
  /** factor on all amounts of the design. */
  readonly scale: number;
  /** score. Common tightening of targets. */
  readonly shift: number;
  /** EUR per KAM-year and share of scores, on the pilot worlds. */
  readonly rewardCost: number;
  readonly atTarget: number | undefined;
  /** EUR per KAM-year. Standard error of the cost: the pilot worlds are a sample, so the true cost is only so well known. */
  readonly costError: number;
  /** share. Standard error of the share at target, for the same reason; undefined where no share is asked for. */
  readonly shareError: number | undefined;
  readonly isMet: boolean;
  /** What was not met and by how much; empty when all is met. */
  readonly remark: string;
}

/** Where the search begins. */
export interface Start {
  readonly scale: number;
  readonly shift: number;
}

/** Tolerances on the pilot worlds: relative cost, share at target. */
export const holdTolerance = { cost: 0.004, share: 0.005 } as const;
const mostRounds = 16;
/** Trials of the last search, where rounds did not suffice. */
const lastTrials = 40;
/** Trials of one design under one response at most, whatever it is: two to begin with, the rounds, one to settle on, the last search. */
export const mostTrials = 2 + mostRounds + 1 + lastTrials;
/** log. A share is judged once cost is as near as this. */
const judgedWithin = 0.02;
/** Sum of residuals at which the neighbourhood is found. */
const near = 0.05;

/**
 * First guess of how scale and shift answer to the residuals: cost is proportional to scale and falls by about three
 * per cent for each point targets are tightened (the slope of common curves); difficulty follows the shift alone.
 */
const firstInverse = [1, 3, 0, 1];

/**
 * Finds the scale and shift at which a design costs what it should and is as hard as it should be, on shared luck:
 * Broyden's method on (log of the scale over the first one, shift), steps limited. Unmet targets are reported, never clipped. Pauses before every
 * trial, so that whoever does it in a thread of others can let them in, or stop.
 */
export function* equalise(
  pilots: Pilots,
  design: number,
  response: string,
  target: HoldTarget,
  from: Start = { scale: 1, shift: 0 },
): Steps<Held> {
  const { name } = pilots.many.plain.program.designs[design];
  const at = ([scale, shift]: readonly [number, number]): Task => ({
    design,
    response,
    scale: from.scale * exp(scale),
    shift,
  });
  let x: readonly [number, number] = [0, from.shift];
  let inverse: readonly number[] = firstInverse;
  let pilot = pilots.few;
  let trial = yield* attempt(pilot, at(x), target);
  if (trial.cost <= 0) {
    // What is rarely paid may be paid in none of few worlds.
    pilot = pilots.many;
    trial = yield* attempt(pilot, at(x), target);
  }
  if (trial.cost <= 0 && trial.share === undefined) return report(name, response, 1, 0, trial, target, noCost);
  let best: Tried | undefined;
  for (let round = 0; round < mostRounds; round++) {
    const isRough = pilot === pilots.few;
    if (isRough && (size(trial) < near || round === mostRounds / 2)) {
      pilot = pilots.many;
      trial = yield* attempt(pilot, at(x), target);
      continue;
    }
    const isDone = !isRough && isMet(trial, target);
    if (isDone || (!isRough && (best === undefined || size(trial) < size(best.trial)))) best = { x, trial };
    if (isDone) break;
    const r = trial.residual;
    const step: [number, number] = [
      limit(-(inverse[0] * r[0] + inverse[1] * r[1]), 1),
      limit(-(inverse[2] * r[0] + inverse[3] * r[1]), 0.25),
    ];
    x = [x[0] + step[0], x[1] + step[1]];
    trial = yield* attempt(pilot, at(x), target);
    inverse = broyden(inverse, step, [trial.residual[0] - r[0], trial.residual[1] - r[1]]);
  }
  const settle = function* (x: Tried["x"]): Steps<Tried> {
    return { x, trial: yield* attempt(pilots.many, at(x), target) };
  };
  const found = best ?? (yield* settle(x));
  const settled = isMet(found.trial, target) ? found : yield* searchShare(found, settle, target);
  if (settled.trial.cost <= 0) return report(name, response, 1, 0, settled.trial, target, noCost);
  return report(name, response, from.scale * exp(settled.x[0]), settled.x[1], settled.trial, target);
}

function* attempt(pilot: Pilot, task: Task, target: HoldTarget): Steps<Trial> {
  yield;
  return tryPlan(pilot, task, target);
}

const noCost = "it has no cost to scale";

/** A plan, as (log scale, shift), and what it gave. */
interface Tried {
  readonly x: readonly [number, number];
  readonly trial: Trial;
}

/**
 * The last search, where slopes misled. The share at target falls with the shift, in steps because pilots are few: the
 * shift is bracketed and halved. Before each judgement of it the scale is brought to about the cost wanted, by the
 * elasticity the last two trials show. Ends at a plan that is met, or closes in on a step that jumps over the share wanted.
 */
function* searchShare(from: Tried, settle: (x: Tried["x"]) => Steps<Tried>, target: HoldTarget): Steps<Tried> {
  const bracket: { easy?: number; hard?: number } = {};
  let best = from;
  let tried = from;
  let elasticity = 1;
  let reach = 0.01;
  for (let k = 0; k < lastTrials && !isMet(tried.trial, target); k++) {
    const { x, trial } = tried;
    const [off] = trial.residual;
    let [scale, shift] = x;
    const share = trial.share ?? target.atTarget;
    const isJudged = Math.abs(off) < judgedWithin && share !== undefined && target.atTarget !== undefined;
    if (isJudged && !isNear(share, target.atTarget)) {
      const isEasy = share > target.atTarget;
      bracket[isEasy ? "easy" : "hard"] = shift;
      const { easy, hard } = bracket;
      shift = easy !== undefined && hard !== undefined ? (easy + hard) / 2 : shift + (isEasy ? reach : -reach);
      reach *= 2;
    }
    scale -= limit(off / elasticity, 1);
    tried = yield* settle([scale, shift]);
    const moved = scale - x[0];
    if (Math.abs(moved) > 1e-6) elasticity = Math.max(0.5, Math.min(8, (tried.trial.residual[0] - off) / moved));
    if (isMet(tried.trial, target) || size(tried.trial) < size(best.trial)) best = tried;
  }
  return best;
}

const limit = (value: number, most: number): number => Math.max(-most, Math.min(most, value));

const size = (trial: Trial): number => Math.abs(trial.residual[0]) + Math.abs(trial.residual[1]);

const isMet = ({ cost, share }: Trial, target: HoldTarget): boolean =>
  Math.abs(cost / target.rewardCost - 1) <= holdTolerance.cost &&
  (share === undefined || target.atTarget === undefined || isNear(share, target.atTarget));

const isNear = (share: number, wanted: number): boolean => Math.abs(share - wanted) <= holdTolerance.share;

/** Sherman–Morrison update of the inverse Jacobian; left alone where the step taught nothing. */
function broyden(inverse: readonly number[], step: [number, number], change: [number, number]): readonly number[] {
  const [a, b, c, d] = inverse;
  const h: [number, number] = [a * change[0] + b * change[1], c * change[0] + d * change[1]];
  const scale = step[0] * h[0] + step[1] * h[1];
  if (Math.abs(scale) < 1e-12) return inverse;
  const u: [number, number] = [(step[0] - h[0]) / scale, (step[1] - h[1]) / scale];
  const v: [number, number] = [step[0] * a + step[1] * c, step[0] * b + step[1] * d];
  const next = [a + u[0] * v[0], b + u[0] * v[1], c + u[1] * v[0], d + u[1] * v[1]];
  return next.every((one) => Number.isFinite(one) && Math.abs(one) < 20) ? next : firstInverse;
}

function report(
  design: string,
  response: string,
  scale: number,
  shift: number,
  trial: Trial,
  target: HoldTarget,
  why = "",
): Held {
  const met = why === "" && isMet(trial, target);
  const parts = [why];
  if (why === "" && !met) {
    parts.push(`cost ${(100 * (trial.cost / target.rewardCost - 1)).toFixed(1)} % off`);
    if (trial.share !== undefined) parts.push(`${(100 * trial.share).toFixed(1)} % at target`);
  }
  return {
    design,
    response,
    scale,
    shift,
    rewardCost: trial.cost,
    costError: trial.costError,
    atTarget: trial.share,
    shareError: trial.shareError,
    isMet: met,
    remark: met ? "" : parts.filter((part) => part !== "").join(", "),
  };
}
