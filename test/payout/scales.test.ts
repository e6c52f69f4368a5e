import { describe, expect, test } from "vitest";
import { payout } from "../../src/payout/payout.js";
import { ratingsOf } from "../../src/payout/scores/scales.js";
import { payoutTermsOf } from "../../src/payout/terms.js";
import type { PayoutTermsInput } from "../../src/scenario/payout-terms/payout-terms.js";
import { makeScenario } from "../../src/scenario/scenario.js";
import { faults, readTexts } from "../tables/made.js";

const measure = "customer satisfaction";

const planOf = (terms: PayoutTermsInput = {}) =>
  makeScenario({
    ...{ rewardlab: 2, title: "Plan", horizon: "1 year", team: { salary: "60 000 EUR/year" } },
    designs: {
      plan: {
        period: "1 year",
        weights: { [measure]: "100 %" },
        rewards: [{ kind: "cash bonus", "at target": "10 000 EUR/year", curve: { kind: "linear" } }],
      },
    },
    payout: terms,
  });

const roster = "id,salary EUR\nA,60000\nB,60000\nC,60000\n";
const rows = (...values: string[]) => values.map((value, k) => `${"ABC"[k]},2024,${value}`).join("\n");
const historyOf = (header: string, ...values: string[]) => `person,year,${header}\n${rows(...values)}\n`;

/** Cash of each, in whole units, or why they are not paid. */
function pays(history: string, terms: PayoutTermsInput = {}): (number | string)[] {
  const scenario = planOf(terms);
  const read = readTexts({ roster, history }, { ratings: ratingsOf(payoutTermsOf(scenario)) });
  expect(faults(read)).toEqual([]);
  const { periods, refused } = payout(scenario, "plan", read.data);
  return read.data.results.map(({ person }) => {
    const found = periods.find((one) => one.person === person);
    return found === undefined ? refused.find((one) => one.person === person)!.fault : found.cash / 100;
  });
}

const columns = `${measure}`;
const withTarget = `${measure} target,${measure}`;

describe("an index without a target and a scale", () => {
  test.each([
    ["86", "no index around 1"],
    ["4.3", "no index around 1"],
    ["38", "no index around 1"],
    ["-12", "no index around 1"],
    ["86 %", "may be of an index around 1 or shares"],
    ["0.86", "may be of an index around 1 or shares"],
  ])("%s is refused, and the remedy names a column of targets and a scale", (value, why) => {
    const read = readTexts({ roster, history: historyOf(columns, value) });
    const { refused, cash } = payout(planOf(), "plan", read.data);
    expect(cash).toBe(0);
    expect(refused[0]?.fault).toContain(`without target and scale: `);
    expect(refused[0]?.fault).toContain(why);
    expect(refused[0]?.remedy).toContain(`add a column "${measure} target", or write scales: { ${measure}: { from: `);
  });

  test("the measure as a whole decides: 1.2 beside 4.3 is no index around 1 either; 0.9 beside 1.06 is one", () => {
    for (const fault of pays(historyOf(columns, "1.2", "4.3"))) expect(fault).toContain("without target and scale");
    expect(pays(historyOf(columns, "0.9", "1.06"))).toEqual([9_000, 10_600]);
    for (const fault of pays(historyOf(columns, "40 %", "60 %", "80 %"))) expect(fault).toContain("or shares");
  });

  test("a sum of transactions is none", () => {
    const scenario = planOf({ "results from": "transactions" });
    const read = readTexts({ roster, transactions: `date,person,measure,amount\n2024-03-01,A,${measure},1\n` });
    const { refused } = payout(scenario, "plan", read.data);
    expect(refused[0]?.fault).toContain("is an index, and a sum of transactions is none");
  });
});

describe("with a target", () => {
  test.each([
    ["80,86", 10_750],
    ["4,4.3", 10_750],
    ["40,38", 9_500],
    ["80 %,86 %", 10_750],
    ["0.8,0.86", 10_750],
  ])("%s is result ÷ target", (value, cash) => {
    expect(pays(historyOf(withTarget, value))).toEqual([cash]);
  });
});

