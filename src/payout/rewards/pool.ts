import type { Person } from "../../employee-data/data.js";
import { refuse } from "../../foundation/text/problem.js";
import { type Decimal, decimal, sumOfDecimals, zero } from "../../foundation/values/decimal.js";
import { allocate, roundMoney } from "../../foundation/values/money.js";
import type { PayoutTerms } from "../../scenario/payout-terms/payout-terms.js";
import type { PayoutForm } from "../data.js";
import { exactShareText, moneyShown, writeMoney } from "../lines/payout-lines.js";
import { type Product, product, quotient, times } from "../lines/product.js";
import { lapsesOf } from "../scores/lapse.js";
import { cardOf, membersIn } from "../scores/payout-context.js";
import type { RewardPeriod } from "../scores/reward-period.js";
import { overlap, servedOf, serviceIn } from "../scores/service.js";
import { amountAtTarget } from "./amount.js";
import type { Payout } from "./from-amounts.js";
import { payOver } from "./salary.js";

type Pool = NonNullable<PayoutTerms["team pool"]>;

/** A member of a team with what the pool needs of them. */
interface Member {
  readonly person: Person;
  /** money. At target for the part served, to the smallest coin. */
  readonly atTarget: Decimal;
  /** What the pool is shared in proportion to; zero for those without a reward period, where the others get their part. */
  readonly weight: Product;
}

/** Whether a reward period is one on a pool of the team. */
export const isPooled = ({ ledger, paying }: Pick<RewardPeriod, "ledger" | "paying">): boolean =>
  ledger.terms["team pool"] !== undefined && paying.plan.isTeam && (paying.plan.form?.winners ?? 0) === 0;

/** Members who served days on which the plan held, in order of id. */
function poolMembers(rewardPeriod: RewardPeriod, pool: Pool): Member[] {
  const { context, person, paying, period, ledger } = rewardPeriod;
  return membersIn(context, person, period).flatMap((member): Member[] => {
    const service = serviceIn(member, { from: period.since, to: period.to });
    const days = service && overlap(service, paying.holding);
    if (service === undefined || days === undefined) return [];
    const served = servedOf(days, period, context.terms["part periods"]);
    const own: RewardPeriod = { ...rewardPeriod, person: member, service, served };
    const atTarget = roundMoney(quotient(amountAtTarget(own)), ledger.currency, ledger.terms.rounding);
    const isOut = pool["of those without a claim"] === "goes to the others" && lapsesOf(own) !== undefined;
    return [{ person: member, atTarget, weight: isOut ? product(zero, "0") : weightOf(own, pool, atTarget) }];
  });
}

/** What a member's part is in proportion to. No quotients: a part that comes out even must not be a hair below it. */
function weightOf(rewardPeriod: RewardPeriod, { "split by": basis }: Pool, atTarget: Decimal): Product {
  const { person, ledger, context, paying, period } = rewardPeriod;
  const { over } = rewardPeriod.served;
  if (basis === "amount at target") return product(atTarget, moneyShown(atTarget, ledger));
  // all members count the same days or months of the period: its length cancels out
  const served = (value: Decimal, text: string) => times(product(value, text), over, ` × ${over}`);
  if (basis === "equal parts") return product(decimal(over), String(over));
  if (basis === "base salary") {
    const exact = quotient(payOver(person, rewardPeriod.served, "salary", ledger));
    const salary = roundMoney(exact, ledger.currency, ledger.terms.rounding);
    return served(salary, moneyShown(salary, ledger));
  }
  const { scored } = cardOf(context, person, paying.weights, period);
  if ("problem" in scored) {
    const [{ fault, remedy }] = scored.problem.faults;
    return refuse("", `the pool needs the score of ${person.id}: ${fault}`, remedy);
  }
  if (scored.score.lt(0))
    return refuse("", `the pool is shared by scores, and that of ${person.id} is below zero`, "split it another way");
  return served(scored.score, exactShareText(scored.score));
}

/**
 * A person's part of the team's pool. The pool is the amounts at target of all members for the parts they served × payout, rounded to
 * the smallest coin. Each gets their part rounded down; coins left go one each to the largest remainders, in order of id where these
 * are alike.
 */
export function earnFromPool(rewardPeriod: RewardPeriod, payout: Payout, adds?: PayoutForm): Decimal {
  const { ledger, paying, person } = rewardPeriod;
  const terms = ledger.terms["team pool"] as Pool;
  const members = poolMembers(rewardPeriod, terms);
  const at = members.findIndex((member) => member.person.id === person.id);
  const texts = members.map(({ atTarget }) => moneyShown(atTarget, ledger));
  const together = texts.length === 1 ? texts[0]! : `(${texts.join(" + ")})`;
  const size = sumOfDecimals(members.map(({ atTarget }) => atTarget));
  const pool = roundMoney(size.times(payout.over).div(payout.under), ledger.currency, ledger.terms.rounding);
  const step = {
    rule: `${paying.title}: pool of ${members.length}, amounts at target for the parts served × payout`,
    arithmetic: `${together} × ${payout.text}`,
  };
  writeMoney(ledger, step, pool);
  const weights = members.map(({ weight }) => quotient(weight));
  const whole = sumOfDecimals(weights);
  if (!whole.gt(0)) {
    if (pool.eq(0))
      return writeMoney(ledger, { rule: `${paying.title}: part of the pool`, arithmetic: "0" }, zero, adds);
    return refuse("", "there is nothing to share the pool by", "split it another way");
  }
  const part = allocate(pool, weights, ledger.currency)[at]!;
  const exact = pool.times(weights[at]!).div(whole);
  const down = roundMoney(exact, ledger.currency, "down");
  const all = members.map(({ weight }) => weight.text).join(" + ");
  const unit = terms["split by"] === "amount at target" ? "" : ` × ${rewardPeriod.served.unit} served`;
  const arithmetic = `${pool.lt(0) ? `(${moneyShown(pool, ledger)})` : moneyShown(pool, ledger)} × ${members[at]!.weight.text} ÷ (${all})`;
  writeMoney(
    ledger,
    { rule: `${paying.title}: part of the pool by ${terms["split by"]}${unit}, rounded down`, arithmetic },
    down,
    adds,
  );
  if (part.eq(down)) return part;
  const coin = part.minus(down);
  const rule = `${paying.title}: a coin of the pool that rounding left, to the largest remainders`;
  writeMoney(ledger, { rule, arithmetic: moneyShown(coin, ledger) }, coin, adds);
  return part;
}
