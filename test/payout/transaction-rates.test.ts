import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Transaction } from "../../src/employee-data/data.js";
import type { PayoutTermsInput } from "../../src/scenario/payout-terms/payout-terms.js";
import { dataOf, linesOf, paid, person, planOf, result } from "./plans.js";

const commission = (more: object = {}) =>
  planOf({ rewards: [{ kind: "commission", rate: "1 % of account revenue", ...more }] });
const plan = commission();
const sale = (id: string, amount: number, more: Partial<Transaction> = {}): Transaction => ({
  ...{ id, amount, person: "A", date: "2024-05-05", measure: "account revenue" },
  ...more,
});
const tiers = [
  { from: "0 EUR", rate: 1 },
  { from: "100000 EUR", rate: 2 },
];
type Rates = NonNullable<PayoutTermsInput["transaction rates"]>;
const rated = (rates: Partial<Rates>, sales: readonly Transaction[], more: object = {}) =>
  paid(plan, dataOf([person("A"), person("B")], [], { transactions: sales }), {
    ...{ from: "2024-01-01", to: "2024-12-31" },
    terms: { "transaction rates": { by: "size", apply: "flat", tiers, ...rates }, ...more },
  });
const cash = (rates: Partial<Rates>, ...amounts: number[]) =>
  rated(
    rates,
    amounts.map((amount, k) => sale(`${k}`, amount)),
  ).cash / 100;

describe("rates by the size of a transaction", () => {
  // 1 % of 60,000 is 600; 150,000 flat at 2 % is 3,000, stepped 1,000 + 1,000
  test.each([
    ["flat", 3_600],
    ["stepped", 2_600],
  ] as const)("%s", (apply, pays) => {
    expect(cash({ apply }, 60_000, 150_000)).toBe(pays);
  });

  test.each([
    ["higher", 2_000],
    ["lower", 1_000],
  ] as const)("exactly on a bound, the %s tier", (tie, pays) => {
    expect(cash({ tie }, 100_000)).toBe(pays);
    const stepped = () => cash({ tie, apply: "stepped" }, 100_000);
    if (tie === "lower") expect(stepped).toThrow(/stepped rates pay the same on either side of a bound/);
    else expect(stepped()).toBe(1_000);
  });

  test("a credit note takes back what the sale paid, whatever its place", () => {
    for (const apply of ["flat", "stepped"] as const) {
      expect(cash({ apply }, 150_000, -150_000)).toBe(0);
      expect(cash({ apply }, -150_000, 60_000, 150_000)).toBe(600);
    }
  });

  test("nothing below the first tier", () => {
    const high = { tiers: [{ from: "100000 EUR", rate: 2 }] };
    expect(cash(high, 99_999.99, 150_000)).toBe(3_000);
    expect(cash({ ...high, apply: "stepped" }, 99_999.99, 150_000)).toBe(1_000);
  });

  test("a line for each, by day and id", () => {
    const found = rated({ apply: "stepped" }, [
      sale("b", 150_000),
      sale("a", 60_000),
      sale("c", 1, { date: "2024-01-02" }),
    ]);
    expect(linesOf(found)).toEqual([
      "commission on c of 2024-01-02 | 1 × 1 × 1 % = 0.01",
      "commission on a of 2024-05-05 | 60,000 × 1 × 1 % = 600.00",
      "commission on b of 2024-05-05 | (100,000 × 1 + 50,000 × 2) × 1 % = 2,000.00",
    ]);
  });

  test("of a shared sale the whole decides the tier, or only the own share", () => {
    const sales = [sale("1", 150_000, { share: 0.4 }), sale("1", 150_000, { share: 0.6, person: "B" })];
    const pays = (rates: Partial<Rates>) =>
      ["A", "B"].map((id) => (rated(rates, sales).periods.find((one) => one.person === id)?.cash ?? 0) / 100);
    expect(pays({})).toEqual([1_200, 1_800]); // 3,000 by 40 : 60
    expect(pays({ apply: "stepped" })).toEqual([800, 1_200]); // 2,000
    expect(pays({ "size of shared sales": "own share" })).toEqual([600, 900]); // 60,000 and 90,000 at 1 %
    expect(linesOf(rated({ apply: "stepped" }, sales))[0]).toBe(
      "commission on 1 of 2024-05-05 | (100,000 × 1 + 50,000 × 2) × 1 % × 40 % = 800.00",
    );
  });
});

