import { didYouMean, Problem } from "../foundation/problem.js";
import { linear, tasks, weights } from "./validate/contracts.js";
import { multiYear, payouts, published, value } from "./validate/pay.js";
import { effort, leaving } from "./validate/people.js";
import { prize, quota, raises, rebased, team, yearly } from "./validate/periods.js";
import type { Check, ValidationInputs, ValidationRow } from "./validate/row.js";
import { layer } from "./validate/statistics.js";

export type { ValidationInputs, ValidationRow } from "./validate/row.js";

/** Everything the package is held against, in the order of the report. */
export const checks: readonly Check[] = [
  ...[linear, tasks, weights, payouts, raises, quota, yearly, rebased, multiYear, value, layer, team, prize],
  ...[effort, leaving, published],
];

export interface ValidateOptions {
  /** Which results, such as `E3`; all unless given. */
  readonly ids?: readonly string[] | undefined;
  readonly laboratory: ValidationInputs["laboratory"];
  readonly evidence: ValidationInputs["evidence"];
  /** Fewer draws. */
  readonly quick?: boolean | undefined;
}

/**
 * Holds the package against what is known: exact results of agency theory, of pay arithmetic and of statistics, and real experiments.
 * What the general model can express is run through it, as a laboratory scenario; the rest uses the parts' own functions. Throws a
 * Problem for an unknown id or a missing text; a number that is off is a row that did not pass.
 */
export function validate({ ids, laboratory, evidence, quick = false }: ValidateOptions): readonly ValidationRow[] {
  const known = checks.map(({ id }) => id);
  const asked = ids === undefined || ids.length === 0 ? known : ids;
  const faults = asked
    .filter((id) => !known.includes(id))
    .map((id) => ({ place: "validate", fault: `unknown result "${id}"`, remedy: didYouMean(id, known) }));
  if (faults.length > 0) throw new Problem(faults);
  return checks.filter(({ id }) => asked.includes(id)).flatMap((check) => check.rows({ laboratory, evidence, quick }));
}
