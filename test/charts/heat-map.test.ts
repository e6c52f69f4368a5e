import { describe, expect, test } from "vitest";
import { heatMap } from "../../src/charts/comparison/heat-map.js";
import { factorial } from "../../src/results/experiments/factorial.js";
import { type TinyDesign, tinyRun } from "../results/tiny-run.js";
import { expectClean, hostileNames } from "./painted.js";

const crossed = (rewards: readonly string[], value: (reward: string, period: string, w: number) => number) => {
  const cells = rewards.flatMap((reward) => ["1 year", "3 years"].map((period) => ({ reward, period })));
  return factorial(
    tinyRun({
      baseline: "today",
      designs: {
        today: { outcomes: { "net value": [0, 100, 200, 300] } },
        ...Object.fromEntries(
          cells.map((cell): [string, TinyDesign] => [
            `${cell.reward} ${cell.period}`,
            { cell, outcomes: { "net value": [0, 1, 2, 3].map((w) => 100 * w + value(cell.reward, cell.period, w)) } },
          ]),
        ),
      },
    }),
  );
};

const found = crossed(
  ["bonus", "merit", "award"],
  (reward, period, w) => reward.length * 10 + (period === "1 year" ? 0 : 5) + (w % 2),
);

describe("the heat map", () => {
  test("has a cell for each combination with its difference from the baseline, hand-worked: bonus, 1 year: 50.5", () => {
    const view = heatMap(found);
    expect(view.rows).toHaveLength(6);
    expect(view.rows[0]).toMatchObject({ row: "1 year", column: "bonus", difference: 50.5 });
    expect(view.rows[1]).toMatchObject({ row: "3 years", column: "bonus", difference: 55.5 });
  });

  test("its title names the best cell and the other end, and turns with the data", () => {
    expect(heatMap(found).title).toBe(
      'Highest net value with bonus, 3 years: +55.50 ± 0.92 EUR against "today"; the other end is award, 1 year',
    );
    const turned = crossed(["bonus", "merit"], (reward) => (reward === "merit" ? 90 : -90));
    expect(heatMap(turned).title).toMatch(/^Highest net value with merit, .*; the other end is bonus,/);
  });

  test("puts the factor asked for on top, and refuses one there is not", () => {
    expect(heatMap(found, { across: "period" }).rows[0]).toMatchObject({ row: "bonus", column: "1 year" });
    expect(() => heatMap(found, { across: "perod" })).toThrow('across: unknown factor "perod"; did you mean period?');
  });

  test("is painted clean with hostile levels and with all cells alike", async () => {
    const hostile = crossed([...hostileNames], (_, __, w) => w);
    await expectClean((width) => heatMap(hostile, { width, across: "period" }));
    await expectClean((width) =>
      heatMap(
        crossed(["bonus", "merit"], () => 0),
        { width },
      ),
    );
  });
});
