import { describe, expect, test } from "vitest";
import { rankingChart } from "../../src/charts/comparison/ranking.js";
import { compare } from "../../src/results/compare.js";
import { tinyRun } from "../results/tiny-run.js";
import { expectClean, hostileNames } from "./painted.js";

const comparing = (designs: Readonly<Record<string, readonly number[]>>) =>
  compare(
    tinyRun({
      designs: Object.fromEntries(
        Object.entries(designs).map(([name, list]) => [name, { outcomes: { "net value": list } }]),
      ),
    }),
    { outcomes: ["net value"] },
  );

/** Twenty worlds that differ from one another's only in their order. */
const wave = (step: number): number[] => Array.from({ length: 20 }, (_, w) => ((w * step) % 20) * 100);

const worlds = Array.from({ length: 20 }, (_, w) => w * 1_000);

describe("the ranking", () => {
  test("best by mean first; shares of draws and probabilities in per cent", () => {
    const view = rankingChart(
      comparing({ low: worlds, high: worlds.map((one, w) => one + (w < 15 ? 5_000 : -1_000)) }),
    );
    expect(view.rows.map(({ design, share }) => [design, share])).toEqual([
      ["high", 75],
      ["low", 25],
    ]);
    expect(view.rows[0].probability).toBeGreaterThan(99);
    expect(view.title).toBe('"high" is best in net value on average, and under 75 % of the draws of assumptions');
    expect(view.rows.map(({ standing }) => standing)).toEqual(["best", "behind the best"]);
  });

  test("designs that may be best are named or counted, no probability beside them, and the order is that of the data", () => {
    const near = worlds.map((one, w) => one + (w % 2 === 0 ? 3_000 : -2_900));
    const [two, turned] = [
      comparing({ a: worlds, b: near }),
      comparing({ a: worlds, b: worlds.map((one, w) => one - (near[w] - one)) }),
    ];
    expect(rankingChart(two).title).toBe('A tie: "b" and "a" cannot be told from the best in net value on average');
    expect(rankingChart(turned).title).toMatch(/^A tie: "a" and "b" /);
    expect(rankingChart(two).rows.map(({ standing }) => standing)).toEqual(["may be best", "may be best"]);
    const three = comparing({ a: worlds, b: near, c: near.map((one, w) => one + (w % 4 < 2 ? 900 : -900)) });
    expect(rankingChart(three).title).toMatch(/^A tie: "\w", "\w" and "\w" cannot be told/);
    const five = comparing(Object.fromEntries([3, 7, 11, 13, 17].map((step) => [`d${step}`, wave(step)])));
    expect(rankingChart(five).title).toMatch(/^A tie: 5 designs, "d\d+" first, cannot be told from the best/);
  });

  test("one design is not ranked against anything and unknown outcomes are refused", () => {
    const alone = comparing({ only: worlds });
    expect(rankingChart(alone).title).toBe('"only" stands alone: nothing to rank it against');
    expect(() => rankingChart(alone, { outcome: "net valeu" as never })).toThrow(
      '"net valeu" is not ranked here; did you mean net value?',
    );
    expect(() => rankingChart({ ...alone, rankings: [] })).toThrow("nothing in this comparison is ranked");
  });

  test("sixteen designs with hostile names are painted clean, one design and one world too", async () => {
    const many = comparing(
      Object.fromEntries(
        Array.from({ length: 16 }, (_, k) => [
          hostileNames[k] ?? `Design ${k}`,
          worlds.map((one, w) => one + ((w * k) % 7) * 500),
        ]),
      ),
    );
    await expectClean((width) => rankingChart(many, { width }));
    await expectClean((width) => rankingChart(comparing({ only: [3] }), { width }));
  });
});
