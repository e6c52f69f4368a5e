import {
  blank,
  type DataTable,
  type Read,
  reader,
  tableOf,
  textColumn,
  yesOrNo,
} from "../foundation/tables/data-table.js";
import type { AccountYear, PeopleData, Person, Result, SalaryFrom, Transaction } from "./data.js";
import { leftOutTables } from "./left-out-table.js";

const day = reader("date");
const money = reader("money");
const percent = reader("percent");
const number = reader("number");
const whole = reader("whole");

/**
 * The four tables as they are written for others, and as they are read again without a loss: rows that were left out go with them, in a
 * table of their own. Empty ones are left out.
 */
export function peopleTables(
  { people, results, accounts, transactions, reading }: PeopleData,
  currency?: string,
): DataTable[] {
  const isFiscal = reading?.fiscalYear !== undefined;
  const unit = currency ?? "money";
  const tables = [
    roster(people, unit),
    history(results, unit),
    portfolio(accounts, isFiscal, unit),
    events(transactions),
  ];
  return [
    ...tables.filter(({ rows, name }) => rows > 0 || name === "roster"),
    ...leftOutTables(reading?.leftOut ?? []),
  ].map((table) => ({ ...table, currency, isOfPeople: true }));
}

/** A person, and one salary of theirs. */
interface Paid extends Person {
  readonly held: Person | SalaryFrom;
}

function roster(people: PeopleData["people"], unit: string): DataTable {
  const where = (isThere: boolean, column: Read<Paid>): Read<Paid>[] => (isThere ? [column] : []);
  const has = (key: keyof Person): boolean => people.some((one) => one[key] !== undefined);
  const rows = people.flatMap((one) => (one.salaries ?? [one]).map((held): Paid => ({ ...one, held })));
  return tableOf("roster", "A person, or a salary of theirs where it has changed.", rows, [
    textColumn("person", "id", (one) => one.id),
    textColumn("name", "of the person", (one) => one.name),
    ...where(
      has("email"),
      textColumn("e-mail", "of the person", (one) => one.email),
    ),
    textColumn("team", "they are in", (one) => one.team),
    textColumn("segment", "of the accounts or the market served", (one) => one.segment),
    textColumn("background", "where they come from", (one) => one.background),
    blank(day("joined", "day", "first day with the firm", (one) => one.joined)),
    blank(day("left", "day", "last day with the firm", (one) => one.left)),
    money("salary", `${unit}/year`, "base salary", ({ held }) => held.salary),
    money("target incentive", `${unit}/year`, "incentive at target", ({ held }) => held.targetIncentive),
    ...where(
      has("midpoint"),
      money("midpoint", `${unit}/year`, "of the range of salaries", (one) => one.midpoint),
    ),
    ...where(
      has("salaries"),
      day("salary from", "day", "first day of this salary", ({ held }) => ("from" in held ? held.from : undefined)),
    ),
  ]);
}

const history = (results: PeopleData["results"], unit: string): DataTable =>
  tableOf<Result>("results", "What one person reached on one measure in one period.", results, [
    textColumn("person", "id", (one) => one.person),
    textColumn("measure", "name", (one) => one.measure),
    day("from", "day", "first day of the period", (one) => one.from),
    day("to", "day", "last day of the period", (one) => one.to),
    number("target", "as the measure", "set for the period", (one) => one.target),
    number("result", "as the measure", "reached", (one) => one.result),
    money("paid", unit, "for the period, where known", (one) => one.paid),
  ]);

const portfolio = (accounts: PeopleData["accounts"], areFiscal: boolean, unit: string): DataTable =>
  tableOf<AccountYear>("accounts", "One account in one year.", accounts, [
    textColumn("account", "id", (one) => one.account),
    textColumn("person", "who looks after it", (one) => one.person),
    textColumn("segment", "of the account", (one) => one.segment),
    whole(areFiscal ? "fiscal year" : "year", "year", "which year", (one) => one.year),
    money("revenue", `${unit}/year`, "with the account", (one) => one.revenue),
    percent("margin", "share of revenue", "contribution", (one) => one.margin),
    number("satisfaction", "1 = target or average", "where surveyed", (one) => one.satisfaction),
    yesOrNo("lost", "whether it was lost in that year", (one) => one.isLost),
  ]);

function events(transactions: PeopleData["transactions"]): DataTable {
  const has = (key: "share" | "reverses"): boolean => transactions.some((one) => one[key] !== undefined);
  const shares = has("share")
    ? [percent<Transaction>("share", "share", "of the sale that is theirs", (one) => one.share)]
    : [];
  const reverses = has("reverses")
    ? [textColumn<Transaction>("reverses", "id of the sale it takes back", (one) => one.reverses)]
    : [];
  return tableOf<Transaction>("transactions", "A sale or another event that counts towards a measure.", transactions, [
    textColumn("transaction", "id", (one) => one.id),
    day("date", "day", "of the event", (one) => one.date),
    textColumn("person", "id", (one) => one.person),
    textColumn("account", "id", (one) => one.account),
    textColumn("measure", "it counts towards", (one) => one.measure),
    money("amount", "as the measure", "of the whole sale", (one) => one.amount),
    ...shares,
    ...reverses,
  ]);
}
