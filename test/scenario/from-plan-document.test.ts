import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { payoutAt } from "../../src/model/curves/curve.js";
import { curveField } from "../../src/model/curves/index.js";
import { makeScenario, parseScenario } from "../../src/scenario/scenario.js";

const root = join(import.meta.dirname, "..", "..");
const page = readFileSync(join(root, "docs", "from-plan-document.md"), "utf8");

interface Line {
  readonly says: string;
  readonly snippet: string;
  readonly where: string;
  readonly so: string;
}

const lines: readonly Line[] = [...page.matchAll(/^\| ([^|]+) \| `([^`]+)` \| (\w+) \|([^|]*)\|$/gm)].map(
  ([, says = "", snippet = "", where = "", so = ""]) => ({ says, snippet, where, so }),
);

const settingsOf = (snippet: string): Record<string, unknown> =>
  parse(snippet.startsWith("{") ? snippet : `{ ${snippet} }`) as Record<string, unknown>;

const bonus = { kind: "cash bonus", "at target": "10000 EUR/year" };

/** A file with the snippet where it belongs. */
function fileWith({ snippet, where }: Line): unknown {
  const settings = settingsOf(snippet);
  const reward =
    where === "reward"
      ? settings
      : where === "bonus"
        ? { ...bonus, ...settings }
        : where === "curve"
          ? { ...bonus, curve: settings }
          : bonus;
  const design = { period: "1 year", weights: { "account revenue": "100 %" }, rewards: [reward] };
  return {
    ...{ rewardlab: 2, title: "Plan", horizon: "3 years" },
    ...(where === "file" ? settings : {}),
    designs: { a: where === "design" ? { ...design, ...settings } : design },
    ...(where === "payout" ? { payout: settings } : {}),
  };
}

describe("the page from a plan document to a scenario", () => {
  test("its plan is read", () => {
    const [, text = ""] = /```yaml\n(.*?)```/s.exec(page) ?? [];
    expect(Object.keys(parseScenario(text).checked.designs)).toEqual(["plan"]);
  });

  test.each(lines.map((line) => [line.says, line] as const))("%s", (_says, line) => {
    expect(["file", "design", "reward", "bonus", "curve", "payout"]).toContain(line.where);
    expect(makeScenario(fileWith(line)).checked.rewardlab).toBe(2);
    const pays = [...line.so.matchAll(/([\d.]+) % pays ([\d.]+) %/g)];
    if (line.where === "curve") expect(pays.length).toBeGreaterThan(0);
    for (const [, at, share] of pays)
      expect(payoutAt(curveField.parse(settingsOf(line.snippet)), Number(at) / 100) * 100).toBeCloseTo(
        Number(share),
        9,
      );
  });

  test("knows the words plan documents use", () => {
    const words =
      "threshold, target, excellence, accelerator, decelerator, cap, kicker, SPIFF, draw, guarantee, quota, OTE, target incentive, pay mix, clawback, holdback, gate, modifier, matrix, MBO, LTI, merit matrix, compa-ratio, ramp, crediting, split, windfall, true-up, year to date";
    const said = lines.map(({ says }) => says.toLowerCase()).join("\n");
    for (const word of words.split(", ")) expect(said).toContain(word.toLowerCase());
    expect(lines.length).toBeGreaterThan(60);
  });

  test("every line of its tables is one of these, or says that it is not possible", () => {
    const rows = page.split("\n").filter((line) => line.startsWith("| ") && !/^\| (?:---|the plan says)/.test(line));
    const [before = ""] = page.split("## Not possible yet");
    expect(rows.filter((row) => before.includes(`${row}\n`))).toHaveLength(lines.length);
  });

  test("columns it names are columns of the tables", () => {
    const tables = readFileSync(join(root, "docs", "tables.md"), "utf8");
    for (const [, column = ""] of page.matchAll(/column `(\w+)`/g)) expect(tables).toContain(`\`${column}\``);
  });
});
