import type { Shape } from "../frame/lanes.js";
import type { Outlook } from "./outlook/outlook.js";

/**
 * What the indices of a card read of activity, by world. It depends on the card's weights and on the month's place in the period
 * only, so that months, tasks and cards alike share it: a block of columns a row, filled when it is first asked for.
 */
export interface CardReadings {
  /** Row of each month of the horizon. */
  readonly rowOf: Int32Array;
  readonly isFilled: Uint8Array;
  /**
   * [row][column][world]. Columns: score that natural effort is expected to read; variance to come; by activity what a unit of it
   * adds to the score this month; by activity what it adds held to the close.
   */
  readonly table: Float64Array;
  readonly worlds: number;
  readonly activities: number;
}

const areAlike = (outlooks: readonly Outlook[], one: number, other: number): boolean =>
  outlooks.every(({ rowOf }) => rowOf[one] === rowOf[other]);

/** Months a period apart share a row where every slot sees them alike. */
export function allocateReadings(
  period: number,
  outlooks: readonly Outlook[],
  { worlds, months, activities }: Pick<Shape, "worlds" | "months" | "activities">,
): CardReadings {
  const rowOf = new Int32Array(months);
  let rows = 0;
  for (let month = 0; month < months; month++) {
    const before = month - period;
    const isKnown = before >= 0 && areAlike(outlooks, month, before);
    rowOf[month] = isKnown ? rowOf[before] : rows++;
  }
  const table = new Float64Array(rows * worlds * (2 + 2 * activities));
  return { rowOf, isFilled: new Uint8Array(rows), table, worlds, activities };
}

/** Where the expected score of a month begins, [world]. */
export const levelAt = ({ rowOf, worlds, activities }: CardReadings, month: number): number =>
  rowOf[month] * (2 + 2 * activities) * worlds;

/** Where the variance to come begins, [world]. */
export const luckAt = (readings: CardReadings, month: number): number => levelAt(readings, month) + readings.worlds;

/** Where effects of this month begin, [activity][world]. */
export const ownAt = (readings: CardReadings, month: number): number => luckAt(readings, month) + readings.worlds;

/** Where effects held to the close begin, [activity][world]. */
export const heldAt = (readings: CardReadings, month: number): number =>
  ownAt(readings, month) + readings.activities * readings.worlds;
