import { describe, expect, test } from "vitest";
import { findingText } from "../../src/foundation/tables/finding.js";
import { faults, readTexts } from "./made.js";

describe("what is said of rows that are refused", () => {
  test("the reason of most rows comes first, whichever came first", () => {
    const read = readTexts({ roster: "id,salary\nA1,much\nB2,60000\n,70000\n,71000\n" });
    const [{ refused, reasons }] = read.reconciliation;
    expect(refused).toBe(3);
    expect(reasons.map(({ rows }) => rows)).toEqual([2, 1]);
    expect(faults(read)).toHaveLength(3);
  });

  test("a finding says how often it was made, from the second time on", () => {
    const one = {
      table: "roster",
      file: "roster.csv",
      row: 3,
      reason: "taken as blank",
      expected: "",
      isFault: false,
    } as const;
    const texts = [1, 2, 3].map((times) => findingText({ ...one, times } as never));
    expect(texts).toEqual([
      "roster.csv row 3: taken as blank",
      "roster.csv row 3: taken as blank (2 times; this is the first)",
      "roster.csv row 3: taken as blank (3 times; this is the first)",
    ]);
  });
});
