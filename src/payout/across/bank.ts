import { type Decimal, decimal, higher, zero } from "../../foundation/values/decimal.js";
import { exactShareText, moneyShown, type PayoutLines, totalOf, writeMoney } from "../lines/payout-lines.js";

const inBrackets = (amount: Decimal, ledger: PayoutLines): string =>
  amount.lt(0) ? `(${moneyShown(amount, ledger)})` : moneyShown(amount, ledger);

/** What happens to a bank at a close. */
export interface Banking {
  readonly ledger: PayoutLines;
  readonly banked: Decimal;
  /** Whether the bank pays at this close, or only takes in. */
  readonly isPaying: boolean;
  /** The last day of somebody who leaves by the close. */
  readonly left: string | undefined;
}

/**
 * Puts what cash rewards earned into the bank and pays the stated share of its balance; who leaves gets or loses all of it. A balance
 * below zero pays nothing. Gives the balance that is left.
 */
export function payFromBank({ ledger, banked, isPaying, left }: Banking): Decimal {
  const { bank } = ledger.terms;
  if (bank === undefined) return banked;
  const declared = totalOf(ledger, "cash");
  const taken = bank["below zero"] === "as zero" ? higher(zero, declared) : declared;
  if (!declared.eq(0)) {
    const rule = "into the bank: what cash rewards earned is not paid now";
    writeMoney(ledger, { rule, arithmetic: `0 − ${inBrackets(declared, ledger)}` }, zero.minus(declared), "cash");
  }
  const rule = `balance of the bank${taken.eq(declared) ? "" : ": a bonus below zero counts nothing"}`;
  const arithmetic = `${inBrackets(banked, ledger)} + ${inBrackets(taken, ledger)}`;
  const balance = writeMoney(ledger, { rule, arithmetic }, banked.plus(taken));
  if (!isPaying) return balance;
  if (left !== undefined) return leaveBank(ledger, balance, left);
  const share = decimal(bank["pays out"]);
  if (!balance.gt(0)) {
    writeMoney(
      ledger,
      { rule: "a bank that is not above zero pays nothing", arithmetic: moneyShown(zero, ledger) },
      zero,
      "cash",
    );
    return balance;
  }
  const step = {
    rule: "paid out of the bank",
    arithmetic: `${moneyShown(balance, ledger)} × ${exactShareText(share)}`,
  };
  return balance.minus(writeMoney(ledger, step, balance.times(share), "cash"));
}

function leaveBank(ledger: PayoutLines, balance: Decimal, left: string): Decimal {
  const isPaid = ledger.terms.bank?.["on leaving"] === "paid" && balance.gt(0);
  const what = isPaid ? "paid in full" : balance.gt(0) ? "lost" : "written off";
  const rule = `left on ${left}: the balance of the bank is ${what}`;
  const pays = isPaid ? balance : zero;
  writeMoney(ledger, { rule, arithmetic: moneyShown(pays, ledger) }, pays, "cash");
  return zero;
}
