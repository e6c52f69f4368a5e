import type { Run } from "../engine/run.js";
import { numberOf } from "../engine/streams.js";
import { blockMeans } from "../foundation/blocks.js";
import { refuse } from "../foundation/problem.js";
import { fillUniforms } from "../foundation/random.js";
import { selectionLead } from "../foundation/selection.js";
import { type Estimate, estimate, type Share, shareWhere, variance } from "../foundation/summary.js";
import type { AnyOutcomeName, ResponseName } from "../scenario/file-types.js";
import { meanOfWorlds } from "./between-worlds.js";
import { shareOfWorlds } from "./clustered.js";
import {
  describedOutcome,
  headlineOutcome,
  knownResponse,
  outcomeColumn,
  ownDesigns,
  signOf,
} from "./outcome-columns.js";
import { sharpener } from "./sharpen.js";

export interface Ranked {
  readonly design: string;
  readonly title: string;
  /** Expected outcome, in its unit. */
  readonly mean: Estimate;
  /** Share of worlds in which no other design does better; a tie counts for each of those in it by its part. */
  readonly best: Share;
  /** 0–1. Probability that its expected outcome is the best of all designs, given Monte Carlo error. */
  readonly probability: number;
  /** In the outcome's unit, ≥ 0. What choosing this design gives up on average against the best one of each world. */
  readonly regret: Estimate;
}

/** The scenario's own designs by expected outcome, best first; yardsticks are not ranked. */
export interface Ranking {
  readonly outcome: AnyOutcomeName;
  readonly response: ResponseName;
  readonly designs: readonly Ranked[];
  /** How many worlds it takes to name the best; undefined for one design and for outcomes without a smallest difference. */
  readonly needed: WorldsNeeded | undefined;
}

/** Worlds after which the best design is named, in all but few runs, where it is far enough ahead to matter. */
export interface WorldsNeeded {
  /** In the outcome's unit. By how much the best is ahead of every other: the smallest difference worth acting on. */
  readonly lead: number;
  /** 0–1. How often the best is then the one named. */
  readonly chance: number;
  readonly worlds: number;
}

/**
 * Ranks designs by an outcome, net value unless given, under a response, the run's own unless given. Throws a Problem for unknown
 * names, for outcomes without a direction and for ratios of means, which no single world can rank.
 */
export function ranking(run: Run, outcome: AnyOutcomeName = headlineOutcome, response?: ResponseName): Ranking {
  const under = knownResponse(run, response);
  const sign = signOf(describedOutcome(run, outcome));
  if (sign === 0) refuse("outcome", `neither direction of "${outcome}" is better`, "rank by one that has a direction");
  const designs = ownDesigns(run);
  const sharpen = sharpener(run);
  const both = designs.map(({ name }) => {
    const found = outcomeColumn(run, name, outcome, under);
    if (found?.isByWorld !== true) {
      return refuse("outcome", `"${outcome}" has no value in a single world`, `rank by ${headlineOutcome}`);
    }
    return {
      real: found.values.map((value) => sign * value),
      steady: sharpen(found.steady.map((value) => sign * value)),
    };
  });
  const columns = both.map(({ real }) => real);
  const steady = both.map((one) => one.steady);
  const wins = winsByWorld(columns);
  const probabilities = probabilityBest(sharpen.size > 1 ? steady.map(widened) : steady, run.seed);
  const top = columns.length === 0 ? [] : columns[0].map((_, w) => Math.max(...columns.map((one) => one[w])));
  return {
    outcome,
    response: under,
    designs: designs
      .map(({ name, title }, d) => ({
        design: name,
        title,
        mean: estimate(steady[d].map((value) => sign * value)),
        best: splitShare(wins[d], sharpen.size),
        probability: probabilities[d],
        regret: meanOfWorlds(
          columns[d].map((value, w) => top[w] - value),
          sharpen.size,
        ),
      }))
      .sort((a, b) => sign * (b.mean.mean - a.mean.mean)),
    needed: outcome === headlineOutcome ? neededFor(steady, run.smallestDifference, sharpen.size) : undefined,
  };
}

const usualChance = 0.95;

/** The same where each row stands for so many worlds. */
function neededFor(columns: readonly Float64Array[], lead: number, size: number): WorldsNeeded | undefined {
  const needed = worldsNeeded(columns, lead);
  return needed && { ...needed, worlds: needed.worlds * size };
}

