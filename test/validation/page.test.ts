import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Command } from "commander";
import { describe, expect, test } from "vitest";
import { validate } from "../../src/analysis/validate.js";
import { addValidate, exitCodeOf } from "../../src/node/commands/validate.js";
import {
  validationCsv,
  validationMarkdown,
  validationSummary,
  validationTable,
} from "../../src/present/validation-page.js";
import { shipped } from "./inputs.js";

const rows = validate({ ...shipped, ids: ["E1", "E12", "R1"] });
const broken = rows.map((one) => (one.id === "E12.effort n=2" ? { ...one, ours: 0.6, passed: false } : one));

describe("the table", () => {
  const lines = validationTable(broken).split("\n");

  test("has a line for every row, none wider than a page, and says what failed", () => {
    expect(lines).toHaveLength(rows.length + 4);
    for (const line of lines) expect([...line].length, line).toBeLessThanOrEqual(100);
    expect(lines.filter((line) => line.endsWith("FAIL"))).toHaveLength(1);
    expect(lines.find((line) => line.startsWith("E12.effort n=2"))).toMatch(/0\.5 +0\.6 +1\.0e-1 +1\.0e-9 +FAIL$/);
    expect(lines.at(-1)).toBe("1 of 19 checks fail; 13 more rows are shown only");
  });

  test("says so when all is well", () => {
    expect(validationSummary(rows)).toBe("all 19 checks pass; 13 more rows are shown only");
  });
});

test("the CSV holds every number in full", () => {
  const text = validationCsv(rows);
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
  for (const { claim } of rows) expect(page).toContain(`| ${claim} |`);
});

test("the page that is shipped shows every row there is, and none that fails", () => {
  const page = readFileSync(join(import.meta.dirname, "..", "..", "docs", "validation.md"), "utf8");
  const all = validate(shipped);
  for (const { claim } of all)
    expect(page, "run rewardlab validate --format markdown --out docs/validation.md").toContain(`| ${claim} |`);
  expect(page.match(/^\| (?!what)[^|]/gm)).toHaveLength(all.length);
  expect(page).not.toContain("FAIL");
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
