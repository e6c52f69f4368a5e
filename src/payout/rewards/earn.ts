import { refuse } from "../../foundation/text/problem.js";
import { daysFrom } from "../../foundation/values/calendar.js";
import { type Decimal, decimal, one, zero } from "../../foundation/values/decimal.js";
import type { PayoutForm } from "../data.js";
import { shareText, shown, writeMoney } from "../lines/ledger.js";
import { type Product, product, quotient, times } from "../lines/product.js";
import { type Claim, scoreOfClaim } from "../scores/claim.js";
import { creditedSum } from "../scores/credit.js";
import type { Paying } from "../scores/office.js";
import type { Reading } from "../scores/reading.js";
import { type Reached, reachedOf, resultOf, targetServed } from "../scores/results.js";
import { servedOf } from "../scores/service.js";
import { partOf, yearlyOf } from "./amount.js";
import type { Payout } from "./from-amounts.js";
import { linkedPayoutAt, timesLinkages } from "./linkage.js";
import { payoutOf } from "./payout-share.js";
import { earnFromPool, isPooled } from "./pool.js";
import { earnByTransaction, isByTransaction } from "./transaction-rates.js";

/** What a claim earns, written as one product; `adds` where that is what is paid. */
export function earn(
  claim: Claim,
  adds?: PayoutForm,
): { readonly earned: Decimal; readonly reading: Reading | undefined } {
  const { ledger, paying, period, served } = claim;
  if (paying.isStraight || isAtBase(claim)) return { earned: earnStraight(claim, adds), reading: undefined };
  const reading = paying.plan.form && scoreOfClaim(claim);
  const payout = reading === undefined ? { ...payoutOf(one), text: "" } : linkedPayoutAt(claim, reading);
  if (paying.plan.amount.ofRevenue > 0) return { earned: earnOnQuota(claim, payout, adds), reading };
  if (isPooled(claim)) return { earned: earnFromPool(claim, payout, adds), reading };
  const yearly = yearlyOf(claim);
  const part = partOf(period.months, served);
  const rule = `${paying.title}: amount${payout.text === "" ? "" : " × payout"}${part.words}`;
  const arithmetic = `${shown(yearly, ledger)}${payout.text === "" ? "" : ` × ${payout.text}`}${part.text}`;
  const exact = yearly.times(payout.over).times(part.over).div(part.under.times(payout.under));
  return { earned: writeMoney(ledger, { rule, arithmetic }, exact, adds), reading };
}

/** A share of results, whatever their target, after what other measures decide. */
function earnStraight(claim: Claim, adds?: PayoutForm): Decimal {
  const earnAll = isByTransaction(claim) ? earnByTransaction : earnShare;
  return claim.paying.plan.linkages ? timesLinkages(claim, earnAll(claim), adds) : earnAll(claim, adds);
}

/** Whether a commission around a quota has none, and the terms pay it at its rate. */
function isAtBase(claim: Claim): boolean {
  const { paying, ledger } = claim;
  if (paying.plan.amount.ofRevenue === 0 || ledger.terms["zero target"] !== "base rate") return false;
  const [measure] = Object.keys(paying.weights);
  const { target } = reachedIn(claim, measure);
  return target !== undefined && quotaOf(claim, target).over.lte(0);
}

/** The quota of the days served, as the attainment has it: prorated where the terms say so, whatever plan held on them. */
const quotaOf = ({ ledger, service, period }: Claim, target: Product): Product =>
  targetServed(ledger, target, servedOf(service, period, ledger.terms["part periods"]));

const rateOf = ({ plan, isStraight }: Paying): Decimal =>
  decimal(plan.amount.ofRevenue).times(decimal(isStraight ? (plan.form?.rate ?? 1) : 1));

/**
 * A share of results, whatever their target. Results are of the days served: nothing is prorated, but for a plan that held only on some
 * of them.
 */
function earnShare(claim: Claim, adds?: PayoutForm): Decimal {
  const { ledger, paying } = claim;
  const [measure] = Object.keys(paying.weights);
  const result = resultOf(ledger, measure, reachedIn(claim, measure));
  const rate = rateOf(paying);
  const held = heldPart(claim);
  const rule = `${paying.title}${paying.isStraight ? "" : " without quota"}: ${measure} × rate${held.words}`;
  const amount = times(times(result, rate, ` × ${shareText(rate)}`), held.over, held.text, held.under);
  return writeMoney(ledger, { rule, arithmetic: amount.text }, quotient(amount), adds);
}

/** The part of the days of results that a plan held for which changes within a period; all of them otherwise. */
function heldPart({ service, served }: Claim) {
  const [over, under] = [daysFrom(served.from, served.to), daysFrom(service.from, service.to)];
  const isWhole = over === under;
  return {
    ...{ over, under },
    text: isWhole ? "" : ` × ${over} ÷ ${under}`,
    words: isWhole ? "" : " × days of the plan",
  };
}

function reachedIn({ office, person, paying, period, service }: Claim, measure: string): Reached {
  const { rows, terms } = office;
  const isTargetIdle = paying.isStraight;
  const reached = reachedOf({ rows, person: person.id, measure, period, service, terms, isTargetIdle });
  if (reached !== undefined) return reached;
  if (!rows.summed.has(measure)) return refuse("", `${measure} has no result`, "add one");
  // a table of all sales says that somebody made none
  return { result: creditedSum([]), target: undefined, ratcheted: [] };
}

/** A share of results by a schedule of rates around a quota: in amounts, where the payout is known in them. */
function earnOnQuota(claim: Claim, payout: Payout, adds?: PayoutForm): Decimal {
  const { ledger, paying, served } = claim;
  const [measure] = Object.keys(paying.weights);
  const { target } = reachedIn(claim, measure);
  if (target === undefined) return refuse("", `${measure} has no quota`, "add a target to its rows");
  const whole = quotaOf(claim, target);
  if (whole.over.lte(0) && ledger.terms["zero target"] === "as target")
    refuse("", `at a quota of ${whole.text} a commission comes to nothing on target`, "write zero target: base rate");
  const rate = decimal(paying.plan.amount.ofRevenue);
  // a quota below zero, where the terms let it count nothing, is none
  const quota = whole.over.lt(0) ? product(zero, "0") : whole;
  const held = heldPart(claim);
  const words = `${whole.text === target.text ? "" : ` × ${served.unit} served`}${held.words}`;
  const { inAmounts } = payout;
  const onQuota = inAmounts ?? times(quota, payout.over, "", payout.under);
  const text = inAmounts
    ? `${inAmounts.text} × ${shareText(rate)}`
    : `${quota.text} × ${shareText(rate)} × ${payout.text}`;
  const amount = times(times({ ...onQuota, text }, rate, ""), held.over, held.text, held.under);
  const rule = inAmounts
    ? `${paying.title}: amounts at their rates × rate${words}`
    : `${paying.title}: quota × rate × payout${words}`;
  return writeMoney(ledger, { rule, arithmetic: amount.text }, quotient(amount), adds);
}
