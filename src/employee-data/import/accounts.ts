import { type RawTable, tableName } from "../../foundation/tables/cell.js";
import { columnKey, type Layout } from "../../foundation/tables/column.js";
import type { TableFinding } from "../../foundation/tables/finding.js";
import type { Values } from "../../foundation/tables/read-rows.js";
import type { RowInHand } from "../../foundation/tables/row-reader.js";
import { refuse } from "../../foundation/text/problem.js";
import type { AccountYear } from "../data.js";
import { currencySpec, named, personColumnNames } from "./headers.js";
import type { KnownIds } from "./known-ids.js";
import {
  numberIn,
  openTable,
  remarkOn,
  type TableKind,
  type TableOptions,
  type TableRead,
  textIn,
} from "./open-table.js";
import { readTable } from "./read-table.js";

/** The accounts: one row an account and year, or one row an account with a column a year. */
export const accountsKind: TableKind = {
  name: "accounts",
  sheetNames: ["accounts", "customers", "clients", "portfolio", "kunden", "konten"],
  needs: [["account"], ["person"], ["revenue"]],
  specs: [
    { ...named("accounts", "account"), meaning: "identifier of the account", reads: "id", isRequired: true },
    { ...personColumnNames, meaning: "identifier of its manager", reads: "id", isRequired: true },
    { ...named("accounts", "segment"), meaning: "segment", reads: "text" },
    { ...named("accounts", "year"), meaning: "year", reads: "year", isRequired: true },
    { ...named("accounts", "revenue"), meaning: "revenue a year", reads: "money", periods: "years", isTotalled: true },
    { ...named("accounts", "margin"), meaning: "margin as a share of revenue", reads: "share", periods: "years" },
    { ...named("accounts", "satisfaction"), meaning: "satisfaction, 1 is normal", reads: "ratio", periods: "years" },
    { ...named("accounts", "lost"), meaning: "whether it was lost in the year", reads: "yes or no", periods: "years" },
    { ...named("accounts", "lostYears"), meaning: "years in which it was lost", reads: "text" },
    currencySpec,
  ],
};

const firstOf = (row: number) => `one row an account and year; the first is row ${row}`;

/** Reads the accounts. Refused: unknown managers, an account twice in a year, a year without revenue that says more about it. */
export function readAccounts(table: RawTable, options: TableOptions, people: KnownIds): TableRead<AccountYear> {
  const layout = openTable(accountsKind, table, options);
  const years = yearsOf(table, layout);
  const seen: Seen = new Map();
  const read = readTable<AccountYear>(
    accountsKind,
    table,
    options,
    (values, row) => {
      const person = people.resolve(textIn(values, "person") ?? "", row, "person");
      const own = { ...values, person };
      const made = years === undefined ? [accountYear(own, undefined, row)] : inYears(own, years, row);
      const found = made.filter((one) => one !== undefined);
      if (found.length === 0 && !row.isRefused)
        row.refuse({ reason: "no revenue in any year", expected: "revenue in one year or more" });
      book(found, row, seen);
      return found;
    },
    layout,
  );
  return { ...read, findings: [...read.findings, ...gaps(seen, read.mapping)] };
}

/** Years that have columns of their own; undefined for one row a year. */
function yearsOf(table: RawTable, { columns, headerRow }: Layout): readonly string[] | undefined {
  const hasYear = columns.some(({ spec }) => spec?.field === "year");
  const wide = columns.flatMap(({ spec, qualifier }) => (spec?.field === "revenue" && qualifier ? [qualifier] : []));
  if (!hasYear && wide.length === 0) {
    refuse(
      `${tableName(table)} row ${headerRow}`,
      "no year",
      'name a column "year", or columns such as "revenue 2024"',
    );
  }
  return hasYear ? undefined : wide;
}

const inYears = (values: Values, years: readonly string[], row: RowInHand) =>
  years.map((year) => accountYear(values, year, row));

/** Satisfaction above it is on another scale than an index of which 1 is normal. */
const mostSatisfied = 2;

/** One account in one year; undefined where nothing is said of that year. */
function accountYear(values: Values, year: string | undefined, row: RowInHand): AccountYear | undefined {
  const key = (field: string): string => {
    const own = columnKey(field, year);
    return own in values ? own : field;
  };
  const revenue = numberIn(values, key("revenue"));
  const when = year === undefined ? (numberIn(values, "year") ?? 0) : Number(year);
  if (revenue === undefined) {
    if (year === undefined)
      row.refuse({ reason: "no revenue a year", expected: "an amount such as 125000", key: "revenue" });
    else refuseHalfYear(values, year, row);
    return undefined;
  }
  const satisfaction = numberIn(values, key("satisfaction"));
  if (satisfaction !== undefined && (satisfaction < 0 || satisfaction > mostSatisfied))
    row.refuse({
      ...{ reason: "no satisfaction around 1", key: key("satisfaction") },
      expected: "an index of which 1 is normal: the score divided by its target",
    });
  if (revenue < 0) row.remark({ reason: "revenue below zero", expected: "", key: key("revenue") });
  return {
    account: textIn(values, "account") ?? "",
    person: textIn(values, "person") ?? "",
    segment: textIn(values, "segment"),
    year: when,
    revenue,
    margin: numberIn(values, key("margin")),
    satisfaction,
    isLost: values[key("lost")] === true || lostIn(values, row).includes(when),
  };
}

/** What is said of a year without revenue would be lost with it. */
function refuseHalfYear(values: Values, year: string, row: RowInHand): void {
  for (const field of ["margin", "satisfaction", "lost"]) {
    const key = columnKey(field, year);
    if (values[key] === undefined) continue;
    row.refuse({ reason: "a year without revenue", expected: `revenue of ${year} as well, or neither`, key });
  }
}

function lostIn(values: Values, row: RowInHand): number[] {
  const text = textIn(values, "lostYears");
  if (text === undefined) return [];
  const years = text.split(/[\s,;/]+/).filter((word) => word !== "");
  if (!years.every((word) => /^(19|20|21)\d\d$/.test(word))) {
    row.refuse({ reason: "no list of years", expected: "years parted by spaces such as 2023 2025", key: "lostYears" });
  }
  return years.map(Number);
}

/** Where an account stands with a year, and whose it is there. */
interface Place {
  readonly row: number;
  readonly person: string;
}

type Seen = Map<string, Map<number, Place>>;

function book(found: readonly AccountYear[], row: RowInHand, seen: Seen): void {
  for (const { account, year } of found) {
    const earlier = seen.get(account)?.get(year);
    if (earlier !== undefined)
      row.refuse({
        ...{ reason: "the account has that year already", expected: firstOf(earlier.row), key: "account" },
        also: [earlier.person],
      });
  }
  if (row.isRefused) return;
  for (const { account, year, person } of found) {
    const years = seen.get(account) ?? new Map<number, Place>();
    seen.set(account, years.set(year, { row: row.number, person }));
  }
}

/** Years missing between the first and last of an account. */
function gaps(seen: Seen, mapping: TableRead<AccountYear>["mapping"]): TableFinding[] {
  const found: TableFinding[] = [];
  for (const [account, rows] of seen) {
    const years = [...rows.keys()].sort((a, b) => a - b);
    years.forEach((year, k) => {
      const before = years[k - 1];
      if (before === undefined || year === before + 1) return;
      const between = year === before + 2 ? String(before + 1) : `${before + 1} to ${year - 1}`;
      found.push(
        remarkOn(mapping, `a gap: nothing about account ${account} for ${between}`, { row: rows.get(year)?.row }),
      );
    });
  }
  return found;
}
