import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { backtest } from "../../src/backtest/backtest.js";
import type { PlanChange } from "../../src/backtest/data.js";
import { fewestPeople, resampled, resampledMeans } from "../../src/backtest/resampling.js";
import type { PeopleData } from "../../src/employee-data/data.js";
import { uniformAt } from "../../src/foundation/maths/random.js";
import { dataOf, person, result } from "../payout/plans.js";
import { designs, plan, straight } from "./teams.js";

const scenario = designs({
  old: { rewards: [straight()] },
  more: { rewards: [straight({ "at target": "11000 EUR/year" })] },
  kinked: { rewards: [{ kind: "cash bonus", "at target": "9000 EUR/year" }] },
});
const years = [2023, 2024];

/** Two to seven people in two years, in teams and segments. */
const teams: fc.Arbitrary<PeopleData> = fc
  .array(
    fc.record({
      reached: fc.tuple(fc.integer({ min: 20, max: 250 }), fc.integer({ min: 20, max: 250 })),
      salary: fc.integer({ min: 30_000, max: 90_000 }),
      team: fc.constantFrom("north", "south"),
      segment: fc.constantFrom("health", "industry"),
    }),
    { minLength: 2, maxLength: 7 },
  )
  .map((all) =>
    dataOf(
      all.map(({ salary, team, segment }, k) => person(`P${k}`, { salary, team, segment })),
      all.flatMap(({ reached }, k) =>
        years.map((year, y) => result(`P${k}`, reached[y], 100, { from: `${year}-01-01`, to: `${year}-12-31` })),
      ),
    ),
  );

const against = (design: string, data: PeopleData): PlanChange =>
  backtest([plan(scenario, "old"), plan(scenario, design, { name: "new" })], data, { resamples: 100 }).changes[0];

const runs = { numRuns: 25 };

describe("for any team", () => {
  test("the same plan twice has no winners or losers, and everybody breaks even at what they reached", () => {
    fc.assert(
      fc.property(teams, (data) => {
        const change = against("old", data);
        expect([change.winners.people, change.losers.people, change.change]).toEqual([0, 0, 0]);
        expect(change.unchanged).toBe(data.people.length);
        for (const { needed = -1, reached, answer } of change.breakEven) {
          expect(answer).toBe("already");
          expect(Math.abs(needed - reached)).toBeLessThan(1e-4);
        }
        expect(change.breakEven).toHaveLength(2 * data.people.length);
      }),
      runs,
    );
  });

  test("an amount a tenth larger makes everybody a winner by a tenth", () => {
    fc.assert(
      fc.property(teams, (data) => {
        const change = against("more", data);
        expect(change.winners.share).toBe(1);
        for (const { changeShare } of change.persons) expect(changeShare).toBeCloseTo(0.1, 9);
        // what paid 10,000 at r pays it at r ÷ 1.1, rounded up to a hundredth of a point
        for (const { reached, needed = 0 } of change.breakEven) {
          expect(needed).toBeGreaterThanOrEqual(reached / 1.1 - 1e-9);
          expect(needed).toBeLessThan(reached / 1.1 + 1e-4 + 1e-9);
        }
      }),
      runs,
    );
  });

  test("cost adds up to the cent over people, years, teams and segments; differences over people and years", () => {
    fc.assert(
      fc.property(teams, (data) => {
        const found = backtest([plan(scenario, "old"), plan(scenario, "kinked")], data, { breakEven: false });
        const sum = (all: readonly { readonly pay: number }[]): number =>
          all.reduce((total, { pay }) => total + pay, 0);
        for (const cost of found.costs)
          for (const groups of [cost.persons, cost.years, cost.teams, cost.segments])
            expect(sum(groups)).toBe(cost.pay);
        const [change] = found.changes;
        for (const part of [change.persons, change.years])
          expect(part.reduce((total, one) => total + one.change, 0)).toBe(change.change);
        expect(change.winners.total + change.losers.total).toBe(change.change);
        expect(change.change).toBe(found.costs[1].pay - found.costs[0].pay);
      }),
      runs,
    );
  });

  test("the order of rows and people changes nothing, intervals included", () => {
    fc.assert(
      fc.property(teams, (data) => {
        const turned = { ...data, people: [...data.people].reverse(), results: [...data.results].reverse() };
        const [one, other] = [data, turned].map((each) =>
          backtest([plan(scenario, "old"), plan(scenario, "kinked")], each, { resamples: 100, breakEven: false }),
        );
        expect(JSON.stringify(other)).toBe(JSON.stringify(one));
      }),
      runs,
    );
  });
});

describe("people drawn again", () => {
  const resampling = { resamples: 400, seed: 3, confidence: 0.95 };

  test("95 % intervals of the mean of 12 people cover it in 91 % of 500 teams: percentile intervals of few are narrow", () => {
    let covered = 0;
    for (let k = 0; k < 500; k++) {
      const values = Float64Array.from({ length: 12 }, (_, at) => uniformAt(9, 1, k, 0, 0, at));
      const [{ low, high }] = resampledMeans([values], resampling, `team ${k}`) ?? [];
      if (low <= 0.5 && high >= 0.5) covered += 1;
    }
    // √(12 − 1) ÷ √12 of the right width, in normal quantiles 1.88 and with Student's tails 91.3 %; 3 standard errors of 500 teams are 3.8 points
    expect(Math.abs(covered / 500 - 0.913)).toBeLessThan(0.038);
  });

  test("the interval of a difference is paired: of pay and pay + 5 it has no width", () => {
    const pay = Float64Array.from({ length: 8 }, (_, k) => k * k);
    const more = pay.map((one) => one + 5);
    const [a, b] = resampledMeans([pay, more], resampling, "x") ?? [];
    expect([b.low - a.low, b.high - a.high]).toEqual([5, 5]);
  });

  test("the same seed gives the same bits, another group or seed others", () => {
    const draw = (group: string, seed = 3) =>
      resampled(6, { ...resampling, seed }, group, (times) => [times[0] + 10 * times[1] + 0.1 * times[2]]);
    expect(draw("a")).toEqual(draw("a"));
    expect(draw("a")).not.toEqual(draw("b"));
    expect(draw("a")).not.toEqual(draw("a", 4));
  });

  test("fewer than five are refused", () => {
    expect(resampledMeans([new Float64Array(fewestPeople - 1)], resampling, "x")).toBeUndefined();
    expect(resampledMeans([new Float64Array(fewestPeople)], resampling, "x")).toEqual([{ low: 0, high: 0 }]);
  });
});
