import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Command } from "commander";
import { describe, expect, test } from "vitest";
import { addValidate, exitCodeOf } from "../../src/cli/commands/validate.js";
import { validationTableOf } from "../../src/report/data-tables/firm.js";
import { validationMarkdown, validationSummary, validationTable } from "../../src/report/tables/validation-page.js";
import { type ValidationRow, validate } from "../../src/validation/validate.js";
import { tableCsvText } from "../../src/wording/table-csv.js";
import { shipped } from "./inputs.js";

const rows = validate({ ...shipped, ids: ["E1", "E12", "R1"] });
const broken = rows.map((one) => (one.id === "E12.effort n=2" ? { ...one, ours: 0.6, passed: false } : one));

describe("the table", () => {
  const lines = validationTable(broken).split("\n");

  test("has a line for every row and its claim, none wider than a page, and says what failed", () => {
    const text = lines.map((line) => line.trim()).join(" ");
    for (const { id, claim, source, reason } of rows)
      for (const part of [id, claim, source, reason]) expect(text).toContain(part.slice(0, 43));
    for (const line of lines) expect([...line].length, line).toBeLessThanOrEqual(100);
    expect(lines.filter((line) => line.endsWith("FAIL"))).toHaveLength(1);
    expect(lines.find((line) => line.startsWith("E12.effort n=2"))).toMatch(/0\.5 +0\.6 +0\.1 +1e-9 +FAIL$/);
    expect(lines.at(-1)).toBe("1 of 23 checks fail; 13 more rows are shown only");
  });

  test("says so when all is well", () => {
    expect(validationSummary(rows)).toBe("all 23 checks pass; 13 more rows are shown only");
  });
});

test("the CSV holds every number in full", () => {
  const text = tableCsvText(validationTableOf(rows));
  expect(text.split("\r\n")).toHaveLength(rows.length + 2);
  expect(text).toContain("E12.effort n=4,effort for an equal share in a team of 4,Holmström 1982,engine,0.25,");
  expect(text).toContain(",infinity,");
});

test("the page has a section a result and a cell for every claim", () => {
  const page = validationMarkdown(rows);
  expect(page.match(/^## .*$/gm)).toEqual([
    "## E1: Holmström & Milgrom 1987",
    "## E12: Holmström 1982",
    "## R1: DellaVigna & Pope 2018",
  ]);
  for (const { id, claim } of rows) expect(page).toContain(`| ${id} | ${claim} |`);
});

describe("numbers on the page", () => {
  const cells = (one: Partial<ValidationRow>): string[] => {
    const page = validationMarkdown([{ ...rows[0], ...one }]);
    return page.split("\n").at(-2)?.split(" | ").slice(2, 6) ?? [];
  };

  test("are the same on machines that differ in the last bits", () => {
    const known = { exact: 0.5, tolerance: 1e-6 };
    for (const ours of [0.5, 0.5 + 1.1e-16, 0.5 - 3e-13])
      expect(cells({ ...known, ours })).toEqual(["0.5", "0.5", "< 1e-9", "1e-6"]);
    for (const ours of [0, 1e-17, -4e-12])
      expect(cells({ exact: 0, tolerance: 1e-6, ours })).toEqual(["0", "0", "< 1e-9", "1e-6"]);
    expect(cells({ exact: 0, tolerance: 1e-6, ours: -4.04e-8 })).toEqual(["0", "-4e-8", "4e-8", "1e-6"]);
  });

  test("show seven digits of ours, one of the distance and two of what is allowed", () => {
    expect(cells({ exact: 12.706205, ours: 12.7062047364, tolerance: 5.000001e-7 })).toEqual([
      "12.706205",
      "12.7062",
      "3e-7",
      "5e-7",
    ]);
    expect(cells({ exact: 4090.909, ours: 4095.881, tolerance: 32.149 })).toEqual(["4090.909", "4095.881", "5", "32"]);
    expect(cells({ exact: 2, ours: 1.9, tolerance: 0.0123 })).toEqual(["2", "1.9", "0.1", "0.012"]);
    expect(cells({ exact: 2000, ours: 1521, tolerance: Number.POSITIVE_INFINITY, isShown: true })).toEqual([
      "2000",
      "1521",
      "480",
      "",
    ]);
  });

  test("keep their digits when they are very small", () => {
    expect(cells({ exact: 3.3200418e-6, ours: 3.32004182e-6, tolerance: 3.3e-12 }).slice(0, 2)).toEqual([
      "3.3200418e-6",
      "3.320042e-6",
    ]);
  });

  test("say how far a prediction is off that does not gate", () => {
    const page = validationMarkdown(rows);
    expect(page).toMatch(
      /observed effort, ranking \| 1761\.29 \| 1521 \| 240 \| +\| shown: -7\.8 standard errors off;/,
    );
    expect(page.match(/\| shown \|$/gm)).toHaveLength(13);
  });
});

describe("the command", () => {
  test("exits with 1 when a check fails, with 0 otherwise", () => {
    expect(exitCodeOf(rows)).toBe(0);
    expect(exitCodeOf(broken)).toBe(1);
  });

  test("writes what it found in the format asked for", async () => {
    const folder = mkdtempSync(join(tmpdir(), "validate-"));
    try {
      const out = join(folder, "rows.json");
      const program = new Command("rewardlab");
      addValidate(program);
      await program.parseAsync(["validate", "E12", "R3", "--format", "json", "--out", out], { from: "user" });
      const { rows: written } = JSON.parse(readFileSync(out, "utf8"));
      expect(written.map(({ id, passed }: { id: string; passed: boolean }) => [id, passed])).toContainEqual([
        "R3.difference",
        true,
      ]);
      expect(written).toHaveLength(5);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  test("refuses formats and results it does not know", async () => {
    const ask = (...words: string[]) => {
      const program = new Command("rewardlab");
      addValidate(program);
      return program.parseAsync(["validate", ...words], { from: "user" });
    };
    await expect(ask("E1", "--format", "pdf")).rejects.toThrow("expected one of table, markdown, csv, json");
    await expect(ask("E99")).rejects.toThrow('unknown result "E99"');
  });
});
