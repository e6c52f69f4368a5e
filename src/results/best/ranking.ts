import { selectionLead } from "../../foundation/maths/selection.js";
import { type Estimate, estimate, type Share, sum, variance } from "../../foundation/maths/summary.js";
import { refuse } from "../../foundation/text/problem.js";
import { significant } from "../../foundation/text/text.js";
import type { AnyOutcomeName, ResponseName } from "../../scenario/schema/file-types.js";
import type { Run } from "../../simulation/data.js";

import {
  describedOutcome,
  headlineOutcome,
  knownResponse,
  outcomeColumn,
  ownDesigns,
  signOf,
} from "../basis/outcome-columns.js";
import { regressionAdjuster } from "../basis/regression-adjustment.js";
import { bestByDraw } from "./best-by-draw.js";
import { chancesOfBest } from "./best-chances.js";
import { setOfBest } from "./best-set.js";
import { contestOf } from "./paired-differences.js";

export interface Ranked {
  readonly design: string;
  readonly title: string;
  /** Expected outcome, in its unit. */
  readonly mean: Estimate;
  /** Share of the draws of the assumptions in which no other design is better in expectation; a tie counts for each of those in it by its part. */
  readonly best: Share;
  /** In the outcome's unit, ≥ 0. How far its expected outcome is behind the best of the ranking, paired by world; 0 for that one itself. */
  readonly behind: Estimate;
  /** 0–1. Probability that its expected outcome is the best of all designs, given Monte Carlo error and that the best was looked for among several. */
  readonly probability: number;
  /** Whether it cannot be told from the best: in 95 % of runs at least, the design that is truly best is one of those. */
  readonly mayBeBest: boolean;
  /** In the outcome's unit, ≥ 0. What choosing this design gives up on average against the best in expectation of each draw of the assumptions. */
  readonly regret: Estimate;
}

/** Digits to which means are compared: those that agree so far are equal but for rounding, and stay in the run's order. */
const sameDigits = 12;

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
  const adjust = regressionAdjuster(run);
  const columns = designs.map(({ name }) => {
    const found = outcomeColumn(run, name, outcome, under);
    if (found?.isByWorld !== true) {
      return refuse("outcome", `"${outcome}" has no value in a single world`, `rank by ${headlineOutcome}`);
    }
    const signed = (values: Float64Array): Float64Array => values.map((value) => sign * value);
    return { calm: signed(found.calm), steady: adjust(signed(found.steady)) };
  });
  const steady = columns.map((one) => one.steady);
  const found = bestOf(steady, run.seed);
  const byDraw = bestByDraw(
    columns.map(({ calm }) => calm),
    adjust,
    steady,
  );
  return {
    outcome,
    response: under,
    designs: designs
      .map(({ name, title }, d) => ({
        design: name,
        title,
        mean: estimate(steady[d].map((value) => sign * value)),
        ...byDraw[d],
        ...found[d],
      }))
      .sort((a, b) => sign * (significant(b.mean.mean, sameDigits) - significant(a.mean.mean, sameDigits))),
    needed: outcome === headlineOutcome ? neededFor(steady, run.smallestDifference, adjust.size) : undefined,
  };
}

/** Of columns, one an alternative, paired by row, higher being better: what is known of which has the best expected value. */
function bestOf(
  columns: readonly Float64Array[],
  seed: number,
): Pick<Ranked, "behind" | "probability" | "mayBeBest">[] {
  if (columns.length === 0) return [];
  const contest = contestOf(columns);
  const chances = chancesOfBest(contest, seed);
  const isIn = setOfBest(contest, seed);
  const means = columns.map((one) => sum(one));
  const first = columns[means.indexOf(Math.max(...means))];
  return columns.map((one, d) => ({
    behind: estimate(one.map((value, w) => first[w] - value)),
    probability: chances[d],
    mayBeBest: isIn[d],
  }));
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
