import type { BatchInputs } from "../world/batch-inputs.js";
import { drawRandom } from "../world/luck.js";

/** Worlds whose luck is borrowed: as far from the first as addresses allow, where no run ever comes. */
const elsewhere = 2 ** 31;

/**
 * The same worlds and people with other luck: the luck of worlds no run has. Kept are the assumptions and, of luck, who is hired
 * (talent and background); drawn anew is all that happens to them, the accounts they are given included.
 */
export function otherLuck(batchInputs: BatchInputs): BatchInputs {
  const { program, first, count, worlds, randomDraws } = batchInputs;
  const { talent, background } = randomDraws;
  return {
    ...batchInputs,
    randomDraws: { ...drawRandom(program, first + elsewhere, count, worlds), talent, background },
  };
}