describe("with a scale", () => {
  test("index says that 1 is normal", () => {
    expect(pays(historyOf(columns, "0.86"), { scales: { [measure]: "index" } })).toEqual([8_600]);
  });

  test("from one end to the other: its target counts where a row has none, and attainment is result ÷ target", () => {
    const scales = { [measure]: { from: 0, to: 100, target: 80 } };
    expect(pays(historyOf(columns, "86", "80", "0"), { scales })).toEqual([10_750, 10_000, 0]);
    expect(pays(historyOf(withTarget, "86,86", ",40"), { scales })).toEqual([10_000, 5_000]);
    expect(pays(historyOf(columns, "4.3"), { scales: { [measure]: { from: 1, to: 5, target: 4 } } })).toEqual([10_750]);
    expect(pays(historyOf(columns, "38"), { scales: { [measure]: { from: -100, to: 100, target: 40 } } })).toEqual([
      9_500,
    ]);
  });

  test("results and targets off the scale, and results without any target, are refused", () => {
    const scales = { [measure]: { from: 1, to: 5, target: 4 } };
    expect(pays(historyOf(columns, "43", "4"), { scales })).toEqual([
      `${measure} of 43 lies outside its scale, 1 to 5`,
      10_000,
    ]);
    expect(pays(historyOf(withTarget, "40,4"), { scales })).toEqual([
      `${measure} of 40 lies outside its scale, 1 to 5`,
    ]);
    expect(pays(historyOf(columns, "4"), { scales: { [measure]: { from: 1, to: 5 } } })).toEqual([
      `${measure} has a scale and no target`,
    ]);
  });

  test("words of a rating, wide and long, in any letters", () => {
    const scales = { [measure]: { words: { Below: "50 %", meets: "100 %", exceeds: "120 %" } } };
    expect(pays(historyOf(columns, "exceeds", "Meets", " below "), { scales })).toEqual([12_000, 10_000, 5_000]);
    expect(pays(historyOf("measure,result", `${measure},exceeds`, `${measure},Below`), { scales })).toEqual([
      12_000, 5_000,
    ]);
    expect(pays(historyOf(columns, "1.1", "1"), { scales })).toEqual([
      `${measure} of 1.1 is no word of its scale`,
      10_000,
    ]);
    const read = readTexts(
      { roster, history: historyOf("measure,result", `${measure},fine`, "sales,exceeds") },
      { ratings: { [measure]: { exceeds: 1.2 } } },
    );
    expect(faults(read)).toEqual([
      expect.stringContaining('no number, got "fine"'),
      expect.stringContaining('no rating of sales, got "exceeds"; expected a number'),
    ]);
  });

  test("the terms say what each scale is", () => {
    const scenario = planOf({ scales: { [measure]: { from: 0, to: 100, target: 80 } } });
    const read = readTexts({ roster, history: historyOf(columns, "86") });
    expect(payout(scenario, "plan", read.data).terms).toContain(
      `results of ${measure} lie between 0 and 100, 80 counting 100 % where a row has no target`,
    );
  });

  test.each([
    [{ [measure]: { from: 5, to: 1 } }, /ends before it begins/],
    [{ [measure]: { from: 0, to: 5, target: 6 } }, /the target 6 lies outside 0 to 5/],
    [{ [measure]: { from: -100, to: 100, target: -5 } }, /zero or less/],
    [{ [measure]: "percent" }, /no scale, got "percent"; write \{ from: 0, to: 100, target: 80 \}/],
  ])("%o is refused", (scales, message) => {
    expect(() => planOf({ scales: scales as PayoutTermsInput["scales"] })).toThrow(message);
  });

  test("scales are of measures that are an index", () => {
    const read = readTexts({ roster, history: historyOf(columns, "1.06") });
    const paid = (name: string) => () => payout(planOf({ scales: { [name]: "index" } }), "plan", read.data);
    expect(paid("account revenue")).toThrow(/payout.scales.account revenue: is no index/);
    expect(paid("customer satisfation")).toThrow(/did you mean customer satisfaction\?/);
  });
});
