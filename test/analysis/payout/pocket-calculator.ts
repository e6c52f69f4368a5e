import { type Decimal, decimal, zero } from "../../../src/foundation/decimal.js";

/**
 * A pocket calculator: what a line's arithmetic comes to, read from its text alone. Knows + − × ÷, brackets, per cent and commas between
 * thousands; words in square brackets are remarks. Quotients carry 40 decimals.
 */
export function calculated(arithmetic: string): Decimal {
  const tokens = arithmetic.replace(/\[[^\]]*\]/g, "").match(/[\d.,]+|[()+−×÷%]/g) ?? [];
  let at = 0;
  const factor = (): Decimal => {
    const token = tokens[at++];
    if (token === "−") return zero.minus(factor());
    let value: Decimal;
    if (token === "(") {
      value = sum();
      if (tokens[at++] !== ")") throw new Error(`bracket left open in ${arithmetic}`);
    } else value = decimal((token ?? "nothing").replaceAll(",", ""));
    if (tokens[at] === "%") {
      at += 1;
      value = value.div(100);
    }
    return value;
  };
  // quotients last, as a careful person would, so that nothing is rounded on the way
  const product = (): Decimal => {
    let over = factor();
    let under = decimal(1);
    while (tokens[at] === "×" || tokens[at] === "÷") {
      if (tokens[at++] === "×") over = over.times(factor());
      else under = under.times(factor());
    }
    return over.div(under);
  };
  const sum = (): Decimal => {
    let value = product();
    while (tokens[at] === "+" || tokens[at] === "−")
      value = tokens[at++] === "+" ? value.plus(product()) : value.minus(product());
    return value;
  };
  const value = sum();
  if (at !== tokens.length) throw new Error(`cannot be typed into a calculator: ${arithmetic}`);
  return value;
}
