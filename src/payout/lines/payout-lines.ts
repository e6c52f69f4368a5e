import {
  type Decimal,
  decimal,
  decimalText,
  exactShareText,
  roundTo,
  sumOfDecimals,
  zero,
} from "../../foundation/values/decimal.js";
import { moneyText, roundMoney } from "../../foundation/values/money.js";
import type { PayoutTerms } from "../../scenario/payout-terms/payout-terms.js";
import type { PayoutForm, PayoutLine } from "../data.js";

/** Lines of one payout while they are written. What a line comes to is what later lines use: nothing hides behind its last digit. */
export interface PayoutLines {
  readonly lines: PayoutLine[];
  readonly terms: PayoutTerms;
  readonly currency: string;
}

/** Decimals that lines keep where only the total is rounded: always to the nearest, whatever the rounding of the total. */
const kept = 20;

/** Decimals to which what such lines come to is known: a third and two thirds are one, whatever the last digits of either. */
const known = 16;

/** A step of a rule: what is computed and how it is written out. */
export interface RuleStep {
  readonly rule: string;
  readonly arithmetic: string;
}

/** Decimals of shares: those of the terms, or those that are shown. */
export const shareDecimals = ({ "share decimals": decimals = 8 }: PayoutTerms): number => decimals;

/** Writes a line that comes to a share; gives it rounded as the terms say. */
export function writeShare({ lines, terms }: PayoutLines, { rule, arithmetic }: RuleStep, exact: Decimal): Decimal {
  const result = roundTo(exact, shareDecimals(terms), terms.rounding);
  lines.push({ rule, arithmetic, result: result.toFixed(), unit: "share" });
  return result;
}

/** Writes a line that comes to a plain number, as it is. */
export function writeNumberLine({ lines }: PayoutLines, { rule, arithmetic }: RuleStep, result: Decimal): void {
  lines.push({ rule, arithmetic, result: result.toFixed(), unit: "number" });
}

/** Writes a line that comes to money; gives it rounded as the terms say. `adds` is the total it goes into. */
export function writeMoney(
  ledger: PayoutLines,
  { rule, arithmetic }: RuleStep,
  exact: Decimal,
  adds?: PayoutForm,
): Decimal {
  const result = roundedMoney(ledger, exact);
  ledger.lines.push({ rule, arithmetic, result: result.toFixed(), unit: "money", ...(adds && { adds }) });
  return result;
}

/** Writes a line that adds no cash, and why; gives zero. */
export const writeNothing = (ledger: PayoutLines, rule: string): Decimal =>
  writeMoney(ledger, { rule, arithmetic: moneyShown(zero, ledger) }, zero, "cash");

/** Money as a line holds it. */
export const roundedMoney = ({ terms, currency }: PayoutLines, exact: Decimal): Decimal =>
  terms.round === "per line" ? roundMoney(exact, currency, terms.rounding) : roundTo(exact, kept);

/** To the smallest coin as the terms say, of what lines come to. */
export const toCoin = ({ terms, currency }: Pick<PayoutLines, "terms" | "currency">, amount: Decimal): Decimal =>
  roundMoney(terms.round === "per line" ? amount : roundTo(amount, known), currency, terms.rounding);

/** What the lines add to one total so far. */
export const totalOf = ({ lines }: PayoutLines, form: PayoutForm): Decimal =>
  sumOfDecimals(lines.filter((line) => line.adds === form).map((line) => decimal(line.result)));

/** Money, shares and plain numbers as arithmetic shows them. */
export const moneyShown = (amount: Decimal, { currency }: PayoutLines): string => moneyText(amount, currency);
export { decimalText, exactShareText };
