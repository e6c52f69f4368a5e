import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { dayBefore, monthsAfterClose } from "../../src/foundation/values/calendar.js";
import type { PayoutTermsInput } from "../../src/scenario/payout-terms/payout-terms.js";
import { bonus, dataOf, linesOf, paid, person, planOf, result } from "./plans.js";

const year = (value: number): { readonly from: string; readonly to: string } => ({
  from: `${value}-01-01`,
  to: `${value}-12-31`,
});
const rowsOf = (reached: readonly number[]) => reached.map((value, k) => result("A", value, 100, year(2021 + k)));
/** Pays 2 × score − 100 %: 10,000 on target, −10,000 at nothing. */
const steep = planOf(bonus({ curve: { kind: "linear", base: -1, rate: 2 } }));
const linear = planOf(bonus({ curve: { kind: "linear" } }));

describe("a bonus bank", () => {
  const bank = { "pays out": "50 %" } as const;
  const run = (terms: PayoutTermsInput["bank"], reached: readonly number[], more: object = {}, others: object = {}) =>
    paid(steep, dataOf([person("A", more)], rowsOf(reached)), { terms: { bank: terms, ...others } });
  const pays = (...given: Parameters<typeof run>) => run(...given).periods.map((one) => one.cash / 100);

  test("hand-worked: 14,000, −4,000 and 10,000 declared, half of the balance paid", () => {
    // 14,000 → 7,000; 3,000 → 1,500; 11,500 → 5,750
    expect(pays(bank, [120, 30, 100])).toEqual([7_000, 1_500, 5_750]);
    expect(run(bank, [120, 30, 100]).banked).toEqual({ A: 575_000 });
    expect(linesOf(run(bank, [120, 30])).slice(-4)).toEqual([
      "cash bonus: amount × payout | 10,000.00 × (−40 %) = −4,000.00",
      "into the bank: what cash rewards earned is not paid now | 0 − (−4,000.00) = 4,000.00",
      "balance of the bank | 7,000.00 + (−4,000.00) = 3,000.00",
      "paid out of the bank | 3,000.00 × 50 % = 1,500.00",
    ]);
  });

  test("a bonus below zero is carried, or counts nothing; a balance below zero pays nothing and stays", () => {
    expect(pays({ ...bank, "below zero": "as zero" }, [120, 30, 100])).toEqual([7_000, 3_500, 6_750]);
    expect(pays(bank, [0, 120])).toEqual([0, 2_000]);
    expect(run(bank, [0]).banked).toEqual({ A: -1_000_000 });
  });

  test("who leaves gets the balance, or loses it; one below zero is written off", () => {
    const left = { left: "2022-12-31" };
    expect(pays(bank, [120, 30], left)).toEqual([7_000, 3_000]);
    expect(pays({ ...bank, "on leaving": "lost" }, [120, 30], left)).toEqual([7_000, 0]);
    const written = run(bank, [120, 0], left);
    expect([written.periods[1]!.cash, written.banked]).toEqual([0, {}]);
    expect(linesOf(written).at(-1)).toBe("left on 2022-12-31: the balance of the bank is written off | 0.00 = 0.00");
  });

  test("the cap holds what goes in; SPIFFs and guarantees stand beside it", () => {
    expect(pays(bank, [120], {}, { "payout cap": "12000 EUR/year" })).toEqual([6_000]);
    const spiffs = [{ title: "S", amount: "500 EUR", "at least": "100 %" }];
    expect(pays(bank, [120], {}, { spiffs })).toEqual([7_500]);
    expect(pays(bank, [30], {}, { guarantee: { amount: "2000 EUR/year" } })).toEqual([2_000]);
  });

  test("with cumulative periods it takes what the year to date loses again", () => {
    const quarterly = planOf({ ...bonus({ curve: { kind: "linear" } }), period: "3 months" });
    const rows = [160, 0].map((value, k) =>
      result(
        "A",
        value,
        100,
        [
          { from: "2024-01-01", to: "2024-03-31" },
          { from: "2024-04-01", to: "2024-06-30" },
        ][k],
      ),
    );
    const negative = planOf({ ...bonus({ curve: { kind: "linear", base: -1, rate: 2 } }), period: "3 months" });
    const terms = { bank, periods: "cumulative" } as const;
    // to date 160 % of 2,500 = 4,000, then 80 % of 5,000 = 4,000: nothing more declared
    expect(paid(quarterly, dataOf([person("A")], rows), { terms }).periods.map((one) => one.cash)).toEqual([
      200_000, 100_000,
    ]);
    // to date 220 % of 2,500 = 5,500, then 60 % of 5,000 = 3,000: 2,500 taken off the balance of 2,750
    expect(paid(negative, dataOf([person("A")], rows), { terms }).periods.map((one) => one.cash)).toEqual([
      275_000, 12_500,
    ]);
  });

  test("a reward that pays later by its own rule is refused beside it", () => {
    const deferring = planOf(bonus({ deferred: "50 %", "vests after": "2 years" }));
    expect(() => paid(deferring, dataOf([person("A")], rowsOf([100])), { terms: { bank } })).toThrow(
      /payout\.bank: the cash bonus is paid later by its own rule/,
    );
  });

  test("what is paid and what is left is what was declared", () => {
    const reached = fc.array(fc.integer({ min: 0, max: 15_000 }), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(reached, fc.integer({ min: 1, max: 100 }), (hundredths, share) => {
        const rows = rowsOf(hundredths.map((value) => value / 100));
        const data = dataOf([person("A")], rows);
        const found = paid(steep, data, { terms: { bank: { "pays out": `${share} %` } } });
        expect(found.cash + (found.banked.A ?? 0)).toBe(paid(steep, data).cash);
      }),
      { numRuns: 60 },
    );
  });
});

