import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { payoutAt } from "../../src/model/curves/curve.js";
import { linkageTerms } from "../../src/model/linkages/index.js";
import { bonus, dataOf, linesOf, paid, person, planOf, result } from "./plans.js";
import { calculated } from "./pocket-calculator.js";

const index = (id: string, value: number, measure = "customer satisfaction") =>
  result(id, value, undefined, { measure });

/** A, whose revenue is this of 100 and whose satisfaction is that. */
const data = (revenue: number, satisfaction: number) =>
  dataOf([person("A")], [result("A", revenue, 100), index("A", satisfaction)]);

const satisfaction = { measure: "customer satisfaction" };

/** 50 % at 80 % to 150 % at 120 %: 100 % at 100 %. */
const line = {
  kind: "points",
  points: [
    { at: "80 %", pays: "50 %" },
    { at: "120 %", pays: "150 %" },
  ],
};

describe("a gate", () => {
  const gated = (more: object = {}) => planOf(bonus({ gate: { ...satisfaction, "at least": "90 %", ...more } }));

  test("on it a tie is paid in full, each step on a line of its own: 95 of 100 pays 75 % of 10,000", () => {
    expect(linesOf(paid(gated(), data(95, 0.9)))).toEqual([
      "attainment of account revenue: result ÷ target | 95 ÷ 100 = 95 %",
      "attainment of customer satisfaction: the index as measured | 0.9 ÷ 1 = 90 %",
      "gate of customer satisfaction: exactly at 90 %, where a tie pays the higher side | 100 % = 100 %",
      "payout of the cash bonus: from 50 % at 90 % to 100 % at 100 % | 50 % + (100 % − 50 %) × (95 % − 90 %) ÷ (100 % − 90 %) = 75 %",
      "payout of the cash bonus after the gate | 75 % × 100 % = 75 %",
      "cash bonus, a year on target | 10,000.00 = 10,000.00",
      "cash bonus: amount × payout | 10,000.00 × 75 % = 7,500.00",
    ]);
  });

  test.each([
    ["just below it nothing is paid, whatever the revenue", {}, 150, 0.8999, 0],
    ["with tie: lower the gate itself is not passed", { tie: "lower" }, 100, 0.9, 0],
    ["with tie: lower just above it is", { tie: "lower" }, 100, 0.90001, 10_000],
    ["40 % is kept below it: .4 · 7,500", { otherwise: "40 %" }, 95, 0.5, 3_000],
    ["passed, what would otherwise be kept does not matter", { otherwise: "40 %" }, 95, 0.95, 7_500],
    ["passing it earns nothing by itself", {}, 80, 1.2, 0],
  ])("%s", (_why, more, revenue, value, pays) => {
    expect(paid(gated(more), data(revenue, value)).cash).toBe(100 * pays);
  });

  test("of the team looks at the mean of its members: .8 and 1.06 are .93", () => {
    const results = [result("A", 100, 100), result("B", 100, 100), index("A", 0.8), index("B", 1.06)];
    const team = dataOf([person("A"), person("B")], results);
    expect(paid(gated({ for: "team" }), team).cash).toBe(2_000_000);
    expect(paid(gated(), team).cash).toBe(1_000_000);
    expect(linesOf(paid(gated({ for: "team" }), team))).toContain(
      "gate of the team's customer satisfaction: level above 90 % | 100 % = 100 %",
    );
  });

  test("several multiply: 50 % kept at one and 40 % at the other leave 20 %", () => {
    const gates = [
      { ...satisfaction, "at least": "90 %", otherwise: "50 %" },
      { measure: "account retention", "at least": "100 %", otherwise: "40 %" },
    ];
    const rows = [result("A", 100, 100), index("A", 0.8), index("A", 0.9, "account retention")];
    expect(paid(planOf(bonus({ gate: gates })), dataOf([person("A")], rows)).cash).toBe(200_000);
  });

  test("without a result nobody is paid on a guess", () => {
    const found = paid(
      gated(),
      dataOf([person("A"), person("B")], [result("A", 100, 100), result("B", 100, 100), index("B", 1)]),
    );
    expect(found.cash).toBe(1_000_000);
    expect(found.refused.map((one) => one.fault)).toEqual(["customer satisfaction has no result"]);
  });

  test("a measure nobody has results on is a matter of names", () => {
    expect(() => paid(gated(), dataOf([person("A")], [result("A", 100, 100)]))).toThrow(
      /the data have nothing on customer satisfaction/,
    );
  });
});

