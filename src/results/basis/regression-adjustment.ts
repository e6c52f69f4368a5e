import type { Run } from "../../simulation/data.js";

import { independentValues, type WorldDraws } from "../../simulation/world/independent.js";
import { lucksOf, perValue } from "./between-worlds.js";

/** Turns a column, one number per world, into independent values of the same expectation with less noise. */
export interface RegressionAdjustment {
  (values: Float64Array): Float64Array;
  /** Worlds that each of the values stands for. */
  readonly size: number;
  /** Worlds that share a draw of the assumptions. */
  readonly lucks: number;
  /** By draw: what the draws explain of a column, fitted without that draw, less its mean. */
  readonly predict: (values: Float64Array) => Float64Array;
}

/**
 * Takes the luck of the assumptions' draws out of columns of a run: their exact means are known. Not for questions about
 * single assumptions: their effect is what is taken out. See `independentValues`.
 */
export const regressionAdjuster = (run: Run): RegressionAdjustment =>
  regressionAdjusterOf({
    draws: [...run.draws.values()],
    expected: run.expected,
    worlds: run.worlds,
    lucksPerDraw: lucksOf(run),
    perValue: perValue(run),
  });

/** The same for some worlds of a run. */
export function regressionAdjusterOf(drawing: WorldDraws): RegressionAdjustment {
  const { adjust, predict } = independentValues(drawing);
  // a property of its own: a function may be shared
  const own: (values: Float64Array) => Float64Array = (values) => adjust(values);
  return Object.assign(own, { size: drawing.perValue, lucks: drawing.lucksPerDraw, predict });
}
