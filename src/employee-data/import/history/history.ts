import type { RawTable } from "../../../foundation/tables/cell.js";
import { columnKey, type Layout } from "../../../foundation/tables/column.js";
import type { Values } from "../../../foundation/tables/read-rows.js";
import type { RowInHand } from "../../../foundation/tables/row-reader.js";
import type { DayRange } from "../../../foundation/values/calendar.js";
import type { Person, Result } from "../../data.js";
import type { KnownIds } from "../known-ids.js";
import { numberIn, openTable, type TableKind, type TableOptions, type TableRead, textIn } from "../open-table.js";
import { withRatings } from "../ratings.js";
import { readTable } from "../read-table.js";
import { checkAttainment, impliedTarget } from "./attainment.js";
import { historySpecs } from "./history-specs.js";
import { measuresIn, withMeasures } from "./measure-columns.js";
import { inSlots, refusePeriods, slotsOf } from "./period-slots.js";
import { Periods } from "./periods.js";

/** Results of the past: one row a person, period and measure, or one row a person and period with a column a measure. */
export const historyKind: TableKind = {
  name: "history",
  sheetNames: ["history", "results", "performance", "attainment", "goals", "ergebnisse", "leistung", "historie"],
  needs: [["person"], ["period", "from"], ["result", "attainment"]],
  widen: withMeasures,
  specs: historySpecs,
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
  refusePeriods(table, layout);
  const measures = measuresOf(layout);
  const slots = slotsOf(layout);
  const periods = new Periods();
  const read = readTable<Result>(
    historyKind,
    table,
    options,
    (written, row) => {
      const values = withRatings(written, options.ratings, row);
      const person = roster.ids.resolve(textIn(values, "person") ?? "", row, "person");
      const made = inSlots(values, row, slots).flatMap((one) => {
        const found = resultsOf(one.values, person, one.period, measures, one.row);
        const name = measures === undefined ? `${person}, ${textIn(values, "measure")}` : person;
        if (found.length > 0 && !row.isRefused) periods.add(name, one.period, row);
        if (found.length > 0) remarkOutside(roster.people.get(person), one.period, row);
        return found;
      });
      if (made.length === 0 && !row.isRefused)
        row.refuse({ reason: "no result", expected: "a number such as 1250000" });
      return made;
    },
    layout,
  );
  return { ...read, findings: [...read.findings, ...periods.gaps(read.mapping)] };
}

/** Names of the measures that have columns; undefined for one row a measure. */
function measuresOf({ columns }: Layout): readonly string[] | undefined {
  if (columns.some(({ spec }) => spec?.field === "measure")) return undefined;
  return measuresIn(columns);
}

function resultsOf(
  values: Values,
  person: string,
  period: DayRange,
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
  const bearer = measures.find((measure) => columnKey("target", measure) in values) ?? first;
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
  const target = numberIn(values, columnKey("target", qualifier));
  const attainment = numberIn(values, columnKey("attainment", qualifier));
  const said = numberIn(values, columnKey("result", qualifier));
  const key = columnKey("target", qualifier);
  if (target !== undefined && target < 0) row.refuse({ reason: "a target below zero", expected: "zero or more", key });
  if (target === 0) row.remark({ reason: "a target of zero, so no attainment", expected: "", key });
  if (said === undefined && target !== undefined && attainment === undefined) {
    row.refuse({ reason: "a target without a result", expected: "a result as well, or neither", key });
  }
  const result = said ?? (attainment === undefined ? undefined : attainment * (target ?? 1));
  if (result === undefined) return undefined;
  const made = { ...about, target: target ?? impliedTarget(said, attainment, qualifier, row), result, paid };
  checkAttainment(values, made, columnKey("attainment", qualifier), row);
  return made;
}

function remarkOutside(person: Person | undefined, { from, to }: DayRange, row: RowInHand): void {
  if (person?.joined !== undefined && to < person.joined) {
    row.remark({ reason: "a period before the person joined", expected: "", key: "person" });
  }
  if (person?.left !== undefined && from > person.left) {
    row.remark({ reason: "a period after the person left", expected: "", key: "person" });
  }
}
