import { type Decimal, decimal, zero } from "../../src/foundation/values/decimal.js";

/** A fraction, so that a third times three is one. */
interface Fraction {
  readonly over: Decimal;
  readonly under: Decimal;
}

const plus = (left: Fraction, right: Fraction): Fraction => ({
  over: left.over.times(right.under).plus(right.over.times(left.under)),
  under: left.under.times(right.under),
});

const minus = (left: Fraction, right: Fraction): Fraction => plus(left, { ...right, over: zero.minus(right.over) });

/**
 * A pocket calculator: what a line's arithmetic comes to, read from its text alone. Knows + − × ÷, brackets, per cent and commas between
 * thousands; words in square brackets are remarks. It divides once, at the end, to 40 decimals.
 */
export function calculated(arithmetic: string): Decimal {
  const tokens = arithmetic.replace(/\[[^\]]*\]/g, "").match(/[\d.,]+|[()+−×÷%]/g) ?? [];
  let at = 0;
  const factor = (): Fraction => {
    const token = tokens[at++];
    if (token === "−") return minus({ over: zero, under: decimal(1) }, factor());
    let value: Fraction;
    if (token === "(") {
      value = sum();
      if (tokens[at++] !== ")") throw new Error(`bracket left open in ${arithmetic}`);
    } else value = { over: decimal((token ?? "nothing").replaceAll(",", "")), under: decimal(1) };
    if (tokens[at] === "%") {
      at += 1;
      value = { ...value, under: value.under.times(100) };
    }
    return value;
  };
  const product = (): Fraction => {
    let value = factor();
    while (tokens[at] === "×" || tokens[at] === "÷") {
      const isTimes = tokens[at++] === "×";
      const { over, under } = factor();
      value = isTimes
        ? { over: value.over.times(over), under: value.under.times(under) }
        : { over: value.over.times(under), under: value.under.times(over) };
    }
    return value;
  };
  const sum = (): Fraction => {
    let value = product();
    while (tokens[at] === "+" || tokens[at] === "−")
      value = tokens[at++] === "+" ? plus(value, product()) : minus(value, product());
    return value;
  };
  const { over, under } = sum();
  if (at !== tokens.length) throw new Error(`cannot be typed into a calculator: ${arithmetic}`);
  return over.div(under);
}
