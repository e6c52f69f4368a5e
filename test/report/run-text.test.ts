import { expect, test } from "vitest";
import { sheetText } from "../../src/foundation/text/sheet-text.js";
import { runSheet } from "../../src/report/runs/run-text.js";
import { tinyRun } from "../results/tiny-run.js";

test("a part of a run names its first and last world, counted from 0", () => {
  const run = tinyRun({ designs: { today: { outcomes: { "net value": [1, 2, 3, 4] } } } });
  const part = { ...run, shard: { index: 2, of: 3, first: 4, worlds: 12 } };
  expect(sheetText(runSheet(part))).toContain("part 2 of 3: worlds 4 to 7 of 12");
});
