import Papa from "papaparse";
import { longestCell, mostCells, mostColumns, type RawTable } from "../../foundation/tables/cell.js";
import { decode } from "../../foundation/tables/cells/encoding.js";
import { refuse } from "../../foundation/text/problem.js";
import { formatNumber } from "../../foundation/text/text.js";

const delimiters = [",", ";", "\t", "|"] as const;

/** rows. Looked at to find out what parts the columns. */
const sample = 50;

/** characters. No more are looked at for it. */
const sampleLength = 1_000_000;

/**
 * Reads comma-, semicolon-, tab- or bar-separated text. Throws a Problem for text that cannot be taken apart without losing something: a
 * quote that is never closed, or characters between a closing quote and the separator.
 */
export function readTextTable(file: string, bytes: Uint8Array): RawTable {
  refuseLongLine(file, bytes);
  const { text: whole, remark } = decode(bytes);
  const marked = whole.startsWith("\ufeff") ? whole.slice(1) : whole;
  if (marked.includes("\0")) refuse(file, "not a text file", "give a table as .csv, .tsv, .txt or .xlsx");
  const [hint, said] = /^sep=([^\r\n])\r?\n/i.exec(marked) ?? [];
  // The line of the hint stays a row, so that rows count as a spreadsheet counts them
  const text = hint === undefined ? marked : `\n${marked.slice(hint.length)}`;
  const delimiter = said ?? delimiterOf(text);
  const rows = rowsOf(file, text, delimiter);
  return { file, rows, delimiter, remarks: remark === undefined ? [] : [remark] };
}

/** bytes. No line of a table of people is longer. */
const longestLine = 1_000_000;

/** Looks at the bytes before anything is made of them. */
function refuseLongLine(file: string, bytes: Uint8Array): void {
  let start = 0;
  let row = 1;
  for (let at = 0; at <= bytes.length; at++) {
    const byte = at === bytes.length ? 10 : bytes[at]!;
    if (byte !== 10 && byte !== 13) continue;
    if (at - start > longestLine) {
      refuse(`${file} line ${row}`, "it is longer than a million characters", "give a table with a row a line");
    }
    if (byte === 10 || bytes[at + 1] !== 10) row += 1;
    start = at + 1;
  }
}

/** The rows of a text, one after the other, so that too many cells are noticed before they are all made. */
function rowsOf(file: string, text: string, delimiter: string): string[][] {
  const rows: string[][] = [];
  let cells = 0;
  let refuseRow: (() => never) | undefined;
  Papa.parse<string[]>(text, {
    delimiter,
    step: ({ data, errors }, parser) => {
      const broken = errors.find(({ type }) => type === "Quotes");
      cells += data.length;
      if (broken !== undefined) refuseRow = () => refuseQuote(file, broken.code, rows.length + 1);
      else refuseRow = tooMuch(file, data, cells, rows.length + 1);
      if (refuseRow !== undefined) parser.abort();
      else rows.push(data);
    },
  });
  refuseRow?.();
  const last = rows.at(-1);
  if (last !== undefined && last.length === 1 && last[0] === "") rows.pop();
  return rows;
}

/** What refuses a row that no table of people has. */
function tooMuch(file: string, row: readonly string[], cells: number, number: number): (() => never) | undefined {
  const place = `${file} row ${number}`;
  if (row.length > mostColumns) {
    return () => refuse(place, `more than ${formatNumber(mostColumns)} columns`, "give the table you meant");
  }
  if (cells > mostCells) {
    return () => refuse(file, `more than ${mostCells / 1e6} million cells`, "leave out rows and columns nobody needs");
  }
  if (!row.some((cell) => cell.length > longestCell)) return undefined;
  const fault = `a cell of more than ${formatNumber(longestCell)} characters`;
  return () => refuse(place, fault, "look for a quote that is not closed");
}

function refuseQuote(file: string, code: string, row: number): never {
  const place = `${file} row ${row}`;
  if (code === "MissingQuotes")
    return refuse(place, "a quote is opened and never closed", "close it, or double it inside text");
  return refuse(place, "text goes on after a closing quote", "double quotes inside quoted text");
}

/** The separator that parts most of the first rows into as many columns as the header, two or more. */
function delimiterOf(text: string): string {
  let best = ",";
  let most = 0;
  const start = text.slice(0, sampleLength);
  for (const delimiter of delimiters) {
    const { data } = Papa.parse<string[]>(start, { delimiter, preview: sample });
    const filled = data.filter((row) => row.some((cell) => cell.trim() !== ""));
    const wide = filled.map((row) => row.length);
    const widest = Math.max(0, ...wide);
    if (widest < 2) continue;
    const worth = wide.filter((n) => n === widest).length / filled.length + widest / 1000;
    if (worth > most) {
      best = delimiter;
      most = worth;
    }
  }
  return best;
}
