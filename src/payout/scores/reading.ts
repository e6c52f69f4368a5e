import { type Decimal, decimalText, one, roundTo } from "../../foundation/values/decimal.js";
import type { PayoutTerms } from "../../scenario/payout-terms/payout-terms.js";
import { type PayoutLines, shareDecimals, writeNumberLine } from "../lines/payout-lines.js";
import { type Product, product } from "../lines/product.js";

/** The amounts an attainment is made of: result ÷ target. */
export interface Ratio {
  readonly measure: string;
  readonly result: Product;
  /** Above zero. */
  readonly target: Product;
}

/** A score as it is shown, and the amounts behind it where one measure alone decides and the terms do not round it. */
export interface ScoreReading {
  readonly score: Decimal;
  readonly ratio: Ratio | undefined;
  /** What is held against a boundary: result ÷ target to 40 decimals where the amounts are known, the score as shown otherwise. */
  readonly exact: Decimal;
}

/** A score that is what it is shown as. */
export const readingOf = (score: Decimal): ScoreReading => ({ score, ratio: undefined, exact: score });

/** Result ÷ target, to 40 decimals. */
export const attainedIn = ({ result, target }: Ratio): Decimal =>
  result.over.times(target.under).div(result.under.times(target.over));

/** A score as it is shown beside boundaries: with as many decimals as it takes to lie on the side of each that it is on. */
export function shownBeside(reading: ScoreReading, places: readonly Decimal[], terms: PayoutTerms): Decimal {
  const { exact } = reading;
  const isTrue = (shown: Decimal): boolean => places.every((place) => shown.cmp(place) === exact.cmp(place));
  let shown = reading.score;
  for (let decimals = shareDecimals(terms); !isTrue(shown); decimals += 2)
    shown = roundTo(exact, decimals, terms.rounding);
  return shown;
}

/** Sums and shares of sales as one number each, on lines of their own the first time: what sums of money are worked out from. */
export function totalled(ledger: PayoutLines, printedCards: Set<string>, { measure, result, target }: Ratio): Ratio {
  const single = (what: string, amount: Product): Product => {
    const number = decimalText(amount.over);
    if (!amount.under.eq(1) || amount.text === number) return amount;
    // words in square brackets are remarks
    if (amount.text.replace(/ \[.*\]$/, "") === number) return product(amount.over, number);
    const key = `${what}: ${amount.text}`;
    if (!printedCards.has(key)) writeNumberLine(ledger, { rule: what, arithmetic: amount.text }, amount.over);
    printedCards.add(key);
    return product(amount.over, number);
  };
  return { measure, result: single(measure, result), target: single(`target of ${measure}`, target) };
}

/** Result ÷ 1: what an index without a target is held against. */
export const noTarget: Product = product(one, "1");
