import { didYouMean, Problem } from "../foundation/text/problem.js";
import { linearContractCheck, tasks, weights } from "./contracts/contracts.js";
import { held } from "./contracts/held-equal.js";
import { risk } from "./contracts/participation.js";
import { prize } from "./contracts/tournaments.js";
import { payouts } from "./curve.js";
import { value } from "./lifetime.js";
import { multiYear, published } from "./pay.js";
import { effortCheck } from "./people.js";
import { quota, raises, rebased, team, yearly } from "./periods.js";
import type { Check, ValidationInputs, ValidationRow } from "./row.js";
import { layer } from "./statistics.js";
import { leavingCheck } from "./turnover.js";

export type { ValidationInputs, ValidationRow } from "./row.js";

/** Everything the package is held against, in the order of the report. */
export const checks: readonly Check[] = [
  ...[
    linearContractCheck,
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
  ...[effortCheck, leavingCheck, published],
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
