import { leftOutTables, notUsedTables, waitsFor } from "../employee-data/left-out-table.js";
import type { OutTable } from "../foundation/tables/out-table.js";
import type { PlanCost } from "./cost-data.js";
import type { Backtest, PlanChange } from "./data.js";

/** characters. Longest name of a sheet. */
const longestName = 31;

/** A backtest as tables for a workbook: cost by year, everybody by plan, changes and break-even by person. Money in units of the currency. */
export function backtestTables(backtest: Backtest): OutTable[] {
  const { decimals, costs, changes, leftOut, notUsed } = backtest;
  const money = (minor: number | undefined): number | undefined =>
    minor === undefined ? undefined : minor / 10 ** decimals;
  return [
    years(costs, money),
    people(backtest, money),
    ...(changes.length === 0 ? [] : [changed(backtest, money)]),
    ...(changes.some(({ breakEven }) => breakEven.length > 0) ? [breakEvens(changes, money)] : []),
    ...unpaid(backtest),
    ...leftOutTables(leftOut),
    ...notUsedTables(notUsed),
  ].map((table) => ({ ...table, name: table.name.slice(0, longestName) }));
}

type Money = (minor: number | undefined) => number | undefined;

const column = (title: string, format: OutTable["columns"][number]["format"]) => ({ title, format });

const both = [column("plan", "text"), column("history", "text")];

const years = (costs: readonly PlanCost[], money: Money): OutTable => ({
  name: "cost by year",
  columns: [
    ...both,
    column("year", "text"),
    column("people", "whole"),
    ...["pay", "pay from", "pay to", "cash", "raise a year", "other value", "base salary"].map((one) =>
      column(one, "money"),
    ),
    column("of base salary", "percent"),
    column("of revenue", "percent"),
  ],
  rows: costs.flatMap((cost) =>
    cost.years.map((year) => [
      ...[cost.plan, cost.history, year.name, year.people],
      ...[year.pay, year.interval?.low, year.interval?.high, year.cash, year.raise, year.value, year.salary].map(money),
      ...[year.ofSalary, year.ofRevenue],
    ]),
  ),
});

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

const people = ({ costs, ...backtest }: Backtest, money: Money): OutTable => ({
  name: "cost by person",
  columns: [
    ...both,
    column("person", "text"),
    ...["pay", "cash", "raise a year", "other value", "base salary"].map((one) => column(one, "money")),
    column("of base salary", "percent"),
    column(whyTitle, "text"),
  ],
  rows: [
    ...costs.flatMap((cost) =>
      cost.persons.map((one) => [
        ...[cost.plan, cost.history, one.name],
        ...[one.pay, one.cash, one.raise, one.value, one.salary].map(money),
        ...[one.ofSalary, undefined],
      ]),
    ),
    ...waitingFor({ costs, ...backtest }, costs).map(({ plan, history, person, why }) => [
      ...[plan, history, person, ...Array(6).fill(undefined), why],
    ]),
  ],
});

const changed = ({ changes, ...backtest }: Backtest, money: Money): OutTable => ({
  name: "winners and losers",
  columns: [
    ...both,
    column("person", "text"),
    column("name", "text"),
    ...["old pay", "new pay", "change"].map((one) => column(one, "money")),
    column("change of old pay", "percent"),
    column(whyTitle, "text"),
  ],
  rows: [
    ...changes.flatMap((change) =>
      change.persons.map((one) => [
        ...[change.plan, change.history, one.person, one.name],
        ...[one.old, one.new, one.change].map(money),
        ...[one.changeShare, undefined],
      ]),
    ),
    ...waitingFor({ changes, ...backtest }, changes).map(({ plan, history, person, why }) => [
      ...[plan, history, person, ...Array(5).fill(undefined), why],
    ]),
  ],
});

const breakEvens = (changes: readonly PlanChange[], money: Money): OutTable => ({
  name: "break-even",
  columns: [
    ...both,
    column("person", "text"),
    column("from", "date"),
    column("to", "date"),
    ...["old pay", "new pay"].map((one) => column(one, "money")),
    column("on", "text"),
    column("reached", "percent"),
    column("needed", "percent"),
    column("answer", "text"),
  ],
  rows: changes.flatMap(({ plan, history, breakEven }) =>
    breakEven.map((one) => [
      ...[plan, history, one.person, one.from, one.to],
      ...[one.old, one.new].map(money),
      ...[one.on, one.reached, one.needed, one.answer],
    ]),
  ),
});

/** Who waits and who could not be paid, where anybody. */
function unpaid(backtest: Backtest): OutTable[] {
  const rows = [
    ...waitingFor(backtest, backtest.costs).map(({ plan, history, person, why }) => [
      ...[plan, history, person, undefined, undefined, why, "mend the rows"],
    ]),
    ...backtest.costs.flatMap(({ plan, history, refused }) =>
      refused.map((one) => [plan, history, one.person, one.from, one.to, one.fault, one.remedy]),
    ),
  ];
  if (rows.length === 0) return [];
  const columns = [
    ...both,
    column("person", "text"),
    column("from", "date"),
    column("to", "date"),
    column("fault", "text"),
    column("remedy", "text"),
  ];
  return [{ name: "not paid", columns, rows }];
}
