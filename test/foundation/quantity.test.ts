import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { describeDistribution, lowHigh, quantile } from "../../src/foundation/maths/distribution.js";
import { Problem } from "../../src/foundation/text/problem.js";
import {
  count,
  duration,
  exampleOf,
  formatQuantity,
  money,
  moneyPerYear,
  parseQuantity,
  parseRange,
  plain,
  type Quantity,
  share,
  sharePerMonth,
  sharePerYear,
  type Unit,
} from "../../src/foundation/values/quantity.js";

const EUR = { currency: "EUR" };
const OF_SALARY = { of: ["base salary"] };
const UNITS: readonly Unit[] = [
  share(),
  share(OF_SALARY),
  sharePerMonth(),
  sharePerYear(),
  money(),
  moneyPerYear(),
  duration(),
  count(),
  count({ label: "account" }),
  plain(),
];

describe("accepted", () => {
  test.each<[string | number, Unit, Quantity]>([
    ["20 %", share(), { value: 0.2 }],
    ["20%", share(), { value: 0.2 }],
    [" 7 per cent ", share(), { value: 0.07 }],
    [".5 %", share(), { value: 0.005 }],
    ["20 % of base salary", share(OF_SALARY), { value: 0.2, of: "base salary" }],
    ["20 % of the Base Salary", share(OF_SALARY), { value: 0.2, of: "base salary" }],
    ["20 %", share(OF_SALARY), { value: 0.2 }],
    ["-3 %", share({ min: -0.5 }), { value: -0.03 }],
    ["−3 %", share({ min: -0.5 }), { value: -0.03 }],
    ["10 %/month", sharePerMonth(), { value: 0.1 }],
    ["10 % per month", sharePerMonth(), { value: 0.1 }],
    ["7 %/year", sharePerYear(), { value: 0.07 }],
    ["7 % of base salary a year", sharePerYear(OF_SALARY), { value: 0.07, of: "base salary" }],
    ["1500 EUR", money(), { value: 1500 }],
    ["EUR 1500", money(), { value: 1500 }],
    ["€ 1500", money(), { value: 1500 }],
    ["1.5m €", money(), { value: 1_500_000 }],
    ["1.5 Mio. €", money(), { value: 1_500_000 }],
    ["1500 keur", money(), { value: 1_500_000 }],
    ["1.25k EUR", money(), { value: 1250 }],
    ["72000 EUR/year", moneyPerYear(), { value: 72_000 }],
    ["72 000 EUR/year", moneyPerYear(), { value: 72_000 }],
    ["72\u00a0000 EUR / year", moneyPerYear(), { value: 72_000 }],
    ["72_000 EUR per year", moneyPerYear(), { value: 72_000 }],
    ["6000 EUR/month", moneyPerYear(), { value: 72_000 }],
    ["18k EUR/quarter", moneyPerYear(), { value: 72_000 }],
    ["1.8M EUR/year", moneyPerYear(), { value: 1_800_000 }],
    ["1.8 million EUR/year", moneyPerYear(), { value: 1_800_000 }],
    ["350k EUR/year", moneyPerYear(), { value: 350_000 }],
    ["EUR 72000/year", moneyPerYear(), { value: 72_000 }],
    ["4000 EUR per KAM-year", moneyPerYear(), { value: 4000 }],
    ["4000 EUR/KAM-year", moneyPerYear(), { value: 4000 }],
    ["20 % of base salary", moneyPerYear(OF_SALARY), { value: 0.2, of: "base salary" }],
    ["1 month", duration(), { value: 1 }],
    ["6 months", duration(), { value: 6 }],
    ["2 quarters", duration(), { value: 6 }],
    ["1 year", duration(), { value: 12 }],
    ["3 years", duration(), { value: 36 }],
    [5, count(), { value: 5 }],
    ["5", count(), { value: 5 }],
    ["5 accounts", count(), { value: 5 }],
    ["4 people", count(), { value: 4 }],
    ["4 managers", count({ label: "manager" }), { value: 4 }],
    ["1 manager", count({ label: "managers" }), { value: 1 }],
    [1.5, plain(), { value: 1.5 }],
    ["1.5", plain(), { value: 1.5 }],
    ["1.5 ×", plain(), { value: 1.5 }],
    ["1.5x", plain(), { value: 1.5 }],
    [-2, plain(), { value: -2 }],
    ["7 points", plain({ label: "point" }), { value: 7 }],
  ])("%s for %o", (text, unit, quantity) => {
    expect(parseQuantity(text, unit, EUR)).toEqual(quantity);
  });
});

