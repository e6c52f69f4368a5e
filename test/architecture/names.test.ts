import { describe, expect, test } from "vitest";
import { declared, declaredTwice, ownVerdicts, spreadGroups } from "./names.js";
import { parse, sources } from "./sources.js";

/** Names that are declared twice all the same, and why. */
const wrappedTwice: Readonly<Record<string, string>> = {
  compare: "prints what compareWithRemarks of report gives, which in turn wraps the verb on columns",
  headline: "prints what headlineWithRemarks of report gives, which in turn wraps the verb on columns",
};

describe("one name, one meaning", () => {
  test("no exported name is declared twice, but for a verb and the one it wraps", () => {
    expect(sources.flatMap(declared).length).toBeGreaterThan(2_000);
    const found = declaredTwice(sources).map((one) => one.split(":")[0]);
    expect(found).toEqual(Object.keys(wrappedTwice));
  });

  test("the rule finds what it looks for", () => {
    const one = parse("results/one.ts", "export interface Step {}\nexport const run = () => 1;");
    const two = parse("charts/two.ts", "export type Step = 1;\nexport function other() {}");
    const wraps = parse(
      "report/run.ts",
      'import { run as data } from "../results/one.js";\nexport const run = () => data();',
    );
    const takes = parse("report/run.ts", 'import type { Step } from "../results/one.js";\nexport const run = 1;');
    expect(declaredTwice([one, two])).toEqual(["Step: results/one.ts, charts/two.ts"]);
    expect(declaredTwice([one, wraps])).toEqual([]);
    expect(declaredTwice([one, takes])).toEqual(["run: results/one.ts, report/run.ts"]);
    expect(declaredTwice([one, parse("results/one.test.ts", "const Step = 1;")])).toEqual([]);
  });
});

describe("one mechanism", () => {
  test("rows are put in groups by groupBy", () => {
    expect(sources.flatMap(spreadGroups)).toEqual([]);
    const own = parse("x/y.ts", "const all = new Map();\nall.set(key, [...(all.get(key) ?? []), row]);");
    expect(spreadGroups(own)).toEqual(["x/y.ts:2"]);
  });

  test("what shows findings does not decide which interval is more, less or open", () => {
    expect(sources.flatMap(ownVerdicts)).toEqual([]);
    const own = (text: string) => ownVerdicts(parse("charts/own.ts", text));
    expect(own("const isUp = difference.low > 0;")).toEqual(["charts/own.ts:1"]);
    expect(own("const isDown = high <= -smallest;")).toEqual(["charts/own.ts:1"]);
    expect(own("const isWide = high > low;")).toEqual([]);
    expect(ownVerdicts(parse("results/own.ts", "const isUp = low > 0;"))).toEqual([]);
  });
});
