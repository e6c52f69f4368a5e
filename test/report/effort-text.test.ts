import { expect, test } from "vitest";
import { effortText } from "../../src/report/comparison/sections.js";
import type { Headline } from "../../src/results/headline.js";

test("what moves effort is said where the whole interval is above or below nothing, in per cent of normal", () => {
  const effort = [
    { activity: "account planning", change: { mean: 0.12, low: 0.1, high: 0.14 } },
    { activity: "selling push", change: { mean: -0.05, low: -0.06, high: -0.04 } },
    { activity: "co-creation", change: { mean: 0.01, low: -0.01, high: 0.03 } },
  ];
  const found = { effort, comparison: { baseline: "today" } } as unknown as Headline;
  expect(effortText(found)).toBe(
    'Effort against "today", in per cent of normal: account planning +12 % and selling push -5 %.',
  );
  expect(effortText({ ...found, effort: found.effort.slice(2) })).toBe("");
});
