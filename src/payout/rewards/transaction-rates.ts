import type { Transaction } from "../../employee-data/data.js";
import { refuse } from "../../foundation/text/problem.js";
import { earlier, later } from "../../foundation/values/calendar.js";
import { type Decimal, decimal, higher, lower, zero } from "../../foundation/values/decimal.js";
import type { PayoutTerms } from "../../scenario/payout-terms/payout-terms.js";
import type { PayoutForm } from "../data.js";
import { decimalText, exactShareText, moneyShown, writeMoney, writeNumberLine } from "../lines/payout-lines.js";
import { quotient, times } from "../lines/product.js";
import { creditOf } from "../scores/credit.js";
import { reachedOf, targetServed } from "../scores/results.js";
import type { RewardPeriod } from "../scores/reward-period.js";
import { resultKey, transactionsIn } from "../scores/rows.js";

type Rates = NonNullable<PayoutTerms["transaction rates"]>;

/** A tier in amounts. */
interface Tier {
  readonly from: Decimal;
  readonly rate: Decimal;
}

/** An amount at a rate. */
interface Piece {
  readonly amount: Decimal;
  readonly rate: Decimal;
}

/** Whether an amount has reached a bound. */
const reaches = (amount: Decimal, { from }: Tier, { tie }: Rates): boolean =>
  tie === "higher" ? amount.gte(from) : amount.gt(from);

/** The rate of the tier an amount lies in; zero below the first. */
const rateAt = (tiers: readonly Tier[], amount: Decimal, rates: Rates): Decimal =>
  tiers.filter((tier) => reaches(amount, tier, rates)).at(-1)?.rate ?? zero;

/** What of the way from one amount to another lies in which tier; on the way down pieces are below zero. */
function piecesOf(tiers: readonly Tier[], from: Decimal, to: Decimal): Piece[] {
  const [low, high] = [lower(from, to), higher(from, to)];
  const pieces = tiers.flatMap((tier, k): Piece[] => {
    const next = tiers[k + 1]?.from;
    const end = next === undefined ? high : lower(high, next);
    const amount = end.minus(higher(low, tier.from));
    return amount.gt(0) ? [{ amount: from.gt(to) ? zero.minus(amount) : amount, rate: tier.rate }] : [];
  });
  return from.gt(to) ? pieces.reverse() : pieces;
}

const bracketed = (text: string, value: Decimal): string => (value.lt(0) ? `(${text})` : text);

/** Tiers in amounts: those in shares of the quota need one. */
function tiersOf({ tiers }: Rates, rewardPeriod: RewardPeriod, measure: string): Tier[] {
  const { context, person, period, service } = rewardPeriod;
  const { rows, terms } = context;
  const isOfQuota = tiers.some((tier) => tier["from quota"] !== undefined);
  const reached = isOfQuota ? reachedOf({ rows, person: person.id, measure, period, service, terms }) : undefined;
  const quota = reached?.target && targetServed(rewardPeriod.ledger, reached.target, rewardPeriod.served);
  if (isOfQuota && quota === undefined)
    return refuse("", `${measure} has no quota, which the tiers are shares of`, "add a target to its rows");
  return tiers.map((tier) => {
    const share = tier["from quota"];
    const from = decimal(tier.from ?? 0);
    if (share === undefined || quota === undefined) return { from, rate: decimal(tier.rate) };
    const bound = quotient(times(quota, decimal(share), ""));
    const rule = `tier of ${decimalText(decimal(tier.rate))} times the rate: from ${exactShareText(decimal(share))} of the quota`;
    writeNumberLine(
      rewardPeriod.ledger,
      { rule, arithmetic: `${quota.text} × ${exactShareText(decimal(share))}` },
      bound,
    );
    return { from: bound, rate: decimal(tier.rate) };
  });
}

interface Sale {
  readonly sale: Transaction;
  /** What counts for the person. */
  readonly credit: Decimal;
  /** The person's transactions of the period before it, in order of days and ids. */
  readonly before: Decimal;
}

