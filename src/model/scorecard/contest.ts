import { normalPair } from "../../foundation/maths/special.js";

/**
 * What members ranked together are up against: for every lane the distribution of the score that wins, which is the `winners`-th best of the
 * rivals' scores, as points with chances. Given them a prize is a curve with a jump of so much at each point.
 */
export interface Contest {
  readonly winners: number;
  /** Lanes ranked together; they are neighbours. */
  readonly members: number;
  /** score. What each lane is expected to reach, and the SD of what luck adds to it but not to its rivals. */
  readonly expected: Float64Array;
  readonly apart: Float64Array;
  /** score. First point of each lane and how far its points are apart. */
  readonly first: Float64Array;
  readonly step: Float64Array;
  /** share, [lane][point]. */
  readonly chance: Float64Array;
  /** Points of each lane that have a chance worth a look: from, and to before. */
  readonly from: Int32Array;
  readonly to: Int32Array;
  /** Scratch: expected scores from the best down; by member, the chance to be on the side that is counted and its change per score point. */
  readonly order: Float64Array;
  readonly share: Float64Array;
  readonly turn: Float64Array;
  /** Scratch: chances of so many rivals on that side, and their change per score point. */
  readonly odds: Float64Array;
  readonly turns: Float64Array;
  readonly pair: Float64Array;
}

/** Points the winning score is spread over: a quarter of an SD apart, where trapezoid sums of such densities are exact to nine digits. */
export const contestPoints = 48;
/** SD. How far around the weakest winner expected they reach; what is left out has a chance of n·1e-9. */
const reach = 6;
/** share. Points with less of a chance are left out. */
const leastChance = 1e-12;

export function allocateContest(winners: number, members: number, lanes: number): Contest {
  const column = () => new Float64Array(lanes);
  const counted = Math.max(1, Math.min(winners, members - winners));
  return {
    winners,
    members,
    expected: column(),
    apart: column().fill(1),
    first: column(),
    step: column().fill(1),
    chance: new Float64Array(lanes * contestPoints),
    from: new Int32Array(lanes),
    to: new Int32Array(lanes),
    order: new Float64Array(members),
    share: new Float64Array(members),
    turn: new Float64Array(members),
    odds: new Float64Array(counted),
    turns: new Float64Array(counted),
    pair: new Float64Array(2),
  };
}

/** Spreads the score that wins over points, for the lanes of one team from `start` on, from what they are expected to reach. */
export function foreseeContest(contest: Contest, start: number): void {
  const { members, winners, expected, apart, order } = contest;
  let most = 0;
  for (let k = start; k < start + members; k++) most = Math.max(most, apart[k]);
  sortDown(order, expected, start);
  // without a lane that is among the best, the weakest winner is the next one down
  spread(contest, start, true, order[winners] - reach * most, (2 * reach * most) / (contestPoints - 1));
  spread(contest, start, false, order[winners - 1] - reach * most, (2 * reach * most) / (contestPoints - 1));
  for (let i = start; i < start + members; i++) makeChances(contest, i);
}

/** Expected scores of a team in descending order. */
function sortDown(order: Float64Array, expected: Float64Array, start: number): void {
  for (let k = 0; k < order.length; k++) {
    const one = expected[start + k];
    let place = k;
    for (; place > 0 && order[place - 1] < one; place--) order[place] = order[place - 1];
    order[place] = one;
  }
}

/** Density of the score that wins at points from `low` on, for those lanes of a team that are, or are not, among the best themselves. */
function spread(contest: Contest, start: number, isAmongBest: boolean, low: number, distance: number): void {
  const { members, winners, expected, first, step, chance, order } = contest;
  for (let p = 0; p < contestPoints; p++) {
    const score = low + p * distance;
    placeMembers(contest, start, score);
    for (let k = 0; k < members; k++) {
      const i = start + k;
      if (expected[i] >= order[winners - 1] !== isAmongBest) continue;
      first[i] = low;
      step[i] = distance;
      chance[i * contestPoints + p] = Math.max(0, densityWithout(contest, k));
    }
  }
}

/** Chance of each member to be on the side of a score that fewer people are on, and its change per score point. */
function placeMembers(
  { members, winners, expected, apart, share, turn, pair }: Contest,
  start: number,
  score: number,
): void {
  const isAbove = 2 * winners <= members;
  for (let k = 0; k < members; k++) {
    const per = 1 / apart[start + k];
    normalPair((score - expected[start + k]) * per, pair);
    share[k] = isAbove ? 1 - pair[0] : pair[0];
    turn[k] = isAbove ? -pair[1] * per : pair[1] * per;
  }
}

/**
 * Density of the score that wins against the rivals of the k-th member: change per score point of the chance that fewer than `winners` of them are
 * above it. Rivals are added one by one (Poisson binomial).
 */
function densityWithout({ members, winners, share, turn, odds, turns }: Contest, k: number): number {
  const counted = odds.length;
  for (let c = 0; c < counted; c++) {
    odds[c] = 0;
    turns[c] = 0;
  }
  odds[0] = 1;
  for (let other = 0; other < members; other++) {
    if (other === k) continue;
    const there = share[other];
    const rest = 1 - there;
    const moves = turn[other];
    for (let c = counted - 1; c > 0; c--) {
      turns[c] = turns[c] * rest + turns[c - 1] * there + (odds[c - 1] - odds[c]) * moves;
      odds[c] = odds[c] * rest + odds[c - 1] * there;
    }
    turns[0] = turns[0] * rest - odds[0] * moves;
    odds[0] *= rest;
  }
  let density = 0;
  for (let c = 0; c < counted; c++) density += turns[c];
  return 2 * winners <= members ? density : -density;
}

/** From densities of a lane to chances that add up to 1. */
function makeChances({ chance, from, to }: Contest, i: number): void {
  const start = i * contestPoints;
  let sum = 0;
  for (let at = start; at < start + contestPoints; at++) sum += chance[at];
  let low = contestPoints;
  let high = 0;
  for (let p = 0; p < contestPoints; p++) {
    chance[start + p] /= sum;
    if (chance[start + p] < leastChance) continue;
    low = Math.min(low, p);
    high = p + 1;
  }
  from[i] = low;
  to[i] = high;
}

/** Chance of lane i to win at a mean score, its slope and its bend, into `seen`: Lazear & Rosen (1981) for rivals who differ. */
export function lookAtRivals(contest: Contest, i: number, mean: number, seen: Float64Array): void {
  const { first, step, chance, apart, from, to, pair } = contest;
  const per = 1 / apart[i];
  const start = (mean - first[i]) * per;
  const less = step[i] * per;
  const end = to[i];
  let pay = 0;
  let slope = 0;
  let bend = 0;
  for (let p = from[i], at = i * contestPoints + p; p < end; p++, at++) {
    const z = start - p * less;
    normalPair(z, pair);
    const one = chance[at];
    const density = one * pair[1];
    pay += one * pair[0];
    slope += density;
    bend -= density * z;
  }
  seen[0] = pay;
  seen[1] = slope * per;
  seen[2] = bend * per * per;
}
