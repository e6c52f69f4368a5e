import type { Interval } from "../foundation/maths/summary.js";
import type { PayoutRefusal } from "../payout/data.js";

/**
 * What one or several people are paid, in the smallest unit of the currency (cents). `pay` is cash, raises and other value together; a raise
 * counts with what it adds in one year.
 */
export interface Pay {
  readonly cash: number;
  /** A year. */
  readonly raise: number;
  readonly value: number;
  readonly pay: number;
}

/** Some of the people or years of a plan's cost. */
export interface CostGroup extends Pay {
  /** Year, segment, team or id; empty for people the roster gives none. */
  readonly name: string;
  readonly people: number;
  /** smallest units. Base salary of the days that were paid for. */
  readonly salary: number;
  /** Pay ÷ salary; undefined where there is no salary. */
  readonly ofSalary: number | undefined;
}

/** A year's pay, under the year in which its periods close. */
export interface YearCost extends CostGroup {
  /** smallest units. Revenue of the people paid, where it is known for the year. */
  readonly revenue: number | undefined;
  readonly ofRevenue: number | undefined;
  /** smallest units. Pay of as many people drawn again from those of the year; undefined for fewer than five. */
  readonly interval: Interval | undefined;
}

/** How closely pay follows performance, with the interval of people drawn again. */
export interface Association {
  /** −1 to 1. */
  readonly value: number;
  readonly interval: Interval | undefined;
}

/** Whether pay follows performance, over everybody's periods. */
export interface Follows {
  /** How many periods of how many people. */
  readonly rows: number;
  readonly people: number;
  /** What pay is taken as a share of: what a person is paid on target, or base salary where the plan has no such amount. */
  readonly of: "target incentive" | "base salary";
  /** What performance is: the score pay hangs on, or result ÷ target where there is no score. */
  readonly against: "score" | "attainment";
  readonly pearson: Association;
  /** Of ranks. */
  readonly spearman: Association;
}

/** How unevenly pay is spread over people. */
export interface Uneven {
  /** share. Of all pay, to the tenth and the fifth of people who are paid most. */
  readonly topTenth: number;
  readonly topFifth: number;
  /** 0 where all are paid alike. */
  readonly gini: number;
}

/** smallest units a year, mean over people. */
export interface MeanPay {
  readonly mean: number;
  /** Of people drawn again from the same quarter; undefined for fewer than five. */
  readonly interval: Interval | undefined;
}

/** A quarter of the people, by performance. */
export interface Quartile {
  /** 1 is the quarter that performed least. */
  readonly quartile: number;
  readonly people: number;
  /** Mean performance, 1 = target. */
  readonly performance: number;
  readonly pay: MeanPay;
}

/** People by performance in four, and how far their pay is apart. */
export interface Quartiles<One> {
  /** What performance is, in words. */
  readonly by: string;
  readonly quartiles: readonly One[];
}

/** smallest units a year. How far pay is apart: mean of the quarter that performs best and least, and the median of all. */
export interface Differentiation {
  readonly top: number;
  readonly median: number;
  readonly bottom: number;
}

/** What one plan pays one history. */
export interface PlanCost extends CostGroup {
  readonly plan: string;
  readonly history: string;
  readonly years: readonly YearCost[];
  /** Empty where the roster names none. */
  readonly segments: readonly CostGroup[];
  readonly teams: readonly CostGroup[];
  /** Everybody paid, in order of id. */
  readonly persons: readonly CostGroup[];
  readonly revenue: number | undefined;
  readonly ofRevenue: number | undefined;
  readonly interval: Interval | undefined;
  /** smallest units, part of cash. Deferred and lost by those who had left; advanced on a draw and still owed. */
  readonly forfeited: number;
  readonly owed: number;
  readonly follows: Follows | undefined;
  readonly uneven: Uneven | undefined;
  readonly quartiles: (Quartiles<Quartile> & Differentiation) | undefined;
  readonly refused: readonly PayoutRefusal[];
  readonly terms: readonly string[];
}
