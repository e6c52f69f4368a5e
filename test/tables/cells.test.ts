import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { columnLetter } from "../../src/foundation/tables/cell.js";
import { decode } from "../../src/foundation/tables/cells/encoding.js";
import { numberText, parsedNumber, separatorsOf } from "../../src/foundation/tables/cells/number-text.js";
import { readHeader } from "../../src/foundation/tables/header.js";
import { orderEvidence, readDate } from "../../src/foundation/tables/periods/date-text.js";
import { ColumnSum } from "../../src/foundation/tables/reconciliation.js";
import { dateOfDay, dateOfSerial, dayNumber } from "../../src/foundation/values/day-numbers.js";

/** A number read with the mark its separators are certain of, or this one. */
function number(text: string, mark: "." | "," = "."): number | string {
  const parts = numberText(text);
  if (parts === undefined) return "no number";
  const separators = separatorsOf(parts.body);
  if (separators === "bad") return separators;
  return parsedNumber(parts, separators === "." || separators === "," ? separators : mark);
}

describe("numbers", () => {
  test.each([
    ["72000", 72_000],
    ["72 000", 72_000],
    ["72\u00a0000,50", 72_000.5],
    ["72\u202f000.5", 72_000.5],
    ["72'000.50", 72_000.5],
    ["72’000", 72_000],
    ["1.234.567", 1_234_567],
    ["1,234,567", 1_234_567],
    ["1.234.567,89", 1_234_567.89],
    ["1,234,567.89", 1_234_567.89],
    ["0,5", 0.5],
    [".5", 0.5],
    ["0.123", 0.123],
    ["1234.567", 1234.567],
    ["(1,234.50)", -1234.5],
    ["1.234,50-", -1234.5],
    ["−12", -12],
    ["–12", -12],
    ["+12", 12],
    ["- 12", -12],
    ["€ 72.000,00", 72_000],
    ["72,000.00 EUR", 72_000],
    ["-$5.00", -5],
    ["($5.00)", -5],
    ["CHF 1'000.-", "no number"],
    ["1.2E+05", 120_000],
    ["-0", 0],
  ])("%s is %s", (text, value) => {
    expect(number(text)).toBe(value);
  });

  test.each([
    "",
    "abc",
    "1 2",
    "12,34,56",
    "1..2",
    "1.2.3",
    "--5",
    "5 apples",
    "0x10",
    "NaN",
    "Infinity",
    "€",
    "12 % EUR",
    "((5))",
    "5 €5",
  ])("%s is none", (text) => {
    expect(["no number", "bad"]).toContain(number(text));
  });

  test("one mark before three digits may be either, and is nothing else", () => {
    expect(separatorsOf("1.234")).toBe("either . or grouping");
    expect(separatorsOf("1,234")).toBe("either , or grouping");
    for (const certain of ["1.23", "1234.567", "0.234", "1.234,5", "012.345"])
      expect(separatorsOf(certain)).not.toContain("either");
    expect([number("1.234", "."), number("1.234", ",")]).toEqual([1.234, 1234]);
  });

  test("whatever is written in English or in German is read again", () => {
    const amount = fc.integer({ min: -(10 ** 11), max: 10 ** 11 }).map((cents) => cents / 100);
    fc.assert(
      fc.property(amount, (value) => {
        const english = value.toLocaleString("en-GB", { minimumFractionDigits: 2 });
        const german = value.toLocaleString("de-DE", { minimumFractionDigits: 2 });
        expect([number(english), number(german)]).toEqual([value + 0, value + 0]);
      }),
    );
  });
});

