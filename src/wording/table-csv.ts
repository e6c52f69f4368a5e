import type { DataCell, DataColumn, DataTable } from "../foundation/tables/data-table.js";
import { csv } from "./csv.js";

/** Characters. Lines are handed on in pieces of about this size, so that a large run never stands in memory as text. */
const pieceSize = 65_536;

/**
 * A table as CSV, in pieces: names of columns across unless said otherwise, full precision, yes or no in words. Text that a spreadsheet would
 * take for a formula gets an apostrophe in front.
 */
export const tableCsv = (
  table: DataTable,
  head: (column: DataColumn) => string = ({ name }) => name,
): Iterable<string> => pieces(linesOf(table, head));

/** The same as one text. */
export const tableCsvText = (table: DataTable): string => [...tableCsv(table)].join("");

function* linesOf(
  { columns, pieces: groups }: DataTable,
  head: (column: DataColumn) => string,
): Generator<string, void, undefined> {
  yield csv([columns.map(head)]);
  for (const group of groups())
    for (let row = 0; row < (group[0]?.length ?? 0); row++) yield csv([group.map((one) => cellOf(one[row]))]);
}

const cellOf = (cell: DataCell): string | number | undefined =>
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
