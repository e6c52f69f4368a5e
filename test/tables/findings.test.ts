import { describe, expect, test } from "vitest";
import { findingText } from "../../src/foundation/tables/finding.js";
import { faults, readTexts, remarks } from "./made.js";

describe("dates outside everything else", () => {
  const said = (joined: string, left: string) =>
    remarks(
      readTexts({
        roster: `id,salary,joined,left\nA1,70000,${joined},\nB2,60000,,${left}\n`,
        history: "person,year,revenue target,revenue\nA1,2024,100,90\nB2,2024,100,90\n",
      }),
    ).join("\n");

  test("are joining after the last day of the data and leaving before the first; on these days they are not", () => {
    expect(said("2024-12-31", "2024-01-01")).not.toMatch(/joined after|left before/);
    expect(said("2025-01-01", "2024-01-01")).toContain("joined after all the data (2024-01-01 to 2024-12-31): A1");
    expect(said("2024-12-31", "2023-12-31")).toContain("left before all the data (2024-01-01 to 2024-12-31): B2");
  });

  test("an incentive at target of more than three salaries is doubted", () => {
    const doubted = (incentive: number) =>
      remarks(readTexts({ roster: `id,salary,target incentive\nA1,70000,${incentive}\n` })).join("\n");
    expect(doubted(210_000)).not.toContain("above three salaries");
    expect(doubted(210_001)).toContain("an incentive at target above three salaries: 210,001 for A1");
  });
});

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