describe("a clawback", () => {
  const clawback = { below: "80 %", within: "1 year" } as const;
  const run = (terms: object, reached: readonly number[]) =>
    paid(linear, dataOf([person("A")], rowsOf(reached)), { terms: { clawback: { ...clawback, ...terms } } });
  const pays = (...given: Parameters<typeof run>) => run(...given).periods.map((one) => one.cash / 100);

  test("hand-worked: half of 10,000 is taken back from 7,000 earned at 70 %", () => {
    expect(pays({ share: "50 %" }, [100, 70])).toEqual([10_000, 2_000]);
    expect(linesOf(run({ share: "50 %" }, [100, 70])).slice(-2)).toEqual([
      "taken back of what 2021-01-01 to 2021-12-31 paid: score 70 % is below 80 % | 10,000.00 × 50 % = 5,000.00",
      "clawback of 5,000.00 | 0 − 5,000.00 = −5,000.00",
    ]);
  });

  test("exactly on the bound nothing is taken back", () => {
    expect(pays({}, [100, 80])).toEqual([10_000, 8_000]);
    expect(pays({}, [100, 79.99])).toEqual([10_000, 0]);
  });

  test("no more than a period pays and the rest later, or at once", () => {
    expect(pays({}, [100, 70, 100])).toEqual([10_000, 0, 7_000]);
    expect(run({}, [100, 70]).reclaimed).toEqual({ A: 300_000 });
    expect(pays({ recovered: "at once" }, [100, 70, 100])).toEqual([10_000, -3_000, 10_000]);
  });

  test("each period once, and only within the time", () => {
    // second year takes half of 10,000; the third half of the 7,000 the second earned, not of the first again
    expect(pays({ share: "50 %", within: "2 years" }, [100, 70, 70])).toEqual([10_000, 2_000, 3_500]);
    expect(pays({ share: "50 %" }, [100, 90, 70])).toEqual([10_000, 9_000, 2_500]);
    expect(pays({ share: "50 %", within: "2 years" }, [100, 90, 70])).toEqual([10_000, 9_000, 0]);
    expect(run({ share: "50 %", within: "2 years" }, [100, 90, 70]).reclaimed).toEqual({ A: 250_000 });
  });

  test.each([
    [3, 0],
    [3, 1],
    [3, 2],
    [3, 3],
    [6, 0],
    [6, 1],
  ])(
    "within %i months reaches every period of that length that closed before, from whatever month (%i)",
    (months, at) => {
      const span = (k: number) => {
        const first = k * months;
        const from = `${2024 + Math.floor(first / 12)}-${String((first % 12) + 1).padStart(2, "0")}-01`;
        return { from, to: monthsAfterClose(dayBefore(from), months) };
      };
      const rows = Array.from({ length: at + 2 }, (_, k) => result("A", k > at ? 70 : 100, 100, span(k)));
      const scenario = planOf({ ...bonus({ curve: { kind: "linear" } }), period: `${months} months` });
      const terms = { clawback: { below: "80 %", within: `${months} months`, share: "10 %" } };
      const cash = paid(scenario, dataOf([person("A")], rows), { terms }).periods.map((one) => one.cash);
      const whole = (1_000_000 * months) / 12;
      expect(cash.at(-1)).toBe(0.7 * whole - 0.1 * whole);
    },
  );

  test("what is deferred from the last day of a month vests on the last day of a month", () => {
    const deferring = planOf({ ...bonus({ deferred: "50 %", "vests after": "6 months" }), period: "3 months" });
    const rows = [result("A", 100, 100, { from: "2024-04-01", to: "2024-06-30" })];
    const found = paid(deferring, dataOf([person("A")], rows), { from: "2024-04-01", to: "2024-06-30" });
    expect(found.periods[0]!.due.map(({ date }) => date)).toEqual(["2024-06-30", "2024-12-31"]);
  });

  test("it may look at a measure; one without results is refused where there is something to take", () => {
    const satisfaction = [1, 0.7].map((value, k) =>
      result("A", value, undefined, { measure: "customer satisfaction", ...year(2021 + k) }),
    );
    const terms = { clawback: { ...clawback, measure: "customer satisfaction", share: "10 %" } };
    const found = paid(linear, dataOf([person("A")], [...rowsOf([100, 100]), ...satisfaction]), { terms });
    expect(found.periods.map((one) => one.cash)).toEqual([1_000_000, 900_000]);
    const none = paid(linear, dataOf([person("A")], rowsOf([100, 100])), { terms });
    expect(none.refused.map(({ from, fault }) => [from, fault])).toEqual([
      ["2022-01-01", "the clawback looks at the attainment of customer satisfaction, which there is none of"],
    ]);
  });

  test("what was paid, less what is still to be recovered, is never more than without it", () => {
    const reached = fc.array(fc.integer({ min: 0, max: 150 }), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(reached, fc.integer({ min: 0, max: 100 }), (values, share) => {
        const found = run({ share: `${share} %` }, values);
        const plain = paid(linear, dataOf([person("A")], rowsOf(values))).cash;
        expect(found.cash).toBeLessThanOrEqual(plain);
        expect(found.periods.every((one) => one.cash >= 0)).toBe(true);
        const atOnce = run({ share: `${share} %`, recovered: "at once" }, values);
        expect(found.cash - (found.reclaimed.A ?? 0)).toBe(atOnce.cash);
      }),
      { numRuns: 60 },
    );
  });
});

