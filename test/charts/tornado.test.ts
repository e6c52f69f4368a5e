import { describe, expect, test } from "vitest";
import { tornadoChart } from "../../src/charts/comparison/tornado.js";
import { tornado as analyse } from "../../src/results/sensitivity/tornado.js";
import { tinyRun } from "../results/tiny-run.js";
import { expectClean } from "./painted.js";

const worlds = Array.from({ length: 100 }, (_, w) => w);
/** 0 to 99 in an order that has nothing to do with that of the worlds: ranked by a hash (Knuth's multiplier, twice). */
const keys = worlds.map((w) => Math.imul(Math.imul(w + 1, 2654435761) ^ 0x5bd1e995, 2654435761) >>> 0);
const mixed = keys.map((key) => keys.filter((other) => other < key).length);

/** The plan is worth `slope` more for each unit of impatience, `level` without any. */
const found = (slope: number, level: number) =>
  analyse(
    tinyRun({
      draws: { impatience: mixed, churn: worlds },
      responses: ["look-ahead"],
      designs: {
        today: { title: "Today's plan", outcomes: { "net value": worlds.map((w) => 10 * (w % 7)) } },
        plan: {
          title: "The plan",
          outcomes: { "net value": worlds.map((w) => 10 * (w % 7) + level + slope * mixed[w]) },
        },
      },
    }),
  );

describe("the tornado chart", () => {
  test("shows the difference where an assumption is lowest and highest: 9.5 and 89.5 in the outer fifths of 0 to 99", () => {
    const view = tornadoChart(found(10, 0));
    const rows = view.rows.filter(({ assumption }) => String(assumption).startsWith("impatience"));
    expect(rows.map(({ end, difference }) => [end, difference])).toEqual([
      ["where it is lowest", 95],
      ["where it is highest", 895],
    ]);
    expect(view.rows[0].assumption).toMatch(/^impatience: /);
    expect(view.rows[0].explains).toBeGreaterThan(90);
  });

  test("its title says what moves the difference most, and whether anything turns its sign", () => {
    expect(tornadoChart(found(10, 0)).title).toMatch(
      /^"impatience" moves "The plan" against "Today's plan" most, by 800 ± \d+ EUR; no assumption alone turns/,
    );
    expect(tornadoChart(found(-10, 0)).title).toMatch(/; no assumption alone turns its sign for certain$/);
    expect(tornadoChart(found(10, -500)).title).toMatch(/"impatience" can turn its sign$/);
    expect(tornadoChart(found(-10, 500)).title).toMatch(/by 800 ± \d+ EUR; "impatience" can turn its sign$/);
  });

  test("shows as many bars as asked, and says when there are too few worlds", () => {
    expect(new Set(tornadoChart(found(10, 0), { most: 1 }).rows.map((one) => one.assumption)).size).toBe(1);
    const few = analyse(
      tinyRun({
        designs: { today: { outcomes: { "net value": [1, 2] } }, plan: { outcomes: { "net value": [3, 4] } } },
      }),
    );
    expect(tornadoChart(few).title).toBe('Too few worlds to say what moves "plan" against "today"');
  });

  test("is painted clean, empty too", async () => {
    await expectClean((width) => tornadoChart(found(10, -500), { width }));
    await expectClean((width) => tornadoChart({ ...found(10, 0), bars: [] }, { width }));
  });
});
