import type { FiscalYear } from "../values/fiscal-year.js";
import { type BadCell, cellText, isBad, isBlank, type RawCell, type RawTable, type Value } from "./cell.js";
import { type Convention, columnEvidence, conventionOf, joinedEvidence } from "./cells/convention.js";
import type { DecimalMark } from "./cells/number-text.js";
import { cellReader, type ReadCell, saysMissing } from "./cells/reading-cells.js";
import type { Layout, MappedColumn } from "./column.js";
import { Covered } from "./covered.js";
import { isTotal } from "./fill-down.js";
import type { TableFinding } from "./finding.js";
import type { DateOrder } from "./periods/date-text.js";
import { ColumnSum, type Reconciliation } from "./reconciliation.js";
import { type RefusedRow, type RowInHand, RowReader, type Said } from "./row-reader.js";

/** How the cells of a table are written, where the caller says so. */
export interface WrittenAs {
  /** Words that stand for results, lower case, in columns of targets and results. */
  readonly words?: ReadonlySet<string> | undefined;
  /** ISO code. Amounts in another are faults. */
  readonly currency?: string | undefined;
  readonly decimal?: DecimalMark | undefined;
  readonly dates?: DateOrder | undefined;
  /** When the firm's year starts; without it FY 2025 is refused. */
  readonly fiscalYear?: FiscalYear | undefined;
}

/** Cells of one row, read: by key of the column. */
export type Values = Readonly<Record<string, Value>>;

export interface RowsRead {
  readonly columns: readonly MappedColumn[];
  readonly reconciliation: Omit<Reconciliation, "made">;
  readonly findings: readonly TableFinding[];
  /** Rows that were left out, in order. */
  readonly leftOut: readonly RefusedRow[];
}

/** What a kind of table makes of its rows. */
export interface Use {
  /** Uses a row, or refuses it. */
  readonly row: (values: Values, row: RowInHand) => void;
  /** Why a row says itself that it does not count, if it does: asked first, of what of it could be read. */
  readonly aside?: ((values: Values) => Said | undefined) | undefined;
  /** Numbers of rows that add up others. */
  readonly totals?: ReadonlySet<number> | undefined;
}

/** A mapped column with what is needed to read it. */
interface Reader {
  readonly column: MappedColumn;
  readonly read: ReadCell;
  readonly sum: ColumnSum | undefined;
}

/**
 * Reads every row below the header: blank rows are counted, rows with a cell that cannot be read are refused, all others are handed to
 * `use`, which may refuse them too. Rows of totals are set aside. Cells of rows used, refused and set aside are summed apart.
 */
export function readRows(kind: string, table: RawTable, layout: Layout, written: WrittenAs, use: Use): RowsRead {
  const readers = readersOf(table, layout, written);
  const book = new RowReader(kind, table, layout);
  const { rows } = table;
  const covered = new Covered(table, readers.width);
  for (let index = layout.headerRow; index < rows.length; index++) {
    const cells = rows[index]!;
    covered.open(index);
    if (cells.every(isBlank)) book.blank += 1;
    else readRow(cells, index + 1, { ...readers, covered }, book, use);
  }
  return {
    columns: readers.columns.map((one) => withExample(one, readers.used, table, layout)),
    reconciliation: book.reconciliation(rows.length - layout.headerRow, readers.used),
    findings: book.findings(),
    leftOut: book.leftOut,
  };
}

function readRow(
  cells: readonly RawCell[],
  number: number,
  { used, width, covered }: { readonly used: readonly Reader[]; readonly width: number; readonly covered: Covered },
  book: RowReader,
  use: Use,
): void {
  const values: Record<string, Value> = {};
  book.open(number, cells);
  for (const { column, read, sum } of used) {
    const cell = cells[column.index];
    const over = covered.over(column.index);
    const value = over === undefined ? read(cell) : coveredCell(over.range);
    if (isBad(value)) {
      sum?.spoil();
      book.fault(column, value);
      // What the merged cell shows says whose row it is that is left out
      const shown = over === undefined || sum !== undefined ? undefined : read(over.cell);
      if (shown !== undefined && !isBad(shown)) values[column.key] = shown;
      continue;
    }
    values[column.key] = value;
    if (value === undefined) blankCell(column, cell, book);
    else if (sum !== undefined && typeof value === "number") sum.read(value);
  }
  if (cells.length > width) refuseLong(cells, width, book);
  const aside = totalIn(cells, number, use) ?? use.aside?.(values);
  if (aside !== undefined) book.setAside(aside);
  else if (!book.isRefused) use.row(values, book);
  for (const { column, sum } of used) {
    const value = values[column.key];
    if (sum !== undefined && typeof value === "number") sum.book(value, book.fate);
  }
  book.close(values);
}

