import { leftOutTables, notUsedTables, waitsFor } from "../../employee-data/left-out-table.js";
import type { OutTable } from "../../foundation/tables/out-table.js";
import { decimal } from "../../foundation/values/decimal.js";
import { roundMoney } from "../../foundation/values/money.js";
import type { PayoutForm, Payouts } from "../data.js";
import { explain } from "./explain.js";

type Column = OutTable["columns"][number];

const column = (title: string, format: Column["format"]): Column => ({ title, format });

const period = [column("person", "text"), column("from", "date"), column("to", "date")];

const forms = ["cash", "raise", "value"] as const satisfies readonly PayoutForm[];

/**
 * Payouts as tables for a payroll or an auditor: periods with those who are not paid below, every line of every explanation, what falls due
 * when, who is not paid, rows of the tables that were left out, what is still open and the terms. Money in units of the currency. Tables
 * that would be empty are left out, but for the first.
 */
export function payoutTables(payouts: Payouts): OutTable[] {
  const all = [periods, lines, dues, refusals].map((make) => make(payouts));
  return [
    ...all,
    ...leftOutTables(payouts.leftOut),
    ...notUsedTables(payouts.notUsed),
    balances(payouts),
    terms(payouts),
  ].filter(({ rows }, k) => k === 0 || rows.length > 0);
}

/** The payouts of one person, as tables of their own are made of them. */
export function ofPerson(payouts: Payouts, person: string): Payouts {
  const own = <Row extends { readonly person: string }>(rows: readonly Row[]) =>
    rows.filter((row) => row.person === person);
  const left = (name: "owed" | "banked" | "reclaimed") =>
    Object.fromEntries(Object.entries(payouts[name]).filter(([id]) => id === person));
  const all = own(payouts.periods);
  const total = (form: PayoutForm) => all.reduce((sum, one) => sum + one[form], 0);
  return {
    ...payouts,
    ...{ periods: all, refused: own(payouts.refused), merit: [] },
    waiting: own(payouts.waiting),
    leftOut: payouts.leftOut.filter(({ waits }) => waits.includes(person) || waits.length === 0),
    ...{ owed: left("owed"), banked: left("banked"), reclaimed: left("reclaimed") },
    ...{ cash: total("cash"), raise: total("raise"), value: total("value") },
  };
}

const amount = (minor: number, { decimals }: Payouts): number => minor / 10 ** decimals;

const whyTitle = "not paid because";

function periods(payouts: Payouts): OutTable {
  const blank = [undefined, undefined, ...forms.map(() => undefined), undefined];
  return {
    name: "payouts",
    columns: [
      ...period,
      column("design", "text"),
      column("score", "percent"),
      column("cash", "money"),
      column("raise a year", "money"),
      column("other value", "money"),
      column("cash at target", "money"),
      column(whyTitle, "text"),
    ],
    rows: [
      ...payouts.periods.map((one) => [
        ...[one.person, one.from, one.to, one.design, one.score],
        ...forms.map((form) => amount(one[form], payouts)),
        ...[Number(roundMoney(decimal(one.atTarget), payouts.currency).toFixed()), undefined],
      ]),
      ...unpaidOf(payouts).map(({ person, from, to, fault, remedy }) => [
        person,
        from,
        to,
        ...blank,
        `${fault}; ${remedy}`,
      ]),
    ],
  };
}

/** Everybody who is not paid: for a period, or until rows that were left out are mended. */
const unpaidOf = ({ refused, waiting }: Payouts) => [
  ...waiting.map(({ person, rows }) => ({
    ...{ person, from: undefined, to: undefined },
    fault: `waits for ${waitsFor(rows)}`,
    remedy: rows.length === 1 ? "mend the row" : "mend the rows",
  })),
  ...refused,
];

const lines = (payouts: Payouts): OutTable => {
  const people = [...new Set(payouts.periods.map(({ person }) => person))];
  return {
    name: "lines",
    columns: [
      ...period,
      column("line", "whole"),
      column("what it is", "text"),
      column("arithmetic", "text"),
      column("result", "text"),
      column("number", "number"),
      column("unit", "text"),
      column("adds to", "text"),
    ],
    rows: people.flatMap((person) =>
      explain(payouts, person).periods.flatMap(({ from, to, lines: own }) =>
        own.map(({ number, rule, arithmetic, text, result, unit, adds }) => [
          ...[person, from, to, number, rule, arithmetic, text],
          ...[Number(result), unit, adds],
        ]),
      ),
    ),
  };
};

const dues = (payouts: Payouts): OutTable => ({
  name: "due",
  columns: [
    ...period,
    column("date", "date"),
    column("amount", "money"),
    column("only if still there", "yes or no"),
    column("lost", "yes or no"),
  ],
  rows: payouts.periods.flatMap(({ person, from, to, due }) =>
    due.map((one) => [person, from, to, one.date, amount(one.amount, payouts), one.isVesting, one.isForfeited]),
  ),
});

const refusals = (payouts: Payouts): OutTable => ({
  name: "not paid",
  columns: [...period, column("why", "text"), column("what would help", "text")],
  rows: unpaidOf(payouts).map(({ person, from, to, fault, remedy }) => [person, from, to, fault, remedy]),
});

const open = [
  ["owed", "advanced on a draw, to be recovered"],
  ["banked", "in the bonus bank"],
  ["reclaimed", "clawed back, to be recovered"],
] as const;

const balances = (payouts: Payouts): OutTable => ({
  name: "still open",
  columns: [column("person", "text"), column("what", "text"), column("amount", "money")],
  rows: open.flatMap(([name, what]) =>
    Object.entries(payouts[name]).map(([person, minor]) => [person, what, amount(minor, payouts)]),
  ),
});

const terms = ({ title, design, currency, terms: texts }: Payouts): OutTable => ({
  name: "terms",
  columns: [column("what", "text"), column("words", "text")],
  rows: [["title", title], ["design", design], ["currency", currency], ...texts.map((text) => ["term", text])],
});
