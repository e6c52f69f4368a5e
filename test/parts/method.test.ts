import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { assumptionNames, assumptions } from "../../src/model/assumptions.js";
import { accountColumns, activityColumns, laneColumns } from "../../src/model/frame/lanes.js";
import { outcomes } from "../../src/model/outcomes/index.js";

const method = readFileSync(join(import.meta.dirname, "..", "..", "docs", "method.md"), "utf8");

/** Names that stand nowhere on the page as words of their own. */
const missing = (names: readonly string[]): readonly string[] =>
  names.filter((name) => !new RegExp(`(?<![A-Za-z])${name}(?![A-Za-z])`).test(method));

describe("the method page names what the code names", () => {
  test("every assumption", () => {
    expect(assumptionNames.length).toBeGreaterThan(50);
    expect(missing(assumptionNames)).toEqual([]);
  });

  test("every state of managers, accounts and activities", () => {
    for (const columns of [laneColumns, accountColumns, activityColumns])
      expect(missing(Object.keys(columns))).toEqual([]);
  });

  test("every outcome", () => {
    expect(missing(outcomes.map(({ name }) => name))).toEqual([]);
  });

  test("every assumption that rests on a source, in the table of what is evidence, and no other", () => {
    const table = method.slice(
      method.indexOf("### What is evidence and what is assumption"),
      method.indexOf("Numbers that stand in the equations"),
    );
    const rows = table.split("\n").flatMap((line) => line.match(/^\| (`.*?) \|/)?.[1] ?? []);
    const listed = rows.flatMap((row) => [...row.matchAll(/`(\w+)`/g)].map(([, name]) => name));
    const sourced = assumptionNames.filter((name) => assumptions[name].source !== "assumption");
    expect([...listed].sort()).toEqual([...sourced].sort());
  });
});
