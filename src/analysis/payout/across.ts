import { addMonths, dayBefore, daysFrom } from "../../foundation/calendar.js";
import { type Decimal, decimal, higher, lower, sumOf, zero } from "../../foundation/decimal.js";
import { refuse } from "../../foundation/problem.js";
import type { Quantity } from "../../foundation/quantity.js";
import type { Person } from "../people/people-data.js";
import { type Ledger, shareText, shown, totalOf, writeMoney } from "./ledger.js";
import { overlap, type Period, type Served, type Span } from "./service.js";

/** A product written out with what it comes to. */
export interface Product {
  readonly exact: Decimal;
  readonly text: string;
}

/** What holds across the rewards of one person in one period. */
export interface Across {
  readonly ledger: Ledger;
  readonly person: Person;
  readonly period: Period;
  readonly service: Span;
  readonly served: Served;
  /** Cash rewards on target for the parts served. */
  readonly atTarget: readonly Product[];
}

/** The incentive at target of the part served: what caps and guarantees are shares of. */
export const targetOf = ({ atTarget }: Across): Decimal => sumOf(atTarget.map(({ exact }) => exact));

function ofTarget(across: Across): Product {
  const { atTarget } = across;
  if (!targetOf(across).gt(0))
    return refuse(
      "",
      "there is no incentive at target to take a share of",
      "write the cap or guarantee as an amount a year",
    );
  const text = atTarget.map((product) => product.text).join(" + ");
  return { exact: targetOf(across), text: atTarget.length > 1 ? `(${text})` : text };
}

/** An amount a year for the part served, or a share of the incentive at target. */
export function amountFor(across: Across, quantity: Pick<Quantity, "value" | "of">): Product {
  const { ledger, period, served } = across;
  const value = decimal(quantity.value);
  if (quantity.of !== undefined) {
    const target = ofTarget(across);
    return { exact: target.exact.times(value), text: `${target.text} × ${shareText(value)}` };
  }
  return {
    exact: value
      .times(period.months)
      .times(served.over)
      .div(12 * served.under),
    text: `${shown(value, ledger)} × ${period.months.toFixed()} ÷ 12${served.over === served.under ? "" : ` × ${served.over} ÷ ${served.under}`}`,
  };
}

/** Holds what a reward earned to what the cap leaves; gives what is left of the reward. */
export function capped(across: Across, earned: Decimal, title: string): Decimal {
  const { ledger } = across;
  const { cap } = ledger.terms;
  if (cap === undefined) return earned;
  const { exact, text } = amountFor(across, cap);
  const most = writeMoney(ledger, { rule: "cap on all cash rewards", arithmetic: text }, exact);
  const total = totalOf(ledger, "cash");
  if (!total.gt(most)) return earned;
  const rule = `over the cap: taken from the ${title}`;
  const cut = writeMoney(
    ledger,
    { rule, arithmetic: `${shown(most, ledger)} − ${shown(total, ledger)}` },
    most.minus(total),
    "cash",
  );
  return earned.plus(cut);
}

/** Fixed amounts on a condition. `attained` gives the attainment of a measure, or the score where none is named. */
export function paySpiffs({ ledger }: Across, attained: (measure: string | undefined) => Decimal | undefined): void {
  for (const { title, amount, measure, "at least": least } of ledger.terms.spiffs) {
    const reached = attained(measure);
    const what = measure === undefined ? "score" : `attainment of ${measure}`;
    if (reached === undefined)
      refuse("", `${title} looks at the ${what}, which there is none of`, "name a measure with results");
    const bound = decimal(least);
    const isPaid = reached.gte(bound);
    const rule = `${title}: ${what} ${shareText(reached)} is ${isPaid ? "" : "not "}at least ${shareText(bound)}`;
    const paid = isPaid ? decimal(amount) : zero;
    writeMoney(ledger, { rule, arithmetic: shown(paid, ledger) }, paid, "cash");
  }
}

/** Lifts cash to what is guaranteed for the days the guarantee holds. */
export function payGuarantee(across: Across): void {
  const { ledger, person, period, service } = across;
  const { guarantee } = ledger.terms;
  if (guarantee === undefined) return;
  const days = guaranteedDays(across, guarantee.for);
  if (days === 0) return;
  const whole = amountFor(across, guarantee.amount);
  const all = daysFrom(service.from, service.to);
  const until = guarantee.for === undefined ? "" : ` for ${guarantee.for} months from ${person.joined ?? period.from}`;
  const floor = writeMoney(
    ledger,
    { rule: `guaranteed${until}`, arithmetic: `${whole.text}${days === all ? "" : ` × ${days} ÷ ${all}`}` },
    days === all ? whole.exact : whole.exact.times(days).div(all),
  );
  const earned = totalOf(ledger, "cash");
  const lift = higher(zero, floor.minus(earned));
  const arithmetic = lift.gt(0) ? `${shown(floor, ledger)} − ${shown(earned, ledger)}` : shown(zero, ledger);
  const why = lift.gt(0) ? "guaranteed less earned" : "earned at least what is guaranteed";
  writeMoney(ledger, { rule: `guarantee: ${why}`, arithmetic }, lift, "cash");
}

function guaranteedDays({ person, service }: Across, months: number | undefined): number {
  if (months === undefined) return daysFrom(service.from, service.to);
  if (person.joined === undefined) return 0;
  const span = overlap(service, { from: person.joined, to: dayBefore(addMonths(person.joined, months)) });
  return span === undefined ? 0 : daysFrom(span.from, span.to);
}

/**
 * Advances pay up to the draw and, where it is recoverable, takes what was advanced before from what is earned beyond it. `waiting` is
 * deferred and neither advanced nor recovered. Gives what is owed afterwards.
 */
export function payDraw(across: Across, owed: Decimal, waiting: Decimal): Decimal {
  const { ledger, period, served } = across;
  const { draw } = ledger.terms;
  if (draw === undefined) return owed;
  const yearly = decimal(draw.amount);
  const step = amountFor(across, { value: draw.amount });
  const advance = writeMoney(
    ledger,
    { rule: `${draw.recoverable ? "recoverable" : "non-recoverable"} draw of the period`, arithmetic: step.text },
    yearly
      .times(period.months)
      .times(served.over)
      .div(12 * served.under),
  );
  const total = totalOf(ledger, "cash");
  const earned = total.minus(waiting);
  const earnedText = waiting.gt(0)
    ? `(${shown(total, ledger)} − ${shown(waiting, ledger)})`
    : bracketed(earned, ledger);
  if (earned.lt(advance)) {
    const rule = draw.recoverable ? "draw less earned: advanced, to be recovered" : "draw less earned: paid and kept";
    const arithmetic = `${shown(advance, ledger)} − ${earnedText}`;
    const lift = writeMoney(ledger, { rule, arithmetic }, advance.minus(earned), "cash");
    return draw.recoverable ? owed.plus(lift) : owed;
  }
  if (!owed.gt(0)) return owed;
  const back = lower(owed, earned.minus(advance));
  const rule = `recovered of the ${shown(owed, ledger)} advanced before: no more than what is earned beyond the draw`;
  const arithmetic = back.eq(owed) ? `0 − ${shown(owed, ledger)}` : `${shown(advance, ledger)} − ${earnedText}`;
  writeMoney(ledger, { rule, arithmetic }, zero.minus(back), "cash");
  return owed.minus(back);
}

const bracketed = (amount: Decimal, ledger: Ledger): string =>
  amount.lt(0) ? `(${shown(amount, ledger)})` : shown(amount, ledger);
