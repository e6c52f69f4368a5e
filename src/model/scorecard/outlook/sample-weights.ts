import { wholePower } from "../../../foundation/maths/exponential.js";
import { isSampled, type OutlookWorld, type Question, type Situation } from "./outlook-question.js";

/** Where the samples of a period lie, seen from one of its months; the same in every world. */
export interface SamplePlacement {
  readonly situation: Situation;
  /** Samples of the whole period. */
  readonly samples: number;
  /** By month from now. Whether a sample is taken, and in which part of the period targets are set for; 0 is the present one. */
  readonly isTaken: readonly boolean[];
  readonly interval: readonly number[];
  /** By part. Its first month from now (below 0 where it has begun), and its samples. */
  readonly first: readonly number[];
  readonly taken: readonly number[];
  /** What samples count where targets are set once. */
  readonly plain: Counting;
}

/**
 * What each sample of a period still to come counts in the score, as a line around being on target. Where targets are set within the
 * period and follow results (ℓ), reaching more now raises the targets of the rest: a sample of a part with R parts after it counts
 * (1 − ℓ)^R of one in a plain mean.
 */
export interface Counting {
  /** factor, by month from now. What a sample counts against one in a plain mean. */
  readonly counts: Float64Array;
  /** Sum of what samples still to come count. */
  readonly rest: number;
  /** factor. What a sample already read in the present part counts. */
  readonly read: number;
  /** score. What targets leave of being on target, whatever is reached. */
  readonly anchor: number;
  /** factor. What a target grows by from part to part, results apart. */
  readonly grown: number;
  /** factor, by month of a later period. The same as `counts`. */
  readonly later: Float64Array;
}

/** What a row is filled from: a question in one month of a period and one world. */
export interface Filling {
  readonly question: Question;
  readonly place: SamplePlacement;
  readonly answers: Float64Array;
  readonly world: OutlookWorld;
  readonly w: number;
  readonly accounts: number;
}

/** factor. No target falls below this share of what it is built on: of the level at first, of itself when it is set anew. */
export const leastTarget = 0.01;

/** Where samples lie from a month on. */
export function samplePlacement(question: Question, situation: Situation, samples: number): SamplePlacement {
  const { month, start, end } = situation;
  const { interval, period } = question;
  const partOf = (m: number): number => Math.floor(m / interval) - Math.floor(month / interval);
  const taken = Array.from({ length: partOf(end - 1) + 1 }, () => 0);
  for (let m = start; m < end; m++) if (partOf(m) >= 0 && isSampled(question, m, end)) taken[partOf(m)] += 1;
  const left = Array.from({ length: end - month }, (_, q) => q);
  const isTaken = left.map((q) => isSampled(question, month + q, end));
  return {
    situation,
    samples,
    isTaken,
    interval: left.map((q) => partOf(month + q)),
    first: taken.map((_, k) => (Math.floor(month / interval) + k) * interval - month),
    taken,
    plain: {
      counts: new Float64Array(left.length).fill(1),
      rest: isTaken.filter(Boolean).length,
      read: 1,
      anchor: 0,
      grown: 1,
      later: new Float64Array(period).fill(1),
    },
  };
}

/** What samples count in a world. */
export function countingOf(place: SamplePlacement, question: Question, world: OutlookWorld, w: number): Counting {
  const { period, interval, measure, isRebased } = question;
  if (interval >= period || measure.scale === "index") return place.plain;
  const learnt = isRebased ? world.rebase[w] : 0;
  const { taken, samples, isTaken } = place;
  const weights = sampleWeights(taken, learnt);
  const counts = Float64Array.from(place.interval, (k) => weights[k]);
  let anchor = 0;
  for (let k = 1; k < taken.length; k++) anchor += (taken[k] / samples) * (1 - wholePower(1 - learnt, k));
  return {
    counts,
    rest: counts.reduce((sum, one, q) => sum + (isTaken[q] ? one : 0), 0),
    read: weights[0],
    anchor,
    grown: Math.max(leastTarget, 1 + (measure.renewal ?? measure.growth)(world, w) * interval),
    later: Float64Array.from({ length: period }, (_, m) =>
      wholePower(1 - learnt, period / interval - 1 - Math.floor(m / interval)),
    ),
  };
}

/** share. What of a result of a period, in score, is built into the targets of the next one, where targets are set so many times in each. */
export const builtIn = (learnt: number, { period, interval }: Pick<Question, "period" | "interval">): number =>
  period === interval ? learnt : 1 - wholePower(1 - learnt, period / interval);

/** What a sample of each part counts: itself, less what it takes from the parts after it by raising their targets. */
export function sampleWeights(taken: readonly number[], learnt: number): number[] {
  const weights = taken.map(() => 1);
  let raised = 0;
  for (let k = taken.length - 1; k >= 0; k--) {
    if (taken[k] > 0) weights[k] = 1 + (learnt * raised) / taken[k];
    raised = (1 - learnt) * raised - taken[k];
  }
  return weights;
}
