import type { z } from "zod";
import type { CurveColumns, CurveForm } from "../curves/curve.js";
import type { Lanes } from "../frame/lanes.js";
import type { About, PlainNumbers, WorldColumns } from "../frame/part.js";
import type { LinkagePlan } from "../linkages/linkage.js";
import type { Contest } from "../scorecard/contest.js";
import type { ExactPerson, ExactRule } from "./exact-rule.js";

/** Amount of a reward at a payout of 1, a year: sum of what applies. */
export interface Amount {
  /** EUR/year. */
  readonly money: number;
  /** share of base salary. */
  readonly ofSalary: number;
  /** share of account revenue. */
  readonly ofRevenue: number;
}

/** A reward of one design, compiled from its settings. */
export interface RewardPlan {
  readonly reward: Reward;
  readonly amount: Amount;
  /** What turns the score into a payout; undefined where the amount is paid whatever the score. Where a linkage brings curves of its own, the one that holds with every linked measure on target. */
  readonly form: CurveForm | undefined;
  /** Other measures that decide what it pays; none unless given. */
  readonly linkages?: readonly LinkagePlan[] | undefined;
  /** Whether it pays on the mean score of the team. */
  readonly isTeam: boolean;
  /** Period and scorecard of its own, where it has them. */
  readonly period?: number | undefined;
  /** months. How often its targets are set within its period; once unless given. */
  readonly interval?: number | undefined;
  readonly weights?: Readonly<Record<string, number>> | undefined;
  readonly isRebased?: boolean | undefined;
  /** Whether a target within a period could only blur what it pays: it pays for the whole, not against a target. */
  readonly hasOneTarget?: boolean | undefined;
  /** Whether making designs equally hard may tighten it; not where there is no target to miss. */
  readonly isTightened?: boolean | undefined;
  /** Numbers the kernels read; what each means is said in the reward's file. */
  readonly numbers: readonly number[];
}

/** A curve on one score that managers foresee, and what a unit of its payout is worth: a reward, or one product of a linked reward. */
export type ForeseenIncentive = Pick<
  RewardState,
  | ("plan" | "unit" | "worth" | "current" | "contest")
  | ("payAtTarget" | "slopeAtTarget")
  | ("curve" | "climbs" | "knots" | "pair" | "seen")
>;

/** Columns of one reward in one batch. */
export interface RewardState extends CurveColumns {
  readonly plan: RewardPlan;
  /** EUR per unit of payout (EUR/year of raise for salary increases). Set when a period starts. */
  readonly unit: Float64Array;
  /** EUR per unit of payout, as the manager values it at the close of a whole period. */
  readonly worth: Float64Array;
  /** The same for this period: times the share of it the manager will have served. */
  readonly current: Float64Array;
  /** Expected payout and slope at target, at the uncertainty at the start of the period. */
  readonly payAtTarget: Float64Array;
  readonly slopeAtTarget: Float64Array;
  /** What the members of a team are up against, where the award goes by rank. */
  readonly contest: Contest | undefined;
  /** share of the amount, months served counted in. What the last close paid. */
  readonly payout: Float64Array;
  /** Scratch: distribution and density; expected payout, its slope, its bend. */
  readonly pair: Float64Array;
  readonly seen: Float64Array;
  /** EUR, ring [month modulo ring][lane]. Pay awarded that vests later, forfeited on leaving; pay owed that only arrives later. */
  readonly pending: Float64Array;
  readonly owed: Float64Array;
  readonly ring: number;
}

/** What a reward may read of the worlds of a batch. */
export type RewardWorld = WorldColumns<
  | "salary"
  | "onCosts"
  | "keepMonth"
  | "stayMonth"
  | "firmMonth"
  | "payGrowth"
  | "perceived"
  | "valueFloor"
  | "awardPower"
  | "habituation"
>;

/** A way of rewarding. What a unit of it is worth to the manager, and what happens when it is settled. */
export interface Reward<Settings = unknown> extends About {
  readonly kind: string;
  readonly title: string;
  /** One word for it where a word must do, such as a level of a factor; the kind unless given. */
  readonly short?: string;
  /** The form of reward, for contingent shares: cash, raise, award, or unconditional spending. */
  readonly form: "cash" | "raise" | "award" | "development" | "salary";
  readonly settings: z.ZodType<Settings>;
  readonly pack: (settings: Settings) => Omit<RewardPlan, "reward">;
  readonly check?: (settings: Settings) => { readonly fault: string; readonly remedy: string } | undefined;
  /** EUR per unit of payout as the manager values it at the close, into `state.worth`; `months` is the period. */
  readonly worth: (state: RewardState, lanes: Lanes, world: RewardWorld, months: number) => void;
  /** The same for one lane. */
  readonly worthFormula: (
    plan: RewardPlan,
    unit: number,
    lane: PlainNumbers,
    world: PlainNumbers,
    months: number,
  ) => number;
  /** At a close: turns payouts into money now, money later, raises or awards. */
  readonly settle: (
    state: RewardState,
    payout: Float64Array,
    lanes: Lanes,
    world: RewardWorld,
    month: number,
    months: number,
  ) => void;
  /** The same in decimals, for the pay of one person: what amount × payout turns into. Without it a reward can be simulated but not paid to the cent. */
  readonly exact?: (plan: RewardPlan, person: ExactPerson) => ExactRule;
  /** Whether real people are paid it by the midpoint of their pay range. */
  readonly needsMidpoint?: (plan: RewardPlan) => boolean;
  /** What a newcomer counts as yearly pay per unit of payout: 1 for money, 3 years' accumulation for raises. */
  readonly newcomer: "worth" | "three years";
  readonly examples: readonly RewardExample[];
}

export interface RewardExample {
  readonly why: string;
  readonly settings: unknown;
  /** What one year's full payout gives, in a world with these numbers. */
  readonly lane?: PlainNumbers;
  readonly world?: PlainNumbers;
  /** Length of the period, months; 12 unless given. */
  readonly months?: number;
  readonly payout?: number;
  readonly gives: {
    readonly unit?: number;
    readonly worth?: number;
    readonly paid?: number;
    readonly accrued?: number;
    readonly raise?: number;
    readonly enjoyed?: number;
    readonly freshness?: number;
  };
}

/** A reward, checked against its own settings and then like any other: what a list of rewards holds. */
export const defineReward = <Settings>(reward: Reward<Settings>): Reward => reward as unknown as Reward;
