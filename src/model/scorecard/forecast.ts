import type { ActivityNumbers } from "../activities/activity.js";
import type { Lanes } from "../frame/lanes.js";
import type { WorldColumns } from "../frame/part.js";
import type { CardState, SlotState } from "./card.js";
import { effectsAhead, effectsHeld } from "./effects.js";
import { at } from "./outlook/outlook.js";
import type { ProspectWorld } from "./outlook/prospects.js";
import { type ReadingWorld, readActivities, rowAt } from "./readings.js";
import { teamMean, teamSum } from "./team.js";

export type ForecastWorld = ProspectWorld & ReadingWorld & WorldColumns<"raterNoise">;

/** score. Uncertainty never falls below this: nobody knows a score to the last digit. */
export const leastSpread = 1e-3;

/**
 * For every lane: the score natural effort leads to, its uncertainty, and what a unit of each activity adds to it,
 * this month (own reading, results), in later periods, and if held to the close. What activities add is left out
 * where nobody asks for it; all but what they add if held to the close, where nobody looks ahead.
 */
export function forecastCard(
  card: CardState,
  lanes: Lanes,
  world: ForecastWorld,
  activities: readonly ActivityNumbers[],
  month: number,
  shift: number,
  months: number,
  withEffects = true,
  isAhead = withEffects,
): void {
  readActivities(card, lanes, world, activities, month, -shift);
  card.shared.fill(0);
  card.joint.fill(0);
  for (const slot of card.slots) {
    if (slot.plan.measure.scale !== "index") forecastLevel(card, slot, lanes, month);
    else forecastIndex(card, slot, lanes, month);
  }
  if (isAhead) effectsAhead(card, lanes, world, activities, month);
  else if (withEffects) effectsHeld(card, lanes, world, activities, month);
  closeSpread(card, lanes, world, months);
}

/** A result in money: its level against target, the luck still to come, and the share of the score it moves in proportion to the level. */
function forecastLevel(card: CardState, slot: SlotState, lanes: Lanes, month: number): void {
  const { worlds, managers, concentration } = lanes;
  const { shareRelationship, shareSatisfaction, shareAdoption, sharePulled, shareBoost, shareTransitory } = lanes;
  const { naturalRelationship, naturalAdoption, naturalPush } = lanes;
  const { base, spread, shared, joint, lin, gain } = card;
  const { outlook, plan, sum, before, sample, target, share } = slot;
  const { table } = outlook;
  const { weight } = plan;
  const samples = outlook.samples[month];
  const isTeam = plan.measure.scale === "teamFlow";
  // On a team's card everybody's score moves with the team's result: nothing of it is lost in the mean.
  const spill = isTeam && card.plan.isTeam ? managers : 1;
  const level = levelOf(slot, lanes);
  // When targets are set anew, accounts that replaced lost ones count as held.
  const next = plan.measure.scale === "organicFlow" ? lanes.flow : level;
  for (let w = 0, first = 0, row = rowAt(slot, worlds, month); w < worlds; w++, first += managers, row += at.size) {
    const end = first + managers;
    const grown = table[row + at.level];
    const state = row + at.state;
    const held = row + at.held;
    const own = table[row + at.accounts];
    const market = table[row + at.market];
    const renewed = table[row + at.renewed];
    const fading = table[row + at.transitory];
    const less = table[row + at.less];
    const anchor = table[row + at.anchor];
    const allLevel = isTeam ? teamSum(level, first, managers) : 0;
    const allTarget = isTeam ? teamSum(target, first, managers) : 0;
    for (let i = first; i < end; i++) {
      const part = weight * (level[i] / (isTeam ? allTarget : target[i]));
      share[i] = spill * part;
      const whole = isTeam ? (weight * allLevel) / allTarget : part;
      lin[i] =
        part *
        (grown +
          table[state] * shareRelationship[i] +
          table[state + 1] * shareSatisfaction[i] +
          table[state + 2] * shareAdoption[i] +
          table[state + 3] * sharePulled[i] +
          table[state + 4] * shareBoost[i] +
          fading * shareTransitory[i] +
          table[held] * naturalRelationship[i] +
          table[held + 1] * naturalAdoption[i] +
          table[held + 2] * naturalPush[i]);
      if (renewed !== 0) lin[i] += (weight * next[i] * renewed) / (isTeam ? allTarget : target[i]);
      gain[i] = part * part * own * concentration[i];
      shared[i] += whole * whole * market;
    }
    const allLin = isTeam ? teamSum(lin, first, managers) : 0;
    const allGain = isTeam ? teamSum(gain, first, managers) : 0;
    for (let i = first; i < end; i++) {
      const read = samples > 0 ? sum[i] / samples - less * (sum[i] - before[i]) + anchor : sample[i];
      base[i] += weight * read + (isTeam ? allLin : lin[i]);
      if (isTeam) joint[i] += allGain;
      else spread[i] += gain[i];
    }
  }
}

/** The column a level measure is read against. */
export function levelOf(slot: SlotState, lanes: Lanes): Float64Array {
  const { scale } = slot.plan.measure;
  return scale === "index" || scale === "teamFlow" ? lanes.flow : lanes[scale];
}

/** An index: what was read so far, what is expected to be read, and states of the accounts where it follows them. */
function forecastIndex(card: CardState, slot: SlotState, lanes: Lanes, month: number): void {
  const { lanes: count, worlds, managers, meanRelationship, meanSatisfaction, meanAdoption } = lanes;
  const { naturalRelationship, naturalAdoption, naturalPush } = lanes;
  const { base } = card;
  const { outlook, plan, sum, sample } = slot;
  const { table, followsAccounts } = outlook;
  const { weight } = plan;
  const samples = outlook.samples[month];
  const read = samples > 0 ? sum : sample;
  const share = samples > 0 ? weight / samples : weight;
  if (!followsAccounts) {
    for (let i = 0; i < count; i++) base[i] += share * read[i];
    return;
  }
  for (let w = 0, first = 0, row = rowAt(slot, worlds, month); w < worlds; w++, first += managers, row += at.size) {
    const end = first + managers;
    const state = row + at.state;
    const toClose = row + at.held;
    for (let i = first; i < end; i++) {
      base[i] =
        base[i] +
        share * read[i] +
        weight *
          (table[state] * meanRelationship[i] +
            table[state + 1] * meanSatisfaction[i] +
            table[state + 2] * meanAdoption[i] +
            table[toClose] * naturalRelationship[i] +
            table[toClose + 1] * naturalAdoption[i] +
            table[toClose + 2] * naturalPush[i]);
    }
  }
}

/** From variances to the SD of the score at the close; a team's mean averages own luck away, but not luck that is in everybody's score. */
function closeSpread(card: CardState, lanes: Lanes, world: ForecastWorld, months: number): void {
  const { worlds, managers } = lanes;
  const { base, spread, shared, joint, plan } = card;
  for (let w = 0, first = 0; w < worlds; w++, first += managers) {
    const end = first + managers;
    const rater = plan.judged * world.raterNoise[w];
    const judging = (rater * rater * 12) / months;
    for (let i = first; i < end; i++) spread[i] += judging;
    if (plan.isTeam) {
      const score = teamMean(base, first, managers);
      const own = teamSum(spread, first, managers) / (managers * managers);
      for (let i = first; i < end; i++) {
        base[i] = score;
        spread[i] = own;
      }
    }
    for (let i = first; i < end; i++) spread[i] = Math.max(Math.sqrt(spread[i] + joint[i] + shared[i]), leastSpread);
  }
}
