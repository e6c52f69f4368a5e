import { describe, expect, test } from "vitest";
import { backtest } from "../../src/backtest/backtest.js";
import { backtest as print } from "../../src/report/backtest/backtest-text.js";
import { dataOf, person, result } from "../payout/plans.js";
import { designs, fourPeople, plan, straight, syntheticTeam } from "./teams.js";

/** Nothing up to half of target, then 2 % of the amount for each point, so 100 % at target: 9,000 × 2 × (score − 50 %). */
const steep = straight({
  "at target": "9000 EUR/year",
  curve: {
    kind: "points",
    points: [
      { at: "50 %", pays: "0 %" },
      { at: "150 %", pays: "200 %" },
    ],
  },
});
const scenario = designs({ old: { rewards: [straight()] }, steep: { rewards: [steep] } });
const both = [plan(scenario, "old"), plan(scenario, "steep")];

describe("hand-worked: four people in two years, 10,000 × score against 18,000 × score − 9,000", () => {
  const found = backtest(both, fourPeople());
  const [old, steepCost] = found.costs;
  const [change] = found.changes;

  test("cost by year, person and team, against base salary", () => {
    // 2023: scores 80, 100, 120, 110 %; 2024: 100, 120, 90, 130 %
    expect(old.years.map(({ name, pay }) => [name, pay])).toEqual([
      ["2023", 41_000_00],
      ["2024", 44_000_00],
    ]);
    expect(old.persons.map(({ pay }) => pay)).toEqual([18_000_00, 22_000_00, 21_000_00, 24_000_00]);
    // north: 40,000 of 2 × 110,000; south: 45,000 of 2 × 90,000; all: 85,000 of 400,000
    expect(old.teams.map(({ name, pay, ofSalary }) => [name, pay, ofSalary])).toEqual([
      ["north", 40_000_00, 40 / 220],
      ["south", 45_000_00, 0.25],
    ]);
    expect([old.pay, old.ofSalary]).toEqual([85_000_00, 0.2125]);
    // 9,000 × (60 + 100 + 140 + 120 %) and 9,000 × (100 + 140 + 80 + 160 %)
    expect(steepCost.years.map(({ pay }) => pay)).toEqual([37_800_00, 43_200_00]);
    expect(old.segments).toEqual([]);
  });

  test("winners and losers", () => {
    // A 14,400, B 21,600, C 19,800, D 25,200
    expect(change.persons.map((one) => [one.person, one.change, one.changeShare])).toEqual([
      ["A", -3_600_00, -0.2],
      ["B", -400_00, -400 / 22_000],
      ["C", -1_200_00, -1_200 / 21_000],
      ["D", 1_200_00, 0.05],
    ]);
    expect(change.winners).toEqual({
      ...{ people: 1, share: 0.25, total: 1_200_00, mean: 1_200_00, median: 1_200_00, largest: 1_200_00, person: "D" },
    });
    expect(change.losers).toEqual({
      ...{ people: 3, share: 0.75, total: -5_200_00, mean: -5_200_00 / 3, median: -1_200_00 },
      ...{ largest: -3_600_00, person: "A" },
    });
    expect([change.old, change.new, change.change]).toEqual([85_000_00, 81_000_00, -4_000_00]);
    expect(change.years.map((one) => one.change)).toEqual([-3_200_00, -800_00]);
  });

  test("break-even: (10,000 × reached + 9,000) ÷ 18,000, to the hundredth of a point above", () => {
    expect(
      change.breakEven.map(({ person: who, from, reached, needed, answer }) => [
        who,
        from.slice(0, 4),
        reached,
        needed,
        answer,
      ]),
    ).toEqual([
      ["A", "2023", 0.8, 0.9445, "must reach more"],
      ["A", "2024", 1, 1.0556, "must reach more"],
      ["B", "2023", 1, 1.0556, "must reach more"],
      ["B", "2024", 1.2, 1.1667, "already"],
      ["C", "2023", 1.2, 1.1667, "already"],
      ["C", "2024", 0.9, 1, "must reach more"],
      ["D", "2023", 1.1, 1.1112, "must reach more"],
      ["D", "2024", 1.3, 1.2223, "already"],
    ]);
    expect(new Set(change.breakEven.map(({ on }) => on))).toEqual(new Set(["score"]));
  });

  test("quarters by mean score 90, 105, 110, 120 %: A, C, B, D; spread of pay", () => {
    const rows = change.quartiles?.quartiles ?? [];
    expect(rows.map((one) => one.old.mean)).toEqual([9_000_00, 10_500_00, 11_000_00, 12_000_00]);
    expect(rows.map((one) => one.new.mean)).toEqual([7_200_00, 9_900_00, 10_800_00, 12_600_00]);
    expect(rows.map(({ performance }) => Number(performance.toFixed(12)))).toEqual([0.9, 1.05, 1.1, 1.2]);
    expect(old.quartiles).toMatchObject({ by: "score under old", bottom: 9_000_00, median: 10_750_00, top: 12_000_00 });
    // of 85: 0.4 and 0.8 people of 24; (−3 · 18 − 21 + 22 + 3 · 24) ÷ (4 · 85)
    expect(old.uneven?.topTenth).toBeCloseTo(9.6 / 85, 12);
    expect(old.uneven?.topFifth).toBeCloseTo(19.2 / 85, 12);
    expect(old.uneven?.gini).toBeCloseTo(19 / 340, 12);
  });

  test("pay that is the score follows it exactly", () => {
    expect(old.follows).toMatchObject({ rows: 8, people: 4, of: "target incentive", against: "score" });
    expect(old.follows?.pearson.value).toBeCloseTo(1, 12);
    expect(old.follows?.spearman.value).toBeCloseTo(1, 12);
  });

  test("four people are too few for intervals", () => {
    expect([old.interval, old.years[0].interval, change.interval, change.years[0].interval]).toEqual([
      ...new Array<undefined>(4).fill(undefined),
    ]);
    expect(old.follows?.pearson.interval).toBeUndefined();
  });
});

