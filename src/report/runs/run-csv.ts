import type { Run } from "../../simulation/data.js";
import { tableCsv } from "../../wording/table-csv.js";
import { assumptionsTableOf, outcomesTableOf } from "../run-tables/index.js";

/**
 * The outcomes of a run as CSV, in pieces: one line per response × design × world, outcomes across, full precision; the header
 * says each unit. Shares are 0–1. Texts that a spreadsheet would run as a formula get a leading apostrophe.
 */
export const outcomesCsv = (run: Run): Iterable<string> =>
  tableCsv(outcomesTableOf(run), ({ name, unit }) => (unit === undefined ? name : `${name} [${unit}]`));

/** The assumptions of a run as drawn, as CSV: one line per world, assumptions across, in base units. */
export const assumptionsCsv = (run: Run): Iterable<string> => tableCsv(assumptionsTableOf(run));
