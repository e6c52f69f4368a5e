import { power } from "../../foundation/maths/exponential.js";
import { payoutAt } from "../curves/curve.js";
import { rankPayout } from "../curves/rank.js";
import type { RandomDraws } from "../frame/draws.js";
import { addColumn, type Lanes } from "../frame/lanes.js";
import type { WorldColumns } from "../frame/part.js";
import type { MeasureWorld } from "../measures/measure.js";
import type { RewardState, RewardWorld } from "../rewards/reward.js";
import type { CardState, SlotState } from "./card.js";
import { levelOf } from "./forecast.js";
import { linkedPayout } from "./linked.js";
import { isSampled, periodAt } from "./outlook/outlook-question.js";
import { leastTarget } from "./outlook/sample-weights.js";
import { raterError } from "./rater-error.js";
import { expectedGain, expectedPay } from "./stake.js";
import { teamMean, teamSum } from "./team.js";

export type CloseWorld = MeasureWorld & RewardWorld & WorldColumns<"raterNoise" | "rebase">;

/** First targets: the accounts' level now, grown to the middle of the months they are set for, or 1 for an index. */
export function firstTargets(card: CardState, lanes: Lanes, world: CloseWorld): void {
  const { interval } = card.plan;
  for (const slot of card.slots) {
    const { measure, stretch } = slot.plan;
    slot.sample.fill(1);
    slot.target.fill(1);
    if (measure.scale === "index") continue;
    const level = levelOf(slot, lanes);
    const span = measure.sampling === "close" ? interval : interval / 2;
    for (let i = 0; i < lanes.lanes; i++) {
      slot.target[i] = stretch * level[i] * Math.max(leastTarget, 1 + measure.growth(world, lanes.world[i]) * span);
    }
  }
}

/** At the start of a period: what a unit of payout is in money, for the period's actual length. */
export function openPeriod(card: CardState, lanes: Lanes, world: CloseWorld, scale: number, months: number): void {
  for (const { unit, plan } of card.rewards) {
    const { money, ofSalary, ofRevenue } = plan.amount;
    const target = card.slots[0].target;
    for (let i = 0; i < lanes.lanes; i++) {
      const yearly = money + ofSalary * world.salary[lanes.world[i]] + ofRevenue * 12 * target[i];
      unit[i] = (scale * yearly * months) / 12;
    }
  }
}

/** What a payout of this period is worth to a manager who has served only part of it: in proportion to the months served by the close. */
export function countService(card: CardState, left: number, months: number): void {
  const { served } = card;
  for (const { worth, current } of card.rewards) {
    for (let i = 0; i < current.length; i++) current[i] = (worth[i] * (served[i] + left)) / months;
  }
}

/**
 * At the start of a period, once its uncertainty is known: what each reward pays a manager who is on target. By rank there is no target to
 * be on, but a place among the others: level with their mean.
 */
export function payAtTarget(card: CardState, lanes: Lanes): void {
  const { managers } = lanes;
  for (const reward of card.rewards) {
    const expected = reward.contest?.expected;
    for (let i = 0; i < lanes.lanes; i++) {
      const at = expected === undefined ? 1 : (teamSum(expected, i, managers) - expected[i]) / (managers - 1);
      reward.payAtTarget[i] = expectedPay(reward, i, at, card.spread[i]);
      reward.slopeAtTarget[i] = expectedGain(reward, i, at, card.spread[i]);
    }
  }
}

/** Takes this month's samples. */
export function takeReadings(
  card: CardState,
  lanes: Lanes,
  world: CloseWorld,
  draws: RandomDraws,
  month: number,
): void {
  const { end } = periodAt(month, card.plan.period, lanes.months);
  for (const slot of card.slots) {
    const { measure, cadence } = slot.plan;
    if (!isSampled({ measure, cadence, interval: card.plan.interval }, month, end)) continue;
    measure.kernel(slot.sample, slot, lanes, world, draws, month);
    addColumn(slot.sum, slot.sample);
  }
  const { lanes: count, vacancy } = lanes;
  for (let i = 0; i < count; i++) if (vacancy[i] <= 0) card.served[i] += 1;
}

/** Closes the period: score, payouts for the months served, settlement, next targets. */
export function closePeriod(
  card: CardState,
  lanes: Lanes,
  world: CloseWorld,
  draws: RandomDraws,
  month: number,
  shift: number,
): void {
  const { start, end } = periodAt(month, card.plan.period, lanes.months);
  const months = end - start;
  scoreCard(card, lanes, world, draws, month, months, shift);
  for (const reward of card.rewards) {
    payoutOf(card, reward, lanes, months);
    countAward(reward, lanes);
    reward.plan.reward.settle(reward, reward.payout, lanes, world, month, months);
  }
  setTargets(card, lanes, world, month);
  for (const { sum, before } of card.slots) {
    sum.fill(0);
    before.fill(0);
  }
  card.served.fill(0);
}

