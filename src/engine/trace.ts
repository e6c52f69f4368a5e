import { exp } from "../foundation/exponential.js";
import { didYouMean, refuse } from "../foundation/problem.js";
import { responses } from "../model/responses/index.js";
import { periodAt } from "../model/scorecard/outlook.js";
import type { Scenario } from "../scenario/scenario.js";
import { outcomesFor, runTask, stockBatch, type Witness } from "./batch.js";
import { compile } from "./compile.js";
import { areFinite, refuseNotFinite } from "./finite.js";
import { equaliseAll } from "./hold.js";
import { inlineWorkshop } from "./jobs.js";
import type { Program } from "./program.js";
import type { Sampling } from "./sampling.js";
import { factorsOf, type TraceFactor } from "./trace-factors.js";

export interface TraceOptions {
  /** Name of the design; the baseline unless given. */
  readonly design?: string | undefined;
  readonly response?: string | undefined;
  /** Which world, from 0; the same worlds a run draws. */
  readonly world?: number | undefined;
  /** Which manager of the team, from 0. */
  readonly manager?: number | undefined;
  readonly seed?: number | undefined;
  /** How the run draws its worlds; as the scenario says unless given. */
  readonly sampling?: Sampling | undefined;
}

/** What a close pays through one reward: `unit` is EUR (EUR/year of raise) at a payout of 1, `share` the payout. */
export interface TracePayout {
  readonly reward: string;
  readonly form: string;
  readonly unit: number;
  readonly share: number;
  /** What other measures decided; empty where none does. */
  readonly factors: readonly TraceFactor[];
}

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
  /** Each measure: weight, attainment to date (1 = target). */
  readonly measures: readonly { readonly name: string; readonly weight: number; readonly sample: number }[];
  /** At a close: score and payouts by reward (share of the amount), otherwise undefined. */
  readonly close: { readonly score: number; readonly payouts: readonly TracePayout[] } | undefined;
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
  /** EUR/year. Yearly salary increases so far. */
  readonly raise: number;
  /** EUR/year. Utility of staying and of the best job elsewhere. */
  readonly utility: number;
  readonly outside: number;
  readonly hasLeft: boolean;
}

export interface Trace {
  readonly title: string;
  readonly design: string;
  readonly designTitle: string;
  readonly response: string;
  readonly world: number;
  readonly manager: number;
  readonly seed: number;
  readonly currency: string;
  /** factor on the design's amounts and tightening of its targets, from holding designs equal. */
  readonly scale: number;
  readonly shift: number;
  readonly months: readonly TraceMonth[];
}

/** Replays one manager in one world month by month: the same numbers a run draws for that world. */
export async function trace(scenario: Scenario, options: TraceOptions = {}): Promise<Trace> {
  const program = compile(scenario, { seed: options.seed, sampling: options.sampling });
  const name = options.design ?? scenario.checked.baseline;
  const design = program.designs.findIndex((one) => one.name === name);
  if (design < 0)
    refuse(
      "design",
      `unknown design "${name}"`,
      didYouMean(
        name,
        program.designs.map((one) => one.name),
      ),
    );
  const world = index("world", options.world ?? 0, Number.MAX_SAFE_INTEGER);
  const manager = index("manager", options.manager ?? 0, program.managers - 1);
  const response = options.response ?? scenario.checked.run.response;
  if (!responses.some((one) => one.name === response)) {
    refuse(
      "response",
      `unknown response "${response}"`,
      didYouMean(
        response,
        responses.map((one) => one.name),
      ),
    );
  }
  const played = program.designs[design].role === "first best" ? "planner" : response;
  const held = only(program, design, scenario.checked.baseline);
  const plans = await equaliseAll(scenario, held, inlineWorkshop(held), {});
  const { scale, shift } = plans.of(
    held.designs.findIndex((one) => one.name === name),
    played,
  );
  const stock = stockBatch(program, world, 1);
  const months: TraceMonth[] = [];
  const task = { design, response: played, scale, shift };
  runTask(stock, task, outcomesFor(program), (moment) => {
    const month = monthOf(program, moment, manager);
    if (!areFinite(month)) refuseNotFinite(`month ${month.month}`, stock, task, 0);
    months.push(month);
  });
  return {
    title: scenario.checked.title,
    design: name,
    designTitle: program.designs[design].title,
    response: played,
    world,
    manager,
    seed: program.seed,
    currency: scenario.checked.currency,
    scale,
    shift,
    months,
  };
}

function index(what: string, value: number, most: number): number {
  if (Number.isInteger(value) && value >= 0 && value <= most) return value;
  return refuse(what, `there is no ${what} ${value}`, `count from 0${most < 1e6 ? ` to ${most}` : ""}`);
}

/** The program with one design and what holding it equal needs: the baseline and the yardsticks. */
const only = (program: Program, design: number, baseline: string): Program => ({
  ...program,
  designs: program.designs.filter((one, d) => d === design || one.role !== "design" || one.name === baseline),
});

function monthOf(program: Program, { month, lanes, cards, closed }: Parameters<Witness>[0], i: number): TraceMonth {
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
      })),
      close: closed[c]
        ? {
            score: card.score[i],
            payouts: card.rewards.map(({ plan, unit, payout }) => ({
              reward: plan.reward.title,
              form: plan.reward.form,
              unit: unit[i],
              share: payout[i],
              factors: factorsOf(cards, card.plan.period, plan, i),
            })),
          }
        : undefined,
    })),
    paid: lanes.paid[i],
    accrued: lanes.accrued[i],
    raise: lanes.raise[i],
    utility: lanes.utility[i],
    outside: lanes.outside[i],
    hasLeft: lanes.left[i] === 1,
  };
}
