import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { assumptionNames, assumptions } from "../../src/model/assumptions.js";
import { accountColumns, activityColumns, laneColumns } from "../../src/model/frame/lanes.js";

const docs = join(import.meta.dirname, "..", "..", "docs");
const read = (...path: readonly string[]): string => readFileSync(join(docs, ...path), "utf8");

/** The sections of the method, in order. */
const sections = readdirSync(join(docs, "method")).sort();
const method = sections.map((name) => read("method", name)).join("\n");

/** Names that stand nowhere on the page as words of their own. */
const missing = (names: readonly string[]): readonly string[] =>
  names.filter((name) => !new RegExp(`(?<![A-Za-z])${name}(?![A-Za-z])`).test(method));

/** Assumptions and outcomes are parts: complete.test.ts holds them, and names the file. */
describe("the method page names what the code names", () => {
  test("every state of managers, accounts and activities", () => {
    for (const columns of [laneColumns, accountColumns, activityColumns])
      expect(missing(Object.keys(columns))).toEqual([]);
  });

  test("every assumption that rests on a source, in the table of what is evidence, and no other", () => {
    const table = method.slice(
      method.indexOf("## What is evidence and what is assumption"),
      method.indexOf("Numbers that stand in the equations"),
    );
    const rows = table.split("\n").flatMap((line) => line.match(/^\| (`.*?) \|/)?.[1] ?? []);
    const listed = rows.flatMap((row) => [...row.matchAll(/`(\w+)`/g)].map(([, name]) => name));
    const sourced = assumptionNames.filter((name) => assumptions[name].source !== "assumption");
    expect([...listed].sort()).toEqual([...sourced].sort());
  });
});

describe("the method is split by section", () => {
  const titles = sections.map((name) => /^# (.+)\n/.exec(read("method", name))?.[1] ?? "");

  test("files and titles carry the number of the section, from 1 on", () => {
    expect(sections.map((name) => Number(name.slice(0, 2)))).toEqual(sections.map((_name, k) => k + 1));
    expect(titles.map((title) => Number.parseInt(title, 10))).toEqual(sections.map((_name, k) => k + 1));
  });

  test("the contents page has every section under its title, with what it holds and a link", () => {
    const contents = read("method.md");
    const entries = [...contents.matchAll(/^## (.+)\n\n\S.+ \[Read section (\d+)\]\(method\/(.+)\)$/gm)];
    expect(entries.map(([, title]) => title)).toEqual(titles);
    expect(entries.map(([, , number]) => Number(number))).toEqual(sections.map((_name, k) => k + 1));
    expect(entries.map(([, , , file]) => file)).toEqual(sections);
  });
});
