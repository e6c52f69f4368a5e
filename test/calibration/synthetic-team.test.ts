import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { applyFit } from "../../src/calibration/apply.js";
import type { Fit } from "../../src/calibration/data.js";
import { fit as fitScenario } from "../../src/calibration/fit.js";
import { sheetText } from "../../src/foundation/text/sheet-text.js";
import { readPeople } from "../../src/node/spreadsheets/tables.js";
import { fitSheet } from "../../src/report/tables/fit-text.js";
import { parseScenario } from "../../src/scenario/scenario.js";
import { flagship, flagshipText } from "./made.js";

const root = join(import.meta.dirname, "..", "..");
const page = readFileSync(join(root, "docs", "fit.md"), "utf8");
const file = (name: string): string => join(root, "data", "synthetic-team", `${name}.csv`);
const files = { roster: "roster.csv", accounts: "accounts.csv", history: "history.csv" };

async function fitTeam(text: string): Promise<Fit> {
  const { data } = await readPeople({ roster: file("roster"), accounts: file("accounts"), history: file("history") });
  return fitScenario(parseScenario(text, { name: flagship.name }), data, { today: "today", leavers: 6, files });
}

let found: Fit;
let written: string;
beforeAll(async () => {
  found = await fitTeam(flagshipText);
  written = applyFit(flagshipText, found);
});

/** Fenced blocks of the page in that language. */
const blocks = (language: string): string[] =>
  [...page.matchAll(new RegExp(`^\`\`\`${language}\n(.*?)^\`\`\``, "gms"))].map(([, block]) => block.trimEnd());

describe("the synthetic team", () => {
  test("the page shows what the fit prints", () => {
    const printed = sheetText(fitSheet(found));
    expect(blocks("text")).toHaveLength(4);
    for (const block of blocks("text")) expect(printed).toContain(block);
  });

  test("the page shows what the file says", () => {
    expect(blocks("yaml")).toHaveLength(1);
    for (const block of blocks("yaml")) expect(written).toContain(block);
  });

  test("half of what was gained or missed is built into its next target, as its maker says", () => {
    const rebase = found.settings.find(({ place }) => place[1] === "rebase");
    expect(rebase?.estimate).toBeCloseTo(0.5, 3);
  });

  test("its maker's luck of accounts, .16, and losses of about a tenth lie in the ranges", () => {
    for (const [key, value] of [
      ["account luck", 0.16 / Math.sqrt(1156 / 1728)],
      ["churn", 0.1],
    ] as const) {
      const { low, high } = found.settings.find(({ place }) => place[1] === key) ?? { low: 1, high: 0 };
      expect(low, key).toBeLessThan(value);
      expect(high, key).toBeGreaterThan(value);
    }
  });

  test("every line of the flagship that was not fitted stays", () => {
    const gone = flagshipText.split("\n").filter((line) => !written.split("\n").includes(line));
    expect(gone).toEqual([
      "status: illustrative",
      "  managers: 4",
      "  salary: 72 000 EUR/year",
      "  per manager: 5",
      "  account revenue: 1.2M EUR/year",
      "  margin: 30 %",
      "  drift: 7 %/year",
      "  churn: 7 %/year to 14 %/year, most likely 10 %/year",
    ]);
  });

  test("fitting what was fitted changes no letter", async () => {
    expect(applyFit(written, await fitTeam(written))).toBe(written);
  });
});
