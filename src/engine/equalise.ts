import { estimate, quantileSorted } from "../foundation/summary.js";
import { outcomes as allOutcomes } from "../model/outcomes/index.js";
import { runTask, type Stock } from "./batch.js";
import type { Task } from "./program.js";

/** What designs are made equal in. */
export interface HoldTarget {
  /** EUR per KAM-year. Expected accrued reward cost. */
  readonly rewardCost: number;
  /** share. Scores that reach target; undefined leaves targets as they are. */
  readonly atTarget: number | undefined;
}

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
/** Sum of residuals at which the neighbourhood is found. */
const near = 0.05;

const costOutcome = allOutcomes.filter((one) => one.name === "reward cost");

interface Trial {
  readonly cost: number;
  readonly costError: number;
  readonly share: number | undefined;
  /** Residuals: log cost over target, and by how much targets are too hard. */
  readonly residual: readonly [number, number];
}

/** The plan that is tried and where: pilot worlds and the same worlds with opposite luck. */
export interface Pilot {
  readonly plain: Stock;
  readonly mirrored: Stock;
}

/** Pilot worlds to find the neighbourhood on, and those to settle on. */
export interface Pilots {
  readonly few: Pilot;
  readonly many: Pilot;
}

/** Mean reward cost and scores of one design at a scale and shift, on the pilot worlds and their mirror images. */
function tryPlan(pilot: Pilot, task: Task, target: HoldTarget): Trial {
  const scores: number[] = [];
  const [plain, mirrored] = [pilot.plain, pilot.mirrored].map((stock) =>
    runTask(stock, task, costOutcome, ({ cards, closed }) => {
      if (closed[0] === true) scores.push(...cards[0].score);
    }),
  );
  // Opposite luck cancels in each pair, so that a pair says more about the mean than two worlds.
  const { mean, standardError } = estimate(plain.map((cost, w) => (cost + mirrored[w]) / 2));
  const off = mean > 0 ? Math.log(mean / target.rewardCost) : 0;
  const trial = { cost: mean, costError: standardError };
  // A design whose main card has no target to miss is as hard as it is: only its cost is held.
  const isTightened = pilot.plain.program.designs[task.design].cards[0]?.isTightened === true;
  if (target.atTarget === undefined || !isTightened) return { ...trial, share: undefined, residual: [off, 0] };
  const sorted = Float64Array.from(scores).sort();
  const share = scores.filter((score) => score >= 1).length / scores.length;
  return { ...trial, share, residual: [off, 1 - quantileSorted(sorted, 1 - target.atTarget)] };
}

/**
 * First guess of how scale and shift answer to the residuals: cost is proportional to scale and falls by about three
 * per cent for each point targets are tightened (the slope of common curves); difficulty follows the shift alone.
 */
const firstInverse = [1, 3, 0, 1];

/**
 * Finds the scale and shift at which a design costs what it should and is as hard as it should be, on shared luck:
 * Broyden's method on (log scale, shift), steps limited. Unmet targets are reported, never clipped.
 */
export function equalise(
  pilots: Pilots,
  design: number,
  response: string,
  target: HoldTarget,
  from: Start = { scale: 1, shift: 0 },
): Held {
  const { name } = pilots.many.plain.program.designs[design];
  const at = ([scale, shift]: readonly [number, number]): Task => ({ design, response, scale: Math.exp(scale), shift });
  let x: readonly [number, number] = [Math.log(from.scale), from.shift];
  let inverse: readonly number[] = firstInverse;
  let pilot = pilots.few;
  let trial = tryPlan(pilot, at(x), target);
  if (trial.cost <= 0) return report(name, response, 1, 0, trial, target, "it has no cost to scale");
  let best: { x: readonly [number, number]; trial: Trial } | undefined;
  for (let round = 0; round < mostRounds; round++) {
    const isRough = pilot === pilots.few;
    if (isRough && (size(trial) < near || round === mostRounds / 2)) {
      pilot = pilots.many;
      trial = tryPlan(pilot, at(x), target);
      continue;
    }
    if (!isRough && (best === undefined || size(trial) < size(best.trial))) best = { x, trial };
    if (!isRough && isMet(trial, target)) break;
    const r = trial.residual;
    const step: [number, number] = [
      limit(-(inverse[0] * r[0] + inverse[1] * r[1]), 1),
      limit(-(inverse[2] * r[0] + inverse[3] * r[1]), 0.25),
    ];
    x = [x[0] + step[0], x[1] + step[1]];
    trial = tryPlan(pilot, at(x), target);
    inverse = broyden(inverse, step, [trial.residual[0] - r[0], trial.residual[1] - r[1]]);
  }
  const settled = best ?? { x, trial: tryPlan(pilots.many, at(x), target) };
  return report(name, response, Math.exp(settled.x[0]), settled.x[1], settled.trial, target);
}

const limit = (value: number, most: number): number => Math.max(-most, Math.min(most, value));

const size = (trial: Trial): number => Math.abs(trial.residual[0]) + Math.abs(trial.residual[1]);

const isMet = ({ cost, share }: Trial, target: HoldTarget): boolean =>
  Math.abs(cost / target.rewardCost - 1) <= holdTolerance.cost &&
  (share === undefined || target.atTarget === undefined || Math.abs(share - target.atTarget) <= holdTolerance.share);

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
    isMet: met,
    remark: met ? "" : parts.filter((part) => part !== "").join(", "),
  };
}