describe("dates", () => {
  test.each([
    ["2024-02-29", "2024-02-29"],
    ["2024-02-29T10:00:00", "2024-02-29"],
    ["2024/02/29", "2024-02-29"],
    ["20240229", "2024-02-29"],
    ["29.2.2024", "2024-02-29"],
    ["1.3.24", "2024-03-01"],
    ["1.3.70", "1970-03-01"],
    ["31/12/2024", "2024-12-31"],
    ["12/31/2024", "2024-12-31"],
    ["5/5/2024", "2024-05-05"],
    ["3/4/2024", "ambiguous"],
    ["3-4-2024", "ambiguous"],
    ["1 March 2024", "2024-03-01"],
    ["1. März 2024", "2024-03-01"],
    ["1-Dez-2024", "2024-12-01"],
    ["March 1, 2024", "2024-03-01"],
    ["2023-02-29", undefined],
    ["31.4.2024", undefined],
    ["13/13/2024", undefined],
    ["0.1.2024", undefined],
    ["1850-01-01", undefined],
    ["yesterday", undefined],
  ])("%s is %s", (text, date) => {
    expect(readDate(text, undefined)).toBe(date);
  });

  test("the order decides only what may be either", () => {
    expect([readDate("3/4/2024", "day first"), readDate("3/4/2024", "month first")]).toEqual([
      "2024-04-03",
      "2024-03-04",
    ]);
    expect(readDate("31/12/2024", "month first")).toBe("2024-12-31");
    expect(["3/4/24", "13/4/24", "4/13/24", "4/4/24"].map(orderEvidence)).toEqual([
      "either",
      "day first",
      "month first",
      undefined,
    ]);
  });

  test("days of workbooks: 1900 with the day that never was, and 1904", () => {
    expect([1, 59, 60, 61, 45_292].map((serial) => dateOfSerial(serial, false))).toEqual([
      "1900-01-01",
      "1900-02-28",
      undefined,
      "1900-03-01",
      "2024-01-01",
    ]);
    expect([0, 43_830.75].map((serial) => dateOfSerial(serial, true))).toEqual(["1904-01-01", "2024-01-01"]);
    expect([0, -1, 1e9].map((serial) => dateOfSerial(serial, false))).toEqual([undefined, undefined, undefined]);
  });

  test("days and dates are two names of the same, and agree with the clock's calendar", () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 109_000 }), (day) => {
        const date = dateOfDay(day) ?? "none";
        expect(dayNumber(date)).toBe(day);
        expect(date).toBe(new Date((day - 25_569) * 86_400_000).toISOString().slice(0, 10));
      }),
    );
  });
});

describe("headers", () => {
  test("say unit, scale and year apart from what they hold", () => {
    expect(readHeader("revenue_2024_eur")).toMatchObject({
      core: ["revenue"],
      currency: "EUR",
      period: { year: { kind: "plain", name: 2024 } },
      scale: 1,
    });
    expect(readHeader("Umsatz (TEUR)")).toMatchObject({ core: ["umsatz"], currency: "EUR", scale: 1000 });
    expect(readHeader("Revenue, k€")).toMatchObject({ core: ["revenue"], currency: "EUR", scale: 1000 });
    expect(readHeader("Marge %")).toMatchObject({ core: ["marge"], isPercent: true });
    expect(readHeader("Variable Vergütung")).toMatchObject({ core: ["variable", "verguetung"] });
    expect(readHeader("targetIncentive")).toMatchObject({ core: ["target", "incentive"] });
    expect(readHeader("constructor")).toMatchObject({ core: ["constructor"], scale: 1 });
    expect(readHeader("year")).toMatchObject({ core: ["year"] });
  });

  test("letters of columns count as spreadsheets do", () => {
    expect([0, 25, 26, 701, 702].map(columnLetter)).toEqual(["A", "Z", "AA", "ZZ", "AAA"]);
  });
});

describe("encodings", () => {
  const text = "Müller;Größe;€ 5\n";
  const utf16 = Buffer.from(text, "utf16le");
  test.each([
    ["UTF-8", Buffer.from(text, "utf8"), undefined],
    ["UTF-16 with a mark", Buffer.concat([Buffer.from([0xff, 0xfe]), utf16]), "UTF-16"],
    ["UTF-16 without", utf16, "does not say so"],
    ["UTF-16, the other way round", Buffer.concat([Buffer.from([0xfe, 0xff]), Buffer.from(utf16).swap16()]), "UTF-16"],
    ["Windows-1252", Buffer.from("M\xfcller;Gr\xf6\xdfe;\x80 5\n", "latin1"), "Windows-1252"],
  ])("%s", (_, bytes, remark) => {
    const read = decode(bytes);
    expect(read.text).toBe(text);
    if (remark === undefined) expect(read.remark).toBeUndefined();
    else expect(read.remark).toContain(remark);
  });
});

test("sums add up to the last ten-thousandth, where plain sums do not", () => {
  const values = fc.array(fc.tuple(fc.integer({ min: -1e9, max: 1e9 }), fc.boolean()), { minLength: 1 });
  fc.assert(
    fc.property(values, (cells) => {
      const sum = new ColumnSum();
      for (const [cents, isUsed] of cells) {
        sum.read(cents / 100);
        sum.book(cents / 100, isUsed ? "used" : "refused");
      }
      const { read, used, refused } = sum.totals();
      const exact = (wanted: boolean) =>
        cells.reduce((all, [cents, isUsed]) => all + (isUsed === wanted ? cents : 0), 0);
      expect([used, refused].map((one) => Math.round(one * 100))).toEqual(
        [exact(true), exact(false)].map((one) => one + 0),
      );
      expect(Math.round(read * 100)).toBe(exact(true) + exact(false) + 0);
    }),
  );
});
