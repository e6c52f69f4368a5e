import { refuse } from "../../foundation/text/problem.js";
import { daysFrom } from "../../foundation/values/calendar.js";
import { type Decimal, decimal, one, zero } from "../../foundation/values/decimal.js";
import type { PayoutForm } from "../data.js";
import { exactShareText, moneyShown, writeMoney } from "../lines/payout-lines.js";
import { type Product, product, quotient, times } from "../lines/product.js";
import { creditedSum } from "../scores/credit.js";
import type { PayableReward } from "../scores/payout-context.js";
import type { ScoreReading } from "../scores/reading.js";
import { type Reached, reachedOf, resultOf, targetServed } from "../scores/results.js";
import { type RewardPeriod, scoreOfRewardPeriod } from "../scores/reward-period.js";
import { servedOf } from "../scores/service.js";
import { partOf, yearlyOf } from "./amount.js";
import type { Payout } from "./from-amounts.js";
import { linkedPayoutAt, timesLinkages } from "./linkage.js";
import { payoutOf } from "./payout-share.js";
import { earnFromPool, isPooled } from "./pool.js";
import { earnByTransaction, isByTransaction } from "./transaction-rates.js";

/** What a reward period earns, written as one product; `adds` where that is what is paid. */
export function earn(
  rewardPeriod: RewardPeriod,
  adds?: PayoutForm,
): { readonly earned: Decimal; readonly reading: ScoreReading | undefined } {
  const { ledger, paying, period, served } = rewardPeriod;
  if (paying.isStraight || isAtBase(rewardPeriod))
    return { earned: earnStraight(rewardPeriod, adds), reading: undefined };
  const reading = paying.plan.form && scoreOfRewardPeriod(rewardPeriod);
  const payout = reading === undefined ? { ...payoutOf(one), text: "" } : linkedPayoutAt(rewardPeriod, reading);
  if (paying.plan.amount.ofRevenue > 0) return { earned: earnOnQuota(rewardPeriod, payout, adds), reading };
  if (isPooled(rewardPeriod)) return { earned: earnFromPool(rewardPeriod, payout, adds), reading };
  const yearly = yearlyOf(rewardPeriod);
  const part = partOf(period.months, served);
  const rule = `${paying.title}: amount${payout.text === "" ? "" : " × payout"}${part.words}`;
  const arithmetic = `${moneyShown(yearly, ledger)}${payout.text === "" ? "" : ` × ${payout.text}`}${part.text}`;
  const exact = yearly.times(payout.over).times(part.over).div(part.under.times(payout.under));
  return { earned: writeMoney(ledger, { rule, arithmetic }, exact, adds), reading };
}

/** A share of results, whatever their target, after what other measures decide. */
function earnStraight(rewardPeriod: RewardPeriod, adds?: PayoutForm): Decimal {
  const earnAll = isByTransaction(rewardPeriod) ? earnByTransaction : earnShare;
  return rewardPeriod.paying.plan.linkages
    ? timesLinkages(rewardPeriod, earnAll(rewardPeriod), adds)
    : earnAll(rewardPeriod, adds);
}

/** Whether a commission around a quota has none, and the terms pay it at its rate. */
function isAtBase(rewardPeriod: RewardPeriod): boolean {
  const { paying, ledger } = rewardPeriod;
  if (paying.plan.amount.ofRevenue === 0 || ledger.terms["zero target"] !== "base rate") return false;
  const [measure] = Object.keys(paying.weights);
  const { target } = reachedIn(rewardPeriod, measure);
  return target !== undefined && quotaOf(rewardPeriod, target).over.lte(0);
}

/** The quota of the days served, as the attainment has it: prorated where the terms say so, whatever plan held on them. */
const quotaOf = ({ ledger, service, period }: RewardPeriod, target: Product): Product =>
  targetServed(ledger, target, servedOf(service, period, ledger.terms["part periods"]));

const rateOf = ({ plan, isStraight }: PayableReward): Decimal =>
  decimal(plan.amount.ofRevenue).times(decimal(isStraight ? (plan.form?.rate ?? 1) : 1));

/**
 * A share of results, whatever their target. Results are of the days served: nothing is prorated, but for a plan that held only on some
 * of them.
 */
function earnShare(rewardPeriod: RewardPeriod, adds?: PayoutForm): Decimal {
  const { ledger, paying } = rewardPeriod;
  const [measure] = Object.keys(paying.weights);
  const result = resultOf(ledger, measure, reachedIn(rewardPeriod, measure));
  const rate = rateOf(paying);
  const held = heldPart(rewardPeriod);
  const rule = `${paying.title}${paying.isStraight ? "" : " without quota"}: ${measure} × rate${held.words}`;
  const amount = times(times(result, rate, ` × ${exactShareText(rate)}`), held.over, held.text, held.under);
  return writeMoney(ledger, { rule, arithmetic: amount.text }, quotient(amount), adds);
}

/** The part of the days of results that a plan held for which changes within a period; all of them otherwise. */
function heldPart({ service, served }: RewardPeriod) {
  const [over, under] = [daysFrom(served.from, served.to), daysFrom(service.from, service.to)];
  const isWhole = over === under;
  return {
    ...{ over, under },
    text: isWhole ? "" : ` × ${over} ÷ ${under}`,
    words: isWhole ? "" : " × days of the plan",
  };
}

function reachedIn({ context, person, paying, period, service }: RewardPeriod, measure: string): Reached {
  const { rows, terms } = context;
  const isTargetIdle = paying.isStraight;
  const reached = reachedOf({ rows, person: person.id, measure, period, service, terms, isTargetIdle });
  if (reached !== undefined) return reached;
  if (!rows.summed.has(measure)) return refuse("", `${measure} has no result`, "add one");
  // a table of all sales says that somebody made none
  return { result: creditedSum([]), target: undefined, ratcheted: [] };
}

/** A share of results by a schedule of rates around a quota: in amounts, where the payout is known in them. */
function earnOnQuota(rewardPeriod: RewardPeriod, payout: Payout, adds?: PayoutForm): Decimal {
  const { ledger, paying, served } = rewardPeriod;
  const [measure] = Object.keys(paying.weights);
  const { target } = reachedIn(rewardPeriod, measure);
  if (target === undefined) return refuse("", `${measure} has no quota`, "add a target to its rows");
  const whole = quotaOf(rewardPeriod, target);
  if (whole.over.lte(0) && ledger.terms["zero target"] === "as target")
    refuse("", `at a quota of ${whole.text} a commission comes to nothing on target`, "write zero target: base rate");
  const rate = decimal(paying.plan.amount.ofRevenue);
  // a quota below zero, where the terms let it count nothing, is none
  const quota = whole.over.lt(0) ? product(zero, "0") : whole;
  const held = heldPart(rewardPeriod);
  const words = `${whole.text === target.text ? "" : ` × ${served.unit} served`}${held.words}`;
  const { inAmounts } = payout;
  const onQuota = inAmounts ?? times(quota, payout.over, "", payout.under);
  const text = inAmounts
    ? `${inAmounts.text} × ${exactShareText(rate)}`
    : `${quota.text} × ${exactShareText(rate)} × ${payout.text}`;
  const amount = times(times({ ...onQuota, text }, rate, ""), held.over, held.text, held.under);
  const rule = inAmounts
    ? `${paying.title}: amounts at their rates × rate${words}`
    : `${paying.title}: quota × rate × payout${words}`;
  return writeMoney(ledger, { rule, arithmetic: amount.text }, quotient(amount), adds);
}
