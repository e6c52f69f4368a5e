import { blockMeans } from "../../foundation/maths/blocks.js";
import { type Explaining, explaining } from "../../foundation/maths/regression.js";

/** What is known of the worlds columns have one number each for. */
export interface WorldDraws {
  /** Draws of the assumptions, world by world, and their exact means. */
  readonly draws: readonly Float64Array[];
  readonly expected: readonly number[];
  readonly worlds: number;
  /** Worlds that share a draw. */
  readonly lucksPerDraw: number;
  /** Worlds whose mean counts as one independent value: those of a draw, or of a block of stratified draws. */
  readonly perValue: number;
}

/** How a column becomes independent values, and what the draws explain of it. */
export interface Independent {
  /** Independent values of the same expectation, with the luck of the draws taken out where draws are independent. */
  readonly adjust: (values: Float64Array) => Float64Array;
  /** By draw: what the draws explain of the column, fitted without that draw. */
  readonly predict: (values: Float64Array) => Float64Array;
}

/**
 * Means over the worlds of a draw are what is independent; the luck of the draws is taken out of them, for their exact means are known. A
 * Latin hypercube has no such luck, every assumption being spread evenly within each block: there means of blocks are the values.
 */
export function independentValues({ draws, expected, worlds, lucksPerDraw, perValue }: WorldDraws): Independent {
  const byDraw = (values: Float64Array): Float64Array => blockMeans(values, lucksPerDraw);
  let known: Explaining | undefined;
  const found = (): Explaining => {
    known ??= explaining(draws.map(byDraw), expected, Math.floor(worlds / lucksPerDraw));
    return known;
  };
  return {
    adjust: (values) => (perValue > lucksPerDraw ? blockMeans(values, perValue) : found().adjust(byDraw(values))),
    predict: (values) => found().predict(byDraw(values)),
  };
}
