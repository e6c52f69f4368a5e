import type { Fit } from "../../calibration/data.js";
import { leftOutTables, notUsedTables } from "../../employee-data/left-out-table.js";
import { peopleTables } from "../../employee-data/out.js";
import type { PeopleRead } from "../../employee-data/read-people.js";
import {
  type DataTable,
  number,
  plainColumn,
  tableOf,
  tableOfCells,
  textColumn,
  whole,
  yesOrNo,
} from "../../foundation/tables/data-table.js";
import { findingText } from "../../foundation/tables/finding.js";
import type { Explanation } from "../../payout/lines/explain.js";
import type { ValidationRow } from "../../validation/validate.js";
import { unitIn } from "./columns.js";

/** What was read, and what became of every table. */
export const peopleReadTables = ({ data, currency, reconciliation, findings }: PeopleRead): DataTable[] =>
  [
    ...peopleTables(data, currency),
    tableOf("reconciliation", "What became of the rows of one table.", reconciliation, [
      textColumn("table", "kind of table", (one) => one.table),
      textColumn("file", "name of the file", (one) => one.file),
      textColumn("sheet", "of a workbook", (one) => one.sheet),
      whole("read", "rows", "read", (one) => one.read),
      whole("used", "rows", "used", (one) => one.used),
      whole("refused", "rows", "left out", (one) => one.refused),
      whole("aside", "rows", "set aside: totals, and what was not won", (one) => one.aside),
      whole("blank", "rows", "blank", (one) => one.blank),
    ]),
    tableOf("findings", "Something its owner should know.", findings, [
      textColumn("table", "kind of table", (one) => one.table),
      textColumn("finding", "place, fault and remedy", findingText),
      yesOrNo("fault", "whether its row was left out", (one) => one.isFault),
      whole("times", "times", "it occurs", (one) => one.times),
    ]),
  ].map((table) => ({ ...table, isOfPeople: true }));

/** Every line of what one person is paid, and what is left over. */
export function explanationTables(found: Explanation): DataTable[] {
  const lines = found.periods.flatMap((period) => period.lines.map((line) => ({ period, line })));
  const due = found.periods.flatMap((period) => period.due.map((one) => ({ period, one })));
  const amount = (minor: number): number => minor / 10 ** found.decimals;
  const days = [
    plainColumn("from", "date", "first day of the period", "day"),
    plainColumn("to", "date", "last day of the period", "day"),
  ];
  return [
    tableOfCells(
      "lines",
      "One line of how a payout came about.",
      [
        ...days,
        plainColumn("line", "whole", "its number"),
        plainColumn("what it is", "text", "the rule it follows"),
        plainColumn("arithmetic", "text", "with its numbers"),
        plainColumn("result", "text", "as written"),
        plainColumn("number", "number", "what it comes to", "as the unit says"),
        plainColumn("unit", "text", "of the number"),
        plainColumn("adds to", "text", "the form of pay it adds to"),
      ],
      lines.map(({ period: { from, to }, line }) => [
        ...[from, to, line.number, line.rule, line.arithmetic, line.text, Number(line.result), line.unit, line.adds],
      ]),
    ),
    tableOfCells(
      "due",
      "Something that falls due.",
      [
        ...days,
        plainColumn("date", "date", "it falls due", "day"),
        plainColumn("amount", "money", "that falls due", found.currency),
      ],
      due.map(({ period: { from, to }, one }) => [from, to, one.date, amount(one.amount)]),
    ),
    tableOfCells(
      "not paid",
      "A period that is not paid.",
      [...days, plainColumn("why", "text", "what is wrong"), plainColumn("what would help", "text", "what to do")],
      found.refused.map(({ from, to, fault, remedy }) => [from, to, fault, remedy]),
    ),
    ...leftOutTables(found.waitsFor),
    ...notUsedTables(found.notUsed),
    tableOfCells(
      "terms",
      "One of the terms people are paid by.",
      [plainColumn("what", "text", "title, design or a term"), plainColumn("words", "text", "what it says")],
      [["title", found.title], ["design", found.design], ...found.terms.map((words) => ["term", words])],
    ),
  ].map((table) => ({ ...table, currency: found.currency, isOfPeople: true }));
}

