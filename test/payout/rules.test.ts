import { describe, expect, test } from "vitest";
import type { PayoutTermsInput } from "../../src/scenario/payout-terms/payout-terms.js";
import { makeScenario } from "../../src/scenario/scenario.js";
import { alone, bonus, dataOf, linesOf, paid, person, planOf, result } from "./plans.js";

const plan = planOf(bonus());
const card = planOf({
  ...bonus(),
  weights: { "account revenue": "70 %", "customer satisfaction": "30 %" },
});
const index = (id: string, value: number) => result(id, value, undefined, { measure: "customer satisfaction" });

describe("attainment, score, curve, amount", () => {
  test("hand-worked: 95 of 100 pays half of the way from 50 % to 100 %: 7,500.00", () => {
    const found = alone(plan, 95);
    expect(found.cash).toBe(750_000);
    expect(linesOf(found)).toEqual([
      "attainment of account revenue: result ÷ target | 95 ÷ 100 = 95 %",
      "payout of the cash bonus: from 50 % at 90 % to 100 % at 100 % | 50 % + (100 % − 50 %) × (95 % − 90 %) ÷ (100 % − 90 %) = 75 %",
      "cash bonus, a year on target | 10,000.00 = 10,000.00",
      "cash bonus: amount × payout | 10,000.00 × 75 % = 7,500.00",
    ]);
  });

  test.each([
    [0, 0],
    [89.99, 0],
    [90, 5_000],
    [100, 10_000],
    [110, 15_000],
    [120, 20_000],
    [300, 20_000],
  ])("%s of 100 pays %s", (reached, pays) => {
    expect(alone(plan, reached).cash).toBe(100 * pays);
  });

  test("a share of salary is of the person's own: 20 % of 62,345.67 is 12,469.13", () => {
    const scenario = planOf(bonus({ "at target": "20 % of base salary" }));
    expect(alone(scenario, 100, {}, { salary: 62_345.67 }).cash).toBe(1_246_913);
  });

  test("the amount at target may be the roster's", () => {
    const terms = { "target incentive": "roster" } as const;
    expect(alone(plan, 100, { terms }, { targetIncentive: 12_500 }).cash).toBe(1_250_000);
    expect(alone(plan, 100, { terms }).refused[0].fault).toMatch(/no incentive at target/);
  });

  test("weights: .7 · 90 % + .3 · 110 % is 96 %, which pays 80 %", () => {
    const found = paid(card, dataOf([person("A")], [result("A", 90, 100), index("A", 1.1)]));
    expect(found.cash).toBe(800_000);
    expect(linesOf(found)[2]).toBe("score: weights × attainment | 70 % × 90 % + 30 % × 110 % = 96 %");
  });

  test("quarters of a year are added up; halves of an index are averaged by days", () => {
    const quarters = [20, 30, 25, 20].map((reached, k) => {
      const month = 3 * k + 1;
      const from = `2024-${String(month).padStart(2, "0")}-01`;
      return result("A", reached, 25, {
        from,
        to: ["2024-03-31", "2024-06-30", "2024-09-30", "2024-12-31"][k] as string,
      });
    });
    const found = paid(plan, dataOf([person("A")], quarters));
    expect(linesOf(found)[0]).toBe(
      "attainment of account revenue: result ÷ target | (20 + 30 + 25 + 20) ÷ (25 + 25 + 25 + 25) = 95 %",
    );
    const halves = [
      { ...index("A", 1), to: "2024-06-30" },
      { ...index("A", 1.1), from: "2024-07-01" },
    ];
    const surveys = paid(card, dataOf([person("A")], [result("A", 100, 100), ...halves]));
    // (1 · 182 + 1.1 · 184)/366 = 1.0502732…
    expect(linesOf(surveys)[1]).toBe(
      "attainment of customer satisfaction: the index as measured | ((1 × 182 + 1.1 × 184) ÷ 366) ÷ 1 = 105.027322 %",
    );
  });

  test("results may come from transactions, in whatever order", () => {
    const sale = (id: string, amount: number, date = "2024-05-05") => ({
      ...{ id, amount, date },
      person: "A",
      measure: "account revenue",
    });
    const rows = [result("A", 1, 100)];
    const sales = [sale("1", 60.5), sale("2", 40), sale("3", -5.5, "2024-12-31"), sale("4", 99, "2025-01-01")];
    const terms = { "results from": "transactions" } as const;
    const options = { terms, from: "2024-01-01", to: "2024-12-31" };
    const found = paid(plan, dataOf([person("A")], rows, { transactions: sales }), options);
    expect(linesOf(found)[0]).toBe("attainment of account revenue: result ÷ target | 95 [3 transactions] ÷ 100 = 95 %");
    expect(paid(plan, dataOf([person("A")], rows, { transactions: sales.toReversed() }), options)).toEqual(found);
  });
});

