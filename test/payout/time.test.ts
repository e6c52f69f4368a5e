import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Person } from "../../src/employee-data/data.js";
import type { PayoutTermsInput } from "../../src/scenario/payout-terms/payout-terms.js";
import { alone, bonus, dataOf, linesOf, paid, person, planOf, result } from "./plans.js";

const plan = planOf(bonus());
const onTarget = (more: Partial<Person>, terms: PayoutTermsInput = {}) => alone(plan, 100, { terms }, more);

describe("part periods", () => {
  test("a joiner on 1 October 2024 serves 92 of 366 days, or 3 of 12 months, or is paid in full", () => {
    const joined = { joined: "2024-10-01" };
    expect(onTarget(joined).cash).toBe(251_366); // 10,000 · 92/366 = 2,513.661
    expect(onTarget(joined, { "part periods": "whole months" }).cash).toBe(250_000);
    expect(onTarget(joined, { "part periods": "none" }).cash).toBe(1_000_000);
  });

  test("a month counts when it is served in full: from 2 October that is two", () => {
    const found = onTarget({ joined: "2024-10-02" }, { "part periods": "whole months" });
    expect(found.cash).toBe(166_667);
    expect(linesOf(found).at(-1)).toBe(
      "cash bonus: amount × payout × months served | 10,000.00 × 100 % × 2 ÷ 12 = 1,666.67",
    );
  });

  test("targets of the whole period are cut to the part served where the terms say so", () => {
    const terms = { "targets of part periods": "prorated" } as const;
    // 23.75 of 100 · 92/366 = 25.1366… is 94.483696 %
    const found = alone(plan, 23.75, { terms }, { joined: "2024-10-01" });
    expect(linesOf(found)[0]).toBe(
      "attainment of account revenue: result ÷ target of the days served | 23.75 ÷ (100 × 92 ÷ 366) = 94.483696 %",
    );
  });

  test("leavers get their part or nothing; who was not there gets no line", () => {
    const left = { left: "2024-06-30" };
    expect(onTarget(left).cash).toBe(497_268); // 182/366
    const none = onTarget(left, { leavers: "nothing" });
    expect([none.cash, linesOf(none).at(-1)]).toEqual([
      0,
      "cash bonus: left on 2024-06-30, before the close: nothing | 0.00 = 0.00",
    ]);
    expect(onTarget({ left: "2024-12-31" }, { leavers: "nothing" }).cash).toBe(1_000_000);
    expect(onTarget({ joined: "2025-01-01" }).periods).toEqual([]);
  });

  test("minimum service: three months from 1 October are just enough, from 2 October not", () => {
    const terms = { "minimum service": "3 months" };
    expect(onTarget({ joined: "2024-10-01" }, terms).cash).toBe(251_366);
    const short = onTarget({ joined: "2024-10-02" }, terms);
    expect(short.cash).toBe(0);
    expect(linesOf(short).at(-1)).toMatch(/there from 2024-10-02 to 2024-12-31, less than 3 months: nothing/);
  });

  test("proration is additive: what two parts of a period are paid is what the whole is, to a cent a line", () => {
    const day = (k: number) => new Date(Date.UTC(2024, 0, 1 + k)).toISOString().slice(0, 10);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 364 }), fc.integer({ min: 90, max: 130 }), (cut, reached) => {
        const [first, second, whole] = [{ left: day(cut) }, { joined: day(cut + 1) }, {}].map(
          (more) => alone(plan, reached, {}, more).cash,
        );
        expect(Math.abs(first + second - whole)).toBeLessThanOrEqual(1);
      }),
    );
  });
});

