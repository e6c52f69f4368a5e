import { fileNameOf } from "../text/text.js";

/** A cell as a file holds it: text of a text file; numbers, truth values, dates, percentages and errors of a workbook. */
export type RawCell = string | number | boolean | undefined | DateCell | PercentCell | ErrorCell;

/** A number that its workbook shows as a date; `day` is undefined for a day that no calendar has. */
export interface DateCell {
  readonly day: string | undefined;
  /** The number of the day as the workbook holds it. */
  readonly serial: number;
}

/** A number that its workbook shows as a percentage: 0.25 for 25 %. */
export interface PercentCell {
  readonly share: number;
}

/** A cell with content that is no value: a failed formula (`#N/A`), a formula never calculated, a number that is none. */
export interface ErrorCell {
  /** What stands in it: `#N/A`, `0x1F`, `=A1*2`. */
  readonly error: string;
  /** A few words, the same from cell to cell; undefined where a formula failed. */
  readonly fault?: string | undefined;
  /** With an example. */
  readonly expected?: string | undefined;
}

/** Cells of a workbook merged into one; only the first holds a value. Rows and columns from 0, both ends included. */
export interface MergedCells {
  readonly fromRow: number;
  readonly toRow: number;
  readonly fromColumn: number;
  readonly toColumn: number;
}

/** One sheet of a workbook, or one text file, cell by cell. */
export interface RawTable {
  /** As the caller named it. */
  readonly file: string;
  /** Of a workbook. */
  readonly sheet?: string | undefined;
  /** Row 1 stands first; blank rows are kept, so that numbers of rows are those a spreadsheet shows. */
  readonly rows: readonly (readonly RawCell[])[];
  /** Of a workbook: merged cells whose first holds something, none over another, by their first row. */
  readonly merged?: readonly MergedCells[] | undefined;
  /** Of a workbook: its days count from 1904, not from 1900. */
  readonly countsFrom1904?: boolean | undefined;
  /** Of a text file. */
  readonly delimiter?: string | undefined;
  /** How it was read where that is not plain: another encoding, an odd line. */
  readonly remarks: readonly string[];
}

/** What a cell is read to: text, numbers, truth values; dates are `YYYY-MM-DD`, periods `from/to`; undefined is a blank. */
export type Value = string | number | boolean | undefined;

/** A cell that could not be read. */
export interface BadCell {
  /** A few words that stay the same from row to row: `no number`. */
  readonly fault: string;
  /** With an example. */
  readonly expected: string;
}

export const isBad = (read: Value | BadCell): read is BadCell => typeof read === "object";

/** characters. Spreadsheets keep no longer text in a cell. */
export const longestCell = 32_767;

/** columns. Spreadsheets have no more. */
export const mostColumns = 16_384;

/** cells. Of one file, blank ones before a filled one included: 300,000 rows of ten. More would take more memory than people have. */
export const mostCells = 3_000_000;

/** Spaces of every kind, zero-width ones and the byte order mark. */
const space = /^[\s\u200b\u2060\ufeff]+|[\s\u200b\u2060\ufeff]+$/g;

/** Text without spaces of any kind around it. */
export function trimmed(text: string): string {
  const first = text.charCodeAt(0);
  const last = text.charCodeAt(text.length - 1);
  return isInk(first) && isInk(last) ? text : text.replace(space, "");
}

const isInk = (code: number): boolean => code > 32 && code < 127;

/** Whether a cell holds nothing but spaces. */
export const isBlank = (cell: RawCell): boolean =>
  cell === undefined || (typeof cell === "string" && trimmed(cell) === "");

/** A cell as words for headers and messages. */
export function cellText(cell: RawCell): string {
  if (cell === undefined) return "";
  if (typeof cell !== "object") return trimmed(String(cell));
  if ("error" in cell) return cell.error;
  return "share" in cell ? `${Number((cell.share * 100).toPrecision(12))} %` : (cell.day ?? String(cell.serial));
}

/** 0 → `A`, 26 → `AA`. */
export function columnLetter(index: number): string {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : columnLetter(Math.floor(index / 26) - 1) + last;
}

/** The same in results, which say nothing of folders: equal tables give equal results from anywhere. */
export const bareTableName = (table: Pick<RawTable, "file" | "sheet">): string =>
  tableName({ ...table, file: fileNameOf(table.file) });

/** Name of a table in messages: `team.xlsx, sheet People`. */
export const tableName = ({ file, sheet }: Pick<RawTable, "file" | "sheet">): string =>
  sheet === undefined ? file : `${file}, sheet ${sheet}`;
