import { normalPair } from "../../foundation/maths/special.js";
import type { Lanes } from "../frame/lanes.js";
import type { WorldColumns } from "../frame/part.js";
import type { CardState } from "./card.js";
import { lookAtRivals } from "./contest.js";
import { periodAt } from "./outlook/outlook.js";

const pair = new Float64Array(2);

/**
 * EUR². What prizes by rank add to the variance of a card's pay: of one prize W(1 − W)·prize², W the chance to win. Who is among the best
 * is among the better half too, so that of two prizes both are won with the smaller chance. With what the card pays by score, whose slope is
 * given (EUR per score point), they vary together through the luck that members do not share (Stein's lemma).
 */
export function prizeVariance({ incentives, forecast }: CardState, i: number, slope: number): number {
  let variance = 0;
  for (let r = 0; r < incentives.length; r++) {
    const { contest, current, seen } = incentives[r];
    if (contest === undefined) continue;
    lookAtRivals(contest, i, forecast[i], seen);
    const chance = seen[0];
    const apart = contest.apart[i];
    variance += current[i] * (current[i] * chance * (1 - chance) + 2 * slope * seen[1] * apart * apart);
    for (let s = 0; s < r; s++) {
      const other = incentives[s];
      if (other.contest === undefined) continue;
      lookAtRivals(other.contest, i, forecast[i], other.seen);
      const both = Math.min(chance, other.seen[0]);
      variance += 2 * current[i] * other.current[i] * (both - chance * other.seen[0]);
    }
  }
  return variance;
}

/** Places where what a card pays by score jumps or bends: (z, jump, kink) and the distribution and density there, five numbers each. */
const scratch: number[] = [];

/**
 * EUR². Exact variance of what a card pays when its score is normal about the forecast: second moments of straight pieces, jumps and kinks of
 * a normal variable, taken pair by pair, and the prizes by rank.
 */
export function cardVariance(card: CardState, i: number): number {
  const { incentives, forecast, spread } = card;
  const sd = spread[i];
  let rate = 0;
  let count = 0;
  for (let r = 0; r < incentives.length; r++) {
    const { contest, curve, knots, current } = incentives[r];
    if (contest !== undefined) continue;
    rate += current[i] * curve[1];
    for (let k = 0; k < knots.length; k += 3, count += 5) {
      scratch[count] = (forecast[i] - knots[k]) / sd;
      scratch[count + 1] = current[i] * knots[k + 1];
      scratch[count + 2] = current[i] * knots[k + 2] * sd;
      normalPair(scratch[count], pair);
      scratch[count + 3] = pair[0];
      scratch[count + 4] = pair[1];
    }
  }
  // in units of the score's SD: slopes and kinks are per SD
  let slope = rate * sd;
  let variance = slope * slope;
  for (let a = 0; a < count; a += 5) {
    const along = scratch[a + 1] * scratch[a + 4] + scratch[a + 2] * scratch[a + 3];
    variance += 2 * rate * sd * along;
    slope += along;
    for (let b = 0; b <= a; b += 5) variance += (a === b ? 1 : 2) * covariance(a, b);
  }
  return Math.max(0, variance + prizeVariance(card, i, slope / sd));
}

/** EUR². Covariance of what is paid from two places on. */
function covariance(a: number, b: number): number {
  const high = scratch[a] <= scratch[b] ? a : b;
  const low = high === a ? b : a;
  const z = scratch[high];
  const far = scratch[low];
  const lowPassed = scratch[low + 3];
  const passed = scratch[high + 3];
  const density = scratch[high + 4];
  const beyond = z * passed + density;
  const lowBeyond = far * lowPassed + scratch[low + 4];
  const fromJump = scratch[low + 1] * (scratch[high + 1] * passed + scratch[high + 2] * beyond) * (1 - lowPassed);
  const jumpOnKink = scratch[high + 1] * (density + far * passed - lowBeyond * passed);
  const kinkOnKink = scratch[high + 2] * ((1 + z * far) * passed + far * density - lowBeyond * beyond);
  return fromJump + scratch[low + 2] * (jumpOnKink + kinkOnKink);
}

export type RiskWorld = WorldColumns<"salary" | "riskAversion">;

/**
 * What bearing the risk of this card costs the managers this month: half their risk aversion times the variance of what the period pays
 * (Pratt 1964; exact for CARA and normal pay), as foreseen when it opened, spread over its months. A vacant seat bears none.
 */
export function bearRisk(card: CardState, lanes: Lanes, world: RiskWorld, month: number): void {
  const { start, end } = periodAt(month, card.plan.period, lanes.months);
  const { variance } = card;
  if (month === start) for (let i = 0; i < lanes.lanes; i++) variance[i] = cardVariance(card, i);
  for (let i = 0; i < lanes.lanes; i++) {
    if (lanes.vacancy[i] > 0) continue;
    const w = lanes.world[i];
    lanes.riskPremium[i] += (0.5 * world.riskAversion[w] * variance[i]) / (world.salary[w] * (end - start));
  }
}
