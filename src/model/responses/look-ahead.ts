import { wholePower } from "../../foundation/maths/exponential.js";
import { activityColumnsOf } from "../activities/columns.js";
import type { CardState } from "../scorecard/card.js";
import { ownAt } from "../scorecard/card-readings.js";
import { areLinked, foreseeOnLine, weighTerms } from "../scorecard/linked.js";
import { periodAt } from "../scorecard/outlook/outlook.js";
import { teamMean } from "../scorecard/team.js";
import { isRanked, solveTogether } from "./rank-stakes.js";
import { type DecisionView, defineResponse } from "./response.js";
import { type Foreseen, solveStakes } from "./stake-search.js";

/** Rounds over the cards of a design that has several; one card needs one. */
const sweeps = 3;
export const lookAhead = defineResponse({
  name: "look-ahead",
  title: "forward-looking",
  summary:
    "Managers foresee what a score point at the close is worth, given what is still uncertain, and choose effort accordingly; give-up, coasting and the goal gradient follow from the curve.",
  references: ["Holmström & Milgrom 1991", "chung-2014", "Weitzman 1980 (ratchet)", "imai-2021-present-bias"],
  chooses: true,
  looksAtScores: true,
  looksAhead: true,
  movesMotive: true,
  compensates: false,
  kernel(stage) {
    const { cards } = stage;
    const isLinked = areLinked(cards);
    for (const card of cards) laterStakes(card, stage);
    for (const card of isLinked ? cards : []) {
      stakeLine(card, stage);
      foreseeOnLine(card);
    }
    const rounds = cards.length > 1 ? sweeps : 1;
    for (let round = 0; round < rounds; round++) {
      for (const card of cards) {
        if (isLinked) weighTerms(cards);
        stakeLine(card, stage);
        stakes(card, stage);
        if (isLinked) foreseeOnLine(card);
      }
    }
    gains(stage);
  },
});

/** factor. Own share of what a card pays: a team's mean moves by 1/n of one manager's score. */
export const ownShare = (card: CardState, stage: Pick<DecisionView, "lanes">): number =>
  card.plan.isTeam ? 1 / stage.lanes.managers : 1;

/** factor. What pay at the close of this period is worth today (D). */
export function closeValue(
  card: CardState,
  { world, month, lanes }: Pick<DecisionView, "world" | "month" | "lanes">,
  w: number,
): number {
  const left = periodAt(month, card.plan.period, lanes.months).end - month;
  return world.presentBias[w] * wholePower(world.keepMonth[w], left);
}

/** EUR per score point of later periods, at target and at the uncertainty of a period's start (𝒬̄). */
function laterStakes(card: CardState, stage: DecisionView): void {
  const { worlds, managers } = stage.lanes;
  const { laterStake, incentives } = card;
  const share = ownShare(card, stage);
  laterStake.fill(0);
  for (const { worth, slopeAtTarget } of incentives) {
    for (let i = 0; i < laterStake.length; i++) laterStake[i] += share * worth[i] * slopeAtTarget[i];
  }
  for (let w = 0, i = 0; w < worlds; w++) {
    const value = closeValue(card, stage, w);
    for (const end = i + managers; i < end; i++) laterStake[i] *= value;
  }
}

/**
 * The forecast as a line in this card's stake: m = lin + gain·𝒬. Effort answers linearly to marginal rewards
 * (best response without bounds), and the score linearly to effort.
 */
