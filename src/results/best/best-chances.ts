import { exp, ln } from "../../foundation/maths/exponential.js";
import { numberOfName } from "../../foundation/maths/name-number.js";
import { fillNormals } from "../../foundation/maths/random.js";
import { normalQuantile } from "../../foundation/maths/special.js";
import { studentQuantile } from "../../foundation/maths/summary.js";
import type { PairedDifferences } from "./paired-differences.js";

/** Draws of expected values given what was seen. */
const draws = 4096;

/**
 * [column] Probability that its expected value is the best of all, the best having been looked for among several. What was seen is taken as
 * x ~ N(θ, Σ), Σ from the columns; beforehand no column is expected to be better, and columns that share much of their luck to be nearer to
 * each other: θ ~ N(m, g·Σ) with any m (Zellner 1986), √g as half-Cauchy of scale 1 (Gelman 2006; Polson & Scott 2012). So every
 * difference is drawn back towards nothing, by the more the less all of them together exceed their errors. The same columns share a
 * probability. Draws from the stream of the word "best chances".
 */
export function chancesOfBest(contest: PairedDifferences, seed: number): number[] {
  const { members, rows } = contest;
  const chances = members.length === 1 || rows < 2 ? members.map(() => 1 / members.length) : drawn(contest, seed);
  const out: number[] = [];
  for (const [k, columns] of members.entries()) for (const column of columns) out[column] = chances[k] / columns.length;
  return out;
}

function drawn(contest: PairedDifferences, seed: number): number[] {
  const { members, spectrum } = contest;
  const chances = members.map(() => 0);
  const directions = directionsOf(contest);
  const shares = sharesKept(directions);
  const luck = new Float64Array(directions.length);
  const value = new Float64Array(members.length);
  let at = 0;
  for (let draw = 0; draw < draws; draw++) {
    while (shares[at].upTo <= (draw + 0.5) / draws && at < shares.length - 1) at++;
    const { kept } = shares[at];
    const spread = Math.sqrt(kept);
    fillNormals(luck, 0, 1, luck.length, seed, numberOfName("best chances"), draw, 0, 0);
    value.fill(0);
    for (const [l, { seen, error, isKnown }] of directions.entries()) {
      const along = isKnown ? seen + error * luck[l] : kept * seen + spread * error * luck[l];
      for (let i = 0; i < value.length; i++) value[i] += spectrum.vectors[l][i] * along;
    }
    chances[value.indexOf(Math.max(...value))] += 1 / draws;
  }
  return chances;
}

/** One direction in which expected values may differ: what was seen of it, with its error. */
interface Direction {
  readonly seen: number;
  readonly error: number;
  /** Whether rows differ in it by no more than rounding: what was seen is then what is. */
  readonly isKnown: boolean;
}

/** Relative to the largest variance: one below this may be all rounding. */
const rounding = 1e-15;

/** Errors are so wide that an interval of two normal ones is Student's. */
function directionsOf({ spectrum: { values, vectors }, means, rows }: PairedDifferences): Direction[] {
  const wider = studentQuantile(0.975, rows - 1) / normalQuantile(0.975);
  const least = rounding * Math.max(...values);
  return vectors.map((vector, l) => ({
    seen: vector.reduce((total, one, i) => total + one * means[i], 0),
    error: wider * Math.sqrt(Math.max(values[l], least)),
    isKnown: values[l] <= least,
  }));
}

/** What is kept of the differences seen, g/(1 + g), and how probable it is that no more is. */
interface Kept {
  readonly kept: number;
  /** 0–1. */
  readonly upTo: number;
}

/** Steps of g: powers of 2. */
const [firstStep, lastStep] = [-12, 40];

function sharesKept(directions: readonly Direction[]): Kept[] {
  const uncertain = directions.filter(({ isKnown }) => !isKnown);
  const excess = uncertain.reduce((total, { seen, error }) => total + (seen / error) * (seen / error), 0);
  const steps = Array.from({ length: lastStep - firstStep + 1 }, (_, k) => {
    const g = 2 ** (firstStep + k);
    // of ln √g the half-Cauchy has a density in proportion to √g/(1 + g)
    const prior = ln(g) / 2 - ln(1 + g);
    return { kept: g / (1 + g), log: prior - (uncertain.length * ln(1 + g) + excess / (1 + g)) / 2 };
  });
  const most = Math.max(...steps.map(({ log }) => log));
  const weights = steps.map(({ log }) => exp(log - most));
  const total = weights.reduce((sum, one) => sum + one, 0);
  let upTo = 0;
  return steps.map(({ kept }, k) => {
    upTo += weights[k] / total;
    return { kept, upTo };
  });
}