describe("what nobody may guess is refused unless the terms decide", () => {
  const pays = (reached: number, target: number, terms: PayoutTermsInput) => {
    const found = paid(plan, dataOf([person("A")], [result("A", reached, target)]), { terms });
    return found.refused[0]?.fault ?? found.cash / 100;
  };

  test("a measure without result", () => {
    const data = dataOf([person("A")], [result("A", 95, 100)]);
    const others = { ...data, people: [...data.people, person("B")], results: [...data.results, index("B", 1)] };
    const found = (choice: "refuse" | "reweigh" | "as zero" | "as target") =>
      paid(card, choice === "refuse" ? others : data, { terms: { "missing measure": choice } });
    expect(found("refuse").refused.slice(0, 1)).toEqual([
      {
        person: "A",
        from: "2024-01-01",
        to: "2024-12-31",
        fault: "customer satisfaction has no result",
        remedy: "add one, or write missing measure: reweigh, as zero or as target",
      },
    ]);
    // reweigh: 95 % → 7,500; as zero: 66.5 % → 0; as target: .7 · .95 + .3 = 96.5 % → 82.5 %
    expect([found("reweigh").cash, found("as zero").cash, found("as target").cash]).toEqual([750_000, 0, 825_000]);
  });

  test("a measure of no weight needs no result", () => {
    const weights = { "account revenue": "100 %", "customer satisfaction": "0 %" };
    const others = [result("A", 95, 100), index("B", 1)];
    const found = paid(planOf({ ...bonus(), weights }), dataOf([person("A")], others));
    expect(found.cash).toBe(750_000);
    expect(found.refused.map(({ person: id }) => id)).toEqual(["B"]);
  });

  test("a target or quota of zero", () => {
    expect(pays(50, 0, {})).toBe("account revenue has a target of 0");
    expect(pays(50, 0, { "zero target": "as zero" })).toBe(0);
    expect(pays(50, 0, { "zero target": "as target" })).toBe(10_000);
    expect(pays(50, -10, {})).toBe("account revenue has a target of −10");
  });

  test("a result below zero", () => {
    const line = planOf(bonus({ curve: { kind: "linear" } }));
    const found = (terms: PayoutTermsInput) => alone(line, -10, { terms });
    expect(found({}).refused[0].fault).toBe("account revenue has a result below zero, −10");
    expect(found({ "negative result": "as zero" }).cash).toBe(0);
    expect(found({ "negative result": "as it is" }).cash).toBe(-100_000);
  });

  test("a level without target; an index needs none", () => {
    const none = paid(plan, dataOf([person("A")], [result("A", 95)]));
    expect(none.refused[0].fault).toBe("account revenue has no target");
  });

  test("no data at all, rows twice, rows across periods, a gap, somebody unknown, two of one id", () => {
    const faults = (...rows: Parameters<typeof dataOf>[1]) =>
      paid(plan, dataOf([person("A")], rows), { from: "2024-01-01", to: "2024-12-31" }).refused.map(
        ({ fault }) => fault,
      );
    expect(faults()).toEqual(["account revenue has no result"]);
    expect(faults(result("A", 1, 1), result("A", 1, 1))[0]).toMatch(/two rows/);
    expect(faults(result("A", 1, 1, { to: "2025-03-31" }))[0]).toMatch(
      /not within the period 2024-01-01 to 2024-12-31/,
    );
    expect(faults(result("A", 1, 1, { to: "2024-06-30" }))[0]).toMatch(/no row for 2024-07-01/);
    expect(faults(result("A", 1, 1), result("B", 1, 1))).toEqual(["has results but is not on the roster"]);
    expect(() => paid(plan, dataOf([person("A"), person("A")], [result("A", 1, 1)]))).toThrow(
      /two people have the id A/,
    );
    expect(() => paid(plan, dataOf([person("A")], []))).toThrow(/no results/);
  });

  test("measures may have other names in the data; one that nobody has is a matter of names", () => {
    const data = dataOf([person("A")], [result("A", 100, 100, { measure: "sales" })]);
    expect(() => paid(plan, data)).toThrow(
      /nothing on account revenue, only sales; write measures: { account revenue: sales }/,
    );
    expect(paid(plan, data, { terms: { measures: { "account revenue": "sales" } } }).cash).toBe(1_000_000);
    expect(() => paid(plan, data, { terms: { measures: { "account revenue": "sale" } } })).toThrow(
      /did you mean sales/,
    );
  });

  test("names asked for are added to those of the scenario", () => {
    const weights = { "account revenue": "70 %", "customer satisfaction": "30 %" };
    const named = planOf({ ...bonus(), weights }, {});
    const file = { ...named.file, payout: { measures: { "account revenue": "sales" } } };
    const rows = [result("A", 120, 100, { measure: "sales" }), result("A", 1, undefined, { measure: "CSAT" })];
    const terms = { measures: { "customer satisfaction": "CSAT" } };
    expect(paid(makeScenario(file), dataOf([person("A")], rows), { terms }).cash).toBe(1_700_000);
  });

  test("no term passes over a measure that the data have by another name, unless it is said to be none", () => {
    const weights = { "account revenue": "70 %", "customer satisfaction": "30 %" };
    const rows = [result("A", 120, 100, { measure: "revenue" }), index("A", 1)];
    const data = dataOf([person("A")], rows);
    const found = (terms: PayoutTermsInput) => paid(planOf({ ...bonus(), weights }), data, { terms });
    for (const choice of ["reweigh", "as zero", "as target"] as const)
      expect(() => found({ "missing measure": choice })).toThrow(
        "write measures: { account revenue: revenue }, or { account revenue: account revenue } where there is none",
      );
    // .7 · 120 % + .3 · 100 % is 114 %, which pays 170 %; satisfaction alone 100 %
    expect(found({ measures: { "account revenue": "revenue" } }).cash).toBe(1_700_000);
    const none = found({ "missing measure": "reweigh", measures: { "account revenue": "account revenue" } });
    expect([none.cash, none.terms.at(-1)]).toEqual([1_000_000, "nobody has a result of account revenue"]);
  });

  test("one refusal keeps nobody else from being paid", () => {
    const found = paid(plan, dataOf([person("A"), person("B")], [result("A", 100, 0), result("B", 100, 100)]));
    expect([found.refused.length, found.periods.length, found.cash]).toEqual([1, 1, 1_000_000]);
  });

  test("unknown designs and terms say what was meant", () => {
    expect(() => paid(plan, dataOf([], []), { terms: { rouding: "down" } as never })).toThrow(
      /rouding.*did you mean rounding/,
    );
    expect(() => alone(plan, 1, { changes: [{ from: "2024-07-01", design: "plam" }] })).toThrow(/did you mean plan/);
  });
});

