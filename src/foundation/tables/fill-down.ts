import { cellText, isBlank, type MergedCells, type RawCell, type RawTable } from "./cell.js";
import type { Layout, MappedColumn, Reads } from "./column.js";

/** A table whose blank repeats are filled, and what was done. */
export interface FilledDown {
  readonly table: RawTable;
  /** Numbers of rows that add up others. */
  readonly totals: ReadonlySet<number>;
  readonly remarks: readonly string[];
}

/** What tells rows apart, and may be written once for several. */
const levels = new Set<Reads>(["id", "text", "period", "part", "year"]);

/** Words of rows that add up others, alone or with the label they add up. */
const totalWords =
  "grand total|sub-?total|totals?|total general|total général|sum|summe|gesamt|gesamtsumme|gesamtergebnis|zwischensumme|insgesamt|suma";
const total = new RegExp(`^(?:${totalWords}):?$`, "i");
const before = new RegExp(`^(?:${totalWords})(?: of| von| de)?[ :]+(.+)$`, "i");
const after = new RegExp(`^(.+?)[ :-]+(?:${totalWords}|ergebnis):?$`, "i");

/** Whether text alone says that its row adds up others. */
export const isTotal = (text: string): boolean => total.test(text);

/**
 * Fills what a workbook's merged cells, or a pivot, write once for several rows. A table is a pivot where each label stands once, above
 * rows that differ in what follows it; anything less leaves blanks blank.
 */
export function filledDown(table: RawTable, layout: Layout): FilledDown {
  const used = layout.columns.filter(({ spec }) => spec !== undefined && spec.isUnused !== true);
  const merged = withMerged(table, layout, used);
  const open = used.filter(({ spec }) => levels.has(spec!.reads));
  const [key] = open.filter(({ spec }) => spec!.reads === "id");
  const isGap = (cells: readonly RawCell[]): boolean =>
    key !== undefined && isBlank(cells[key.index]) && !cells.every(isBlank);
  if (!merged.table.rows.slice(layout.headerRow).some(isGap)) return merged;
  const pivot = pivotOf(merged.table, layout.headerRow, open);
  return pivot === undefined ? merged : { ...pivot, remarks: [...merged.remarks, ...pivot.remarks] };
}

function withMerged(table: RawTable, { headerRow }: Layout, used: readonly MappedColumn[]): FilledDown {
  const own = new Set(used.filter(({ spec }) => levels.has(spec!.reads)).map(({ index }) => index));
  const isLabel = ({ fromRow, fromColumn, toColumn }: MergedCells): boolean =>
    fromRow >= headerRow && fromColumn === toColumn && own.has(fromColumn);
  const { merged = [] } = table;
  const tall = merged.filter(isLabel);
  if (tall.length === 0) return { table, totals: new Set(), remarks: [] };
  const rows = [...table.rows];
  for (const { fromRow, toRow, fromColumn } of tall)
    for (let row = fromRow + 1; row <= Math.min(toRow, rows.length - 1); row++)
      if (!rows[row]!.every(isBlank)) rows[row] = withCell(rows[row]!, fromColumn, rows[fromRow]![fromColumn]);
  const left = { ...table, rows, merged: merged.filter((one) => !isLabel(one)) };
  return { table: left, totals: new Set(), remarks: ["labels in merged cells hold for all the rows they span"] };
}

function withCell(cells: readonly RawCell[], at: number, cell: RawCell): RawCell[] {
  const made = Array.from({ length: Math.max(cells.length, at + 1) }, (_, k) => cells[k]);
  made[at] = cell;
  return made;
}

const keyOf = (cells: readonly RawCell[], columns: readonly MappedColumn[]): string =>
  JSON.stringify(columns.map(({ index }) => cellText(cells[index])));

/** A pivot filled down; undefined where the table is none for certain. */
function pivotOf(table: RawTable, from: number, open: readonly MappedColumn[]): FilledDown | undefined {
  const rows = [...table.rows];
  const totals = totalsOf(table, from, open);
  const written = new Set<string>();
  const inside = new Set<string>();
  let above: readonly RawCell[] | undefined;
  let filled = 0;
  for (let row = from; row < rows.length; row++) {
    const cells = rows[row]!;
    if (cells.every(isBlank) || totals.has(row + 1)) continue;
    const first = open.findIndex(({ index }) => !isBlank(cells[index]));
    // a label once: its blanks are all to the left of what is said
    if (first < 0 || open.slice(first).some(({ index }) => isBlank(cells[index]))) return undefined;
    if (first > 0 && above === undefined) return undefined;
    // a date or an amount before the blank is a row of its own, whose label is not known
    if (first > 0 && !cells.slice(0, open[first]!.index).every(isBlank)) return undefined;
    let whole = cells;
    for (const { index } of open.slice(0, first)) whole = withCell(whole, index, above![index]);
    if (first > 0) filled += 1;
    const label = keyOf(whole, open.slice(0, first + 1));
    if (first < open.length - 1 && written.has(label)) return undefined;
    if (first === 0) written.add(label);
    const all = keyOf(whole, open);
    if (inside.has(all)) return undefined;
    inside.add(all);
    rows[row] = whole;
    above = whole;
  }
  if (filled * 2 < written.size || filled === 0) return undefined;
  const remark = `a pivot: labels that stand once are filled down in ${filled} rows`;
  return { table: { ...table, rows }, totals, remarks: [remark] };
}

/** Rows that add up others: a word for it, alone or with a label that stands above. */
function totalsOf({ rows }: RawTable, from: number, open: readonly MappedColumn[]): Set<number> {
  const seen = new Map(open.map(({ index }) => [index, new Set<string>()]));
  const totals = new Set<number>();
  for (let row = from; row < rows.length; row++) {
    for (const { index } of open) {
      const text = cellText(rows[row]![index]);
      if (text === "") continue;
      const label = after.exec(text)?.[1] ?? before.exec(text)?.[1];
      if (isTotal(text) || (label !== undefined && seen.get(index)!.has(label))) totals.add(row + 1);
      else seen.get(index)!.add(text);
      break;
    }
  }
  return totals;
}
