import { leftOutTables, notUsedTables, waitsFor } from "../employee-data/left-out-table.js";
import { type DataTable, plainColumn, tableOfCells } from "../foundation/tables/data-table.js";
import type { Backtest } from "./data.js";

/** characters. Longest name of a sheet. */
const longestName = 31;

/** A backtest as tables for a workbook: cost by year, everybody by plan, changes and break-even by person. Money in units of the currency. */
export function backtestTables(backtest: Backtest): DataTable[] {
  const { decimals, changes, leftOut, notUsed } = backtest;
  const money = (minor: number | undefined): number | undefined =>
    minor === undefined ? undefined : minor / 10 ** decimals;
  return [
    years(backtest, money),
    people(backtest, money),
    ...(changes.length === 0 ? [] : [changed(backtest, money)]),
    ...(changes.some(({ breakEven }) => breakEven.length > 0) ? [breakEvens(backtest, money)] : []),
    ...unpaid(backtest),
    ...leftOutTables(leftOut),
    ...notUsedTables(notUsed),
  ].map((table) => ({
    ...table,
    name: table.name.slice(0, longestName),
    currency: backtest.currency,
    isOfPeople: true,
  }));
}

type Money = (minor: number | undefined) => number | undefined;

const both = [plainColumn("plan", "text", "name of the plan"), plainColumn("history", "text", "name of the history")];
const person = plainColumn("person", "text", "id");
const span = [
  plainColumn("from", "date", "first day of the period", "day"),
  plainColumn("to", "date", "last day of the period", "day"),
];

/** What amounts of a backtest are. */
const meanings = {
  pay: "cash, a year of the raise and other value together",
  "pay from": "lower end of its interval",
  "pay to": "upper end of its interval",
  cash: "paid out",
  "raise a year": "added to base salary",
  "other value": "of what is not cash",
  "base salary": "of the year",
  "old pay": "under the old plan",
  "new pay": "under the new plan",
  change: "new pay less old pay",
} as const;

const amounts = ({ currency }: Backtest, ...names: readonly (keyof typeof meanings)[]) =>
  names.map((name) => plainColumn(name, "money", meanings[name], currency));

const years = (backtest: Backtest, money: Money): DataTable =>
  tableOfCells(
    "cost by year",
    "What one plan cost in one year.",
    [
      ...both,
      plainColumn("year", "text", "name of the year"),
      plainColumn("people", "whole", "who were paid", "people"),
      ...amounts(backtest, "pay", "pay from", "pay to", "cash", "raise a year", "other value", "base salary"),
      plainColumn("of base salary", "percent", "pay as a share of it", "share"),
      plainColumn("of revenue", "percent", "pay as a share of it", "share"),
    ],
    backtest.costs.flatMap((cost) =>
      cost.years.map((year) => [
        ...[cost.plan, cost.history, year.name, year.people],
        ...[year.pay, year.interval?.low, year.interval?.high, year.cash, year.raise, year.value, year.salary].map(
          money,
        ),
        ...[year.ofSalary, year.ofRevenue],
      ]),
    ),
  );

const whyTitle = "not paid because";

/** Everybody who waits, once for each plan or comparison of their history. */
const waitingFor = (
  { waiting }: Backtest,
  of: readonly { readonly plan: string; readonly history: string }[],
): { readonly plan: string; readonly history: string; readonly person: string; readonly why: string }[] =>
  of.flatMap(({ plan, history }) =>
    waiting
      .filter((one) => one.history === history)
      .map(({ person, rows }) => ({ plan, history, person, why: `waits for ${waitsFor(rows)}` })),
  );

const why = plainColumn(whyTitle, "text", "what they wait for");

const people = (backtest: Backtest, money: Money): DataTable =>
  tableOfCells(
    "cost by person",
    "What one plan pays one person a year, then those who wait.",
    [
      ...both,
      person,
      ...amounts(backtest, "pay", "cash", "raise a year", "other value", "base salary"),
      plainColumn("of base salary", "percent", "pay as a share of it", "share"),
      why,
    ],
    [
      ...backtest.costs.flatMap((cost) =>
        cost.persons.map((one) => [
          ...[cost.plan, cost.history, one.name],
          ...[one.pay, one.cash, one.raise, one.value, one.salary].map(money),
          ...[one.ofSalary, undefined],
        ]),
      ),
      ...waitingFor(backtest, backtest.costs).map((one) => [
        ...[one.plan, one.history, one.person, ...Array(6).fill(undefined), one.why],
      ]),
    ],
  );

const changed = (backtest: Backtest, money: Money): DataTable =>
  tableOfCells(
    "winners and losers",
    "What one person gains or loses a year by a change of plan, then those who wait.",
    [
      ...both,
      person,
      plainColumn("name", "text", "of the person"),
      ...amounts(backtest, "old pay", "new pay", "change"),
      plainColumn("change of old pay", "percent", "change as a share of old pay", "share"),
      why,
    ],
    [
      ...backtest.changes.flatMap((change) =>
        change.persons.map((one) => [
          ...[change.plan, change.history, one.person, one.name],
          ...[one.old, one.new, one.change].map(money),
          ...[one.changeShare, undefined],
        ]),
      ),
      ...waitingFor(backtest, backtest.changes).map((one) => [
        ...[one.plan, one.history, one.person, ...Array(5).fill(undefined), one.why],
      ]),
    ],
  );

const breakEvens = (backtest: Backtest, money: Money): DataTable =>
  tableOfCells(
    "break-even",
    "What one person has to reach under the new plan to be paid as under the old one.",
    [
      ...both,
      person,
      ...span,
      ...amounts(backtest, "old pay", "new pay"),
      plainColumn("on", "text", "measure, or all of them"),
      plainColumn("reached", "percent", "in the period", "share of target"),
      plainColumn("needed", "percent", "for equal pay", "share of target"),
      plainColumn("answer", "text", "in words"),
    ],
    backtest.changes.flatMap(({ plan, history, breakEven }) =>
      breakEven.map((one) => [
        ...[plan, history, one.person, one.from, one.to],
        ...[one.old, one.new].map(money),
        ...[one.on, one.reached, one.needed, one.answer],
      ]),
    ),
  );

/** Who waits and who could not be paid, where anybody. */
function unpaid(backtest: Backtest): DataTable[] {
  const rows = [
    ...waitingFor(backtest, backtest.costs).map((one) => [
      ...[one.plan, one.history, one.person, undefined, undefined, one.why, "mend the rows"],
    ]),
    ...backtest.costs.flatMap(({ plan, history, refused }) =>
      refused.map((one) => [plan, history, one.person, one.from, one.to, one.fault, one.remedy]),
    ),
  ];
  if (rows.length === 0) return [];
  const columns = [
    ...both,
    person,
    ...span,
    plainColumn("fault", "text", "what is wrong"),
    plainColumn("remedy", "text", "what to do"),
  ];
  return [tableOfCells("not paid", "Somebody who is not paid.", columns, rows)];
}
