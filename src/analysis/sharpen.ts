import type { Run } from "../engine/run.js";
import { type Sharpen, sharpening } from "../foundation/regression.js";

export type { Sharpen };

/**
 * Takes the luck of the assumptions' draws out of columns of a run: their exact means are known. Not for questions about
 * single assumptions: their effect is what is taken out.
 */
export const sharpener = (run: Run): Sharpen => sharpening([...run.draws.values()], run.expected, run.worlds);
