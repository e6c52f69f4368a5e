import { refuse } from "../../../foundation/problem.js";
import type { RowInHand } from "../../../foundation/table/book.js";
import { type RawTable, tableName } from "../../../foundation/table/cell.js";
import { keyOf, type Layout } from "../../../foundation/table/column.js";
import { readPeriod } from "../../../foundation/table/date-text.js";
import type { Values } from "../../../foundation/table/read-rows.js";
import type { Person, Result } from "../people-data.js";
import { checkAttainment, impliedTarget } from "./attainment.js";
import { currencySpec, named, personNames } from "./headers.js";
import type { KnownIds } from "./known-ids.js";
import { measuresIn, withMeasures } from "./measure-columns.js";
import {
  numberIn,
  openTable,
  readTable,
  type TableKind,
  type TableOptions,
  type TableRead,
  textIn,
} from "./open-table.js";
import { Periods } from "./periods.js";

/** Results of the past: one row a person, period and measure, or one row a person and period with a column a measure. */
export const historyKind: TableKind = {
  name: "history",
  sheetNames: ["history", "results", "performance", "attainment", "goals", "ergebnisse", "leistung", "historie"],
  needs: [["person"], ["period", "from"], ["result", "attainment"]],
  widen: withMeasures,
  specs: [
    { ...personNames, meaning: "identifier of the person", reads: "id", isRequired: true },
    { ...named("history", "measure"), meaning: "measure", reads: "text", isRequired: true },
    { ...named("history", "period"), meaning: "year, quarter or month", reads: "period", isRequired: true },
    { ...named("history", "part"), meaning: "quarter or month of the year", reads: "text" },
    { ...named("history", "from"), meaning: "first day of the period", reads: "first day", isRequired: true },
    { ...named("history", "to"), meaning: "last day of the period", reads: "last day", isRequired: true },
    { ...named("history", "target"), meaning: "target", reads: "number", isTotalled: true, isExact: true },
    { ...named("history", "result"), meaning: "result", reads: "number", isTotalled: true, isExact: true },
    { ...named("history", "attainment"), meaning: "attainment: result ÷ target", reads: "ratio" },
    { ...named("history", "paid"), meaning: "paid for the period", reads: "money", isTotalled: true },
    { ...named("history", "atTarget"), meaning: "at target: the roster counts", reads: "money", isUnused: true },
    currencySpec,
  ],
};

/** Who may have results, and when they were here. */
export interface Roster {
  readonly ids: KnownIds;
  readonly people: ReadonlyMap<string, Person>;
}

/**
 * Reads results. Refused: unknown people, periods that end before they begin or overlap another of the same person and measure, a target
 * below zero, rows without a result.
 */
export function readHistory(table: RawTable, options: TableOptions, roster: Roster): TableRead<Result> {
  const layout = openTable(historyKind, table, options);
  refuseHalfPeriod(table, layout);
  const measures = measuresOf(layout);
  const periods = new Periods();
  const read = readTable<Result>(
    historyKind,
    table,
    options,
    (values, row) => {
      const person = roster.ids.resolve(textIn(values, "person") ?? "", row, "person");
      const period = periodOf(values, row);
      if (period === undefined) return [];
      const made = resultsOf(values, person, period, measures, row);
      if (made.length === 0 && !row.isRefused)
        row.refuse({ reason: "no result", expected: "a number such as 1250000" });
      const name = measures === undefined ? `${person}, ${textIn(values, "measure")}` : person;
      if (!row.isRefused) periods.add(name, period, row);
      remarkOutside(roster.people.get(person), period, row);
      return made;
    },
    layout,
  );
  return { ...read, findings: [...read.findings, ...periods.gaps(read.mapping)] };
}

function refuseHalfPeriod(table: RawTable, { columns, headerRow }: Layout): void {
  const fields = columns.map(({ spec }) => spec?.field);
  if (!fields.includes("from") || fields.includes("to") || fields.includes("period")) return;
  refuse(`${tableName(table)} row ${headerRow}`, "periods begin and do not end", 'name a column "to", or give "year"');
}

