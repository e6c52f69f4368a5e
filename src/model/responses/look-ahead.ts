import { wholePower } from "../../foundation/exponential.js";
import { fastDensity } from "../../foundation/special.js";
import type { Pull } from "../rewards/reward.js";
import type { CardState } from "../scorecard/card.js";
import { areLinked, foreseeOnLine, weighTerms } from "../scorecard/linked.js";
import { periodAt } from "../scorecard/outlook.js";
import { largestGain, look, lossWeight } from "../scorecard/stake.js";
import { teamMean } from "../scorecard/team.js";
import { defineResponse, type Stage } from "./response.js";

/** Rounds over the cards of a design that has several; one card needs one. */
const sweeps = 3;
/** Most steps of the safeguarded Newton search for a stake; it needs two to five. */
const mostSteps = 100;
/** Relative change at which the search ends. */
const precise = 1e-11;
/** Relative size of a Newton step after which no other is needed: the error left is about its square. */
const lastStep = 1e-6;

export const lookAhead = defineResponse({
  name: "look-ahead",
  title: "forward-looking",
  summary:
    "Managers foresee what a score point at the close is worth, given what is still uncertain, and choose effort accordingly; give-up, coasting and the goal gradient follow from the curve.",
  references: ["Holmström & Milgrom 1991", "chung-2014", "Weitzman 1980 (ratchet)", "imai-2021-present-bias"],
  chooses: true,
  looksAtScores: true,
  movesMotive: true,
  compensates: false,
  kernel(stage) {
    const { cards } = stage;
    const isLinked = areLinked(cards);
    for (const card of cards) laterStakes(card, stage);
    for (const card of isLinked ? cards : []) {
      lineOf(card, stage);
      foreseeOnLine(card);
    }
    const rounds = cards.length > 1 ? sweeps : 1;
    for (let round = 0; round < rounds; round++) {
      for (const card of cards) {
        if (isLinked) weighTerms(cards);
        lineOf(card, stage);
        stakes(card, stage);
        if (isLinked) foreseeOnLine(card);
      }
    }
    gains(stage);
  },
});

/** factor. Own share of what a card pays: a team's mean moves by 1/n of one manager's score. */
export const shareOf = (card: CardState, stage: Pick<Stage, "lanes">): number =>
  card.plan.isTeam ? 1 / stage.lanes.managers : 1;

/** factor. What pay at the close of this period is worth today (D). */
export function closeValue(
  card: CardState,
  { world, month, lanes }: Pick<Stage, "world" | "month" | "lanes">,
  w: number,
): number {
  const left = periodAt(month, card.plan.period, lanes.months).end - month;
  return world.presentBias[w] * wholePower(world.keepMonth[w], left);
}

/** EUR per score point of later periods, at target and at the uncertainty of a period's start (𝒬̄). */
function laterStakes(card: CardState, stage: Stage): void {
  const { lanes } = stage;
  const share = shareOf(card, stage);
  card.laterStake.fill(0);
  for (const reward of card.pulls) {
    for (let i = 0; i < lanes.lanes; i++) card.laterStake[i] += share * reward.worth[i] * reward.slopeAtTarget[i];
  }
  for (let first = 0; first < lanes.lanes; first += lanes.managers) {
    const value = closeValue(card, stage, lanes.world[first]);
    for (let i = first; i < first + lanes.managers; i++) card.laterStake[i] *= value;
  }
}

/**
 * The forecast as a line in this card's stake: m = lin + gain·𝒬. Effort answers linearly to marginal rewards
 * (best response without bounds), and the score linearly to effort.
 */
export function lineOf(card: CardState, stage: Pick<Stage, "cards" | "lanes" | "world" | "activities">): void {
  const { cards, lanes, world, activities } = stage;
  const { lanes: count, managers, world: worldOf, vacancy } = lanes;
  const { lin, gain, base, own, results, resultsLater, laterStake, effect } = card;
  const share = shareOf(card, stage);
  const isAlone = cards.length === 1;
  for (let first = 0; first < count; first += managers) {
    const w = worldOf[first];
    const chi = world.substitution[w];
    const cost = world.effortCost[w] * (world.salary[w] / 12);
    for (let i = first; i < first + managers; i++) {
      const later = laterStake[i];
      let room = 0;
      let pull = 0;
      let other = 0;
      let lift = 0;
      let liftPull = 0;
      let liftOther = 0;
      for (let j = 0, a = i; j < activities.length; j++, a += count) {
        const space = activities[j].room;
        const reach = effect[a] * space;
        const unit = share * (own[a] + results[a]);
        const rest = isAlone ? resultsLater[a] * later : pullOfOthers(cards, card, a, i, managers);
        room += space;
        pull += space * unit;
        other += space * rest;
        lift += reach;
        liftPull += reach * unit;
        liftOther += reach * rest;
      }
      const crowd = (chi * lift) / (1 + chi * room);
      const isVacant = vacancy[i] > 0;
      lin[i] = base[i] + (isVacant ? 0 : (liftOther - crowd * other) / cost);
      gain[i] = isVacant ? 0 : (liftPull - crowd * pull) / cost;
    }
  }
  if (!card.plan.isTeam) return;
  averageOverTeam(lin, base, managers);
  averageOverTeam(gain, undefined, managers);
}

