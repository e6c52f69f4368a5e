import type { ActivityNumbers } from "../activities/activity.js";
import { activityColumnsOf } from "../activities/columns.js";
import type { Lanes } from "../frame/lanes.js";
import type { WorldColumns } from "../frame/part.js";
import type { CardState } from "./card.js";
import { heldAt } from "./card-readings.js";
import { at } from "./outlook/outlook.js";
import { rowAt } from "./readings.js";

export type EffectWorld = WorldColumns<"pressureHarm">;

/** The slots that work reaches through the accounts, as columns: their tables, where the month's rows begin, how much of the score each is. */
function reachedBy({ slots }: CardState, worlds: number, month: number) {
  const reached = slots.filter(({ outlook, plan }) => outlook.followsAccounts || plan.measure.scale !== "index");
  return {
    tables: reached.map(({ outlook }) => outlook.table),
    rows: reached.map((slot) => rowAt(slot, worlds, month)),
    shares: reached.map(({ share }) => share),
  };
}

/** What a unit of each activity adds to the score if held to the close, its own reading included; what is hollow in it reaches no account. */
export function effectsHeld(
  card: CardState,
  lanes: Lanes,
  world: EffectWorld,
  activities: readonly ActivityNumbers[],
  month: number,
): void {
  const { lanes: count, worlds, managers, theta, usual, slope, genuine } = lanes;
  const { effect, readings } = card;
  const { relationship, adoption, push, pressing, scale } = activityColumnsOf(activities);
  const reading = readings.table;
  const toClose = heldAt(readings, month);
  const { tables, rows, shares } = reachedBy(card, worlds, month);
  for (let w = 0, i = 0; w < worlds; w++) {
    const harm = world.pressureHarm[w];
    for (const end = i + managers; i < end; i++) {
      let byR = 0;
      let byQ = 0;
      let byPush = 0;
      for (let k = 0; k < rows.length; k++) {
        const table = tables[k];
        const row = rows[k] + w * at.size + at.held;
        const share = shares[k][i];
        byR += share * table[row];
        byQ += share * table[row + 1];
        byPush += share * table[row + 2];
      }
      const able = theta[i];
      for (let j = 0, a = i, shown = toClose + w; j < adoption.length; j++, a += count, shown += worlds) {
        const steep = slope[a];
        const over = pressing[j] > 0 && usual[a] > 1 ? (harm * (usual[a] - 1)) / scale[j] : 0;
        const toR = able * (steep * relationship[j] - over);
        const toQ = able * steep * adoption[j];
        const toPush = able * steep * push[j];
        effect[a] = reading[shown] + genuine[a] * (toR * byR + toQ * byQ + toPush * byPush);
      }
    }
  }
}

/** The same, and what a unit of each activity this month adds through the accounts alone, to this period's score and to later ones. */
export function effectsAhead(
  card: CardState,
  lanes: Lanes,
  world: EffectWorld,
  activities: readonly ActivityNumbers[],
  month: number,
): void {
  const { lanes: count, worlds, managers, theta, usual, slope, genuine } = lanes;
  const { results, resultsLater, effect, readings } = card;
  const { relationship, adoption, push, pressing, scale } = activityColumnsOf(activities);
  const reading = readings.table;
  const toClose = heldAt(readings, month);
  const { tables, rows, shares } = reachedBy(card, worlds, month);
  for (let w = 0, i = 0; w < worlds; w++) {
    const harm = world.pressureHarm[w];
    for (const end = i + managers; i < end; i++) {
      let nowR = 0;
      let nowQ = 0;
      let nowPush = 0;
      let laterR = 0;
      let laterQ = 0;
      let laterPush = 0;
      let byR = 0;
      let byQ = 0;
      let byPush = 0;
      for (let k = 0; k < rows.length; k++) {
        const table = tables[k];
        const row = rows[k] + w * at.size;
        const share = shares[k][i];
        nowR += share * table[row + at.now];
        nowQ += share * table[row + at.now + 1];
        nowPush += share * table[row + at.now + 2];
        laterR += share * table[row + at.later];
        laterQ += share * table[row + at.later + 1];
        laterPush += share * table[row + at.later + 2];
        byR += share * table[row + at.held];
        byQ += share * table[row + at.held + 1];
        byPush += share * table[row + at.held + 2];
      }
      const able = theta[i];
      for (let j = 0, a = i, shown = toClose + w; j < adoption.length; j++, a += count, shown += worlds) {
        const steep = slope[a];
        const over = pressing[j] > 0 && usual[a] > 1 ? (harm * (usual[a] - 1)) / scale[j] : 0;
        const toR = able * (steep * relationship[j] - over);
        const toQ = able * steep * adoption[j];
        const toPush = able * steep * push[j];
        results[a] = toR * nowR + toQ * nowQ + toPush * nowPush;
        resultsLater[a] = toR * laterR + toQ * laterQ + toPush * laterPush;
        effect[a] = reading[shown] + genuine[a] * (toR * byR + toQ * byQ + toPush * byPush);
      }
    }
  }
}
