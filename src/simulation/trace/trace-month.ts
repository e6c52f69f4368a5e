import { exp } from "../../foundation/maths/exponential.js";
import type { CardState } from "../../model/scorecard/card.js";
import { periodAt, setsTargets } from "../../model/scorecard/outlook/outlook.js";
import type { DesignSimulation } from "../batch/design-simulation.js";
import type { Meter } from "../observation/meter.js";
import { closeOf, type TraceClose } from "./trace-close.js";

/** How one scorecard stands in one month. */
export interface TraceCard {
  readonly period: number;
  /** months left in the period, this one included. */
  readonly left: number;
  /** score. What the manager expects at the close, and the SD of what luck may add. */
  readonly forecast: number;
  readonly spread: number;
  /** EUR. What a tenth of a point at the close is worth to the manager today. */
  readonly tenth: number;
  /** Each measure: weight, and its latest sample; at a close the attainment of the period, which the score comes from (1 = target). */
  readonly measures: readonly {
    readonly name: string;
    readonly weight: number;
    readonly sample: number;
    readonly attainment: number | undefined;
  }[];
  /** Targets set within the period this month: what was reached against the one before, and the new one, an amount a month or at once. */
  readonly targets: readonly {
    readonly name: string;
    readonly reached: number;
    readonly target: number;
    readonly isMonthly: boolean;
  }[];
  /** At a close: how the score came about and what it pays, otherwise undefined. */
  readonly close: TraceClose | undefined;
}

/** One manager's month. */
export interface TraceMonth {
  /** From 1. */
  readonly month: number;
  readonly isVacant: boolean;
  /** Effort relative to normal, by activity; and in total. */
  readonly effort: Readonly<Record<string, number>>;
  readonly totalEffort: number;
  readonly motive: number;
  readonly ability: number;
  readonly revenue: number;
  readonly push: number;
  readonly relationship: number;
  readonly satisfaction: number;
  readonly lost: number;
  readonly cards: readonly TraceCard[];
  /** EUR. Cash rewards paid, cost accrued, this month. */
  readonly paid: number;
  readonly accrued: number;
  /** EUR. What of `paid` comes through which reward; those that pay nothing this month are left out. */
  readonly paidBy: readonly { readonly reward: string; readonly paid: number }[];
  /** EUR/year. Yearly salary increases so far. */
  readonly raise: number;
  /** EUR/year. Utility of staying and of the best job elsewhere. */
  readonly utility: number;
  readonly outside: number;
  readonly hasLeft: boolean;
}

/** What one manager lives through in a month that was just played. */
export function monthOf(
  play: DesignSimulation,
  meter: Meter,
  closed: readonly boolean[],
  month: number,
  i: number,
): TraceMonth {
  const { lanes, cards } = play;
  const { program } = play.batchInputs;
  const count = lanes.lanes;
  const effort = Object.fromEntries(
    program.activities.map((one, j) => [one.name, lanes.effort[j * count + i] / (one.normal || 1)]),
  );
  return {
    month: month + 1,
    isVacant: lanes.vacancy[i] > 0,
    effort,
    totalEffort: program.activities.reduce((sum, _, j) => sum + lanes.effort[j * count + i], 0),
    motive: lanes.motive[i],
    ability: exp(lanes.lnAbility[i]),
    revenue: lanes.revenue[i],
    push: lanes.push[i],
    relationship: 1 + lanes.meanRelationship[i],
    satisfaction: 1 + lanes.meanSatisfaction[i],
    lost: lanes.lost[i],
    cards: cards.map((card, c) => ({
      period: card.plan.period,
      left: periodAt(month, card.plan.period, program.months).end - month,
      forecast: card.forecast[i],
      spread: card.spread[i],
      tenth: 0.1 * card.stake[i],
      measures: card.slots.map((slot) => ({
        name: slot.plan.measure.name,
        weight: slot.plan.weight,
        sample: slot.sample[i],
        attainment: closed[c] ? slot.reached[i] : undefined,
      })),
      targets: closed[c] ? [] : targetsOf(card, month, program.months, i),
      close: closed[c] ? closeOf(play, meter, c, month, i) : undefined,
    })),
    paid: lanes.paid[i],
    accrued: lanes.accrued[i],
    paidBy: meter.lines.flatMap(({ reward, paid }) => (paid[i] === 0 ? [] : [{ reward: reward.title, paid: paid[i] }])),
    raise: lanes.raise[i],
    utility: lanes.utility[i],
    outside: lanes.outside[i],
    hasLeft: lanes.left[i] === 1,
  };
}

/** The targets a card sets after this month, where its period goes on. */
function targetsOf({ plan, slots }: CardState, month: number, months: number, i: number): TraceCard["targets"] {
  if (!setsTargets(month, months, plan.interval)) return [];
  return slots
    .filter((slot) => slot.plan.measure.scale !== "index")
    .map((slot) => ({
      name: slot.plan.measure.name,
      reached: slot.builtOn[i],
      target: slot.target[i],
      isMonthly: slot.plan.measure.sampling === "monthly",
    }));
}
