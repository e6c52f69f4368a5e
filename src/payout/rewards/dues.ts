import { Problem, refuse } from "../../foundation/text/problem.js";
import { monthsAfterClose } from "../../foundation/values/calendar.js";
import { type Decimal, decimal, one, sumOfDecimals, zero } from "../../foundation/values/decimal.js";
import { minorOf, roundMoney } from "../../foundation/values/money.js";
import type { ExactDue } from "../../model/rewards/exact-rule.js";
import type { PayoutDue, PayoutForm } from "../data.js";
import {
  decimalText,
  exactShareText,
  moneyShown,
  type PayoutLines,
  toCoin,
  totalOf,
  writeMoney,
  writeNumberLine,
} from "../lines/payout-lines.js";
import { lapsesOf } from "../scores/lapse.js";
import type { ScoreReading } from "../scores/reading.js";
import type { RewardPeriod } from "../scores/reward-period.js";
import { type PerformancePeriod, serviceIn } from "../scores/service.js";
import { earn } from "./earn.js";
import { rankOf, teamScores } from "./payout-share.js";
import { standingOn } from "./salary.js";
import { isByTransaction } from "./transaction-rates.js";

/** Cash that is not paid at the close. */
export interface DeferredCash {
  readonly months: number;
  readonly amount: Decimal;
  readonly isVesting: boolean;
}

/** What one reward came to. */
export interface Earned {
  readonly reading: ScoreReading | undefined;
  readonly form: PayoutForm;
  readonly amount: Decimal;
  readonly parts: readonly ExactDue[];
}

/** Lines of one reward: what is earned, what it is worth by its own rules, what was earned before in the year. */
export function earnReward(rewardPeriod: RewardPeriod, before: Decimal): Earned {
  const { ledger, paying, context, person, service } = rewardPeriod;
  const exact = paying.plan.reward.exact;
  if (exact === undefined)
    return refuse("", `nothing says what a ${paying.title} pays to the cent`, "give the reward an exact rule");
  const why = lapsesOf(rewardPeriod);
  const { steps, parts } = exact(paying.plan, standingOn(person, service.to, context.terms));
  const form: PayoutForm = parts[0]?.form ?? "cash";
  const share = sumOfDecimals(parts.map((part) => part.share));
  // by single transaction only those of the period's own days are paid
  const isCumulative = ledger.terms.periods === "cumulative" && !isByTransaction(rewardPeriod);
  const isLast = share.eq(one) && steps.length === 0 && why === undefined && !isCumulative;
  const { earned, reading } =
    why === undefined ? earn(rewardPeriod, isLast ? form : undefined) : earnIfKnown(rewardPeriod);
  if (isLast) return { reading, form, parts, amount: earned.plus(centLeft(rewardPeriod, earned, form)) };
  if (why !== undefined) {
    const amount = writeMoney(
      ledger,
      { rule: `${paying.title}: ${why}`, arithmetic: moneyShown(zero, ledger) },
      zero,
      form,
    );
    return { reading, form, parts, amount };
  }
  let amount = earned;
  for (const step of steps) writeNumberLine(ledger, step, step.result);
  if (!share.eq(one) || steps.length > 0) {
    const arithmetic = `${moneyShown(earned, ledger)} × ${decimalText(share)}`;
    amount = writeMoney(
      ledger,
      { rule: `${paying.title}: times that factor`, arithmetic },
      earned.times(share),
      isCumulative ? undefined : form,
    );
  }
  return { reading, form, parts, amount: isCumulative ? lessBefore(rewardPeriod, amount, before, form) : amount };
}

/** What a reward period that has lapsed would have earned: nothing is paid, so nothing has to be known. */
function earnIfKnown(rewardPeriod: RewardPeriod): ReturnType<typeof earn> {
  try {
    return earn(rewardPeriod);
  } catch (error) {
    if (error instanceof Problem) return { earned: zero, reading: undefined };
    throw error;
  }
}

/** What the year has earned, less what earlier periods of it were paid; never below zero: what was paid stays paid until more is earned. */
function lessBefore({ ledger, paying }: RewardPeriod, toDate: Decimal, before: Decimal, form: PayoutForm): Decimal {
  const left = toDate.minus(before);
  // a bank takes what lies below zero as well
  const isOver = left.lt(0) && ledger.terms.bank === undefined;
  const rule = `${paying.title}: ${isOver ? "less than the year has paid already, nothing now" : "year to date less what the year has paid"}`;
  const arithmetic = isOver
    ? moneyShown(zero, ledger)
    : `${moneyShown(toDate, ledger)} − ${moneyShown(before, ledger)}`;
  return writeMoney(ledger, { rule, arithmetic }, isOver ? zero : left, form);
}