describe("rates by position", () => {
  // 80,000 then 70,000: before it 0 and 80,000, with it 80,000 and 150,000
  test.each([
    ["position before", "flat", 800 + 700],
    ["position after", "flat", 800 + 1_400],
    ["position before", "stepped", 800 + 200 + 1_000],
    ["position after", "stepped", 800 + 200 + 1_000],
  ] as const)("%s, %s", (by, apply, pays) => {
    expect(cash({ by, apply }, 80_000, 70_000)).toBe(pays);
  });

  test("tiers may be shares of the quota", () => {
    const quota = [
      { "from quota": "0 %", rate: 1 },
      { "from quota": "80 %", rate: 3 },
    ];
    const data = dataOf([person("A")], [result("A", 0, 100_000)], {
      transactions: [sale("1", 60_000), sale("2", 40_000)],
    });
    const terms = { "transaction rates": { by: "position after", apply: "stepped", tiers: quota } } as const;
    const found = paid(plan, data, { terms });
    // 600; 20,000 at 1 % and 20,000 at 3 %
    expect(found.cash).toBe(100 * (600 + 200 + 600));
    expect(linesOf(found)[1]).toBe("tier of 3 times the rate: from 80 % of the quota | 100,000 × 80 % = 80,000");
    const none = { ...data, results: [] };
    expect(paid(plan, none, { terms, from: "2024-01-01", to: "2024-12-31" }).refused[0].fault).toMatch(/has no quota/);
  });

  test("positions start anew with each period; where periods are cumulative, with the year", () => {
    const sales = ["2024-02-02", "2024-05-05", "2025-01-05"].map((date, k) => sale(`${k}`, 80_000, { date }));
    const rates = { by: "position before", apply: "stepped", tiers } as const;
    const quarterly = planOf({ period: "3 months", rewards: [{ kind: "commission", rate: "1 % of account revenue" }] });
    const pays = (terms: PayoutTermsInput) =>
      paid(quarterly, dataOf([person("A")], [], { transactions: sales }), {
        ...{ from: "2024-01-01", to: "2025-03-31" },
        terms: { "transaction rates": rates, ...terms },
      }).periods.map((one) => one.cash / 100);
    expect(pays({})).toEqual([800, 800, 0, 0, 800]);
    expect(pays({ periods: "cumulative" })).toEqual([800, 200 + 1_200, 0, 0, 800]);
  });

  const amounts = fc.array(fc.integer({ min: -4_000_000, max: 9_000_000 }), { minLength: 1, maxLength: 8 });

  test("stepped is the marginal schedule on the sum, in any order; flat by size does not depend on order either", () => {
    fc.assert(
      fc.property(amounts, fc.infiniteStream(fc.nat()), (cents, keys) => {
        const all = cents.map((value) => value / 100);
        const order = all.map((value) => ({ value, key: keys.next().value as number }));
        const shuffled = order.sort((a, b) => a.key - b.key).map(({ value }) => value);
        const sum = cents.reduce((total, value) => total + value, 0) / 100;
        const marginal = 0.01 * (Math.max(0, Math.min(sum, 1e5)) + 2 * Math.max(0, sum - 1e5));
        const stepped = { by: "position before", apply: "stepped" } as const;
        // each line is rounded to a cent
        expect(Math.abs(cash(stepped, ...all) - marginal)).toBeLessThanOrEqual(0.005 * all.length + 1e-6);
        expect(Math.abs(cash(stepped, ...shuffled) - marginal)).toBeLessThanOrEqual(0.005 * all.length + 1e-6);
        expect(cash({}, ...shuffled)).toBe(cash({}, ...all));
      }),
      { numRuns: 60 },
    );
  });

  test("a larger transaction never pays less", () => {
    const pair = fc.tuple(fc.nat(30_000_000), fc.nat(30_000_000));
    const by = fc.constantFrom("size", "position before", "position after");
    fc.assert(
      fc.property(pair, by, fc.constantFrom("flat", "stepped"), ([a, b], how, apply) => {
        const pays = (value: number) => cash({ by: how, apply } as Partial<Rates>, 30_000, value / 100);
        expect(pays(Math.max(a, b))).toBeGreaterThanOrEqual(pays(Math.min(a, b)));
      }),
      { numRuns: 60 },
    );
  });
});

describe("what says nothing together", () => {
  test("is refused at the door", () => {
    const schedule = {
      kind: "rate schedule",
      apply: "stepped",
      tiers: [
        { from: "0 %", rate: 1 },
        { from: "100 %", rate: 2 },
      ],
    };
    const data = dataOf([person("A")], [], { transactions: [sale("1", 1)] });
    const rates = { by: "size", apply: "flat", tiers } as const;
    const pay = (scenario: typeof plan, more: Partial<Rates> = {}) =>
      paid(scenario, data, { terms: { "transaction rates": { ...rates, ...more } } });
    expect(() => pay(commission({ curve: schedule, period: "1 year" }))).toThrow(/both the curve of the commission/);
    expect(() => pay(planOf({ rewards: [{ kind: "cash bonus", "at target": "1 EUR/year" }] }))).toThrow(
      /no commission/,
    );
    expect(() => pay(plan, { tiers: tiers.toReversed() })).toThrow(/not in rising order/);
    expect(() => pay(plan, { tiers: [{ rate: 1 }] })).toThrow(/either from or from quota/);
    expect(() =>
      pay(plan, {
        tiers: [
          { from: "1 EUR", rate: 1 },
          { "from quota": "50 %", rate: 1 },
        ],
      }),
    ).toThrow(/amounts or shares of the quota/);
  });

  test("nobody's sales at all are a matter of names; no sales of one person are nothing", () => {
    const found = rated({}, [sale("1", 100)]);
    expect(found.periods.map((one) => [one.person, one.cash])).toEqual([
      ["A", 100],
      ["B", 0],
    ]);
    expect(linesOf(found, "B")).toEqual(["commission: no transactions | 0.00 = 0.00"]);
    expect(() => rated({}, [sale("1", 100, { measure: "sales" })])).toThrow(/nothing on account revenue, only sales/);
  });
});
