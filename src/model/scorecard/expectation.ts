import { wholePower } from "../../foundation/exponential.js";
import type { ActivityNumbers } from "../activities/activity.js";
import type { Lanes } from "../lanes.js";
import type { WorldColumns } from "../part.js";
import type { CardState } from "./card.js";
import { decides } from "./linked.js";
import { periodAt } from "./outlook.js";
import { look } from "./stake.js";
import { teamMean } from "./team.js";

/** The score expected at the close with the effort now chosen. */
export function foresee(card: CardState, lanes: Lanes, activities: readonly ActivityNumbers[]): void {
  const { lanes: count, managers, effort, natural, vacancy } = lanes;
  const { forecast, base, effect, plan, lin } = card;
  lin.fill(0);
  for (let j = 0; j < activities.length; j++) {
    for (let i = 0; i < count; i++) {
      const a = j * count + i;
      if (vacancy[i] <= 0) lin[i] += effect[a] * (effort[a] - natural[a]);
    }
  }
  for (let i = 0; i < count; i++) forecast[i] = base[i] + (plan.isTeam ? teamMean(lin, i, managers) : lin[i]);
}

export type ExpectationWorld = WorldColumns<"salary" | "topUp" | "delayMonth">;

/** Clears the yearly expectations that cards add to. */
export function openExpectations(lanes: Lanes, world: ExpectationWorld): void {
  lanes.rewardUtility.fill(0);
  lanes.payVariance.fill(0);
  lanes.accruedPay.fill(0);
  for (let i = 0; i < lanes.lanes; i++)
    lanes.expectedPay[i] = world.salary[lanes.world[i]] + world.topUp[lanes.world[i]];
}

/**
 * What this card is worth a year to the manager at the forecast: expected reward, its variance, what leaving would forfeit. A card that
 * only decides what others pay adds variance alone.
 */
export function addExpectations(card: CardState, lanes: Lanes, world: ExpectationWorld, month: number): void {
  const { lanes: count, rewardUtility, payVariance, accruedPay, expectedPay: newcomerPay } = lanes;
  const { start, end } = periodAt(month, card.plan.period, lanes.months);
  const yearly = 12 / (end - start);
  const left = end - month;
  const done = (month - start) / (end - start);
  const forfeited = card.gain;
  for (let first = 0; first < count; first += lanes.managers) {
    // What closes this month is paid before anybody decides to leave, so nothing of it is forfeited.
    const near =
      left === 1 ? 0 : (done * 12 * wholePower(world.delayMonth[lanes.world[first]], left)) / Math.max(left, 6);
    for (let i = first; i < first + lanes.managers; i++) forfeited[i] = near;
  }
  const risk = card.lin;
  risk.fill(0);
  const isPaid = !decides(card.plan);
  for (const reward of card.pulls) {
    const isRaise = reward.plan.reward.newcomer === "three years";
    const { worth, current, unit, payAtTarget } = reward;
    for (let i = 0; i < count; i++) {
      const mean = card.forecast[i];
      const sd = card.spread[i];
      look(reward, i, mean, sd);
      const pay = current[i] * reward.seen[0];
      risk[i] += current[i] * reward.seen[1] * sd;
      if (!isPaid) continue;
      rewardUtility[i] += yearly * pay;
      accruedPay[i] += pay * forfeited[i];
      newcomerPay[i] += yearly * payAtTarget[i] * (isRaise ? 3 * unit[i] : worth[i]);
    }
  }
  for (let i = 0; i < count; i++) payVariance[i] += yearly * risk[i] * risk[i];
}
