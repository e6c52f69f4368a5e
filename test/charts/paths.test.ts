import { describe, expect, test } from "vitest";
import { paths } from "../../src/charts/people/paths.js";
import { observing, type TinyDesign } from "./observed.js";
import { expectClean, hostileNames, textsOf } from "./painted.js";

/** 11 worlds of 24 months that rise by `slope` a month from 1,000, ± an offset by world from −5 to 5. */
const rising = (slope: number, more: Partial<TinyDesign> = {}): TinyDesign => ({
  worlds: 11,
  months: 24,
  quantities: {
    relationship: Array.from({ length: 11 * 24 }, (_, at) => 1_000 + slope * (at % 24) + (Math.floor(at / 24) - 5)),
  },
  ...more,
});

describe("paths", () => {
  const both = observing({ today: rising(0), plan: rising(10) });

  test("by month the mean with its interval and the fan: worlds 1,000 ± 5 have P10 996 and P90 1,004", () => {
    const { rows } = paths(both);
    expect(rows).toHaveLength(48);
    expect(rows[0]).toMatchObject({ design: "today", month: 1, mean: 1_000, p10: 996, p50: 1_000, p90: 1_004 });
    // SE = √(11/11) = 1, Student's t with 10 degrees of freedom 2.228.
    expect(rows[0].low).toBeCloseTo(1_000 - 2.2281, 3);
    expect(rows[47]).toMatchObject({ design: "plan", month: 24, mean: 1_230 });
  });

  test("the title tells the paired difference at the end, from the baseline, with its direction", () => {
    expect(paths(both).title).toBe('After 2 years relationship under "plan" is 230 ± 0 EUR higher than under "today"');
    expect(paths(observing({ today: rising(10), plan: rising(0) })).title).toBe(
      'After 2 years relationship under "plan" is 230 ± 0 EUR lower than under "today"',
    );
    const same = observing({ today: rising(1), plan: rising(1) });
    expect(paths(same).title).toMatch(/^After 2 years designs cannot be told apart by relationship/);
  });

  test("of many designs the baseline and the one farthest from it are shown unless others are named", () => {
    const three = observing({ today: rising(0), near: rising(1), far: rising(-9) });
    expect(new Set(paths(three).rows.map(({ design }) => design))).toEqual(new Set(["today", "far"]));
    expect(new Set(paths(three, { designs: ["near"] }).rows.map(({ design }) => design))).toEqual(new Set(["near"]));
  });

  test("one design is told from its own worlds", () => {
    expect(paths(both, { designs: ["plan"] }).title).toMatch(
      /^Relationship under "plan" stands at 1,230.* EUR after 2 years; eight in ten worlds end between 1,226 and 1,234$/,
    );
  });

  test("lines are named where they end, months counted in whole years", async () => {
    const texts = await textsOf(paths(both));
    for (const text of ["today", "plan", "12", "24"]) expect(texts).toContain(text);
  });

  test("unknown quantities and designs are refused", () => {
    expect(() => paths(both, { quantity: "relationshp" })).toThrow("did you mean relationship?");
    expect(() => paths(both, { designs: ["plam"] })).toThrow("did you mean plan?");
  });

  test("sixteen designs with hostile names are painted clean, one world and one month too", async () => {
    const many = Object.fromEntries(
      Array.from({ length: 16 }, (_, k) => [`d${k}`, rising(k - 3, { title: hostileNames[k] ?? `Design ${k}` })]),
    );
    await expectClean((width) => paths(observing(many), { width, designs: Object.keys(many) }));
    await expectClean((width) => paths(observing(many), { width, designs: ["d0", "d3"] }));
    const short: TinyDesign = { worlds: 1, months: 1, quantities: { relationship: [3] } };
    await expectClean((width) => paths(observing({ a: short }), { width }));
  });
});
