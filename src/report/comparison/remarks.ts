import { stepOnlyCurves } from "../../plan-checks/step-only-curves.js";
import { doubtsOf } from "../../results/basis/doubts.js";
import { type CompareOptions, type Comparison, compare as compareColumns } from "../../results/compare.js";
import { type Headline, type HeadlineOptions, headline as headlineOf } from "../../results/headline.js";
import type { Run } from "../../simulation/data.js";

/** A comparison with what only the plan tells: where it hinges on steps, and what was probably meant otherwise. */
function withRemarks(found: Comparison, run: Run): Comparison {
  const doubts = doubtsOf(run);
  return { ...found, steps: stepOnlyCurves(run), ...(doubts.length > 0 && { doubts }) };
}

/** Compares every design with a baseline, and says what to read before. */
export const compareWithRemarks = (run: Run, options: CompareOptions = {}): Comparison =>
  withRemarks(compareColumns(run, options), run);

/** The answer of a run, and what to read before. */
export function headlineWithRemarks(run: Run, options: HeadlineOptions = {}): Headline {
  const found = headlineOf(run, options);
  return { ...found, comparison: withRemarks(found.comparison, run) };
}
