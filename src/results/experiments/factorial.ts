import { type Estimate, estimate, type Share } from "../../foundation/maths/summary.js";
import { refuse } from "../../foundation/text/problem.js";
import type { AnyOutcomeName, ResponseName } from "../../scenario/schema/file-types.js";
import type { Run, RunOutcome } from "../../simulation/data.js";

import { aboutOf, type RunAbout } from "../basis/about.js";
import { doubtsOf } from "../basis/doubts.js";
import { fullNamesIn } from "../basis/full-names.js";
import { type Grid, type GridFactor, gridOf } from "../basis/grid.js";
import {
  describedOutcome,
  headlineOutcome,
  knownDesign,
  knownResponse,
  type OutcomeColumn,
  outcomeColumn,
  signOf,
} from "../basis/outcome-columns.js";
import { type RegressionAdjustment, regressionAdjuster } from "../basis/regression-adjustment.js";
import { contrastOf } from "../compare.js";
import type { Verdict } from "../statistics/verdict.js";
import { type CellWeights, factorContrasts } from "./factor-effects.js";

export interface FactorialOptions {
  /** Net value unless given; derived outcomes included. */
  readonly outcome?: AnyOutcomeName | undefined;
  /** The run's own unless given. */
  readonly response?: ResponseName | undefined;
  /** What cells are compared with; the scenario's baseline unless given. */
  readonly baseline?: string | undefined;
}

/** One cell of a crossed run, in the outcome's unit. */
export interface FactorialCell {
  readonly design: string;
  readonly title: string;
  /** Level by factor. */
  readonly cell: Readonly<Record<string, string>>;
  readonly mean: Estimate;
  /** Cell − baseline, paired by world; undefined where the baseline has no such outcome. */
  readonly difference: Estimate | undefined;
  /** Share of the draws of the assumptions in which the cell is better than the baseline in expectation; undefined where neither direction is better. */
  readonly better: Share | undefined;
}

interface Effect {
  /** In the outcome's unit, paired by world; the interval is for this effect alone. */
  readonly difference: Estimate;
  /** Share of the draws of the assumptions in which it is in the better direction in expectation; undefined where neither is. */
  readonly better: Share | undefined;
  /** For the outcome that has a smallest difference worth acting on. */
  readonly verdict: Verdict | undefined;
}

/** Mean over cells at level `to` less that at level `from`, the other factors averaged evenly. */
export interface MainEffect extends Effect {
  readonly factor: string;
  readonly from: string;
  readonly to: string;
}

/** The effect of the first factor's step where the second is at `to[1]` less where it is at `from[1]`. */
export interface Interaction extends Effect {
  readonly factors: readonly [string, string];
  readonly from: readonly [string, string];
  readonly to: readonly [string, string];
}

/** A factor, and what people read for its levels: their names, and all they pay where a name speaks of some of it only. */
export interface LabelledFactor extends GridFactor {
  readonly labels: readonly string[];
}

/** What the factors of a crossed run do, one by one and two by two. */
export interface Factorial {
  readonly about: RunAbout;
  readonly outcome: RunOutcome;
  readonly response: ResponseName;
  readonly baseline: string;
  readonly factors: readonly LabelledFactor[];
  /** Settings that were probably meant otherwise and levels that differ in more than their factor, each in a line; absent where there are none. */
  readonly doubts?: readonly string[] | undefined;
  readonly cells: readonly FactorialCell[];
  /** Every pair of levels of every factor, in the order of the factors. */
  readonly effects: readonly MainEffect[];
  /** Every pair of levels of every pair of factors; empty where `model` leaves them out. */
  readonly interactions: readonly Interaction[];
  /** Whether the run holds every combination of levels. */
  readonly isComplete: boolean;
  /** "main effects" where cells were left out so that interactions cannot be told apart: they may then sit in the main effects. */
  readonly model: "interactions" | "main effects";
}

