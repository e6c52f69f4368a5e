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

/** Designs that differ from today's 1,000 by these in four worlds each; a difference of 10 in net value is worth acting on. */
const pointsOf = (outcome: "net value" | "leavers", gains: Readonly<Record<string, readonly number[]>>) => {
  const of = (differences: readonly number[]) => ({ outcomes: { [outcome]: differences.map((one) => 1_000 + one) } });
  const designs = {
    today: of([0, 0, 0, 0]),
    ...Object.fromEntries(Object.entries(gains).map(([name, one]) => [name, of(one)])),
  };
  const found = differences(compare(tinyRun({ smallest: 10, designs }), { outcomes: [outcome] }));
  return found.rows.map(({ design, finding }) => `${design}: ${finding}`);
};

const ahead = [49, 50, 51, 50];
const behind = ahead.map((one) => -one);

describe("dots of differences", () => {
  test("are better or worse where the whole interval is by more than is worth acting on, best first", () => {
    const within = [4, 5, 6, 5];
    const across = [-49, 50, -51, 54];
    expect(pointsOf("net value", { behind, across, ahead, within })).toEqual([
      "ahead: better",
      "within: not settled",
      "across: not settled",
      "behind: worse",
    ]);
  });

  test("are better lower, and come first, where lower is better", () => {
    expect(pointsOf("leavers", { ahead, behind })).toEqual(["behind: better", "ahead: worse"]);
  });
});
