import { wholePower } from "../../foundation/maths/exponential.js";
import type { ActivityNumbers } from "../activities/activity.js";
import type { Lanes } from "../frame/lanes.js";
import type { WorldColumns } from "../frame/part.js";
import type { CardState } from "./card.js";
import { decides } from "./linked.js";
import { periodAt } from "./outlook/outlook.js";
import { prizeVariance } from "./risk.js";
import { look } from "./stake.js";
import { teamMean } from "./team.js";

/** The score expected at the close with the effort now chosen. */
export function foresee(card: CardState, lanes: Lanes, activities: readonly ActivityNumbers[]): void {
  const { lanes: count, managers, effort, natural, vacancy } = lanes;
  const { forecast, base, effect, plan, lin } = card;
  const all = activities.length * count;
  for (let i = 0; i < count; i++) {
    let moved = 0;
    if (vacancy[i] <= 0) for (let a = i; a < all; a += count) moved += effect[a] * (effort[a] - natural[a]);
    lin[i] = moved;
  }
  for (let i = 0; i < count; i++) forecast[i] = base[i] + (plan.isTeam ? teamMean(lin, i, managers) : lin[i]);
}

export type ExpectationWorld = WorldColumns<"salary" | "topUp" | "delayMonth">;

/** Clears the yearly expectations that cards add to. */
export function openExpectations(lanes: Lanes, world: ExpectationWorld): void {
  lanes.rewardUtility.fill(0);
  lanes.payVariance.fill(0);
  lanes.accruedPay.fill(0);
  lanes.riskPremium.fill(0);
  const { worlds, managers, expectedPay } = lanes;
  for (let w = 0, i = 0; w < worlds; w++) {
    const pay = world.salary[w] + world.topUp[w];
    for (const end = i + managers; i < end; i++) expectedPay[i] = pay;
  }
}

/**
 * What this card is worth a year to the manager at the forecast: expected reward, its variance, what leaving would forfeit. A card that
 * only decides what others pay adds variance alone.
 */
export function addExpectations(card: CardState, lanes: Lanes, world: ExpectationWorld, month: number): void {
  const { lanes: count, rewardUtility, payVariance, accruedPay, expectedPay: newcomerPay } = lanes;
  const { start, end: close } = periodAt(month, card.plan.period, lanes.months);
  const yearly = 12 / (close - start);
  const left = close - month;
  const done = (month - start) / (close - start);
  const { worlds, managers } = lanes;
  const forfeited = card.gain;
  for (let w = 0, i = 0; w < worlds; w++) {
    // What closes this month is paid before anybody decides to leave, so nothing of it is forfeited.
    const near = left === 1 ? 0 : (done * 12 * wholePower(world.delayMonth[w], left)) / Math.max(left, 6);
    for (const end = i + managers; i < end; i++) forfeited[i] = near;
  }
  const { forecast, spread, lin: risk } = card;
  risk.fill(0);
  const isPaid = !decides(card.plan);
  for (let r = 0; r < card.incentives.length; r++) {
    const reward = card.incentives[r];
    const { worth, current, unit, payAtTarget, seen } = reward;
    const isRaise = reward.plan.reward.newcomer === "three years";
    for (let i = 0; i < count; i++) {
      const sd = spread[i];
      look(reward, i, forecast[i], sd);
      const pay = current[i] * seen[0];
      if (reward.contest === undefined) risk[i] += current[i] * seen[1] * sd;
      if (!isPaid) continue;
      rewardUtility[i] += yearly * pay;
      accruedPay[i] += pay * forfeited[i];
      newcomerPay[i] += yearly * payAtTarget[i] * (isRaise ? 3 * unit[i] : worth[i]);
    }
  }
  const isRanked = card.rewards.some(({ contest }) => contest !== undefined);
  for (let i = 0; i < count; i++) {
    const prizes = isRanked ? prizeVariance(card, i, risk[i] / spread[i]) : 0;
    payVariance[i] += yearly * (risk[i] * risk[i] + prizes);
  }
}
