import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseScenario, type Scenario } from "../../src/scenario/scenario.js";

const shipped = (name: string): Scenario =>
  parseScenario(readFileSync(new URL(`../../scenarios/${name}.yaml`, import.meta.url), "utf8"), { name });

/** A small scenario; what is given stands in for its parts. */
const small = ({
  head = "",
  designs = "",
  tail = "",
  reward = "{ kind: cash bonus, at target: 18 000 EUR/year }",
} = {}): Scenario =>
  parseScenario(
    `rewardlab: 2
title: Small
horizon: 2 years
${head}
designs:
  one: { period: 1 year, weights: { account revenue: 100 % }, rewards: [${reward}], source: assumption }
${designs}
${tail}`,
    { name: "small.yaml" },
  );

/** The page with line breaks undone, so that sentences can be looked for. */
const flat = (scenario: Scenario): string => String(scenario).replace(/\n +/g, " ");
const told = (reward: string): string => /one \(baseline\): (.*)\n/.exec(flat(small({ reward })))?.[1] ?? "nothing";
const paid = (curve: string): string => {
  const text = told(`{ kind: cash bonus, at target: 18 000 EUR/year, curve: ${curve} }`);
  return text.replace("a cash bonus of 18 000 EUR a year at target, on account revenue, every year. It ", "");
};

describe("a payout curve in words", () => {
  it.each([
    [
      "{ kind: target }",
      "pays nothing below 90 % of target, 50 % there, the full amount at target, double at 120 % and no more above.",
    ],
    [
      "{ kind: target, threshold: 100 %, pays at threshold: 100 %, up to attainment: none }",
      "pays nothing below target, the full amount at target and 5 % more for each point above, without cap.",
    ],
    [
      "{ kind: target, threshold: 80 %, pays at threshold: 40 %, accelerator: 3, excellence: 120 %, decelerator: 1.5, up to attainment: none }",
      "pays nothing below 80 % of target, 40 % there, the full amount at target, 160 % at 120 % and 1.5 % more for each point above, without cap.",
    ],
    ["{ kind: linear }", "pays in proportion to the score, without threshold or cap."],
    [
      "{ kind: linear, base: -1, rate: 2 }",
      "pays the full amount at target and 2 % more or less for each point, without threshold or cap; below 50 % of target it turns negative.",
    ],
    ["{ kind: linear, base: 1, rate: 0 }", "pays the full amount whatever the score."],
    [
      "{ kind: steps, steps: [{ at: 105 %, pays: 100 % }] }",
      "pays all or nothing: the full amount from 105 % of target.",
    ],
    [
      "{ kind: steps, steps: [{ at: 90 %, pays: 50 % }, { at: 100 %, pays: 100 % }, { at: 115 %, pays: 150 % }] }",
      "pays in steps: 50 % from 90 % of target, the full amount from target and 150 % from 115 %.",
    ],
    [
      "{ kind: points, points: [{ at: 85 %, pays: 0 % }, { at: 95 %, pays: 60 % }, { at: 110 %, pays: 160 % }] }",
      "pays nothing below 85 % of target, 60 % at 95 %, 93.3333 % at target, 160 % at 110 % and no more above.",
    ],
    ["{ kind: rank, winners: 2 }", "goes to the 2 best scores of the team."],
    ["{ kind: rank }", "goes to the best score of the team."],
  ])("%s", (curve, words) => {
    expect(paid(curve)).toBe(words);
  });
});

