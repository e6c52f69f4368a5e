import { describe, expect, test } from "vitest";
import type { PayoutTermsInput } from "../../src/scenario/payout-terms/payout-terms.js";
import { alone, bonus, dataOf, linesOf, paid, person, planOf, result } from "./plans.js";

const plan = planOf(bonus());
const quarterDays = [
  ["2024-01-01", "2024-03-31"],
  ["2024-04-01", "2024-06-30"],
  ["2024-07-01", "2024-09-30"],
  ["2024-10-01", "2024-12-31"],
] as const;
const linear = planOf({ ...bonus({ curve: { kind: "linear" } }), period: "3 months" });
const byQuarter = (terms: PayoutTermsInput, ...reached: number[]) => {
  const rows = reached.map((value, k) => result("A", value, 100, { from: quarterDays[k][0], to: quarterDays[k][1] }));
  return paid(linear, dataOf([person("A")], rows), { terms });
};
const quarterly = (terms: PayoutTermsInput, ...reached: number[]) =>
  byQuarter(terms, ...reached).periods.map((one) => one.cash / 100);

describe("caps", () => {
  test("of a multiple of the incentive at target, or of an amount a year", () => {
    expect(alone(plan, 118, { terms: { "payout cap": "150 % of target incentive" } }).cash).toBe(1_500_000);
    expect(alone(plan, 118, { terms: { "payout cap": "12000 EUR/year" } }).cash).toBe(1_200_000);
    expect(alone(plan, 105, { terms: { "payout cap": "150 % of target incentive" } }).cash).toBe(1_250_000);
  });

  test("over several rewards the later ones are cut: 10,000 + 4,000 of 8,000 under 14,000", () => {
    const two = planOf({
      rewards: [
        { kind: "cash bonus", "at target": "10000 EUR/year" },
        { kind: "cash bonus", "at target": "8000 EUR/year" },
      ],
    });
    const found = alone(two, 100, { terms: { "payout cap": "14000 EUR/year" } });
    expect(found.cash).toBe(1_400_000);
    expect(linesOf(found).at(-1)).toBe("over the cap: taken from the cash bonus 2 | 14,000.00 − 18,000.00 = −4,000.00");
  });

  test("in their order: a reward below zero makes room only for those after it", () => {
    const curve = { kind: "linear" };
    const pays = (...measures: string[]) => {
      const rewards = measures.map((measure) => ({
        ...{ kind: "cash bonus", "at target": "10000 EUR/year", curve, weights: { [measure]: "100 %" } },
      }));
      const results = [result("A", 1, 1), result("A", -1, 10, { measure: "profitability" })];
      const terms = { "payout cap": "5000 EUR/year", "negative result": "as it is" } as const;
      return paid(planOf({ rewards }), dataOf([person("A")], results), { terms }).cash;
    };
    expect(pays("account revenue", "profitability")).toBe(400_000);
    expect(pays("profitability", "account revenue")).toBe(500_000);
  });

  test.each([
    ["flat", 24_000],
    ["stepped", 14_000],
    ["interpolated payout", 24_000],
  ])("of one reward is its curve's, whatever others pay: a schedule applied %s up to 120 %%", (apply, pays) => {
    const tiers = [
      { from: "0 %", rate: 1 },
      { from: "100 %", rate: 2 },
    ];
    const two = planOf({
      rewards: [
        {
          ...{ kind: "cash bonus", "at target": "10000 EUR/year" },
          curve: { kind: "rate schedule", tiers, apply, "up to attainment": "120 %" },
        },
        { kind: "cash bonus", "at target": "1000 EUR/year", curve: { kind: "linear" } },
      ],
    });
    // flat 1.2 · 2, stepped 1 + .2 · 2, interpolated 2 + .2 · 2, each of 10,000; and 1,000 · 3
    expect(alone(two, 300).cash).toBe(100 * pays + 300_000);
    expect(alone(two, 120).cash).toBe(100 * pays + 120_000);
    expect(linesOf(alone(two, 300))[1]).toContain("payout of the cash bonus 1: level above 120 %");
  });

  test("of a schedule below its last tier is refused at the door", () => {
    const curve = {
      kind: "rate schedule",
      tiers: [{ from: "100 %", rate: 2 }],
      apply: "flat",
      "up to attainment": "100 %",
    };
    expect(() => planOf(bonus({ curve }))).toThrow(/up to attainment lies at or below the last tier/);
  });

  test("it is cut to the part served: 182 of 366 days of 15,000", () => {
    const found = alone(plan, 120, { terms: { "payout cap": "150 % of target incentive" } }, { left: "2024-06-30" });
    expect(found.cash).toBe(745_902);
  });
});

