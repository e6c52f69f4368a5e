import { describe, expect, test } from "vitest";
import { didYouMean, Problem } from "../../src/foundation/text/problem.js";
import { tradeWords } from "../../src/foundation/text/trade-words.js";
import { activities } from "../../src/model/activities/index.js";
import { assumptions } from "../../src/model/assumptions.js";
import { curves } from "../../src/model/curves/index.js";
import { linkages } from "../../src/model/linkages/index.js";
import { measures } from "../../src/model/measures/index.js";
import { outcomes } from "../../src/model/outcomes/index.js";
import { rewards } from "../../src/model/rewards/index.js";
import { schemaText } from "../../src/node/files/schema.js";
import { parseScenario } from "../../src/scenario/scenario.js";
import { scenarioSchema } from "../../src/scenario/schema/schema.js";

const plan = (lines: Readonly<Record<string, string>>): string =>
  Object.entries({
    rewardlab: "2",
    title: "Plan",
    horizon: "1 year",
    designs:
      "{ a: { period: 1 year, weights: { account revenue: 100 % }, rewards: [{ kind: salary top-up, amount: 10 % of base salary }] } }",
    ...lines,
  })
    .map(([key, value]) => `${key}: ${value}`)
    .join("\n");

const faultsOf = (text: string): readonly string[] => {
  try {
    parseScenario(text, { name: "plan.yaml" });
    return [];
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return error.message.split("\n");
  }
};

const design = (rest: string): string => plan({ designs: `{ a: { ${rest} } }` });

describe("words of the trade", () => {
  test.each([
    ["revenue", "account revenue"],
    ["turnover", "account revenue"],
    ["Gross Margin", "profitability"],
    ["NPS", "customer satisfaction"],
    ["CSAT", "customer satisfaction"],
    ["NRR", "organic growth"],
    ["CLV", "customer lifetime value"],
  ])("a measure called %s is %s here", (word, name) => {
    const text = design(`period: 1 year, weights: { ${word}: 100 % }, rewards: []`);
    expect(faultsOf(text)).toHaveLength(1);
    expect(faultsOf(text)[0]).toContain(`unknown measure "${word}"; did you mean ${name}?`);
  });

  test.each([
    ["bonus", "did you mean cash bonus?"],
    ["STI", "did you mean cash bonus?"],
    ["LTI", "write cash bonus, with a period such as 3 years, or deferred and vests after"],
    ["merit", "did you mean salary increase?"],
    ["raise", "did you mean salary increase?"],
    ["mentoring", "did you mean development?"],
    ["spot award", "did you mean recognition?"],
    ["commision", "did you mean commission?"],
  ])("a reward called %s: %s", (word, remedy) => {
    const text = design(`period: 1 year, weights: { account revenue: 100 % }, rewards: [{ kind: ${word} }]`);
    expect(faultsOf(text)).toHaveLength(1);
    expect(faultsOf(text)[0]).toContain(`unknown value "${word}"; ${remedy}`);
  });

  test("an MBO is answered with what its objectives look at", () => {
    const text = design("period: 1 year, weights: { MBO: 100 % }, rewards: []");
    expect(faultsOf(text)[0]).toMatch(/unknown measure "MBO"; name the measures the objectives look at/);
  });

  test.each([
    ["annual", "1 year"],
    ["yearly", "1 year"],
    ["quarterly", "3 months"],
    ["semi-annual", "6 months"],
    ["biannual", "6 months or 2 years"],
  ])("a period that is %s is %s", (word, length) => {
    const text = design(`period: ${word}, weights: { account revenue: 100 % }, rewards: []`);
    expect(faultsOf(text)).toEqual([
      `plan.yaml:4:${text.split("\n")[3]!.indexOf(word) + 1} designs.a.period: expected a length of time, got "${word}"; write ${length}`,
    ]);
  });

  test("one line a word: no word stands in two lines, and each leads to a name that exists", () => {
    const words = tradeWords.flatMap((one) => one.words.map((word) => word.toLowerCase().replace(/[\s_-]+/g, "")));
    expect(words.filter((word, k) => words.indexOf(word) !== k)).toEqual([]);
    const names = [...measures, ...outcomes, ...activities].map(({ name }) => name);
    const known = `${schemaText()} ${names.map((name) => `"${name}"`).join(" ")}`;
    for (const { means, among } of tradeWords)
      for (const one of [...means, ...(among === undefined ? [] : [among])])
        expect(known).toContain(`"${typeof one === "string" ? one : one.name}"`);
  });

  test("no list of words a file may hold is cut, and long lists of others name the nearest", () => {
    const lists = [
      measures.map(({ name }) => name),
      [...outcomes.map(({ name }) => name), ...activities.map(({ name }) => `effort: ${name}`)],
      [...rewards, ...curves, ...linkages].map(({ kind }) => kind),
      Object.keys(assumptions),
      Object.keys(scenarioSchema().shape),
    ];
    for (const list of lists) for (const name of list) expect(didYouMean("qqqqqqqq", list)).toContain(name);
    const people = Array.from({ length: 900 }, (_, k) => `SYN-${1000 + k}`);
    expect(didYouMean("XXX-1234", people)).toMatch(/SYN-1234.* and 892 others$/);
  });
});

