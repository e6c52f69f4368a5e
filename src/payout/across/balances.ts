import type { Day } from "../../foundation/values/calendar.js";
import { type Decimal, zero } from "../../foundation/values/decimal.js";

/** money. Cash of the window so far, before the settlement at hand. */
export interface Tally {
  /** What cash rewards earned, after the cap. */
  readonly rewards: Decimal;
  /** What was paid of it, a bank considered, and SPIFFs: what a guarantee is held against. */
  readonly earned: Decimal;
  /** What a guarantee added. */
  readonly lifted: Decimal;
}

/** Cash a period has paid, which may be taken back. */
export interface Payment {
  readonly from: Day;
  readonly to: Day;
  readonly amount: Decimal;
  readonly isTaken: boolean;
}

/** What carries over from one settlement of a person to the next. */
export interface Balances {
  /** Advanced on a recoverable draw and not recovered. */
  readonly owed: Decimal;
  /** In the bonus bank; may lie below zero. */
  readonly banked: Decimal;
  /** Clawed back and not yet recovered. */
  readonly reclaimed: Decimal;
  /** By reward and first day of the year: what has been earned of the year to date. */
  readonly before: ReadonlyMap<string, Decimal>;
  /** By first day of the window. */
  readonly tallies: ReadonlyMap<Day, Tally>;
  /** SPIFFs that are not paid again. */
  readonly spent: ReadonlySet<string>;
  readonly payments: readonly Payment[];
  /** Cash that shorter periods earned at the same close, and what of it waits. */
  readonly today: { readonly close: Day; readonly cash: Decimal; readonly waiting: Decimal };
}

/** Of somebody who has been paid nothing yet. */
export const noBalances: Balances = {
  ...{ owed: zero, banked: zero, reclaimed: zero },
  ...{ before: new Map(), tallies: new Map(), spent: new Set(), payments: [] },
  today: { close: "", cash: zero, waiting: zero },
};

/** Of a window nothing was paid in yet. */
export const noTally: Tally = { rewards: zero, earned: zero, lifted: zero };

/** What shorter periods have earned at the same close. */
export const todayOf = ({ today }: Balances, { to }: { readonly to: Day }): Balances["today"] =>
  today.close === to ? today : noBalances.today;