function scoreCard(
  card: CardState,
  lanes: Lanes,
  world: CloseWorld,
  draws: RandomDraws,
  month: number,
  months: number,
  shift: number,
): void {
  const { score, plan, lin } = card;
  for (let i = 0; i < lanes.lanes; i++) score[i] = raterError(plan, world, lanes, draws, month, months, i) - shift;
  for (const slot of card.slots) {
    const samples = slot.outlook.samples[month];
    for (let i = 0; i < lanes.lanes; i++) {
      slot.reached[i] = samples > 0 ? slot.sum[i] / samples : slot.sample[i];
      score[i] += slot.plan.weight * slot.reached[i];
    }
  }
  if (!plan.isTeam) return;
  lin.set(score);
  for (let i = 0; i < lanes.lanes; i++) score[i] = teamMean(lin, i, lanes.managers);
}

/** Counts what a payout is worth to the managers, before it is settled. */
export function countAward({ worth, payout: pays }: RewardState, { awarded }: Lanes): void {
  for (let i = 0; i < awarded.length; i++) awarded[i] += worth[i] * pays[i];
}

function payoutOf(card: CardState, reward: RewardState, lanes: Lanes, months: number): void {
  const { plan, payout: pays } = reward;
  const form = plan.form;
  if (form === undefined) return;
  const { score, served } = card;
  if (plan.linkages) linkedPayout(card, reward, pays);
  else if (form.winners > 0) {
    for (let first = 0; first < lanes.lanes; first += lanes.managers) {
      rankPayout(score, first, lanes.managers, form.winners, pays);
    }
  } else for (let i = 0; i < lanes.lanes; i++) pays[i] = payoutAt(form, score[i]);
  for (let i = 0; i < lanes.lanes; i++) pays[i] *= served[i] / months;
}

/** Sets the targets of the next months: after a close, or within a longer period. */
export function setTargets(card: CardState, lanes: Lanes, world: CloseWorld, month: number): void {
  const { period, interval } = card.plan;
  const { start } = periodAt(month, period, lanes.months);
  const months = ((month - start) % interval) + 1;
  for (const slot of card.slots) {
    nextTarget(slot, lanes, world, month, months);
    slot.before.set(slot.sum);
  }
}

/** T ← T·(1 + ℓ·(reached − 1))·(1 + growth·months), reached relative to T: the next target is built on part of it; each factor at least .01. */
function nextTarget(slot: SlotState, lanes: Lanes, world: CloseWorld, month: number, months: number): void {
  const { plan, target, sum, before, builtOn, outlook } = slot;
  const samples = outlook.samplesOfTarget[month];
  if (plan.measure.scale === "index" || samples === 0) return;
  for (let i = 0; i < lanes.lanes; i++) {
    const w = lanes.world[i];
    builtOn[i] = (sum[i] - before[i]) / samples;
    const learnt = plan.isRebased ? world.rebase[w] * (builtOn[i] - 1) : 0;
    const grown = 1 + (plan.measure.renewal ?? plan.measure.growth)(world, w) * months;
    target[i] *= Math.max(leastTarget, 1 + learnt) * Math.max(leastTarget, grown);
  }
  if (plan.measure.scale === "organicFlow") lanes.organic.fill(1);
}

/** Pays what has fallen due, and what raises add this month. */
export function payDue(rewards: readonly RewardState[], lanes: Lanes, world: CloseWorld, month: number): void {
  const { lanes: count, worlds, managers, paid, spent } = lanes;
  payRaises(lanes, world);
  for (const { ring, pending, owed } of rewards) {
    if (ring <= 1) continue;
    const due = (month % ring) * count;
    for (let w = 0, i = 0; w < worlds; w++) {
      const onCosts = 1 + world.onCosts[w];
      for (const end = i + managers; i < end; i++) {
        const arriving = pending[due + i] + owed[due + i];
        paid[i] += arriving;
        spent[i] += arriving * onCosts;
        pending[due + i] = 0;
        owed[due + i] = 0;
      }
    }
  }
}

/** A twelfth of the raises earned so far, which then grow with pay. */
function payRaises(lanes: Lanes, { onCosts, payGrowth }: CloseWorld): void {
  const { worlds, managers, paid, spent, raise, vacancy } = lanes;
  for (let w = 0, i = 0; w < worlds; w++) {
    let growth = 0;
    for (const end = i + managers; i < end; i++) {
      if (vacancy[i] > 0 || raise[i] === 0) continue;
      paid[i] += raise[i] / 12;
      spent[i] += (raise[i] / 12) * (1 + onCosts[w]);
      if (payGrowth[w] === 0) continue;
      if (growth === 0) growth = power(1 + payGrowth[w], 1 / 12);
      raise[i] *= growth;
    }
  }
}

/** What has been awarded and not yet vested, after this month's closes. */
export function countPending(rewards: readonly RewardState[], lanes: Lanes): void {
  const { lanes: count, pending } = lanes;
  pending.fill(0);
  for (const reward of rewards) {
    if (reward.ring <= 1) continue;
    for (let from = 0; from < reward.pending.length; from += count) {
      for (let i = 0; i < count; i++) pending[i] += reward.pending[from + i];
    }
  }
}

/** Unvested pay and the months served lapse for those who left. */
export function forfeit(card: CardState, lanes: Lanes): void {
  const { lanes: count, left } = lanes;
  for (let i = 0; i < count; i++) {
    if (left[i] === 0) continue;
    card.served[i] = 0;
    for (const reward of card.rewards) {
      if (reward.ring > 1) for (let k = 0; k < reward.ring; k++) reward.pending[k * count + i] = 0;
    }
  }
}
