import { type Estimate, estimate, type Interval, type Share, studentQuantile } from "../../foundation/maths/summary.js";
import { Problem, refuse } from "../../foundation/text/problem.js";
import { parseQuantity } from "../../foundation/values/quantity.js";
import type { AssumptionName } from "../../model/assumptions.js";
import type { ResponseName } from "../../scenario/schema/file-types.js";
import {
  conditionOf,
  type Hypothesis,
  isInRange,
  type ValueRange,
  whereTexts,
} from "../../scenario/schema/hypothesis.js";
import type { Run, RunOutcome } from "../../simulation/data.js";

import { aboutOf, type RunAbout } from "../basis/about.js";
import { lucksOf, meanOfSome, perValue } from "../basis/between-worlds.js";
import { doubtsOf } from "../basis/doubts.js";
import { type FullNames, fullNamesIn } from "../basis/full-names.js";
import {
  describedOutcome,
  headlineOutcome,
  knownResponse,
  type OutcomeColumn,
  outcomeColumn,
} from "../basis/outcome-columns.js";
import { regressionAdjusterOf } from "../basis/regression-adjustment.js";
import { betweenDraws, shareOfDraws } from "../statistics/by-draw.js";
import { type Claim, type ClaimVerdict, claimVerdict, contraryFor, holdsFor } from "../statistics/claim-verdict.js";
import { weightedSum } from "./factorial.js";
import { factorsIn, type Sides, sidesOf } from "./sides.js";

/** A hypothesis as data: as a scenario file writes it, or as a checked scenario holds it. */
export interface HypothesisInput extends Omit<Hypothesis, "smallestEffect"> {
  /** Smallest effect that matters, with the unit of the outcome, as in a file; 0 unless given. */
  readonly "smallest effect"?: string | number | undefined;
  /** The same: text with a unit, or a number in base units. */
  readonly smallestEffect?: string | number | undefined;
}

/** What a run says about one hypothesis under one response; amounts in the outcome's unit. */
export interface HypothesisUnderResponse {
  readonly response: ResponseName;
  /** Worlds in which the hypothesis applies: all, or those its conditions admit. */
  readonly worlds: number;
  /** What the claim is about less what it is compared with, paired by world, with its 95 % interval and Monte Carlo standard error. */
  readonly difference: Estimate;
  /** Share of the draws of the assumptions in which the claim holds of the expected difference, by at least the smallest effect. */
  readonly holds: Share;
  /** Share of the draws in which the contrary holds: the effect the other way round, or a difference where none was claimed. */
  readonly contrary: Share;
  readonly verdict: ClaimVerdict;
  /** Why, in words. */
  readonly reason: string;
  /** The interval that covers together with those of the other hypotheses in 95 % of runs, and the verdict with it. */
  readonly adjusted: Interval & { readonly verdict: ClaimVerdict; readonly reason: string };
}

/** One hypothesis with what the run says about it, under the headline's response and beside it under every response. */
export interface HypothesisTest extends HypothesisUnderResponse {
  readonly name: string;
  readonly claim: string;
  /** What is compared in words: a design, or a level of a factor. */
  readonly own: string;
  readonly other: string;
  /** The designs behind either side, averaged. */
  readonly sides: Sides;
  readonly outcome: RunOutcome;
  readonly direction: Hypothesis["direction"];
  readonly smallestEffect: number;
  /** Conditions in words. */
  readonly where: readonly string[];
  /** Under every response of the run, the headline's included, in the run's order. */
  readonly responses: readonly HypothesisUnderResponse[];
}

export interface HypothesisTests {
  readonly about: RunAbout;
  readonly response: ResponseName;
  /** How many hypotheses were tested together: what intervals are adjusted for. */
  readonly tested: number;
  readonly tests: readonly HypothesisTest[];
  /** Settings that were probably meant otherwise and levels that differ in more than their factor, each in a line; absent where there are none. */
  readonly doubts?: readonly string[] | undefined;
}

export interface HypothesisOptions {
  /** The response of the verdicts in front; the run's own unless given. */
  readonly response?: ResponseName | undefined;
}

/**
 * What a run says about hypotheses: those of its scenario unless given, by name or as a list. Designs are compared within each world, with
 * the luck of the draws taken out as in `compare`. Throws a Problem with the hypothesis' name for unknown designs, outcomes, factors,
 * levels and assumptions, for units that do not fit, and for conditions no world meets.
 */
export function testHypotheses(
  run: Run,
  hypotheses: readonly HypothesisInput[] | Readonly<Record<string, HypothesisInput>> = run.scenario.hypotheses ?? {},
  options: HypothesisOptions = {},
): HypothesisTests {
  const response = knownResponse(run, options.response);
  const named: readonly (readonly [string, HypothesisInput])[] = Array.isArray(hypotheses)
    ? hypotheses.map((one: HypothesisInput, k) => [`hypothesis ${k + 1}`, one] as const)
    : Object.entries(hypotheses as Readonly<Record<string, HypothesisInput>>);
  const names = fullNamesIn(run);
  const doubts = doubtsOf(run);
  return {
    about: aboutOf(run),
    response,
    tested: named.length,
    tests: named.map(([name, one]) => placed(name, () => testOf(run, name, one, response, named.length, names))),
    ...(doubts.length > 0 && { doubts }),
  };
}

function placed<Out>(name: string, act: () => Out): Out {
  try {
    return act();
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    throw new Problem(error.faults.map((one) => ({ ...one, place: [name, one.place].filter(Boolean).join(": ") })));
  }
}

