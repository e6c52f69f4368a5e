import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Payouts } from "../../src/payout/data.js";
import type { PayoutTermsInput } from "../../src/scenario/payout-terms/payout-terms.js";
import { alone, bonus, dataOf, linesOf, paid, person, planOf, result } from "./plans.js";

const tiers = (...pairs: readonly [string, number][]) => pairs.map(([from, rate]) => ({ from, rate }));

const onQuota = (curve: object, more: object = {}, rate = "1 % of account revenue") =>
  planOf({ rewards: [{ kind: "commission", rate, curve, ...more }] });

const stepped = { kind: "rate schedule", apply: "stepped", tiers: tiers(["0 %", 4], ["100 %", 6]) };

const of = (plan: ReturnType<typeof planOf>, reached: number, target: number, terms: PayoutTermsInput = {}): Payouts =>
  paid(plan, dataOf([person("A")], [result("A", reached, target)]), { terms });

describe("what one measure alone decides is worked out from its amounts", () => {
  test.each([
    // 30 M at 4 % and 10 M at 6 %
    [40_000_000, 30_000_000, "1,800,000.00"],
    // 280,000.00 + 127,407.41
    [9_123_456.78, 7_000_000, "407,407.41"],
    // 3,600,000.00 + 1,800,000.06
    [120_000_001, 90_000_000, "5,400,000.06"],
  ])("a commission on %d of a quota of %d is %s", (reached, quota, pays) => {
    expect(
      linesOf(of(onQuota(stepped), reached, quota))
        .at(-1)
        ?.split(" = ")
        .at(-1),
    ).toBe(pays);
  });

  test("and the line of money stands in amounts", () => {
    expect(linesOf(of(onQuota(stepped), 9_123_456.78, 7_000_000))).toEqual([
      "attainment of account revenue: result ÷ target | 9,123,456.78 ÷ 7,000,000 = 130.335097 %",
      "payout of the commission: 6 for each point from 100 % | 400 % + 6 × (130.335097 % − 100 %) = 582.010582 %",
      "commission: amounts at their rates × rate | (400 % × 7,000,000 + 6 × (9,123,456.78 − 7,000,000)) × 1 % = 407,407.41",
    ]);
  });

  test("a share that is exact is used as it stands", () => {
    expect(linesOf(of(onQuota(stepped), 105, 100)).at(-1)).toBe(
      "commission: quota × rate × payout | 100 × 1 % × 430 % = 4.30",
    );
  });

  test("a bonus: 1.5 for each point above a third of 7,000,000", () => {
    const curve = { kind: "rate schedule", apply: "stepped", tiers: tiers(["0 %", 1], ["100 %", 1.5]) };
    // 900,000 · (1 + 1.5 · 2,000,000 ÷ 3,000,000)
    const plan = planOf(bonus({ "at target": "900000 EUR/year", curve }));
    const found = of(plan, 5_000_000, 3_000_000);
    expect(found.cash).toBe(180_000_000);
    expect(linesOf(found).at(-1)).toBe(
      "cash bonus: amount × payout | 900,000.00 × (3,000,000 + 1.5 × (5,000,000 − 3,000,000)) ÷ 3,000,000 = 1,800,000.00",
    );
  });

  test("between two points: 300,000 · (1/2 + 1/2 · (95.1 − 90.3) ÷ 9.7 of the target)", () => {
    const points = [
      { at: "90.3 %", pays: "50 %" },
      { at: "100 %", pays: "100 %" },
    ];
    const plan = planOf(bonus({ "at target": "300000 EUR/year", curve: { kind: "points", points } }));
    // 300,000 · (.5 + .5 · (2,853,000 − 2,709,000) ÷ 291,000) = 150,000 + 150,000 · 48 ÷ 97
    const found = of(plan, 2_853_000, 3_000_000);
    expect(found.cash).toBe(15_000_000 + Math.round((15_000_000 * 48) / 97));
    const odd = of(plan, 2_853_001, 3_000_007);
    expect(linesOf(odd).at(-1)).toContain(
      "300,000.00 × (50 % × 3,000,007 + (100 % − 50 %) × (2,853,001 − 90.3 % × 3,000,007) ÷ (100 % − 90.3 %)) ÷ 3,000,007",
    );
  });

  test("what a gate or a multiplier leaves of it is too", () => {
    const gate = { measure: "customer satisfaction", "at least": "100 %", otherwise: "33 %" };
    const rows = [
      result("A", 9_123_456.78, 7_000_000),
      result("A", 0.9, undefined, { measure: "customer satisfaction" }),
    ];
    const found = paid(onQuota(stepped, { gate }), dataOf([person("A")], rows));
    // (280,000 + 127,407.4068) · .33
    expect(found.cash).toBe(13_444_444);
    expect(linesOf(found).at(-1)).toContain("(400 % × 7,000,000 + 6 × (9,123,456.78 − 7,000,000)) × 33 % × 1 %");
    const multiplier = { measure: "customer satisfaction", curve: { kind: "linear" } };
    const third = [rows[0]!, { ...rows[1]!, result: 1, target: 3 }];
    // a third of (280,000 + 127,407.4068)
    expect(paid(onQuota(stepped, { multiplier }), dataOf([person("A")], third)).cash).toBe(13_580_247);
  });

  test("a cent below the quota is below it, whatever the share is rounded to", () => {
    const flat = { kind: "rate schedule", apply: "flat", tiers: tiers(["0 %", 1], ["100 %", 2]) };
    const found = of(onQuota(flat), 299_999_999.99, 300_000_000);
    expect(found.cash).toBe(300_000_000);
    expect(linesOf(found)).toEqual([
      "attainment of account revenue: result ÷ target | 299,999,999.99 ÷ 300,000,000 = 100 %",
      "payout of the commission: from 0 % at 0 % to 100 % at 100 % | 0 % + (100 % − 0 %) × (99.9999999967 % − 0 %) ÷ (100 % − 0 %) = 100 %",
      "commission: amounts at their rates × rate | 299,999,999.99 × 1 % = 3,000,000.00",
    ]);
    expect(of(onQuota(flat), 300_000_000, 300_000_000).cash).toBe(600_000_000);
    const spiffs = [{ title: "Club", amount: "500 EUR", "at least": "100 %" }];
    expect(linesOf(of(onQuota(flat), 299_999_999.99, 300_000_000, { spiffs })).at(-1)).toBe(
      "Club: score 99.9999999967 % is not at least 100 % | 0.00 = 0.00",
    );
  });

  test("sums stand on lines of their own first, once", () => {
    const halves = [
      result("A", 4_123_456.78, 3_000_000, { to: "2024-06-30" }),
      result("A", 5_000_000, 4_000_000, { from: "2024-07-01" }),
    ];
    const lines = linesOf(paid(onQuota(stepped), dataOf([person("A")], halves)));
    expect(lines.slice(2)).toEqual([
      "account revenue | (4,123,456.78 + 5,000,000) = 9,123,456.78",
      "target of account revenue | (3,000,000 + 4,000,000) = 7,000,000",
      "commission: amounts at their rates × rate | (400 % × 7,000,000 + 6 × (9,123,456.78 − 7,000,000)) × 1 % = 407,407.41",
    ]);
  });

  test("prorated targets keep their fraction", () => {
    const terms: PayoutTermsInput = { "targets of part periods": "prorated" };
    const found = paid(onQuota(stepped), dataOf([person("A", { joined: "2024-09-01" })], [result("A", 40e6, 90e6)]), {
      terms,
    });
    // quota 90 M · 122/366 = 30 M
    expect(found.cash).toBe(180_000_000);
  });

  test("a plan that rounds attainment says so: 130.3 % of 7,000,000", () => {
    const found = of(onQuota(stepped), 9_123_456.78, 7_000_000, { "share decimals": 3 });
    // 130.3 % pays 400 % + 6 · 30.3 % = 581.8 %
    expect(found.cash).toBe(40_726_000);
    expect(found.terms.join()).toContain("rounded half up to 3 decimals (1 of a per cent) before they are used");
    expect(of(onQuota(stepped), 1, 1).terms.join()).toContain("what one measure alone decides is worked out from");
  });

  test("any schedule on any quota pays what whole numbers of cents say", () => {
    const cents = (max: number) => fc.bigInt({ min: 1n, max: BigInt(max) });
    fc.assert(
      fc.property(
        cents(20_000_000_000),
        cents(9_000_000_000),
        fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 3, maxLength: 3 }),
        fc.integer({ min: 101, max: 160 }),
        (reached, quota, rates, top) => {
          const [low = 1, mid = 1, high = 1] = rates;
          const curve = {
            ...stepped,
            tiers: tiers(["0 %", low / 10], ["100 %", mid / 10], [`${top} %`, high / 10]),
          };
          const found = of(onQuota(curve, {}, "3 % of account revenue"), Number(reached) / 100, Number(quota) / 100);
          // in hundredths of cents of the quota, tenths of rates and per cent: 10 · 100 · 100
          const least = (one: bigint, other: bigint) => (one < other ? one : other);
          const [r, first, second] = [reached * 100n, quota * 100n, quota * BigInt(top)];
          const above = (from: bigint, to: bigint) => (r > from ? least(r, to) - from : 0n);
          const sum =
            BigInt(low) * least(r, first) +
            BigInt(mid) * above(first, second) +
            BigInt(high) * above(second, r > second ? r : second);
          const scaled = sum * 3n;
          expect(BigInt(found.cash)).toBe((scaled + 50_000n) / 100_000n);
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe("a quota of zero", () => {
  const schedule = { kind: "rate schedule", apply: "stepped", tiers: tiers(["0 %", 1], ["100 %", 1.5]) };
  const ramp = onQuota(schedule, { period: "1 month" }, "10 % of account revenue");
  const rows = [
    result("A", 5_000, 0, { to: "2024-01-31" }),
    result("A", 10_000, 10_000, { from: "2024-02-01", to: "2024-02-29" }),
  ];
  const found = (terms: PayoutTermsInput) => paid(ramp, dataOf([person("A")], rows), { terms });

  test("is refused unless the terms say what it means, and the word for it is named", () => {
    const [refused] = found({}).refused;
    expect(refused).toMatchObject({ fault: "account revenue has a target of 0", to: "2024-01-31" });
    expect(refused?.remedy).toContain("base rate");
    expect(found({}).periods.map(({ cash }) => cash)).toEqual([100_000]);
  });

  test("at the base rate: 5,000 at 10 % in January, the schedule in February", () => {
    const { periods } = found({ "zero target": "base rate" });
    expect(periods.map(({ cash }) => cash / 100)).toEqual([500, 1_000]);
    expect(linesOf(found({ "zero target": "base rate" }))[0]).toBe(
      "commission without quota: account revenue × rate | 5,000 × 10 % = 500.00",
    );
  });

  test("as zero pays nothing; as target has no amount, and says so", () => {
    expect(found({ "zero target": "as zero" }).periods.map(({ cash }) => cash / 100)).toEqual([0, 1_000]);
    expect(found({ "zero target": "as target" }).refused[0]?.remedy).toBe("write zero target: base rate");
  });

  test("a bonus has no base rate", () => {
    const data = dataOf([person("A")], [result("A", 5, 0)]);
    const [refused] = paid(planOf(bonus()), data, { terms: { "zero target": "base rate" } }).refused;
    expect(refused?.fault).toBe("account revenue has a target of 0, and only a commission has a base rate");
    expect(alone(planOf(bonus()), 100, { terms: { "zero target": "base rate" } }).cash).toBe(1_000_000);
  });
});
