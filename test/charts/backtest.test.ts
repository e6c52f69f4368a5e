import { describe, expect, test } from "vitest";
import { backtest } from "../../src/backtest/backtest.js";
import { breakEven } from "../../src/charts/tables/break-even.js";
import { quartiles } from "../../src/charts/tables/quartiles.js";
import { winnersLosers } from "../../src/charts/tables/winners-losers.js";
import { designs, fourPeople, plan, straight } from "../backtest/teams.js";
import { dataOf, person, result } from "../payout/plans.js";
import { expectClean, hostileNames } from "./painted.js";

const points = (from: string, to: string, pays: string) => ({
  kind: "points",
  points: [
    { at: from, pays: "0 %" },
    { at: to, pays },
  ],
});
const scenario = designs({
  old: { rewards: [straight()] },
  // 18,000 × score − 9,000 against 10,000 × score: worked by hand in the tests of backtests
  steep: { rewards: [straight({ "at target": "9000 EUR/year", curve: points("50 %", "150 %", "200 %") })] },
  capped: { rewards: [straight({ curve: points("0 %", "70 %", "70 %") })] },
  team: { rewards: [straight({ for: "team" })] },
});
const four = backtest(
  [plan(scenario, "old"), plan(scenario, "steep"), plan(scenario, "capped"), plan(scenario, "team")],
  fourPeople(),
);
const many = (count: number) =>
  dataOf(
    Array.from({ length: count }, (_, k) => person(`P${k}`)),
    Array.from({ length: count }, (_, k) => result(`P${k}`, 60 + k, 100)),
  );
const crowd = backtest([plan(scenario, "old"), plan(scenario, "steep")], many(60), { breakEven: false });

describe("winners and losers", () => {
  test("everybody from old to new pay, who gains most on top", () => {
    const view = winnersLosers(four);
    expect(view.title).toBe('Under "steep" 1 of 4 people win, 3 lose; the largest loss, EUR 3,600, is A\'s');
    expect(view.rows.map(({ person: who, old, new: fresh, side }) => [who, old, fresh, side])).toEqual([
      ["D", 24, 25.2, "wins"],
      ["B", 22, 21.6, "loses"],
      ["C", 21, 19.8, "loses"],
      ["A", 18, 14.4, "loses"],
    ]);
    expect(view.footer).toContain("performance is held constant");
  });

  test("more than forty people make a histogram, in which everybody is counted once", () => {
    const view = winnersLosers(crowd);
    const [bars] = (
      view.spec.vconcat as { layer: { data: { values: { people: number; from: number; to: number }[] } }[] }[]
    )[0].layer;
    const { values } = bars.data;
    expect(values.reduce((sum, { people }) => sum + people, 0)).toBe(60);
    // no bar across zero
    expect(values.filter(({ from, to }) => from < -1e-9 && to > 1e-9)).toEqual([]);
    // 8,000 × (score − 112.5 %) is above zero from 113 on: 7 of 60
    expect(values.filter(({ from }) => from >= -1e-9).reduce((sum, { people }) => sum + people, 0)).toBe(7);
    expect(view.title).toContain("7 of 60 people win");
  });

  test("is painted clean for few and many", async () => {
    await expectClean((width) => winnersLosers(crowd, { width }));
    await expectClean((width) => winnersLosers(four, { width, plan: "team" }));
  });
});

describe("break-even", () => {
  test("says in how many periods more is asked for, and how much", () => {
    const view = breakEven(four);
    // A 14.45 and 5.56, B 5.56, C 10, D 1.12 points: 5.56 in the middle
    expect(view.title).toBe(
      'In 5 of 8 periods "steep" asks for more to earn the old pay, 5.6 points in the median of them',
    );
    expect(view.rows[0]).toMatchObject({ person: "A", reached: 80, needed: 94.45, answer: "more is needed" });
  });

  test("what no attainment earns is counted, not drawn", () => {
    const view = breakEven(four, { plan: "capped" });
    expect(view.title).toBe('Under "capped" no attainment within reach earns the old pay in 8 of 8 periods');
    expect(view.rows).toEqual([]);
    expect(view.subtitle).toContain("Not drawn: 8 periods in which none within reach does");
  });

  test("a factor is drawn at the old score it moves", () => {
    // B in 2023: (0.8 + f) ÷ 2 = 1, f = 1.2 of a score of 100 %
    const view = breakEven(four, { plan: "team" });
    expect(view.rows.find((row) => row.person === "B")).toMatchObject({ reached: 100, needed: 120 });
  });
});

describe("quartiles", () => {
  test("says what becomes of the best and the least", () => {
    const view = quartiles(four);
    expect(view.title).toBe(
      'Under "steep" pay of the quarter that performs best rises by EUR 600 a year, that of the one that performs least falls by EUR 1,800 a year',
    );
    expect(view.rows).toHaveLength(8);
    expect(view.subtitle).toContain("No intervals: fewer than five people in a quarter");
  });

  test("three people cannot be parted in four", () => {
    const few = backtest([plan(scenario, "old"), plan(scenario, "steep")], many(3), { breakEven: false });
    expect(() => quartiles(few)).toThrow("fewer than four people whose performance is known");
  });
});

describe("all of them", () => {
  test("refuse unknown plans and histories, and a backtest of one plan", () => {
    const alone = backtest(plan(scenario, "old"), fourPeople());
    for (const draw of [winnersLosers, breakEven, quartiles]) {
      expect(() => draw(four, { plan: "steap" })).toThrow('plan: "steap" is not in this backtest; did you mean steep?');
      expect(() => draw(four, { history: "x" })).toThrow('history: "x" is not in this backtest; expected history');
      expect(() => draw(alone)).toThrow("a backtest of one plan has nothing to compare");
    }
  });

  test.each(hostileNames)("stay clean whatever people, plans and histories are called: %j", async (name) => {
    const data = { ...fourPeople(), people: fourPeople().people.map((one, k) => (k === 0 ? { ...one, name } : one)) };
    const found = backtest(
      [plan(scenario, "old", { name: `${name} old` }), plan(scenario, "steep", { name })],
      [
        { data, name },
        { data, name: "other" },
      ],
    );
    for (const draw of [winnersLosers, breakEven, quartiles]) await expectClean((width) => draw(found, { width }));
  });
});
