import { numberOfName } from "../../foundation/maths/name-number.js";
import { fillNormals } from "../../foundation/maths/random.js";
import { normalCdf } from "../../foundation/maths/special.js";
import { quantileSorted, studentQuantile } from "../../foundation/maths/summary.js";
import type { PairedDifferences } from "./paired-differences.js";

/** 0–1. In how many runs, at least, the true best is in the set. */
export const setConfidence = 0.95;

/** Draws of errors of means, from which the largest of several differences is judged. */
const draws = 4096;

/**
 * [column] Whether it cannot be told from the best: no other is above it by more than q standard errors of their difference, q being the
 * 95 % point of the largest of these differences when all have the same expected value (subset selection, Gupta 1965; multiple comparisons
 * with the best, Hsu 1984; with shared luck, Nelson & Matejcik 1995). How the differences move together is estimated from the columns, so
 * q lies between Student's for one comparison and Bonferroni's for all. Draws from the stream of the word "best set".
 */
export function setOfBest(contest: PairedDifferences, seed: number): boolean[] {
  const { members, apart, means } = contest;
  const reach = criticalValues(contest, seed);
  const out: boolean[] = [];
  for (const [i, columns] of members.entries()) {
    const isIn = members.every((_, j) => i === j || means[j] - means[i] <= reach[i] * apart[i][j]);
    for (const column of columns) out[column] = isIn;
  }
  return out;
}

/** [alternative] q of each: by how many standard errors luck alone may put another above it. */
export function criticalValues({ members, rows, spectrum, apart }: PairedDifferences, seed: number): Float64Array {
  const others = members.length - 1;
  const reach = new Float64Array(members.length);
  if (others === 0 || rows < 2) return reach.fill(1);
  const bonferroni = studentQuantile(1 - (1 - setConfidence) / others, rows - 1);
  const largest = largestDifferences(spectrum, apart, seed);
  return reach.map((_, i) => {
    // Of a single difference this is Student's quantile: the normal point is taken at its own probability.
    const share = normalCdf(quantileSorted(largest[i].sort(), setConfidence));
    return share < 1 ? Math.min(bonferroni, studentQuantile(share, rows - 1)) : bonferroni;
  });
}

/** [alternative][draw] By how many standard errors the others come out above it at most, all having the same expected value. */
function largestDifferences(
  { values, vectors }: PairedDifferences["spectrum"],
  apart: PairedDifferences["apart"],
  seed: number,
) {
  const largest = apart.map(() => new Float64Array(draws));
  const size = apart.map((row, i) =>
    row.map((one, j) => (one > 0 ? Math.sqrt(squareApart({ values, vectors }, i, j)) : Infinity)),
  );
  const luck = new Float64Array(values.length);
  const error = new Float64Array(apart.length);
  for (let draw = 0; draw < draws; draw++) {
    fillNormals(luck, 0, 1, luck.length, seed, numberOfName("best set"), draw, 0, 0);
    error.fill(0);
    for (let l = 0; l < values.length; l++) {
      const along = Math.sqrt(values[l]) * luck[l];
      for (let i = 0; i < error.length; i++) error[i] += vectors[l][i] * along;
    }
    for (let i = 0; i < error.length; i++) {
      let most = 0;
      for (let j = 0; j < error.length; j++) most = Math.max(most, (error[j] - error[i]) / size[i][j]);
      largest[i][draw] = most;
    }
  }
  return largest;
}

function squareApart({ values, vectors }: PairedDifferences["spectrum"], i: number, j: number): number {
  let total = 0;
  for (let l = 0; l < values.length; l++) {
    const one = vectors[l][i] - vectors[l][j];
    total += values[l] * one * one;
  }
  return total;
}
