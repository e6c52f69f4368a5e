import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { version } from "../../src/foundation/version.js";

const root = join(import.meta.dirname, "..", "..");
const read = (path: string): string => readFileSync(join(root, path), "utf8");
const packaged = JSON.parse(read("package.json"));

describe("what is written down twice agrees", () => {
  test("one version, in the package, in what pictures print and in what is cited", () => {
    expect(version).toBe(packaged.version);
    expect(String(parse(read("CITATION.cff")).version)).toBe(packaged.version);
    expect(read("CHANGELOG.md")).toContain(`\n## ${packaged.version}`);
  });

  test("the continuous run goes through every line of Node that is promised, and one of them is what developers use", () => {
    const { jobs } = parse(read(".github/workflows/ci.yml"));
    const lines: string[] = jobs.everything.strategy.matrix.node;
    expect(packaged.engines.node).toBe(`>=${lines[0]}.19`);
    expect(lines).toEqual(["20", "22", "24", "current"]);
    expect(lines).toContain(read(".nvmrc").trim());
    expect(jobs.everything.steps.map(({ run }: { readonly run?: string }) => run)).toContain(".ci/run");
  });

  test("editors find the schema of scenario files", () => {
    const { "yaml.schemas": schemas } = JSON.parse(read(".vscode/settings.json"));
    for (const path of Object.keys(schemas)) expect(existsSync(join(root, path)), path).toBe(true);
  });

  test("what is marked as made by a command is there", () => {
    const marked = [...read(".gitattributes").matchAll(/^(\S+) linguist-generated$/gm)].map(([, path]) => path);
    expect(marked.length).toBeGreaterThan(8);
    for (const path of marked) expect(existsSync(join(root, path.replace(/\/\*.*$/, ""))), path).toBe(true);
  });
});
