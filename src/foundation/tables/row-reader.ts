import { refuse } from "../text/problem.js";
import { formatNumber } from "../text/text.js";
import { type BadCell, cellText, type RawCell, type RawTable, tableName, type Value } from "./cell.js";
import type { Layout, MappedColumn } from "./column.js";
import type { TableFinding } from "./finding.js";
import type { ColumnSum, Fate, Reconciliation, RowsByReason } from "./reconciliation.js";

/** What is said about a row: a fault refuses it. */
export interface Said {
  readonly reason: string;
  readonly expected: string;
  /** Key of the column it is about. */
  readonly key?: string | undefined;
  /** Whether whoever pays on the table should see it. */
  readonly isDoubt?: boolean | undefined;
  /** Ids of others whose rows it throws doubt on as well. */
  readonly also?: readonly string[] | undefined;
}

/** The row that is being read. */
export interface RowInHand {
  readonly number: number;
  readonly isRefused: boolean;
  /** Leaves the row out. */
  refuse(said: Said): void;
  /** Something to know; only the first of many is kept, with their number. */
  remark(said: Said): void;
}

/** A column and its sums, if it has any. */
interface Summed {
  readonly column: MappedColumn;
  readonly sum: ColumnSum | undefined;
}

/** A row that was left out: its first fault, and what of it could be read. */
export interface RefusedRow {
  readonly fault: TableFinding;
  readonly values: Readonly<Record<string, Value>>;
  /** Ids of others whose rows it throws doubt on as well. */
  readonly also: readonly string[];
  /** Its cells, where there are more than the header has: any may stand in a wrong column. */
  readonly shifted: readonly string[] | undefined;
}

/** rows. A table of which more cannot be read is another than its owner thinks, and is refused whole. */
const mostRefused = 20_000;

/** Faults a row has at most in the findings. */
const faultsInRow = 5;

/** Counts and findings of one table while it is read. */
export class RowReader implements RowInHand {
  number = 0;
  blank = 0;
  private used = 0;
  private refused = 0;
  private readonly reasons = new Map<string, number>();
  private readonly asides = new Map<string, number>();
  private isAside = false;
  private also: string[] = [];
  private isShifted = false;
  /** Rows that were left out, in order. */
  readonly leftOut: RefusedRow[] = [];
  private readonly faults: TableFinding[] = [];
  private readonly remarks = new Map<string, { finding: TableFinding; times: number }>();
  private inRow: TableFinding[] = [];
  private cells: readonly RawCell[] = [];
  private readonly columns: ReadonlyMap<string, MappedColumn>;
  private readonly kind: string;
  private readonly table: RawTable;
  private readonly layout: Layout;

  constructor(kind: string, table: RawTable, layout: Layout) {
    this.kind = kind;
    this.table = table;
    this.layout = layout;
    this.columns = new Map(layout.columns.map((column) => [column.key, column]));
  }

  get isRefused(): boolean {
    return this.inRow.length > 0;
  }

  open(number: number, cells: readonly RawCell[]): void {
    this.number = number;
    this.cells = cells;
    this.isAside = false;
    this.isShifted = false;
    if (this.inRow.length > 0) this.inRow = [];
    if (this.also.length > 0) this.also = [];
  }

  fault(column: MappedColumn, { fault, expected }: BadCell): void {
    this.refuse({ reason: fault, expected, key: column.key });
  }

  /** Refuses a row whose cells may stand in wrong columns. */
  refuseShifted(said: Said): void {
    this.isShifted = true;
    this.refuse(said);
  }

  refuse(said: Said): void {
    if (said.also !== undefined) this.also.push(...said.also);
    if (this.inRow.length < faultsInRow) this.inRow.push(this.finding(said, true));
  }

  /** Sets the row aside, whatever else is wrong with it: it is no row of its own, or says that it does not count. */
  setAside(said: Said): void {
    this.inRow = [];
    this.isAside = true;
    this.remark(said);
    this.asides.set(said.reason, (this.asides.get(said.reason) ?? 0) + 1);
  }

  get fate(): Fate {
    return this.isAside ? "aside" : this.isRefused ? "refused" : "used";
  }

  remark(said: Said): void {
    const name = `${said.reason}\0${said.key ?? ""}`;
    const known = this.remarks.get(name);
    if (known === undefined) this.remarks.set(name, { finding: this.finding(said, false), times: 1 });
    else known.times += 1;
  }

  /** Books what became of the row, with what of it could be read. */
  close(values: RefusedRow["values"]): void {
    const [first] = this.inRow;
    if (first === undefined) {
      if (!this.isAside) this.used += 1;
      return;
    }
    this.refused += 1;
    if (this.refused > mostRefused) this.refuseTable(this.faults[0] ?? first);
    const shifted = this.isShifted ? this.cells.map(cellText) : undefined;
    this.leftOut.push({ fault: first, values, also: this.also, shifted });
    this.reasons.set(first.reason, (this.reasons.get(first.reason) ?? 0) + 1);
    this.faults.push(...this.inRow);
  }

  private refuseTable({ row, reason }: TableFinding): never {
    const fault = `more than ${formatNumber(mostRefused)} rows cannot be read; the first is row ${row}: ${reason}`;
    return refuse(tableName(this.table), fault, "correct that first, or give the table you meant");
  }

  private finding({ reason, expected, key, isDoubt }: Said, isFault: boolean): TableFinding {
    const { file, sheet } = this.table;
    const column = key === undefined ? undefined : this.columns.get(key);
    const cell = column === undefined ? "" : cellText(this.cells[column.index]);
    return {
      ...{ table: this.kind, file, sheet, row: this.number },
      ...(column && { column: column.letter, header: column.header.text }),
      ...(cell !== "" && { got: cell }),
      ...{ reason, expected, isFault, times: 1 },
      ...(isDoubt && { isDoubt }),
    };
  }

  findings(): TableFinding[] {
    return [...this.faults, ...[...this.remarks.values()].map(({ finding, times }) => ({ ...finding, times }))];
  }

  reconciliation(read: number, readers: readonly Summed[]): Omit<Reconciliation, "made"> {
    const { file, sheet } = this.table;
    return {
      ...{ table: this.kind, file, sheet, above: this.layout.headerRow - 1, read },
      ...{ used: this.used, refused: this.refused, blank: this.blank },
      aside: [...this.asides.values()].reduce((sum, rows) => sum + rows, 0),
      reasons: mostFirst(this.reasons),
      asides: mostFirst(this.asides),
      totals: readers.flatMap(({ column, sum }) =>
        sum === undefined
          ? []
          : [{ letter: column.letter, header: column.header.text, meaning: column.spec!.meaning, ...sum.totals() }],
      ),
    };
  }
}

const mostFirst = (reasons: ReadonlyMap<string, number>): RowsByReason[] =>
  [...reasons].map(([reason, rows]) => ({ reason, rows })).sort((a, b) => b.rows - a.rows);
