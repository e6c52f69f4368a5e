import { describe, expect, test } from "vitest";
import { compare } from "../../../src/analysis/compare.js";
import { ranking } from "../../../src/present/charts/ranking.js";
import { tinyRun } from "../../analysis/tiny-run.js";
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

const worlds = Array.from({ length: 20 }, (_, w) => w * 1_000);

describe("the ranking", () => {
  test("best by mean first; shares of worlds and probabilities in per cent", () => {
    const view = ranking(comparing({ low: worlds, high: worlds.map((one, w) => one + (w < 15 ? 5_000 : -1_000)) }));
    expect(view.rows.map(({ design, share }) => [design, share])).toEqual([
      ["high", 75],
      ["low", 25],
    ]);
    expect(view.rows[0].probability).toBeGreaterThan(99);
    expect(view.title).toBe('"high" is best in net value on average with probability > 99 %, and in 75 % of worlds');
  });

  test("rivals that may be best are named or counted, and the sign of the data decides who leads", () => {
    const near = worlds.map((one, w) => one + (w % 2 === 0 ? 3_000 : -2_900));
    const [two, turned] = [
      comparing({ a: worlds, b: near }),
      comparing({ a: worlds, b: worlds.map((one, w) => one - (near[w] - one)) }),
    ];
    expect(ranking(two).title).toMatch(
      /^"b" is best in net value on average only with probability \d+ %, and in 50 % of worlds: "a" cannot be ruled out$/,
    );
    expect(ranking(turned).title).toMatch(/^"a" is best/);
    const three = comparing({ a: worlds, b: near, c: near.map((one, w) => one + (w % 4 < 2 ? 900 : -900)) });
    expect(ranking(three).title).toContain("2 others cannot be ruled out");
  });

  test("one design is not ranked against anything and unknown outcomes are refused", () => {
    const alone = comparing({ only: worlds });
    expect(ranking(alone).title).toBe('"only" stands alone: nothing to rank it against');
    expect(() => ranking(alone, { outcome: "net valeu" as never })).toThrow(
      '"net valeu" is not ranked here; did you mean net value?',
    );
    expect(() => ranking({ ...alone, rankings: [] })).toThrow("nothing in this comparison is ranked");
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
    await expectClean((width) => ranking(many, { width }));
    await expectClean((width) => ranking(comparing({ only: [3] }), { width }));
  });
});
