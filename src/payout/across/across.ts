import type { Person } from "../../employee-data/data.js";
import { refuse } from "../../foundation/text/problem.js";
import { addMonths, type DayRange, dayBefore, daysFrom } from "../../foundation/values/calendar.js";
import { type Decimal, decimal, higher, zero } from "../../foundation/values/decimal.js";
import type { Quantity } from "../../foundation/values/quantity.js";
import {
  exactShareText,
  moneyShown,
  type PayoutLines,
  totalOf,
  writeMoney,
  writeNothing,
} from "../lines/payout-lines.js";
import { added, type Product, product, quotient, times } from "../lines/product.js";
import { overlap, type PerformancePeriod, type Served } from "../scores/service.js";
import type { Tally } from "./balances.js";

/** What holds across the rewards of one person in one window. */
export interface Across {
  readonly ledger: PayoutLines;
  readonly person: Person;
  /** The window. */
  readonly period: PerformancePeriod;
  readonly service: DayRange;
  readonly served: Served;
  /** Cash rewards on target for the parts served. */
  readonly atTarget: readonly Product[];
  /** What earlier settlements of the window paid. */
  readonly tally: Tally;
}

/** The incentive at target of the part served: what caps, guarantees and draws are shares of. */
function ofTarget({ atTarget }: Across): Product {
  if (atTarget.length === 0)
    return refuse(
      "",
      "there is no incentive at target to take a share of",
      "write the payout cap, guarantee or draw as an amount a year",
    );
  return added(atTarget);
}

/** An amount a year for the part served, or a share of the incentive at target. */
export function amountFor(across: Across, quantity: Pick<Quantity, "value" | "of">): Product {
  const { ledger, period, served } = across;
  const value = decimal(quantity.value);
  if (quantity.of !== undefined) return times(ofTarget(across), value, ` × ${exactShareText(value)}`);
  const { over, under, text } = period.months;
  const months = times(product(value, moneyShown(value, ledger)), over, ` × ${text} ÷ 12`, 12 * under);
  return served.over === served.under
    ? months
    : times(months, served.over, ` × ${served.over} ÷ ${served.under}`, served.under);
}

/** `(4,000.00 + 2,000.00)`: what was paid before and what is paid now, as arithmetic shows them. */
export function sumArithmetic(before: Decimal, now: Decimal, ledger: PayoutLines): string {
  if (before.eq(0)) return now.lt(0) ? `(${moneyShown(now, ledger)})` : moneyShown(now, ledger);
  return `(${moneyShown(before, ledger)} + ${now.lt(0) ? `(${moneyShown(now, ledger)})` : moneyShown(now, ledger)})`;
}

/** Holds what a reward earned to what the cap leaves; gives what is left of the reward. What was paid before stays paid. */
export function capped(across: Across, earned: Decimal, title: string): Decimal {
  const { ledger, tally } = across;
  const { "payout cap": cap } = ledger.terms;
  if (cap === undefined) return earned;
  const amount = amountFor(across, cap);
  const most = writeMoney(ledger, { rule: "cap on all cash rewards", arithmetic: amount.text }, quotient(amount));
  const now = totalOf(ledger, "cash");
  const total = tally.rewards.plus(now);
  if (!total.gt(most) || !now.gt(0)) return earned;
  const isAllOver = tally.rewards.gt(most);
  const rule = `over the cap: taken from the ${title}`;
  const arithmetic = isAllOver
    ? `0 − ${moneyShown(now, ledger)}`
    : `${moneyShown(most, ledger)} − ${sumArithmetic(tally.rewards, now, ledger)}`;
  const cut = writeMoney(ledger, { rule, arithmetic }, isAllOver ? zero.minus(now) : most.minus(total), "cash");
  return earned.plus(cut);
}

/** Lifts cash to what is guaranteed for the days the guarantee holds; gives what it adds: nothing where pay has lapsed. */
export function payGuarantee(across: Across, lapse: string | undefined): Decimal {
  const { ledger, person, period, service, tally } = across;
  const { guarantee } = ledger.terms;
  if (guarantee === undefined) return zero;
  if (lapse !== undefined) return writeNothing(ledger, `guarantee: ${lapse}`);
  const days = guaranteedDays(across, guarantee.for);
  if (days === 0) return zero;
  const all = daysFrom(service.from, service.to);
  const whole = amountFor(across, guarantee.amount);
  const amount = days === all ? whole : times(whole, days, ` × ${days} ÷ ${all}`, all);
  const until = guarantee.for === undefined ? "" : ` for ${guarantee.for} months from ${person.joined ?? period.from}`;
  const floor = writeMoney(ledger, { rule: `guaranteed${until}`, arithmetic: amount.text }, quotient(amount));
  const now = totalOf(ledger, "cash");
  const needed = higher(zero, floor.minus(tally.earned).minus(now));
  // what it added before is part of it; where more has been earned since that is made good, but no more than this settlement pays
  const change = needed.minus(tally.lifted);
  const least = zero.minus(higher(zero, now));
  const lift = higher(change, least);
  const added = tally.lifted.eq(0) ? "" : ` − ${moneyShown(tally.lifted, ledger)}`;
  const arithmetic = lift.gt(change)
    ? `0 − ${moneyShown(zero.minus(least), ledger)}`
    : needed.gt(0)
      ? `${moneyShown(floor, ledger)} − ${sumArithmetic(tally.earned, now, ledger)}${added}`
      : lift.lt(0)
        ? `0 − ${moneyShown(tally.lifted, ledger)}`
        : moneyShown(zero, ledger);
  const why = lift.lt(0)
    ? "what it added before and has been earned since"
    : lift.gt(0)
      ? "guaranteed less earned"
      : "earned at least what is guaranteed";
  return writeMoney(ledger, { rule: `guarantee: ${why}`, arithmetic }, lift, "cash");
}

function guaranteedDays({ person, service }: Across, months: number | undefined): number {
  if (months === undefined) return daysFrom(service.from, service.to);
  if (person.joined === undefined) return 0;
  const span = overlap(service, { from: person.joined, to: dayBefore(addMonths(person.joined, months)) });
  return span === undefined ? 0 : daysFrom(span.from, span.to);
}