/**
 * Main effects and interactions of two factors in a crossed run: contrasts of cells within each world, with the luck of the draws taken out
 * as in `compare`. Throws a Problem for a run that is not crossed, for cells that cannot tell the factors apart and for unknown names.
 */
export function factorial(run: Run, options: FactorialOptions = {}): Factorial {
  const grid = gridOf(run);
  const outcome = describedOutcome(run, options.outcome ?? headlineOutcome);
  const response = knownResponse(run, options.response);
  const baseline = knownDesign(run, options.baseline ?? run.baseline, "baseline").name;
  const contrasts = factorContrasts(grid);
  if (contrasts === undefined) {
    return refuse("factorial", "the cells do not tell the factors apart", "add cells, or cross every level");
  }
  const { ofLevel } = fullNamesIn(run);
  const doubts = doubtsOf(run);
  const adjust = regressionAdjuster(run);
  const columns = grid.cells.map(({ design }) => cellColumn(run, design, outcome.name, response));
  const smallest = outcome.name === headlineOutcome ? run.smallestDifference : undefined;
  const effect = (weights: CellWeights): Effect => {
    const sum = weightedSum(columns, weights);
    return contrastOf(sum, nothing(sum), signOf(outcome), smallest, adjust);
  };
  return {
    about: aboutOf(run),
    outcome,
    response,
    baseline,
    factors: grid.factors.map((one) => ({ ...one, labels: one.levels.map((level) => ofLevel(one.name, level)) })),
    ...(doubts.length > 0 && { doubts }),
    cells: cellsOf(grid, columns, outcomeColumn(run, baseline, outcome.name, response), outcome, adjust),
    effects: contrasts.main.map(({ weights, ...one }) => ({ ...one, ...effect(weights) })),
    interactions: contrasts.interactions.map(({ weights, ...one }) => ({ ...one, ...effect(weights) })),
    isComplete: grid.isComplete,
    model: contrasts.model,
  };
}

function cellColumn(run: Run, design: string, outcome: string, response: string): OutcomeColumn {
  const found = outcomeColumn(run, design, outcome, response);
  return found ?? refuse("outcome", `"${outcome}" has no value in "${design}"`, `use ${headlineOutcome}`);
}

function cellsOf(
  { cells }: Grid,
  columns: readonly OutcomeColumn[],
  base: OutcomeColumn | undefined,
  outcome: RunOutcome,
  adjust: RegressionAdjustment,
): FactorialCell[] {
  return cells.map(({ design, title, cell }, k) => {
    const found = base && contrastOf(columns[k], base, signOf(outcome), undefined, adjust);
    return {
      design,
      title,
      cell,
      mean: estimate(adjust(columns[k].steady)),
      difference: found?.difference,
      better: found?.better,
    };
  });
}

/** What is left of sums that cancel, relative to their terms: rounding, not an effect. */
const rounding = 1e-12;

/** A weighted sum of columns, world by world; columns without weight are left out. */
export function weightedSum(columns: readonly OutcomeColumn[], weights: ArrayLike<number>): OutcomeColumn {
  const sum = (of: (column: OutcomeColumn) => Float64Array): Float64Array =>
    of(columns[0]).map((_, w) => {
      let total = 0;
      let size = 0;
      for (let k = 0; k < columns.length; k++) {
        const term = weights[k] * of(columns[k])[w];
        total += term;
        size += Math.abs(term);
      }
      return Math.abs(total) <= rounding * size ? 0 : total;
    });
  return {
    values: sum(({ values }) => values),
    calm: sum(({ calm }) => calm),
    steady: sum(({ steady }) => steady),
    planError: Math.hypot(...columns.map(({ planError }, k) => weights[k] * planError)),
    isByWorld: columns.every(({ isByWorld }) => isByWorld),
  };
}

const nothing = ({ values, isByWorld }: OutcomeColumn): OutcomeColumn => {
  const zero = new Float64Array(values.length);
  return { values: zero, calm: zero, steady: zero, planError: 0, isByWorld };
};