function testOf(
  run: Run,
  name: string,
  one: HypothesisInput,
  response: string,
  tested: number,
  { ofDesign, ofLevel }: FullNames,
): HypothesisTest {
  const outcome = describedOutcome(run, one.outcome);
  const smallest = smallestOf(one, outcome, run.currency);
  const hypothesis: Hypothesis = { ...one, smallestEffect: smallest };
  const { levels, ranges } = conditionOf(hypothesis, factorsIn(run), run.currency);
  const sides = sidesOf(run, hypothesis, levels);
  const rows = rowsWithin(run, ranges);
  const claim: Claim = { direction: one.direction, smallest };
  const under = run.responses.map((name_) => {
    const column = differenceOf(run, sides, outcome.name, name_);
    return resultOf(run, name_, column, rows, ranges, claim, tested);
  });
  const main = under.find((result) => result.response === response) as HypothesisUnderResponse;
  const { contrast } = one;
  return {
    name,
    claim: one.claim,
    own:
      contrast === undefined
        ? ofDesign(String(one.design))
        : `${contrast.factor} ${ofLevel(contrast.factor, contrast.to)}`,
    other:
      contrast === undefined
        ? ofDesign(String(one.against))
        : `${contrast.factor} ${ofLevel(contrast.factor, contrast.from)}`,
    sides,
    outcome,
    direction: one.direction,
    smallestEffect: smallest,
    where: whereTexts(one),
    ...main,
    responses: under,
  };
}

/** In the outcome's unit; 0 where none is given. */
function smallestOf(one: HypothesisInput, { unit }: RunOutcome, currency: string): number {
  const { smallestEffect: checked, "smallest effect": written } = one;
  if (typeof checked === "number" && written === undefined) {
    return checked >= 0 ? checked : refuse("smallest effect", `${checked} is below zero`, "write 0 or more");
  }
  const text = written ?? checked;
  return text === undefined ? 0 : parseQuantity(text, { ...unit, min: 0 }, { currency }).value;
}

/** Worlds whose draws lie in every range. */
function rowsWithin(run: Run, ranges: ReadonlyMap<string, ValueRange>): readonly number[] {
  const limits = [...ranges].map(([name, range]) => {
    const draws =
      run.draws.get(name as AssumptionName) ??
      refuse("where", `this run has no draws of "${name}"`, "simulate it again");
    return { draws, range };
  });
  const rows = Array.from({ length: run.worlds }, (_, w) => w).filter((w) =>
    limits.every(({ draws, range }) => isInRange(draws[w], range)),
  );
  return rows.length > 0 ? rows : refuse("where", "no world of this run meets the conditions", "widen the ranges");
}

function differenceOf(run: Run, { own, other }: Sides, outcome: string, response: string): OutcomeColumn {
  const columns = [...own, ...other].map((design) => outcomeColumn(run, design, outcome, response));
  const weights = [...own.map(() => 1 / own.length), ...other.map(() => -1 / other.length)];
  const known = columns.filter((one) => one?.isByWorld === true) as OutcomeColumn[];
  if (known.length === columns.length) return weightedSum(known, weights);
  return refuse("outcome", `"${outcome}" has no value in a single world`, `test ${headlineOutcome} or its parts`);
}

function resultOf(
  run: Run,
  response: ResponseName,
  column: OutcomeColumn,
  rows: readonly number[],
  ranges: ReadonlyMap<string, ValueRange>,
  claim: Claim,
  tested: number,
): HypothesisUnderResponse {
  const pick = (values: Float64Array): Float64Array => Float64Array.from(rows, (w) => values[w]);
  // a condition moves the mean of its own assumption and, as draws are independent, of no other
  const free = [...run.draws].flatMap(([name, draws], k) =>
    ranges.has(name) ? [] : [{ draws: pick(draws), expected: run.expected[k] }],
  );
  const lucksPerDraw = lucksOf(run);
  const adjust = regressionAdjusterOf({
    draws: free.map(({ draws }) => draws),
    expected: free.map(({ expected }) => expected),
    worlds: rows.length,
    ...{ lucksPerDraw, perValue: lucksPerDraw },
  });
  const steady = pick(column.steady);
  const size = perValue(run);
  const difference = size > lucksPerDraw ? meanOfSome(steady, rows, run.worlds, size) : estimate(adjust(steady));
  const between = betweenDraws(pick(column.calm), adjust);
  const holds = shareOfDraws(between, difference, (expected) => holdsFor(claim, expected));
  const judge = ({ low, high }: Interval) => claimVerdict(claim, { low, high, holds, worlds: rows.length });
  const together = simultaneous(difference, tested);
  return {
    response,
    worlds: rows.length,
    difference,
    holds,
    contrary: shareOfDraws(between, difference, (expected) => contraryFor(claim, expected)),
    ...judge(difference),
    adjusted: { ...together, ...judge(together) },
  };
}

/** Interval that covers together with those of so many in 95 % of runs, whatever they have in common (Bonferroni). */
export function simultaneous({ mean, standardError, count }: Estimate, many: number): Interval {
  if (count < 2) return { low: Number.NEGATIVE_INFINITY, high: Number.POSITIVE_INFINITY };
  const reach = studentQuantile(1 - 0.025 / many, count - 1) * standardError;
  return { low: mean - reach, high: mean + reach };
}
