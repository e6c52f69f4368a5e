import { describe, expect, test } from "vitest";
import { payPerformanceChart } from "../../src/charts/people/pay-performance.js";
import { observing, yearsOf } from "./observed.js";
import { expectClean, hostileNames } from "./painted.js";

const spread = (worlds: number, years: number) =>
  yearsOf(
    Array.from({ length: worlds }, (_, w) =>
      Array.from({ length: years }, (_, y) => 5_000 + ((w * 7 + y * 13) % 11) * 1_000),
    ),
  );

/** The same with other luck: pay that is the same both times, or has nothing to do with the first. */
const twice = (other: (pay: number, k: number) => number) => {
  const tiny = spread(40, 2);
  const variable = tiny.years?.variable as Float64Array;
  const again = variable.map(other);
  const otherLuck = {
    isSame: Uint8Array.from(variable, () => 1),
    attainment: again.map((pay) => pay / 10_000),
    variable: again,
  };
  return observing({ plan: { ...tiny, years: { ...tiny.years, otherLuck } } });
};

describe("pay and performance", () => {
  test("a point per manager and year: attainment in per cent, pay in thousands", () => {
    const { rows } = payPerformanceChart(
      observing({
        plan: yearsOf([
          [10_000, 12_000, 11_000],
          [8_000, 9_000, 11_500],
        ]),
      }),
    );
    expect(rows).toContainEqual({ world: 0, manager: 0, year: 3, attainment: 110.00000000000001, ability: 1, pay: 11 });
  });

  test("without other luck the title is about correlation", () => {
    expect(payPerformanceChart(observing({ plan: spread(30, 2) })).title).toBe(
      'Under "plan" pay follows attainment with a correlation of 1.00 (1.00 to 1.00)',
    );
  });

  test("the title tells luck: none where pay repeats itself, all where it does not", () => {
    expect(payPerformanceChart(twice((pay) => pay)).title).toMatch(
      /^Luck makes 0 % \(0 to 0\) of the differences in pay under "plan"/,
    );
    const shuffled = payPerformanceChart(twice((_, k) => 5_000 + ((k * 5 + 3) % 11) * 1_000));
    const share = Number(/^Luck makes (\d+) %/.exec(shuffled.title)?.[1]);
    expect(share).toBeGreaterThan(70);
  });

  test("skill is told where the able earn more both times, and said to be none where they do not", () => {
    const titleOf = (of: (w: number, manager: number, other: boolean) => number): string => {
      const first = Array.from({ length: 60 }, (_, w) => [of(w, 0, false), of(w, 1, false)]);
      const again = Float64Array.from(first.flatMap((_, w) => [of(w, 0, true), of(w, 1, true)]));
      const tiny = yearsOf(first);
      const each = Int32Array.from(again, (_, at) => at % 2);
      const otherLuck = { isSame: Uint8Array.from(again, () => 1), attainment: again, variable: again };
      const years = { ...tiny.years, manager: each, year: each.map(() => 1), otherLuck };
      return payPerformanceChart(observing({ plan: { ...tiny, managers: 2, years } })).title;
    };
    const noise = (w: number, i: number, other: boolean): number =>
      (((w * 2 + i) * (other ? 37 : 23) + (other ? 5 : 0)) % 101) * 10;
    expect(titleOf((w, i, other) => 5_000 + 4_000 * ((w * 7 + i * 3) % 5) + noise(w, i, other))).toMatch(
      /; skill makes \d+ % \(\d+ to \d+\)$/,
    );
    expect(titleOf((w, i, other) => 5_000 + noise(w, i, other))).toMatch(
      /; skill's part, -?\d+ % .*, cannot be told from none$/,
    );
  });

  test("at most 1,500 points are drawn and the subtitle says so", () => {
    const view = payPerformanceChart(observing({ plan: spread(500, 4) }));
    expect(view.rows).toHaveLength(1500);
    expect(view.subtitle).toContain("2,000 manager-years one person held the seat throughout (1,500 of them drawn)");
  });

  test("unknown designs, designs without a score and other axes are refused", () => {
    const seen = observing({ plan: spread(3, 2) });
    expect(() => payPerformanceChart(seen, { design: "plam" })).toThrow("did you mean plan?");
    expect(() => payPerformanceChart(seen, { by: "luck" as never })).toThrow(
      'by: "luck" is not drawn; write attainment or ability',
    );
  });

  test("hostile titles are painted clean, by ability too", async () => {
    for (const title of hostileNames)
      await expectClean((width) =>
        payPerformanceChart(observing({ plan: { ...spread(30, 2), title } }), { width, by: "ability" }),
      );
    await expectClean((width) => payPerformanceChart(observing({ plan: spread(1, 3) }), { width }));
  });
});