/** EUR per FTE. What an activity brings beyond this card's present period: later periods of all cards, the present one of the others. */
function pullOfOthers(cards: readonly CardState[], card: CardState, a: number, i: number, managers: number): number {
  let rest = 0;
  for (let c = 0; c < cards.length; c++) {
    const one = cards[c];
    const part = one.plan.isTeam ? 1 / managers : 1;
    rest += one.resultsLater[a] * one.laterStake[i];
    if (one !== card) rest += part * (one.own[a] + one.results[a]) * one.stake[i];
  }
  return rest;
}

/** Replaces each lane's value by the team's mean; `base` is already a mean, so only what is added is averaged. */
function averageOverTeam(column: Float64Array, base: Float64Array | undefined, managers: number): void {
  for (let first = 0; first < column.length; first += managers) {
    if (base) for (let i = first; i < first + managers; i++) column[i] -= base[i];
    const mean = teamMean(column, first, managers);
    for (let i = first; i < first + managers; i++) column[i] = mean + (base ? base[i] : 0);
  }
}

/** Solves 𝒬 = D·Σ worth·slope(lin + gain·𝒬, s) for every lane. */
function stakes(card: CardState, stage: Stage): void {
  const { lanes, world } = stage;
  const { pulls: rewards, spread, lin, gain, stake } = card;
  const foreseen: Foreseen = { rewards, spread, lin, gain, stake };
  for (let first = 0; first < lanes.lanes; first += lanes.managers) {
    const w = lanes.world[first];
    const value = closeValue(card, stage, w);
    for (let i = first; i < first + lanes.managers; i++) {
      stake[i] = solveStake(foreseen, i, value, world.lossAversion[w]);
    }
  }
}

/** What a manager foresees of a card: its rewards, how uncertain the score is, and the score as a line in the stake. */
export type Foreseen = Pick<CardState, "spread" | "lin" | "gain" | "stake"> & { readonly rewards: readonly Pull[] };

/**
 * EUR per score point. Newton from last month's stake, kept strictly inside [0, largest possible]; where a step leaves
 * the bracket or is not half the one before, the bracket is halved instead, so that the search always ends.
 */
export function solveStake(card: Foreseen, i: number, value: number, lossAversion: number): number {
  const { rewards, spread, lin, gain, stake } = card;
  const sd = spread[i];
  let high = 0;
  for (const reward of rewards) high += reward.current[i] * largestGain(reward, sd);
  high *= value * (1 + lossAversion);
  if (high <= 0) return 0;
  let low = 0;
  let x = Math.min(stake[i], high);
  let before = high;
  for (let step = 0; step < mostSteps; step++) {
    const mean = lin[i] + gain[i] * x;
    let slope = 0;
    let bend = 0;
    for (let r = 0; r < rewards.length; r++) {
      const reward = rewards[r];
      look(reward, i, mean, sd);
      slope += reward.current[i] * reward.seen[1];
      bend += reward.current[i] * reward.seen[2];
    }
    const weight = lossWeight(lossAversion, mean, sd);
    const turn = lossAversion === 0 ? 0 : (-lossAversion * fastDensity((1 - mean) / sd)) / sd;
    const gap = value * weight * slope - x;
    if (gap >= 0) low = x;
    else high = x;
    const newton = x - gap / (value * gain[i] * (weight * bend + turn * slope) - 1);
    const isKept = newton > low && newton < high && Math.abs(newton - x) <= 0.5 * before;
    const change = Math.abs(newton - x);
    if ((isKept && change <= lastStep * (1 + x)) || change <= precise * (1 + x)) return newton;
    const next = isKept ? newton : 0.5 * (low + high);
    before = Math.abs(next - x);
    if (before <= precise * (1 + x)) return next;
    x = next;
  }
  return x;
}

/** Marginal rewards of each activity, and how much of what is done beyond natural effort is real. */
function gains({ cards, lanes, world, activities }: Stage): void {
  const { lanes: count, managers, world: worldOf, gain, genuine } = lanes;
  for (let first = 0; first < count; first += managers) {
    const hollow = world.hollow[worldOf[first]];
    for (let i = first; i < first + managers; i++) {
      for (let a = i; a < activities.length * count; a += count) {
        let own = 0;
        let total = 0;
        for (let c = 0; c < cards.length; c++) {
          const card = cards[c];
          const share = card.plan.isTeam ? 1 / managers : 1;
          const shown = share * card.own[a] * card.stake[i];
          own += shown;
          total += shown + share * card.results[a] * card.stake[i] + card.resultsLater[a] * card.laterStake[i];
        }
        gain[a] = total;
        genuine[a] = own > 0 && total > 0 ? 1 - hollow * Math.min(1, own / total) : 1;
      }
    }
  }
}
