import { columnLetter, type MergedCells, type RawCell, type RawTable } from "./cell.js";

/** What lies over a cell. */
export interface Over {
  /** `B2:B4`. */
  readonly range: string;
  /** The first cell of the range, which holds what all show. */
  readonly cell: RawCell;
}

/** Which cells of a row lie under a merged one, row after row downwards. */
export class Covered {
  private readonly table: RawTable;
  private readonly width: number;
  private next = 0;
  private row = -1;
  private readonly by = new Map<number, MergedCells>();

  /** `width`: columns that are asked for. */
  constructor(table: RawTable, width: number) {
    this.table = table;
    this.width = width;
  }

  /** Goes to a row from 0, which lies below the last one. */
  open(row: number): void {
    this.row = row;
    const { merged = [] } = this.table;
    for (; this.next < merged.length && merged[this.next]!.fromRow <= row; this.next++) {
      const one = merged[this.next]!;
      const to = Math.min(one.toColumn, this.width - 1);
      for (let column = one.fromColumn; column <= to; column++) this.by.set(column, one);
    }
  }

  /** What lies over a cell of the row; undefined where it shows its own. */
  over(column: number): Over | undefined {
    const one = this.by.get(column);
    if (one === undefined || one.toRow < this.row) return undefined;
    const { fromRow, fromColumn, toRow, toColumn } = one;
    if (fromRow === this.row && fromColumn === column) return undefined;
    return {
      range: `${columnLetter(fromColumn)}${fromRow + 1}:${columnLetter(toColumn)}${toRow + 1}`,
      cell: this.table.rows[fromRow]?.[fromColumn],
    };
  }
}
