import { type Decimal, lower, zero } from "../../foundation/values/decimal.js";
import { moneyShown, type PayoutLines, totalOf, writeMoney } from "../lines/payout-lines.js";
import { type Product, quotient } from "../lines/product.js";

/** What a draw is advanced for and what has been earned at a close. */
export interface Advance {
  readonly ledger: PayoutLines;
  /** What is advanced for what was served of the shortest period that closes; undefined for none. */
  readonly drawn: Product | undefined;
  /** Why nothing is advanced whatever was served, if so. */
  readonly lapse: string | undefined;
  /** Owed of earlier advances. */
  readonly owed: Decimal;
  /** Deferred, of shorter periods too: neither advanced nor recovered. */
  readonly waiting: Decimal;
  /** Cash that shorter periods paid at the same close. */
  readonly today: Decimal;
}

/** Advances pay up to the draw and, where it is recoverable, takes what was advanced before from what is earned beyond it. Gives what is owed afterwards. */
export function payDraw({ ledger, drawn, lapse, owed, waiting, today }: Advance): Decimal {
  const { draw } = ledger.terms;
  if (draw === undefined) return owed;
  const rule = `${draw.recoverable ? "recoverable" : "non-recoverable"} draw of the period${lapse === undefined ? "" : `: ${lapse}`}`;
  const advance = writeMoney(ledger, { rule, arithmetic: drawn?.text ?? "0" }, drawn ? quotient(drawn) : zero);
  const total = totalOf(ledger, "cash");
  const earned = total.plus(today).minus(waiting);
  const parts = [
    today.eq(0) ? "" : `${moneyShown(today, ledger)} + `,
    today.eq(0) || !total.lt(0) ? moneyShown(total, ledger) : `(${moneyShown(total, ledger)})`,
    waiting.gt(0) ? ` − ${moneyShown(waiting, ledger)}` : "",
  ].join("");
  const earnedText = today.eq(0) && waiting.eq(0) && !total.lt(0) ? parts : `(${parts})`;
  if (earned.lt(advance)) {
    const why = draw.recoverable ? "draw less earned: advanced, to be recovered" : "draw less earned: paid and kept";
    const arithmetic = `${moneyShown(advance, ledger)} − ${earnedText}`;
    const lift = writeMoney(ledger, { rule: why, arithmetic }, advance.minus(earned), "cash");
    return draw.recoverable ? owed.plus(lift) : owed;
  }
  if (!owed.gt(0)) return owed;
  const back = lower(owed, earned.minus(advance));
  const why = `recovered of the ${moneyShown(owed, ledger)} advanced before: no more than what is earned beyond the draw`;
  const arithmetic = back.eq(owed)
    ? `0 − ${moneyShown(owed, ledger)}`
    : `${moneyShown(advance, ledger)} − ${earnedText}`;
  writeMoney(ledger, { rule: why, arithmetic }, zero.minus(back), "cash");
  return owed.minus(back);
}
