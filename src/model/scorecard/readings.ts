import type { ActivityNumbers } from "../activities/activity.js";
import type { Lanes } from "../lanes.js";
import type { WorldColumns } from "../part.js";
import type { CardState, SlotState } from "./card.js";
import { at } from "./outlook.js";

export type ReadingWorld = WorldColumns<"compression" | "boxTicking">;

/** Where a slot's outlook for this month begins: one row of offsets a world. */
export const rowAt = (slot: SlotState, worlds: number, month: number): number =>
  slot.outlook.rowOf[month] * worlds * at.size;

/**
 * Readings of activity, first by world (they differ between managers only in effort): natural effort reads s/n, each
 * unit more adds its load, a documenting activity inflates every reading.
 */
export function readActivities(
  card: CardState,
  lanes: Lanes,
  world: ReadingWorld,
  activities: readonly ActivityNumbers[],
  month: number,
  withEffects: boolean,
): void {
  const { lanes: count, worlds, managers, world: worldOf, natural } = lanes;
  const { base, spread, own, effect, reading, readingOwn, readingHeld, lin } = card;
  reading.fill(0);
  readingOwn.fill(0);
  readingHeld.fill(0);
  lin.fill(0);
  for (const slot of card.slots) {
    if (slot.plan.measure.scale === "index") readSlot(card, slot, worlds, world, activities, month);
  }
  for (let first = 0; first < count; first += managers) {
    const w = worldOf[first];
    for (let i = first; i < first + managers; i++) {
      let score = base[i] + reading[w];
      for (let j = 0, to = i; j < activities.length; j++, to += count)
        score += readingHeld[j * worlds + w] * natural[to];
      base[i] = score;
      spread[i] += lin[w];
    }
    for (let j = 0; withEffects && j < activities.length; j++) {
      const shown = readingOwn[j * worlds + w];
      const toClose = readingHeld[j * worlds + w];
      for (let to = j * count + first; to < j * count + first + managers; to++) {
        own[to] = shown;
        effect[to] = toClose;
      }
    }
  }
}

/** One index by world: expected level and variance to come, and its loads if it reads activity. Variances go to `lin`. */
function readSlot(
  card: CardState,
  slot: SlotState,
  worlds: number,
  world: ReadingWorld,
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
