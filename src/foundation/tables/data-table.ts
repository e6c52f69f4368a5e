/** What the cells of a column are, and how they look in a workbook. Dates are `YYYY-MM-DD`, shares 0–1. */
export type CellType = "text" | "money" | "percent" | "number" | "whole" | "date" | "yes or no";

/** Undefined where a cell is blank. */
export type DataCell = string | number | boolean | undefined;

/** A column of a table. */
export interface DataColumn {
  readonly name: string;
  readonly type: CellType;
  /** What 1 is of, in words: `EUR per KAM over the horizon`, `score`; undefined for names and texts. */
  readonly unit?: string | undefined;
  readonly meaning: string;
  /** Whether cells may be blank. */
  readonly isOptional?: boolean | undefined;
}

/** A table of a result, to be written in any format. */
export interface DataTable {
  /** Of the file, or of the sheet. */
  readonly name: string;
  /** What one row is, in words. */
  readonly summary: string;
  readonly columns: readonly DataColumn[];
  readonly rows: number;
  /** Rows in pieces, column by column, so that a large run never stands in memory twice; may be gone through again. */
  readonly pieces: () => Iterable<readonly ArrayLike<DataCell>[]>;
  /** ISO code that amounts of money show in a workbook. */
  readonly currency?: string | undefined;
  /** Whether it says what people are paid: a new file of it is for its owner alone. */
  readonly isOfPeople?: boolean | undefined;
  /** What it is of: goes into the metadata of a Parquet file. */
  readonly about?: object | undefined;
}

/** A column of a table whose cells are there already. */
export const plainColumn = (name: string, type: CellType, meaning: string, unit?: string): DataColumn => ({
  name,
  type,
  meaning,
  ...(unit !== undefined && { unit }),
});

/** A column read off the rows of a table. */
export interface Read<Row> extends DataColumn {
  readonly of: (row: Row) => DataCell;
}

/** A table of rows that are there already. Columns may be blank where one of their cells is. */
export function tableOf<Row>(
  name: string,
  summary: string,
  rows: readonly Row[],
  columns: readonly Read<Row>[],
): DataTable {
  return {
    name,
    summary,
    columns: columns.map(({ of, ...column }) =>
      column.isOptional !== true && rows.some((row) => of(row) === undefined)
        ? { ...column, isOptional: true }
        : column,
    ),
    rows: rows.length,
    pieces: () => (rows.length === 0 ? [] : [columns.map(({ of }) => rows.map(of))]),
  };
}

/** A table of finished cells, row by row, in the order of the columns. */
export const tableOfCells = (
  name: string,
  summary: string,
  columns: readonly DataColumn[],
  rows: readonly (readonly DataCell[])[],
): DataTable =>
  tableOf(
    name,
    summary,
    rows,
    columns.map((column, k) => ({ ...column, of: (row) => row[k] })),
  );

/** The rows of a table, cell by cell. */
export const dataRows = ({ pieces }: DataTable): DataCell[][] =>
  [...pieces()].flatMap((piece) =>
    Array.from({ length: piece[0]?.length ?? 0 }, (_, row) => piece.map((cells): DataCell => cells[row])),
  );

type Reading<Row> = (row: Row) => DataCell;

/** Makes columns of a kind. */
export const reader =
  (type: CellType) =>
  <Row>(name: string, unit: string, meaning: string, of: Reading<Row>): Read<Row> => ({
    name,
    type,
    unit,
    meaning,
    of,
  });

/** Columns of a kind: name, what 1 is of where it is a number, meaning, how it is read off a row. */
export const whole = reader("whole");
export const number = reader("number");

export const textColumn = <Row>(name: string, meaning: string, of: Reading<Row>): Read<Row> => ({
  name,
  type: "text",
  meaning,
  of,
});

export const yesOrNo = <Row>(name: string, meaning: string, of: Reading<Row>): Read<Row> => ({
  name,
  type: "yes or no",
  meaning,
  of,
});

/** The same column where cells may be blank. */
export const blank = <Row>(column: Read<Row>): Read<Row> => ({ ...column, isOptional: true });
