import { describe, expect, test } from "vitest";
import { attainment } from "../../src/charts/people/attainment.js";
import { tinyCard } from "../results/tiny-observations.js";
import { observing } from "./observed.js";
import { expectClean, hostileNames, textsOf } from "./painted.js";

/** Worlds with one close each at these scores; threshold .9, cap 1.1. */
const scoring = (scores: readonly number[]) => ({
  worlds: scores.length,
  cards: [tinyCard(scores.map((one) => [one]))],
});

const easy = scoring(Array.from({ length: 20 }, (_, w) => (w < 16 ? 1.02 : 0.97)));
const hard = scoring(Array.from({ length: 20 }, (_, w) => (w < 3 ? 1.12 : w < 10 ? 0.97 : 0.82)));

describe("attainment", () => {
  test("one design: shares at target, below the threshold and at the cap are in the title", () => {
    expect(attainment(observing({ hard }), {}).title).toMatch(
      /^15 % \(\d+ to \d+\) of closes under "hard" reach target; 50 % \(\d+ to \d+\) stay below the threshold, 15 % \(\d+ to \d+\) reach the cap$/,
    );
  });

  test("bins are 5 points wide, start at target and hold all closes", () => {
    const { rows } = attainment(observing({ hard }));
    expect(rows.map(({ from, share }) => [from, Math.round(Number(share))])).toEqual([
      [80, 50],
      [85, 0],
      [90, 0],
      [95, 35],
      [100, 0],
      [105, 0],
      [110, 15],
    ]);
    expect(Number(rows[0].low)).toBeLessThan(50);
    expect(Number(rows[0].high)).toBeGreaterThan(50);
  });

  test("several designs: who reaches target least and most often, or that nobody can tell", () => {
    expect(attainment(observing({ easy, hard })).title).toMatch(
      /^Target is reached least often under "hard", at 15 % .* of closes, and most often under "easy", at 80 %/,
    );
    expect(attainment(observing({ easy: hard, hard: easy })).title).toMatch(/least often under "easy"/);
    expect(attainment(observing({ easy, twin: easy })).title).toBe(
      "Designs cannot be told apart by how often target is reached: 80 % to 80 % of closes",
    );
  });

  test("threshold, target and cap are named and the share at target stands beside each design", async () => {
    const texts = await textsOf(attainment(observing({ easy, hard })));
    for (const text of ["threshold 90 %", "target", "cap 110 %", "easy", "hard"]) expect(texts).toContain(text);
    expect(texts.filter((text) => /^(80|15) ± \d+ %$/.test(text))).toHaveLength(2);
  });

  test("designs without a card are left out; unknown ones and none at all are refused", () => {
    const mixed = observing({ easy, none: { worlds: 20 } });
    expect(new Set(attainment(mixed).rows.map(({ design }) => design))).toEqual(new Set(["easy"]));
    expect(() => attainment(mixed, { designs: ["esay"] })).toThrow(
      'designs: "esay" was not observed; did you mean easy?',
    );
    expect(() => attainment(observing({ none: {} }))).toThrow("designs: none pays on a score");
  });

  test("sixteen designs with hostile names are painted clean, one design and one world too", async () => {
    const many = Object.fromEntries(
      Array.from({ length: 16 }, (_, k) => [
        `d${k}`,
        { ...(k % 2 === 0 ? easy : hard), title: hostileNames[k] ?? `Design ${k}` },
      ]),
    );
    await expectClean((width) => attainment(observing(many), { width }));
    await expectClean((width) => attainment(observing({ only: scoring([1.3]) }), { width }));
  });
});
