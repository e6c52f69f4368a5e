import type { Steps } from "../batch/steps.js";
import type { HoldTarget } from "../data.js";
import { isMet, isNear, size, type Trial } from "./pilot.js";

/** A plan, as (log scale, shift), and what it gave. */
export interface Tried {
  readonly x: readonly [number, number];
  readonly trial: Trial;
}

/** Trials of the last search, where slopes did not suffice. */
export const lastTrials = 40;
/** log. A share is judged once the amount is as near as this. */
const judgedWithin = 0.02;

/**
 * The last search, where slopes misled. The share at target falls with the shift, in steps because pilots are few: the
 * shift is bracketed and halved. Before each judgement of it the scale is brought to about the amount wanted, by the
 * elasticity the last two trials show. Ends at a plan that is met, or closes in on a step that jumps over the share wanted.
 */
export function* searchShare(from: Tried, settle: (x: Tried["x"]) => Steps<Tried>, target: HoldTarget): Steps<Tried> {
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
    scale -= Math.max(-1, Math.min(1, off / elasticity));
    tried = yield* settle([scale, shift]);
    const moved = scale - x[0];
    if (Math.abs(moved) > 1e-6) elasticity = Math.max(0.5, Math.min(8, (tried.trial.residual[0] - off) / moved));
    if (isMet(tried.trial, target) || size(tried.trial) < size(best.trial)) best = tried;
  }
  return best;
}
