import { namesOf, recordOf } from "../../foundation/values/record.js";
import { closeValue, ownShare, stakeLine } from "../../model/responses/look-ahead.js";
import type { CardState } from "../../model/scorecard/card.js";
import { ownAt } from "../../model/scorecard/card-readings.js";
import { periodAt } from "../../model/scorecard/outlook/outlook.js";
import { type MonthObserver, runTask } from "../../simulation/batch/batch.js";
import type { BatchInputs } from "../../simulation/world/batch-inputs.js";
import type { Task } from "../../simulation/world/program.js";
import type { Worlds } from "../../simulation/world/worlds.js";

/** What one manager sees of one card in one month, as the engine has it. */
export interface SeenMonth {
  /** First month of the period. */
  readonly start: number;
  /** score. What natural effort to the close leads to, and the SD of what luck may still add. */
  readonly base: number;
  readonly spread: number;
  /** score; score² per EUR. The forecast as a line in the stake: base + lift + gain · stake. */
  readonly lift: number;
  readonly gain: number;
  /** EUR. What one EUR of pay at the close is worth today. */
  readonly value: number;
  /** EUR per unit of payout at the close, by reward. */
  readonly current: readonly number[];
  /** score per FTE, by activity: what effort of this month adds to the score that pays. */
  readonly unit: Float64Array;
  /** EUR per FTE today, by activity: what it is worth on other cards and in later periods. */
  readonly other: Float64Array;
  /** FTE, by activity. */
  readonly natural: Float64Array;
}

/** Plays a design and notes, for the first manager of every world and for every card, what is seen in each month: [world][card][month]. */
export function outlookMonths(batchInputs: BatchInputs, task: Omit<Task, "response">): readonly SeenMonth[][][] {
  const { program, count } = batchInputs;
  const cards = program.designs[task.design].cards.length;
  const seen: SeenMonth[][][] = Array.from({ length: count }, () => Array.from({ length: cards }, () => []));
  runTask(batchInputs, { ...task, response: "look-ahead" }, [], (moment) => {
    for (let c = 0; c < cards; c++) {
      // Scratch columns of the card: what the response wrote there is gone when the month is over.
      stakeLine(moment.cards[c], {
        ...moment,
        activities: program.activities,
      });
      for (let w = 0; w < count; w++) seen[w][c].push(seenBy(moment, moment.cards[c], w * program.managers, w));
    }
  });
  return seen;
}

function seenBy(
  { month, lanes, cards, world }: Parameters<MonthObserver>[0],
  card: CardState,
  i: number,
  w: number,
): SeenMonth {
  const { lanes: count, activities } = lanes;
  const view = { lanes, month, world };
  const column = (of: (a: number) => number) => Float64Array.from({ length: activities }, (_, j) => of(j * count + i));
  const own = ({ readings }: CardState, a: number) =>
    readings.table[ownAt(readings, month) + Math.floor(a / count) * lanes.worlds + w];
  const direct = (one: CardState, a: number) => ownShare(one, view) * (own(one, a) + one.results[a]);
  return {
    start: periodAt(month, card.plan.period, lanes.months).start,
    base: card.base[i],
    spread: card.spread[i],
    lift: card.lin[i] - card.base[i],
    gain: card.gain[i],
    value: closeValue(card, view, w),
    current: card.rewards.map((reward) => reward.current[i]),
    unit: column((a) => direct(card, a)),
    other: column((a) =>
      cards.reduce(
        (sum, one) =>
          sum + one.resultsLater[a] * one.laterStake[i] + (one === card ? 0 : direct(one, a) * one.stake[i]),
        0,
      ),
    ),
    natural: column((a) => lanes.natural[a]),
  };
}

/** Assumptions of one world, as columns of one world. */
export const worldAlone = (worlds: Worlds, w: number): Worlds =>
  recordOf(namesOf(worlds), (name) => Float64Array.of(worlds[name][w]));
