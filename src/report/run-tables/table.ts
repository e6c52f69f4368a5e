/** What the cells of a column are. */
export type RunCellType = "text" | "whole" | "number" | "yes or no";

export type RunCell = string | number | boolean | undefined;

/** A column of a table of a run. */
export interface RunTableColumn {
  readonly name: string;
  readonly type: RunCellType;
  /** What 1 is of, in words: `EUR per KAM over the horizon`, `score`; undefined for names and texts. */
  readonly unit?: string | undefined;
  readonly meaning: string;
  /** Whether cells may be blank. */
  readonly isOptional?: boolean | undefined;
}

/** A table of a run, to be written in any format. */
export interface RunTable {
  /** Of the file, or of the sheet. */
  readonly name: string;
  /** What one row is, in words. */
  readonly summary: string;
  readonly columns: readonly RunTableColumn[];
  readonly rows: number;
  /** Rows in pieces, column by column, so that a large run never stands in memory twice; may be gone through again. */
  readonly pieces: () => Iterable<readonly ArrayLike<RunCell>[]>;
}

/** A column read off the rows of a table. */
export interface Read<Row> extends RunTableColumn {
  readonly of: (row: Row) => RunCell;
}

/** A table of rows that are there already. */
export function tableOf<Row>(
  name: string,
  summary: string,
  rows: readonly Row[],
  columns: readonly Read<Row>[],
): RunTable {
  return {
    name,
    summary,
    columns: columns.map(({ of: _of, ...column }) => column),
    rows: rows.length,
    pieces: () => (rows.length === 0 ? [] : [columns.map(({ of }) => rows.map(of))]),
  };
}

type Reading<Row> = (row: Row) => RunCell;

/** Columns of a kind: name, meaning, how it is read off a row. */
export const textColumn = <Row>(name: string, meaning: string, of: Reading<Row>): Read<Row> => ({
  name,
  type: "text",
  meaning,
  of,
});

export const whole = <Row>(name: string, unit: string, meaning: string, of: Reading<Row>): Read<Row> => ({
  name,
  type: "whole",
  unit,
  meaning,
  of,
});

export const number = <Row>(name: string, unit: string, meaning: string, of: Reading<Row>): Read<Row> => ({
  name,
  type: "number",
  unit,
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
