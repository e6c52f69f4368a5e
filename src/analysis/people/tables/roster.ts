import { refuse } from "../../../foundation/problem.js";
import type { RowInHand } from "../../../foundation/table/book.js";
import { type RawTable, tableName } from "../../../foundation/table/cell.js";
import type { Values } from "../../../foundation/table/read-rows.js";
import type { Person } from "../people-data.js";
import {
  numberIn,
  openTable,
  readTable,
  type TableKind,
  type TableOptions,
  type TableRead,
  textIn,
} from "./open-table.js";
import { peopleOf, type SalaryRow, SalaryRows } from "./salary-rows.js";

/** Headers that name a person, in every table. */
export const personSynonyms: readonly string[] = [
  ...["person", "person id", "employee", "employee id", "employee number", "personnel number", "staff id", "payee"],
  ...["payee id", "manager", "manager id", "account manager", "key account manager", "kam", "kam id", "sales rep"],
  ...["rep", "rep id", "mitarbeiter", "mitarbeiter id", "mitarbeiternummer", "mitarbeiter nr", "personalnummer"],
  ...["personal nr", "pers nr", "betreuer", "kundenbetreuer", "vertriebler"],
];

/** The people: one row a person. */
export const rosterKind: TableKind = {
  name: "roster",
  sheetNames: ["roster", "people", "team", "staff", "employees", "mitarbeiter", "personal", "personen"],
  needs: [["id"], ["salary"]],
  specs: [
    {
      field: "id",
      meaning: "identifier of the person",
      reads: "id",
      isRequired: true,
      synonyms: ["id", "nr", "nummer", ...personSynonyms],
    },
    {
      field: "name",
      meaning: "name",
      reads: "text",
      synonyms: ["name", "full name", "employee name", "manager name", "mitarbeitername"],
    },
    { field: "team", meaning: "team", reads: "text", synonyms: ["team", "group", "department", "abteilung", "gruppe"] },
    {
      ...{ field: "segment", meaning: "segment served", reads: "text" },
      synonyms: ["segment", "market", "industry", "region", "markt", "branche", "gebiet"],
    },
    {
      field: "background",
      meaning: "background",
      reads: "text",
      synonyms: ["background", "origin", "herkunft", "werdegang"],
    },
    {
      ...{ field: "joined", meaning: "first day", reads: "first day" },
      synonyms: [
        "joined",
        "hired",
        "hire date",
        "start",
        "start date",
        "joining date",
        "entry date",
        "eintritt",
        "eintrittsdatum",
        "beginn",
      ],
    },
    {
      ...{ field: "left", meaning: "last day", reads: "last day" },
      synonyms: [
        "left",
        "leave date",
        "end",
        "end date",
        "exit",
        "exit date",
        "termination date",
        "austritt",
        "austrittsdatum",
        "ende",
      ],
    },
    {
      ...{ field: "salary", meaning: "base salary a year", reads: "money", isRequired: true, isTotalled: true },
      synonyms: [
        "salary",
        "base salary",
        "base",
        "base pay",
        "fixed pay",
        "gehalt",
        "grundgehalt",
        "jahresgehalt",
        "fixgehalt",
        "festgehalt",
        "fixum",
      ],
    },
    {
      ...{
        field: "targetIncentive",
        meaning: "incentive at target a year",
        reads: "money or percent",
        isTotalled: true,
      },
      synonyms: [
        ...[
          "target incentive",
          "incentive target",
          "bonus at target",
          "target bonus",
          "incentive at target",
          "variable pay",
        ],
        ...[
          "target variable",
          "variable",
          "bonus",
          "zielbonus",
          "zieltantieme",
          "tantieme",
          "variable verguetung",
          "zielpraemie",
        ],
      ],
    },
    {
      ...{ field: "salaryFrom", meaning: "day the salary holds from", reads: "first day", isExact: true },
      synonyms: [
        ...["salary from", "salary since", "salary effective from", "salary effective date", "effective from"],
        ...["effective date", "effective", "valid from", "gehalt ab", "gehalt seit", "gueltig ab", "gueltig seit"],
      ],
    },
    { field: "currency", meaning: "currency", reads: "currency", synonyms: ["currency", "waehrung"] },
  ],
};

/**
 * Reads the people. With a column of days salaries hold from, a person has a row for each salary. Refused: another second row of an id,
 * a salary or incentive below zero, a last day before the first.
 */
export function readRoster(table: RawTable, options: TableOptions = {}): TableRead<Person> {
  const layout = openTable(rosterKind, table, options);
  const monthly = layout.columns.find(
    ({ spec, header, sureness }) => spec?.field === "salary" && header.isMonthly && sureness !== "given",
  );
  if (monthly !== undefined) {
    const fault = `column ${monthly.letter} (${monthly.header.text}) seems to hold monthly salaries`;
    refuse(tableName(table), fault, "give a column of yearly salaries");
  }
  const salaries = new SalaryRows(layout.columns.some(({ spec }) => spec?.field === "salaryFrom"));
  const read = readTable<SalaryRow>(
    rosterKind,
    table,
    options,
    (values, row) => {
      const person = personOf(values, row);
      const one = { ...person, from: textIn(values, "salaryFrom") };
      salaries.expect(one, row);
      checkPerson(person, row);
      if (!row.isRefused) salaries.add(one, row.number);
      return [one];
    },
    layout,
  );
  const people = peopleOf(read.rows);
  return { ...read, rows: people, reconciliation: { ...read.reconciliation, made: people.length } };
}

function personOf(values: Values, row: RowInHand): Person {
  const salary = numberIn(values, "salary") ?? 0;
  return {
    id: textIn(values, "id") ?? "",
    name: textIn(values, "name"),
    team: textIn(values, "team"),
    segment: textIn(values, "segment"),
    background: textIn(values, "background"),
    joined: textIn(values, "joined"),
    left: textIn(values, "left"),
    salary,
    targetIncentive: incentiveOf(values.targetIncentive, salary, row),
  };
}

/** A percentage is one of base salary. */
function incentiveOf(value: Values[string], salary: number, row: RowInHand): number | undefined {
  if (typeof value === "number" || value === undefined) return value as number | undefined;
  row.remark({ reason: "a percentage, taken of base salary", expected: "", key: "targetIncentive" });
  return Number((salary * Number(`${String(value).replace(" %", "")}e-2`)).toPrecision(15));
}

function checkPerson({ salary, targetIncentive, joined, left }: Person, row: RowInHand): void {
  if (salary < 0) row.refuse({ reason: "a salary below zero", expected: "zero or more", key: "salary" });
  if (salary === 0) row.remark({ reason: "a salary of zero", expected: "", key: "salary" });
  if (targetIncentive !== undefined && targetIncentive < 0) {
    row.refuse({ reason: "an incentive at target below zero", expected: "zero or more", key: "targetIncentive" });
  }
  if (targetIncentive === 0)
    row.remark({ reason: "an incentive at target of zero", expected: "", key: "targetIncentive" });
  if (joined !== undefined && left !== undefined && left < joined) {
    row.refuse({ reason: "a last day before the first", expected: `a day from ${joined} on`, key: "left" });
  }
}