describe("a multiplier", () => {
  test("is not limited by the reward's own cap: 200 % · 1.5 is 300 %", () => {
    const scenario = planOf(bonus({ multiplier: { ...satisfaction, curve: line } }));
    expect(paid(scenario, data(130, 1.3)).cash).toBe(3_000_000);
  });

  test("of 92.5 % is written out: 50 % + 100 % · 12.5 ÷ 40 = 81.25 %", () => {
    const scenario = planOf(bonus({ multiplier: { ...satisfaction, curve: line } }));
    expect(linesOf(paid(scenario, data(100, 0.925))).slice(2, 5)).toEqual([
      "multiplier of customer satisfaction: from 50 % at 80 % to 150 % at 120 % | 50 % + (150 % − 50 %) × (92.5 % − 80 %) ÷ (120 % − 80 %) = 81.25 %",
      "payout of the cash bonus: at 100 % | 100 % = 100 %",
      "payout of the cash bonus after the multiplier | 100 % × 81.25 % = 81.25 %",
    ]);
  });

  test("after a gate that keeps half: 75 % · 50 % · 87.5 % is 32.8125 %", () => {
    const scenario = planOf(
      bonus({
        gate: { ...satisfaction, "at least": "100 %", otherwise: "50 %" },
        multiplier: { ...satisfaction, curve: line },
      }),
    );
    const found = paid(scenario, data(95, 0.95));
    expect(found.cash).toBe(328_125);
    // the attainment both look at is told once
    expect(linesOf(found).filter((one) => one.startsWith("attainment of customer satisfaction"))).toHaveLength(1);
  });

  test("a straight commission is multiplied as it is, without a quota: .5 % of 123,456.78 is 617.28, times 87.5 %", () => {
    const scenario = planOf({
      rewards: [
        {
          kind: "commission",
          rate: "0.5 % of account revenue",
          period: "1 year",
          multiplier: { ...satisfaction, curve: line },
        },
      ],
    });
    const found = paid(scenario, dataOf([person("A")], [result("A", 123_456.78), index("A", 0.95)]));
    expect(linesOf(found)).toEqual([
      "commission: account revenue × rate | 123,456.78 × 0.5 % = 617.28",
      "attainment of customer satisfaction: the index as measured | 0.95 ÷ 1 = 95 %",
      "multiplier of customer satisfaction: from 50 % at 80 % to 150 % at 120 % | 50 % + (150 % − 50 %) × (95 % − 80 %) ÷ (120 % − 80 %) = 87.5 %",
      "commission after the multiplier | 617.28 × 87.5 % = 540.12",
    ]);
    expect(found.cash).toBe(54_012);
  });
});

