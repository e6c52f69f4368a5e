import type { ActivityNumbers } from "../activities/activity.js";
import type { Lanes } from "../lanes.js";
import type { WorldColumns } from "../part.js";
import type { CardState, SlotState } from "./card.js";
import { at } from "./outlook.js";
import { type ProspectWorld, relationshipEffect } from "./prospects.js";
import { teamMean, teamSum } from "./team.js";

export type ForecastWorld = ProspectWorld & WorldColumns<"compression" | "boxTicking" | "raterNoise">;

/** score. Uncertainty never falls below this: nobody knows a score to the last digit. */
export const leastSpread = 1e-3;

/** Reading offsets of a slot for this month. */
const rowAt = (slot: SlotState, worlds: number, month: number): number => slot.outlook.rowOf[month] * worlds * at.size;

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
  now.fill(0);
  later.fill(0);
  held.fill(0);
  readActivities(card, lanes, world, activities, month);
  for (const slot of card.slots) {
    if (slot.plan.measure.scale !== "index") forecastLevel(card, slot, lanes, month);
    else forecastIndex(card, slot, lanes, month);
  }
  if (withEffects) combineChannels(card, lanes, world, activities);
  closeSpread(card, lanes, world, months);
}

/** A result in money: its level against target, the luck still to come, and what channels add in proportion to the level. */
function forecastLevel(card: CardState, slot: SlotState, lanes: Lanes, month: number): void {
  const { lanes: count, worlds, managers, world, concentration } = lanes;
  const { shareRelationship, shareSatisfaction, shareAdoption, sharePulled, shareBoost } = lanes;
  const { naturalRelationship, naturalAdoption, naturalPush } = lanes;
  const { base, spread, shared, now, later, held, lin, gain } = card;
  const { outlook, plan, sum, target } = slot;
  const table = outlook.table;
  const from = rowAt(slot, worlds, month);
  const samples = outlook.samples[month];
  const isTeam = plan.measure.scale === "teamFlow";
  const level = levelOf(slot, lanes);
  // On a team's card everybody's score moves with the team's result: nothing of it is lost in the mean.
  const spill = isTeam && card.plan.isTeam ? managers : 1;
  for (let i = 0; i < count; i++) {
    const row = from + world[i] * at.size;
    const run = isTeam ? level[i] / teamSum(target, i, managers) : level[i] / target[i];
    const expected =
      table[row + at.level] +
      table[row + at.state] * shareRelationship[i] +
      table[row + at.state + 1] * shareSatisfaction[i] +
      table[row + at.state + 2] * shareAdoption[i] +
      table[row + at.state + 3] * sharePulled[i] +
      table[row + at.state + 4] * shareBoost[i] +
      table[row + at.held] * naturalRelationship[i] +
      table[row + at.held + 1] * naturalAdoption[i] +
      table[row + at.held + 2] * naturalPush[i];
    const part = plan.weight * run;
    lin[i] = part * expected;
    gain[i] = part * part * table[row + at.accounts] * concentration[i];
    const whole = isTeam ? (plan.weight * teamSum(level, i, managers)) / teamSum(target, i, managers) : part;
    shared[i] += whole * whole * table[row + at.market];
    for (let c = 0; c < 3; c++) {
      now[c * count + i] += spill * part * table[row + at.now + c];
      later[c * count + i] += spill * part * table[row + at.later + c];
      held[c * count + i] += spill * part * table[row + at.held + c];
    }
  }
  for (let i = 0; i < count; i++) {
    const reached = samples > 0 ? sum[i] / samples : slot.sample[i];
    base[i] += plan.weight * reached + (isTeam ? teamSum(lin, i, managers) : lin[i]);
    spread[i] += isTeam ? teamSum(gain, i, managers) : gain[i];
  }
}

/** The column a level measure is read against. */
export function levelOf(slot: SlotState, lanes: Lanes): Float64Array {
  const { scale } = slot.plan.measure;
  return scale === "index" || scale === "teamFlow" ? lanes.flow : lanes[scale];
}

