import { type Decimal, decimal, zero } from "../../foundation/values/decimal.js";

/**
 * A sum written out with what it comes to, over ÷ under: kept apart until it is rounded, since a third times three would be a hair below
 * one and rounding down would take a coin of it.
 */
export interface Product {
  readonly over: Decimal;
  readonly under: Decimal;
  readonly text: string;
}

/** A number as it is. */
export const product = (value: Decimal, text: string): Product => ({ over: value, under: decimal(1), text });

/** What a product comes to. */
export const quotient = ({ over, under }: Product): Decimal => over.div(under);

/** Times a factor, with its text behind. */
export const times = (one: Product, over: Decimal | number, text: string, under: Decimal | number = 1): Product => ({
  over: one.over.times(over),
  under: one.under.times(under),
  text: `${one.text}${text}`,
});

/** A product as what something is divided by. */
export const divisor = ({ text }: Pick<Product, "text">): string => (/ [×÷] \d+$/.test(text) ? `(${text})` : text);

/** Products added up; in brackets where they are several. */
export function added(products: readonly Product[]): Product {
  const sum = products.reduce(
    (total, { over, under }) => ({
      over: total.over.times(under).plus(over.times(total.under)),
      under: total.under.times(under),
    }),
    { over: zero, under: decimal(1) },
  );
  const text = products.map((one) => one.text).join(" + ");
  return { ...sum, text: products.length > 1 ? `(${text})` : text };
}
