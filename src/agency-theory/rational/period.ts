import { allocateLanes } from "../../model/frame/lanes.js";
import { people } from "../../model/people/index.js";
import { solveStake } from "../../model/responses/stake-search.js";
import { allocateReward, type CardPlan } from "../../model/scorecard/card.js";
import { look } from "../../model/scorecard/stake.js";
import type { BatchInputs } from "../../simulation/world/batch-inputs.js";
import type { Worlds } from "../../simulation/world/worlds.js";
import { type SeenMonth, worldAlone } from "./outlook-months.js";
import { type Policy, scoresOf } from "./policy.js";
import type { Programme, SolvedMonth, StakeResponses } from "./programme.js";

/** One period of one card in one world. */
export interface CardPeriod {
  readonly batchInputs: BatchInputs;
  readonly card: CardPlan;
  readonly w: number;
  readonly months: readonly SeenMonth[];
}

/** Best effort at each stake within what a month allows, by the engine's own choice of effort, and what it costs. */
function answersIn(
  { batchInputs }: CardPeriod,
  world: Worlds,
  { unit, other, natural }: SeenMonth,
  stakes: Float64Array,
): StakeResponses {
  const { activities } = batchInputs.program;
  const n = stakes.length;
  const shape = { worlds: 1, managers: n, lanes: n, accounts: 0, activities: activities.length, months: 1 };
  const lanes = allocateLanes(shape);
  for (let j = 0; j < activities.length; j++) {
    for (let i = 0; i < n; i++) {
      lanes.natural[j * n + i] = natural[j];
      lanes.gain[j * n + i] = unit[j] * stakes[i] + other[j];
    }
  }
  people.effort.kernel(lanes, world, batchInputs.randomDraws, 0, activities);
  people.work.kernel(lanes, world, batchInputs.randomDraws, 0, activities);
  const moved = new Float64Array(n);
  const effort = new Float64Array(n);
  const spent = Float64Array.from(lanes.effortCost);
  for (let j = 0; j < activities.length; j++) {
    for (let i = 0; i < n; i++) {
      const extra = lanes.effort[j * n + i] - natural[j];
      moved[i] += unit[j] * extra;
      spent[i] -= other[j] * extra;
      effort[i] += extra;
    }
  }
  return { moved, spent, effort };
}

/** score. SD of each month's own luck: what it takes off the uncertainty of the score. */
function luckOf(months: readonly SeenMonth[]): number[] {
  return months.map(({ spread }, t) => {
    const left = months[t + 1]?.spread ?? 0;
    return Math.sqrt(Math.max(0, spread * spread - left * left));
  });
}

/** The period as a programme: the same card, cost, chances to move the score and law of luck; only the plan is a better one. */
export function programmeOf(period: CardPeriod): Programme {
  const { batchInputs, card, w, months } = period;
  const world = worldAlone(batchInputs.worlds, w);
  const luck = luckOf(months);
  const rewards = rewardsAt(card, months[0], 1);
  const knots = rewards.flatMap(({ knots }) => Array.from(knots).filter((_, k) => k % 3 === 0));
  const places = knots.length > 0 ? knots : [months[0].base];
  return {
    low: Math.min(...places),
    high: Math.max(...places),
    months: months.map((month, t) => ({
      luck: luck[t],
      keep: world.keepMonth[0],
      answer: (stakes) => answersIn(period, world, month, stakes),
    })),
    reward(mean, sd) {
      let pay = 0;
      let slope = 0;
      for (const reward of rewards) {
        look(reward, 0, mean, sd);
        pay += world.presentBias[0] * reward.current[0] * reward.seen[0];
        slope += world.presentBias[0] * reward.current[0] * reward.seen[1];
      }
      return { pay, slope };
    },
  };
}

const rewardsAt = (card: CardPlan, { current }: SeenMonth, lanes: number) =>
  card.rewards.map((plan, r) => {
    const reward = allocateReward(plan, lanes);
    reward.current.fill(current[r]);
    return reward;
  });

/**
 * Look-ahead as a policy: at every score the stake its own search finds, begun from the stake of the month before at that score.
 */
export function lookAheadPolicy(period: CardPeriod, solved: readonly SolvedMonth[]): Policy {
  const { batchInputs, card, w, months } = period;
  const world = worldAlone(batchInputs.worlds, w);
  const found: StakeResponses[] = [];
  let last: { readonly from: number; readonly step: number; readonly stake: Float64Array } | undefined;
  for (const [t, month] of months.entries()) {
    const { from, step } = solved[t].value;
    const scores = scoresOf(solved[t]);
    const stake = stakesAt(card, month, scores, last, world.lossAversion[0]);
    last = { from, step, stake };
    found.push(answersIn(period, world, month, stake));
  }
  return (t) => found[t];
}

function stakesAt(
  card: CardPlan,
  month: SeenMonth,
  scores: Float64Array,
  last: { readonly from: number; readonly step: number; readonly stake: Float64Array } | undefined,
  lossAversion: number,
): Float64Array {
  const n = scores.length;
  const before = (score: number): number => {
    if (last === undefined) return 0;
    const k = Math.round((score - last.from) / last.step);
    return last.stake[Math.max(0, Math.min(last.stake.length - 1, k))];
  };
  const foreseen = {
    rewards: rewardsAt(card, month, n),
    spread: new Float64Array(n).fill(month.spread),
    lin: scores.map((score) => score + month.lift),
    gain: new Float64Array(n).fill(month.gain),
    stake: scores.map(before),
  };
  return scores.map((_, i) => solveStake(foreseen, i, month.value, lossAversion));
}
