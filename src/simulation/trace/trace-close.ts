import { decimal } from "../../foundation/values/decimal.js";
import { payoutAt } from "../../model/curves/curve.js";
import type { RewardState } from "../../model/rewards/reward.js";
import type { CardState } from "../../model/scorecard/card.js";
import { periodAt } from "../../model/scorecard/outlook/outlook.js";
import { raterError } from "../../model/scorecard/rater-error.js";
import type { DesignSimulation } from "../batch/design-simulation.js";
import type { Meter } from "../observation/meter.js";
import { type TraceCurve, traceCurve } from "./trace-curve.js";
import { factorsOf, type TraceFactor } from "./trace-factors.js";

/** A part of what a payout turns into. */
export interface TracePart {
  /** Pay once, pay every year from now on, or what it is worth other than in money. */
  readonly form: "cash" | "raise" | "value";
  /** share of amount × payout. */
  readonly share: number;
  /** months. From the close until it is due. */
  readonly after: number;
  /** Whether who has left by then loses it. */
  readonly isForfeited: boolean;
}

/** What a close pays through one reward: `unit` is EUR (EUR/year of raise) at a payout of 1, as it was run, `share` the payout. */
export interface TracePayout {
  readonly reward: string;
  readonly form: string;
  readonly unit: number;
  /** share of the amount: what the curve pays at the score, times all factors, times the part of the period served. */
  readonly share: number;
  /** share of the amount. What the reward's own curve, or that of the row that holds, pays at the score; by rank, what the rank pays. */
  readonly pays: number;
  /** months served of the period, and the months it has. */
  readonly served: number;
  readonly months: number;
  /** What other measures decided; empty where none does. */
  readonly factors: readonly TraceFactor[];
  /** What unit × share turns into, in order. */
  readonly parts: readonly TracePart[];
}

/** How a score came about. */
export interface TraceClose {
  /** score. What the rewards are paid on. */
  readonly score: number;
  /** score. What raters were wrong by, and by how much targets were tightened: measures × weights + error − tightening is the own score. */
  readonly raterError: number;
  readonly tightening: number;
  /** score. Of everyone in the team, this manager's among them, where their mean is paid on or the best of them win; empty otherwise. */
  readonly team: readonly number[];
  readonly payouts: readonly TracePayout[];
}

/** What holds the curve of one reward. */
export interface TraceReward {
  readonly reward: string;
  /** months. */
  readonly period: number;
  readonly curve: TraceCurve;
  /** By the row of a table that a linked measure decides on. */
  readonly rows: readonly { readonly row: string; readonly curve: TraceCurve }[];
}

export const tracedCurves = (play: DesignSimulation): readonly TraceReward[] =>
  play.design.cards.flatMap(({ rewards, period }) =>
    rewards.flatMap(({ reward, form, linkages = [] }) => {
      if (form === undefined) return [];
      const brought = linkages.flatMap(({ rows }) =>
        rows.flatMap(({ curve, words = "" }) =>
          curve === undefined ? [] : [{ row: words, curve: traceCurve(curve) }],
        ),
      );
      return [{ reward: reward.title, period, curve: traceCurve(form), rows: brought }];
    }),
  );

/** A close of card c as lane i lived it; just after the month's pay. */
export function closeOf(play: DesignSimulation, meter: Meter, c: number, month: number, i: number): TraceClose {
  const { lanes, cards, world, batchInputs, task } = play;
  const card = cards[c];
  const { start, end } = periodAt(month, card.plan.period, lanes.months);
  const months = end - start;
  const served = meter.served[c][i];
  const first = i - (i % lanes.managers);
  const isRanked = card.rewards.some(({ plan }) => (plan.form?.winners ?? 0) > 0);
  const scores = card.plan.isTeam ? card.lin : card.score;
  return {
    score: card.score[i],
    raterError: raterError(card.plan, world, lanes, batchInputs.randomDraws, month, months, i),
    tightening: card.plan.isTightened ? task.shift : 0,
    team: card.plan.isTeam || isRanked ? [...scores.subarray(first, first + lanes.managers)] : [],
    payouts: card.rewards.map((state, k) => {
      const factors = factorsOf(cards, card.plan.period, state.plan, i);
      const { plan, unit, payout: share } = state;
      const base = { reward: plan.reward.title, form: plan.reward.form, unit: unit[i], share: share[i] };
      const pays = paysOf(card, state, factors, served, months, i);
      return { ...base, pays, served, months, factors, parts: partsOf(play, meter, c, k, state, i) };
    }),
  };
}

function paysOf(
  { score }: CardState,
  { plan, payout: share }: RewardState,
  factors: readonly TraceFactor[],
  served: number,
  months: number,
  i: number,
): number {
  const { form, linkages = [] } = plan;
  if (form === undefined) return 1;
  if (form.winners > 0 && linkages.length === 0) return served > 0 ? (share[i] * months) / served : 0;
  const held = linkages
    .flatMap(({ rows }) => rows)
    .find(({ curve, words }) => curve !== undefined && factors.some(({ row }) => row === words));
  return payoutAt(held?.curve ?? form, score[i]);
}

/** Parts of a payout: of a raise what the position in the pay range makes of it, of anything else by the reward's rule for real people. */
function partsOf(
  play: DesignSimulation,
  meter: Meter,
  c: number,
  k: number,
  { plan, unit, payout: share }: RewardState,
  i: number,
): readonly TracePart[] {
  const { form, exact } = plan.reward;
  const now = { after: 0, isForfeited: false };
  if (form === "raise") {
    const own = meter.lines.filter(({ reward }) => reward.card === c)[k];
    const due = unit[i] * share[i];
    return [{ form, share: due > 0 ? own.granted[i] / due : 1, ...now }];
  }
  if (exact === undefined) return [{ form: "cash", share: 1, ...now }];
  const person = { salary: decimal(play.world.salary[play.lanes.world[i]]), midpoint: undefined };
  return exact(plan, person).parts.map((part) => ({ ...part, share: Number(part.share.toFixed()) }));
}
