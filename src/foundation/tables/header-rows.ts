import { cellText, isBlank, type MergedCells, type RawCell, type RawTable } from "./cell.js";
import { headerWords } from "./header.js";
import { readDate } from "./periods/date-text.js";
import { findPeriod } from "./periods/period-words.js";

/** What a row, or several that make one header, says above each column. */
export interface HeaderTexts {
  /** Index of the last row, below which the data begin. */
  readonly last: number;
  readonly texts: readonly string[];
  /** Rows that make it. */
  readonly rows: number;
}

/** rows. A header has at most so many: year, measure, target or result. */
const mostRows = 3;

/** A row as a header, and together with the rows above that group its columns; none where most of its cells are plain numbers. */
export function headersAt(table: RawTable, row: number): HeaderTexts[] {
  const cells = table.rows[row]!;
  const filled = cells.filter((cell) => !isBlank(cell));
  if (filled.filter((cell) => isNumber(cell) && !/^\d{5}$/.test(cellText(cell))).length > filled.length / 2) return [];
  const found: HeaderTexts[] = [{ last: row, texts: Array.from(cells, cellText), rows: 1 }];
  for (let rows = 2; rows <= mostRows && row - rows + 1 >= 0; rows++) {
    const texts = grouped(table, row - rows + 1, row, found.at(-1)!.texts);
    if (texts === undefined) break;
    found.push({ last: row, texts, rows });
  }
  return found;
}

/** The texts below a row of groups, each with the group it stands under; undefined where the row evidently groups nothing. */
function grouped(table: RawTable, row: number, last: number, below: readonly string[]): string[] | undefined {
  const cells = table.rows[row]!;
  const width = Math.max(cells.length, below.length);
  const groups = groupsOf(table, row, width, below);
  const covered = Array.from({ length: width }, (_, k) => k).filter((k) => groups[k] !== "" && (below[k] ?? "") !== "");
  if (!spansSeveral(groups, covered) || covered.some((k) => isNumber(table.rows[last]![k]))) return undefined;
  if (!saysMore(groups, below, covered)) return undefined;
  return Array.from({ length: width }, (_, k) => {
    const own = below[k] ?? "";
    // a cell over an empty one is a header of its own, which both rows share
    return own === "" ? cellText(cells[k]) : groups[k] === "" ? own : `${groups[k]} ${own}`;
  });
}

/** The group above each column, "" for none. */
function groupsOf({ rows, merged }: RawTable, row: number, width: number, below: readonly string[]): string[] {
  const cells = rows[row]!;
  const first =
    Array.from({ length: width }, (_, k) => k).find((k) => !isBlank(cells[k]) || (below[k] ?? "") !== "") ?? 0;
  const ranges = (merged ?? []).filter(({ fromRow, toRow }) => fromRow <= row && toRow >= row);
  const groups = new Array<string>(width).fill("");
  for (let k = 0; k < width; k++) {
    if (isBlank(cells[k])) continue;
    const text = cellText(cells[k]);
    const range = ranges.find(({ fromRow, fromColumn }) => fromRow === row && fromColumn === k);
    const to = range?.toColumn ?? (ranges.some(isWide) ? k : lastBelow(cells, k, below));
    // what stands above the first column is a title, or the header of that column
    if (k <= first && to > k) continue;
    groups.fill(text, k, Math.min(to, width - 1) + 1);
  }
  return groups;
}

const isWide = ({ fromColumn, toColumn }: MergedCells): boolean => toColumn > fromColumn;

/** The last column a group without merged cells reaches to: as far as nothing else stands in its row and what is below is of one kind. */
function lastBelow(cells: readonly RawCell[], from: number, below: readonly string[]): number {
  const isPeriod = (text: string | undefined): boolean => text !== undefined && text !== "" && speaksOfTime(text);
  const seen = new Set([below[from]]);
  let to = from;
  while (to + 1 < below.length && isBlank(cells[to + 1])) {
    const next = below[to + 1];
    if (next === "" || seen.has(next) || isPeriod(next) !== isPeriod(below[from])) break;
    seen.add(next);
    to += 1;
  }
  return to;
}

const speaksOfTime = (text: string): boolean =>
  findPeriod(headerWords(text), true) !== undefined || typeof readDate(text, "day first") === "string";

const isNumber = (cell: RawCell): boolean =>
  (typeof cell === "number" && !speaksOfTime(String(cell))) ||
  (typeof cell === "object" && "share" in cell) ||
  (typeof cell === "string" && /^[-(]?[\d.,' ]+\)?$/.test(cell.trim()) && !speaksOfTime(cell));

/** Whether a group stands over two columns or more. */
const spansSeveral = (groups: readonly string[], covered: readonly number[]): boolean =>
  covered.some((k) => covered.includes(k + 1) && groups[k] === groups[k + 1]);

/** Whether the groups say what the texts below leave open: when, of which measure, or which of several alike. */
function saysMore(groups: readonly string[], below: readonly string[], covered: readonly number[]): boolean {
  if (covered.some((k) => speaksOfTime(groups[k]!) && covered.includes(k + 1))) return true;
  if (covered.filter((k) => speaksOfTime(below[k]!)).length > 1) return true;
  const texts = covered.map((k) => below[k]);
  return new Set(texts).size < texts.length;
}
