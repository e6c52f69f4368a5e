import { didYouMean, nearest, refuse } from "../foundation/text/problem.js";
import { plural } from "../foundation/text/text.js";
import type { ValidationInputs } from "./row.js";

/** Least and most a number of a table may be. */
export interface Bounds {
  readonly min?: number;
  readonly max?: number;
}

/** One row of a table. A column that is missing, and a cell that is no number, is a Problem that names file, line and column. */
export interface TableRow {
  /** `data/turnover-by-rating.csv:3`. */
  readonly place: string;
  readonly text: (column: string) => string;
  readonly number: (column: string, bounds?: Bounds) => number;
}

/** Where a table lies, as messages say it. */
const pathOf = ({ evidenceFolder }: ValidationInputs, name: string): string =>
  evidenceFolder === undefined ? `${name}.csv` : `${evidenceFolder.replace(/[\\/]+$/, "")}/${name}.csv`;

/**
 * The rows of a table of the evidence base: CSV with a header row, commas between cells, points in numbers; cells may stand in quotes.
 * Throws a Problem, with file and line, for what is not such a table.
 */
export function tableRows(inputs: ValidationInputs, name: string): readonly TableRow[] {
  const path = pathOf(inputs, name);
  const text = inputs.evidence[name] ?? refuse(path, "it was not given", "pass the text of that table");
  refuseBinary(text, path);
  const [head, ...body] = linesOf(text.replace(/^\uFEFF/, ""));
  if (head === undefined) refuse(`${path}:1`, "the file is empty", "give a table with a header row");
  const columns = head.cells.map((one) => one.trim());
  if (columns.length === 1 && /[;\t]/.test(columns[0]))
    refuse(`${path}:1`, `columns are parted by ${columns[0].includes(";") ? ";" : "tabs"}`, "save it with commas");
  const twice = columns.find((one, k) => columns.indexOf(one) !== k);
  if (twice !== undefined) refuse(`${path}:1`, `column "${twice}" stands there twice`, "keep one of them");
  if (body.length === 0) refuse(`${path}:1`, "no rows under the header", "give the table with its rows");
  return body.map(({ line, cells }) => rowAt(path, line, columns, cells));
}

/** Refuses what is no text: a picture, a spreadsheet's own format, another encoding. */
function refuseBinary(text: string, path: string): void {
  const at = text.search(/[\0\uFFFD]/);
  if (at < 0) return;
  const line = text.slice(0, at).split("\n").length;
  const fault = text[at] === "\0" ? "not a text file: binary content" : "not UTF-8: unreadable character";
  refuse(`${path}:${line}`, fault, "save it as CSV in UTF-8");
}

interface Line {
  /** Of the file, from 1. */
  readonly line: number;
  readonly cells: readonly string[];
}

/** Lines that hold something, as cells; a comma inside quotes parts nothing. */
const linesOf = (text: string): readonly Line[] =>
  text
    .split(/\r\n|\n|\r/)
    .map((one, k) => ({ line: k + 1, cells: cellsOf(one) }))
    .filter(({ cells }) => cells.some((cell) => cell.trim() !== ""));

const cellsOf = (line: string): string[] =>
  [...`${line},`.matchAll(/("(?:[^"]|"")*"|[^,]*),/g)].map(([, cell]) =>
    /^".*"$/.test(cell) ? cell.slice(1, -1).replaceAll('""', '"') : cell,
  );

function rowAt(path: string, line: number, columns: readonly string[], cells: readonly string[]): TableRow {
  const place = `${path}:${line}`;
  if (cells.length !== columns.length) {
    const fault = `expected ${plural(columns.length, "cell")} as in the header, got ${cells.length}`;
    refuse(place, fault, "put a cell that holds a comma in quotes");
  }
  const text = (column: string): string => {
    const k = columns.indexOf(column);
    if (k >= 0) return cells[k].trim();
    const near = nearest(column, columns);
    const remedy = near === undefined ? "add it, or rename one" : `did you mean ${near}?`;
    return refuse(`${path}:1`, `no column "${column}", only ${columns.join(", ")}`, remedy);
  };
  return { place, text, number: (column, bounds) => numberIn(text(column), `${place} ${column}`, bounds) };
}

function numberIn(text: string, place: string, { min = -Infinity, max = Infinity }: Bounds = {}): number {
  const value = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(text) ? Number(text) : Number.NaN;
  const got = text === "" ? "an empty cell" : `"${text}"`;
  const remedy = /^[\d.]*,\d+$/.test(text) ? "write a point, not a comma" : "write a number such as 0.25";
  if (!Number.isFinite(value)) refuse(place, `expected a number, got ${got}`, remedy);
  if (value < min || value > max) refuse(place, `expected ${rangeText(min, max)}, got ${text}`, "correct it");
  return value;
}

const rangeText = (min: number, max: number): string =>
  max === Infinity ? `at least ${min}` : min === -Infinity ? `at most ${max}` : `a number from ${min} to ${max}`;

/** The row in which a column says so; a Problem for none and for two. */
export function rowWhere(rows: readonly TableRow[], column: string, text: string): TableRow {
  const found = rows.filter((one) => one.text(column) === text);
  const path = rows[0].place.replace(/:\d+$/, "");
  const known = rows.map((one) => one.text(column));
  if (found.length === 0) refuse(path, `no row with ${column} "${text}"`, didYouMean(text, known));
  if (found.length > 1) refuse(found[1].place, `a second row with ${column} "${text}"`, "keep one of them");
  return found[0];
}