describe("a target ratchet", () => {
  const ratchet = { share: "50 %" } as const;
  const run = (terms: object, rows: ReturnType<typeof rowsOf>, more: PayoutTermsInput = {}) =>
    paid(linear, dataOf([person("A")], rows), { terms: { "target ratchet": { ...ratchet, ...terms }, ...more } });
  const open = (...reached: number[]) =>
    reached.map((value, k) => result("A", value, k === 0 ? 100 : undefined, year(2021 + k)));

  test("hand-worked: 120 of 100 makes the next target 110, and 99 of that the one after 104.5", () => {
    const found = run({}, open(120, 99, 104.5));
    expect(found.periods.map((one) => one.score)).toEqual([1.2, 0.9, 1]);
    expect(linesOf(found).filter((line) => line.startsWith("target"))).toEqual([
      "target of account revenue for 2022-01-01 to 2022-12-31: last target + ratchet × (last result − last target) | 100 + 50 % × (120 − 100) = 110",
      "target of account revenue for 2023-01-01 to 2023-12-31: last target + ratchet × (last result − last target) | 110 + 50 % × (99 − 110) = 104.5",
    ]);
  });

  test("up only, a bad year leaves the target as it was", () => {
    expect(run({ direction: "up only" }, open(80, 100)).periods[1]!.score).toBe(1);
    expect(run({}, open(80, 90)).periods[1]!.score).toBe(1);
    expect(run({ direction: "up only" }, open(120, 110)).periods[1]!.score).toBe(1);
  });

  test("targets in the data stand; without the term, a gap or another length there is none", () => {
    expect(run({}, rowsOf([120, 100])).periods[1]!.score).toBe(1);
    const none = paid(linear, dataOf([person("A")], open(120, 100)));
    expect(none.refused[0]!.fault).toBe("account revenue has no target");
    const gap = [result("A", 120, 100, year(2021)), result("A", 120, undefined, year(2023))];
    expect(run({}, gap).refused.map(({ fault }) => fault)).toContain("account revenue has no target");
    const half = [
      result("A", 120, 100, year(2021)),
      result("A", 50, undefined, { from: "2022-01-01", to: "2022-06-30" }),
    ];
    expect(run({}, half).refused[0]!.fault).toBe("account revenue has no target");
  });

  test("results from transactions move it too", () => {
    const sale = { id: "1", date: "2021-05-05", person: "A", measure: "account revenue", amount: 140 };
    const data = dataOf([person("A")], open(0, 0), {
      transactions: [sale, { ...sale, id: "2", date: "2022-05-05", amount: 60 }],
    });
    const terms = { "target ratchet": ratchet, "results from": "transactions" } as const;
    // 140 of 100 makes the next 120, of which 60 are half
    expect(paid(linear, data, { terms }).periods.map((one) => one.score)).toEqual([1.4, 0.5]);
  });
});

