import { refuse } from "../foundation/problem.js";
import { formatNumber } from "../foundation/text.js";
import type { Sampling } from "../scenario/sampling.js";

export type { Sampling };

/** Worlds of a block, in powers of two: 7 is 128. Measured in docs/decisions/0022. */
export const blockBits = 7;

/** Worlds that are stratified together. Their results hang together; only blocks are independent of each other. */
export const worldsPerBlock: number = 2 ** blockBits;

/** Blocks from which the spread between blocks tells a standard error: with fewer, Student's t gives back what stratifying gains. */
export const leastBlocks = 8;

/**
 * Worlds to draw where so many were asked for: whole blocks of a Latin hypercube, rounded up. Throws a Problem where that leaves fewer
 * blocks than an error can be told from.
 */
export function worldsFor(asked: number, sampling: Sampling): number {
  if (sampling === "independent") return asked;
  const worlds = Math.ceil(asked / worldsPerBlock) * worldsPerBlock;
  const least = leastBlocks * worldsPerBlock;
  if (worlds >= least) return worlds;
  return refuse(
    "replications",
    `a latin hypercube draws worlds in blocks of ${worldsPerBlock} and needs ${leastBlocks} of them, got ${formatNumber(asked)} worlds`,
    `ask for ${formatNumber(least)} worlds or more, or leave the sampling independent`,
  );
}

/** What is known of worlds that were drawn together. */
export interface Drawn {
  readonly sampling?: Sampling | undefined;
  /** Where they are not the first of the run: see Shard. */
  readonly shard?: { readonly first: number } | undefined;
}

/**
 * Worlds whose mean counts as one independent value: 1 where worlds are drawn independently, else those of a block. 1 as well where the
 * first `worlds` are no whole blocks or fewer than 8: taken as independent, worlds of a Latin hypercube have an error that is too large
 * rather than too small, by a variance of a part in 127 at most (Owen 1997).
 */
export function worldsPerValue({ sampling, shard }: Drawn, worlds: number): number {
  const isWhole = worlds % worldsPerBlock === 0 && (shard?.first ?? 0) % worldsPerBlock === 0;
  return sampling === "latin hypercube" && isWhole && worlds >= leastBlocks * worldsPerBlock ? worldsPerBlock : 1;
}

/** How a program draws, as a run says it: nothing where each world is drawn by itself. */
export const samplingOf = ({ draws }: { readonly draws?: unknown }): { readonly sampling?: "latin hypercube" } =>
  draws === undefined ? {} : { sampling: "latin hypercube" };