describe("guarantees", () => {
  test("cash is lifted to what is guaranteed, and left alone above it", () => {
    const terms = { guarantee: { amount: "80 % of target incentive" } };
    expect(alone(plan, 50, { terms }).cash).toBe(800_000);
    expect(alone(plan, 95, { terms }).cash).toBe(800_000);
    expect(alone(plan, 97, { terms }).cash).toBe(850_000);
    expect(linesOf(alone(plan, 95, { terms })).at(-1)).toBe(
      "guarantee: guaranteed less earned | 8,000.00 − 7,500.00 = 500.00",
    );
  });

  test("for six months from joining: 184 of the 275 days served", () => {
    const terms = { guarantee: { amount: "12000 EUR/year", for: "6 months" } };
    // joined 1 April: 12,000 · 275/366 · 183/275 (April to September) = 6,000
    expect(alone(plan, 0, { terms }, { joined: "2024-04-01" }).cash).toBe(600_000);
    expect(alone(plan, 0, { terms }).cash).toBe(0);
    expect(alone(plan, 0, { terms }, { joined: "2023-01-01" }).cash).toBe(0);
  });
});

describe("draws", () => {
  test("recoverable: 1,000, 2,000, 4,000 earned against a draw of 1,500 a quarter", () => {
    const draw = { amount: "6000 EUR/year", recoverable: true };
    // 1,500 (500 owed); 1,500 and 500 recovered of 2,000; 4,000
    expect(quarterly({ draw }, 40, 80, 160)).toEqual([1_500, 1_500, 4_000]);
    expect(byQuarter({ draw }, 40, 80, 160).owed).toEqual({});
    expect(byQuarter({ draw }, 40).owed).toEqual({ A: 50_000 });
  });

  test("recovery never takes pay below the draw, and what is left is owed", () => {
    const draw = { amount: "6000 EUR/year", recoverable: true };
    // owed 1,500, then 1,300 after 200 recovered of 1,700
    expect(quarterly({ draw }, 0, 68)).toEqual([1_500, 1_500]);
    expect(byQuarter({ draw }, 0, 68).owed).toEqual({ A: 130_000 });
  });

  test("not recoverable: a floor each quarter", () => {
    expect(quarterly({ draw: { amount: "6000 EUR/year", recoverable: false } }, 40, 80, 160)).toEqual([
      1_500, 2_000, 4_000,
    ]);
  });

  test("over its life a recoverable draw pays what was earned plus what is still owed", () => {
    const found = byQuarter({ draw: { amount: "6000 EUR/year", recoverable: true } }, 10, 150, 20, 45);
    const earned = 100 * (250 + 3_750 + 500 + 1_125);
    expect(found.cash).toBe(earned + (found.owed.A ?? 0));
  });
});

describe("SPIFFs and milestones", () => {
  const spiff = (more: object) => ({
    terms: { spiffs: [{ title: "Launch", amount: "500 EUR", "at least": "100 %", ...more }] },
  });

  test("paid from the bound, that included, on a measure or on the score", () => {
    expect([99.99, 100].map((reached) => alone(plan, reached, spiff({})).cash)).toEqual([999_500, 1_050_000]);
    const onMeasure = spiff({ measure: "customer satisfaction" });
    const rows = [result("A", 100, 100), result("A", 1.02, undefined, { measure: "customer satisfaction" })];
    expect(paid(plan, dataOf([person("A")], rows), onMeasure).cash).toBe(1_050_000);
    expect(alone(plan, 100, onMeasure).refused[0].fault).toMatch(/which there is none of/);
  });
});

