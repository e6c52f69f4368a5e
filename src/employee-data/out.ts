import type { OutTable } from "../foundation/tables/out-table.js";
import type { PeopleData } from "./data.js";
import { leftOutTables } from "./left-out-table.js";

/**
 * The four tables as they are written for others, and as they are read again without a loss: rows that were left out go with them, in a
 * table of their own. Empty ones are left out.
 */
export function peopleTables({ people, results, accounts, transactions, reading }: PeopleData): OutTable[] {
  const isFiscal = reading?.fiscalYear !== undefined;
  const tables = [roster(people), history(results), portfolio(accounts, isFiscal), events(transactions)];
  return [
    ...tables.filter(({ rows, name }) => rows.length > 0 || name === "roster"),
    ...leftOutTables(reading?.leftOut ?? []),
  ];
}

function roster(people: PeopleData["people"]): OutTable {
  const hasSalaries = people.some(({ salaries }) => salaries !== undefined);
  const days = hasSalaries ? [{ title: "salary from", format: "date" } as const] : [];
  const hasEmails = people.some(({ email }) => email !== undefined);
  const hasMidpoints = people.some(({ midpoint }) => midpoint !== undefined);
  return {
    name: "roster",
    columns: [
      { title: "person", format: "text" },
      { title: "name", format: "text" },
      ...(hasEmails ? [{ title: "e-mail", format: "text" } as const] : []),
      { title: "team", format: "text" },
      { title: "segment", format: "text" },
      { title: "background", format: "text" },
      { title: "joined", format: "date" },
      { title: "left", format: "date" },
      { title: "salary", format: "money" },
      { title: "target incentive", format: "money" },
      ...(hasMidpoints ? [{ title: "midpoint", format: "money" } as const] : []),
      ...days,
    ],
    rows: people.flatMap((one) =>
      (one.salaries ?? [one]).map((held) => [
        ...[one.id, one.name, ...(hasEmails ? [one.email] : [])],
        ...[one.team, one.segment, one.background, one.joined, one.left, held.salary, held.targetIncentive],
        ...(hasMidpoints ? [one.midpoint] : []),
        ...(hasSalaries ? ["from" in held ? held.from : undefined] : []),
      ]),
    ),
  };
}

const history = (results: PeopleData["results"]): OutTable => ({
  name: "results",
  columns: [
    { title: "person", format: "text" },
    { title: "measure", format: "text" },
    { title: "from", format: "date" },
    { title: "to", format: "date" },
    { title: "target", format: "number" },
    { title: "result", format: "number" },
    { title: "paid", format: "money" },
  ],
  rows: results.map((one) => [one.person, one.measure, one.from, one.to, one.target, one.result, one.paid]),
});

const portfolio = (accounts: PeopleData["accounts"], areFiscal: boolean): OutTable => ({
  name: "accounts",
  columns: [
    { title: "account", format: "text" },
    { title: "person", format: "text" },
    { title: "segment", format: "text" },
    { title: areFiscal ? "fiscal year" : "year", format: "whole" },
    { title: "revenue", format: "money" },
    { title: "margin", format: "percent" },
    { title: "satisfaction", format: "number" },
    { title: "lost", format: "yes or no" },
  ],
  rows: accounts.map((one) => [
    ...[one.account, one.person, one.segment, one.year, one.revenue, one.margin, one.satisfaction, one.isLost],
  ]),
});

function events(transactions: PeopleData["transactions"]): OutTable {
  const hasShares = transactions.some(({ share }) => share !== undefined);
  const hasReversals = transactions.some(({ reverses }) => reverses !== undefined);
  return {
    name: "transactions",
    columns: [
      { title: "transaction", format: "text" },
      { title: "date", format: "date" },
      { title: "person", format: "text" },
      { title: "account", format: "text" },
      { title: "measure", format: "text" },
      { title: "amount", format: "money" },
      ...(hasShares ? [{ title: "share", format: "percent" } as const] : []),
      ...(hasReversals ? [{ title: "reverses", format: "text" } as const] : []),
    ],
    rows: transactions.map((one) => [
      ...[one.id, one.date, one.person, one.account, one.measure, one.amount],
      ...(hasShares ? [one.share] : []),
      ...(hasReversals ? [one.reverses] : []),
    ]),
  };
}
