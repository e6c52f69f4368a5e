import { cellText, isBlank, type RawCell, type RawTable } from "../foundation/tables/cell.js";
import { type DataTable, tableOf, textColumn, whole } from "../foundation/tables/data-table.js";
import { findingText } from "../foundation/tables/finding.js";
import { plural } from "../foundation/text/text.js";
import type { LeftOutRow, NotUsed } from "./data.js";
import type { WaitingPerson } from "./waiting.js";

/** Name of the sheet of rows that were left out. */
export const leftOutName = "rows left out";

/** Between ids in one cell. */
const parted = "; ";

/** Rows that were left out as a table: who waits for each, where it stands, and what is wrong with it. None where none were. */
export function leftOutTables(leftOut: readonly LeftOutRow[]): DataTable[] {
  if (leftOut.length === 0) return [];
  const table = tableOf(leftOutName, "A row of a table that was left out, and who waits for it.", leftOut, [
    textColumn("who waits", "ids that are paid nothing until it is mended", ({ waits }) => waits.join(parted)),
    textColumn("table", "kind of table: roster, accounts, history, transactions", (row) => row.table),
    textColumn("file", "name of the file", (row) => row.file),
    textColumn("sheet", "of a workbook", (row) => row.sheet),
    whole("row", "", "as the file counts, from 1", (row) => row.row),
    textColumn("column", "letter of the column", (row) => row.column),
    textColumn("header", "of the column", (row) => row.header),
    textColumn("cell", "what it holds", (row) => row.got),
    textColumn("why it was left out", "what is wrong with it", (row) => row.reason),
    textColumn("what would help", "what was expected, or what to do", (row) => row.expected),
  ]);
  return [{ ...table, isOfPeople: true }];
}

/** Rows that were left out of other tables, read again as they were written: whoever waited then waits still. */
export function leftOutAgain({ rows }: RawTable): LeftOutRow[] {
  const [header = [], ...below] = rows;
  const at = new Map(header.map((cell, k) => [cellText(cell), k]));
  const textIn = (cells: readonly RawCell[], title: string): string => cellText(cells[at.get(title) ?? -1]);
  return below
    .filter((cells) => !cells.every(isBlank))
    .map((cells): LeftOutRow => {
      const text = (title: string): string | undefined => textIn(cells, title) || undefined;
      const waits = text("who waits")?.split(parted) ?? [];
      return {
        ...{ table: text("table") ?? "", file: text("file") ?? "", sheet: text("sheet") },
        row: Number(textIn(cells, "row")) || 0,
        ...{ column: text("column"), header: text("header"), got: text("cell") },
        ...{ reason: text("why it was left out") ?? "left out", expected: text("what would help") ?? "" },
        ...{ isFault: true, times: 1, person: waits[0], waits },
      };
    });
}

/** rows. Written out for one person. */
const shown = 3;

/** What a person waits for, in a sentence without its end: `roster.csv row 3 column B (salary): no number, got "tbc"; …`. */
export function waitsFor(rows: WaitingPerson["rows"]): string {
  const texts = rows.slice(0, shown).map(findingText);
  const more = rows.length - texts.length;
  return `${texts.join(" · ")}${more > 0 ? ` · and ${plural(more, "row")} more` : ""}`;
}

/** What was given and is not used, as a table. None where there is nothing. */
export const notUsedTables = (notUsed: readonly NotUsed[]): DataTable[] =>
  (
    [
      ["given and not used", false],
      ["read as it stands", true],
    ] as const
  ).flatMap(([name, isDoubt]) => {
    const rows = notUsed.filter((one) => (one.isDoubt ?? false) === isDoubt);
    if (rows.length === 0) return [];
    const columns = [
      textColumn<NotUsed>("table", "kind of table it is of", (one) => one.table),
      textColumn<NotUsed>("what", "what it is, where it stands, and why", (one) => one.text),
    ];
    return [{ ...tableOf(name, "Something that was given.", rows, columns), isOfPeople: true }];
  });
