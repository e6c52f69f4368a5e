import type { LeftOutRow, NotUsed } from "../employee-data/data.js";
import type { WaitingPerson } from "../employee-data/waiting.js";
import type { Interval } from "../foundation/maths/summary.js";
import type { Day } from "../foundation/values/calendar.js";
import type { MeanPay, PlanCost, Quartiles } from "./cost-data.js";

/** What one person is paid under the old plan and another. Smallest units. */
export interface PersonChange {
  readonly person: string;
  /** Of the roster; the id where it has none. */
  readonly name: string;
  readonly old: number;
  readonly new: number;
  readonly change: number;
  /** share of the old pay; undefined where that was nothing. */
  readonly changeShare: number | undefined;
}

/** Those who gain, or those who lose. Smallest units; losses are below zero. */
export interface ChangedGroup {
  readonly people: number;
  /** share of the people compared. */
  readonly share: number;
  readonly total: number;
  /** 0 where there is nobody. */
  readonly mean: number;
  readonly median: number;
  /** The largest of them, and whose it is; the first by id where several have it. */
  readonly largest: number;
  readonly person: string | undefined;
}

/** Old and new pay of the same people for the same days, by the year these days end in. */
export interface YearChange {
  readonly name: string;
  readonly people: number;
  readonly old: number;
  readonly new: number;
  readonly change: number;
  readonly oldInterval: Interval | undefined;
  readonly newInterval: Interval | undefined;
  /** Of the difference: the same people are drawn under both plans. */
  readonly interval: Interval | undefined;
}

/** Days of one person that cannot be compared. Pay is undefined where the plan could not pay them. */
export interface LeftOut {
  readonly person: string;
  readonly from: Day;
  readonly to: Day;
  readonly old: number | undefined;
  readonly new: number | undefined;
  readonly why: string;
}

/** What a break-even comes to. */
export type BreakEvenAnswer = "any attainment does" | "already" | "must reach more" | "not within reach";

/** What one person must reach under the new plan to earn the old pay of the same days. */
export interface BreakEven {
  readonly person: string;
  readonly from: Day;
  readonly to: Day;
  /** smallest units. Old pay: what is to be earned; new pay at what was reached. */
  readonly old: number;
  readonly new: number;
  /** Whether attainment is the score of the new plan's one card, or a factor on all results: 1 is what was reached. */
  readonly on: "score" | "factor";
  readonly reached: number;
  /** share. Where it is drawn: the score reached, the old plan's where a factor is moved; 1 where there is neither. */
  readonly level: number;
  /** The least attainment that pays it, in hundredths of a percentage point; undefined where none looked at does. */
  readonly needed: number | undefined;
  readonly answer: BreakEvenAnswer;
  /** The highest attainment looked at. */
  readonly most: number;
}

/** A quarter of the people, by performance, under both plans. */
export interface QuartileChange {
  readonly quartile: number;
  readonly people: number;
  readonly performance: number;
  readonly old: MeanPay;
  readonly new: MeanPay;
  readonly change: MeanPay;
}

/** A plan held against the old one, over people and days paid under both. */
export interface PlanChange {
  readonly plan: string;
  readonly history: string;
  readonly people: number;
  readonly old: number;
  readonly new: number;
  readonly change: number;
  /** share of the old pay. */
  readonly changeShare: number | undefined;
  readonly interval: Interval | undefined;
  readonly years: readonly YearChange[];
  /** In order of id. */
  readonly persons: readonly PersonChange[];
  readonly winners: ChangedGroup;
  readonly losers: ChangedGroup;
  readonly unchanged: number;
  readonly leftOut: readonly LeftOut[];
  /** By person, then by day; empty where it was not asked for. */
  readonly breakEven: readonly BreakEven[];
  readonly quartiles: Quartiles<QuartileChange> | undefined;
}

/** What was paid according to the history, beside what the old plan comes to: whether that plan is described right. Smallest units. */
export interface Recorded {
  readonly history: string;
  /** Periods of the old plan for which the history says what was paid. */
  readonly periods: number;
  readonly recorded: number;
  readonly recomputed: number;
  readonly difference: number;
  /** Periods that agree to one unit of the currency: histories are often rounded. */
  readonly agree: number;
  /** The period furthest off. */
  readonly worst: { readonly person: string; readonly from: Day; readonly to: Day; readonly difference: number };
}

/** Who is paid nothing on a history, under any plan, until rows that were left out are mended. */
export interface WaitingOn extends WaitingPerson {
  readonly history: string;
}

/** A row of a history's tables that was left out. */
export interface LeftOutOn extends LeftOutRow {
  readonly history: string;
}

/** One of the plans compared. */
export interface PlanName {
  readonly name: string;
  readonly design: string;
  /** Of the design. */
  readonly title: string;
  readonly scenario: string;
}

/** What plans would have paid for results of the past, performance held constant. */
export interface Backtest {
  readonly title: string;
  readonly currency: string;
  /** Decimals of the currency: amounts are in units of 10 to the power of −decimals. */
  readonly decimals: number;
  readonly old: string;
  readonly plans: readonly PlanName[];
  readonly histories: readonly string[];
  /** By history. In no cost and no comparison. */
  readonly waiting: readonly WaitingOn[];
  /** By history; rows that do not say whose they are included. */
  readonly leftOut: readonly LeftOutOn[];
  /** What was given and no plan and no comparison uses. */
  readonly notUsed: readonly NotUsed[];
  /** By history, then by plan. */
  readonly costs: readonly PlanCost[];
  /** By history, then by plan, the old one aside. */
  readonly changes: readonly PlanChange[];
  /** By history, where one records what was paid. */
  readonly recorded: readonly Recorded[];
  readonly resamples: number;
  readonly seed: number;
  /** share. Of intervals. */
  readonly confidence: number;
  readonly version: string;
  /** What the result does not say. */
  readonly caveat: string;
}
