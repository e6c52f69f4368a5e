import type { PeopleData, Result, Transaction } from "../../employee-data/data.js";
import { refuse } from "../../foundation/text/problem.js";
import type { DayRange } from "../../foundation/values/calendar.js";
import { type Decimal, decimal, exactShareText, one } from "../../foundation/values/decimal.js";
import { groupBy } from "../../foundation/values/groups.js";
import type { PayoutTerms } from "../../scenario/payout-terms/payout-terms.js";
import { type Ratcheted, ratchetedOf } from "./ratchet.js";
import { aroundOne } from "./scales.js";

/** Rows of the data by person and measure, looked up once per run. */
export interface Rows {
  readonly results: ReadonlyMap<string, readonly Result[]>;
  readonly transactions: ReadonlyMap<string, readonly Transaction[]>;
  /** Measures whose results are sums of transactions: those that have any, where the terms say so. */
  readonly summed: ReadonlySet<string>;
  /** share. What the shares of a sale add up to, by id; only of sales that are shared. */
  readonly shares: ReadonlyMap<string, Decimal>;
  /** Measures of an index whose results without a target lie around 1; undefined where nobody asks. */
  readonly around: ReadonlySet<string> | undefined;
  /** Targets the data leave out and the terms give. */
  readonly ratcheted: ReadonlyMap<Result, Ratcheted>;
  /** Rows that were looked at for somebody's pay; grows while people are paid. */
  readonly used: Set<Result | Transaction>;
}

/** The key of a person and a measure. */
export const resultKey = (person: string, measure: string): string => JSON.stringify([person, measure]);

function grouped<Row extends { readonly person: string; readonly measure: string }>(
  rows: readonly Row[],
  order: (row: Row) => string,
): Map<string, Row[]> {
  const groups = groupBy(rows, ({ person, measure }) => resultKey(person, measure));
  for (const group of groups.values()) group.sort((a, b) => (order(a) < order(b) ? -1 : order(a) > order(b) ? 1 : 0));
  return groups;
}

/** Rows by person and measure, sorted by day and id, so that the order of a file never matters. */
export function payoutRows({ results, transactions }: PeopleData, terms: PayoutTerms, isTrial = false): Rows {
  const own = new Map(Object.entries(terms.measures).map(([measure, name]) => [name, measure]));
  const renamed = <Row extends { readonly measure: string }>(row: Row): Row => {
    const measure = own.get(row.measure);
    return measure === undefined ? row : { ...row, measure };
  };
  const sales = transactions.map(renamed);
  const reached = results.map(renamed);
  const byMeasure = {
    summed: new Set(terms["results from"] === "transactions" ? sales.map(({ measure }) => measure) : []),
    results: grouped(reached, (row) => row.from),
    transactions: grouped(sales, (row) => `${row.date} ${row.id}`),
    shares: sharesOf(transactions),
    used: new Set<Result | Transaction>(),
    around: isTrial ? undefined : aroundOne(reached),
  };
  return { ...byMeasure, ratcheted: ratchetedOf(byMeasure, terms) };
}

/** Notes that rows of results were looked at: where transactions take the place of results, for their targets alone. */
export function noteUse({ used, summed }: Rows, measure: string, rows: readonly Result[]): void {
  for (const row of rows) if (!summed.has(measure) || row.target !== undefined) used.add(row);
}

function sharesOf(transactions: readonly Transaction[]): Map<string, Decimal> {
  const shared = new Set(transactions.filter(({ share }) => share !== undefined).map(({ id }) => id));
  const shares = new Map<string, Decimal>();
  for (const { id, share } of transactions)
    if (shared.has(id)) shares.set(id, (shares.get(id) ?? decimal(0)).plus(decimal(share ?? 1)));
  return shares;
}

/**
 * Transactions of a person and measure within some days. Refuses credit notes for a sale, and sales whose shares do not
 * make the whole, unless the terms let them.
 */
export function transactionsIn(
  { transactions, shares, used }: Pick<Rows, "transactions" | "shares" | "used">,
  key: string,
  { from, to }: DayRange,
  terms: PayoutTerms,
): readonly Transaction[] {
  const inside = (transactions.get(key) ?? []).filter(({ date }) => date >= from && date <= to);
  for (const one of inside) used.add(one);
  const note = inside.find(({ reverses }) => reverses !== undefined);
  if (note !== undefined)
    refuse(
      "",
      `${note.id} of ${note.date} takes back ${note.reverses}, and the terms have no word for what it takes back of the pay`,
      "pay it by hand; without that column it is paid as any amount below zero",
    );
  if (terms["shared sales"] === "as given") return inside;
  for (const { id } of inside) {
    const total = shares.get(id);
    if (total === undefined || total.eq(one)) continue;
    refuse(
      "",
      `the shares of sale ${id} make ${exactShareText(total)}`,
      "let them make 100 %, or write shared sales: as given",
    );
  }
  return inside;
}
