import { expect, test } from "vitest";
import { compareWithRemarks, headlineWithRemarks } from "../../src/report/comparison/remarks.js";
import { reportPage } from "../../src/report/comparison/report.js";
import { headlineText } from "../../src/report/comparison/terminal.js";
import { makeScenario } from "../../src/scenario/scenario.js";
import { simulate } from "../../src/simulation/simulate.js";
import { resultJson } from "../../src/wording/csv.js";
import { smallFile } from "../simulation/small.js";

const runOf = (salary: string) =>
  simulate(makeScenario(smallFile({ horizon: "1 year", team: { managers: 2, salary } }), { name: "small.yaml" }), {
    replications: 4,
  });
const doubt =
  "small.yaml team.salary: reward at target of 12 000 EUR/year is 170 times the base salary of 72 EUR/year; the base salary is probably typed in thousands: was 72 000 EUR/year meant?";

test("an answer that rests on a setting that was probably meant otherwise says so before it answers, in every form", async () => {
  const run = await runOf("72 EUR/year");
  const comparison = compareWithRemarks(run);
  expect(comparison.doubts).toEqual([doubt]);
  expect(JSON.parse(resultJson(comparison))).toMatchObject({ doubts: [doubt] });
  const found = headlineWithRemarks(run);
  const text = headlineText(found);
  expect(text).toContain("Read before comparing");
  expect(text.replace(/\s+/g, " ")).toContain(doubt);
  expect(text.indexOf("was 72 000 EUR/year")).toBeLessThan(text.indexOf("\nAnswer"));
  const page = await reportPage(found, []);
  const [before] = page.split("<h2>Answer</h2>");
  expect(before).toContain("170 times the base salary");
});

test("an answer without such settings says nothing of them", async () => {
  const run = await runOf("72 000 EUR/year");
  expect(compareWithRemarks(run)).not.toHaveProperty("doubts");
  expect(headlineText(headlineWithRemarks(run))).not.toContain("Read before comparing");
});
