import { refuse } from "../../foundation/text/problem.js";
import { monthsAfterClose } from "../../foundation/values/calendar.js";
import { type Decimal, decimal, higher, lower, zero } from "../../foundation/values/decimal.js";
import { exactShareText, moneyShown, type PayoutLines, totalOf, writeMoney } from "../lines/payout-lines.js";
import { shownBeside } from "../scores/reading.js";
import type { PerformancePeriod } from "../scores/service.js";
import type { Balances, Payment } from "./balances.js";
import type { Attained } from "./spiffs.js";

type Clawed = Pick<Balances, "reclaimed" | "payments">;

/** Where a clawback is looked at. */
export interface Clawing extends Clawed {
  readonly ledger: PayoutLines;
  readonly period: PerformancePeriod;
  /** Deferred: not there to take from. */
  readonly waiting: Decimal;
  readonly attained: Attained;
}

/** Whether a period that has paid may still lose it at this close. */
const isOpen = ({ to, amount, isTaken }: Payment, { to: close }: PerformancePeriod, months: number): boolean =>
  !isTaken && amount.gt(0) && to < close && monthsAfterClose(to, months) >= close;

/** Takes back what earlier periods paid when this one falls short, each once. Gives what is left to recover. */
export function clawBack({ ledger, period, waiting, attained, reclaimed, payments }: Clawing): Clawed {
  const { clawback } = ledger.terms;
  if (clawback === undefined) return { reclaimed, payments };
  const open = payments.filter((one) => isOpen(one, period, clawback.within));
  const why = open.length > 0 ? shortfall(ledger, attained) : undefined;
  const claimed = why === undefined ? [] : open;
  let due = reclaimed;
  for (const { from, to, amount } of claimed) {
    const step = {
      rule: `taken back of what ${from} to ${to} paid: ${why}`,
      arithmetic: `${moneyShown(amount, ledger)} × ${exactShareText(decimal(clawback.share))}`,
    };
    due = due.plus(writeMoney(ledger, step, amount.times(decimal(clawback.share))));
  }
  const left = payments.map((one) => (claimed.includes(one) ? { ...one, isTaken: true } : one));
  if (!due.gt(0)) return { reclaimed: due, payments: left };
  const payable = higher(zero, totalOf(ledger, "cash").minus(waiting));
  const back = clawback.recovered === "at once" ? due : lower(due, payable);
  const isAll = back.eq(due);
  const rule = `clawback of ${moneyShown(due, ledger)}${isAll ? "" : ": no more than this period pays, the rest later"}`;
  const arithmetic = back.eq(0) ? moneyShown(zero, ledger) : `0 − ${moneyShown(back, ledger)}`;
  writeMoney(ledger, { rule, arithmetic }, zero.minus(back), "cash");
  return { reclaimed: due.minus(back), payments: left };
}

/** Why pay is taken back, if so. */
function shortfall({ terms }: PayoutLines, attained: Attained): string | undefined {
  const { measure, below = 0 } = terms.clawback ?? {};
  const reached = attained(measure);
  const what = measure === undefined ? "score" : `attainment of ${measure}`;
  if (reached === undefined)
    return refuse(
      "",
      `the clawback looks at the ${what}, which there is none of`,
      "name a measure with results, or write missing measure: as zero or as target",
    );
  const bound = decimal(below);
  if (!reached.exact.lt(bound)) return undefined;
  return `${what} ${exactShareText(shownBeside(reached, [bound], terms))} is below ${exactShareText(bound)}`;
}
