import type { Transaction } from "../../employee-data/data.js";
import { type Decimal, decimal, decimalText, exactShareText, sumOfDecimals } from "../../foundation/values/decimal.js";
import { type Product, product } from "../lines/product.js";

/** What of a sale counts for the person of its row. */
export const creditOf = ({ amount, share }: Transaction): Decimal =>
  share === undefined ? decimal(amount) : decimal(amount).times(decimal(share));

/** A sum of credits written out: `12,000 × 50 % + 5,000`. */
const creditText = ({ amount, share }: Transaction): string => {
  const whole = amount < 0 ? `(${decimalText(decimal(amount))})` : decimalText(decimal(amount));
  return share === undefined ? whole : `${whole} × ${exactShareText(decimal(share))}`;
};

/** transactions. Of which shares are written out one by one. */
const listed = 12;

/** The sum of credits, and how it is written out. */
export function creditedSum(inside: readonly Transaction[]): Product {
  const result = sumOfDecimals(inside.map(creditOf));
  const count = inside.length === 1 ? "1 transaction" : `${inside.length} transactions`;
  const isListed = inside.length <= listed && inside.some(({ share }) => share !== undefined);
  const text = isListed ? `(${inside.map(creditText).join(" + ")})` : decimalText(result);
  return product(result, `${text} [${count}]`);
}