describe("plans that change", () => {
  const both = planOf(bonus(), {
    rich: { period: "1 year", weights: { "account revenue": "100 %" }, ...bonus({ "at target": "20000 EUR/year" }) },
  });
  const changes = [{ from: "2024-07-01", design: "rich" }];

  test("each pays for its days: 10,000 · 182/366 + 20,000 · 184/366", () => {
    const found = alone(both, 100, { changes });
    expect(found.periods[0].design).toBe("plan, then rich");
    expect(found.cash).toBe(497_268 + 1_005_464);
  });

  test("a change on no day that is paid for is refused, with the days", () => {
    const on = (from: string) => () => alone(both, 100, { changes: [{ from, design: "rich" }] });
    expect(on("2024-01-01")).toThrow("changes: 2024-01-01 does not lie after 2024-01-01");
    expect(on("2025-01-01")).toThrow("changes: 2025-01-01 lies after 2024-12-31, the last day paid for");
    // 10,000 · 365/366 + 20,000 · 1/366
    expect(on("2024-12-31")().cash).toBe(997_268 + 5_464);
  });

  test("who left before the change is paid by the first alone", () => {
    expect(alone(both, 100, { changes }, { left: "2024-05-31" }).periods[0].design).toBe("plan");
  });

  const commission = (rate: string, more: object = {}): object => ({
    period: "1 year",
    weights: { "account revenue": "100 %" },
    rewards: [{ kind: "commission", rate, ...more }],
  });
  const changing = (more: object = {}) =>
    planOf(commission("1 % of account revenue", more), { rich: commission("2 % of account revenue", more) });
  const sold = (reached: number, more: Partial<Person> = {}, terms: PayoutTermsInput = {}, how: object = {}) =>
    paid(changing(how), dataOf([person("A", more)], [result("A", reached, 366_000)]), { changes, terms });

  test("a commission is cut by days of each plan: 1 % of 366,000 · 182/366 and 2 % of 366,000 · 184/366", () => {
    const found = sold(366_000);
    expect(linesOf(found)).toEqual([
      "commission: account revenue × rate × days of the plan | 366,000 × 1 % × 182 ÷ 366 = 1,820.00",
      "commission: account revenue × rate × days of the plan | 366,000 × 2 % × 184 ÷ 366 = 3,680.00",
    ]);
    expect(found.cash).toBe(182_000 + 368_000);
  });

  test("of a leaver by the days that were served: 182 and 92 of 274", () => {
    expect(sold(274_000, { left: "2024-09-30" }).cash).toBe(182_000 + 184_000);
  });

  test("so is one around a quota, whose attainment is that of the whole: 130 % of the rate at 120 %", () => {
    const tiers = [
      { from: "0 %", rate: 1 },
      { from: "100 %", rate: 1.5 },
    ];
    const how = { curve: { kind: "rate schedule", tiers, apply: "stepped" }, period: "1 year" };
    // 366,000 · 1.3 · (1 % · 182 + 2 % · 184) ÷ 366
    expect(sold(439_200, {}, {}, how).cash).toBe(236_600 + 478_400);
    // 274,000 of the quota of 274 of 366 days: on quota
    const terms = { "targets of part periods": "prorated" } as const;
    expect(sold(274_000, { left: "2024-09-30" }, terms, how).cash).toBe(182_000 + 184_000);
  });

  test("by transaction each sale is paid by the plan of its day: none is cut", () => {
    const sale = (date: string, amount: number) => ({
      ...{ id: date, date, amount },
      person: "A",
      measure: "account revenue",
    });
    const transactions = [sale("2024-06-30", 100_000), sale("2024-07-01", 10_000)];
    const found = paid(changing(), dataOf([person("A")], [], { transactions }), {
      ...{ changes, from: "2024-01-01", to: "2024-12-31" },
      terms: { "transaction rates": { by: "size", apply: "flat", tiers: [{ from: "0 EUR", rate: 1 }] } },
    });
    expect(found.cash).toBe(100_000 + 20_000);
  });

  test("what a plan pays before and after a change to itself is what it pays, to a cent a line", () => {
    const same = planOf(bonus({ deferred: "40 %", "vests after": "1 year" }), {
      rich: {
        period: "1 year",
        weights: { "account revenue": "100 %" },
        ...bonus({ deferred: "40 %", "vests after": "1 year" }),
      },
    });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 364 }), fc.integer({ min: 90, max: 130 }), (cut, reached) => {
        const from = new Date(Date.UTC(2024, 0, 1 + cut)).toISOString().slice(0, 10);
        const parts = alone(same, reached, { changes: [{ from, design: "rich" }] }).cash;
        expect(Math.abs(parts - alone(same, reached).cash)).toBeLessThanOrEqual(1);
      }),
    );
  });

  test("the attainment is told once", () => {
    const lines = linesOf(alone(both, 100, { changes }));
    expect(lines.filter((line) => line.startsWith("attainment"))).toHaveLength(1);
  });
});