describe("refused", () => {
  test.each<[unknown, Unit, string]>([
    // no unit: both readings are named
    [20, share(), "expected a share, got 20, which has no unit; write 20 % or 2000 %, whichever is meant"],
    [0.2, share(), "expected a share, got 0.2, which has no unit; write 0.2 % or 20 %, whichever is meant"],
    ["20", share(), 'expected a share, got "20", which has no unit; write 20 % or 2000 %, whichever is meant'],
    [72000, moneyPerYear(), "write 72000 EUR/year or 72000 EUR/month, whichever is meant"],
    ["72k", money(), 'expected an amount of money, got "72k", which has no unit; write 72k EUR'],
    [6, duration(), "write 6 months or 6 years, whichever is meant"],
    [10, sharePerMonth(), "write 10 %/month"],
    // another unit
    ["20 EUR", share(), 'expected a share, got "20 EUR"; write it like 20 %'],
    ["10 %", sharePerMonth(), 'expected a share per month, got "10 %"; write it like 10 %/month'],
    ["10 %/year", sharePerMonth(), "write it like 10 %/month"],
    ["10 %/month", share(), "write it like 20 %"],
    [
      "1500 EUR",
      moneyPerYear(),
      "does not say for how long; write 1500 EUR/year or 1500 EUR/month, whichever is meant",
    ],
    ["1500 EUR/year", money(), "write it like 1500 EUR"],
    ["6 weeks", duration(), "write it like 6 months"],
    ["6 m", duration(), "write it like 6 months"],
    ["5 accounts", count({ label: "manager" }), "expected a whole number of managers"],
    ["5 bananas", count(), "expected a whole number"],
    ["20 %", plain({ label: "total multiple" }), 'expected total multiple (a plain number), got "20 %"'],
    ["5k accounts", count(), "expected a whole number"],
    // money
    ["1500 USD", money(), "USD in a scenario whose currency is EUR; convert it to EUR, as in 1500 EUR"],
    ["USD 1500", money(), "USD in a scenario whose currency is EUR"],
    ["£ 1500", money(), "GBP in a scenario whose currency is EUR"],
    ["1.5m", money(), 'expected an amount of money, got "1.5m"'],
    ["€ 5 €", money(), "expected an amount of money"],
    ["EUR 1500 EUR", money(), "expected an amount of money"],
    ["20 %", moneyPerYear(OF_SALARY), '"20 %": a share of what?; write 20 % of base salary'],
    ["20 % of base salary", moneyPerYear(), "expected money per year"],
    ["-5 % of base salary", moneyPerYear(OF_SALARY), "write 0 % of base salary or more"],
    // of what
    ["20 % of base salery", share(OF_SALARY), '"of base salery" does not belong here; did you mean base salary?'],
    ["20 % of base salary", share(), '"of base salary" does not belong here; leave it out: 20 %'],
    // ways of writing numbers that people read differently
    ["72,000 EUR/year", moneyPerYear(), "write 72 000 or 72000 if thousands are meant, 72.000 if not"],
    ["1,5 %", share(), "write 1.5 if a decimal is meant"],
    ["72.500 EUR/year", moneyPerYear(), "write 72 500 if thousands are meant, 72.5 if not"],
    ["72 00 EUR", money(), "expected an amount of money"],
    ["7200 000 EUR", money(), "expected an amount of money"],
    // size
    ["-5 %", share(), '"-5 %" is below the smallest allowed; write 0 % or more'],
    ["120 %", share({ max: 1 }), '"120 %" is above the largest allowed; write 100 % or less'],
    ["3 months", duration({ min: 12 }), "write 1 year or more"],
    [4.5, count(), "expected a whole number, got 4.5"],
    [-1, count(), "-1 is below the smallest allowed"],
    [Number.NaN, plain(), "got NaN"],
    [Infinity, plain(), "got Infinity"],
    ["1e400", plain(), "expected a plain number"],
    ["1e400", share(), "expected a share"],
    ["1e308k EUR", money(), "expected an amount of money"],
    // not a number at all
    ["", share(), "got nothing"],
    ["banana", share(), 'expected a share, got "banana"; write it like 20 %'],
    ["constructor", count(), "expected a whole number"],
    ["5 constructor", duration(), "expected a length of time"],
    ["9".repeat(201), count(), "got 201 characters where a number belongs"],
    [null, share(), "got nothing"],
    [undefined, share(), "got nothing"],
    [true, share(), "got true"],
    [["20 %"], share(), "got a list"],
    [{ value: 1 }, share(), "got a group of settings"],
  ])("%s for %o: %s", (text, unit, message) => {
    const read = (): Quantity => parseQuantity(text as string, unit, EUR);
    expect(read).toThrow(Problem);
    expect(read).toThrow(message);
    expect(() => parseRange(text as string, unit, EUR)).toThrow(Problem);
  });
});

