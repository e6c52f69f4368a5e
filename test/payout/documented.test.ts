import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { parseScenario } from "../../src/core.js";
import { explain, payout } from "../../src/report/payout/payout-text.js";
import { readTexts } from "../tables/made.js";

const page = readFileSync(join(import.meta.dirname, "..", "..", "docs", "payout.md"), "utf8");

/** What stands between fences of that language, in order. */
const blocks = (language: string): string[] =>
  [...page.matchAll(/^```(\w*)\n(.*?)^```$/gms)].filter(([, one]) => one === language).map(([, , text]) => text ?? "");

test("the example of docs/payout.md is what its scenario and tables come to, every line of it", () => {
  const [plan = ""] = blocks("yaml");
  const [roster = "", history = ""] = blocks("csv");
  const { data } = readTexts({ roster, history });
  const paid = payout(parseScenario(plan, { name: "plan.yaml" }), "bonus", data);
  expect(`${explain(paid, "SYN-M02")}\n`.split("\n")).toEqual((blocks("")[0] ?? "").split("\n"));
});
