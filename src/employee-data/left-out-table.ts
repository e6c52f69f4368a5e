import { cellText, isBlank, type RawCell, type RawTable } from "../foundation/tables/cell.js";
import { findingText } from "../foundation/tables/finding.js";
import type { OutTable } from "../foundation/tables/out-table.js";
import { plural } from "../foundation/text/text.js";
import type { LeftOutRow, NotUsed } from "./data.js";
import type { WaitingPerson } from "./waiting.js";

/** Name of the sheet of rows that were left out. */
export const leftOutName = "rows left out";

/** Between ids in one cell. */
const parted = "; ";

const column = (title: string, format: OutTable["columns"][number]["format"] = "text") => ({ title, format });

/** Rows that were left out as a table: who waits for each, where it stands, and what is wrong with it. None where none were. */
export function leftOutTables(leftOut: readonly LeftOutRow[]): OutTable[] {
  if (leftOut.length === 0) return [];
  return [
    {
      name: leftOutName,
      columns: [
        column("who waits"),
        ...["table", "file", "sheet"].map((title) => column(title)),
        column("row", "whole"),
        ...["column", "header", "cell", "why it was left out", "what would help"].map((title) => column(title)),
      ],
      rows: leftOut.map((row) => [
        row.waits.join(parted),
        ...[row.table, row.file, row.sheet, row.row],
        ...[row.column, row.header, row.got, row.reason, row.expected],
      ]),
    },
  ];
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
export const notUsedTables = (notUsed: readonly NotUsed[]): OutTable[] =>
  (
    [
      ["given and not used", false],
      ["read as it stands", true],
    ] as const
  ).flatMap(([name, isDoubt]) => {
    const rows = notUsed.filter((one) => (one.isDoubt ?? false) === isDoubt).map(({ table, text }) => [table, text]);
    return rows.length === 0 ? [] : [{ name, columns: [column("table"), column("what")], rows }];
  });
