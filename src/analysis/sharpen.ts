import type { Run } from "../engine/run.js";
import { blockMeans } from "../foundation/blocks.js";
import { sharpening } from "../foundation/regression.js";
import { perValue } from "./between-worlds.js";

/** Turns a column, one number per world, into independent values of the same expectation with less noise. */
export interface Sharpen {
  (values: Float64Array): Float64Array;
  /** Worlds that each of the values stands for. */
  readonly size: number;
}

/**
 * Takes the luck of the assumptions' draws out of columns of a run: their exact means are known. Not for questions about
 * single assumptions: their effect is what is taken out. A Latin hypercube has no such luck, every assumption being spread evenly
 * within each block: there it gives the means of blocks, which are the values that are independent.
 */
export function sharpener(run: Run): Sharpen {
  const size = perValue(run);
  if (size > 1) return Object.assign((values: Float64Array) => blockMeans(values, size), { size });
  return Object.assign(sharpening([...run.draws.values()], run.expected, run.worlds), { size });
}
