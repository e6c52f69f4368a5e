import type { ActivityNumbers } from "../activities/activity.js";
import type { Lanes } from "../lanes.js";
import type { WorldColumns } from "../part.js";
import type { CardState, SlotState } from "./card.js";
import { at } from "./outlook.js";
import { type ProspectWorld, relationshipEffect } from "./prospects.js";
import { type ReadingWorld, readActivities, rowAt } from "./readings.js";
import { teamMean, teamSum } from "./team.js";

export type ForecastWorld = ProspectWorld & ReadingWorld & WorldColumns<"raterNoise">;

/** score. Uncertainty never falls below this: nobody knows a score to the last digit. */
export const leastSpread = 1e-3;

/**
 * For every lane: the score natural effort leads to, its uncertainty, and what a unit of each activity adds to it,
 * this month (own reading, results), in later periods, and if held to the close. What activities add is left out
 * where nobody asks for it.
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
): void {
  const { base, spread, shared, now, later, held } = card;
  base.fill(-shift);
  spread.fill(0);
  shared.fill(0);
  readActivities(card, lanes, world, activities, month, withEffects);
  for (const column of withEffects ? [now, later, held] : []) column.fill(0);
  for (const slot of card.slots) {
    if (slot.plan.measure.scale !== "index") forecastLevel(card, slot, lanes, month, withEffects);
    else forecastIndex(card, slot, lanes, month, withEffects);
  }
  if (withEffects) combineChannels(card, lanes, world, activities);
  closeSpread(card, lanes, world, months);
}

/** A result in money: its level against target, the luck still to come, and what channels add in proportion to the level. */
function forecastLevel(card: CardState, slot: SlotState, lanes: Lanes, month: number, withEffects: boolean): void {
  const { lanes: count, worlds, managers, world, concentration } = lanes;
  const { shareRelationship, shareSatisfaction, shareAdoption, sharePulled, shareBoost } = lanes;
  const { naturalRelationship, naturalAdoption, naturalPush } = lanes;
  const { base, spread, shared, lin, gain } = card;
  const { outlook, plan, sum, target } = slot;
  const { table } = outlook;
  const from = rowAt(slot, worlds, month);
  const samples = outlook.samples[month];
  const isTeam = plan.measure.scale === "teamFlow";
  const level = levelOf(slot, lanes);
  for (let first = 0; first < count; first += managers) {
    const row = from + world[first] * at.size;
    const grown = table[row + at.level];
    const state = row + at.state;
    const held = row + at.held;
    const own = table[row + at.accounts];
    const market = table[row + at.market];
    const allLevel = isTeam ? teamSum(level, first, managers) : 0;
    const allTarget = isTeam ? teamSum(target, first, managers) : 0;
    for (let i = first; i < first + managers; i++) {
      const part = plan.weight * (isTeam ? level[i] / allTarget : level[i] / target[i]);
      const whole = isTeam ? (plan.weight * allLevel) / allTarget : part;
      lin[i] =
        part *
        (grown +
          table[state] * shareRelationship[i] +
          table[state + 1] * shareSatisfaction[i] +
          table[state + 2] * shareAdoption[i] +
          table[state + 3] * sharePulled[i] +
          table[state + 4] * shareBoost[i] +
          table[held] * naturalRelationship[i] +
          table[held + 1] * naturalAdoption[i] +
          table[held + 2] * naturalPush[i]);
      gain[i] = part * part * own * concentration[i];
      shared[i] += whole * whole * market;
    }
  }
  for (let i = 0; i < count; i++) {
    const reached = samples > 0 ? sum[i] / samples : slot.sample[i];
    base[i] += plan.weight * reached + (isTeam ? teamSum(lin, i, managers) : lin[i]);
    spread[i] += isTeam ? teamSum(gain, i, managers) : gain[i];
  }
  if (withEffects) addLevelChannels(card, slot, lanes, from);
}

/** What channels add to a result in money, in proportion to its level against target. */
function addLevelChannels(card: CardState, slot: SlotState, lanes: Lanes, from: number): void {
  const { lanes: count, managers, world } = lanes;
  const { now, later, held } = card;
  const { table } = slot.outlook;
  const { plan, target } = slot;
  const level = levelOf(slot, lanes);
  const isTeam = plan.measure.scale === "teamFlow";
  // On a team's card everybody's score moves with the team's result: nothing of it is lost in the mean.
  const spill = isTeam && card.plan.isTeam ? managers : 1;
  for (let first = 0; first < count; first += managers) {
    const row = from + world[first] * at.size;
    const allTarget = isTeam ? teamSum(target, first, managers) : 0;
    for (let i = first; i < first + managers; i++) {
      const part = spill * (plan.weight * (level[i] / (isTeam ? allTarget : target[i])));
      for (let c = 0, to = i; c < 3; c++, to += count) {
        now[to] += part * table[row + at.now + c];
        later[to] += part * table[row + at.later + c];
        held[to] += part * table[row + at.held + c];
      }
    }
  }
}

