import { bareTableName, type RawTable } from "../foundation/tables/cell.js";
import type { MappedColumn } from "../foundation/tables/column.js";
import { bareFinding, findingText, type TableFinding } from "../foundation/tables/finding.js";
import type { Reconciliation } from "../foundation/tables/reconciliation.js";
import { Problem } from "../foundation/text/problem.js";
import { isCalendarYear } from "../foundation/values/fiscal-year.js";
import type { NotUsed, PeopleData, Result, TablesReading, Transaction } from "./data.js";
import { accountsKind, readAccounts } from "./import/accounts.js";
import { historyKind, readHistory } from "./import/history/history.js";
import { unnamed } from "./import/history/period-columns.js";
import { KnownIds } from "./import/known-ids.js";
import { leftOutOf } from "./import/left-out.js";
import { remarkOn, type TableKind, type TableMapping, type TableOptions, type TableRead } from "./import/open-table.js";
import { PeopleNames } from "./import/people-names.js";
import { readRoster, rosterKind } from "./import/roster/roster.js";
import { personNames } from "./import/roster/roster-row.js";
import { readTransactions, transactionsKind } from "./import/transactions/transactions.js";
import { leftOutAgain } from "./left-out-table.js";
import { oddDates, oddPay, oddResults } from "./plausible.js";

/** The kinds of tables, in the order they are read. */
export const tableKinds = [rosterKind, accountsKind, historyKind, transactionsKind] as const satisfies TableKind[];

/** `roster`, `accounts`, `history` or `transactions`. */
export type TableName = "roster" | "accounts" | "history" | "transactions";

/** The tables of a firm, cell by cell. */
export type PeopleTables = { readonly roster: RawTable } & { readonly [name in TableName]?: RawTable | undefined } & {
  /** Rows that were left out when these tables were written, as `peopleTables` writes them. */
  readonly leftOut?: RawTable | undefined;
};

/** What came out of a firm's tables, and what became of every row and column of them. */
export interface PeopleRead {
  readonly data: PeopleData;
  /** ISO code of all amounts, where the tables or the caller say one. */
  readonly currency: string | undefined;
  readonly reconciliation: readonly Reconciliation[];
  /** Faults, whose rows were left out, and remarks. */
  readonly findings: readonly TableFinding[];
  readonly mapping: readonly TableMapping[];
}

/** Options of all tables, and what is particular to each. */
export type PeopleOptions = Omit<TableOptions, "columns" | "ignored"> & {
  /** `{ roster: { salary: "Grundgehalt" } }`. */
  readonly columns?: { readonly [name in TableName]?: TableOptions["columns"] } | undefined;
  readonly ignored?: { readonly [name in TableName]?: TableOptions["ignored"] } | undefined;
  /** Refuse everything when one row has a fault. */
  readonly isStrict?: boolean | undefined;
};

/**
 * Reads a firm's tables. Rows with faults are left out, listed and counted. Throws a Problem where a table cannot be read at all, where
 * tables are in several currencies and, when strict, for any fault.
 */
export function readTables(tables: PeopleTables, options: PeopleOptions = {}): PeopleRead {
  const { fiscalYear } = options;
  let currency = options.currency;
  let personHeaders: readonly string[] = [];
  const optionsOf = (name: TableName): TableOptions => ({
    ...{ currency, decimal: options.decimal, dates: options.dates, fiscalYear },
    ...{ columns: options.columns?.[name], ignored: options.ignored?.[name], personHeaders },
    ratings: options.ratings,
  });
  const reads: TableRead<unknown>[] = [];
  const booked = <Row>(read: TableRead<Row>): readonly Row[] => {
    currency ??= read.mapping.currency;
    reads.push(read);
    return read.rows;
  };
  const listed = readRoster(tables.roster, optionsOf("roster"));
  const people = booked(listed);
  personHeaders = idHeaders(listed.mapping.columns);
  const lost = (read: TableRead<unknown>, key: string) =>
    read.leftOut.flatMap(({ values }) => values[key] ?? []).map(String);
  const roster = {
    ids: new KnownIds(
      people.map(({ id }) => id),
      "person on the roster",
      lost(listed, "id"),
      new PeopleNames([...people, ...listed.leftOut.flatMap(({ values }) => personNames(values) ?? [])]),
    ),
    people: new Map(people.map((one) => [one.id, one])),
  };
  const { accounts: portfolio, history, transactions: events } = tables;
  const owned = portfolio === undefined ? undefined : readAccounts(portfolio, optionsOf("accounts"), roster.ids);
  const accounts = owned === undefined ? [] : booked(owned);
  const results = history === undefined ? [] : booked(readHistory(history, optionsOf("history"), roster));
  // an account is known by a row that was left out, too: what is wrong with it is not wrong with its sales
  const known =
    owned === undefined
      ? undefined
      : new KnownIds([...accounts.map(({ account }) => account), ...lost(owned, "account")], "account");
  const transactions =
    events === undefined ? [] : booked(readTransactions(events, optionsOf("transactions"), roster, known));
  const made = { people, results, accounts, transactions };
  const mapping = reads.map((read) => read.mapping);
  const findings = [...reads.flatMap((read) => read.findings), ...absent(made, reads), ...oddities(made, mapping)];
  const reading: TablesReading = {
    files: Object.fromEntries(mapping.map((one) => [one.table, bareTableName(one)])),
    leftOut: [
      ...reads.flatMap((read) => leftOutOf(read, roster.ids)),
      ...(tables.leftOut === undefined ? [] : leftOutAgain(tables.leftOut)),
    ],
    notUsed: [...reads.flatMap((read) => read.notUsed), ...doubtsIn(findings)],
    ...(fiscalYear === undefined || isCalendarYear(fiscalYear) ? {} : { fiscalYear }),
    unnamedMeasure: unnamedIn(reads, transactions),
    unnamedResults: unnamedResults(reads, results),
  };
  const data = { ...made, reading };
  if (options.isStrict === true) refuseFaults(findings);
  return {
    ...{ data, currency, findings },
    reconciliation: reads.map((read) => read.reconciliation),
    mapping,
  };
}

