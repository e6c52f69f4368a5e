import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { entriesIn, namesGiven, type PublicName } from "../../src/docs-pages/surface.js";
import { surfacePage } from "../../src/docs-pages/surface-page.js";
import { expectMade } from "./made.js";

const root = fileURLToPath(new URL("../..", import.meta.url));
const entries = new Map([...entriesIn(root)].map(([name, file]) => [name, namesGiven(root, file)]));
const namesOf = (entry: string): readonly string[] => (entries.get(entry) ?? []).map(({ name }) => name);
const of = (entry: string, kind: PublicName["kind"]): readonly string[] =>
  (entries.get(entry) ?? []).filter((one) => one.kind === kind).map(({ name }) => name);

const camelCase = (words: string): string => words.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());

/** Text of every file below a folder whose name ends so. */
const textsIn = (folder: string, ending: RegExp): string =>
  readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((name) => ending.test(name) && !/node_modules|dist\//.test(name))
    .map((name) => readFileSync(join(root, folder, name), "utf8"))
    .join("\n");

/** Where somebody uses what the package gives: tests, notebooks, benchmarks, and code in the documentation. */
const uses = [
  textsIn("test", /\.ts$/),
  textsIn("notebooks/src", /\.ts$/),
  textsIn("notebooks/tools", /\.ts$/),
  textsIn("bench", /\.mjs$/),
  ...[textsIn("docs", /(?<!surface)\.md$/), readFileSync(join(root, "README.md"), "utf8")].flatMap(
    (text) => text.match(/```[\s\S]*?```|`[^`\n]+`/g) ?? [],
  ),
].join("\n");
const used = new Set(uses.match(/\b\w+\b/g));

/** `src/results/fan.ts: verb "fan" is used nowhere; …` */
const said = ({ file, kind, name }: PublicName, fault: string, remedy: string): string =>
  `src/${file}: ${kind} "${name}" ${fault}; ${remedy}`;

describe("the public surface", () => {
  test("is the page that shows it: npm run docs writes docs/reference/surface.md", () => {
    expectMade("docs/reference/surface.md", surfacePage(root));
  });

  test("gives every name from one place, but for the core, which is in the root", () => {
    const subpaths = [...entries.keys()].filter((name) => !["rewardlab", "rewardlab/core"].includes(name));
    const all = ["rewardlab", ...subpaths].flatMap(namesOf);
    expect(subpaths.length).toBeGreaterThan(3);
    expect(all.filter((name, k) => all.indexOf(name) !== k)).toEqual([]);
    const root = new Set(namesOf("rewardlab"));
    expect(namesOf("rewardlab/core").filter((name) => !root.has(name))).toEqual([]);
  });

  test("has few verbs at the root", () => {
    expect(of("rewardlab", "verb").length).toBeLessThanOrEqual(54);
    for (const verb of ["readScenario", "simulate", "compare", "tables", "writeTables"])
      expect(of("rewardlab", "verb")).toContain(verb);
  });

  test.each([...entries.keys()])("holds no verb and no value in %s that nobody uses", (entry) => {
    const idle = (entries.get(entry) ?? []).filter(({ name, kind }) => kind !== "type" && !used.has(name));
    const lines = idle.map((one) => said(one, "is used nowhere", "call it in a test, or do not export it"));
    if (lines.length > 0) expect.fail(`\n${lines.join("\n")}\n`);
  });

  test("holds no type that no other name mentions and nobody uses", () => {
    const all = [...entries.values()].flat();
    const charts = new Set(all.find(({ name }) => name === "chart")?.mentions);
    const isOfChart = ({ file }: PublicName): boolean => charts.has(camelCase(file.replace(/^.*\/|\.ts$/g, "")));
    const isMentioned = ({ declared }: PublicName): boolean =>
      all.some((other) => other.declared !== declared && other.mentions.has(declared));
    const idle = all.filter(
      (one) => one.kind === "type" && !used.has(one.name) && !isMentioned(one) && !isOfChart(one),
    );
    expect(idle.map(({ name }) => name)).toEqual([]);
  });

  test("says of every name what it is", () => {
    const silent = [...entries.values()].flat().filter(({ summary }) => summary === "");
    const lines = new Set(silent.map((one) => said(one, "does not say what it is", "write a sentence above it")));
    if (lines.size > 0) expect.fail(`\n${[...lines].join("\n")}\n`);
  });
});
