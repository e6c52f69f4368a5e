import { type Estimate, estimate, type Share } from "../foundation/maths/summary.js";
import type { AnyOutcomeName, ResponseName } from "../scenario/schema/file-types.js";
import type { Run, RunDesign, RunOutcome } from "../simulation/data.js";

import { aboutOf, type RunAbout } from "./basis/about.js";
import { quantileOf } from "./basis/between-worlds.js";
import type { Quantile } from "./basis/clustered.js";
import {
  describedOutcome,
  headlineOutcome,
  knownDesign,
  knownResponse,
  less,
  type OutcomeColumn,
  outcomeColumn,
  outcomesOfRun,
  ownDesigns,
  signOf,
} from "./basis/outcome-columns.js";
import { type RegressionAdjustment, regressionAdjuster } from "./basis/regression-adjustment.js";
import type { StepOnlyCurve } from "./basis/step-pay.js";
import { type Ranking, ranking } from "./best/ranking.js";
import { betweenDraws, shareOfDraws } from "./statistics/by-draw.js";
import { type DifferenceColumns, type VarianceSplit, varianceSplit } from "./statistics/variance-split.js";
import { type Verdict, verdict } from "./statistics/verdict.js";

export interface CompareOptions {
  /** The design others are compared with; the scenario's baseline unless given. */
  readonly baseline?: string | undefined;
  /** Outcomes by name, derived ones included; a short standard list unless given. */
  readonly outcomes?: readonly AnyOutcomeName[] | undefined;
  /** The response of the headline columns; the run's own unless given. The others stand beside it in any case. */
  readonly response?: ResponseName | undefined;
}

export type { Quantile } from "./basis/clustered.js";

/** What one design does in one outcome under one response; all in the outcome's unit. */
export interface UnderResponse {
  readonly response: ResponseName;
  readonly mean: Estimate;
  /** Design − baseline, paired by world; undefined where the baseline has no such outcome. */
  readonly difference: Estimate | undefined;
  /** Share of the draws of the assumptions in which the design is better than the baseline in expectation; undefined where neither direction is better. */
  readonly better: Share | undefined;
  /** Against the baseline, for the outcome that has a smallest difference worth acting on. */
  readonly verdict: Verdict | undefined;
}

export interface ComparisonRow extends UnderResponse {
  readonly design: string;
  readonly title: string;
  readonly role: RunDesign["role"];
  readonly outcome: AnyOutcomeName;
  /** What makes the difference from the baseline uncertain; undefined for the baseline, for ratios of means and where draws have one luck each. */
  readonly varianceSplit: VarianceSplit | undefined;
  /** Quantiles over worlds, luck and assumptions together, of a team of the size simulated; undefined for a ratio of means. */
  readonly p10: Quantile | undefined;
  readonly p50: Quantile | undefined;
  readonly p90: Quantile | undefined;
  /** For costs to the firm: budget = P50, reserve = P90 − P50. */
  readonly budget: number | undefined;
  readonly reserve: number | undefined;
  /** The same under every response of the run, the headline's included, in the run's order. */
  readonly responses: readonly UnderResponse[];
}

/** Designs side by side: rows by outcome, within it by design in the run's order. Designs without a value in an outcome have no row there. */
export interface Comparison {
  readonly about: RunAbout;
  readonly baseline: string;
  readonly response: ResponseName;
  /** Money per KAM over the horizon. Smallest difference in net value worth acting on. */
  readonly smallestDifference: number;
  readonly outcomes: readonly RunOutcome[];
  readonly rows: readonly ComparisonRow[];
  /** How stable the order of the scenario's designs is, for each outcome that can be ranked world by world. */
  readonly rankings: readonly Ranking[];
  /** Rewards that pay by steps alone, on scores that luck hardly moves: what is compared then hinges on where the steps lie. Reports add them. */
  readonly steps?: readonly StepOnlyCurve[] | undefined;
  /** Settings that were probably meant otherwise and designs that differ in more than they are named for, each in a line; absent where there are none. Reports add them. */
  readonly doubts?: readonly string[] | undefined;
}

const usualOutcomes: readonly AnyOutcomeName[] = [
  headlineOutcome,
  "account value",
  "reward cost",
  "cash cost",
  "leavers",
  "at target",
  "effort",
  "return on reward spend",
];

/** Outcomes the firm budgets for. */
const budgeted = ["reward cost", "cash cost", "reward spend", "hiring and monitoring"];

