import type { Seen } from "./curves.js";
import { density, distribution } from "./normal.js";

/** The others of a team: what they are expected to score, how far luck of their own may move that, and one's own luck. */
export interface Rivals {
  readonly scores: readonly number[];
  readonly aparts: readonly number[];
  readonly apart: number;
}

interface Point {
  readonly score: number;
  readonly chance: number;
}

const known = new WeakMap<Rivals, Map<number, Point[]>>();

/** Chance to win at an expected score m, its slope and bend: a jump at every point of the score that wins (§8). */
export function againstRivals(rivals: Rivals, winners: number, m: number): Seen {
  const sets = known.get(rivals) ?? new Map<number, Point[]>();
  known.set(rivals, sets);
  const points = sets.get(winners) ?? pointsOf(rivals, winners);
  sets.set(winners, points);
  const { apart } = rivals;
  let [pay, slope, bend] = [0, 0, 0];
  for (const { score, chance } of points) {
    const z = (m - score) / apart;
    pay += chance * distribution(z);
    slope += (chance * density(z)) / apart;
    bend -= (chance * z * density(z)) / apart ** 2;
  }
  return { pay, slope, bend };
}

/** The score that wins: 48 points over 12 SD around the weakest winner expected. */
function pointsOf(rivals: Rivals, winners: number): Point[] {
  const { scores, aparts, apart } = rivals;
  const weakest = [...scores].sort((a, b) => b - a)[winners - 1];
  const most = Math.max(apart, ...aparts);
  const raw = Array.from({ length: 48 }, (_, p) => {
    const score = weakest + most * (-6 + (12 * p) / 47);
    return { score, chance: Math.max(0, winningDensity(rivals, winners, score)) };
  });
  const all = raw.reduce((total, { chance }) => total + chance, 0);
  return raw.map(({ score, chance }) => ({ score, chance: chance / all }));
}

/** Density of the winners-th best of the rivals: one of them is there, and winners − 1 of the others are above. */
function winningDensity({ scores, aparts }: Rivals, winners: number, score: number): number {
  const above = scores.map((mean, k) => distribution((mean - score) / aparts[k]));
  return scores.reduce((total, mean, k) => {
    const here = density((score - mean) / aparts[k]) / aparts[k];
    return (
      total +
      here *
        chanceOf(
          above.filter((_, other) => other !== k),
          winners - 1,
        )
    );
  }, 0);
}

/** Chance that just so many of these happen. */
function chanceOf(chances: readonly number[], wanted: number): number {
  let odds = [1];
  for (const one of chances) {
    const last = odds;
    odds = Array.from({ length: last.length + 1 }, (_, c) => (last[c] ?? 0) * (1 - one) + (last[c - 1] ?? 0) * one);
  }
  return odds[wanted] ?? 0;
}
