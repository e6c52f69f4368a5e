import { normalCdf, normalDensity } from "../../foundation/maths/special.js";
import { laboratory, of, play } from "../laboratory.js";
import { type Check, printedTo, row, type ValidationInputs, type ValidationRow } from "../row.js";

/** SD of the score in the laboratory, at a cost of effort of ½e². */
const noise = 2;

/** Members and winners: every kind of tournament up to four, and ten with few, some, half and nearly all winning. */
const cases: readonly (readonly [number, number])[] = [
  [2, 1],
  [3, 1],
  [3, 2],
  [4, 1],
  [4, 2],
  [4, 3],
  [10, 1],
  [10, 3],
  [10, 5],
  [10, 9],
];

/**
 * EUR. Prizes: the second lies just within where everybody's best answer to equal efforts is that effort, which ends at 20.8 for ten members
 * and three winners, at 22.4 for one.
 */
const prizes = [10, 20] as const;

/** Ways to choose k of n. */
function choose(n: number, k: number): number {
  let ways = 1;
  for (let j = 0; j < k; j++) ways = (ways * (n - j)) / (j + 1);
  return ways;
}

/** Marginal chance of winning among n equals when w win, per SD of the score: (n − 1)·C(n − 2, n − w − 1)·∫F^(n−w−1)·(1 − F)^(w−1)·f². */
function marginalChance(n: number, w: number): number {
  const step = 1 / 64;
  let sum = 0;
  for (let x = -9; x <= 9; x += step)
    sum += normalCdf(x) ** (n - w - 1) * normalCdf(-x) ** (w - 1) * normalDensity(x) ** 2;
  return (n - 1) * choose(n - 2, n - w - 1) * sum * step;
}

function tournament(inputs: ValidationInputs): ValidationRow[] {
  const effort = (n: number, w: number, prize: number): number => {
    const scenario = laboratory(inputs, "tournament", (file) => {
      file.team = { ...file.team, managers: n };
      for (const one of file.designs?.prize?.rewards ?? []) {
        const curve = { ...("curve" in one && typeof one.curve === "object" ? one.curve : undefined), winners: w };
        Object.assign(one, { "at target": `${12 * prize} EUR/year`, curve });
      }
    });
    return of(play(scenario), "prize").last[0];
  };
  const base = { source: prize.source, by: "engine" as const };
  const first = row({
    ...{ ...base, id: "A8.effort", claim: "effort for a prize of 10 to the better of two, noise SD 2" },
    ...{ exact: 1.410474, ours: of(play(laboratory(inputs, "tournament")), "prize").last[0], ...printedTo(6) },
  });
  const equilibria = cases.flatMap(([n, w]) =>
    prizes.map((amount) => {
      const exact = (amount / noise) * marginalChance(n, w);
      return row({
        ...{ ...base, id: `A8.n=${n} w=${w} prize ${amount}` },
        claim: `effort of ${n} members of whom ${w} win${w === 1 ? "s" : ""} a prize of ${amount}, noise SD 2`,
        ...{ exact, ours: effort(n, w, amount) },
        ...{
          tolerance: 1e-6 * exact,
          reason: "a search for beliefs and stakes ends after a relative change of a millionth",
        },
      });
    }),
  );
  return [first, ...equilibria];
}

export const prize: Check = { id: "A8", source: "Lazear & Rosen 1981; Nalebuff & Stiglitz 1983", rows: tournament };
