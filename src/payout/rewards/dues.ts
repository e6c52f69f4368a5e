import { Problem, refuse } from "../../foundation/text/problem.js";
import { monthsAfterClose } from "../../foundation/values/calendar.js";
import { type Decimal, decimal, one, sumOf, zero } from "../../foundation/values/decimal.js";
import { minorOf, roundMoney } from "../../foundation/values/money.js";
import type { ExactDue } from "../../model/rewards/exact-rule.js";
import type { PayoutDue, PayoutForm } from "../data.js";
import {
  decimalText,
  type Ledger,
  shareText,
  shown,
  toCoin,
  totalOf,
  writeMoney,
  writeNumber,
} from "../lines/ledger.js";
import type { Claim } from "../scores/claim.js";
import { lapsesOf } from "../scores/lapse.js";
import type { Reading } from "../scores/reading.js";
import { type Period, serviceIn } from "../scores/service.js";
import { earn } from "./earn.js";
import { ranking, rankOf } from "./payout-share.js";
import { standingOn } from "./salary.js";
import { isByTransaction } from "./transaction-rates.js";

/** Cash that is not paid at the close. */
export interface Waiting {
  readonly months: number;
  readonly amount: Decimal;
  readonly isVesting: boolean;
}

/** What one reward came to. */
export interface Earned {
  readonly reading: Reading | undefined;
  readonly form: PayoutForm;
  readonly amount: Decimal;
  readonly parts: readonly ExactDue[];
}

/** Lines of one reward: what is earned, what it is worth by its own rules, what was earned before in the year. */
export function earnReward(claim: Claim, before: Decimal): Earned {
  const { ledger, paying, office, person, service } = claim;
  const exact = paying.plan.reward.exact;
  if (exact === undefined)
    return refuse("", `nothing says what a ${paying.title} pays to the cent`, "give the reward an exact rule");
  const why = lapsesOf(claim);
  const { steps, parts } = exact(paying.plan, standingOn(person, service.to, office.terms));
  const form: PayoutForm = parts[0]?.form ?? "cash";
  const share = sumOf(parts.map((part) => part.share));
  // by single transaction only those of the period's own days are paid
  const isCumulative = ledger.terms.periods === "cumulative" && !isByTransaction(claim);
  const isLast = share.eq(one) && steps.length === 0 && why === undefined && !isCumulative;
  const { earned, reading } = why === undefined ? earn(claim, isLast ? form : undefined) : earnIfKnown(claim);
  if (isLast) return { reading, form, parts, amount: earned.plus(centLeft(claim, earned, form)) };
  if (why !== undefined) {
    const amount = writeMoney(ledger, { rule: `${paying.title}: ${why}`, arithmetic: shown(zero, ledger) }, zero, form);
    return { reading, form, parts, amount };
  }
  let amount = earned;
  for (const step of steps) writeNumber(ledger, step, step.result);
  if (!share.eq(one) || steps.length > 0) {
    const arithmetic = `${shown(earned, ledger)} × ${decimalText(share)}`;
    amount = writeMoney(
      ledger,
      { rule: `${paying.title}: times that factor`, arithmetic },
      earned.times(share),
      isCumulative ? undefined : form,
    );
  }
  return { reading, form, parts, amount: isCumulative ? lessBefore(claim, amount, before, form) : amount };
}

/** What a claim that has lapsed would have earned: nothing is paid, so nothing has to be known. */
function earnIfKnown(claim: Claim): ReturnType<typeof earn> {
  try {
    return earn(claim);
  } catch (error) {
    if (error instanceof Problem) return { earned: zero, reading: undefined };
    throw error;
  }
}

/** What the year has earned, less what earlier periods of it were paid; never below zero: what was paid stays paid until more is earned. */
function lessBefore({ ledger, paying }: Claim, toDate: Decimal, before: Decimal, form: PayoutForm): Decimal {
  const left = toDate.minus(before);
  // a bank takes what lies below zero as well
  const isOver = left.lt(0) && ledger.terms.bank === undefined;
  const rule = `${paying.title}: ${isOver ? "less than the year has paid already, nothing now" : "year to date less what the year has paid"}`;
  const arithmetic = isOver ? shown(zero, ledger) : `${shown(toDate, ledger)} − ${shown(before, ledger)}`;
  return writeMoney(ledger, { rule, arithmetic }, isOver ? zero : left, form);
}

/**
 * A prize shared by several goes down to the cent: what rounding leaves of it, or takes too much, falls to the first of them by id. Only
 * where they share alike, all having served the whole period.
 */
