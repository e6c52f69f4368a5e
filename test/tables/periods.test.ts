import { describe, expect, test } from "vitest";
import { readPeriod } from "../../src/foundation/tables/periods/period-text.js";
import type { FiscalYear } from "../../src/foundation/values/fiscal-year.js";
import { readFiscalYear } from "../../src/foundation/values/fiscal-year.js";

const byEnd: FiscalYear = { starts: "April", "named by": "end" };
const byStart: FiscalYear = { starts: "April", "named by": "start" };

/** `from to`, or what is wrong. */
const read = (text: string, fiscalYear?: FiscalYear): string => {
  const found = readPeriod(text, { fiscalYear });
  return "fault" in found ? found.fault : `${found.from} ${found.to}`;
};

describe("periods as people write them", () => {
  test.each([
    ["2024", "2024-01-01 2024-12-31"],
    ["CY 2024", "2024-01-01 2024-12-31"],
    ["2024-Q1", "2024-01-01 2024-03-31"],
    ["Q4/2024", "2024-10-01 2024-12-31"],
    ["Q1 2024", "2024-01-01 2024-03-31"],
    ["Q1 24", "2024-01-01 2024-03-31"],
    ["1Q24", "2024-01-01 2024-03-31"],
    ["1. Quartal 2024", "2024-01-01 2024-03-31"],
    ["2nd quarter 2024", "2024-04-01 2024-06-30"],
    ["2e trimestre 2024", "2024-04-01 2024-06-30"],
    ["2024 H2", "2024-07-01 2024-12-31"],
    ["2. Halbjahr 2024", "2024-07-01 2024-12-31"],
    ["2024-02", "2024-02-01 2024-02-29"],
    ["202402", "2024-02-01 2024-02-29"],
    ["2024M02", "2024-02-01 2024-02-29"],
    ["02/2023", "2023-02-01 2023-02-28"],
    ["2024-3", "2024-03-01 2024-03-31"],
    ["Jan-24", "2024-01-01 2024-01-31"],
    ["Jan 2024", "2024-01-01 2024-01-31"],
    ["January 24", "2024-01-01 2024-01-31"],
    ["Jan '24", "2024-01-01 2024-01-31"],
    ["Dec-69", "2069-12-01 2069-12-31"],
    ["Dec-70", "1970-12-01 1970-12-31"],
    ["Mär 2024", "2024-03-01 2024-03-31"],
    ["Jänner 2024", "2024-01-01 2024-01-31"],
    ["févr. 2024", "2024-02-01 2024-02-29"],
    ["août 2024", "2024-08-01 2024-08-31"],
    ["enero de 2024", "2024-01-01 2024-01-31"],
    ["septiembre 2024", "2024-09-01 2024-09-30"],
    ["dic-24", "2024-12-01 2024-12-31"],
    ["2011-12", "2011-12-01 2011-12-31"],
  ])("%s is %s", (text, days) => {
    expect(read(text)).toBe(days);
    // what names a month or the calendar says the same in a firm with another year
    if (/^\d{4}$|[QHqh]|uart|rimes|Halb/.test(text)) return;
    expect(read(text, byEnd)).toBe(days);
  });

  test.each([
    "2024-Q5",
    "2024-H3",
    "2024-13",
    "1066",
    "soon",
    "24-Jan",
    "2024.5 %",
    "-2024",
    "Marge 2024",
    "Q1",
    "January",
    "12/24",
  ])("%s is none", (text) => {
    expect(read(text)).toBe("no period");
  });
});

describe("fiscal years", () => {
  test.each([
    ["FY 2025", "2024-04-01 2025-03-31", "2025-04-01 2026-03-31"],
    ["FY25", "2024-04-01 2025-03-31", "2025-04-01 2026-03-31"],
    ["GJ 2025", "2024-04-01 2025-03-31", "2025-04-01 2026-03-31"],
    ["fiscal year 2025", "2024-04-01 2025-03-31", "2025-04-01 2026-03-31"],
    ["FY25/26", "2025-04-01 2026-03-31", "2025-04-01 2026-03-31"],
    ["2025/26", "2025-04-01 2026-03-31", "2025-04-01 2026-03-31"],
    ["25/26", "2025-04-01 2026-03-31", "2025-04-01 2026-03-31"],
    ["Q1 FY26", "2025-04-01 2025-06-30", "2026-04-01 2026-06-30"],
    ["FY26 Q4", "2026-01-01 2026-03-31", "2027-01-01 2027-03-31"],
    ["H2 FY25/26", "2025-10-01 2026-03-31", "2025-10-01 2026-03-31"],
    ["P01 2024", "2023-04-01 2023-04-30", "2024-04-01 2024-04-30"],
    ["P12 FY25", "2025-03-01 2025-03-31", "2026-03-01 2026-03-31"],
    ["Jan FY25", "2025-01-01 2025-01-31", "2026-01-01 2026-01-31"],
    ["May FY25", "2024-05-01 2024-05-31", "2025-05-01 2025-05-31"],
    ["Q1 CY 2024", "2024-01-01 2024-03-31", "2024-01-01 2024-03-31"],
  ])("%s is %s named by its end, %s named by its start", (text, end, start) => {
    expect([read(text, byEnd), read(text, byStart)]).toEqual([end, start]);
  });

  test("are refused where nothing says when they start, naming the settings", () => {
    for (const text of ["FY 2025", "GJ25", "FY25/26", "2025/26", "Q1 FY26"])
      expect(read(text)).toBe("a fiscal year, and nothing says when it starts");
    expect(read("P01 2024")).toBe("a month by number, and nothing says when the fiscal year starts");
    const { expected = "" } = readPeriod("FY 2025", {}) as { expected?: string };
    expect(expected).toContain("fiscal year: { starts: April, named by: end }");
    expect(expected).toContain("--fiscal-year");
  });

  test("that start in January are those of the calendar", () => {
    const january: FiscalYear = { starts: "January" };
    expect([read("FY 2025", january), read("P02 2024", january), read("Q1 2024", january)]).toEqual([
      "2025-01-01 2025-12-31",
      "2024-02-01 2024-02-29",
      "2024-01-01 2024-03-31",
    ]);
    expect(read("FY25/26", january)).toBe("a year that lies in two, though the fiscal year starts in January");
  });

  test("leave a year open that says neither FY nor CY, and a month that may be a pair of years", () => {
    for (const text of ["2024", "Q1 2024", "2024-H1"])
      expect(read(text, byEnd)).toBe("of the calendar year or of the fiscal year?");
    expect(read("2011/12")).toBe("a month, or a year that lies in two?");
    expect(read("P13 2024", byEnd)).toBe("a year has no such part");
  });

  test("are said in words on the command line", () => {
    expect(readFiscalYear("April, named by its end")).toEqual(byEnd);
    expect(readFiscalYear("april named by start")).toEqual(byStart);
    expect(readFiscalYear("January")).toEqual({ starts: "January" });
    expect(readFiscalYear("April")).toMatchObject({ fault: '"April" does not say how the year is named' });
    expect(readFiscalYear("Avril")).toMatchObject({ fault: 'cannot read "Avril"' });
  });
});