describe("commissions", () => {
  const commission = (more: object = {}) =>
    planOf({ rewards: [{ kind: "commission", rate: "0.4 % of account revenue", ...more }] });
  const tiers = [
    { from: "0 %", rate: 1 },
    { from: "100 %", rate: 1.5 },
  ];
  const rows = (reached: number, quota?: number) => dataOf([person("A")], [result("A", reached, quota)]);
  const year = { period: "1 year" };

  test("hand-worked: .4 % of 5,375,940 is 21,503.76, without quota and whatever the days served", () => {
    const found = paid(commission(), dataOf([person("A", { left: "2024-03-31" })], [result("A", 5_375_940)]));
    expect(found.cash).toBe(2_150_376);
    expect(linesOf(found)).toEqual(["commission: account revenue × rate | 5,375,940 × 0.4 % = 21,503.76"]);
  });

  test.each([
    ["flat", 720_000],
    ["stepped", 520_000],
    ["interpolated payout", 720_000],
  ])("a schedule applied %s at 120 %% of a quota of 1,000,000", (apply, cents) => {
    // .4 % of 1,000,000 is 4,000; flat 1.2 · 1.5, stepped 1 + .2 · 1.5, interpolated 1.5 + .2 · 1.5
    const found = paid(
      commission({ curve: { kind: "rate schedule", tiers, apply }, ...year }),
      rows(1_200_000, 1_000_000),
    );
    expect(found.cash).toBe(cents);
  });

  test.each([
    ["higher", 600_000],
    ["lower", 400_000],
  ])("flat, exactly on quota, the %s tier", (tie, cents) => {
    const curve = { kind: "rate schedule", tiers, apply: "flat", tie };
    expect(paid(commission({ curve, ...year }), rows(1_000_000, 1_000_000)).cash).toBe(cents);
  });

  test("a quota that is missing or zero is refused where a schedule needs one", () => {
    const schedule = commission({ curve: { kind: "rate schedule", tiers, apply: "stepped" }, ...year });
    expect(paid(schedule, rows(1_000)).refused[0].fault).toMatch(/no target/);
    expect(paid(schedule, rows(1_000, 0)).refused[0].fault).toMatch(/target of 0/);
  });

  test("a schedule by quarter pays each on its own, a plain rate the same whatever its periods", () => {
    const data = dataOf(
      [person("A")],
      quarterDays.map(([from, to], k) => result("A", 100 + 40 * k, 100, { from, to })),
    );
    const found = paid(
      commission({
        rate: "10 % of account revenue",
        curve: { kind: "rate schedule", tiers, apply: "stepped" },
        period: "3 months",
      }),
      data,
    );
    // 10; 10 + 4 · 1.5; 10 + 8 · 1.5; 10 + 12 · 1.5
    expect(found.periods.map((one) => one.cash)).toEqual([1_000, 1_600, 2_200, 2_800]);
    expect(paid(commission({ rate: "10 % of account revenue" }), data).cash).toBe(6_400);
  });
});

describe("accelerators", () => {
  test("as a multiple of target incentive ÷ quota: 1 % up to a quota of 1,000,000 and 1.5 % beyond", () => {
    const tiers = [
      { from: "0 %", rate: 1 },
      { from: "100 %", rate: 1.5 },
    ];
    const plan = planOf(bonus({ curve: { kind: "rate schedule", tiers, apply: "stepped" } }));
    const pays = (reached: number) => paid(plan, dataOf([person("A")], [result("A", reached, 1_000_000)])).cash / 100;
    // 10,000 ÷ 1,000,000 is 1 %; 1,000,000 · 1 % + 200,000 · 1.5 %
    expect([pays(600_000), pays(1_200_000)]).toEqual([6_000, 13_000]);
  });

  test("as slope between points: from 10,000 at 100 % to 14,000 at 110 % are 400 a point", () => {
    const points = [
      { at: "80 %", pays: "50 %" },
      { at: "100 %", pays: "100 %" },
      { at: "110 %", pays: "140 %" },
    ];
    const plan = planOf(bonus({ curve: { kind: "points", points } }));
    expect([90, 105, 110, 130].map((reached) => alone(plan, reached).cash / 100)).toEqual([
      7_500, 12_000, 14_000, 14_000,
    ]);
  });
});

