import { fastCdf, normalPair } from "../../foundation/maths/special.js";
import type { CurveForm } from "../curves/curve.js";
import { expectedBend, expectedPayout, expectedSlope, steepest } from "../curves/curve.js";
import type { ForeseenIncentive } from "../rewards/reward.js";
import { lookAtRivals } from "./contest.js";

const formOf = (reward: ForeseenIncentive): CurveForm => reward.plan.form as CurveForm;

/** Expected payout of a reward at a forecast. */
export function expectedPay(reward: ForeseenIncentive, i: number, mean: number, sd: number): number {
  if (reward.contest === undefined) return expectedPayout(formOf(reward), mean, sd);
  lookAtRivals(reward.contest, i, mean, reward.seen);
  return reward.seen[0];
}

/** Change of the expected payout per score point. */
export function expectedGain(reward: ForeseenIncentive, i: number, mean: number, sd: number): number {
  if (reward.contest === undefined) return expectedSlope(formOf(reward), mean, sd);
  lookAtRivals(reward.contest, i, mean, reward.seen);
  return reward.seen[1];
}

/** Change of that slope per score point. */
export function expectedTurn(reward: ForeseenIncentive, i: number, mean: number, sd: number): number {
  if (reward.contest === undefined) return expectedBend(formOf(reward), mean, sd);
  lookAtRivals(reward.contest, i, mean, reward.seen);
  return reward.seen[2];
}

/**
 * Expected payout, its slope and its bend in one pass over the knots, into `reward.seen`: the hot form of
 * `expectedPay`, `expectedGain` and `expectedTurn`.
 */
export function look(reward: ForeseenIncentive, i: number, mean: number, sd: number): void {
  const { seen, pair, knots, curve, contest } = reward;
  if (contest !== undefined) {
    lookAtRivals(contest, i, mean, seen);
    return;
  }
  const per = 1 / sd;
  const rate = curve[1];
  let pay = curve[0] + rate * mean;
  let slope = rate;
  let bend = 0;
  for (let k = 0; k < knots.length; k += 3) {
    const z = (mean - knots[k]) * per;
    normalPair(z, pair);
    const jump = knots[k + 1];
    const kink = knots[k + 2];
    const density = pair[1] * per;
    pay += jump * pair[0] + kink * sd * (z * pair[0] + pair[1]);
    slope += jump * density + kink * pair[0];
    bend += density * (kink - jump * z * per);
  }
  seen[0] = pay;
  seen[1] = slope;
  seen[2] = bend;
}

/** Largest slope at this uncertainty; of a prize by rank, as if the score that wins were known. */
export function largestGain(reward: ForeseenIncentive, i: number, sd: number): number {
  return reward.contest === undefined ? steepest(reward, sd) : 0.3989422804014327 / reward.contest.apart[i];
}

/** factor. Extra weight of a shortfall below target for loss-averse managers: 1 + Λ·Φ((1 − m)/s). */
export const lossWeight = (lossAversion: number, mean: number, sd: number): number =>
  lossAversion === 0 ? 1 : 1 + lossAversion * fastCdf((1 - mean) / sd);
