/** How a column of a table that is written looks in a workbook. */
export type OutFormat = "text" | "money" | "percent" | "number" | "whole" | "date" | "yes or no";

/** A table to be written: plain cells; dates as `YYYY-MM-DD`, shares 0–1, undefined for blank. */
export interface OutTable {
  /** Of the sheet. */
  readonly name: string;
  readonly columns: readonly { readonly title: string; readonly format: OutFormat }[];
  readonly rows: readonly (readonly (string | number | boolean | undefined)[])[];
}
