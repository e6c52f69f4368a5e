import { refuse } from "../../foundation/text/problem.js";
import { formatNumber } from "../../foundation/text/text.js";
import type { Sampling } from "../../scenario/schema/sampling.js";

export type { Sampling };

/** Worlds of a block, in powers of two: 7 is 128. Measured in docs/decisions/0022. */
export const blockBits = 7;

/** Worlds, or draws of the assumptions, that are stratified together. Their results hang together; only blocks are independent of each other. */
export const worldsPerBlock: number = 2 ** blockBits;

/** Blocks from which the spread between blocks tells a standard error: with fewer, Student's t gives back what stratifying gains. */
export const leastBlocks = 8;

/**
 * Worlds to draw where so many were asked for: whole draws of the assumptions and whole blocks of a Latin hypercube, rounded up. Throws a
 * Problem where that leaves fewer blocks than an error can be told from.
 */
export function worldsFor(asked: number, sampling: Sampling, lucksPerDraw: number = 1): number {
  // no number of worlds: refused where it is checked
  if (!Number.isInteger(asked) || asked < 1) return asked;
  const whole = (sampling === "independent" ? 1 : worldsPerBlock) * lucksPerDraw;
  const worlds = Math.ceil(asked / whole) * whole;
  const least = leastBlocks * whole;
  if (sampling === "independent" || worlds >= least) return worlds;
  return refuse(
    "replications",
    `a latin hypercube draws worlds in blocks of ${whole} and needs ${leastBlocks} of them, got ${formatNumber(asked)} worlds`,
    `ask for ${formatNumber(least)} worlds or more, or leave the sampling independent`,
  );
}

/** What is known of worlds that were drawn together. */
export interface WorldSampling {
  readonly sampling?: Sampling | undefined;
  /** Worlds on end that share one draw of the assumptions; 1 where absent. */
  readonly lucksPerDraw?: number | undefined;
  /** Where they are not the first of the run: see Shard. */
  readonly shard?: { readonly first: number } | undefined;
}

/**
 * Worlds whose mean counts as one independent value: those that share a draw of the assumptions, and where draws are stratified those of a
 * block of draws. Where the first `worlds` are no whole blocks or fewer than 8, draws count as independent: those of a Latin hypercube
 * then have an error that is too large rather than too small, by a variance of a part in 127 at most (Owen 1997).
 */
export function worldsPerValue({ sampling, lucksPerDraw = 1, shard }: WorldSampling, worlds: number): number {
  const block = worldsPerBlock * lucksPerDraw;
  const isWhole = worlds % block === 0 && (shard?.first ?? 0) % block === 0;
  return sampling === "latin hypercube" && isWhole && worlds >= leastBlocks * block ? block : lucksPerDraw;
}

/** How a program draws, as a run says it: nothing where each world is drawn by itself. */
export const samplingOf = ({
  draws,
  lucksPerDraw = 1,
}: {
  readonly draws?: unknown;
  readonly lucksPerDraw?: number | undefined;
}): Pick<WorldSampling, "lucksPerDraw"> & { readonly sampling?: "latin hypercube" } => ({
  ...(draws !== undefined && { sampling: "latin hypercube" as const }),
  ...(lucksPerDraw > 1 && { lucksPerDraw }),
});

/** The same as options of `compile`, for worlds that are to be those of a run. */
export const drawnAs = ({
  sampling = "independent",
  lucksPerDraw = 1,
}: WorldSampling): { readonly sampling: Sampling; readonly lucksPerDraw: number } => ({
  sampling,
  lucksPerDraw,
});