describe("amounts and lengths as people write them", () => {
  const salaryOf = (salary: string, currency = "EUR"): number | undefined => {
    const { assumptions: given } = parseScenario(plan({ currency, team: `{ salary: ${salary} }` })).checked;
    return given.salary?.kind === "fixed" ? given.salary.value : undefined;
  };

  test.each([
    ["76 000 €/year", "EUR", 76_000],
    ["76k €/yr", "EUR", 76_000],
    ["76 kEUR p.a.", "EUR", 76_000],
    ["£76k a year", "GBP", 76_000],
    ["£1.1m per annum", "GBP", 1_100_000],
    ["1.1m GBP/year", "GBP", 1_100_000],
    ["72000 usd/year", "USD", 72_000],
    ["6 333 €/mo", "EUR", 75_996],
  ])("a salary of %s in %s", (salary, currency, value) => {
    expect(salaryOf(salary, currency)).toBe(value);
  });

  test("lengths of time: 3 yrs, 36 mths, 12 qtrs and 3y are three years", () => {
    for (const horizon of ["3 yrs", "36 mths", "12 qtrs", "3y"])
      expect(parseScenario(plan({ horizon })).checked.horizon).toBe(36);
  });

  test("a currency that is not the file's is refused, sign, code or word", () => {
    for (const amount of ["£76k/year", "76 kGBP/year", "76000 gbp/year", "76000 GBP/year"])
      expect(faultsOf(plan({ team: `{ salary: ${amount} }` }))).toEqual([
        `plan.yaml:5:17 team.salary: GBP in a scenario whose currency is EUR, got "${amount}"; write the amount in EUR`,
      ]);
  });

  test("what lacks a currency or a length of time is answered in the file's own currency", () => {
    const fault = (salary: string) => faultsOf(plan({ currency: "GBP", team: `{ salary: ${salary} }` }));
    expect(fault("76k")).toEqual([
      'plan.yaml:6:17 team.salary: expected money per year, got "76k", which has no unit; write 76k GBP/year or 76k GBP/month, whichever is meant',
    ]);
    expect(fault("£1.1m")).toEqual([
      'plan.yaml:6:17 team.salary: expected money per year, got "£1.1m", which does not say for how long; write GBP 1.1m/year or GBP 1.1m/month, whichever is meant',
    ]);
    expect(fault("high")).toEqual([
      'plan.yaml:6:17 team.salary: expected money per year, got "high"; write it like 72 000 GBP/year',
    ]);
    const missing = design(
      "period: 1 year, weights: { account revenue: 100 % }, rewards: [{ kind: cash bonus }]",
    ).replace("title: Plan", "title: Plan\ncurrency: JPY");
    expect(faultsOf(missing)[0]).toMatch(/at target: missing; .* JPY\/year/);
  });
});

