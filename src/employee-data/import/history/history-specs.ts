import type { ColumnSpec } from "../../../foundation/tables/column.js";
import { currencySpec, named, personColumnNames } from "../headers.js";

/** Columns of a table of results. */
export const historySpecs: readonly ColumnSpec[] = [
  { ...personColumnNames, meaning: "identifier of the person", reads: "id", isRequired: true },
  { ...named("history", "measure"), meaning: "measure", reads: "text", isRequired: true },
  { ...named("history", "period"), meaning: "year, quarter or month", reads: "period", isRequired: true },
  { ...named("history", "part"), meaning: "quarter or month of the year", reads: "part" },
  { ...named("history", "from"), meaning: "first day of the period", reads: "first day", isRequired: true },
  { ...named("history", "to"), meaning: "last day of the period", reads: "last day", isRequired: true },
  {
    ...named("history", "target"),
    ...{ meaning: "target", reads: "number", isTotalled: true, isExact: true, periods: "any" },
  },
  {
    ...named("history", "result"),
    ...{ meaning: "result", reads: "number", isTotalled: true, isExact: true, periods: "any" },
  },
  { ...named("history", "attainment"), meaning: "attainment: result ÷ target", reads: "ratio", periods: "any" },
  { ...named("history", "paid"), meaning: "paid for the period", reads: "money", isTotalled: true, periods: "any" },
  {
    ...named("history", "atTarget"),
    meaning: "at target: the roster counts",
    reads: "money",
    isUnused: true,
    periods: "any",
  },
  currencySpec,
];

/** The column of that field. */
export const historySpec = (field: string): ColumnSpec => historySpecs.find((one) => one.field === field)!;
