import type { ActivityNumbers } from "../activities/activity.js";
import type { Lanes } from "../frame/lanes.js";
import type { WorldColumns } from "../frame/part.js";
import type { CardState, SlotState } from "./card.js";
import { type CardReadings, heldAt, levelAt, luckAt, ownAt } from "./card-readings.js";
import { at } from "./outlook/outlook.js";

export type ReadingWorld = WorldColumns<"compression" | "boxTicking">;

/** Where a slot's outlook for this month begins: one row of offsets a world. */
export const rowAt = (slot: SlotState, worlds: number, month: number): number =>
  slot.outlook.rowOf[month] * worlds * at.size;

/**
 * Readings of activity, first by world (they differ between managers only in effort): natural effort reads s/n, each
 * unit more adds its load, a documenting activity inflates every reading. The score begins at `start`.
 */
export function readActivities(
  card: CardState,
  lanes: Lanes,
  world: ReadingWorld,
  activities: readonly ActivityNumbers[],
  month: number,
  start: number,
): void {
  const { lanes: count, worlds, managers, natural } = lanes;
  const { base, spread, readings } = card;
  const { table } = readings;
  fillReadings(card, world, activities, month);
  const level = levelAt(readings, month);
  const luck = luckAt(readings, month);
  const held = heldAt(readings, month);
  const behind = held + activities.length * worlds;
  for (let w = 0, i = 0; w < worlds; w++) {
    const expected = start + table[level + w];
    const variance = table[luck + w];
    for (const end = i + managers; i < end; i++) {
      let score = expected;
      for (let to = held + w, a = i; to < behind; to += worlds, a += count) score += table[to] * natural[a];
      base[i] = score;
      spread[i] = variance;
    }
  }
}

/** Adds up what the indices of the card read in this month, unless that is known. */
function fillReadings(
  { slots, readings }: CardState,
  world: ReadingWorld,
  activities: readonly ActivityNumbers[],
  month: number,
): void {
  const row = readings.rowOf[month];
  if (readings.isFilled[row] === 1) return;
  readings.isFilled[row] = 1;
  for (const slot of slots) if (slot.plan.measure.scale === "index") readSlot(readings, slot, world, activities, month);
}

/** One index by world: expected level and variance to come, and its loads if it reads activity. */
function readSlot(
  readings: CardReadings,
  slot: SlotState,
  { compression, boxTicking }: ReadingWorld,
  activities: readonly ActivityNumbers[],
  month: number,
): void {
  const { worlds } = readings;
  const { loads, reporting, plan, outlook } = slot;
  const { weight, measure } = plan;
  const { table } = outlook;
  const into = readings.table;
  const readsActivity = Object.keys(measure.reads).length > 0;
  for (let w = 0, row = rowAt(slot, worlds, month); w < worlds; w++, row += at.size) {
    const level = levelAt(readings, month) + w;
    into[level] += weight * table[row + at.level];
    into[luckAt(readings, month) + w] += weight * weight * table[row + at.reading];
    if (!readsActivity) continue;
    const unit = weight * compression[w];
    into[level] -= unit * table[row + at.rest] * (1 + (reporting < 0 ? 0 : boxTicking[w]));
    for (let j = 0; j < loads.length; j++) {
      const load = loads[j] + (j === reporting ? boxTicking[w] / activities[j].normal : 0);
      into[ownAt(readings, month) + j * worlds + w] += unit * load * table[row + at.month];
      into[heldAt(readings, month) + j * worlds + w] += unit * load * table[row + at.rest];
    }
  }
}
