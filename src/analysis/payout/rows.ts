import { type Decimal, decimal, one, shareText } from "../../foundation/decimal.js";
import { refuse } from "../../foundation/problem.js";
import type { PayoutTerms } from "../../scenario/payout-terms.js";
import type { PeopleData, Result, Transaction } from "../people/people-data.js";
import { type Ratcheted, ratchetedOf } from "./ratchet.js";
import type { Span } from "./service.js";

/** Rows of the data by person and measure, looked up once per run. */
export interface Rows {
  readonly results: ReadonlyMap<string, readonly Result[]>;
  readonly transactions: ReadonlyMap<string, readonly Transaction[]>;
  /** Measures whose results are sums of transactions: those that have any, where the terms say so. */
  readonly summed: ReadonlySet<string>;
  /** share. What the shares of a sale add up to, by id; only of sales that are shared. */
  readonly shares: ReadonlyMap<string, Decimal>;
  /** Targets the data leave out and the terms give. */
  readonly ratcheted: ReadonlyMap<Result, Ratcheted>;
}

/** The key of a person and a measure. */
export const keyOf = (person: string, measure: string): string => JSON.stringify([person, measure]);

function grouped<Row extends { readonly person: string; readonly measure: string }>(
  rows: readonly Row[],
  order: (row: Row) => string,
): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const key = keyOf(row.person, row.measure);
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  for (const group of groups.values()) group.sort((a, b) => (order(a) < order(b) ? -1 : order(a) > order(b) ? 1 : 0));
  return groups;
}

/** Rows by person and measure, sorted by day and id, so that the order of a file never matters. */
export function rowsOf({ results, transactions }: PeopleData, terms: PayoutTerms): Rows {
  const own = new Map(Object.entries(terms.measures).map(([measure, name]) => [name, measure]));
  const renamed = <Row extends { readonly measure: string }>(row: Row): Row => {
    const measure = own.get(row.measure);
    return measure === undefined ? row : { ...row, measure };
  };
  const sales = transactions.map(renamed);
  const byMeasure = {
    summed: new Set(terms["results from"] === "transactions" ? sales.map(({ measure }) => measure) : []),
    results: grouped(results.map(renamed), (row) => row.from),
    transactions: grouped(sales, (row) => `${row.date} ${row.id}`),
    shares: sharesOf(transactions),
  };
  return { ...byMeasure, ratcheted: ratchetedOf(byMeasure, terms) };
}

function sharesOf(transactions: readonly Transaction[]): Map<string, Decimal> {
  const shared = new Set(transactions.filter(({ share }) => share !== undefined).map(({ id }) => id));
  const shares = new Map<string, Decimal>();
  for (const { id, share } of transactions)
    if (shared.has(id)) shares.set(id, (shares.get(id) ?? decimal(0)).plus(decimal(share ?? 1)));
  return shares;
}

/** Transactions of a person and measure within some days. Refuses sales whose shares do not make the whole, unless the terms let them. */
export function transactionsIn(
  { transactions, shares }: Pick<Rows, "transactions" | "shares">,
  key: string,
  { from, to }: Span,
  terms: PayoutTerms,
): readonly Transaction[] {
  const inside = (transactions.get(key) ?? []).filter(({ date }) => date >= from && date <= to);
  if (terms["shared sales"] === "as given") return inside;
  for (const { id } of inside) {
    const total = shares.get(id);
    if (total === undefined || total.eq(one)) continue;
    refuse(
      "",
      `the shares of sale ${id} make ${shareText(total)}`,
      "let them make 100 %, or write shared sales: as given",
    );
  }
  return inside;
}