describe("a matrix", () => {
  const rows = [
    { from: "90 %", curve: { kind: "linear", rate: 0.5 } },
    { from: "100 %", curve: { kind: "linear" } },
    { from: "110 %", curve: { kind: "target" } },
  ];
  const table = planOf(bonus({ matrix: { ...satisfaction, rows: rows.slice(0, 2) } }));

  test.each([
    [110, 0.95, 5_500],
    [110, 1, 11_000],
    [110, 3, 11_000],
    [200, 0.89, 0],
    [0, 1, 0],
  ])("revenue of %s and satisfaction of %s pays %s", (revenue, value, pays) => {
    expect(paid(table, data(revenue, value)).cash).toBe(100 * pays);
  });

  test("says which row holds and pays along it", () => {
    expect(linesOf(paid(table, data(110, 0.95))).slice(2)).toEqual([
      "matrix of customer satisfaction: the row from 90 % of customer satisfaction | 100 % = 100 %",
      "payout of the cash bonus: 0.5 for each point | 0.5 × 110 % = 55 %",
      "payout of the cash bonus after the matrix | 55 % × 100 % = 55 %",
      "cash bonus, a year on target | 10,000.00 = 10,000.00",
      "cash bonus: amount × payout | 10,000.00 × 55 % = 5,500.00",
    ]);
    expect(linesOf(paid(table, data(110, 0.5)))[2]).toBe(
      "matrix of customer satisfaction: below the first row | 0 % = 0 %",
    );
  });
});

describe("laws", () => {
  const scores = fc.integer({ min: 0, max: 2_000 }).map((one) => one / 1_000);

  test("a gate at 0 % and a multiplier of 100 % change no cent and no payout", () => {
    const idle = planOf(
      bonus({
        gate: { ...satisfaction, "at least": "0 %" },
        multiplier: { ...satisfaction, curve: { kind: "linear", base: 1, rate: 0 } },
      }),
    );
    const plain = planOf(bonus());
    fc.assert(
      fc.property(scores, scores, (revenue, value) => {
        expect(paid(idle, data(100 * revenue, value)).cash).toBe(paid(plain, data(100 * revenue, value)).cash);
      }),
      { numRuns: 100 },
    );
  });

  test("a gate nobody passes pays nothing", () => {
    const shut = planOf(bonus({ gate: { ...satisfaction, "at least": "1000 %" } }));
    fc.assert(
      fc.property(scores, scores, (revenue, value) => {
        expect(paid(shut, data(100 * revenue, value)).cash).toBe(0);
      }),
      { numRuns: 50 },
    );
  });

  test("what is paid to the cent is the simulator's sum of products, and every line is what a calculator makes of it", () => {
    const both = planOf(
      bonus({
        gate: { ...satisfaction, "at least": "95 %", tie: "lower", otherwise: "30 %" },
        multiplier: { measure: "account retention", curve: line },
        matrix: {
          ...satisfaction,
          rows: [
            { from: "80 %", curve: { kind: "steps", steps: [{ at: "90 %", pays: "40 %" }] } },
            { from: "105 %", curve: { kind: "target" } },
          ],
        },
      }),
    );
    const { form, linkages = [] } = both.checked.designs.plan.rewards[0];
    if (form === undefined) throw new Error("a bonus has a curve");
    const looked = (measure: string, value: number, other: number) => (measure === "account retention" ? other : value);
    fc.assert(
      fc.property(scores, scores, scores, (revenue, value, other) => {
        const expected = linkageTerms(linkages, form).reduce(
          (sum, { curve, factors }) =>
            sum +
            factors.reduce(
              (all, factor, l) => all * payoutAt(factor, looked(linkages[l].measure, value, other)),
              payoutAt(curve, revenue),
            ),
          0,
        );
        const more = [...data(1_000 * revenue, value).results, index("A", other, "account retention")];
        more[0] = result("A", 1_000 * revenue, 1_000);
        const found = paid(both, dataOf([person("A")], more));
        // attainment has three decimals; payouts are rounded to eight decimals of a share of 10,000 and once to the cent
        expect(Math.abs(found.cash / 100 - 10_000 * expected)).toBeLessThan(0.0052);
        for (const line of found.periods.flatMap((one) => one.lines)) {
          const size = calculated(line.arithmetic).minus(line.result).abs();
          expect(Number(size.toFixed()), line.rule).toBeLessThanOrEqual(line.unit === "money" ? 0.005 : 5e-9);
        }
      }),
      { numRuns: 200 },
    );
  });
});
