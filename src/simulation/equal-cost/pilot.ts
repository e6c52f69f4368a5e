import { ln } from "../../foundation/maths/exponential.js";
import { estimate, quantileSorted } from "../../foundation/maths/summary.js";
import { heldOutcomes } from "../../model/outcomes/held.js";
import { type BatchInputs, runTask } from "../batch/batch.js";
import { firstNotFinite, refuseNotFinite } from "../batch/finite.js";
import type { Steps } from "../batch/steps.js";
import type { HoldTarget } from "../data.js";
import type { Task } from "../world/program.js";

/** log. Residual of a plan that gives nothing: as far off as one step reaches. */
const nothingPaid = -1;

/** What a plan gave on the pilot worlds. */
export interface Trial {
  /** EUR per KAM-year. Mean of the outcome that is held. */
  readonly amount: number;
  readonly amountError: number;
  readonly share: number | undefined;
  readonly shareError: number | undefined;
  /** Residuals: log of the amount over the one wanted, and by how much targets are too hard. */
  readonly residual: readonly [number, number];
}

/** Some worlds and the same with opposite luck. */
interface Pair {
  readonly plain: BatchInputs;
  readonly mirrored: BatchInputs;
}

/** Where plans are tried: pilot worlds with their mirror images, in batches. */
export type Pilot = readonly Pair[];

/** Pilot worlds to find the neighbourhood on, and those to settle on. */
export interface Pilots {
  readonly few: Pilot;
  readonly many: Pilot;
}

/** Mean of the outcome that is held, and scores, of one design at a scale and shift, on the pilot worlds and their mirror images. Pauses before every batch. */
export function* tryPlan(pilot: Pilot, task: Task, target: HoldTarget): Steps<Trial> {
  const tried: Tried[] = [];
  for (const pair of pilot) {
    yield;
    tried.push(tryPair(pair, task, target));
  }
  const { mean, standardError } = estimate(tried.flatMap(({ amounts }) => [...amounts]));
  const off = mean > 0 ? ln(mean / target.value) : nothingPaid;
  const trial = { amount: mean, amountError: standardError };
  // A design whose main card has no target to miss is as hard as it is: only its amount is held.
  const isTightened = pilot[0].plain.program.designs[task.design].cards[0]?.isTightened === true;
  if (target.atTarget === undefined || !isTightened)
    return { ...trial, share: undefined, shareError: undefined, residual: [off, 0] };
  const sorted = Float64Array.from(tried.flatMap(({ closes }) => closes.flatMap((scores) => [...scores]))).sort();
  const shares = estimate(tried.flatMap((one) => [...sharesOf(one)]));
  const { mean: share, standardError: shareError } = shares;
  return { ...trial, share, shareError, residual: [off, 1 - quantileSorted(sorted, 1 - target.atTarget)] };
}

interface Tried {
  /** EUR per KAM-year, by pair of worlds. Opposite luck cancels in each, so that a pair says more about the mean than two worlds. */
  readonly amounts: Float64Array;
  /** Scores of all seats at each close, first of the worlds, then of their mirror images. */
  readonly closes: readonly Float64Array[];
}

function tryPair({ plain, mirrored }: Pair, task: Task, { outcome }: HoldTarget): Tried {
  const held = heldOutcomes.filter(({ name }) => name === outcome);
  const closes: Float64Array[] = [];
  const [amounts, opposite] = [plain, mirrored].map((batchInputs) =>
    runTask(batchInputs, task, held, ({ cards, closed, lanes }) => {
      if (closed[0] !== true) return;
      const { score } = cards[0];
      const at = firstNotFinite(score);
      if (at >= 0) refuseNotFinite("a score", batchInputs, task, lanes.world[at]);
      closes.push(score.slice());
    }),
  );
  return { amounts: amounts.map((one, w) => (one + opposite[w]) / 2), closes };
}

/** share, by pair of worlds. Scores that reach target, of all seats and closes of a world and its mirror image. */
function sharesOf({ amounts, closes }: Tried): Float64Array {
  const worlds = amounts.length;
  const shares = new Float64Array(worlds);
  for (const scores of closes) {
    const seats = scores.length / worlds;
    for (let i = 0; i < scores.length; i++)
      if (scores[i] >= 1) shares[Math.floor(i / seats)] += 1 / (seats * closes.length);
  }
  return shares;
}

/** Tolerances on the pilot worlds where slopes do not tell the rest: relative amount, share at target. */
export const holdTolerance = { amount: 0.004, share: 0.005 } as const;

/** Sum of absolute residuals. */
export const size = (trial: Trial): number => Math.abs(trial.residual[0]) + Math.abs(trial.residual[1]);

export const isMet = ({ amount, share }: Pick<Trial, "amount" | "share">, target: HoldTarget): boolean =>
  Math.abs(amount / target.value - 1) <= holdTolerance.amount &&
  (share === undefined || target.atTarget === undefined || isNear(share, target.atTarget));

export const isNear = (share: number, wanted: number): boolean => Math.abs(share - wanted) <= holdTolerance.share;
