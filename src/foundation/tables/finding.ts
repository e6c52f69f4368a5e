import { fileNameOf } from "../text/text.js";
import { tableName } from "./cell.js";

/** Something about a table that its owner should know, with its place. */
export interface TableFinding {
  /** Kind of table: `roster`. */
  readonly table: string;
  readonly file: string;
  readonly sheet?: string | undefined;
  /** As the file counts, from 1; undefined for the table as a whole. */
  readonly row?: number | undefined;
  /** Letter of the column. */
  readonly column?: string | undefined;
  readonly header?: string | undefined;
  /** The same words for the same fault anywhere. */
  readonly reason: string;
  /** What the cell holds. */
  readonly got?: string | undefined;
  /** What was expected with an example, or what to do. */
  readonly expected: string;
  /** A fault: its row was left out. Otherwise a remark: nothing was left out. */
  readonly isFault: boolean;
  /** A remark that whoever pays on the table should see: it was read as it stands, and can hardly be meant. */
  readonly isDoubt?: boolean | undefined;
  /** How often, where only the first is shown. */
  readonly times: number;
}

/** A finding as results keep it: the name of its file without folders. */
export const bareFinding = <Found extends TableFinding>(one: Found): Found => ({ ...one, file: fileNameOf(one.file) });

/** characters. Of a cell in a message. */
const shown = 60;

/** `roster.csv row 7 column C (salary): no number, got "abc"; expected an amount of money such as 72000`. */
export function findingText(one: TableFinding): string {
  const place = [
    tableName(one),
    one.row === undefined ? "" : `row ${one.row}`,
    one.column === undefined ? "" : `column ${one.column}`,
    one.header === undefined || one.header === "" ? "" : `(${one.header})`,
  ];
  const got = one.got === undefined ? "" : `, got ${quoted(one.got)}`;
  const more = one.times > 1 ? ` (${one.times} times; this is the first)` : "";
  const isValue = one.isFault && one.got !== undefined && !/^(expected|did you mean) /.test(one.expected);
  const remedy = one.expected === "" ? "" : `; ${isValue ? "expected " : ""}${one.expected}`;
  return `${place.filter((part) => part !== "").join(" ")}: ${one.reason}${got}${remedy}${more}`;
}

/** One line in quotes, shortened. */
export function quoted(text: string): string {
  const line = text.replace(/[\p{Cc}\p{Cf}\s]+/gu, " ").trim();
  return `"${line.length > shown ? `${line.slice(0, shown - 1)}…` : line}"`;
}
