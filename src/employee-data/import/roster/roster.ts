import { type RawTable, tableName } from "../../../foundation/tables/cell.js";
import type { ColumnSpec, Layout } from "../../../foundation/tables/column.js";
import { refuse } from "../../../foundation/text/problem.js";
import type { Person } from "../../data.js";
import { currencySpec, named } from "../headers.js";
import { openTable, type TableKind, type TableOptions, type TableRead } from "../open-table.js";
import { readTable } from "../read-table.js";
import { personOf } from "./roster-row.js";
import { peopleOf, type SalaryRow, SalaryRows } from "./salary-rows.js";
import { payInRow, payYears, withPayYears } from "./yearly-pay.js";

const idSpec: ColumnSpec = {
  ...named("roster", "id"),
  ...{ meaning: "identifier of the person", reads: "id", isRequired: true },
};

/** The people: one row a person. */
export const rosterKind: TableKind = {
  name: "roster",
  sheetNames: ["roster", "people", "team", "staff", "employees", "mitarbeiter", "personal", "personen"],
  needs: [["id"], ["salary"]],
  widen: withIds,
  specs: [
    idSpec,
    { ...named("roster", "name"), meaning: "name", reads: "text" },
    { ...named("roster", "firstName"), meaning: "first name", reads: "text" },
    { ...named("roster", "lastName"), meaning: "last name", reads: "text" },
    { ...named("roster", "email"), meaning: "e-mail address", reads: "text" },
    { ...named("roster", "team"), meaning: "team", reads: "text" },
    { ...named("roster", "segment"), meaning: "segment served", reads: "text" },
    { ...named("roster", "background"), meaning: "background", reads: "text" },
    { ...named("roster", "joined"), meaning: "first day", reads: "first day" },
    { ...named("roster", "left"), meaning: "last day", reads: "last day" },
    {
      ...named("roster", "salary"),
      ...{ meaning: "base salary a year", reads: "money", isRequired: true, isTotalled: true, periods: "years" },
    },
    {
      ...named("roster", "targetIncentive"),
      ...{ meaning: "incentive at target a year", reads: "money or percent", isTotalled: true, periods: "years" },
    },
    {
      ...named("roster", "targetPay"),
      meaning: "salary and incentive at target a year",
      reads: "money",
      isTotalled: true,
      periods: "years",
    },
    { ...named("roster", "midpoint"), meaning: "midpoint of the pay range", reads: "money" },
    { ...named("roster", "salaryFrom"), meaning: "day the salary holds from", reads: "first day", isExact: true },
    { ...named("roster", "fte"), meaning: "share of full time", reads: "text" },
    { ...named("roster", "costCentre"), meaning: "cost centre", reads: "text", isUnused: true },
    { ...named("roster", "businessUnit"), meaning: "business unit", reads: "text", isUnused: true },
    { ...named("roster", "grade"), meaning: "grade", reads: "text", isUnused: true },
    { ...named("roster", "title"), meaning: "job", reads: "text", isUnused: true },
    { ...named("roster", "lineManager"), meaning: "line manager", reads: "text", isUnused: true },
    { ...named("roster", "place"), meaning: "place of work", reads: "text", isUnused: true },
    currencySpec,
  ],
};

/** A roster without ids calls its people by e-mail address or name. */
function withIds(layout: Layout): Layout {
  const fields = layout.columns.map(({ spec }) => spec?.field);
  const field = ["email", "name"].find((one) => fields.includes(one));
  if (fields.includes("id") || field === undefined) return layout;
  const notes = ["there is no column of ids: these stand for them"];
  const columns = layout.columns.map((column) =>
    column.spec?.field === field ? { ...column, key: "id", spec: idSpec, sureness: "likely" as const, notes } : column,
  );
  return { ...layout, columns };
}

const yearly = new Set(["salary", "targetIncentive", "targetPay", "midpoint"]);

/** Refuses amounts of a part of a year: what a year has of them is the firm's to say. */
function refuseParts(name: string, { columns }: Layout): void {
  for (const { header, letter, spec } of columns) {
    const part = header.isMonthly ? "month" : header.every;
    if (part === undefined || spec === undefined || !yearly.has(spec.field)) continue;
    const what = spec.field === "salary" && part === "month" ? "monthly salaries" : `amounts a ${part}`;
    const fault = `column ${letter} (${header.text}) seems to hold ${what}`;
    refuse(name, fault, `give a column of ${spec.meaning}: a month may be paid 12, 13 or 14 times`);
  }
}

/**
 * Reads the people. With a column of days salaries hold from, a person has a row for each salary. Refused: another second row of an id,
 * a salary or incentive below zero, a last day before the first.
 */
export function readRoster(table: RawTable, options: TableOptions = {}): TableRead<Person> {
  const open = openTable(rosterKind, table, options);
  const years = payYears(table, open, options);
  const layout = withPayYears(open, years);
  refuseParts(tableName(table), layout);
  const salaries = new SalaryRows(
    layout.columns.some(({ spec }) => spec?.field === "salaryFrom"),
    years.length > 0,
  );
  const read = readTable<SalaryRow>(
    rosterKind,
    table,
    options,
    (values, row) => {
      const rows = payInRow(values, row, years).map((pay, k): SalaryRow => {
        const one = { ...personOf(pay.values, pay.row), from: pay.from };
        if (k === 0) salaries.expect(one, pay.row);
        return one;
      });
      if (!row.isRefused) for (const one of rows) salaries.add(one, row.number);
      return rows;
    },
    layout,
  );
  const people = peopleOf(read.rows);
  return { ...read, rows: people, reconciliation: { ...read.reconciliation, made: people.length } };
}
