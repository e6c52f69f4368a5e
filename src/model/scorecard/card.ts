import type { ActivityNumbers } from "../activities/activity.js";
import { curveColumns } from "../curves/curve.js";
import type { RandomDraws } from "../frame/draws.js";
import { columnPool, type Shape } from "../frame/lanes.js";
import { type CardMeasure, loadsOf, type Measure } from "../measures/measure.js";
import type { ForeseenIncentive, RewardPlan, RewardState } from "../rewards/reward.js";
import { allocateReadings, type CardReadings } from "./card-readings.js";
import { allocateContest } from "./contest.js";
import type { Outlook } from "./outlook/outlook.js";

/** One measure on a scorecard, compiled. */
export interface SlotPlan {
  readonly measure: Measure;
  /** share. Weights of a card sum to 1. */
  readonly weight: number;
  /** months between surveys. */
  readonly cadence: number;
  /** factor on the default noise. */
  readonly noise: number;
  readonly isRebased: boolean;
  /** factor on the first target. */
  readonly stretch: number;
}

/** A scorecard with its period and the rewards it pays. */
export interface CardPlan {
  /** months. */
  readonly period: number;
  /** months. How often targets are set: the period, or a part of it. */
  readonly interval: number;
  readonly slots: readonly SlotPlan[];
  /** None on a card that only decides what rewards of other cards pay. */
  readonly rewards: readonly RewardPlan[];
  /** Whether the rewards pay on the mean score of the team. */
  readonly isTeam: boolean;
  /** Whether making designs equally hard tightens it. */
  readonly isTightened: boolean;
  /** share. Weight on measures people judge (w_in). */
  readonly judged: number;
}

/** A slot in a batch: its sums, targets and how far it can still be moved. */
export interface SlotState extends CardMeasure {
  readonly plan: SlotPlan;
  readonly outlook: Outlook;
  /** score. What a unit of what channels move in it adds: its weight, times its level against target where it has one. */
  readonly share: Float64Array;
  /** Sum of the period's samples so far, and what it was when targets were last set. */
  readonly sum: Float64Array;
  readonly before: Float64Array;
  /** The latest sample. */
  readonly sample: Float64Array;
  /** Mean of the samples while the last target held: what the present one was built on. */
  readonly builtOn: Float64Array;
  /** Mean of what was actually reached relative to target. */
  readonly reached: Float64Array;
}

/** One product of what a linked reward pays: a curve on the score of its own card times a form on the score of each linked card. */
export interface Term {
  readonly reward: RewardState;
  readonly curve: ForeseenIncentive;
  readonly factors: readonly { readonly card: CardState; readonly form: ForeseenIncentive }[];
}

/** Columns of one card in one batch. */
export interface CardState {
  readonly plan: CardPlan;
  readonly slots: readonly SlotState[];
  readonly rewards: readonly RewardState[];
  /** What managers foresee of the score: the rewards themselves, or the parts linkages put in their place. */
  readonly incentives: readonly ForeseenIncentive[];
  /** Payouts of the card's linked rewards, as sums of products; none without linkages. */
  readonly terms: readonly Term[];
  /** months. The seat has been filled since the period began. */
  readonly served: Float64Array;
  /** score. Expected at the close with natural effort. */
  readonly base: Float64Array;
  /** score. Expected at the close with the effort chosen. */
  readonly forecast: Float64Array;
  /** score. SD of what luck may still add, and the parts of its square that all managers share and that a team's members share with each other. */
  readonly spread: Float64Array;
  readonly shared: Float64Array;
  readonly joint: Float64Array;
  /** EUR per score point. What a point at the close is worth today (𝒬), and in later periods at target (𝒬̄). */
  readonly stake: Float64Array;
  readonly laterStake: Float64Array;
  /** score. At the last close. */
  readonly score: Float64Array;
  /** score per FTE, [activity][lane]. Through results; later; held to the close, the activity's own reading included. */
  readonly results: Float64Array;
  readonly resultsLater: Float64Array;
  readonly effect: Float64Array;
  /** What its indices read of activity. */
  readonly readings: CardReadings;
  /** EUR². Variance of what the period pays, as foreseen when it opened. */
  readonly variance: Float64Array;
  /** Scratch for team means, by lane. */
  readonly lin: Float64Array;
  readonly gain: Float64Array;
}

/** Months the pending ring of a reward must hold. */
const ringOf = (plan: RewardPlan): number =>
  plan.reward.form === "cash" ? Math.max(plan.numbers[1] ?? 0, plan.numbers[2] ?? 0) + 1 : 1;

/** Columns of a reward of so many lanes; `managers` of them are ranked together. */
export function allocateReward(plan: RewardPlan, lanes: number, managers = lanes): RewardState {
  const ring = ringOf(plan);
  const winners = plan.form?.winners ?? 0;
  const pool = columnPool(lanes * (6 + 2 * ring));
  const column = () => pool(lanes);
  return {
    plan,
    unit: column(),
    worth: column(),
    current: column(),
    payAtTarget: column(),
    slopeAtTarget: column(),
    contest: winners > 0 ? allocateContest(winners, managers, lanes) : undefined,
    payout: column(),
    ...curveColumns(plan.form),
    pair: new Float64Array(2),
    seen: new Float64Array(3),
    pending: pool(ring * lanes),
    owed: pool(ring * lanes),
    ring,
  };
}

export function allocateCard(
  plan: CardPlan,
  shape: Shape,
  activities: readonly ActivityNumbers[],
  draws: RandomDraws,
  outlooks: readonly Outlook[],
  readings = allocateReadings(plan.period, outlooks, shape),
): CardState {
  const { lanes } = shape;
  const pool = columnPool(lanes * (12 + 7 * plan.slots.length + 3 * activities.length));
  const column = (times = 1) => pool(lanes * times);
  const reporting = activities.findIndex((one) => one.reporting && one.normal > 0);
  const slots = plan.slots.map(
    (slot, k): SlotState => ({
      plan: slot,
      outlook: outlooks[k],
      cadence: slot.cadence,
      noise: slot.noise,
      loads: loadsOf(slot.measure.reads, activities),
      reporting,
      target: column(),
      readings: draws.readings[slot.measure.name],
      activities,
      share: column().fill(slot.weight),
      sum: column(),
      before: column(),
      builtOn: column(),
      sample: column(),
      reached: column(),
    }),
  );
  const rewards = plan.rewards.map((reward) => allocateReward(reward, lanes, shape.managers));
  return {
    plan,
    slots,
    rewards,
    incentives: rewards,
    terms: [],
    served: column(),
    base: column(),
    forecast: column(),
    spread: column(),
    shared: column(),
    joint: column(),
    stake: column(),
    laterStake: column(),
    score: column(),
    results: column(activities.length),
    resultsLater: column(activities.length),
    effect: column(activities.length),
    readings,
    variance: column(),
    lin: column(),
    gain: column(),
  };
}