describe("periods", () => {
  const quarterly = planOf({ ...bonus({ curve: { kind: "linear" } }), period: "3 months" });
  const quarters = (...reached: number[]) =>
    reached.map((value, k) =>
      result("A", value, 100, {
        from: ["2024-01-01", "2024-04-01", "2024-07-01", "2024-10-01"][k] as string,
        to: ["2024-03-31", "2024-06-30", "2024-09-30", "2024-12-31"][k] as string,
      }),
    );
  const cash = (terms: PayoutTermsInput, ...reached: number[]) =>
    paid(quarterly, dataOf([person("A")], quarters(...reached)), { terms }).periods.map((one) => one.cash / 100);

  test("discrete: each quarter pays a quarter of the amount on its own attainment", () => {
    expect(cash({}, 80, 120, 100, 60)).toEqual([2_000, 3_000, 2_500, 1_500]);
  });

  test("cumulative: the year to date less what the year has paid", () => {
    expect(cash({ periods: "cumulative" }, 80, 120, 100, 60)).toEqual([2_000, 3_000, 2_500, 1_500]);
    const curved = planOf({ ...bonus(), period: "3 months" });
    const found = paid(curved, dataOf([person("A")], quarters(80, 120, 100, 80)), { terms: { periods: "cumulative" } });
    // to date: 80 % → 0; 100 % → 5,000; 100 % → 7,500; 95 % → 7,500: nothing more
    expect(found.periods.map((one) => one.cash / 100)).toEqual([0, 5_000, 2_500, 0]);
  });

  test("cumulative: what was paid stays, and is made good before more is paid", () => {
    const curved = planOf({ ...bonus(), period: "3 months" });
    const found = paid(curved, dataOf([person("A")], quarters(110, 60, 100, 130)), {
      terms: { periods: "cumulative" },
    });
    // 110 % → 3,750; 85 % → 0, nothing back; 90 % → 3,750, paid already; 100 % → 10,000 − 3,750
    expect(found.periods.map((one) => one.cash / 100)).toEqual([3_750, 0, 0, 6_250]);
    expect(linesOf(found).join("\n")).toContain("less than the year has paid already, nothing now | 0.00 = 0.00");
  });

  test("the last period closes early and pays its months: 6 of 12", () => {
    const rows = [result("A", 100, 100), result("A", 100, 100, { from: "2025-01-01", to: "2025-06-30" })];
    const found = paid(plan, dataOf([person("A")], rows));
    expect(found.periods.map((one) => one.cash)).toEqual([1_000_000, 500_000]);
    expect(linesOf(found).at(-1)).toContain("10,000.00 × 100 % × 6 ÷ 12 = 5,000.00");
  });

  test("periods of several years", () => {
    const long = planOf({ ...bonus(), period: "3 years" });
    const rows = [2022, 2023, 2024].map((year) =>
      result("A", 100, 100, { from: `${year}-01-01`, to: `${year}-12-31` }),
    );
    expect(paid(long, dataOf([person("A")], rows)).cash).toBe(3_000_000);
  });

  test("cumulative periods that do not make a year are refused", () => {
    const five = planOf({ ...bonus(), period: "9 months" });
    expect(() => alone(five, 1, { terms: { periods: "cumulative" } })).toThrow(/do not make a year/);
  });
});

describe("deferral and vesting", () => {
  const deferring = planOf(bonus({ deferred: "50 %", "vests after": "2 years", "paid after": "3 months" }));

  test("hand-worked: 10,000.01 deferred by half is 5,000.01 and 5,000.00, dated, together the whole", () => {
    const odd = planOf(bonus({ "at target": "10000.01 EUR/year", deferred: "50 %", "vests after": "2 years" }));
    expect(alone(odd, 100).periods[0].due).toEqual([
      { date: "2024-12-31", amount: 500_000, isVesting: false, isForfeited: false },
      { date: "2026-12-31", amount: 500_001, isVesting: true, isForfeited: false },
    ]);
    const later = planOf(
      bonus({ "at target": "10000.01 EUR/year", deferred: "50 %", "vests after": "2 years", "paid after": "3 months" }),
    );
    expect(alone(later, 100).periods[0].due.map(({ amount }) => amount)).toEqual([500_000, 500_001]);
    expect(alone(deferring, 100).periods[0].due.map(({ date, amount }) => [date, amount])).toEqual([
      ["2025-03-31", 500_000],
      ["2026-12-31", 500_000],
    ]);
  });

  test("who has left by then loses what vests, not what is owed", () => {
    const due = (left: string) =>
      alone(deferring, 100, {}, { left }).periods[0].due.map(({ isForfeited }) => isForfeited);
    expect(due("2026-12-30")).toEqual([false, true]);
    expect(due("2026-12-31")).toEqual([false, false]);
  });
});
