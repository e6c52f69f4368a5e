import { ln } from "../foundation/exponential.js";
import { estimate, quantileSorted } from "../foundation/summary.js";
import { outcomes as allOutcomes } from "../model/outcomes/index.js";
import { runTask, type Stock } from "./batch.js";
import { firstNotFinite, refuseNotFinite } from "./finite.js";
import type { Task } from "./program.js";

/** What designs are made equal in. */
export interface HoldTarget {
  /** EUR per KAM-year. Expected accrued reward cost. */
  readonly rewardCost: number;
  /** share. Scores that reach target; undefined leaves targets as they are. */
  readonly atTarget: number | undefined;
}

/** log. Residual of a plan that costs nothing: as far off as one step reaches. */
const nothingPaid = -1;
const costOutcome = allOutcomes.filter((one) => one.name === "reward cost");

/** What a plan gave on the pilot worlds. */
export interface Trial {
  readonly cost: number;
  readonly costError: number;
  readonly share: number | undefined;
  readonly shareError: number | undefined;
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
export function tryPlan(pilot: Pilot, task: Task, target: HoldTarget): Trial {
  const closes: Float64Array[] = [];
  const [plain, mirrored] = [pilot.plain, pilot.mirrored].map((stock) =>
    runTask(stock, task, costOutcome, ({ cards, closed, lanes }) => {
      if (closed[0] !== true) return;
      const { score } = cards[0];
      const at = firstNotFinite(score);
      if (at >= 0) refuseNotFinite("a score", stock, task, lanes.world[at]);
      closes.push(score.slice());
    }),
  );
  // Opposite luck cancels in each pair, so that a pair says more about the mean than two worlds.
  const { mean, standardError } = estimate(plain.map((cost, w) => (cost + mirrored[w]) / 2));
  const off = mean > 0 ? ln(mean / target.rewardCost) : nothingPaid;
  const trial = { cost: mean, costError: standardError };
  // A design whose main card has no target to miss is as hard as it is: only its cost is held.
  const isTightened = pilot.plain.program.designs[task.design].cards[0]?.isTightened === true;
  if (target.atTarget === undefined || !isTightened)
    return { ...trial, share: undefined, shareError: undefined, residual: [off, 0] };
  const sorted = Float64Array.from(closes.flatMap((scores) => [...scores])).sort();
  const share = sorted.filter((score) => score >= 1).length / sorted.length;
  const shareError = estimate(sharesOf(closes, pilot.plain.count)).standardError;
  return { ...trial, share, shareError, residual: [off, 1 - quantileSorted(sorted, 1 - target.atTarget)] };
}

/** share, by pair of worlds. Scores that reach target, of all seats and closes of a world and its mirror image. */
function sharesOf(closes: readonly Float64Array[], worlds: number): Float64Array {
  const shares = new Float64Array(worlds);
  for (const scores of closes) {
    const seats = scores.length / worlds;
    for (let i = 0; i < scores.length; i++)
      if (scores[i] >= 1) shares[Math.floor(i / seats)] += 1 / (seats * closes.length);
  }
  return shares;
}