/** Compares every design with a baseline in the same worlds. Throws a Problem for unknown names, with the nearest known one. */
export function compare(run: Run, options: CompareOptions = {}): Comparison {
  const baseline = knownDesign(run, options.baseline ?? run.baseline, "baseline").name;
  const response = knownResponse(run, options.response);
  const known = outcomesOfRun(run).map((one) => one.name);
  const names = options.outcomes ?? usualOutcomes.filter((name) => known.includes(name));
  const outcomes = names.map((name) => describedOutcome(run, name));
  const adjust = regressionAdjuster(run);
  return {
    about: aboutOf(run),
    baseline,
    response,
    smallestDifference: run.smallestDifference,
    outcomes,
    rows: outcomes.flatMap((outcome) =>
      run.designs.flatMap((design) => rowOf(run, design, outcome, baseline, response, adjust) ?? []),
    ),
    rankings: outcomes
      .filter(
        (one) => signOf(one) !== 0 && run.outcomes.some(({ name }) => name === one.name) && ownDesigns(run).length > 0,
      )
      .map((one) => ranking(run, one.name, response)),
  };
}

function rowOf(
  run: Run,
  design: RunDesign,
  outcome: RunOutcome,
  baseline: string,
  response: string,
  adjust: RegressionAdjustment,
): ComparisonRow | undefined {
  const under = run.responses.flatMap((one) => underResponse(run, design.name, outcome, baseline, one, adjust) ?? []);
  const main = under.find((one) => one.response === response);
  const found = outcomeColumn(run, design.name, outcome.name, response);
  if (main === undefined || found === undefined) return undefined;
  const [p10, p50, p90] = found.isByWorld
    ? [0.1, 0.5, 0.9].map((p) => quantileOf(found.values, p, adjust.size, found.planError))
    : [];
  const isBudgeted = budgeted.includes(outcome.name) && p50 !== undefined && p90 !== undefined;
  return {
    design: design.name,
    title: design.title,
    role: design.role,
    outcome: outcome.name,
    ...main,
    varianceSplit: design.name === baseline ? undefined : splitOf(run, design.name, outcome.name, baseline, adjust),
    p10,
    p50,
    p90,
    budget: isBudgeted ? p50.value : undefined,
    reserve: isBudgeted ? p90.value - p50.value : undefined,
    responses: under,
  };
}

function splitOf(
  run: Run,
  design: string,
  outcome: string,
  baseline: string,
  adjust: RegressionAdjustment,
): VarianceSplit | undefined {
  const differences = run.responses.flatMap((response): DifferenceColumns[] => {
    const [own, base] = [design, baseline].map((name) => outcomeColumn(run, name, outcome, response));
    if (own?.isByWorld !== true || base?.isByWorld !== true) return [];
    return [{ response, ...less(own, base) }];
  });
  return varianceSplit(differences, adjust);
}

function underResponse(
  run: Run,
  design: string,
  outcome: RunOutcome,
  baseline: string,
  response: ResponseName,
  adjust: RegressionAdjustment,
): UnderResponse | undefined {
  const own = outcomeColumn(run, design, outcome.name, response);
  if (own === undefined) return undefined;
  const base = outcomeColumn(run, baseline, outcome.name, response);
  const contrast =
    base === undefined ? undefined : contrastOf(own, base, signOf(outcome), smallestOf(run, outcome), adjust);
  return {
    response,
    mean: estimate(adjust(own.steady)),
    difference: contrast?.difference,
    better: contrast?.better,
    verdict: contrast?.verdict,
  };
}

/** A difference worth acting on is only stated for the headline outcome. */
const smallestOf = (run: Run, outcome: RunOutcome): number | undefined =>
  outcome.name === headlineOutcome ? run.smallestDifference : undefined;

export interface Contrast {
  /** a − b, paired by world. */
  readonly difference: Estimate;
  /** Share of the draws of the assumptions in which a is better in expectation. */
  readonly better: Share | undefined;
  readonly verdict: Verdict | undefined;
}

/** One column against another, paired by world; `sign` says which direction is better (0: neither). */
export function contrastOf(
  a: OutcomeColumn,
  b: OutcomeColumn,
  sign: 1 | -1 | 0,
  smallest: number | undefined,
  adjust: RegressionAdjustment,
): Contrast {
  const steady = a.steady.map((value, w) => value - b.steady[w]);
  const difference = estimate(adjust(steady));
  if (sign === 0 || !a.isByWorld) return { difference, better: undefined, verdict: undefined };
  // equal in expectation over draws, costs differ from draw to draw
  const between = betweenDraws(
    a.calm.map((value, w) => value - b.calm[w]),
    adjust,
  );
  const better = shareOfDraws(between, difference, (expected) => sign * expected > 0);
  if (smallest === undefined) return { difference, better, verdict: undefined };
  const worse = shareOfDraws(between, difference, (expected) => sign * expected < 0);
  const { mean, low, high } = difference;
  const directed = sign === 1 ? difference : { ...difference, mean: -mean, low: -high, high: -low };
  return { difference, better, verdict: verdict({ difference: directed, better, worse }, smallest) };
}