/**
 * Worlds needed to name the best of some columns (one an alternative, paired by row) with 95 % chance unless given, when it is at least
 * `lead` ahead: h²s²/(2·lead²), s² the largest variance of a difference of two (Bechhofer 1954; with shared luck, Nelson & Matejcik 1995,
 * who show that it holds where differences vary alike; taking the largest errs on the side of more worlds). Undefined for a single column
 * and for no lead.
 */
export function worldsNeeded(
  columns: readonly Float64Array[],
  lead: number,
  chance: number = usualChance,
): WorldsNeeded | undefined {
  if (columns.length < 2 || columns[0].length < 2 || !(lead > 0)) return undefined;
  const spreads = columns.flatMap((a, k) => columns.slice(k + 1).map((b) => variance(a.map((one, w) => one - b[w]))));
  const h = selectionLead(columns.length, chance);
  return { lead, chance, worlds: Math.max(1, Math.ceil((h * h * Math.max(...spreads)) / (2 * lead * lead))) };
}

/** [column][row]: 1 where the column is highest, split evenly between ties, 0 elsewhere. */
export function winsByWorld(columns: readonly Float64Array[]): Float64Array[] {
  const wins = columns.map((one) => new Float64Array(one.length));
  for (let w = 0; w < (columns[0]?.length ?? 0); w++) {
    const top = Math.max(...columns.map((one) => one[w]));
    const tied = columns.filter((one) => one[w] === top).length;
    for (let d = 0; d < columns.length; d++) if (columns[d][w] === top) wins[d][w] = 1 / tied;
  }
  return wins;
}

/** Mean of parts of wins with the Wilson interval of the nearest whole count, moved to the mean; by blocks of worlds where those are independent. */
function splitShare(wins: Float64Array, size: number): Share {
  if (size > 1) return shareOfWorlds(blockMeans(wins, size), size);
  const share = estimate(wins).mean;
  const passed = Math.round(share * wins.length);
  const whole = shareWhere(wins, (_, w) => w < passed);
  const off = share - whole.share;
  return {
    share,
    standardError: whole.standardError,
    low: Math.max(0, Math.min(share, whole.low + off)),
    high: Math.min(1, Math.max(share, whole.high + off)),
  };
}

/** Values spread so far about their mean that weights of the Bayesian bootstrap vary it as much as its standard error says; it matters for few. */
function widened(values: Float64Array): Float64Array {
  const middle = estimate(values).mean;
  const factor = Math.sqrt((values.length + 1) / (values.length - 1));
  return values.map((value) => middle + factor * (value - middle));
}

const resamples = 2000;
/** More worlds than this are averaged in blocks first: means of blocks carry the same error of the mean. */
const mostBlocks = 500;

/**
 * Probability that each column has the highest expected value, by the Bayesian bootstrap (Rubin 1981): 2,000 draws of random weights on
 * the rows, the same for all columns; ties are split. Draws from the stream numbered by the word "resampling".
 */
export function probabilityBest(columns: readonly Float64Array[], seed: number): number[] {
  const blocks = columns.map(blockSums);
  const count = blocks[0]?.length ?? 0;
  const shares = columns.map(() => 0);
  const weights = new Float64Array(count);
  for (let draw = 0; draw < resamples; draw++) {
    fillUniforms(weights, 0, 1, count, seed, numberOf("resampling"), draw, 0, 0);
    for (let k = 0; k < count; k++) weights[k] = -Math.log(weights[k]);
    const sums = blocks.map((block) => weighted(block, weights));
    const top = Math.max(...sums);
    const tied = sums.filter((one) => one === top).length;
    for (let d = 0; d < sums.length; d++) if (sums[d] === top) shares[d] += 1 / tied / resamples;
  }
  return shares;
}

function blockSums(values: Float64Array): Float64Array {
  const count = Math.min(values.length, mostBlocks);
  const sums = new Float64Array(count);
  for (let w = 0; w < values.length; w++) sums[Math.floor((w * count) / values.length)] += values[w];
  return sums;
}

function weighted(values: Float64Array, weights: Float64Array): number {
  let total = 0;
  for (let k = 0; k < values.length; k++) total += values[k] * weights[k];
  return total;
}
