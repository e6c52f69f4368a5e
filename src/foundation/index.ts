/** What users of the package see of this room: mathematics, quantities and days, text and errors, reading of tables. */

export type { Estimate, Interval, Share } from "./maths/summary.js";
export type { RawCell, RawTable } from "./tables/cell.js";
export type { CellType, DataCell, DataColumn, DataTable } from "./tables/data-table.js";
export type { TableFinding } from "./tables/finding.js";
export type { ColumnTotal, Reconciliation } from "./tables/reconciliation.js";
export { type Fault, Problem } from "./text/problem.js";
export type { Dimension, Unit } from "./values/quantity.js";
export { version } from "./version.js";
