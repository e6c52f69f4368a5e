import { fastCdf, fastDensity, normalPair, normalQuantile } from "../../foundation/special.js";
import type { CurveForm } from "../curves/curve.js";
import { expectedBend, expectedPayout, expectedSlope, steepest } from "../curves/curve.js";
import type { Pull } from "../rewards/reward.js";

/** A prize by rank is a jump at the rival's expected score, uncertain for both. */
const rivalry = Math.SQRT2;

const formOf = (reward: Pull): CurveForm => reward.plan.form as CurveForm;

/** Expected payout of a reward at a forecast. */
export function expectedPay(reward: Pull, i: number, mean: number, sd: number): number {
  const form = formOf(reward);
  if (form.winners > 0) return fastCdf((mean - reward.rival[i]) / (sd * rivalry));
  return expectedPayout(form, mean, sd);
}

/** Change of the expected payout per score point. */
export function expectedGain(reward: Pull, i: number, mean: number, sd: number): number {
  const form = formOf(reward);
  if (form.winners > 0) return fastDensity((mean - reward.rival[i]) / (sd * rivalry)) / (sd * rivalry);
  return expectedSlope(form, mean, sd);
}

/** Change of that slope per score point. */
export function expectedTurn(reward: Pull, i: number, mean: number, sd: number): number {
  const form = formOf(reward);
  if (form.winners === 0) return expectedBend(form, mean, sd);
  const z = (mean - reward.rival[i]) / (sd * rivalry);
  const density = fastDensity(z);
  return density === 0 ? 0 : (-z * density) / (sd * sd * rivalry * rivalry);
}

/**
 * Expected payout, its slope and its bend in one pass over the knots, into `reward.seen`: the hot form of
 * `expectedPay`, `expectedGain` and `expectedTurn`.
 */
export function look(reward: Pull, i: number, mean: number, sd: number): void {
  const { seen, pair, knots, curve } = reward;
  if (curve[2] > 0) {
    seen[0] = expectedPay(reward, i, mean, sd);
    seen[1] = expectedGain(reward, i, mean, sd);
    seen[2] = expectedTurn(reward, i, mean, sd);
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

/** Largest slope at this uncertainty. */
export function largestGain(reward: Pull, sd: number): number {
  return reward.curve[2] > 0 ? 0.3989422804014327 / (sd * rivalry) : steepest(reward, sd);
}

/** score. Expected score of the weakest winner among the rivals, given their mean and spread. */
export function rivalScore(meanOfRivals: number, sd: number, winners: number, rivals: number): number {
  if (winners > rivals) return Number.NEGATIVE_INFINITY;
  return meanOfRivals + sd * normalQuantile(1 - (winners - 0.5) / rivals);
}

/** factor. Extra weight of a shortfall below target for loss-averse managers: 1 + Λ·Φ((1 − m)/s). */
export const lossWeight = (lossAversion: number, mean: number, sd: number): number =>
  lossAversion === 0 ? 1 : 1 + lossAversion * fastCdf((1 - mean) / sd);
