import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { keyLine, scenarioFilePage } from "../../src/docs-pages/reference/scenario-file-page.js";
import { type Key, scenarioSections } from "../../src/docs-pages/reference/scenario-keys.js";
import { scenarioSchema } from "../../src/scenario/schema/schema.js";
import { schemasAt } from "../../src/scenario/schema/schema-keys.js";
import { expectMade } from "./made.js";

const root = join(import.meta.dirname, "..", "..");
const page = readFileSync(join(root, "docs", "reference", "scenario-file.md"), "utf8");
const sections = scenarioSections();
const keys = sections.flatMap(({ path, keys: own }) => own.map((key) => ({ path, key })));

/** Groups of keys that stand in the file's published schema, read from its JSON alone: each once, however often it is referred to. */
function groupsOfSchema(): readonly (readonly string[])[] {
  const found = new Map<string, readonly string[]>();
  const visit = (node: unknown): void => {
    if (typeof node !== "object" || node === null) return;
    const { properties } = node as { readonly properties?: Record<string, unknown> };
    if (properties !== undefined && properties.value === undefined) {
      const names = Object.keys(properties).filter((name) => name !== "source" && name !== "note");
      if (names.length > 0) found.set(names.join("\n"), names);
    }
    for (const inside of Object.values(node)) visit(inside);
  };
  visit(JSON.parse(readFileSync(join(root, "scenarios", "scenario.schema.json"), "utf8")));
  return [...found.values()];
}

/** The keys of each table of the page. */
const tables = page
  .split("| --- | --- | --- | --- | --- |\n")
  .slice(1)
  .map((text) =>
    text
      .slice(0, text.search(/\n(?!\|)/))
      .split("\n")
      .map((row) => /^\| `(.+?)` \|/.exec(row)?.[1] ?? ""),
  );

const isSaid = (text: string): boolean => text.trim().length > 2;
const nameOf = ({ path, key }: { readonly path: readonly string[]; readonly key: Key }): string =>
  [...path, key.name].join(" › ");

describe("the reference of the scenario file", () => {
  test("is what `npm run docs` writes", () => {
    expectMade("docs/reference/scenario-file.md", scenarioFilePage());
  });

  test("has a table with exactly the keys of every group of settings in the published schema", () => {
    const groups = groupsOfSchema();
    expect(groups.length).toBeGreaterThan(40);
    const listed = tables.map((names) => names.join("\n"));
    expect(groups.filter((names) => !listed.includes(names.join("\n")))).toEqual([]);
  });

  test("every key has a meaning, says what may be written, and an example", () => {
    const bare = keys.filter(({ key }) => !isSaid(key.meaning) || !isSaid(key.takes) || key.example === undefined);
    expect(bare.map(nameOf)).toEqual([]);
  });

  test("every example is YAML that says what it shows, and is taken where it stands", () => {
    const schema = scenarioSchema();
    const refused = keys.filter(({ path, key }) => {
      const value = (parse(keyLine(key)) as Record<string, unknown>)[key.name];
      const place = [...path.map((step) => (step === "[]" ? 0 : step)), key.name];
      return !schemasAt(schema, place, undefined).some(
        (one) => "safeParse" in one && (one as typeof schema).safeParse(value).success,
      );
    });
    expect(refused.map(nameOf)).toEqual([]);
  });
});
