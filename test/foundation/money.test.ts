import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decimal, decimalText, exactShareText, roundTo, sumOfDecimals } from "../../src/foundation/values/decimal.js";
import {
  allocate,
  amountOfMinor,
  decimalsOf,
  minorOf,
  moneyText,
  roundMoney,
} from "../../src/foundation/values/money.js";

const cents = (text: string, rounding: "half up" | "half even" | "down") =>
  roundMoney(decimal(text), "EUR", rounding).toFixed();

describe("rounding", () => {
  test.each([
    ["0.125", "0.13", "0.12", "0.12"],
    ["0.135", "0.14", "0.14", "0.13"],
    ["-0.125", "-0.13", "-0.12", "-0.12"],
    ["2.675", "2.68", "2.68", "2.67"],
    ["1.0049999", "1.00", "1.00", "1.00"],
  ])("%s is %s half up, %s half even, %s down", (text, up, even, down) => {
    const found = (["half up", "half even", "down"] as const).map((rounding) => Number(cents(text, rounding)));
    expect(found).toEqual([up, even, down].map(Number));
  });

  test("numbers are what they are written as: 1.005 is a tie though its binary number lies below it", () => {
    expect(1.005 * 100).toBeLessThan(100.5);
    expect(cents(String(1.005), "half up")).toBe("1.01");
    expect(decimal(0.1).plus(0.2).toFixed()).toBe("0.3");
  });

  test("a third times three places is exact when the product comes first", () => {
    expect(decimal("0.015").times(1).div(3).toFixed()).toBe("0.005");
    expect(roundTo(decimal(2).div(3), 4).toFixed()).toBe("0.6667");
  });
});

describe("currencies", () => {
  test("hand-worked: decimals by ISO 4217", () => {
    expect(["EUR", "USD", "JPY", "KWD"].map(decimalsOf)).toEqual([2, 2, 0, 3]);
    expect(minorOf(decimal("12.34"), "EUR")).toBe(1234);
    expect(minorOf(decimal(12), "JPY")).toBe(12);
    expect(minorOf(decimal("12.345"), "KWD")).toBe(12_345);
    expect(amountOfMinor(-5, "EUR").toFixed()).toBe("-0.05");
  });

  test("amounts finer than the smallest coin, or beyond what a number holds, are refused", () => {
    expect(() => minorOf(decimal("0.001"), "EUR")).toThrow(/0\.001 EUR.*round it first/);
    expect(() => minorOf(decimal("1e15"), "EUR")).toThrow(/too large/);
  });

  test("text has groups, the currency's decimals and every digit there is", () => {
    expect(moneyText(decimal("1234567.5"), "EUR")).toBe("1,234,567.50");
    expect(moneyText(decimal("-0.1234"), "EUR")).toBe("−0.1234");
    expect(decimalText(decimal(1000))).toBe("1,000");
    expect(exactShareText(decimal("0.993257"))).toBe("99.3257 %");
  });
});

describe("allocation", () => {
  test("hand-worked: 100.00 by three is 33.34, 33.33, 33.33", () => {
    expect(allocate(decimal(100), [1, 1, 1].map(decimal), "EUR").map(String)).toEqual(["33.34", "33.33", "33.33"]);
    expect(allocate(decimal(-100), [1, 1, 1].map(decimal), "EUR").map(String)).toEqual(["-33.34", "-33.33", "-33.33"]);
    expect(allocate(decimal(10), [1, 2].map(decimal), "JPY").map(String)).toEqual(["3", "7"]);
  });

  test("parts add up to the total and lie within a coin of their share", () => {
    const shares = fc.array(fc.integer({ min: 0, max: 1_000 }), { minLength: 1, maxLength: 9 });
    fc.assert(
      fc.property(fc.integer({ min: -1e6, max: 1e6 }), shares, (minor, weights) => {
        fc.pre(weights.some((weight) => weight > 0));
        const total = amountOfMinor(minor, "EUR");
        const parts = allocate(total, weights.map(decimal), "EUR");
        expect(sumOfDecimals(parts).eq(total)).toBe(true);
        const whole = weights.reduce((sum, weight) => sum + weight, 0);
        for (const [k, part] of parts.entries())
          expect(Math.abs(Number(part) - (Number(total) * weights[k]) / whole)).toBeLessThan(0.01 + 1e-9);
      }),
    );
  });

  test("nothing to share by is refused", () => {
    expect(() => allocate(decimal(1), [decimal(0)], "EUR")).toThrow(/share/);
  });
});