/** Names of the measures that have columns; undefined for one row a measure. */
function measuresOf({ columns }: Layout): readonly string[] | undefined {
  if (columns.some(({ spec }) => spec?.field === "measure")) return undefined;
  return measuresIn(columns);
}

interface Period {
  readonly from: string;
  readonly to: string;
}

function periodOf(values: Values, row: RowInHand): Period | undefined {
  const from = textIn(values, "from");
  const to = textIn(values, "to");
  const year = textIn(values, "period");
  if (from !== undefined && to !== undefined) {
    if (to < from)
      row.refuse({ reason: "the period ends before it begins", expected: `a day from ${from} on`, key: "to" });
    return { from, to };
  }
  const part = textIn(values, "part");
  const whole = part === undefined || year === undefined ? year : partOf(year, part);
  if (whole === undefined) {
    row.refuse({
      reason: "no quarter or month",
      expected: "a quarter such as Q1, or a month such as 3 or March",
      key: "part",
    });
    return undefined;
  }
  return { from: whole.slice(0, 10), to: whole.slice(11) };
}

const partOf = (year: string, part: string): string | undefined =>
  readPeriod(part) ?? readPeriod(`${year.slice(0, 4)}-${part}`);

function resultsOf(
  values: Values,
  person: string,
  period: Period,
  measures: readonly string[] | undefined,
  row: RowInHand,
): Result[] {
  const paid = numberIn(values, "paid");
  if (measures === undefined) {
    const one = resultOf(values, { person, measure: textIn(values, "measure") ?? "", ...period }, undefined, paid, row);
    return one === undefined ? [] : [one];
  }
  const [first] = measures;
  if (first === undefined) {
    const one = resultOf(values, { person, measure: "attainment", ...period }, undefined, paid, row);
    return one === undefined ? [] : [one];
  }
  const bearer = measures.find((measure) => keyOf("target", measure) in values) ?? first;
  const made = measures.flatMap((measure) => {
    const one = resultOf(values, { person, measure, ...period }, measure, measure === bearer ? paid : undefined, row);
    return one === undefined ? [] : [one];
  });
  if (paid !== undefined && made.length > 0 && !made.some((one) => one.paid !== undefined)) {
    row.refuse({
      reason: "paid, without a result of the measure it is paid for",
      expected: `a result of ${bearer}`,
      key: "paid",
    });
  }
  const borne = made.find(({ measure }) => measure === bearer);
  checkAttainment(values, borne, "attainment", row);
  return made;
}

function resultOf(
  values: Values,
  about: Omit<Result, "result">,
  qualifier: string | undefined,
  paid: number | undefined,
  row: RowInHand,
): Result | undefined {
  const target = numberIn(values, keyOf("target", qualifier));
  const attainment = numberIn(values, keyOf("attainment", qualifier));
  const said = numberIn(values, keyOf("result", qualifier));
  const key = keyOf("target", qualifier);
  if (target !== undefined && target < 0) row.refuse({ reason: "a target below zero", expected: "zero or more", key });
  if (target === 0) row.remark({ reason: "a target of zero, so no attainment", expected: "", key });
  if (said === undefined && target !== undefined && attainment === undefined) {
    row.refuse({ reason: "a target without a result", expected: "a result as well, or neither", key });
  }
  const result = said ?? (attainment === undefined ? undefined : attainment * (target ?? 1));
  if (result === undefined) return undefined;
  const made = { ...about, target: target ?? impliedTarget(said, attainment, qualifier, row), result, paid };
  checkAttainment(values, made, keyOf("attainment", qualifier), row);
  return made;
}

function remarkOutside(person: Person | undefined, { from, to }: Period, row: RowInHand): void {
  if (person?.joined !== undefined && to < person.joined) {
    row.remark({ reason: "a period before the person joined", expected: "", key: "person" });
  }
  if (person?.left !== undefined && from > person.left) {
    row.remark({ reason: "a period after the person left", expected: "", key: "person" });
  }
}
