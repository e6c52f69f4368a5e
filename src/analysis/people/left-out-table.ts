import { findingText } from "../../foundation/table/finding.js";
import type { OutTable } from "../../foundation/table/out-table.js";
import { plural } from "../../foundation/text.js";
import type { LeftOutRow, NotUsed } from "./people-data.js";
import type { Waiting } from "./waiting.js";

/** Name of the sheet of rows that were left out. */
export const leftOutName = "rows left out";

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
        row.waits.join(", "),
        ...[row.table, row.file, row.sheet, row.row],
        ...[row.column, row.header, row.got, row.reason, row.expected],
      ]),
    },
  ];
}

/** rows. Written out for one person. */
const shown = 3;

/** What a person waits for, in a sentence without its end: `roster.csv row 3 column B (salary): no number, got "tbc"; …`. */
export function waitsFor(rows: Waiting["rows"]): string {
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