/** What a firm's tables say of settings, what they do not, and how the fitted scenario compares with them. */
export function fitTables({ settings, refused, checks, about, leftOut, notUsed }: Fit): DataTable[] {
  const unitOf = (unit: Fit["settings"][number]["unit"]): string => unitIn(unit, about.currency);
  const asUnit = "as the unit says";
  return [
    tableOf("fitted settings", "A setting that the tables tell.", settings, [
      textColumn("place", "in the scenario file", (one) => one.place.join(".")),
      textColumn("unit", "what 1 of it is", (one) => unitOf(one.unit)),
      number("estimate", asUnit, "from the tables", (one) => one.estimate),
      number("low", asUnit, "5 % end", (one) => one.low),
      number("high", asUnit, "95 % end", (one) => one.high),
      textColumn("is", "written in the scenario", (one) => one.text),
      textColumn("was", "in the scenario before; blank where the default stood", (one) => one.was),
      textColumn("rests on", "how much of the tables", (one) => one.rests),
      textColumn("method", "how it was worked out", (one) => one.method),
    ]),
    tableOf("not fitted", "A setting the tables do not tell.", refused, [
      textColumn("place", "in the scenario file", (one) => one.place.join(".")),
      textColumn("why", "what is wanting", (one) => one.why),
      textColumn("kept", "what the scenario goes on saying", (one) => one.kept),
    ]),
    tableOf("observed and fitted", "A quantity as observed, beside what the fitted scenario gives.", checks, [
      textColumn("quantity", "name", (one) => one.name),
      textColumn("unit", "what 1 of it is", (one) => unitOf(one.unit)),
      number("observed", asUnit, "in the tables", (one) => one.observed?.estimate),
      number("observed low", asUnit, "lower end of its 90 % interval", (one) => one.observed?.low),
      number("observed high", asUnit, "upper end of its 90 % interval", (one) => one.observed?.high),
      number("fitted", asUnit, "mean of simulated teams", (one) => one.fitted?.estimate),
      number("fitted error", asUnit, "Monte Carlo error of the mean", (one) => one.fitted?.error),
      number("fitted low", asUnit, "lower end of what 95 % of teams lie in", (one) => one.fitted?.low),
      number("fitted high", asUnit, "upper end of it", (one) => one.fitted?.high),
      textColumn("agreement", "agrees, differs, or cannot tell", (one) => one.agreement),
      textColumn("why", "in words", (one) => one.why),
      textColumn("remark", "what to know before leaning on it", (one) => one.remark),
    ]),
    ...leftOutTables(leftOut),
    ...notUsedTables(notUsed),
  ];
}

/** Every number that is known, beside ours. */
export const validationTableOf = (rows: readonly ValidationRow[]): DataTable =>
  tableOf("validation", "One number that is known, beside ours.", rows, [
    textColumn("id", "the result it belongs to, and which number of it", (one) => one.id),
    textColumn("claim", "what is claimed", (one) => one.claim),
    textColumn("source", "where it is known from", (one) => one.source),
    textColumn("made_by", "how ours was made", (one) => one.by),
    number("exact", "as claimed", "what is known", (one) => one.exact),
    number("ours", "as claimed", "what comes out here", (one) => one.ours),
    number("tolerance", "as claimed", "distance that is allowed", (one) => one.tolerance),
    textColumn("reason", "why so much", (one) => one.reason),
    textColumn("is_shown", "true where it is shown only", (one) => String(one.isShown)),
    textColumn("passed", "true where ours lies within the tolerance", (one) => String(one.passed)),
  ]);
