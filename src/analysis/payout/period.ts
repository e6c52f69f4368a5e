import { type Decimal, decimal, sumOf, zero } from "../../foundation/decimal.js";
import { minorOf } from "../../foundation/money.js";
import type { Person } from "../people/people-data.js";
import { type Across, capped, type Product, payDraw, payGuarantee, paySpiffs, targetOf } from "./across.js";
import type { Claim } from "./claim.js";
import type { PeriodPayout } from "./data.js";
import { isIncentive, partOf } from "./earn.js";
import { shareText, shown, totalOf } from "./ledger.js";
import { newLedger, type Office, type Paying } from "./office.js";
import { attainmentOf, reachedOf } from "./results.js";
import { overlap, type Period, servedOf, serviceIn } from "./service.js";
import { duesOf, type Earned, earnReward, roundTotals, type Waiting, waitingOf } from "./settle.js";

/** What carries over from one period of a person to the next. */
export interface Balances {
  /** Advanced on a recoverable draw and not recovered. */
  owed: Decimal;
  /** By reward and year: what has been earned of the year to date. */
  readonly before: Map<string, Decimal>;
}

/** Everything one person is paid for one period; undefined where no reward holds in the days served. */
export function payPeriod(
  office: Office,
  person: Person,
  paying: readonly Paying[],
  period: Period,
  balances: Balances,
): PeriodPayout | undefined {
  const { terms } = office;
  const ledger = newLedger(office);
  const service = serviceIn(person, { from: period.since, to: period.to });
  if (service === undefined) return undefined;
  const served = servedOf(service, period, terms["part periods"]);
  const atTarget: Product[] = [];
  const across: Across = { ledger, person, period, service, served, atTarget };
  const told = new Set<string>();
  const waiting: Waiting[] = [];
  const open = claimsOf({ office, ledger, person, period, service, told }, paying);
  if (open.length === 0) return undefined;
  // shares of the incentive at target need all of it before the first reward is held to them
  for (const claim of open) if (isIncentive(claim.paying)) atTarget.push(productAtTarget(claim));
  let score: Decimal | undefined;
  const changed = new Map<string, Decimal>();
  for (const claim of open) {
    const key = `${claim.paying.key} ${period.since}`;
    const before = balances.before.get(key) ?? zero;
    const earned: Earned = earnReward(claim, before);
    score ??= earned.score;
    const kept = earned.form === "cash" ? capped(across, earned.amount, claim.paying.title) : earned.amount;
    changed.set(key, before.plus(kept));
    waiting.push(...waitingOf(ledger, claim.paying.title, { ...earned, amount: kept }, period.to));
  }
  paySpiffs(across, (measure) => (measure === undefined ? score : attained(across, office, measure)));
  payGuarantee(across);
  const owed = payDraw(across, balances.owed, sumOf(waiting.map(({ amount }) => amount)));
  roundTotals(ledger);
  balances.owed = owed;
  for (const [key, amount] of changed) balances.before.set(key, amount);
  const minor = (amount: Decimal) => minorOf(amount, office.currency);
  return {
    person: person.id,
    ...{ from: period.from, to: period.to },
    design: [...new Set(open.map(({ paying: one }) => one.holding.design))].join(", then "),
    score: score === undefined ? undefined : Number(score.toFixed()),
    atTarget: Number(targetOf(across).toFixed()),
    lines: ledger.lines,
    due: duesOf(ledger, waiting, { period, left: person.left }),
    ...{ cash: minor(totalOf(ledger, "cash")), raise: minor(totalOf(ledger, "raise")) },
    value: minor(totalOf(ledger, "value")),
  };
}

/** The rewards that hold on days the person served, each with the part of the period it pays for. */
function claimsOf(shared: Omit<Claim, "paying" | "served">, paying: readonly Paying[]): Claim[] {
  const { office, period, service } = shared;
  return paying.flatMap((one) => {
    const days = overlap(service, one.holding);
    return days ? [{ ...shared, paying: one, served: servedOf(days, period, office.terms["part periods"]) }] : [];
  });
}

/** A reward on target for the part served, without lines of its own. */
function productAtTarget({ office, person, paying, period, served, ledger }: Claim): Product {
  const { money, ofSalary } = paying.plan.amount;
  const isOwn = office.terms["target incentive"] === "roster";
  const part = partOf(period.months, served);
  const yearly = isOwn
    ? decimal(person.targetIncentive ?? 0)
    : ofSalary > 0
      ? decimal(person.salary).times(decimal(ofSalary))
      : decimal(money);
  const text =
    !isOwn && ofSalary > 0
      ? `${shown(decimal(person.salary), ledger)} × ${shareText(decimal(ofSalary))}`
      : shown(yearly, ledger);
  return { exact: yearly.times(part.over).div(part.under), text: `${text}${part.text}` };
}

/** Attainment of one measure for a condition, with its lines. */
function attained(
  { ledger, person, period, service, served }: Across,
  { rows, terms }: Office,
  measure: string,
): Decimal | undefined {
  const reached = reachedOf({ rows, person: person.id, measure, period, service, terms });
  return reached && attainmentOf(ledger, measure, reached, served);
}