function totalIn(cells: readonly RawCell[], number: number, { totals }: Use): Said | undefined {
  const first = cells.find((cell) => !isBlank(cell));
  const isOne = totals?.has(number) === true || (typeof first === "string" && isTotal(first.trim()));
  return isOne ? { reason: "a total, not a row of its own: it does not count", expected: "" } : undefined;
}

const coveredCell = (range: string): BadCell => ({
  fault: "a cell merged with another, which alone holds a value",
  expected: `unmerge ${range} and fill every cell`,
});

function blankCell(column: MappedColumn, cell: RawCell, book: RowReader): void {
  if (column.spec?.isRequired === true) book.refuse({ ...missingCell(column), key: column.key });
  else if (saysMissing(cell, column.spec!.reads)) {
    book.remark({ reason: "a word for nothing known, taken as blank", expected: "", key: column.key });
  }
}

const missingCell = ({ spec }: MappedColumn): Said => ({
  reason: `no ${spec!.meaning}`,
  expected: "a value in this cell",
});

function refuseLong(cells: readonly RawCell[], width: number, book: RowReader): void {
  const index = cells.findIndex((cell, k) => k >= width && !isBlank(cell));
  if (index < 0) return;
  book.refuseShifted({
    reason: "more cells than the header has",
    expected: "quotes around text or numbers that hold the separator, or a header above every column",
  });
}

function readersOf(table: RawTable, layout: Layout, written: WrittenAs) {
  const from = layout.headerRow;
  const mapped = layout.columns.filter(({ spec }) => spec !== undefined && spec.isUnused !== true);
  const evidence = mapped.map(({ index, spec }) => columnEvidence(table.rows, from, index, spec!.reads));
  const around = {
    table: joinedEvidence(evidence),
    delimiter: table.delimiter,
    mark: written.decimal,
    order: written.dates,
  };
  const conventions = mapped.map(({ spec }, k) => conventionOf(spec!.reads, evidence[k]!, around));
  const used = mapped.map((column, k) => readerOf(column, conventions[k]!, written, table));
  const columns = layout.columns.map((column) => {
    const at = mapped.indexOf(column);
    return at < 0 ? column : { ...column, notes: notesOf(column, conventions[at]!) };
  });
  return { used, columns, width: layout.columns.length };
}

const readerOf = (
  column: MappedColumn,
  convention: Convention,
  { currency, fiscalYear, words }: WrittenAs,
  { countsFrom1904 }: RawTable,
): Reader => ({
  column,
  read: cellReader({
    reads: column.spec!.reads,
    convention,
    header: column.header,
    currency,
    fiscalYear,
    countsFrom1904,
    words,
  }),
  sum: column.spec!.isTotalled === true ? new ColumnSum() : undefined,
});

function notesOf({ header, spec, notes }: MappedColumn, convention: Convention): string[] {
  const isNumber = ["money", "money or percent", "number"].includes(spec!.reads);
  const scale = isNumber && header.scale !== 1 && !header.isPercent ? [`times ${header.scale}`] : [];
  const percent = header.isPercent && ["share", "ratio", "number"].includes(spec!.reads) ? ["in per cent"] : [];
  return [...notes, ...scale, ...percent, ...convention.notes];
}

/** rows. Searched for an example. */
const exampleRows = 100;

function withExample(
  column: MappedColumn,
  used: readonly Reader[],
  table: RawTable,
  { headerRow }: Layout,
): MappedColumn {
  const cell = table.rows.slice(headerRow, headerRow + exampleRows).find((cells) => !isBlank(cells[column.index]))?.[
    column.index
  ];
  if (cell === undefined) return column;
  const read = used.find((one) => one.column.index === column.index)?.read(cell);
  const words = read === undefined ? "" : isBad(read) ? read.fault : String(read).replace("/", " to ");
  return { ...column, example: { got: cellText(cell), read: words } };
}
