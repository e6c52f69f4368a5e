import type { Steps } from "../batch/steps.js";
import { size, type Trial } from "./pilot.js";
import type { Tried } from "./share-search.js";

/** Trials of the first search at most. */
export const roughTrials = 10;
/** Sum of residuals at which the neighbourhood is found. */
const near = 0.03;

/**
 * First guess of how ln(scale) and shift answer to the residuals: the amount is proportional to scale and falls by about three
 * per cent for each point targets are tightened (the slope of common curves); difficulty follows the shift alone.
 */
const firstInverse = [1, 3, 0, 1];

/** The neighbourhood of a plan that is met: Broyden's method on (ln scale, shift), steps limited, from where `x` is. */
export function* roughPlan(x: Tried["x"], settle: (x: Tried["x"]) => Steps<Tried>): Steps<Tried> {
  let inverse: readonly number[] = firstInverse;
  let tried = yield* settle(x);
  let best = tried;
  for (let k = 1; k < roughTrials && size(tried.trial) >= near; k++) {
    const [r0, r1] = tried.trial.residual;
    const step: [number, number] = [
      limit(-(inverse[0] * r0 + inverse[1] * r1), 1),
      limit(-(inverse[2] * r0 + inverse[3] * r1), 0.25),
    ];
    tried = yield* settle([tried.x[0] + step[0], tried.x[1] + step[1]]);
    inverse = broyden(inverse, step, [tried.trial.residual[0] - r0, tried.trial.residual[1] - r1]);
    if (size(tried.trial) < size(best.trial)) best = tried;
  }
  return best;
}

const limit = (value: number, most: number): number => Math.max(-most, Math.min(most, value));

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

/** Whether nothing at all was paid: what is rarely paid may be paid in none of few worlds. */
export const isUnpaid = ({ amount }: Trial): boolean => amount <= 0;