/** An index: what was read so far, what is expected to be read, and states of the accounts where it follows them. */
function forecastIndex(card: CardState, slot: SlotState, lanes: Lanes, month: number): void {
  const { lanes: count, worlds, world: worldOf, meanRelationship, meanSatisfaction, meanAdoption } = lanes;
  const { naturalRelationship, naturalAdoption, naturalPush } = lanes;
  const { base, now, later, held } = card;
  const { outlook, plan, sum, sample } = slot;
  const table = outlook.table;
  const from = rowAt(slot, worlds, month);
  const { weight } = plan;
  const samples = outlook.samples[month];
  const [read, share] = samples > 0 ? [sum, weight / samples] : [sample, weight];
  for (let i = 0; i < count; i++) base[i] += share * read[i];
  if (!outlook.followsAccounts) return;
  for (let i = 0; i < count; i++) {
    const row = from + worldOf[i] * at.size;
    base[i] +=
      weight *
      (table[row + at.state] * meanRelationship[i] +
        table[row + at.state + 1] * meanSatisfaction[i] +
        table[row + at.state + 2] * meanAdoption[i] +
        table[row + at.held] * naturalRelationship[i] +
        table[row + at.held + 1] * naturalAdoption[i] +
        table[row + at.held + 2] * naturalPush[i]);
    for (let c = 0; c < 3; c++) {
      now[c * count + i] += weight * table[row + at.now + c];
      later[c * count + i] += weight * table[row + at.later + c];
      held[c * count + i] += weight * table[row + at.held + c];
    }
  }
}

/**
 * Readings of activity, first by world (they differ between managers only in effort): natural effort reads s/n, each
 * unit more adds its load, a documenting activity inflates every reading.
 */
function readActivities(
  card: CardState,
  lanes: Lanes,
  world: ForecastWorld,
  activities: readonly ActivityNumbers[],
  month: number,
): void {
  const { lanes: count, worlds, world: worldOf, natural } = lanes;
  const { base, spread, own, effect, reading, readingOwn, readingHeld, lin } = card;
  reading.fill(0);
  readingOwn.fill(0);
  readingHeld.fill(0);
  lin.fill(0);
  for (const slot of card.slots) {
    if (slot.plan.measure.scale === "index") readSlot(card, slot, worlds, world, activities, month);
  }
  for (let i = 0; i < count; i++) {
    base[i] += reading[worldOf[i]];
    spread[i] += lin[worldOf[i]];
  }
  for (let j = 0; j < activities.length; j++) {
    for (let i = 0; i < count; i++) {
      const a = j * count + i;
      const w = j * worlds + worldOf[i];
      own[a] = readingOwn[w];
      effect[a] = readingHeld[w];
      base[i] += readingHeld[w] * natural[a];
    }
  }
}

/** One index by world: expected level and variance to come, and its loads if it reads activity. Variances go to `lin`. */
function readSlot(
  card: CardState,
  slot: SlotState,
  worlds: number,
  world: ForecastWorld,
  activities: readonly ActivityNumbers[],
  month: number,
): void {
  const { reading, readingOwn, readingHeld, lin } = card;
  const { loads, reporting, plan, outlook } = slot;
  const { weight, measure } = plan;
  const table = outlook.table;
  const from = rowAt(slot, worlds, month);
  const readsActivity = Object.keys(measure.reads).length > 0;
  for (let w = 0; w < worlds; w++) {
    const row = from + w * at.size;
    reading[w] += weight * table[row + at.level];
    lin[w] += weight * weight * table[row + at.reading];
    if (!readsActivity) continue;
    const unit = weight * world.compression[w];
    reading[w] -= unit * table[row + at.rest] * (1 + (reporting < 0 ? 0 : world.boxTicking[w]));
    for (let j = 0; j < loads.length; j++) {
      const load = loads[j] + (j === reporting ? world.boxTicking[w] / activities[j].normal : 0);
      readingOwn[j * worlds + w] += unit * load * table[row + at.month];
      readingHeld[j * worlds + w] += unit * load * table[row + at.rest];
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
  const { lanes: count, world: worldOf, theta, usual, slope, genuine } = lanes;
  const { now, later, held, results, resultsLater, effect } = card;
  for (let j = 0; j < activities.length; j++) {
    const one = activities[j];
    for (let i = 0; i < count; i++) {
      const a = j * count + i;
      const toR = theta[i] * relationshipEffect(one, usual[a], slope[a], world.pressureHarm[worldOf[i]]);
      const toQ = theta[i] * slope[a] * one.adoption;
      const toPush = theta[i] * slope[a] * one.push;
      results[a] = toR * now[i] + toQ * now[count + i] + toPush * now[2 * count + i];
      resultsLater[a] = toR * later[i] + toQ * later[count + i] + toPush * later[2 * count + i];
      effect[a] += genuine[a] * (toR * held[i] + toQ * held[count + i] + toPush * held[2 * count + i]);
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