describe("milestones", () => {
  const spiff = (more: object): PayoutTermsInput => ({
    spiffs: [{ title: "M", amount: "500 EUR", "at least": "100 %", ...more }],
  });
  const extras = (more: object, ...reached: number[]) =>
    paid(linear, dataOf([person("A")], rowsOf(reached)), { terms: spiff(more) }).periods.map(
      (one, k) => one.cash / 100 - 100 * reached[k]!,
    );

  test("every period in which the condition holds, or only the first", () => {
    expect(extras({}, 100, 90, 110)).toEqual([500, 0, 500]);
    expect(extras({ paid: "once" }, 90, 100, 110)).toEqual([0, 500, 0]);
  });

  test("only for closes from a day and until one, both included", () => {
    expect(extras({ until: "2022-12-31" }, 100, 100, 100)).toEqual([500, 500, 0]);
    expect(extras({ until: "2022-12-30" }, 100, 100, 100)).toEqual([500, 0, 0]);
    expect(extras({ from: "2022-12-31" }, 100, 100, 100)).toEqual([0, 500, 500]);
    expect(extras({ from: "2022-01-01", paid: "once" }, 100, 100, 100)).toEqual([0, 500, 0]);
  });

  test("two of the same title are two", () => {
    const both = { ...spiff({ paid: "once" }) };
    const twice = { spiffs: [...(both.spiffs ?? []), ...(both.spiffs ?? [])] };
    expect(paid(linear, dataOf([person("A")], rowsOf([100])), { terms: twice }).cash).toBe(1_100_000);
  });

  test("a day that is none is refused", () => {
    expect(() => extras({ until: "June 2022" }, 100)).toThrow(
      /until: no day, got "June 2022"; write one such as 2024-06-30/,
    );
  });
});