describe("ties", () => {
  const steps = [
    { at: "90 %", pays: "50 %" },
    { at: "100 %", pays: "100 %" },
  ];
  test.each([
    ["higher", 10_000],
    ["lower", 5_000],
  ])("exactly on a boundary the %s side pays %s, and the line says so", (tie, pays) => {
    const found = alone(planOf(bonus({ curve: { kind: "steps", steps, tie } })), 100);
    expect(found.cash).toBe(100 * pays);
    expect(linesOf(found)[1]).toContain(`exactly at 100 %, where a tie pays the ${tie} side`);
  });

  test("89.9999999999 of 100 is below 90 %, unless the terms round it: at 8 decimals it is 90 %, at 12 it is not", () => {
    expect(alone(plan, 89.9999999999).cash).toBe(0);
    expect(alone(plan, 89.9999999999, { terms: { "share decimals": 8 } }).cash).toBe(500_000);
    expect(alone(plan, 89.9999999999, { terms: { "share decimals": 12 } }).cash).toBe(0);
  });
});

describe("rounding", () => {
  // 1.5 · 8,230.45 = 12,345.675: a tie
  const scenario = planOf(bonus({ "at target": "8230.45 EUR/year" }));
  test.each([
    ["half up", 1_234_568],
    ["half even", 1_234_568],
    ["down", 1_234_567],
  ] as const)("%s", (rounding, cents) => {
    expect(alone(scenario, 110, { terms: { rounding } }).cash).toBe(cents);
  });

  test("per line or at the end: thrice 0.335 is 1.02 or 1.01", () => {
    const third = { kind: "cash bonus", "at target": "0.67 EUR/year", curve: { kind: "linear" } };
    const three = planOf({ rewards: [third, third, third] });
    expect(alone(three, 50).cash).toBe(102);
    const atEnd = alone(three, 50, { terms: { round: "at the end" } });
    expect(atEnd.cash).toBe(101);
    expect(linesOf(atEnd).at(-1)).toBe("rounded half up to 1.01 | 1.01 − 1.005 = 0.005");
  });

  test("at the end, down: 10,000 × 4 ÷ 3 and 10,000 × 2 ÷ 3 are 20,000", () => {
    const curve = { kind: "linear" };
    const both = planOf({
      rewards: ["account revenue", "profitability"].map((measure) => ({
        ...{ kind: "cash bonus", "at target": "10000 EUR/year", curve, weights: { [measure]: "100 %" } },
      })),
    });
    const results = [result("A", 4, 3), result("A", 2, 3, { measure: "profitability" })];
    const found = paid(both, dataOf([person("A")], results), { terms: { rounding: "down", round: "at the end" } });
    expect(found.cash).toBe(2_000_000);
  });

  test("half to even: 0.125 is 0.12, half up 0.13", () => {
    const eighth = planOf(bonus({ "at target": "0.25 EUR/year", curve: { kind: "linear" } }));
    const found = (rounding: "half up" | "half even") => alone(eighth, 50, { terms: { rounding } }).cash;
    expect([found("half up"), found("half even")]).toEqual([13, 12]);
  });

  test("yen have no decimals: 33.5 % of 1,001 is 335", () => {
    const yen = makeScenario({
      rewardlab: 2,
      title: "Yen",
      currency: "JPY",
      horizon: "1 year",
      designs: {
        plan: {
          period: "1 year",
          weights: { "account revenue": "100 %" },
          rewards: [{ kind: "cash bonus", "at target": "1001 JPY/year", curve: { kind: "linear" } }],
        },
      },
    });
    const found = alone(yen, 33.5);
    expect([found.cash, found.decimals]).toEqual([335, 0]);
    expect(linesOf(found).at(-1)).toBe("cash bonus: amount × payout | 1,001 × 33.5 % = 335");
  });
});
