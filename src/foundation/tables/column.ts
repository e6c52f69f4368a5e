import type { BadCell } from "./cell.js";
import type { Header } from "./header.js";
import type { ColumnPeriod } from "./periods/header-periods.js";

/** What the cells of a column hold. */
export type Reads =
  /** Words, kept as they are. */
  | "text"
  /** An identifier: text or a whole number, never blank space within. */
  | "id"
  /** An amount in the table's currency; parentheses and trailing minus are negative. */
  | "money"
  /** An amount of money, or a percentage, kept below zero-one as text `20 %`. */
  | "money or percent"
  | "number"
  /** 0–1, or with % or under a header that says per cent. */
  | "share"
  /** 1 is on target: like a share, and above 1. */
  | "ratio"
  | "date"
  /** A date; a year alone is its first day. */
  | "first day"
  /** A date; a year alone is its last day. */
  | "last day"
  | "year"
  /** A year, quarter or month: `2024`, `2024-Q1`, `03/2024`. */
  | "period"
  /** A quarter or month of a year that stands in another column. */
  | "part"
  | "yes or no"
  | "currency";

/** A column a kind of table knows. */
export interface ColumnSpec {
  /** What rows call it. */
  readonly field: string;
  /** As the mapping explains it. */
  readonly meaning: string;
  readonly reads: Reads;
  /** Headers that mean it, lower case, umlauts spelt out, words parted by one space. */
  readonly synonyms: readonly string[];
  /** Headers that mean it where no column says it better: an e-mail address, of a person who has a column of ids. */
  readonly weak?: readonly string[] | undefined;
  /** Headers that mean it above all: those another table of the same firm has for it. */
  readonly own?: readonly string[] | undefined;
  /** A row without it is refused. */
  readonly isRequired?: boolean | undefined;
  /** Several columns may stand for it, each for the period in its header: years alone (`revenue 2024`), or any (`target Q1`). */
  readonly periods?: "years" | "any" | undefined;
  /** Headers that only contain a synonym, or nearly are one, mean something else. */
  readonly isExact?: boolean | undefined;
  /** Its sum belongs in the reconciliation. */
  readonly isTotalled?: boolean | undefined;
  /** Known, and of no use here: neither taken for anything else nor reported as strange. */
  readonly isUnused?: boolean | undefined;
}

/** How a column came to be taken as what it is. */
export type Sureness = "given" | "sure" | "likely" | "guess" | "not used";

/** A column of a file and what it was taken as. */
export interface MappedColumn {
  readonly index: number;
  /** As spreadsheets count: `C`. */
  readonly letter: string;
  readonly header: Header;
  /** Key of its values in a row: the field, or `field of qualifier`. */
  readonly key: string;
  /** Undefined where it is not used. */
  readonly spec: ColumnSpec | undefined;
  /** Of several columns for one field: the year, or the measure. */
  readonly qualifier: string | undefined;
  /** The period its header names, where its cells are of that period. */
  readonly period?: ColumnPeriod | undefined;
  readonly sureness: Sureness;
  /** Decisions about how its cells are read: `decimal comma`, `in thousands`. */
  readonly notes: readonly string[];
  /** A first cell and what it was read to. */
  readonly example?: { readonly got: string; readonly read: string } | undefined;
}

/** Key of the values of a field, where several columns stand for it. */
export const columnKey = (field: string, qualifier: string | undefined, period?: ColumnPeriod | undefined): string => {
  const named = qualifier === undefined ? field : `${field} of ${qualifier}`;
  return period === undefined ? named : `${named} in ${period.text}`;
};

/** A column of which nothing says when it was. */
export interface ColumnFault extends BadCell {
  readonly column: MappedColumn;
}

/** Where and how a table's header lies. */
export interface Layout {
  /** Row number of the header, from 1; of its last row where it has several. */
  readonly headerRow: number;
  /** Rows of the header. */
  readonly headerRows: number;
  readonly columns: readonly MappedColumn[];
  /** Fields that could be two columns or more, with their headers. */
  readonly doubts: readonly { readonly field: string; readonly headers: readonly string[] }[];
}