/** How a transaction is taken apart: pieces at their rates, and the share of it that counts. */
function priced(rates: Rates, tiers: readonly Tier[], { sale, credit, before }: Sale) {
  const isWhole = rates["size of shared sales"] === "whole sale" && sale.share !== undefined;
  if (rates.by !== "size") {
    const after = before.plus(credit);
    if (rates.apply === "stepped") return { pieces: piecesOf(tiers, before, after), share: undefined };
    // a credit note stands where the sale it takes back stood: what lies before that is what is left after it
    const [below, above] = credit.lt(0) ? [after, before] : [before, after];
    const place = rates.by === "position before" ? below : above;
    return { pieces: [{ amount: credit, rate: rateAt(tiers, place, rates) }], share: undefined };
  }
  const amount = isWhole ? decimal(sale.amount) : credit;
  const share = isWhole ? decimal(sale.share ?? 1) : undefined;
  // a credit note is as large as what it takes back
  const size = amount.abs();
  if (rates.apply === "flat") return { pieces: [{ amount, rate: rateAt(tiers, size, rates) }], share };
  const pieces = piecesOf(tiers, zero, size);
  return { pieces: amount.lt(0) ? pieces.map((one) => ({ ...one, amount: zero.minus(one.amount) })) : pieces, share };
}

/** What a sale earns, as one line of its own. */
function earnOn(rewardPeriod: RewardPeriod, tiers: readonly Tier[], one: Sale, adds?: PayoutForm): Decimal {
  const { ledger, paying } = rewardPeriod;
  const rates = ledger.terms["transaction rates"] as Rates;
  const base = decimal(paying.plan.amount.ofRevenue).times(decimal(paying.plan.form?.rate ?? 1));
  const { pieces, share } = priced(rates, tiers, one);
  const sum = pieces.reduce((total, { amount, rate }) => total.plus(amount.times(rate)), zero);
  const texts = pieces.map(({ amount, rate }) => `${bracketed(decimalText(amount), amount)} × ${decimalText(rate)}`);
  const inside = texts.length === 0 ? "0" : texts.length === 1 ? texts[0]! : `(${texts.join(" + ")})`;
  const where = rates.by === "size" ? "" : `, ${moneyShown(one.before, ledger)} sold before it`;
  return writeMoney(
    ledger,
    {
      rule: `${paying.title} on ${one.sale.id} of ${one.sale.date}${where}`,
      arithmetic: `${inside} × ${exactShareText(base)}${share === undefined ? "" : ` × ${exactShareText(share)}`}`,
    },
    sum.times(base).times(share ?? 1),
    adds,
  );
}

/** Whether a reward period is paid by single transaction. */
export const isByTransaction = ({ ledger, paying }: Pick<RewardPeriod, "ledger" | "paying">): boolean =>
  paying.isStraight && ledger.terms["transaction rates"] !== undefined;

/**
 * A commission by single transaction: a line for each of those in the days paid for. Positions count from the first day of the period,
 * of the year where periods are cumulative; on one day transactions stand in order of their ids.
 */
export function earnByTransaction(rewardPeriod: RewardPeriod, adds?: PayoutForm): Decimal {
  const { ledger, paying, context, person, period, served } = rewardPeriod;
  const [measure = ""] = Object.keys(paying.weights);
  const span = { from: period.since, to: period.to };
  const all = transactionsIn(context.rows, resultKey(person.id, measure), span, context.terms);
  const first = later(period.from, served.from);
  const last = earlier(period.to, served.to);
  const tiers = tiersOf(ledger.terms["transaction rates"] as Rates, rewardPeriod, measure);
  let before = zero;
  let earned = zero;
  let count = 0;
  for (const sale of all) {
    const credit = creditOf(sale);
    if (sale.date >= first && sale.date <= last) {
      earned = earned.plus(earnOn(rewardPeriod, tiers, { sale, credit, before }, adds));
      count += 1;
    }
    before = before.plus(credit);
  }
  if (count === 0)
    writeMoney(ledger, { rule: `${paying.title}: no transactions`, arithmetic: moneyShown(zero, ledger) }, zero, adds);
  return earned;
}
