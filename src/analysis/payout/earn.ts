import { daysFrom } from "../../foundation/calendar.js";
import { type Decimal, decimal, one } from "../../foundation/decimal.js";
import { refuse } from "../../foundation/problem.js";
import { partOf, yearlyOf } from "./amount.js";
import { type Claim, scoreOfClaim } from "./claim.js";
import { creditedSum } from "./credit.js";
import type { PayoutForm } from "./data.js";
import { shareText, shown, writeMoney } from "./ledger.js";
import { linkedPayoutAt, timesLinkages } from "./linkage.js";
import type { Paying } from "./office.js";
import type { Payout } from "./payout-share.js";
import { earnFromPool, isPooled } from "./pool.js";
import { type Reached, reachedOf, resultOf } from "./results.js";
import { earnByTransaction, isByTransaction } from "./transaction-rates.js";

/** What a claim earns, written as one product; `adds` where that is what is paid. */
export function earn(
  claim: Claim,
  adds?: PayoutForm,
): { readonly earned: Decimal; readonly score: Decimal | undefined } {
  const { ledger, paying, period, served } = claim;
  if (paying.isStraight) return { earned: earnStraight(claim, adds), score: undefined };
  const score = paying.plan.form && scoreOfClaim(claim);
  const payout = score === undefined ? { over: one, under: 1, text: "" } : linkedPayoutAt(claim, score);
  if (paying.plan.amount.ofRevenue > 0) return { earned: earnOnQuota(claim, payout, adds), score };
  if (isPooled(claim)) return { earned: earnFromPool(claim, payout, adds), score };
  const yearly = yearlyOf(claim);
  const part = partOf(period.months, served);
  const rule = `${paying.title}: amount${payout.text === "" ? "" : " × payout"}${part.words}`;
  const arithmetic = `${shown(yearly, ledger)}${payout.text === "" ? "" : ` × ${inProduct(payout)}`}${part.text}`;
  const exact = yearly.times(payout.over).times(part.over).div(part.under.times(payout.under));
  return { earned: writeMoney(ledger, { rule, arithmetic }, exact, adds), score };
}

const inProduct = ({ over, text }: Payout): string => (over.lt(0) ? `(${text})` : text);

/** A share of results, whatever their target, after what other measures decide. */
function earnStraight(claim: Claim, adds?: PayoutForm): Decimal {
  const earnAll = isByTransaction(claim) ? earnByTransaction : earnShare;
  return claim.paying.plan.linkages ? timesLinkages(claim, earnAll(claim), adds) : earnAll(claim, adds);
}

const rateOf = ({ plan }: Paying): Decimal => decimal(plan.amount.ofRevenue).times(decimal(plan.form?.rate ?? 1));

/**
 * A share of results, whatever their target. Results are of the days served: nothing is prorated, but for a plan that held only on some
 * of them.
 */
function earnShare(claim: Claim, adds?: PayoutForm): Decimal {
  const { ledger, paying } = claim;
  const [measure] = Object.keys(paying.weights);
  const { result, text } = resultOf(ledger, measure, reachedIn(claim, measure));
  const rate = rateOf(paying);
  const held = heldPart(claim);
  const rule = `${paying.title}: ${measure} × rate${held.words}`;
  const arithmetic = `${text} × ${shareText(rate)}${held.text}`;
  return writeMoney(ledger, { rule, arithmetic }, result.times(rate).times(held.over).div(held.under), adds);
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

function reachedIn({ office, person, period, service }: Claim, measure: string): Reached {
  const { rows, terms } = office;
  const reached = reachedOf({ rows, person: person.id, measure, period, service, terms });
  if (reached !== undefined) return reached;
  if (!rows.summed.has(measure)) return refuse("", `${measure} has no result`, "add one");
  // a table of all sales says that somebody made none
  return { ...creditedSum([]), target: undefined, targetText: "", ratcheted: [] };
}

/** A share of results by a schedule of rates around a quota. */
function earnOnQuota(claim: Claim, payout: Payout, adds?: PayoutForm): Decimal {
  const { ledger, paying, served } = claim;
  const [measure] = Object.keys(paying.weights);
  const { target, targetText } = reachedIn(claim, measure);
  if (target === undefined) return refuse("", `${measure} has no quota`, "add a target to its rows");
  const isPart = ledger.terms["targets of part periods"] === "prorated" && served.over < served.under;
  const rate = decimal(paying.plan.amount.ofRevenue);
  const part = { over: served.over, under: served.under, words: ` × ${served.unit} served` };
  const { over, under, text, words } = isPart ? { ...part, text: ` × ${part.over} ÷ ${part.under}` } : heldPart(claim);
  const step = {
    rule: `${paying.title}: quota × rate × payout${words}`,
    arithmetic: `${targetText} × ${shareText(rate)} × ${inProduct(payout)}${text}`,
  };
  return writeMoney(
    ledger,
    step,
    target
      .times(rate)
      .times(payout.over)
      .times(over)
      .div(under * payout.under),
    adds,
  );
}
