import { type Decimal, decimal, sumOfDecimals } from "../../foundation/values/decimal.js";
import { exactShareText, moneyShown, type PayoutLines, roundedMoney, writeMoney } from "../lines/payout-lines.js";
import { added, type Product, product, quotient, times } from "../lines/product.js";
import type { PayableReward } from "../scores/payout-context.js";
import type { RewardPeriod } from "../scores/reward-period.js";
import type { Months, Served } from "../scores/service.js";
import { payOver } from "./salary.js";

/** Whether a reward is incentive cash with an amount at target. */
export const isIncentive = ({ plan }: PayableReward): boolean =>
  plan.reward.form === "cash" && plan.form !== undefined && plan.amount.ofRevenue === 0;

/** Where a yearly amount comes from. */
interface Yearly extends Product {
  readonly origin: keyof typeof origins;
}

/** money/year. What a reward pays on target. Refuses who has no incentive at target where it is the roster's. */
function yearly(rewardPeriod: RewardPeriod): Yearly {
  const { context, ledger, person, paying, served } = rewardPeriod;
  const { plan } = paying;
  const { money, ofSalary } = plan.amount;
  if (context.terms["target incentive"] === "roster" && isIncentive(paying)) return ofRoster(rewardPeriod);
  if (ofSalary === 0) return { ...product(decimal(money), moneyShown(decimal(money), ledger)), origin: "design" };
  // a raise is one of the salary as it is when it is given
  const salary = payOver(person, served, "salary", ledger, plan.reward.form === "raise" ? "at its end" : undefined);
  const share = decimal(ofSalary);
  return { ...times(salary, share, ` × ${exactShareText(share)}`), origin: "salary" };
}

const origins = {
  design: "",
  roster: ", from the roster",
  part: ", its part of the roster's in the design's proportions",
  rest: ", the rest of the roster's",
  salary: ": share of base salary",
} as const;

/** The incentive rewards of a design, which a roster's incentive at target is for. */
const incentivesOf = ({ context, paying }: RewardPeriod): readonly PayableReward[] =>
  context.paying.filter((one) => one.holding === paying.holding && isIncentive(one));

/**
 * A person's incentive at target, shared over the rewards it is for as the design's amounts are to each other: each part rounded, the
 * last one the rest.
 */
function ofRoster(rewardPeriod: RewardPeriod): Yearly {
  const { ledger, paying, person, served } = rewardPeriod;
  const whole = payOver(person, served, "targetIncentive", ledger);
  const sharing = incentivesOf(rewardPeriod);
  if (sharing.length === 1) return { ...whole, origin: "roster" };
  const weights = sharing.map((one) => weightIn(rewardPeriod, one));
  const sum = added(weights);
  const partOf = ({ over, under, text }: Product): Product => ({
    over: whole.over.times(over).times(sum.under),
    under: whole.under.times(under).times(sum.over),
    text: `${grouped(whole.text)} × ${grouped(text)} ÷ ${sum.text}`,
  });
  const at = sharing.indexOf(paying);
  if (at < sharing.length - 1) return { ...partOf(weights[at]!), origin: "part" };
  const others = weights.slice(0, -1).map((weight) => roundedMoney(ledger, quotient(partOf(weight))));
  const all = roundedMoney(ledger, quotient(whole));
  const text = [all, ...others].map((amount) => moneyShown(amount, ledger)).join(" − ");
  return { ...product(all.minus(sumOfDecimals(others)), text), origin: "rest" };
}

const grouped = (text: string): string => (/ [+×÷−] /.test(text) ? `(${text})` : text);

/** money/year, or a share of base salary where all are. What a reward comes to in the design, as a part of all. */
function weightIn({ person, served, ledger, ...rewardPeriod }: RewardPeriod, { plan }: PayableReward): Product {
  const { money, ofSalary } = plan.amount;
  const share = decimal(ofSalary);
  if (ofSalary === 0) return product(decimal(money), moneyShown(decimal(money), ledger));
  if (incentivesOf({ person, served, ledger, ...rewardPeriod }).every((one) => one.plan.amount.ofSalary > 0))
    return product(share, exactShareText(share));
  return times(payOver(person, served, "salary", ledger), share, ` × ${exactShareText(share)}`);
}

/** money/year. What a reward pays on target, with its line. */
export function yearlyOf(rewardPeriod: RewardPeriod): Decimal {
  const { origin, ...amount } = yearly(rewardPeriod);
  const rule = `${rewardPeriod.paying.title}, a year${rewardPeriod.paying.plan.form ? " on target" : ""}${origins[origin]}`;
  return writeMoney(rewardPeriod.ledger, { rule, arithmetic: amount.text }, quotient(amount));
}

/** `× 3 ÷ 12 × 181 ÷ 365`: the length of a period and the part of it served, where either is not whole. */
export function partOf(
  months: Months,
  served: Served,
): { readonly over: Decimal; readonly under: Decimal; readonly text: string; readonly words: string } {
  const isYear = months.over === 12 * months.under;
  const isWhole = served.over === served.under;
  return {
    over: decimal(isYear ? 1 : months.over).times(isWhole ? 1 : served.over),
    under: decimal(isYear ? 1 : 12 * months.under).times(isWhole ? 1 : served.under),
    text: `${isYear ? "" : ` × ${months.text} ÷ 12`}${isWhole ? "" : ` × ${served.over} ÷ ${served.under}`}`,
    words: `${isYear ? "" : " × months of the year"}${isWhole ? "" : ` × ${served.unit} served`}`,
  };
}

/**
 * money. A reward on target for the part of the period served, without lines of its own. Parts of a roster's incentive are those that are
 * paid, to the coin, so that together they are the whole.
 */
export function amountAtTarget(rewardPeriod: RewardPeriod): Product {
  const part = partOf(rewardPeriod.period.months, rewardPeriod.served);
  const { origin, ...amount } = yearly(rewardPeriod);
  const whole = origin === "part" || origin === "rest" ? asPaid(rewardPeriod.ledger, amount) : amount;
  return times(whole, part.over, part.text, part.under);
}

function asPaid(ledger: PayoutLines, amount: Product): Product {
  const paid = roundedMoney(ledger, quotient(amount));
  return product(paid, moneyShown(paid, ledger));
}
