import { fastDensity } from "../../foundation/maths/special.js";
import type { ForeseenIncentive } from "../rewards/reward.js";
import type { CardState } from "../scorecard/card.js";
import { largestGain, look, lossWeight } from "../scorecard/stake.js";

/** Most steps of the safeguarded Newton search for a stake; it needs two to five. */
export const mostSteps = 100;
/** Relative change at which the search ends; also of so small a share of the largest possible stake that it moves nothing. */
const precise = 1e-11;
/** share of the largest possible stake. What is small beside it is compared with this instead of with itself. */
const least = 1e-5;
/** Relative size of a Newton step after which no other is needed: the error left is about its square. */
const lastStep = 1e-6;

/** What a manager foresees of a card: its rewards, how uncertain the score is, and the score as a line in the stake. */
export type Foreseen = Pick<CardState, "spread" | "lin" | "gain" | "stake"> & {
  readonly rewards: readonly ForeseenIncentive[];
};

/** EUR per score point. The stake of one manager, found from the present one, which stays as it is. */
export function solveStake(card: Foreseen, i: number, value: number, lossAversion: number): number {
  const stake = card.stake.slice();
  solveStakes({ ...card, stake }, i, i + 1, value, lossAversion);
  return stake[i];
}

/**
 * EUR per score point, for managers from `first` to before `end`. Newton from last month's stake, kept strictly inside
 * [0, largest possible]; where a step leaves the bracket or is not half the one before, the bracket is halved instead, so that the
 * search always ends.
 */
export function solveStakes(card: Foreseen, first: number, end: number, value: number, lossAversion: number): void {
  const { rewards, spread, lin, gain, stake } = card;
  for (let i = first; i < end; i++) {
    const sd = spread[i];
    const start = lin[i];
    const per = gain[i];
    let high = 0;
    for (let r = 0; r < rewards.length; r++) high += rewards[r].current[i] * largestGain(rewards[r], i, sd);
    high *= value * (1 + lossAversion);
    let low = 0;
    const isWorthless = high <= 0;
    const little = least * high;
    let x = isWorthless ? 0 : Math.min(stake[i], high);
    let before = high;
    for (let step = 0; !isWorthless && step < mostSteps; step++) {
      const mean = start + per * x;
      let slope = 0;
      let bend = 0;
      for (let r = 0; r < rewards.length; r++) {
        const { seen, current } = rewards[r];
        look(rewards[r], i, mean, sd);
        slope += current[i] * seen[1];
        bend += current[i] * seen[2];
      }
      const weight = lossWeight(lossAversion, mean, sd);
      const turn = lossAversion === 0 ? 0 : (-lossAversion * fastDensity((1 - mean) / sd)) / sd;
      const gap = value * weight * slope - x;
      if (gap >= 0) low = x;
      else high = x;
      const newton = x - gap / (value * per * (weight * bend + turn * slope) - 1);
      const change = Math.abs(newton - x);
      const isKept = newton > low && newton < high && change <= 0.5 * before;
      const isLast = (isKept && change <= lastStep * (little + x)) || change <= precise * (little + x);
      const next = isKept || isLast ? newton : 0.5 * (low + high);
      before = Math.abs(next - x);
      const isNear = isLast || before <= precise * (little + x);
      x = next;
      if (isNear) break;
    }
    stake[i] = x;
  }
}