describe("a reward in words", () => {
  it.each([
    [
      "{ kind: cash bonus, at target: 20 % of base salary, period: 1 quarter }",
      "a cash bonus of 20 % of base salary at target, on account revenue, every quarter.",
    ],
    [
      "{ kind: cash bonus, at target: 6000 EUR/year, period: 2 years, for: team }",
      "a cash bonus of 6000 EUR a year at target, on account revenue, the team's mean score, every 2 years.",
    ],
    [
      "{ kind: cash bonus, at target: 6000 EUR/year, deferred: 50 %, vests after: 2 years, paid after: 3 months }",
      "a cash bonus of 6000 EUR a year at target (paid 3 months after the close; 50 % of it deferred and vesting 2 years after the close for those who stay), on account revenue, every year.",
    ],
    [
      "{ kind: commission, rate: 0.12 % of account revenue }",
      "a commission of 0.12 % of account revenue, paid every year.",
    ],
    [
      "{ kind: commission, rate: 0.12 % of account revenue, period: 3 months }",
      "a commission of 0.12 % of account revenue, paid every quarter.",
    ],
    [
      "{ kind: salary increase, at target: 2.4 % of base salary, positions: [{ compa-ratio from: 0 %, factor: 120 % }, { compa-ratio from: 110 %, factor: 60 % }] }",
      "a permanent salary increase of 2.4 % of base salary at target (by position 120 % from a compa-ratio of 0 % and 60 % from a compa-ratio of 110 %), on account revenue, every year.",
    ],
    [
      "{ kind: holiday, at target: 1200 EUR/year, appeal: 1.3 }",
      "holiday costing 1200 EUR a year at target (liked 1.3 times as much as other awards), on account revenue, every year.",
    ],
    [
      "{ kind: development, amount: 3000 EUR/year }",
      "education and mentoring costing 3000 EUR a year, whatever the score.",
    ],
    ["{ kind: salary top-up, amount: 250 EUR/month }", "a flat top-up of 3000 EUR a year, whatever the score."],
    [
      "{ kind: recognition, at target: 1 EUR/year, weights: { account revenue: 40 %, executive access: 30 %, co-creation work: 30 % } }",
      "recognition costing 1 EUR a year at target, on account revenue (40 %); executive access and co-creation work (30 % each), every year.",
    ],
  ])("%s", (reward, words) => {
    expect(told(reward).startsWith(words)).toBe(true);
  });
  it("two of one name are told apart by what they pay, and what needs no score stays out of it", () => {
    const rewards =
      "{ kind: recognition, at target: 1500 EUR/year }, { kind: recognition, at target: 1000 EUR/year, curve: { kind: rank } }, { kind: development, amount: 1 EUR/year }";
    expect(told(rewards)).toBe(
      "recognition costing 1500 EUR a year at target and recognition costing 1000 EUR a year at target, on account revenue, every year; education and mentoring costing 1 EUR a year, whatever the score. Recognition of 1500 EUR a year pays in steps: 50 % from 90 % of target, the full amount from target and 150 % from 115 %. Recognition of 1000 EUR a year goes to the best score of the team.",
    );
  });
  it("an empty list is no reward", () => {
    expect(told("")).toBe("no reward.");
  });
  it("a curve is told once", () => {
    const page = flat(
      small({ designs: "  two: { title: Two years, like: one, period: 2 years, source: assumption }" }),
    );
    expect(page).toContain(
      "two, “Two years”: a cash bonus of 18 000 EUR a year at target, on account revenue, every 2 years. Curve as in one.",
    );
    expect(page.split("nothing below 90 %")).toHaveLength(2);
  });
});

