import { leftOutTables, notUsedTables, waitsFor } from "../../employee-data/left-out-table.js";
import { type DataTable, plainColumn, tableOfCells } from "../../foundation/tables/data-table.js";
import { decimal } from "../../foundation/values/decimal.js";
import { roundMoney } from "../../foundation/values/money.js";
import type { PayoutForm, Payouts } from "../data.js";
import { explain } from "./explain.js";

const period = [
  plainColumn("person", "text", "id"),
  plainColumn("from", "date", "first day of the period", "day"),
  plainColumn("to", "date", "last day of the period", "day"),
];

/** A column of amounts of money. */
const money = (name: string, { currency }: Payouts, meaning: string, per = "") =>
  plainColumn(name, "money", meaning, `${currency}${per}`);

const forms = ["cash", "raise", "value"] as const satisfies readonly PayoutForm[];

/**
 * Payouts as tables for a payroll or an auditor: periods with those who are not paid below, every line of every explanation, what falls due
 * when, who is not paid, rows of the tables that were left out, what is still open and the terms. Money in units of the currency. Tables
 * that would be empty are left out, but for the first.
 */
export function payoutTables(payouts: Payouts): DataTable[] {
  const all = [periods, lines, dues, refusals].map((make) => make(payouts));
  return [
    ...all,
    ...leftOutTables(payouts.leftOut),
    ...notUsedTables(payouts.notUsed),
    balances(payouts),
    terms(payouts),
  ]
    .filter(({ rows }, k) => k === 0 || rows > 0)
    .map((table) => ({ ...table, currency: payouts.currency, isOfPeople: true }));
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

function periods(payouts: Payouts): DataTable {
  const blank = [undefined, undefined, ...forms.map(() => undefined), undefined];
  const columns = [
    ...period,
    plainColumn("design", "text", "paid by"),
    plainColumn("score", "percent", "reached", "share of target"),
    money("cash", payouts, "paid for the period"),
    money("raise a year", payouts, "added to base salary", "/year"),
    money("other value", payouts, "of what is not cash"),
    money("cash at target", payouts, "what a score of 100 % pays"),
    plainColumn(whyTitle, "text", "why nothing is paid, and what would help"),
  ];
  return tableOfCells("payouts", "What one person is paid for one period, then those who are not paid.", columns, [
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
  ]);
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

const lines = (payouts: Payouts): DataTable => {
  const people = [...new Set(payouts.periods.map(({ person }) => person))];
  const columns = [
    ...period,
    plainColumn("line", "whole", "its number"),
    plainColumn("what it is", "text", "the rule it follows"),
    plainColumn("arithmetic", "text", "with its numbers"),
    plainColumn("result", "text", "as written"),
    plainColumn("number", "number", "what it comes to", "as the unit says"),
    plainColumn("unit", "text", "of the number"),
    plainColumn("adds to", "text", "the form of pay it adds to"),
  ];
  const rows = people.flatMap((person) =>
    explain(payouts, person).periods.flatMap(({ from, to, lines: own }) =>
      own.map(({ number, rule, arithmetic, text, result, unit, adds }) => [
        ...[person, from, to, number, rule, arithmetic, text],
        ...[Number(result), unit, adds],
      ]),
    ),
  );
  return tableOfCells("lines", "One line of how a payout came about.", columns, rows);
};

const dues = (payouts: Payouts): DataTable =>
  tableOfCells(
    "due",
    "Something that falls due.",
    [
      ...period,
      plainColumn("date", "date", "it falls due", "day"),
      money("amount", payouts, "that falls due"),
      plainColumn("only if still there", "yes or no", "whether who has left by then loses it"),
      plainColumn("lost", "yes or no", "whether it is lost"),
    ],
    payouts.periods.flatMap(({ person, from, to, due }) =>
      due.map((one) => [person, from, to, one.date, amount(one.amount, payouts), one.isVesting, one.isForfeited]),
    ),
  );

const refusals = (payouts: Payouts): DataTable =>
  tableOfCells(
    "not paid",
    "Somebody who is not paid.",
    [...period, plainColumn("why", "text", "what is wrong"), plainColumn("what would help", "text", "what to do")],
    unpaidOf(payouts).map(({ person, from, to, fault, remedy }) => [person, from, to, fault, remedy]),
  );

const open = [
  ["owed", "advanced on a draw, to be recovered"],
  ["banked", "in the bonus bank"],
  ["reclaimed", "clawed back, to be recovered"],
] as const;

const balances = (payouts: Payouts): DataTable =>
  tableOfCells(
    "still open",
    "What is still open with one person.",
    [
      plainColumn("person", "text", "id"),
      plainColumn("what", "text", "kind of balance"),
      money("amount", payouts, "still open"),
    ],
    open.flatMap(([name, what]) =>
      Object.entries(payouts[name]).map(([person, minor]) => [person, what, amount(minor, payouts)]),
    ),
  );

const terms = ({ title, design, currency, terms: texts }: Payouts): DataTable =>
  tableOfCells(
    "terms",
    "One of the terms people are paid by.",
    [plainColumn("what", "text", "title, design, currency or a term"), plainColumn("words", "text", "what it says")],
    [["title", title], ["design", design], ["currency", currency], ...texts.map((text) => ["term", text])],
  );