describe("written back", () => {
  test.each<[number, Unit, string]>([
    [0.07, share(), "7 %"],
    [0.1, sharePerMonth(), "10 %/month"],
    [0.07, sharePerYear(), "7 %/year"],
    [1500, money(), "1500 EUR"],
    [1_800_000.5, moneyPerYear(), "1 800 000.5 EUR/year"],
    [0, duration(), "0 months"],
    [1, duration(), "1 month"],
    [18, duration(), "18 months"],
    [12, duration(), "1 year"],
    [36, duration(), "3 years"],
    [1, count({ label: "account" }), "1 account"],
    [5, count({ label: "accounts" }), "5 accounts"],
    [12_000, count(), "12 000"],
    [-1.5, plain(), "-1.5"],
  ])("%d for %o is %s", (value, unit, text) => {
    expect(formatQuantity(value, unit, "EUR")).toBe(text);
  });

  test("a share says of what", () => {
    expect(formatQuantity(0.2, moneyPerYear(OF_SALARY), "EUR", "base salary")).toBe("20 % of base salary");
  });

  test.each(UNITS)("reading undoes writing: %o", (unit) => {
    const size = unit.dimension === "count" ? fc.maxSafeNat() : fc.double({ min: 0, max: 1e300, noNaN: true });
    const value = unit.dimension === "number" ? fc.double({ min: -1e300, max: 1e300, noNaN: true }) : size;
    fc.assert(
      fc.property(value, (x) => {
        const back = parseQuantity(formatQuantity(x, unit, "EUR"), unit, EUR).value;
        // below 1e-300 doubles lose digits, so the tolerance has a floor there
        expect(Math.abs(back - x)).toBeLessThanOrEqual(1e-12 * Math.abs(x) + 1e-300);
      }),
      { numRuns: 500 },
    );
  });

  test.each([...UNITS, share({ min: 0.5, max: 0.6 }), duration({ max: 3 }), moneyPerYear(OF_SALARY)])(
    "the example in a message is accepted: %o",
    (unit) => {
      const { value } = parseQuantity(exampleOf(unit, "EUR"), unit, EUR);
      expect(value).toBeGreaterThanOrEqual(unit.min ?? 0);
      expect(value).toBeLessThanOrEqual(unit.max ?? Infinity);
    },
  );
});

