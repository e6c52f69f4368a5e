import type { CardState } from "./card.js";
import { foreseeContest } from "./contest.js";
import { leastSpread } from "./forecast.js";

/**
 * What it takes to win, for rewards by rank: from the scores all members are expected to reach, and from the luck that members do not share. What
 * moves all scores alike moves no rank (Nalebuff & Stiglitz 1983).
 */
export function foreseeRivals(card: CardState, expected: Float64Array, from = 0, end = expected.length): void {
  const { rewards, spread, shared, joint } = card;
  for (let r = 0; r < rewards.length; r++) {
    const { contest } = rewards[r];
    if (contest === undefined) continue;
    for (let i = from; i < end; i++) {
      contest.expected[i] = expected[i];
      contest.apart[i] = Math.sqrt(Math.max(spread[i] * spread[i] - shared[i] - joint[i], leastSpread * leastSpread));
    }
    for (let first = from; first < end; first += contest.members) foreseeContest(contest, first);
  }
}