describe("raises", () => {
  const merit = planOf({ rewards: [{ kind: "salary increase", "at target": "3 % of base salary" }] });
  const raise = (salary: number, terms: PayoutTermsInput = {}) =>
    alone(merit, 100, { terms: { midpoint: "72000 EUR/year", ...terms } }, { salary }).raise;

  test("hand-worked: 3 % of 60,000 at a compa-ratio of .8333 is times 1.2; at 84,000 of 72,000 times .7", () => {
    expect(raise(60_000)).toBe(216_000);
    expect(raise(84_000)).toBe(176_400);
    expect(raise(84_000, { midpoint: "84000 EUR/year" })).toBe(252_000);
  });

  test("a budget is reported or scaled to, and never exceeded", () => {
    const people = [person("A"), person("B", { salary: 80_000 }), person("C", { salary: 70_001 })];
    const rows = people.map(({ id }) => result(id, 100, 100));
    const found = (choice: "report" | "scale") =>
      paid(merit, dataOf(people, rows), {
        terms: { midpoint: "72000 EUR/year", "merit budget": { share: "2 % of base salary", "if over": choice } },
      });
    // 60,000 · 3 % · 1.2 + 80,000 · 3 % + 70,001 · 3 % = 2,160 + 2,400 + 2,100.03; budget 2 % of 210,001
    // scaled: 2,160 · 4,200.02/6,660.03 = 1,362.162…, 1,513.514…, 1,324.343…
    expect(found("report").merit).toEqual([
      {
        from: "2024-01-01",
        to: "2024-12-31",
        budget: 420_002,
        raises: 666_003,
        isOver: true,
        isScaled: false,
        without: [],
      },
    ]);
    expect(found("report").raise).toBe(666_003);
    const scaled = found("scale");
    expect(scaled.raise).toBeLessThanOrEqual(420_002);
    expect(scaled.raise).toBeGreaterThan(420_002 - people.length);
    expect(scaled.periods.map((one) => one.raise)).toEqual([136_216, 151_351, 132_434]);
  });
});

describe("teams", () => {
  const people = ["A", "B", "C"].map((id) => person(id, { team: id === "C" ? "south" : "north" }));
  const rows = [result("A", 90, 100), result("B", 120, 100), result("C", 100, 100)];

  test("a team card pays everybody on the mean score of the team: 105 %", () => {
    const found = paid(planOf(bonus({ for: "team" })), dataOf(people, rows));
    expect(found.periods.map((one) => one.cash)).toEqual([1_250_000, 1_250_000, 1_000_000]);
    expect(linesOf(found)).toContain("score of the team: mean of 2 members | (90 % + 120 %) ÷ 2 = 105 %");
  });

  test("without teams on the roster everybody is one; a member without score leaves all of it open", () => {
    const alike = people.map(({ id }) => person(id));
    expect(linesOf(paid(planOf(bonus({ for: "team" })), dataOf(alike, rows)))[1]).toMatch(
      /÷ 3 = 103\.33333333 %|103\.333333 %/,
    );
    const found = paid(planOf(bonus({ for: "team" })), dataOf(people, rows.slice(1)));
    expect(found.refused.map(({ person: id, fault }) => [id, fault])).toEqual([
      ["A", "the team's score needs that of A: account revenue has no result"],
      ["B", "the team's score needs that of A: account revenue has no result"],
    ]);
    expect(found.cash).toBe(1_000_000);
  });

  test("by rank: the best wins, three alike share to the cent", () => {
    const prize = planOf(bonus({ "at target": "1000 EUR/year", curve: { kind: "rank", winners: 1 } }));
    const team = ["A", "B", "C", "D"].map((id) => person(id));
    const pays = (...reached: number[]) =>
      paid(
        prize,
        dataOf(
          team,
          reached.map((value, k) => result(team[k].id, value, 100)),
        ),
      ).periods.map((one) => one.cash);
    expect(pays(90, 120, 100, 80)).toEqual([0, 100_000, 0, 0]);
    expect(pays(100, 90, 100, 100)).toEqual([33_334, 0, 33_333, 33_333]);
  });
});

describe("what is no cash", () => {
  test("awards and spending are listed by what they cost, salaries paid to everybody as cash", () => {
    const mixed = planOf({
      rewards: [
        { kind: "recognition", "at target": "2000 EUR/year" },
        { kind: "development", amount: "3000 EUR/year" },
        { kind: "salary top-up", amount: "1200 EUR/year" },
      ],
    });
    const found = alone(mixed, 100, {}, { left: "2024-06-30" });
    expect([found.cash, found.value, found.raise]).toEqual([59_672, 99_454 + 149_180, 0]);
  });
});
