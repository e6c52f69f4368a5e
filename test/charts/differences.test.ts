import { describe, expect, test } from "vitest";
import { differences } from "../../src/charts/comparison/differences.js";
import { compare } from "../../src/results/compare.js";
import { tinyRun } from "../results/tiny-run.js";

/** Four worlds in which the plan gains these on today's 100. */
const titleOf = (gains: readonly number[]): string =>
  differences(
    compare(
      tinyRun({
        designs: {
          today: { title: "Today", outcomes: { "net value": gains.map(() => 100) } },
          plan: { title: "The plan", outcomes: { "net value": gains.map((gain) => 100 + gain) } },
        },
      }),
      { outcomes: ["net value"] },
    ),
  ).title;

describe("the title of differences", () => {
  test("names the best design where it surely beats the baseline", () => {
    expect(titleOf([49, 50, 51, 50])).toMatch(/^"The plan" adds most net value: \+50\.0 ± 1\.3 EUR against "Today"$/);
  });

  test("claims no gain where the interval holds zero", () => {
    expect(titleOf([-49, 50, -51, 54])).toMatch(
      /^No design is surely better than "Today" on net value: "The plan" is at \+1 ± \d+ EUR$/,
    );
  });

  test("says that the baseline is best where it is", () => {
    expect(titleOf([-49, -50, -51, -50])).toMatch(
      /^No design beats "Today" on net value: "The plan" comes closest, -50\.0 ± 1\.3 EUR$/,
    );
  });
});
