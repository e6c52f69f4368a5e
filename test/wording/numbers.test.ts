import { describe, expect, test } from "vitest";
import { shortened } from "../../src/foundation/text/text.js";
import { differenceOf } from "../../src/foundation/values/quantity.js";
import {
  edgeUnit,
  estimateColumn,
  estimateText,
  headText,
  horizonText,
  oneLine,
  percent,
  placesFor,
  rounded,
  unitText,
  valueText,
} from "../../src/wording/numbers.js";

const of = (mean: number, reach: number) => ({
  mean,
  low: mean - reach,
  high: mean + reach,
  standardError: reach / 2,
  count: 100,
});
const money = { dimension: "money" } as const;

describe("rounding", () => {
  test("two significant digits of the interval decide", () => {
    expect(estimateText(of(461_234, 74_321), money, "EUR")).toBe("+461 ± 74 thousand EUR");
    expect(estimateText(of(461_234, 7_432), money, "EUR")).toBe("+461.2 ± 7.4 thousand EUR");
    expect(estimateText(of(461_234, 123_456), money, "EUR")).toBe("+460 ± 120 thousand EUR");
    expect(estimateText(of(-461, 99.6), money, "EUR", false)).toBe("-460 ± 100 EUR");
  });

  test("a column has one number of decimals, that of its middle interval", () => {
    expect(placesFor([0.5, 55, 500])).toBe(0);
    expect(estimateColumn([of(1000, 4), of(20, 55), undefined, of(0, 0)], 1)).toEqual([
      "1,000 ± 4",
      "20 ± 55",
      "",
      "0",
    ]);
  });

  test("without an interval three digits of the largest decide, never more than four", () => {
    expect(placesFor([], [19.04, 5.5])).toBe(1);
    expect(estimateColumn([of(1.04832, 0.001)], 1, { error: false })).toEqual(["1.048"]);
  });

  test("what is uncertain is never printed with an error of 0", () => {
    expect(estimateColumn([of(15_750, 770), of(16_330, 900), of(-40, 1.3), of(-3.04, 0.04), of(70, 0)], 1)).toEqual([
      "15,750 ± 770",
      "16,330 ± 900",
      "-40 ± 1",
      "-3.04 ± 0.04",
      "70 ± 0",
    ]);
  });

  test("one world has an unknown error", () => {
    const single = { mean: 7, low: -Infinity, high: Infinity, standardError: Infinity, count: 1 };
    expect(estimateColumn([single], 1)).toEqual(["7.00 ± ?"]);
  });

  test("what adding up in binary leaves is no number: neither it nor its error is shown", () => {
    // two designs that pay the same in another order, in EUR: seen in a run
    expect(estimateText(of(2.3e-11, 4.7e-11), money, "EUR")).toBe("0 EUR");
    expect(estimateText(of(0.1 + 0.2, 1e-17), money, "EUR")).toBe("+0.300 ± 0.000 EUR");
    expect(placesFor([1e-12, 2e-12])).toBe(0);
    // good to 1e-12 of what stands beside it, and no further
    expect(placesFor([2e-6], [1.2e7])).toBe(0);
    expect(estimateColumn([of(1.2e7, 2e-6), of(-3e-9, 1e-9)], 1)).toEqual(["12,000,000 ± 0", "0"]);
    // small numbers are numbers
    expect(estimateColumn([of(0.00012, 0.00003)], 1)).toEqual(["0.000120 ± 0.000030"]);
  });

  test("places below zero round to tens", () => {
    expect(rounded(1234, -2)).toBe("1,200");
    expect(rounded(-0.4, 0, true)).toBe("0");
  });
});

describe("units at the edge", () => {
  test("a difference of shares is in percentage points, of money in money", () => {
    const yearly = { dimension: "share/year" } as const;
    expect(estimateText(of(0.021, 0.004), differenceOf(yearly), "EUR")).toBe("+2.10 ± 0.40 percentage points/year");
    expect(estimateText(of(0.021, 0.004), yearly, "EUR", false)).toBe("2.10 ± 0.40 %/year");
    expect(edgeUnit(differenceOf(money), "EUR", [5])).toEqual(edgeUnit(money, "EUR", [5]));
  });

  test("year and share are said once", () => {
    expect(unitText("percentage points/year", "per seat and year")).toBe("percentage points per seat and year");
    expect(unitText("%", "share of closes")).toBe("% of closes");
    expect(unitText("", "share of closes")).toBe("share of closes");
    expect(unitText("EUR", "")).toBe("EUR");
    expect(headText("low", edgeUnit(differenceOf({ dimension: "share/year" }), "EUR", []))).toBe("low, points/year");
    expect(headText("low", edgeUnit({ dimension: "number" }, "EUR", []))).toBe("low");
  });

  test("money in thousands from 10,000 on, shares in per cent, with their period", () => {
    expect(edgeUnit(money, "EUR", [9_999])).toEqual({ factor: 1, label: "EUR" });
    expect(edgeUnit({ dimension: "money/year" }, "USD", [-10_000])).toEqual({
      factor: 1e-3,
      label: "thousand USD/year",
    });
    expect(edgeUnit({ dimension: "share/month" }, "EUR", [])).toEqual({ factor: 100, label: "%/month" });
  });

  test("a value is written with its unit", () => {
    expect(valueText(0.1234, { dimension: "share/year" }, "EUR")).toBe("12 %/year");
    expect(valueText(20_000, money, "EUR", 4)).toBe("20 thousand EUR");
    expect(valueText(9.23, { dimension: "duration" }, "EUR")).toBe("9.2 months");
  });

  test("a share that happens is never 0 %, one that may fail never 100 %", () => {
    expect([0, 0.004, 0.5, 0.996, 1].map(percent)).toEqual(["0 %", "< 1 %", "50 %", "> 99 %", "100 %"]);
  });
});

test("names lose what a terminal would obey and keep both ends", () => {
  expect(oneLine("a\u001b[31m\nb\u202ec")).toBe("a [31m b c");
  expect(shortened("recognition-3y-output", 12)).toBe("recogn…utput");
  expect(shortened("short", 12)).toBe("short");
});

test("horizons are said in years where they are whole", () => {
  expect([12, 72, 18, 1].map(horizonText)).toEqual(["1 year", "6 years", "18 months", "1 month"]);
});