/**
 * A prize shared by several goes down to the cent: what rounding leaves of it, or takes too much, falls to the first of them by id. Only
 * where they share alike, all having served the whole period.
 */
function centLeft(rewardPeriod: RewardPeriod, earned: Decimal, form: PayoutForm): Decimal {
  const { ledger, context, person, paying } = rewardPeriod;
  if ((paying.plan.form?.winners ?? 0) === 0 || ledger.terms.round !== "per line") return zero;
  const { over, under } = rankOf(rewardPeriod);
  const { members, scores } = teamScores(rewardPeriod);
  const own = scores[members.findIndex(({ id }) => id === person.id)];
  const sharing = members.filter((_, k) => scores[k].eq(own));
  const isAlike = paying.plan.amount.ofSalary === 0 && context.terms["target incentive"] === "design";
  const { period, served } = rewardPeriod;
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
  const rule = `what sharing ${moneyShown(pool, ledger)} by ${under} leaves, to the first by id`;
  const arithmetic = `${moneyShown(pool, ledger)} − ${moneyShown(earned, ledger)} × ${under}`;
  return writeMoney(ledger, { rule, arithmetic }, left, form);
}

/** The parts of a reward that wait: paid later, or vesting. Writes a line for each. */
export function deferredCash(
  ledger: PayoutLines,
  title: string,
  { amount, parts, form }: Earned,
  close: string,
): DeferredCash[] {
  if (form !== "cash" || !amount.gt(0)) return [];
  const whole = sumOfDecimals(parts.map(({ share }) => share));
  const waiting: DeferredCash[] = [];
  // the part that waits longest is a share; what is paid first is the rest, so that both make the whole
  for (const { share, after, isForfeited } of parts.filter((part) => part.after > 0).reverse()) {
    const date = monthsAfterClose(close, after);
    const isRest = waiting.length + 1 === parts.length && parts.length > 1;
    const others = sumOfDecimals(waiting.map((part) => part.amount));
    const rule = isForfeited
      ? `of the ${title}, deferred: vests on ${date} for those who are still there`
      : `of the ${title}, paid on ${date}`;
    const arithmetic = isRest
      ? `${moneyShown(amount, ledger)} − ${moneyShown(others, ledger)}`
      : `${moneyShown(amount, ledger)} × ${exactShareText(share.div(whole))}`;
    const exact = isRest ? amount.minus(others) : amount.times(share).div(whole);
    const part = toCoin(ledger, exact);
    writeMoney(ledger, { rule, arithmetic }, part);
    waiting.push({ months: after, amount: part, isVesting: isForfeited });
  }
  return waiting;
}

/** Rounds each total to the smallest coin, where lines are not: one line each, so that the lines still add up. */
export function roundTotals(ledger: PayoutLines): void {
  if (ledger.terms.round === "per line") return;
  for (const form of ["cash", "raise", "value"] as const) {
    const total = totalOf(ledger, form);
    const rounded = toCoin(ledger, total);
    if (rounded.eq(total)) continue;
    const arithmetic = `${moneyShown(rounded, ledger)} − ${moneyShown(total, ledger)}`;
    ledger.lines.push({
      rule: `rounded ${ledger.terms.rounding} to ${moneyShown(rounded, ledger)}`,
      arithmetic,
      result: rounded.minus(total).toFixed(),
      unit: "money",
      adds: form,
    });
  }
}

/** When the cash of a period falls due: what waits at its dates, all the rest at the close. */
export function duesOf(
  ledger: PayoutLines,
  waiting: readonly DeferredCash[],
  { period, left }: { readonly period: PerformancePeriod; readonly left: string | undefined },
): PayoutDue[] {
  const minor = (amount: Decimal) => minorOf(amount, ledger.currency);
  const later = waiting.map(({ months, amount, isVesting }): PayoutDue => {
    const date = monthsAfterClose(period.to, months);
    return { date, amount: minor(amount), isVesting, isForfeited: isVesting && left !== undefined && left < date };
  });
  const rest = minor(totalOf(ledger, "cash").minus(sumOfDecimals(waiting.map(({ amount }) => amount))));
  const close: PayoutDue = { date: period.to, amount: rest, isVesting: false, isForfeited: false };
  return [...(rest === 0 && later.length > 0 ? [] : [close]), ...later].sort((a, b) =>
    a.date < b.date ? -1 : a.date > b.date ? 1 : 0,
  );
}