describe("every fault of every layer is shown in the first round", () => {
  const text = `rewardlab: 2
title: Many faults
currency: GBP
horizon: 3 yrs
sources: { never: Nobody cites this }
team: { managers: 4, salary: 76k, source: nobody }
designs:
  today:
    period: annual
    weights: { turnover: 60 %, NPS: 30 % }
    rewards:
      - { kind: bonus, at target: 10 000 GBP/year }
      - { kind: commission, rate: 1 % of account revenue, period: 5 years, curve: { kind: target, cap: 200 % } }
  other:
    like: todai
payout: { cap: 100 %, leavers: never, draw: { amount: 500 USD/year, recoverable: true } }
hypotheses:
  h: { claim: more, direction: higher, design: other, against: today, outcome: gross margin }
baseline: tomorrow
`;

  test("once each, in the order of the file", () => {
    expect(faultsOf(text).map((fault) => fault.replace(/^plan\.yaml:(\d+):\d+ (.*?); .*$/, "$1 $2"))).toEqual([
      '5 sources.never: source "never" is never cited',
      '6 team.salary: expected money per year, got "76k", which has no unit',
      '6 team.source: unknown source "nobody"',
      '9 designs.today.period: expected a length of time, got "annual"',
      "10 designs.today.weights: weights add up to 90 %, not 100 %",
      '10 designs.today.weights.turnover: unknown measure "turnover"',
      '10 designs.today.weights.NPS: unknown measure "NPS"',
      '12 designs.today.rewards[0].kind: unknown value "bonus"',
      "13 designs.today.rewards[1].period: a period of 60 months is longer than the horizon of 36 months",
      '13 designs.today.rewards[1].curve.cap: unknown setting "cap"',
      '15 designs.other.like: unknown design "todai"',
      '16 payout.cap: unknown setting "cap"',
      '16 payout.leavers: unknown value "never"',
      '16 payout.draw.amount: USD in a scenario whose currency is GBP, got "500 USD/year"',
      '18 hypotheses.h.outcome: unknown outcome "gross margin"',
      '19 baseline: unknown design "tomorrow"',
    ]);
  });

  test("mending them all leaves none that was hidden behind another", () => {
    const fixed = text
      .replace("sources: { never: Nobody cites this }\n", "")
      .replace("salary: 76k, source: nobody", "salary: 76k GBP/year")
      .replace("annual", "1 year")
      .replace("{ turnover: 60 %, NPS: 30 % }", "{ account revenue: 70 %, customer satisfaction: 30 % }")
      .replace("kind: bonus", "kind: cash bonus")
      .replace("5 years", "1 year")
      .replace("cap: 200 %", "payout cap: 200 %")
      .replace("todai", "today")
      .replace("cap: 100 %, leavers: never", "payout cap: 100 % of target incentive, leavers: nothing")
      .replace("500 USD", "500 GBP")
      .replace("gross margin", "margin")
      .replace("tomorrow", "today");
    expect(faultsOf(fixed)).toEqual([]);
  });

  test("settings that do not go together are said beside a name nobody knows", () => {
    const curve = "{ kind: target, threshhold: 80 %, excellence: 90 % }";
    const reward = `{ kind: cash bonus, at target: 1 EUR/year, curve: ${curve} }`;
    const faults = faultsOf(design(`period: 1 year, weights: { account revenue: 100 % }, rewards: [${reward}]`));
    expect(faults.map((fault) => fault.replace(/^\S+ \S+ /, ""))).toEqual([
      "excellence lies at or below target; put it above 100 %",
      'unknown setting "threshhold"; did you mean threshold?',
    ]);
  });

  test("a setting that is missing and stands there by another name is said once", () => {
    const bare = "{ type: target }";
    const reward = `{ kind: cash bonus, at target: 1 EUR/year, curve: ${bare} }`;
    const faults = faultsOf(design(`period: 1 year, weights: { account revenue: 100 % }, rewards: [${reward}]`));
    expect(faults).toHaveLength(1);
    expect(faults[0]).toMatch(/curve\.type: kind is missing; write kind in place of "type"$/);
  });

  test("what only follows from a value that cannot be read is not said", () => {
    expect(faultsOf(plan({ horizon: "long" }))).toEqual([
      'plan.yaml:3:10 horizon: expected a length of time, got "long"; write it like 6 months',
    ]);
    const bad = design("period: 1 year, weights: { account revenue: half, customer satisfaction: 50 % }, rewards: []");
    expect(faultsOf(bad)).toHaveLength(1);
    expect(faultsOf("rewardlab: 2\ntitle: x\nhorizon: 1 year\n")).toHaveLength(1);
  });
});
