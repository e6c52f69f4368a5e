import { isBlank, type MergedCells, type RawCell } from "../../foundation/tables/cell.js";
import { damaged } from "./xml-text.js";

/** ranges. More in one sheet are not read. */
export const mostMerged = 200_000;

const reference = /^\$?([A-Z]{1,3})\$?(\d{1,7})(?::\$?([A-Z]{1,3})\$?(\d{1,7}))?$/;

/** `A1:B3` → its corners from 0. Throws a SheetFault for anything else. */
export function cellRange(text: string): MergedCells {
  const [, left, top, right = left, bottom = top] = reference.exec(text) ?? [];
  if (left === undefined) return damaged(`"${text}" is no range of cells`);
  const range = {
    fromRow: Number(top) - 1,
    toRow: Number(bottom) - 1,
    fromColumn: columnNumber(left),
    toColumn: columnNumber(right!),
  };
  const isRight = range.fromRow >= 0 && range.toRow >= range.fromRow && range.toColumn >= range.fromColumn;
  return isRight ? range : damaged(`"${text}" is no range of cells`);
}

/** `AB` → 27. */
const columnNumber = (letters: string): number =>
  [...letters].reduce((column, letter) => column * 26 + letter.charCodeAt(0) - 64, 0) - 1;

/** The ranges whose first cell holds something, by their first row. Throws a SheetFault where one lies over another. */
export function mergedIn(ranges: Iterable<string>, rows: readonly (readonly RawCell[])[]): MergedCells[] {
  const found: MergedCells[] = [];
  let width = 0;
  for (const row of rows) width = Math.max(width, row.length);
  for (const text of ranges) {
    const range = cellRange(text);
    if (isBlank(rows[range.fromRow]?.[range.fromColumn])) continue;
    found.push(range);
  }
  found.sort((a, b) => a.fromRow - b.fromRow || a.fromColumn - b.fromColumn);
  const covered = new Int32Array(width).fill(-1);
  for (const { fromRow, toRow, fromColumn, toColumn } of found) {
    for (let column = fromColumn; column <= toColumn && column < width; column++) {
      if (covered[column]! >= fromRow) damaged("merged cells lie over each other");
      covered[column] = toRow;
    }
  }
  return found;
}
