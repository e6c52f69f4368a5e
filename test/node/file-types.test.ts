import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { fileSchema, fileTypesModule } from "../../src/docs-pages/file-types-module.js";
import { root } from "./command.js";
import { typesBesideSchema } from "./types-beside-schema.js";

const written = readFileSync(join(root, "src/scenario/schema/file-types.ts"), "utf8");

describe("the types of a scenario file", () => {
  test("are up to date: run `npm run docs` otherwise", () => {
    expect(written).toBe(fileTypesModule());
  });

  test("say what the schema says: every setting, what may be left out, every word", () => {
    const { differences, settings } = typesBesideSchema(written, fileSchema());
    expect(differences).toEqual([]);
    expect(settings).toBeGreaterThan(500);
  });

  test.each([
    ["an assumption", '"effort cost"?:', '"effort costs"?:', "file.assumptions: effort cost only in the schema"],
    ["a word", '  | "look-ahead"', '  | "look ahead"', 'file.run.response: "look-ahead" only in the schema'],
    ["what must be given", "rate: Written;", "rate?: Written;", "rate: needed in one only"],
    ["a list", "rewards?: RewardFile[]", "rewards?: RewardFile", "file.designs.*.rewards: a list in one only"],
    ["a measure", '  | "profitability"', "", "file.measures: profitability only in the schema"],
    ["a form", "  | CommissionFile\n", "", "file.designs.*.rewards[]: forms in one only"],
    ["a kind of value", "managers?: Written", "managers?: string", "file.team.managers: number only in the schema"],
  ])("that differ in %s are found", (_what, from, to, difference) => {
    const changed = written.replace(from, to);
    expect(changed).not.toBe(written);
    expect(typesBesideSchema(changed, fileSchema()).differences.join("\n")).toContain(difference);
  });
});
