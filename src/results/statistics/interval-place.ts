import type { Interval } from "../../foundation/maths/summary.js";

/** Where the interval of a difference lies: beyond the smallest difference that matters on either side, within it on both, or across a border. */
export type IntervalPlace = "above" | "within" | "below" | "across";

/**
 * The one rule by which anything here is called more, less, alike or open. `smallest` ≥ 0, in the unit of the difference: a difference of that size
 * counts, one of exactly zero never does. With 0 it is which side of zero the interval lies on.
 */
export function intervalPlace({ low, high }: Interval, smallest = 0): IntervalPlace {
  if ((low > -smallest && high < smallest) || (low === 0 && high === 0)) return "within";
  if (isBeyond(low, smallest)) return "above";
  return isBeyond(-high, smallest) ? "below" : "across";
}

const isBeyond = (end: number, smallest: number): boolean => end >= smallest && end > 0;

/** Whether an interval holds no zero: the sign of the difference is sure. */
export const isSure = (interval: Interval): boolean => ["above", "below"].includes(intervalPlace(interval));

/** The same interval of a quantity of which less is better, as one of which more is. */
export const turned = ({ low, high }: Interval): Interval => ({ low: -high, high: -low });
