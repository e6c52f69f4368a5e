import Papa from "papaparse";
import { refuse } from "../../foundation/problem.js";
import type { RawTable } from "../../foundation/table/cell.js";
import { decode } from "../../foundation/table/encoding.js";

const delimiters = [",", ";", "\t", "|"] as const;

/** rows. Looked at to find out what parts the columns. */
const sample = 50;

/**
 * Reads comma-, semicolon-, tab- or bar-separated text. Throws a Problem for text that cannot be taken apart without losing something: a
 * quote that is never closed, or characters between a closing quote and the separator.
 */
export function readTextTable(file: string, bytes: Uint8Array): RawTable {
  const { text: whole, remark } = decode(bytes);
  const marked = whole.startsWith("\ufeff") ? whole.slice(1) : whole;
  if (marked.includes("\0")) refuse(file, "not a text file", "give a table as .csv, .tsv, .txt or .xlsx");
  const [hint, said] = /^sep=([^\r\n])\r?\n/i.exec(marked) ?? [];
  // The line of the hint stays a row, so that rows count as a spreadsheet counts them
  const text = hint === undefined ? marked : `\n${marked.slice(hint.length)}`;
  const delimiter = said ?? delimiterOf(text);
  const { data, errors } = Papa.parse<string[]>(text, { delimiter });
  const broken = errors.find(({ type }) => type === "Quotes");
  if (broken !== undefined) refuseQuote(file, broken);
  const last = data.at(-1);
  if (last !== undefined && last.length === 1 && last[0] === "") data.pop();
  return { file, rows: data, delimiter, remarks: remark === undefined ? [] : [remark] };
}

function refuseQuote(file: string, { code, row }: Papa.ParseError): never {
  const place = `${file} row ${(row ?? 0) + 1}`;
  if (code === "MissingQuotes")
    return refuse(place, "a quote is opened and never closed", "close it, or double it inside text");
  return refuse(place, "text goes on after a closing quote", "double quotes inside quoted text");
}

/** The separator that parts most of the first rows into as many columns as the header, two or more. */
function delimiterOf(text: string): string {
  let best = ",";
  let most = 0;
  for (const delimiter of delimiters) {
    const { data } = Papa.parse<string[]>(text, { delimiter, preview: sample });
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