function centLeft(claim: Claim, earned: Decimal, form: PayoutForm): Decimal {
  const { ledger, office, person, paying } = claim;
  if ((paying.plan.form?.winners ?? 0) === 0 || ledger.terms.round !== "per line") return zero;
  const { over, under } = rankOf(claim);
  const { members, scores } = ranking(claim);
  const own = scores[members.findIndex(({ id }) => id === person.id)];
  const sharing = members.filter((_, k) => scores[k].eq(own));
  const isAlike = paying.plan.amount.ofSalary === 0 && office.terms["target incentive"] === "design";
  const { period, served } = claim;
  const areWhole = sharing.every((member) => {
    const there = serviceIn(member, period);
    return there?.from === period.from && there.to === period.to;
  });
  if (over === 0 || over === under || sharing[0].id !== person.id) return zero;
  if (!isAlike || !areWhole || served.over !== served.under) return zero;
  const { months } = period;
  // so many prizes as one who shares none gets
  const prize = decimal(paying.plan.amount.money)
    .times(months.over)
    .div(12 * months.under);
  const pool = roundMoney(prize, ledger.currency, ledger.terms.rounding).times(over);
  const left = pool.minus(earned.times(under));
  if (left.eq(0)) return zero;
  const rule = `what sharing ${shown(pool, ledger)} by ${under} leaves, to the first by id`;
  const arithmetic = `${shown(pool, ledger)} − ${shown(earned, ledger)} × ${under}`;
  return writeMoney(ledger, { rule, arithmetic }, left, form);
}

/** The parts of a reward that wait: paid later, or vesting. Writes a line for each. */
export function waitingOf(ledger: Ledger, title: string, { amount, parts, form }: Earned, close: string): Waiting[] {
  if (form !== "cash" || !amount.gt(0)) return [];
  const whole = sumOf(parts.map(({ share }) => share));
  const waiting: Waiting[] = [];
  // the part that waits longest is a share; what is paid first is the rest, so that both make the whole
  for (const { share, after, isForfeited } of parts.filter((part) => part.after > 0).reverse()) {
    const date = monthsAfterClose(close, after);
    const isRest = waiting.length + 1 === parts.length && parts.length > 1;
    const others = sumOf(waiting.map((part) => part.amount));
    const rule = isForfeited
      ? `of the ${title}, deferred: vests on ${date} for those who are still there`
      : `of the ${title}, paid on ${date}`;
    const arithmetic = isRest
      ? `${shown(amount, ledger)} − ${shown(others, ledger)}`
      : `${shown(amount, ledger)} × ${shareText(share.div(whole))}`;
    const exact = isRest ? amount.minus(others) : amount.times(share).div(whole);
    const part = toCoin(ledger, exact);
    writeMoney(ledger, { rule, arithmetic }, part);
    waiting.push({ months: after, amount: part, isVesting: isForfeited });
  }
  return waiting;
}

/** Rounds each total to the smallest coin, where lines are not: one line each, so that the lines still add up. */
export function roundTotals(ledger: Ledger): void {
  if (ledger.terms.round === "per line") return;
  for (const form of ["cash", "raise", "value"] as const) {
    const total = totalOf(ledger, form);
    const rounded = toCoin(ledger, total);
    if (rounded.eq(total)) continue;
    const arithmetic = `${shown(rounded, ledger)} − ${shown(total, ledger)}`;
    ledger.lines.push({
      rule: `rounded ${ledger.terms.rounding} to ${shown(rounded, ledger)}`,
      arithmetic,
      result: rounded.minus(total).toFixed(),
      unit: "money",
      adds: form,
    });
  }
}

/** When the cash of a period falls due: what waits at its dates, all the rest at the close. */
export function duesOf(
  ledger: Ledger,
  waiting: readonly Waiting[],
  { period, left }: { readonly period: Period; readonly left: string | undefined },
): PayoutDue[] {
  const minor = (amount: Decimal) => minorOf(amount, ledger.currency);
  const later = waiting.map(({ months, amount, isVesting }): PayoutDue => {
    const date = monthsAfterClose(period.to, months);
    return { date, amount: minor(amount), isVesting, isForfeited: isVesting && left !== undefined && left < date };
  });
  const rest = minor(totalOf(ledger, "cash").minus(sumOf(waiting.map(({ amount }) => amount))));
  const close: PayoutDue = { date: period.to, amount: rest, isVesting: false, isForfeited: false };
  return [...(rest === 0 && later.length > 0 ? [] : [close]), ...later].sort((a, b) =>
    a.date < b.date ? -1 : a.date > b.date ? 1 : 0,
  );
}
