import type { Run } from "../../simulation/data.js";

import { csv } from "../../wording/csv.js";
import { assumptionsTableOf, outcomesTable, type RunCell, type RunTable } from "../run-tables/index.js";

/** Characters. Lines are handed on in pieces of about this size, so that a large run never stands in memory as text. */
const pieceSize = 65_536;

/**
 * The outcomes of a run as CSV, in pieces: one line per response × design × world, outcomes across, full precision; the header
 * says each unit. Shares are 0–1. Texts that a spreadsheet would run as a formula get a leading apostrophe.
 */
export const outcomesCsv = (run: Run): Iterable<string> =>
  pieces(linesOf(outcomesTable(run), ({ name, unit }) => (unit === undefined ? name : `${name} [${unit}]`)));

/** The assumptions of a run as drawn, as CSV: one line per world, assumptions across, in base units. */
export const assumptionsCsv = (run: Run): Iterable<string> => runTableCsv(assumptionsTableOf(run));

/** A table of a run as CSV, in pieces: names of columns across, full precision; units are in the table `columns`. Yes or no in words. */
export const runTableCsv = (table: RunTable): Iterable<string> => pieces(linesOf(table, ({ name }) => name));

function* linesOf(
  { columns, pieces: groups }: RunTable,
  head: (column: RunTable["columns"][number]) => string,
): Generator<string, void, undefined> {
  yield csv([columns.map(head)]);
  for (const group of groups())
    for (let row = 0; row < group[0].length; row++) yield csv([group.map((one) => cellOf(one[row]))]);
}

const cellOf = (cell: RunCell): string | number | undefined =>
  typeof cell === "boolean" ? (cell ? "yes" : "no") : cell;

function* pieces(lines: Iterable<string>): Generator<string, void, undefined> {
  let piece = "";
  for (const line of lines) {
    piece += line;
    if (piece.length < pieceSize) continue;
    yield piece;
    piece = "";
  }
  if (piece !== "") yield piece;
}