describe("break-even", () => {
  const alone = (reached: number) => dataOf([person("A")], [result("A", reached, 100)]);
  const answer = (rewards: readonly object[], reached: number) => {
    const plans = designs({ old: { rewards: [straight()] }, new: { rewards } });
    return backtest([plan(plans, "old"), plan(plans, "new")], alone(reached)).changes[0].breakEven[0];
  };

  test("any attainment does where nothing was paid", () => {
    expect(answer([straight()], 0)).toMatchObject({ answer: "any attainment does", needed: 0, reached: 0 });
  });

  test("is not within reach of a cap below the old pay", () => {
    const capped = {
      kind: "points",
      points: [
        { at: "0 %", pays: "0 %" },
        { at: "90 %", pays: "90 %" },
      ],
    };
    expect(answer([straight({ curve: capped })], 100)).toMatchObject({
      answer: "not within reach",
      needed: undefined,
      most: 3,
    });
  });

  test("who reached nothing is tried with every measure reached alike", () => {
    // the old plan pays nothing for nothing, so a guarantee of 2,000 is what must be earned: 20 % of 10,000
    const plans = designs({ old: { rewards: [straight()] }, new: { rewards: [straight()] } });
    const guaranteed = plan(plans, "old", { terms: { guarantee: { amount: "2000 EUR/year" } } });
    const [one] = backtest([guaranteed, plan(plans, "new")], alone(0)).changes[0].breakEven;
    expect(one).toMatchObject({ answer: "must reach more", needed: 0.2, reached: 0 });
  });

  test("several cards: all results times a factor", () => {
    // 5,000 × revenue + 5,000 × satisfaction = 9,000 at 80 % and 100 %; 10,000 × 0.8 = 8,000 needs 8 ÷ 9 of both
    const own = (measure: string) => straight({ "at target": "5000 EUR/year", weights: { [measure]: "100 %" } });
    const plans = designs({
      old: { rewards: [straight()] },
      new: { rewards: [own("account revenue"), own("customer satisfaction")] },
    });
    const data = dataOf(
      [person("A")],
      [result("A", 80, 100), result("A", 1, undefined, { measure: "customer satisfaction" })],
    );
    const [one] = backtest([plan(plans, "old"), plan(plans, "new")], data).changes[0].breakEven;
    expect(one).toMatchObject({ on: "factor", reached: 1, needed: 0.8889, answer: "already", level: 0.8 });
  });

  test("on a team card one member moves while the other stays", () => {
    // both are paid 10,000 × the mean of 80 and 120 %. A wants 8,000: (0.8 f + 1.2) ÷ 2 = 0.8, f = 0.5; B wants 12,000: (0.8 + 1.2 f) ÷ 2 = 1.2, f = 4 ÷ 3
    const plans = designs({ old: { rewards: [straight()] }, new: { rewards: [straight({ for: "team" })] } });
    const data = dataOf([person("A"), person("B")], [result("A", 80, 100), result("B", 120, 100)]);
    const { breakEven } = backtest([plan(plans, "old"), plan(plans, "new")], data).changes[0];
    expect(breakEven.map(({ needed, on }) => [needed, on])).toEqual([
      [0.5, "factor"],
      [1.3334, "factor"],
    ]);
  });
});