/** The column a level measure is read against. */
export function levelOf(slot: SlotState, lanes: Lanes): Float64Array {
  const { scale } = slot.plan.measure;
  return scale === "index" || scale === "teamFlow" ? lanes.flow : lanes[scale];
}

/** An index: what was read so far, what is expected to be read, and states of the accounts where it follows them. */
function forecastIndex(card: CardState, slot: SlotState, lanes: Lanes, month: number, withEffects: boolean): void {
  const { lanes: count, worlds, managers, world, meanRelationship, meanSatisfaction, meanAdoption } = lanes;
  const { naturalRelationship, naturalAdoption, naturalPush } = lanes;
  const { base, now, later, held } = card;
  const { outlook, plan, sum, sample } = slot;
  const { table } = outlook;
  const from = rowAt(slot, worlds, month);
  const { weight } = plan;
  const samples = outlook.samples[month];
  const [read, share] = samples > 0 ? [sum, weight / samples] : [sample, weight];
  for (let i = 0; i < count; i++) base[i] += share * read[i];
  if (!outlook.followsAccounts) return;
  for (let first = 0; first < count; first += managers) {
    const row = from + world[first] * at.size;
    const state = row + at.state;
    const toClose = row + at.held;
    for (let i = first; i < first + managers; i++) {
      base[i] +=
        weight *
        (table[state] * meanRelationship[i] +
          table[state + 1] * meanSatisfaction[i] +
          table[state + 2] * meanAdoption[i] +
          table[toClose] * naturalRelationship[i] +
          table[toClose + 1] * naturalAdoption[i] +
          table[toClose + 2] * naturalPush[i]);
    }
    for (let c = 0; withEffects && c < 3; c++) {
      const nowAdded = weight * table[row + at.now + c];
      const laterAdded = weight * table[row + at.later + c];
      const heldAdded = weight * table[toClose + c];
      for (let to = c * count + first; to < c * count + first + managers; to++) {
        now[to] += nowAdded;
        later[to] += laterAdded;
        held[to] += heldAdded;
      }
    }
  }
}

/** From channels to activities: what a unit of each activity adds through the accounts. */
function combineChannels(
  card: CardState,
  lanes: Lanes,
  world: ForecastWorld,
  activities: readonly ActivityNumbers[],
): void {
  const { lanes: count, managers, world: worldOf, theta, usual, slope, genuine } = lanes;
  const { now, later, held, results, resultsLater, effect } = card;
  for (let first = 0; first < count; first += managers) {
    const harm = world.pressureHarm[worldOf[first]];
    for (let i = first; i < first + managers; i++) {
      const nowR = now[i];
      const nowQ = now[count + i];
      const nowPush = now[2 * count + i];
      const laterR = later[i];
      const laterQ = later[count + i];
      const laterPush = later[2 * count + i];
      const heldR = held[i];
      const heldQ = held[count + i];
      const heldPush = held[2 * count + i];
      const able = theta[i];
      for (let j = 0, a = i; j < activities.length; j++, a += count) {
        const one = activities[j];
        const toR = able * relationshipEffect(one, usual[a], slope[a], harm);
        const toQ = able * slope[a] * one.adoption;
        const toPush = able * slope[a] * one.push;
        results[a] = toR * nowR + toQ * nowQ + toPush * nowPush;
        resultsLater[a] = toR * laterR + toQ * laterQ + toPush * laterPush;
        effect[a] += genuine[a] * (toR * heldR + toQ * heldQ + toPush * heldPush);
      }
    }
  }
}

/** From variances to the SD of the score at the close; a team's mean averages own luck away. */
function closeSpread(card: CardState, lanes: Lanes, world: ForecastWorld, months: number): void {
  const { lanes: count, managers, world: worldOf } = lanes;
  const { base, spread, shared, plan, lin } = card;
  for (let i = 0; i < count; i++) {
    const rater = plan.judged * world.raterNoise[worldOf[i]];
    spread[i] += (rater * rater * 12) / months;
  }
  if (plan.isTeam) {
    lin.set(base);
    for (let i = 0; i < count; i++) base[i] = teamMean(lin, i, managers);
    lin.set(spread);
    for (let i = 0; i < count; i++) spread[i] = teamSum(lin, i, managers) / (managers * managers);
  }
  for (let i = 0; i < count; i++) spread[i] = Math.max(Math.sqrt(spread[i] + shared[i]), leastSpread);
}
