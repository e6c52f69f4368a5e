/** What users of the package see of this room: mathematics, quantities and days, text and errors, reading of tables. */

export { type Distribution, quantile } from "./maths/distribution.js";
export { selectionLead } from "./maths/selection.js";
export { type Estimate, estimate, type Interval, pairedDifference, type Share } from "./maths/summary.js";
export type { RawCell, RawTable } from "./tables/cell.js";
export { findingText, type TableFinding } from "./tables/finding.js";
export type { ColumnTotal, Reconciliation } from "./tables/ledger.js";
export type { OutFormat, OutTable } from "./tables/out-table.js";
export { type Fault, Problem } from "./text/problem.js";
export type { Decimal, Rounding } from "./values/decimal.js";
export { numberField, quantityField, rangeField } from "./values/field.js";
export type { Dimension, Quantity, Unit } from "./values/quantity.js";
export { version } from "./version.js";