describe("plans of other periods", () => {
  const quarters = ["01-01/03-31", "04-01/06-30", "07-01/09-30", "10-01/12-31"].map((one) => one.split("/"));
  const data = dataOf(
    [person("A")],
    [20, 30, 25, 25].map((one, k) =>
      result("A", one, 25, { from: `2024-${quarters[k][0]}`, to: `2024-${quarters[k][1]}` }),
    ),
  );
  const plans = designs({
    year: { rewards: [straight()] },
    quarter: { period: "3 months", rewards: [straight({ "at target": "8000 EUR/year" })] },
  });

  test("are compared where both close: 10,000 against 2,000 × (80 + 120 + 100 + 100 %)", () => {
    const found = backtest([plan(plans, "year"), plan(plans, "quarter")], data);
    expect(found.costs.map(({ pay }) => pay)).toEqual([10_000_00, 8_000_00]);
    const [one] = found.changes[0].breakEven;
    expect(one).toMatchObject({ from: "2024-01-01", to: "2024-12-31", on: "factor", needed: 1.25 });
  });
});

describe("who cannot be paid", () => {
  const plans = designs({
    old: { rewards: [straight()] },
    both: { weights: { "account revenue": "50 %", "customer satisfaction": "50 %" }, rewards: [straight()] },
  });
  const data = dataOf(
    [person("A"), person("B")],
    [
      result("A", 100, 100),
      result("B", 90, 100),
      result("A", 1.2, undefined, { measure: "customer satisfaction" }),
      result("X", 1, 1),
    ],
  );
  const found = backtest([plan(plans, "old"), plan(plans, "both")], data);
  const [change] = found.changes;

  test("is listed under the plan that could not", () => {
    expect(found.costs.map(({ refused }) => refused.map((one) => one.person))).toEqual([["X"], ["X", "B"]]);
  });

  test("is in no difference, and listed with what the other plan pays", () => {
    expect([change.people, change.old, change.new]).toEqual([1, 10_000_00, 11_000_00]);
    expect(change.leftOut.map((one) => [one.person, one.old, one.new])).toEqual([
      ["B", 9_000_00, undefined],
      ["X", undefined, undefined],
    ]);
    expect(change.leftOut[0].why).toBe("customer satisfaction has no result");
  });

  test("where that is everybody, the result says so", () => {
    const printed = String(
      print([plan(plans, "old"), plan(plans, "both")], data, { from: "2030-01-01", to: "2030-12-31" }),
    );
    expect(printed).toMatch(/^Nobody is paid under both "old" and "both"\n/);
    expect(printed).toContain("A, 2030-01-01 to 2030-12-31: not paid under the old plan, not paid under the new one");
  });
});

describe("what was really paid", () => {
  test("stands beside what the old plan comes to", () => {
    const plans = designs({ old: { rewards: [straight()] } });
    const data = dataOf(
      [person("A"), person("B"), person("C")],
      [result("A", 100, 100, { paid: 10_000.4 }), result("B", 90, 100, { paid: 8_500 }), result("C", 90, 100)],
    );
    expect(backtest(plan(plans, "old"), data).recorded).toEqual([
      {
        ...{ history: "history", periods: 2, recorded: 18_500_40, recomputed: 19_000_00, difference: 499_60, agree: 1 },
        worst: { person: "B", from: "2024-01-01", to: "2024-12-31", difference: 500_00 },
      },
    ]);
  });
});

describe("one plan on several histories", () => {
  test("costs each", () => {
    const plans = designs({ old: { rewards: [straight()] } });
    const at = (reached: number) => dataOf([person("A")], [result("A", reached, 100)]);
    const found = backtest(plan(plans, "old"), [
      { data: at(80), name: "bad" },
      { data: at(120), name: "good" },
      at(100),
    ]);
    expect(found.costs.map(({ history, pay }) => [history, pay])).toEqual([
      ["bad", 8_000_00],
      ["good", 12_000_00],
      ["history 3", 10_000_00],
    ]);
    expect(found.changes).toEqual([]);
  });
});

