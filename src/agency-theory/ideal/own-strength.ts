import { sum } from "../../foundation/maths/summary.js";
import type { BatchInputs } from "../../simulation/world/batch-inputs.js";
import { simulateFirstMonth } from "./agency-world.js";

/** What a design pays for, as rates on measures. */
export interface OwnRates {
  readonly design: string;
  /** EUR/year per score point, by measure: what a point is worth to a manager on target, times the measure's weight. */
  readonly rates: ReadonlyMap<string, number>;
  /** payout per score point, [card][reward]. Slope of the expected payout at target, mean over seats. */
  readonly slopes: readonly (readonly number[])[];
  /** months, by card. */
  readonly periods: readonly number[];
  /** Whether some of it is paid on the team's mean score. */
  readonly hasTeam: boolean;
}

/**
 * Rates of one design at a scale, mean over the seats of a batch: for every card the slope of its expected payout at target, in EUR as
 * managers value it, spread over the measures by weight. Where a plan bends, that slope is what theory's straight line stands for.
 */
export function ownRates(batchInputs: BatchInputs, design: number, scale = 1, shift = 0): OwnRates {
  const plan = batchInputs.program.designs[design];
  const { cards } = simulateFirstMonth(batchInputs, design, scale, shift);
  const rates = new Map<string, number>();
  for (const { plan: card, incentives } of cards) {
    const yearly = 12 / Math.min(card.period, batchInputs.program.months);
    const point = incentives.reduce(
      (all, { worth, slopeAtTarget }) => all + sum(worth.map((one, i) => one * slopeAtTarget[i])) / worth.length,
      0,
    );
    for (const { measure, weight } of card.slots)
      rates.set(measure.name, (rates.get(measure.name) ?? 0) + yearly * weight * point);
  }
  return {
    design: plan.name,
    rates,
    slopes: cards.map(({ rewards }) => rewards.map(({ slopeAtTarget }) => sum(slopeAtTarget) / slopeAtTarget.length)),
    periods: plan.cards.map((card) => Math.min(card.period, batchInputs.program.months)),
    hasTeam: plan.cards.some((card) => card.isTeam),
  };
}

/** EUR of a period per score point, in the order of these measures; measures not named are left out. */
export const ratesOver = ({ rates }: OwnRates, names: readonly string[], months: number): number[] =>
  names.map((name) => ((rates.get(name) ?? 0) * months) / 12);
