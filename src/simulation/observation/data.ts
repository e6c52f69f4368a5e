import type { Unit } from "../../foundation/values/quantity.js";
import type { Reward } from "../../model/rewards/reward.js";
import type { ResponseName } from "../../scenario/schema/file-types.js";
import type { RunDesign, RunHeader } from "../data.js";

/**
 * What lies below the outcomes of a run: who attained what, who earned what, when. Plain data, columns as typed arrays. RewardMoney is in
 * the scenario's currency. Rows are ordered world first, so that more worlds append rows and change none. Worlds and managers are
 * counted from 0 as everywhere; months and years, which people read, from 1.
 */
export interface Observations<Design extends string = string> {
  /** The run these were observed in, without its columns. */
  readonly run: RunHeader<Design>;
  /** Worlds observed: the first of the run's. */
  readonly worlds: number;
  /** Months kept by month; closes and years always cover the run. */
  readonly months: number;
  /** The response whose columns of the run this belongs to. */
  readonly response: ResponseName;
  /** What is kept by month, each a column of every design. */
  readonly quantities: readonly ObservedQuantity[];
  /** In the run's order. */
  readonly designs: readonly ObservedDesign[];
}

/** Something that is kept by month. */
export interface ObservedQuantity {
  /** As the outcome it is the monthly account of, where there is one. */
  readonly name: string;
  readonly summary: string;
  readonly unit: Unit;
  readonly per: string;
}

export interface ObservedDesign extends ObservedTables {
  readonly name: string;
  readonly title: string;
  readonly role: RunDesign["role"];
  /** The response it was played under: yardsticks react to nothing, whatever was asked for. */
  readonly response: string;
  /** factor on its amounts and score by which its targets were tightened. */
  readonly scale: number;
  readonly shift: number;
}

/** What is observed of a design; a batch of worlds has the same shape as all of them. */
export interface ObservedTables {
  /** What it pays, by the order of its cards, then what depends on no score. */
  readonly rewards: readonly ObservedReward[];
  /** Its scorecards; the first is the main one. */
  readonly cards: readonly ObservedCard[];
  readonly years: ObservedYears;
  /** By quantity: mean of the team, at [world × months + month]. */
  readonly months: Readonly<Record<string, Float64Array>>;
  /** By reward: mean of the team, at [world × months + month]. */
  readonly timeline: readonly RewardMoney[];
}

export interface ObservedReward {
  readonly title: string;
  /** "effort" is what the first best pays for effort beyond natural effort. */
  readonly form: Reward["form"] | "effort";
  /** Index of the card on whose score it pays; undefined where it pays whatever the score. */
  readonly card: number | undefined;
}

/** One reward's money, in currency. */
export interface RewardMoney {
  /**
   * What work earned, at face value and without on-costs, in the months that were worked for it: a close is spread evenly over the
   * months served. A raise counts what it is expected to cost while the person stays; an award its cost.
   */
  readonly earned: Float64Array;
  /** Cost to the firm when it arises, at the close, with on-costs, as in the outcome "reward cost". */
  readonly accrued: Float64Array;
  /** The firm's cash, with on-costs, as in the outcome "cash cost". */
  readonly spent: Float64Array;
  /** Cash to the manager, as in the outcome "reward pay"; nothing for what is not cash. */
  readonly paid: Float64Array;
}

export interface ObservedCard {
  /** months. */
  readonly period: number;
  readonly isTeam: boolean;
  /** score. Of its first reward's curve; undefined where it has none. */
  readonly threshold: number | undefined;
  readonly cap: number | undefined;
  /** Indices of its rewards among the design's. */
  readonly rewards: readonly number[];
  readonly closes: ObservedCloses;
}

/** One row per world × manager × close, in that order. */
export interface ObservedCloses {
  readonly world: Int32Array;
  readonly manager: Int32Array;
  /** month of the close, from 1. */
  readonly month: Int32Array;
  /** score. 1 is target; tightening of targets is counted in. Of the seat, whoever sat in it. */
  readonly attainment: Float64Array;
  /** score. What the manager foresaw when the period opened, with the effort chosen then. */
  readonly foreseen: Float64Array;
  /** months of the period its present holder has served; 0 in a vacant seat. */
  readonly served: Float64Array;
  /** 0 or 1. Whether that is less than the period: somebody left, or the seat was vacant. */
  readonly isTruncated: Uint8Array;
  /** By reward of the card, in the order of `rewards`. */
  readonly payouts: readonly ObservedPayouts[];
}

export interface ObservedPayouts {
  /** share of the amount at target, months served counted in. */
  readonly payout: Float64Array;
  /** currency; for raises currency a year. What the close awarded, at face value. */
  readonly amount: Float64Array;
}

/** One row per world × manager × year of the horizon, in that order; the last year may be short. */
export interface ObservedYears {
  readonly world: Int32Array;
  readonly manager: Int32Array;
  /** From 1. */
  readonly year: Int32Array;
  /** months of the year within the horizon. */
  readonly length: Int32Array;
  /** months in which somebody sat in the seat. */
  readonly filled: Int32Array;
  /** Who held the seat last: 1 is the founder, 2 the first successor. */
  readonly holder: Int32Array;
  /** 0 or 1. Whether one person sat in the seat all year. */
  readonly isWhole: Uint8Array;
  /** currency. Base salary while the seat was filled, without raises. */
  readonly salary: Float64Array;
  /** currency. Salary and all cash from rewards in the year. */
  readonly pay: Float64Array;
  /** currency. Earned by the year's work through rewards that pay on a score. */
  readonly variable: Float64Array;
  /** currency. Cash paid in the year by rewards that pay on a score, raises included. */
  readonly variablePaid: Float64Array;
  /** currency. What non-cash rewards were worth to the manager. */
  readonly enjoyed: Float64Array;
  /** index. Ability, 1 is the average applicant; mean of the months. */
  readonly ability: Float64Array;
  /** index. Total effort relative to a normal full-time month; mean of the months. */
  readonly effort: Float64Array;
  /** score. Of the main card's periods the year's months belong to, by months; undefined where nothing is scored. */
  readonly attainment: Float64Array | undefined;
  /** score. The same of what was foreseen when these periods opened. */
  readonly foreseen: Float64Array | undefined;
  /** score. Attainment less what was foreseen: what happened within the periods that nobody could know. */
  readonly luck: Float64Array | undefined;
  /** By reward of the design. */
  readonly rewards: readonly RewardMoney[];
  /** The same rows with other luck; undefined where it was not asked for or nothing pays on a score. */
  readonly otherLuck: OtherLuck | undefined;
}

/**
 * The same seats once more: the same assumptions, the same people, everything else drawn anew (markets, accounts, orders, readings,
 * raters, who leaves when). What the two have in common is who sits there and in which world; what they do not is luck.
 */
export interface OtherLuck {
  /** 0 or 1. Whether one and the same person sat in the seat all year both times. */
  readonly isSame: Uint8Array;
  readonly attainment: Float64Array;
  /** currency. As `variable`. */
  readonly variable: Float64Array;
}
