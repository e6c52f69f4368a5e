import { describe, expect, test } from "vitest";
import type { PayoutTermsInput } from "../../src/scenario/payout-terms/payout-terms.js";
import { bonus, dataOf, linesOf, paid, person, planOf, result } from "./plans.js";

const quarters = [
  ["2024-01-01", "2024-03-31"],
  ["2024-04-01", "2024-06-30"],
  ["2024-07-01", "2024-09-30"],
  ["2024-10-01", "2024-12-31"],
] as const;
const rowsOf = (reached: readonly number[]) =>
  reached.map((value, k) => result("A", value, 100, { from: quarters[k]![0], to: quarters[k]![1] }));
const linear = { kind: "linear" };
const quarterly = planOf({ ...bonus({ curve: linear }), period: "3 months" });

describe("cumulative periods", () => {
  const run = (terms: PayoutTermsInput, ...reached: number[]) =>
    paid(quarterly, dataOf([person("A")], rowsOf(reached)), { terms: { periods: "cumulative", ...terms } });
  const pays = (terms: PayoutTermsInput, ...reached: number[]) =>
    run(terms, ...reached).periods.map((one) => one.cash / 100);

  test("a cap holds the year to date, and what it cut is paid once there is room", () => {
    // earned to date 4,000, 8,000, 9,000, 10,000; cap to date 3,000, 6,000, 9,000, 12,000
    const cap = "120 % of target incentive";
    expect(pays({ "payout cap": cap }, 160, 160, 40, 40)).toEqual([3_000, 3_000, 3_000, 1_000]);
    expect(linesOf(run({ "payout cap": cap }, 160, 160))).toContain(
      "over the cap: taken from the cash bonus | 6,000.00 − (3,000.00 + 5,000.00) = −2,000.00",
    );
    expect(pays({ "payout cap": "12000 EUR/year" }, 160, 160, 40, 40)).toEqual([3_000, 3_000, 3_000, 1_000]);
  });

  test("a guarantee holds the year to date: what it added is made good by what is earned since", () => {
    // earned to date 0, 4,000, 6,500, 9,000; guaranteed 2,000, 4,000, 6,000, 8,000
    const guarantee = { amount: "80 % of target incentive" };
    expect(pays({ guarantee }, 0, 160, 100, 100)).toEqual([2_000, 2_000, 2_500, 2_500]);
    expect(linesOf(run({ guarantee }, 0, 160))).toContain(
      "guarantee: what it added before and has been earned since | 0 − 2,000.00 = −2,000.00",
    );
    // 0, 2,500 (50 %), then 7,500: the guarantee adds 2,000, then 1,500 to date
    expect(pays({ guarantee }, 0, 100)).toEqual([2_000, 2_000]);
  });

  test("a draw is a matter of each period: 1,500, of which 1,500 come back of 5,000", () => {
    expect(pays({ draw: { amount: "6000 EUR/year", recoverable: true } }, 0, 200)).toEqual([1_500, 3_500]);
    expect(pays({ draw: { amount: "6000 EUR/year", recoverable: false } }, 0, 200, 0)).toEqual([1_500, 5_000, 1_500]);
  });

  test("a SPIFF is paid once a year, whatever the score does after", () => {
    const spiffs = [{ title: "Launch", amount: "500 EUR", "at least": "100 %" }];
    // to date 120 %, 90 %, 100 %, 105 %: 3,000, 4,500, 7,500, 10,500
    expect(pays({ spiffs }, 120, 60, 120, 120)).toEqual([3_500, 1_500, 3_000, 3_000]);
    // to date 80 %, 100 %, 100 %
    expect(pays({ spiffs }, 80, 120, 100)).toEqual([2_000, 3_500, 2_500]);
  });

  test("all together: cap, then SPIFF, then guarantee, then draw", () => {
    const terms: PayoutTermsInput = {
      "payout cap": "9000 EUR/year",
      guarantee: { amount: "2000 EUR/year" },
      draw: { amount: "4000 EUR/year", recoverable: true },
      spiffs: [{ title: "S", amount: "100 EUR", "at least": "100 %" }],
    };
    // first: 0 earned, 500 guaranteed, 500 advanced. second: 10,000 to date held to 4,500, SPIFF 100, guarantee back 500, draw back 500
    expect(pays(terms, 0, 400)).toEqual([1_000, 3_600]);
  });
});

