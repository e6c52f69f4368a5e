import type { LeftOutRow, NotUsed } from "../employee-data/data.js";
import type { WaitingPerson } from "../employee-data/waiting.js";
import type { Day } from "../foundation/values/calendar.js";

/** One line of how a payout came about. Numbers are decimals as text: no binary number holds them all. */
export interface PayoutLine {
  /** What is computed, in words. */
  readonly rule: string;
  /** The sum written out, with the numbers that went in: `5,375,940 ÷ 6,105,000`. */
  readonly arithmetic: string;
  /** What it comes to, rounded as the terms say. */
  readonly result: string;
  readonly unit: PayoutUnit;
  /** What it adds to, where it is no mere step on the way. */
  readonly adds?: PayoutForm | undefined;
}

export type PayoutUnit = "share" | "money" | "number";

/** Pay once, pay every year from now on, or what it costs other than as pay. */
export type PayoutForm = "cash" | "raise" | "value";

/** Smallest units of the currency (cents). One number for each form. */
export type PayoutAmounts = Readonly<Record<PayoutForm, number>>;

/** A part of the cash of a period, and when it is due. */
export interface PayoutDue {
  readonly date: Day;
  /** Smallest units of the currency. */
  readonly amount: number;
  /** Whether it is only paid to those who are still there. */
  readonly isVesting: boolean;
  /** Whether the roster says that the person had left by then: lost. */
  readonly isForfeited: boolean;
}

/** What one person is paid for one period. */
export interface PeriodPayout extends PayoutAmounts {
  readonly person: string;
  /** First and last day of the period, both included. */
  readonly from: Day;
  readonly to: Day;
  readonly design: string;
  /** share. Score of the first reward with a score, where there is one. */
  readonly score: number | undefined;
  /** money. Cash rewards on target for the part served, before what was reached; 0 where no reward has an amount at target. */
  readonly atTarget: number;
  readonly lines: readonly PayoutLine[];
  readonly due: readonly PayoutDue[];
}

/** Who could not be paid for which period, and what would help. */
export interface PayoutRefusal {
  readonly person: string;
  readonly from: Day;
  readonly to: Day;
  readonly fault: string;
  readonly remedy: string;
}

/** Raises of one period against their budget. Smallest units of the currency, a year. */
export interface MeritBudget {
  readonly from: Day;
  readonly to: Day;
  readonly budget: number;
  /** Before scaling. */
  readonly raises: number;
  readonly isOver: boolean;
  readonly isScaled: boolean;
  /** Who is in neither number, as nothing could be paid to them for the period. */
  readonly without: readonly string[];
}

/** What a design pays people. Rows are in order of closes, shorter periods first, then of people as on the roster. */
export interface Payouts extends PayoutAmounts {
  readonly title: string;
  readonly design: string;
  readonly currency: string;
  /** Decimals of the currency: amounts are in units of 10 to the power of −decimals. */
  readonly decimals: number;
  /** What the terms say, in words. */
  readonly terms: readonly string[];
  readonly periods: readonly PeriodPayout[];
  readonly refused: readonly PayoutRefusal[];
  /** Who is paid nothing until rows of the tables that were left out are mended, with those rows. */
  readonly waiting: readonly WaitingPerson[];
  /** All rows of the tables that were left out, those that do not say whose they are included. */
  readonly leftOut: readonly LeftOutRow[];
  /** What was given and came to nobody's pay. */
  readonly notUsed: readonly NotUsed[];
  readonly merit: readonly MeritBudget[];
  /** Smallest units. What each person still owes of a recoverable draw, where anything. */
  readonly owed: Readonly<Record<string, number>>;
  /** Smallest units. What is left in each person's bonus bank, where anything; may lie below zero. */
  readonly banked: Readonly<Record<string, number>>;
  /** Smallest units. What has been clawed back from each person and is still to be recovered, where anything. */
  readonly reclaimed: Readonly<Record<string, number>>;
}
