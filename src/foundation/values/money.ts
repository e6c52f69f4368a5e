import { refuse } from "../text/problem.js";
import { type Decimal, decimal, decimalText, type Rounding, roundTo, sumOfDecimals, zero } from "./decimal.js";

/** Currencies whose smallest coin is not a hundredth (ISO 4217); all others have two decimals. */
const exponents: Readonly<Record<string, number>> = {
  ...Object.fromEntries(
    "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF".split(" ").map((code) => [code, 0]),
  ),
  ...Object.fromEntries("BHD IQD JOD KWD LYD OMR TND".split(" ").map((code) => [code, 3])),
  CLF: 4,
  UYW: 4,
};

/** Decimals of a currency: 2 for EUR, 0 for JPY, 3 for KWD. */
export const decimalsOf = (currency: string): number => exponents[currency] ?? 2;

/** The smallest unit as an amount: a hundredth for EUR. */
const unitOf = (currency: string): Decimal => decimal(`1e-${decimalsOf(currency)}`);

/** An amount in the currency's smallest unit, cents for EUR, as a whole number. Refuses an amount that has more decimals than that, or that no number holds exactly. */
export function minorOf(amount: Decimal, currency: string): number {
  const minor = amount.div(unitOf(currency));
  if (!minor.eq(roundTo(minor, 0)))
    refuse("", `${decimalText(amount)} ${currency} is not a whole number of its smallest unit`, "round it first");
  const value = Number(minor.toFixed());
  if (!Number.isSafeInteger(value)) refuse("", `${decimalText(amount)} ${currency} is too large`, "check its unit");
  return value;
}

/** The amount of so many of the smallest units. */
export const amountOfMinor = (minor: number, currency: string): Decimal => decimal(minor).times(unitOf(currency));

/** Rounded to the currency's smallest unit. */
export const roundMoney = (amount: Decimal, currency: string, rounding: Rounding = "half up"): Decimal =>
  roundTo(amount, decimalsOf(currency), rounding);

/** `12,078.58`: with the currency's decimals, and more where there are more. */
export const moneyText = (amount: Decimal, currency: string): string => decimalText(amount, decimalsOf(currency));

/**
 * Rounded amounts in proportion to `shares` that add up to `total` exactly (largest remainders; the earlier wins a tie). `total` must be
 * a multiple of the smallest unit, shares ≥ 0 with a sum above zero.
 */
export function allocate(total: Decimal, shares: readonly Decimal[], currency: string): Decimal[] {
  const unit = unitOf(currency);
  const whole = sumOfDecimals(shares);
  if (!whole.gt(0)) refuse("", "nothing to share by", "give at least one share above zero");
  const exact = shares.map((share) => total.times(share).div(whole));
  const parts = exact.map((part) => roundTo(part, decimalsOf(currency), "down"));
  const left = Number(total.minus(sumOfDecimals(parts)).abs().div(unit).round(0, 1).toFixed());
  const step = total.lt(0) ? zero.minus(unit) : unit;
  const order = exact
    .map((part, k) => ({ k, rest: part.minus(parts[k]).abs() }))
    .sort((a, b) => b.rest.cmp(a.rest) || a.k - b.k);
  const given = new Set(order.slice(0, left).map(({ k }) => k));
  return parts.map((part, k) => (given.has(k) ? part.plus(step) : part));
}