describe("ranges", () => {
  test.each<[string, Unit, number, number]>([
    ["6 months to 12 months", duration(), 6, 12],
    ["6 to 12 months", duration(), 6, 12],
    ["6 months to 1 year", duration(), 6, 12],
    ["5 to 18 %", share(), 0.05, 0.18],
    ["5 % to 18 % of base salary", share(OF_SALARY), 0.05, 0.18],
    ["5 to 18 % of base salary", share(OF_SALARY), 0.05, 0.18],
    ["350 to 500k EUR/year", moneyPerYear(), 350_000, 500_000],
    ["350k to 1.2M EUR/year", moneyPerYear(), 350_000, 1_200_000],
    ["5 to EUR 18", money(), 5, 18],
    ["1.5 to 2.5", plain(), 1.5, 2.5],
    ["-2 to 3 x", plain(), -2, 3],
    ["0 to 18 %", share(), 0, 0.18],
  ])("%s for %o is a 90 %% range", (text, unit, low, high) => {
    const ends = lowHigh(parseRange(text, unit, EUR));
    expect(Math.abs(ends.low - low)).toBeLessThanOrEqual(1e-12 * high);
    expect(Math.abs(ends.high - high)).toBeLessThanOrEqual(1e-12 * high);
  });

  test("the kinds", () => {
    expect(parseRange("6 months", duration(), EUR)).toEqual({ kind: "fixed", value: 6 });
    expect(parseRange(5, count(), EUR)).toEqual({ kind: "fixed", value: 5 });
    expect(parseRange("5 to 18 %, evenly", share(), EUR)).toEqual({ kind: "uniform", low: 0.05, high: 0.18 });
    const triangle = { kind: "triangular", low: 0.05, mode: 0.1, high: 0.18 };
    expect(parseRange("5 % to 18 %, most likely 10 %", share(), EUR)).toEqual(triangle);
    expect(parseRange("5 to 18 %, Most likely 10", share(), EUR)).toEqual(triangle);
    expect(parseRange("5 to 18 %", share(), EUR)).toMatchObject({ kind: "lognormal" });
    expect(parseRange("0 to 18 %", share(), EUR)).toMatchObject({ kind: "normal", min: 0 });
    expect(parseRange("-1 to 1", plain(), EUR)).not.toHaveProperty("min");
  });

  test("draws stay within the unit", () => {
    const narrow = parseRange("60 to 95 %", share({ min: 0.5, max: 1 }), EUR);
    expect(quantile(narrow, 0.0001)).toBe(0.5);
    expect(quantile(narrow, 0.9999)).toBe(1);
    expect(quantile(parseRange("0 to 18 %", share(), EUR), 0.01)).toBe(0);
  });

  test.each<[string, Unit, string]>([
    ["18 % to 5 %", share(), 'the range "18 % to 5 %" is reversed; put the lower end first: 5 % to 18 %'],
    ["5 % to 5 %", share(), 'the range "5 % to 5 %" is empty; write 5 % alone'],
    ["1 year to 12 months, evenly", duration(), "is empty"],
    ["5 to 18 %, most likely 20 %", share(), "most likely 20 % lies outside 5 to 18 %"],
    ["5 to 18", share(), "has no unit"],
    ["5 to 18 EUR", share(), 'expected a share, got "18 EUR"'],
    ["-5 to 18 %", share(), "below the smallest allowed"],
    ["5 to 180 %", share({ max: 1 }), "above the largest allowed"],
    ["900 000 to 1M EUR", money(), "is reversed"],
    ["5 % to 18 %, probably", share(), "expected a share"],
    ["5 % to 18 % of base salary", moneyPerYear(OF_SALARY), "expected money per year"],
    ["5 % to 18 % of salary", share({ of: ["salary", "budget"] }), "does not belong here"],
    ["5 USD to 10 USD", money(), "USD in a scenario whose currency is EUR"],
  ])("%s for %o is refused: %s", (text, unit, message) => {
    expect(() => parseRange(text, unit, EUR)).toThrow(Problem);
    expect(() => parseRange(text, unit, EUR)).toThrow(message);
  });

  test("reading undoes describing", () => {
    const end = fc.integer({ min: 1, max: 100_000 });
    fc.assert(
      fc.property(fc.constantFrom(...UNITS), end, end, fc.constantFrom("", ", evenly"), (unit, a, b, kind) => {
        const format = (value: number): string => formatQuantity(value, unit, "EUR");
        const text = `${format(Math.min(a, b))} to ${format(Math.max(a, b) + 1)}${kind}`;
        expect(describeDistribution(parseRange(text, unit, EUR), format)).toBe(text);
      }),
    );
  });
});

describe("arbitrary text", () => {
  const piece = fc.constantFrom(
    ..."0 1 72 000 1.5 .5 -3 1e9 1e400 % /month per year EUR USD k M of base salary to , , most likely , evenly x × months × _ .".split(
      " ",
    ),
    " ",
    "KAM-year",
    "constructor",
    "__proto__",
  );
  const number = fc.oneof(fc.integer().map(String), fc.double().map(String), fc.constantFrom("72 000", "1.8M", "0"));
  const unit = fc.constantFrom(
    "%",
    " %",
    "%/month",
    "% / year",
    " EUR",
    " EUR/year",
    " months",
    " year",
    " accounts",
    "x",
  );
  const text = fc.oneof(
    fc.string(),
    fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join(" ")),
    fc.tuple(number, unit).map((pieces) => pieces.join("")),
    fc.tuple(number, fc.constant(" to "), number, unit).map((pieces) => pieces.join("")),
  );

  test("is a finite number or a Problem, never anything else", () => {
    let accepted = 0;
    fc.assert(
      fc.property(text, fc.constantFrom(...UNITS), (words, unit) => {
        try {
          const { value } = parseQuantity(words, unit, EUR);
          expect(Number.isFinite(value)).toBe(true);
          accepted++;
        } catch (error) {
          expect(error).toBeInstanceOf(Problem);
        }
        try {
          expect(Number.isFinite(quantile(parseRange(words, unit, EUR), 0.3))).toBe(true);
        } catch (error) {
          expect(error).toBeInstanceOf(Problem);
        }
      }),
      { numRuns: 5000 },
    );
    // about 100 are accepted; below 50 is five standard errors, less than one false alarm in a million
    expect(accepted).toBeGreaterThan(50);
  });

  test("so is anything else a file may hold", () => {
    fc.assert(
      fc.property(fc.anything(), fc.constantFrom(...UNITS), (thing, unit) => {
        fc.pre(typeof thing !== "string" && typeof thing !== "number");
        expect(() => parseQuantity(thing as string, unit, EUR)).toThrow(Problem);
      }),
    );
  });
});
