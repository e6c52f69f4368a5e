import { type Decimal, decimal, one } from "../../foundation/decimal.js";
import { refuse } from "../../foundation/problem.js";
import { type Claim, scoreOfClaim } from "./claim.js";
import type { PayoutForm } from "./data.js";
import { decimalText, shareText, shown, writeMoney } from "./ledger.js";
import type { Paying } from "./office.js";
import { type Payout, payoutAt } from "./payout-share.js";
import { type Reached, reachedOf, resultOf } from "./results.js";
import type { Served } from "./service.js";

/** money/year. What a reward pays on target, with its line. */
export function yearlyOf({ office, ledger, person, paying }: Claim): Decimal {
  const { money, ofSalary } = paying.plan.amount;
  const rule = `${paying.title}, a year${paying.plan.form ? " on target" : ""}`;
  if (office.terms["target incentive"] === "roster" && isIncentive(paying)) {
    if (person.targetIncentive === undefined)
      return refuse(
        "",
        `${person.id} has no incentive at target on the roster`,
        "add one, or write target incentive: design",
      );
    const own = decimal(person.targetIncentive);
    return writeMoney(ledger, { rule: `${rule}, from the roster`, arithmetic: shown(own, ledger) }, own);
  }
  if (ofSalary === 0) return writeMoney(ledger, { rule, arithmetic: shown(decimal(money), ledger) }, decimal(money));
  const salary = decimal(person.salary);
  const arithmetic = `${shown(salary, ledger)} × ${shareText(decimal(ofSalary))}`;
  return writeMoney(ledger, { rule: `${rule}: share of base salary`, arithmetic }, salary.times(decimal(ofSalary)));
}

/** Whether a reward is incentive cash with an amount at target. */
export const isIncentive = ({ plan }: Paying): boolean =>
  plan.reward.form === "cash" && plan.form !== undefined && plan.amount.ofRevenue === 0;

/** `× 3 ÷ 12 × 181 ÷ 365`: the length of a period and the part of it served, where either is not whole. */
export function partOf(
  months: Decimal,
  served: Served,
): { readonly over: Decimal; readonly under: Decimal; readonly text: string; readonly words: string } {
  const isYear = months.eq(12);
  const isWhole = served.over === served.under;
  return {
    over: (isYear ? one : months).times(isWhole ? 1 : served.over),
    under: decimal(isYear ? 1 : 12).times(isWhole ? 1 : served.under),
    text: `${isYear ? "" : ` × ${decimalText(months)} ÷ 12`}${isWhole ? "" : ` × ${served.over} ÷ ${served.under}`}`,
    words: `${isYear ? "" : " × months of the year"}${isWhole ? "" : ` × ${served.unit} served`}`,
  };
}

/** What a claim earns, written as one product; `adds` where that is what is paid. */
export function earn(
  claim: Claim,
  adds?: PayoutForm,
): { readonly earned: Decimal; readonly score: Decimal | undefined } {
  const { ledger, paying, period, served } = claim;
  if (paying.isStraight) return { earned: earnShare(claim, adds), score: undefined };
  const score = paying.plan.form && scoreOfClaim(claim);
  const payout = score === undefined ? { over: one, under: 1, text: "" } : payoutAt(claim, score);
  if (paying.plan.amount.ofRevenue > 0) return { earned: earnOnQuota(claim, payout, adds), score };
  const yearly = yearlyOf(claim);
  const part = partOf(period.months, served);
  const rule = `${paying.title}: amount${payout.text === "" ? "" : " × payout"}${part.words}`;
  const arithmetic = `${shown(yearly, ledger)}${payout.text === "" ? "" : ` × ${inProduct(payout)}`}${part.text}`;
  const exact = yearly.times(payout.over).times(part.over).div(part.under.times(payout.under));
  return { earned: writeMoney(ledger, { rule, arithmetic }, exact, adds), score };
}

const inProduct = ({ over, text }: Payout): string => (over.lt(0) ? `(${text})` : text);

const rateOf = ({ plan }: Paying): Decimal => decimal(plan.amount.ofRevenue).times(decimal(plan.form?.rate ?? 1));

/** A share of results, whatever their target. Results are of the days served: nothing is prorated. */
function earnShare(claim: Claim, adds?: PayoutForm): Decimal {
  const { ledger, paying } = claim;
  const [measure] = Object.keys(paying.weights);
  const { result, text } = resultOf(ledger, measure, reachedIn(claim, measure));
  const rate = rateOf(paying);
  const step = { rule: `${paying.title}: ${measure} × rate`, arithmetic: `${text} × ${shareText(rate)}` };
  return writeMoney(ledger, step, result.times(rate), adds);
}

function reachedIn({ office, person, period, service }: Claim, measure: string): Reached {
  const { rows, terms } = office;
  const reached = reachedOf({ rows, person: person.id, measure, period, service, terms });
  return reached ?? refuse("", `${measure} has no result`, "add one");
}

/** A share of results by a schedule of rates around a quota. */
function earnOnQuota(claim: Claim, payout: Payout, adds?: PayoutForm): Decimal {
  const { ledger, paying, served } = claim;
  const [measure] = Object.keys(paying.weights);
  const { target, targetText } = reachedIn(claim, measure);
  if (target === undefined) return refuse("", `${measure} has no quota`, "add a target to its rows");
  const isPart = ledger.terms["targets of part periods"] === "prorated" && served.over < served.under;
  const rate = decimal(paying.plan.amount.ofRevenue);
  const [over, under] = isPart ? [served.over, served.under] : [1, 1];
  const step = {
    rule: `${paying.title}: quota × rate × payout${isPart ? ` × ${served.unit} served` : ""}`,
    arithmetic: `${targetText} × ${shareText(rate)} × ${inProduct(payout)}${isPart ? ` × ${over} ÷ ${under}` : ""}`,
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
