import { type Decimal, decimal } from "../../foundation/decimal.js";
import type { Claim } from "./claim.js";
import { shareText, shown, writeMoney } from "./ledger.js";
import type { Paying } from "./office.js";
import { type Product, product, quotient, times } from "./product.js";
import { payOver } from "./salary.js";
import type { Months, Served } from "./service.js";

/** Whether a reward is incentive cash with an amount at target. */
export const isIncentive = ({ plan }: Paying): boolean =>
  plan.reward.form === "cash" && plan.form !== undefined && plan.amount.ofRevenue === 0;

/** Where a yearly amount comes from. */
interface Yearly extends Product {
  readonly origin: "design" | "roster" | "salary";
}

/** money/year. What a reward pays on target. Refuses who has no incentive at target where it is the roster's. */
function yearly({ office, ledger, person, paying, served }: Claim): Yearly {
  const { plan } = paying;
  const { money, ofSalary } = plan.amount;
  if (office.terms["target incentive"] === "roster" && isIncentive(paying))
    return { ...payOver(person, served, "targetIncentive", ledger), origin: "roster" };
  if (ofSalary === 0) return { ...product(decimal(money), shown(decimal(money), ledger)), origin: "design" };
  // a raise is one of the salary as it is when it is given
  const salary = payOver(person, served, "salary", ledger, plan.reward.form === "raise" ? "at its end" : undefined);
  const share = decimal(ofSalary);
  return { ...times(salary, share, ` × ${shareText(share)}`), origin: "salary" };
}

const origins = { design: "", roster: ", from the roster", salary: ": share of base salary" } as const;

/** money/year. What a reward pays on target, with its line. */
export function yearlyOf(claim: Claim): Decimal {
  const { origin, ...amount } = yearly(claim);
  const rule = `${claim.paying.title}, a year${claim.paying.plan.form ? " on target" : ""}${origins[origin]}`;
  return writeMoney(claim.ledger, { rule, arithmetic: amount.text }, quotient(amount));
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

/** money. A reward on target for the part of the period served, without lines of its own. */
export function amountAtTarget(claim: Claim): Product {
  const part = partOf(claim.period.months, claim.served);
  return times(yearly(claim), part.over, part.text, part.under);
}
