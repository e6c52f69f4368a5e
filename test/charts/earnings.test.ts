import { describe, expect, test } from "vitest";
import { earningsChart } from "../../src/charts/people/earnings.js";
import { observing, yearsOf } from "./observed.js";
import { expectClean, hostileNames } from "./painted.js";

/** 11 worlds of one year each, variable pay in even steps, so that P10, P50 and P90 are the 2nd, 6th and 10th. */
const steps = (size: number) => yearsOf(Array.from({ length: 11 }, (_, w) => [w * size]));

describe("earnings", () => {
  test("quantiles of salary and cash in thousands, the widest spread first", () => {
    const { rows } = earningsChart(observing({ calm: steps(100), wild: steps(4_000) }));
    expect(rows.map(({ design }) => design)).toEqual(["wild", "calm"]);
    expect(rows[0]).toMatchObject({ p10: 64, p25: 70, p50: 80, p75: 90, p90: 96 });
    expect(rows[0].mean).toBeCloseTo(80, 9);
    expect(rows[0].variable).toBeCloseTo(25, 9);
  });

  test("variable pay leaves the salary out", () => {
    const view = earningsChart(observing({ wild: steps(4_000) }), { pay: "variable" });
    expect(view.rows[0]).toMatchObject({ p10: 4, p50: 20, p90: 36 });
    expect(view.title).toMatch(
      /^Under "wild" eight in ten manager-years earn 4.* to 36.* thousand EUR\/year, half of them below 20/,
    );
  });

  test("the title names the widest and the narrowest, and turns with the data", () => {
    expect(earningsChart(observing({ calm: steps(100), wild: steps(4_000) })).title).toMatch(
      /^"wild" spreads pay widest, 64.* to 96.* thousand EUR\/year for eight in ten manager-years, "calm" least, 60.* to 6/,
    );
    expect(earningsChart(observing({ calm: steps(0), wild: steps(4_000) })).title).toMatch(/, "calm" not at all, 60$/);
    expect(earningsChart(observing({ calm: steps(4_000), wild: steps(100) })).title).toMatch(
      /^"calm" spreads pay widest/,
    );
    expect(earningsChart(observing({ a: steps(4_000), b: steps(4_010) })).title).toMatch(
      /^Designs cannot be told apart by the spread of pay/,
    );
  });

  test("unknown designs and kinds of pay are refused, as is a team nobody stays in", () => {
    const seen = observing({ calm: steps(100) });
    expect(() => earningsChart(seen, { designs: ["clam"] })).toThrow("did you mean calm?");
    expect(() => earningsChart(seen, { pay: "bonus" as never })).toThrow(
      'pay: "bonus" is not a kind of pay; write total or variable',
    );
    expect(() => earningsChart(observing({ empty: {} }))).toThrow("designs: nobody stays a whole year");
  });

  test("sixteen designs with hostile names are painted clean, one design and one world too", async () => {
    const many = Object.fromEntries(
      Array.from({ length: 16 }, (_, k) => [`d${k}`, { ...steps(k * 700), title: hostileNames[k] ?? `Design ${k}` }]),
    );
    await expectClean((width) => earningsChart(observing(many), { width }));
    await expectClean((width) => earningsChart(observing({ only: yearsOf([[5_000]]) }), { width }));
  });
});
