import type { Result, Transaction } from "../../employee-data/data.js";
import { addMonths, dayAfter, daysFrom } from "../../foundation/values/calendar.js";
import {
  type Decimal,
  decimal,
  decimalText,
  exactShareText,
  higher,
  roundTo,
  sumOfDecimals,
} from "../../foundation/values/decimal.js";
import type { PayoutTerms } from "../../scenario/payout-terms/payout-terms.js";
import type { RuleStep } from "../lines/payout-lines.js";
import { creditOf } from "./credit.js";

/** A target that follows from the period before, and how. */
export interface Ratcheted extends RuleStep {
  readonly target: Decimal;
}

/** Rows by person and measure, in order of days. */
interface Grouped {
  readonly results: ReadonlyMap<string, readonly Result[]>;
  readonly transactions: ReadonlyMap<string, readonly Transaction[]>;
  readonly summed: ReadonlySet<string>;
}

/** Decimals of a target that is worked out. */
const kept = 8;

/** Targets the data leave out after a row of the same length that has one: old target + share × (result − old target). */
export function ratchetedOf({ results, transactions, summed }: Grouped, terms: PayoutTerms): Map<Result, Ratcheted> {
  const found = new Map<Result, Ratcheted>();
  const ratchet = terms["target ratchet"];
  if (ratchet === undefined) return found;
  const share = decimal(ratchet.share);
  for (const [key, rows] of results) {
    for (const [k, row] of rows.entries()) {
      const last = rows[k - 1];
      if (row.target !== undefined || last === undefined || !isNext(last, row)) continue;
      const old = found.get(last)?.target ?? (last.target === undefined ? undefined : decimal(last.target));
      if (old === undefined) continue;
      const sales = (transactions.get(key) ?? []).filter(({ date }) => date >= last.from && date <= last.to);
      const reached = summed.has(last.measure) ? sumOfDecimals(sales.map(creditOf)) : decimal(last.result);
      found.set(row, next(row, { old, reached, share, isUpOnly: ratchet.direction === "up only" }));
    }
  }
  return found;
}

interface Move {
  readonly old: Decimal;
  readonly reached: Decimal;
  readonly share: Decimal;
  readonly isUpOnly: boolean;
}

function next({ measure, from, to }: Result, { old, reached, share, isUpOnly }: Move): Ratcheted {
  const rule = `target of ${measure} for ${from} to ${to}`;
  const moved = roundTo(old.plus(share.times(reached.minus(old))), kept);
  const target = isUpOnly ? higher(old, moved) : moved;
  if (isUpOnly && reached.lt(old))
    return { rule: `${rule}: the last one, which never falls`, arithmetic: decimalText(old), target };
  const bracketed = reached.lt(0) ? `(${decimalText(reached)})` : decimalText(reached);
  const arithmetic = `${decimalText(old)} + ${exactShareText(share)} × (${bracketed} − ${decimalText(old)})`;
  return { rule: `${rule}: last target + ratchet × (last result − last target)`, arithmetic, target };
}

/** Whether a row follows another without a gap and is as long. */
function isNext(last: Result, row: Result): boolean {
  if (dayAfter(last.to) !== row.from) return false;
  const [one, other] = [monthsOf(last), monthsOf(row)];
  return one === undefined || other === undefined
    ? daysFrom(last.from, last.to) === daysFrom(row.from, row.to)
    : one === other;
}

/** months. Of a row of whole months; undefined for others. */
function monthsOf({ from, to }: Result): number | undefined {
  const end = dayAfter(to);
  for (let months = 1; ; months++) {
    const day = addMonths(from, months);
    if (day === end) return months;
    if (day > end) return undefined;
  }
}
