import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { backtest } from "../../src/report/backtest/backtest-text.js";
import { parseScenario } from "../../src/scenario/scenario.js";
import { plan, syntheticTeam } from "./teams.js";

const page = readFileSync(join(import.meta.dirname, "..", "..", "docs", "backtest.md"), "utf8");

/** The fenced blocks of one language. */
const blocks = (language: string): string[] =>
  [...page.matchAll(/^```(\w*)\n([\s\S]*?)^```$/gm)].filter(([, name]) => name === language).map(([, , text]) => text);

test("every line of the example of docs/backtest.md is printed by its plan", async () => {
  const scenario = parseScenario(blocks("yaml")[0]);
  const printed = String(backtest([plan(scenario, "today"), plan(scenario, "balanced")], await syntheticTeam())).split(
    "\n",
  );
  const lines = blocks("")[0]
    .split("\n")
    .filter((line) => line !== "");
  expect(lines.length).toBeGreaterThan(15);
  expect(lines.filter((line) => !printed.includes(line))).toEqual([]);
});