describe("raises, other value and part years", () => {
  test("a raise counts with a year of it; salary with the days served, at what held then", () => {
    const plans = designs(
      { old: { rewards: [{ kind: "salary increase", "at target": "1000 EUR/year" }, straight()] } },
      { payout: { midpoint: "72000 EUR/year" } },
    );
    const salaries = [{ salary: 40_000 }, { from: "2024-10-01", salary: 60_000 }];
    const data = dataOf(
      [person("A", { joined: "2024-07-02", salary: 60_000, salaries })],
      [result("A", 100, 100, { from: "2024-07-02" })],
    );
    const [cost] = backtest(plan(plans, "old"), data, { from: "2024-01-01" }).costs;
    // 183 of 366 days: half of both, the raise times 1.2 for a salary below 90 % of the midpoint; 91 days at 40,000 and 92 at 60,000
    expect([cost.cash, cost.raise, cost.pay]).toEqual([5_000_00, 600_00, 5_600_00]);
    expect(cost.salary).toBeCloseTo((100 * (91 * 40_000 + 92 * 60_000)) / 366, 6);
  });
});

describe("revenue", () => {
  const plans = designs({ old: { rewards: [straight()] } });
  const account = { account: "a", person: "A", year: 2024, revenue: 500_000, isLost: false };
  const data = dataOf([person("A"), person("B")], [result("A", 100, 100), result("B", 100, 100)], {
    accounts: [account],
  });

  test("of accounts, unless somebody has none; of a measure where asked", () => {
    const only = { ...data, people: data.people.slice(0, 1), results: data.results.slice(0, 1) };
    expect(backtest(plan(plans, "old"), only).costs[0].ofRevenue).toBe(10_000 / 500_000);
    expect(backtest(plan(plans, "old"), data).costs[0].ofRevenue).toBeUndefined();
    expect(backtest(plan(plans, "old"), data, { revenue: "account revenue" }).costs[0].revenue).toBe(200_00);
  });
});

describe("what cannot be asked", () => {
  const data = fourPeople();
  const francs = designs(
    { old: { rewards: [{ kind: "cash bonus", "at target": "20 % of base salary" }] } },
    { currency: "CHF", team: { salary: "72000 CHF/year" } },
  );
  test.each([
    [() => backtest([], data), "plans: there are none; give { scenario, design }, one or several"],
    [() => backtest(both, []), "histories: there are none; give people and their results"],
    [() => backtest(plan(scenario, "stepp"), data), 'plans[0]: unknown design "stepp"; did you mean steep?'],
    [() => backtest([both[0], both[0]], data), 'plans: two are called "old"; give each a name of its own'],
    [() => backtest(both, data, { old: "steap" }), 'old: unknown plan "steap"; did you mean steep?'],
    [
      () => backtest([both[0], plan(francs, "old", { name: "other" })], data),
      "plans: they are in EUR and CHF; bring all of them in one currency",
    ],
    [
      () => backtest(both, data, { resamples: 3 }),
      "resamples: 3 is no number of resamples; write a whole number from 100 to 100,000",
    ],
    [
      () => backtest(both, data, { confidence: 95 }),
      "confidence: 95 is no share for intervals; write 0.5 to below 1, such as 0.95",
    ],
    [() => backtest(both, data, { seed: -1 }), "seed: -1 is no seed; write a whole number such as 7"],
    [
      () => backtest(both, data, { terms: { measures: { "account revenue": "revenue" } } }),
      'old: payout.measures.account revenue: the data have no "revenue"; did you mean account revenue?',
    ],
  ])("%#", (ask, message) => {
    expect(ask).toThrow(message);
  });
});

describe("the synthetic team", () => {
  test("72 person-years, as recorded; a balanced card costs 0.3 % more and moves pay to those who perform least", async () => {
    const plans = designs(
      {
        today: { rewards: [{ kind: "cash bonus", "at target": "20 % of base salary" }] },
        balanced: {
          weights: { "account revenue": "60 %", "customer satisfaction": "40 %" },
          rewards: [{ kind: "cash bonus", "at target": "20 % of base salary" }],
        },
      },
      { payout: { measures: { "account revenue": "revenue" } } },
    );
    const found = backtest([plan(plans, "today"), plan(plans, "balanced")], await syntheticTeam());
    expect(found.recorded[0]).toMatchObject({ periods: 72, agree: 72 });
    const [change] = found.changes;
    expect([change.old, change.new]).toEqual([955_429_43, 958_300_99]);
    expect([change.winners.people, change.losers.people, change.leftOut.length]).toEqual([10, 14, 0]);
    const [least, , , best] = change.quartiles?.quartiles ?? [];
    expect(least.change.interval?.low).toBeGreaterThan(0);
    expect(best.change.interval?.high).toBeLessThan(0);
    const { interval } = change;
    expect([interval?.low, interval?.high].map((one) => Math.round((one ?? 0) / 100))).toEqual([-57_167, 68_295]);
  });
});