/** What the roster calls its ids. */
export const idHeaders = (columns: readonly MappedColumn[]): string[] =>
  columns.flatMap(({ spec, header }) => (spec?.field === "id" ? [header.text] : []));

/** What transactions are called to count towards, where no column says it. */
function unnamedIn(reads: readonly TableRead<unknown>[], [first]: readonly Transaction[]): string | undefined {
  const mapping = reads.find((read) => read.mapping.table === transactionsKind.name)?.mapping;
  return mapping?.columns.some(({ spec }) => spec?.field === "measure") ? undefined : first?.measure;
}

/** What results are called, where neither a column nor a header says of which measure they are. */
function unnamedResults(reads: readonly TableRead<unknown>[], results: readonly Result[]): string | undefined {
  const mapping = reads.find((read) => read.mapping.table === historyKind.name)?.mapping;
  if (mapping === undefined || mapping.columns.some(({ spec }) => spec?.field === "measure")) return undefined;
  const [first, ...others] = new Set(results.map(({ measure }) => measure));
  return others.length === 0 && (first === unnamed || first === "attainment") ? first : undefined;
}

/** ids. Named in one remark. */
const listed = 8;

/** What can hardly be meant, though it can be read. */
function oddities(data: PeopleData, mappings: readonly TableMapping[]): TableFinding[] {
  return mappings
    .flatMap((mapping) => {
      if (mapping.table === rosterKind.name) return oddPay(data.people, mapping);
      return mapping.table === historyKind.name ? oddResults(data.results, mapping) : [];
    })
    .concat(oddDates(data, mappings));
}

/** What whoever pays on the tables should see, though it was read as it stands. */
const doubtsIn = (findings: readonly TableFinding[]): NotUsed[] =>
  findings
    .filter(({ isDoubt }) => isDoubt)
    .map((one) => ({ table: one.table, text: findingText(bareFinding(one)), isDoubt: true }));

/** People on the roster of whom another table says nothing. */
function absent({ people, results, accounts }: PeopleData, reads: readonly TableRead<unknown>[]): TableFinding[] {
  const kinds: readonly (readonly [name: string, rows: readonly { readonly person: string }[]])[] = [
    [accountsKind.name, accounts],
    [historyKind.name, results],
  ];
  return kinds.flatMap(([name, rows]) => {
    const read = reads.find(({ mapping }) => mapping.table === name);
    if (read === undefined) return [];
    const seen = new Set(rows.map(({ person }) => person));
    const missing = people.filter(({ id }) => !seen.has(id)).map(({ id }) => id);
    if (missing.length === 0) return [];
    const names = `${missing.slice(0, listed).join(", ")}${missing.length > listed ? ", …" : ""}`;
    return [
      remarkOn(read.mapping, `nothing about ${missing.length} of ${people.length} people on the roster: ${names}`),
    ];
  });
}

/** faults. Listed in one refusal. */
const mostFaults = 50;

function refuseFaults(findings: readonly TableFinding[]): void {
  const faults = findings.filter(({ isFault }) => isFault);
  if (faults.length === 0) return;
  const shown = faults.slice(0, mostFaults).map((one) => ({ place: "", fault: findingText(one), remedy: "" }));
  const more = faults.length - shown.length;
  throw new Problem(more === 0 ? shown : [...shown, { place: "", fault: `and ${more} more faults`, remedy: "" }]);
}