describe("rewards of several periods", () => {
  const mixed = planOf({
    rewards: [
      { kind: "cash bonus", "at target": "8000 EUR/year", curve: linear },
      { kind: "cash bonus", "at target": "4000 EUR/year", curve: linear, period: "3 months" },
    ],
  });
  const run = (terms: PayoutTermsInput, ...reached: number[]) =>
    paid(mixed, dataOf([person("A")], rowsOf(reached)), { terms });
  /** The four quarters, then the year. */
  const pays = (terms: PayoutTermsInput, ...reached: number[]) =>
    run(terms, ...reached).periods.map((one) => one.cash / 100);

  test("a cap holds over the longest period: what closes first is paid first", () => {
    expect(pays({}, 150, 150, 150, 150)).toEqual([1_500, 1_500, 1_500, 1_500, 12_000]);
    expect(pays({ "payout cap": "12000 EUR/year" }, 150, 150, 150, 150)).toEqual([1_500, 1_500, 1_500, 1_500, 6_000]);
    expect(pays({ "payout cap": "5000 EUR/year" }, 150, 150, 150, 150)).toEqual([1_500, 1_500, 1_500, 500, 0]);
    expect(pays({ "payout cap": "100 % of target incentive" }, 150, 150, 150, 150)).toEqual([
      1_500, 1_500, 1_500, 1_500, 6_000,
    ]);
    expect(linesOf(run({ "payout cap": "100 % of target incentive" }, 150, 150, 150, 150))).toContain(
      "cap on all cash rewards | (8,000.00 + 4,000.00) × 100 % = 12,000.00",
    );
  });

  test("a guarantee is settled with the longest period", () => {
    const guarantee = { amount: "100 % of target incentive" };
    expect(pays({ guarantee }, 50, 50, 50, 50)).toEqual([500, 500, 500, 500, 10_000]);
    expect(pays({ guarantee }, 120, 120, 120, 120)).toEqual([1_200, 1_200, 1_200, 1_200, 9_600]);
  });

  test("a draw is advanced for the shortest period, and comes back from all that closes with it", () => {
    // quarters 500 three times, 4,000, and 11,000 for the year; 1,500 advanced three times
    const draw = { amount: "8000 EUR/year", recoverable: true };
    expect(pays({ draw }, 50, 50, 50, 400)).toEqual([2_000, 2_000, 2_000, 4_000, 6_500]);
    expect(run({ draw }, 50, 50, 50, 400).owed).toEqual({});
    expect(pays({ draw: { ...draw, recoverable: false } }, 50, 50, 50, 400)).toEqual([
      2_000, 2_000, 2_000, 4_000, 11_000,
    ]);
    expect(linesOf(run({ draw }, 50, 50, 50, 50)).at(-1)).toBe(
      "recovered of the 4,500.00 advanced before: no more than what is earned beyond the draw | 2,000.00 − (500.00 + 4,000.00) = −2,500.00",
    );
  });

  test("a draw is a share of the incentive at target of the shortest period as well", () => {
    const draw = (amount: string) => ({ draw: { amount, recoverable: true } });
    const [share, money] = ["50 % of target incentive", "6000 EUR/year"].map((amount) => run(draw(amount), 50, 50));
    expect(share!.periods.map(({ cash }) => cash)).toEqual(money!.periods.map(({ cash }) => cash));
    expect(linesOf(share!)).toContain(
      "recoverable draw of the period | (8,000.00 × 3 ÷ 12 + 4,000.00 × 3 ÷ 12) × 50 % = 1,500.00",
    );
  });

  describe("what shorter periods defer is off before a draw", () => {
    const months = ["2024-01-31", "2024-02-29", "2024-03-31"].map((to) => ({ from: `${to.slice(0, 8)}01`, to }));
    const steps = { kind: "steps", steps: [{ at: "200 %", pays: "100 %" }] };
    const pays = (deferred: string, recoverable: boolean) => {
      const bonuses = [
        { kind: "cash bonus", "at target": "12000 EUR/year", curve: linear, deferred, "vests after": "1 year" },
        { kind: "cash bonus", "at target": "1200 EUR/year", curve: steps, period: "3 months" },
      ];
      const rows = [1, 0, 1].map((reached, k) => result("A", reached, 1, months[k]));
      const terms = { draw: { amount: "6000 EUR/year", recoverable } };
      return paid(planOf({ period: "1 month", rewards: bonuses }), dataOf([person("A")], rows), { terms });
    };

    test("1,000 with half of it deferred is a draw of 500 earned: nothing comes back", () => {
      const found = pays("50 %", true);
      expect(found.periods.map(({ cash }) => cash / 100)).toEqual([1_000, 500, 1_000, 0]);
      expect(found.owed).toEqual({ A: 50_000 });
    });

    test("all of it deferred: 500 is advanced at the close of both", () => {
      expect(pays("100 %", false).periods.map(({ cash }) => cash / 100)).toEqual([1_500, 500, 1_000, 500]);
    });
  });

  test("a SPIFF is paid once, with the longest period", () => {
    const spiffs = [{ title: "Launch", amount: "500 EUR", "at least": "100 %" }];
    expect(pays({ spiffs }, 100, 100, 100, 100)).toEqual([1_000, 1_000, 1_000, 1_000, 8_500]);
  });

  test("who leaves is settled at the closes of the periods they served", () => {
    const left = paid(mixed, dataOf([person("A", { left: "2024-06-30" })], rowsOf([100, 100])), {
      terms: { "payout cap": "5000 EUR/year", draw: { amount: "8000 EUR/year", recoverable: true } },
      to: "2024-12-31",
    });
    // cap for 182 of 366 days 2,486.34: 1,000 + 1,000 + 486.34 of 3,978.14; advanced 1,000 twice; nothing is drawn for the last quarter
    expect(left.periods.map(({ from, to, cash }) => [from, to, cash])).toEqual([
      ["2024-01-01", "2024-03-31", 200_000],
      ["2024-04-01", "2024-06-30", 200_000],
      ["2024-01-01", "2024-12-31", 0],
    ]);
    expect(left.owed).toEqual({ A: 200_000 - 48_634 });
  });

  test("what cannot be paid stops what builds on it, and only that", () => {
    const rows = [
      result("A", 1, 0, { from: quarters[0][0], to: quarters[0][1] }),
      ...rowsOf([0, 100, 100, 100]).slice(1),
    ];
    const found = (terms: PayoutTermsInput) => paid(mixed, dataOf([person("A")], rows), { terms });
    expect(found({}).refused.map(({ to }) => to)).toEqual(["2024-03-31"]);
    const stopped = found({ "payout cap": "5000 EUR/year" }).refused;
    expect(stopped.map(({ to }) => to)).toEqual(["2024-03-31", "2024-06-30", "2024-09-30", "2024-12-31", "2024-12-31"]);
    expect(stopped[1]!.fault).toMatch(/builds on it/);
  });

  test("cumulative as well: a year's cap to date over both", () => {
    const cap = "12000 EUR/year";
    // quarters to date 1,500, 3,000 …; the cap to date 3,000, 6,000, 9,000, 12,000; the year's 12,000 has 6,000 left
    expect(pays({ "payout cap": cap, periods: "cumulative" }, 150, 150, 150, 150)).toEqual([
      1_500, 1_500, 1_500, 1_500, 6_000,
    ]);
    expect(pays({ "payout cap": "4000 EUR/year", periods: "cumulative" }, 150, 150, 150, 150)).toEqual([
      1_000, 1_000, 1_000, 1_000, 0,
    ]);
  });

  test("periods that do not divide the longest are refused where something holds over both", () => {
    const odd = planOf({
      rewards: [
        { kind: "cash bonus", "at target": "1 EUR/year", period: "6 months" },
        { kind: "cash bonus", "at target": "1 EUR/year", period: "4 months" },
      ],
    });
    const data = dataOf([person("A")], [result("A", 100, 100)]);
    expect(() => paid(odd, data, { terms: { "payout cap": "1 EUR/year" } })).toThrow(
      /payout\.payout cap: periods of 4 months do not make one of 6, over which it holds/,
    );
    expect(() => paid(odd, data)).not.toThrow();
  });
});

describe("a year that has not ended", () => {
  const yearly = planOf(bonus());
  const until = (to: string, from = "2024-01-01") =>
    paid(yearly, dataOf([person("A")], [result("A", 100, 100, { from, to })]));

  test("is closed where the results end, pays for its months, and says so", () => {
    const found = until("2024-09-30");
    expect(found.cash).toBe(750_000);
    expect(found.terms.at(-1)).toBe(
      "a period of 12 months began on 2024-01-01 and is closed on 2024-09-30, where the time paid for ends: it pays for 9 of its months",
    );
  });

  test("a whole one says nothing of it", () => {
    expect(until("2024-12-31").terms.join()).not.toMatch(/is closed on/);
  });
});
