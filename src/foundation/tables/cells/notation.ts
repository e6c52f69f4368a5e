import { type RawCell, type RawTable, trimmed } from "../cell.js";
import type { Layout, MappedColumn, Reads } from "../column.js";
import type { RowInHand } from "../row-reader.js";

/** What may be written in per cent or as a plain number. */
const either = new Set<Reads>(["number", "share", "ratio"]);

/** Percentages at most this large, all of a column, look like shares under a header that says per cent. */
const likeShares = 0.015;

type Written = "percent" | "plain";

const percentText = /%|\b(?:percent|per cent|prozent|pct)\b/i;

/** How a cell writes its number; undefined for blanks, words and zero, which is the same in both. */
function writtenAs(cell: RawCell, { header }: MappedColumn): Written | undefined {
  if (typeof cell === "object") return "share" in cell && cell.share !== 0 ? "percent" : undefined;
  const isNumber = typeof cell === "number" ? cell !== 0 : typeof cell === "string" && /[1-9]/.test(cell);
  if (!isNumber) return undefined;
  return header.isPercent || (typeof cell === "string" && percentText.test(cell)) ? "percent" : "plain";
}

/** Whether a cell says per cent itself. */
const saysPercent = (cell: RawCell): boolean =>
  typeof cell === "object" ? "share" in cell && cell.share !== 0 : typeof cell === "string" && percentText.test(cell);

interface Group {
  readonly written: Set<Written>;
  readonly name: string;
}

const bareName = (cell: RawCell): string => (typeof cell === "string" ? trimmed(cell).toLowerCase() : "");

/**
 * Holds each measure, and each column that is no measure, to one notation: in per cent throughout, or plain throughout. Of a measure that
 * is written both ways, rows with a plain number are refused: 40 may be 40 or 40 %.
 */
export class Notations {
  private readonly columns: readonly MappedColumn[];
  private readonly measure: MappedColumn | undefined;
  private readonly groups = new Map<string, Group>();
  /** Under a header that says per cent: columns with cells that say it too. */
  private readonly twice = new Set<MappedColumn>();
  private readonly rows: readonly (readonly RawCell[])[];
  private readonly from: number;

  constructor({ rows }: RawTable, { columns, headerRow }: Layout) {
    const used = columns.filter(({ spec }) => spec !== undefined && !spec.isUnused && either.has(spec.reads));
    this.columns = rows
      .slice(headerRow)
      .some((cells) => used.some((one) => writtenAs(cells[one.index], one) === "percent"))
      ? used
      : [];
    this.measure = columns.find(({ spec }) => spec?.field === "measure");
    this.rows = rows;
    this.from = headerRow;
    for (let row = headerRow; this.columns.length > 0 && row < rows.length; row++) this.note(rows[row]!);
  }

  private groupOf({ spec, qualifier }: MappedColumn, cells: readonly RawCell[]): string {
    if (spec!.field !== "result" && spec!.field !== "target") return spec!.field;
    return `measure ${this.measure === undefined ? (qualifier ?? "") : bareName(cells[this.measure.index])}`;
  }

  private note(cells: readonly RawCell[]): void {
    for (const column of this.columns) {
      const written = writtenAs(cells[column.index], column);
      if (written === undefined) continue;
      const name = this.groupOf(column, cells);
      const group = this.groups.get(name) ?? { written: new Set(), name: name.replace(/^measure /, "") };
      this.groups.set(name, group);
      group.written.add(written);
      if (column.header.isPercent && saysPercent(cells[column.index])) this.twice.add(column);
    }
  }

  /** Refuses a row that writes plainly what others write in per cent, also where the header says per cent: 1.05 may be 105 %. */
  expect(row: RowInHand): void {
    const cells = this.rows[row.number - 1]!;
    for (const column of this.columns) {
      const cell = cells[column.index];
      const written = writtenAs(cell, column);
      if (written === "percent" && this.twice.has(column) && !saysPercent(cell)) {
        const reason = "a plain number where other cells of the column are in per cent, as its header is";
        row.refuse({
          reason,
          expected: "per cent in every cell of the column, or in its header alone",
          key: column.key,
        });
      }
      if (written !== "plain") continue;
      const group = this.groups.get(this.groupOf(column, cells))!;
      if (group.written.size === 1) continue;
      const reason = `per cent and plain numbers are mixed in ${group.name}`;
      row.refuse({ reason, expected: "per cent in every cell or in the headers, or nowhere", key: column.key });
    }
  }

  /** Columns whose header says per cent and whose numbers look like shares already. */
  likeShares(): MappedColumn[] {
    return this.columns.filter(({ header, index }) => {
      if (!header.isPercent) return false;
      const sizes = this.rows.slice(this.from).flatMap((cells) => {
        const cell = cells[index];
        const size =
          typeof cell === "number" ? cell : typeof cell === "string" ? Number(trimmed(cell).replace(",", ".")) : 0;
        return Number.isFinite(size) && size !== 0 ? [Math.abs(size) / 100] : [];
      });
      return sizes.length > 0 && sizes.every((size) => size <= likeShares);
    });
  }
}