describe("the page", () => {
  it("counts one and many", () => {
    const one = flat(
      small({
        head: "team: { managers: 1, source: assumption }\naccounts: { per manager: 1, source: assumption }",
        tail: "run: { worlds: 1 }",
      }),
    );
    expect(one).toContain("1 manager with 1 account, simulated for 2 years.");
    expect(one).toContain(
      "1 world from seed 1, every draw of the assumptions with 2 lucks, managers reacting by look-ahead.",
    );
    expect(flat(small())).toContain("4 managers with 5 accounts each, simulated for 2 years.");
  });
  it("tells the assumptions it needs, given or by default", () => {
    const page = flat(
      small({
        head: "accounts: { account revenue: 900k EUR/year, churn: 10 %/year to 22 %/year, drift: 2 %/year, source: assumption }",
      }),
    );
    expect(page).toContain(
      "Base salary is 72 000 EUR a year; an account brings 900 000 EUR a year at a margin of 30 %.",
    );
    expect(page).toContain(
      "In normal times 10 % to 22 % a year of the accounts are lost and 11.5 % a year (9 % to 14 %) of the managers leave.",
    );
    expect(page).toContain("Also set: drift 2 % a year.");
  });
  it.each([
    ["illustrative", "Illustrative: the numbers are assumptions to be replaced by your own."],
    ["calibrated", "Calibrated: the numbers are fitted to data of the author."],
    ["validated", "Validated: predictions were checked against data that had no part in fitting the numbers."],
  ])("says what %s means", (status, words) => {
    expect(flat(small({ head: `status: ${status}` }))).toContain(words);
  });
  it("lists numbers without source or note by their path, and none where there are none", () => {
    const page = String(
      small({ head: "accounts: { per manager: 3, margin: { value: 20 %, note: last year }, drift: 4 %/year }" }),
    );
    expect(page).toContain(
      "Gaps\n  3 numbers have neither source nor note:\n    horizon: 2 years\n    accounts.per manager: 3\n    accounts.drift: 4 %/year\n",
    );
    expect(page).toContain("Of 7 numbers in the file 3 are assumptions and 1 has a note beside it.");
    expect(String(shipped("kam-flagship"))).not.toContain("\nGaps\n");
    expect(flat(shipped("kam-flagship"))).toContain("Each says where it comes from.");
  });
  it("counts gaps it has no room for", () => {
    const rows = Array.from({ length: 15 }, (_, k) => `  d${k}: { like: one, period: 1 year }`).join("\n");
    const page = String(small({ designs: rows }));
    expect(page).toContain("16 numbers have neither source nor note:\n");
    expect(page).toContain("    designs.d10.period: 1 year\n    and 4 more\n");
  });
  it("names studies with how much of them was read, and own sources", () => {
    const page = String(
      small({
        head: "sources: { payroll: { title: Payroll of 2025, link: example.org/payroll } }\nteam: { managers: 3, source: payroll }\naccounts: { drift: 3 %/year, source: larkin-2014 }",
      }),
    );
    expect(page).toContain("\n  payroll: Payroll of 2025, example.org/payroll\n");
    expect(page).toContain("\n  larkin-2014: Larkin 2014, J. Labor Econ. (read: abstract)\n");
    expect(page).toContain("and 2 cite a source");
  });
  it("warns of assumptions fixed without a range, but not of facts", () => {
    const fixed = flat(
      small({ head: "team: { salary: 60 000 EUR/year, ex sales: 80 %, quits: 10 %/year, source: assumption }" }),
    );
    expect(fixed).toContain(
      "Fixed without a range, so that results look surer than they are: quits 10 % a year and ex sales 80 %.",
    );
    expect(flat(small())).not.toContain("Fixed without");
  });
  it("says what is held equal, and when nothing is", () => {
    expect(flat(small())).toContain(
      "Cost is not held equal: every design costs what it costs. Designs are compared with one;",
    );
    const held = flat(small({ tail: "hold: { reward cost: 19 000 EUR/year, at target: 65 %, source: assumption }" }));
    expect(held).toContain(
      "Every design is scaled to an expected reward cost of 19 000 EUR per manager and year, on-costs and later raises included, and targets are tightened until 65 % of scores reach them.",
    );
  });
  it("states hypotheses so that they can fail", () => {
    const claim = (rest: string) =>
      flat(small({ tail: `hypotheses: { h: { claim: A claim, design: one, against: no reward, ${rest}, note: n } }` }));
    expect(claim("outcome: net value, direction: higher, smallest effect: 5k EUR")).toContain(
      "h: A claim (net value of one higher than of no reward by at least 5000 EUR).",
    );
    expect(claim("outcome: leavers, direction: equivalent, smallest effect: 1 %/year")).toContain(
      "h: A claim (leavers of one within 1 %/year of that of no reward).",
    );
    expect(claim("outcome: margin, direction: lower")).toContain("h: A claim (margin of one lower than of no reward).");
  });
  it("tells its own activities, cards with their share of inputs, measures set apart, and remarks", () => {
    const page = flat(shipped("pharma-strategic-accounts"));
    expect(page).toContain("A normal month: executive access 14 %, matrix coordination 15 %,");
    expect(page).not.toContain("of a full-time month");
    expect(page).toContain(
      "“four activities” (inputs only): executive access, matrix team coordination, account plans kept current and co-creation work (25 % each).",
    );
    expect(page).toContain("“sales” (results only): account revenue (70 %) and profitability (30 %).");
    expect(page).toContain("“customer results” (inputs 25 %): ");
    expect(page).toContain("referenceable accounts (cadence: 1 year)");
    expect(page).toContain("A period still open at the end closes early, pro rata.");
    expect(page).toMatch(
      /Remarks pharma-strategic-accounts:\d+:\d+ designs\.partnership\.period: the horizon holds less than two periods/,
    );
    expect(flat(small({ head: "activities: { selling push: { normal: 50 % }, executive access: {} }" }))).toContain(
      "selling push 50 %, executive access 14 %. Together they make 64 % of a full-time month.",
    );
  });
  it("ends with what is not known", () => {
    expect(flat(small())).toMatch(
      /No published study was found that gives the causal effect of a reward design for key account\s+managers: defaults are illustrative until they are calibrated with your own data\.$/,
    );
  });
  it("is what a scenario prints", () => {
    const scenario = small();
    expect(scenario.toString()).toMatch(/^Small\nWhich way of rewarding is worth its money\?\n\nIllustrative: /);
    expect((scenario as unknown as Record<symbol, () => string>)[Symbol.for("nodejs.util.inspect.custom")]()).toBe(
      String(scenario),
    );
  });
  it("is at most 100 characters wide and parts no number from its unit", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 900_000 }),
        fc.integer({ min: 1, max: 300 }),
        fc.stringMatching(/^[a-z]{1,40}$/),
        (pay, margin, name) => {
          const scenario = small({
            head: `team: { salary: ${pay} EUR/year, source: assumption }`,
            reward: `{ kind: cash bonus, at target: ${pay} EUR/year }`,
            designs: `  z${name}: { like: one, rewards: [{ kind: holiday, at target: ${margin} % of base salary }], source: assumption }`,
          });
          const lines = String(scenario).split("\n");
          expect(lines.filter((line) => line.length > 100)).toEqual([]);
          expect(String(scenario)).not.toMatch(/\d\n *(%|EUR|\d{3}\b|years?\b|months?\b)/);
          expect(lines.filter((line) => / $/.test(line))).toEqual([]);
          expect(flat(scenario)).toContain(`holiday costing ${margin} % of base salary at target`);
        },
      ),
      { numRuns: 100 },
    );
    for (const name of ["kam-flagship", "templates/multi-year", "templates/recognition-led"]) {
      expect(
        String(shipped(name))
          .split("\n")
          .filter((line) => line.length > 100),
      ).toEqual([]);
    }
  });
});
