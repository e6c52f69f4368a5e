import { didYouMean, Problem } from "../foundation/problem.js";
import { linear, tasks, weights } from "./validate/contracts.js";
import { payouts } from "./validate/curve.js";
import { held } from "./validate/held-equal.js";
import { value } from "./validate/lifetime.js";
import { risk } from "./validate/participation.js";
import { multiYear, published } from "./validate/pay.js";
import { effort } from "./validate/people.js";
import { quota, raises, rebased, team, yearly } from "./validate/periods.js";
import type { Check, ValidationInputs, ValidationRow } from "./validate/row.js";
import { layer } from "./validate/statistics.js";
import { prize } from "./validate/tournaments.js";
import { leaving } from "./validate/turnover.js";

export type { ValidationInputs, ValidationRow } from "./validate/row.js";

/** Everything the package is held against, in the order of the report. */
export const checks: readonly Check[] = [
  ...[
    linear,
    tasks,
    weights,
    payouts,
    raises,
    quota,
    yearly,
    rebased,
    multiYear,
    value,
    layer,
    team,
    risk,
    held,
    prize,
  ],
  ...[effort, leaving, published],
];

export interface ValidateOptions {
  /** Which results, such as `E3`; all unless given. */
  readonly ids?: readonly string[] | undefined;
  readonly laboratory: ValidationInputs["laboratory"];
  readonly scenarios: ValidationInputs["scenarios"];
  readonly evidence: ValidationInputs["evidence"];
  readonly evidenceFolder?: ValidationInputs["evidenceFolder"];
  /** Fewer draws. */
  readonly quick?: boolean | undefined;
}

/**
 * Holds the package against what is known: exact results of agency theory, of pay arithmetic and of statistics, and real experiments.
 * What the general model can express is run through it, as a laboratory scenario; the rest uses the parts' own functions. Throws a
 * Problem for an unknown id or a missing text; a number that is off is a row that did not pass.
 */
export function validate({ ids, quick = false, ...texts }: ValidateOptions): readonly ValidationRow[] {
  return checksFor(ids).flatMap((check) => check.rows({ ...texts, quick }));
}

/** Tables of the evidence base that these results read (all results when none is named), by file name without ending. */
export const evidenceFor = (ids?: readonly string[]): readonly string[] =>
  checksFor(ids).flatMap(({ evidence }) => evidence ?? []);

function checksFor(ids: readonly string[] = []): readonly Check[] {
  const known = checks.map(({ id }) => id);
  const faults = ids
    .filter((id) => !known.includes(id))
    .map((id) => ({ place: "validate", fault: `unknown result "${id}"`, remedy: didYouMean(id, known) }));
  if (faults.length > 0) throw new Problem(faults);
  return ids.length === 0 ? checks : checks.filter(({ id }) => ids.includes(id));
}