export function stakeLine(
  card: CardState,
  stage: Pick<DecisionView, "cards" | "lanes" | "world" | "activities" | "month">,
): void {
  const { cards, lanes, world, activities, month } = stage;
  const { lanes: count, worlds, managers, vacancy } = lanes;
  const { lin, gain, base, readings, results, resultsLater, laterStake, effect } = card;
  const { room } = activityColumnsOf(activities);
  const reading = readings.table;
  const own = ownAt(readings, month);
  const share = ownShare(card, stage);
  const isAlone = cards.length === 1;
  let allRoom = 0;
  for (let j = 0; j < room.length; j++) allRoom += room[j];
  for (let w = 0, i = 0; w < worlds; w++) {
    const chi = world.substitution[w];
    const cost = world.effortCost[w] * (world.salary[w] / 12);
    for (const end = i + managers; i < end; i++) {
      const later = laterStake[i];
      let pull = 0;
      let other = 0;
      let lift = 0;
      let liftPull = 0;
      let liftOther = 0;
      for (let j = 0, a = i, shown = own + w; j < room.length; j++, a += count, shown += worlds) {
        const space = room[j];
        const reach = effect[a] * space;
        const unit = share * (reading[shown] + results[a]);
        const rest = isAlone ? resultsLater[a] * later : pullOfOthers(stage, card, j, i, w);
        pull += space * unit;
        other += space * rest;
        lift += reach;
        liftPull += reach * unit;
        liftOther += reach * rest;
      }
      const crowd = (chi * lift) / (1 + chi * allRoom);
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
function pullOfOthers(
  { cards, lanes, month }: Pick<DecisionView, "cards" | "lanes" | "month">,
  card: CardState,
  j: number,
  i: number,
  w: number,
): number {
  const { lanes: count, worlds, managers } = lanes;
  const a = j * count + i;
  let rest = 0;
  for (let c = 0; c < cards.length; c++) {
    const one = cards[c];
    const part = one.plan.isTeam ? 1 / managers : 1;
    rest += one.resultsLater[a] * one.laterStake[i];
    if (one === card) continue;
    const own = one.readings.table[ownAt(one.readings, month) + j * worlds + w];
    rest += part * (own + one.results[a]) * one.stake[i];
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

/** Solves 𝒬 = D·Σ worth·slope(lin + gain·𝒬, s) for every lane; by rank, for every team. */
function stakes(card: CardState, stage: DecisionView): void {
  const { lanes, world } = stage;
  const { incentives: rewards, spread, lin, gain, stake } = card;
  const foreseen: Foreseen = { rewards, spread, lin, gain, stake };
  const isByRank = isRanked(card);
  for (let w = 0, first = 0; w < lanes.worlds; w++, first += lanes.managers) {
    const end = first + lanes.managers;
    const value = closeValue(card, stage, w);
    const aversion = world.lossAversion[w];
    if (isByRank) solveTogether(card, foreseen, lanes.vacancy, first, end, value, aversion);
    else solveStakes(foreseen, first, end, value, aversion);
  }
}

/** Marginal rewards of each activity, card by card, and how much of what is done beyond natural effort is real. */
function gains(stage: DecisionView): void {
  const { cards, lanes } = stage;
  lanes.gain.fill(0);
  lanes.genuine.fill(cards.length > 0 ? 0 : 1);
  for (let c = 0; c < cards.length; c++) addGains(cards[c], stage, c === cards.length - 1);
}

/** Adds what one card brings. Until the last, `genuine` holds what comes of the activities' own readings. */
function addGains(card: CardState, stage: DecisionView, isLast: boolean): void {
  const { lanes, world, activities, month } = stage;
  const { lanes: count, worlds, managers, gain, genuine } = lanes;
  const { readings, results, resultsLater, stake, laterStake } = card;
  const reading = readings.table;
  const first = ownAt(readings, month);
  const share = ownShare(card, stage);
  for (let w = 0, i = 0; w < worlds; w++) {
    const hollow = world.hollow[w];
    for (const end = i + managers; i < end; i++) {
      const now = stake[i];
      const later = laterStake[i];
      for (let j = 0, a = i, to = first + w; j < activities.length; j++, a += count, to += worlds) {
        const shown = share * reading[to] * now;
        const own = genuine[a] + shown;
        const total = gain[a] + (shown + share * results[a] * now + resultsLater[a] * later);
        gain[a] = total;
        if (!isLast) genuine[a] = own;
        else genuine[a] = own > 0 && total > 0 ? 1 - hollow * Math.min(1, own / total) : 1;
      }
    }
  }
}
