import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decimal, type Rounding, roundTo, sumOfDecimals } from "../../src/foundation/values/decimal.js";
import { amountOfMinor } from "../../src/foundation/values/money.js";
import type { Payouts } from "../../src/payout/data.js";
import { explain } from "../../src/payout/lines/explain.js";
import { payout } from "../../src/payout/payout.js";
import type { PayoutTermsInput } from "../../src/scenario/payout-terms/payout-terms.js";
import { parseScenario, type Scenario } from "../../src/scenario/scenario.js";
import { alone, bonus, dataOf, paid, person, planOf, result } from "./plans.js";
import { calculated } from "./pocket-calculator.js";

const flagship = parseScenario(readFileSync(new URL("../../scenarios/kam-flagship.yaml", import.meta.url), "utf8"));

const plans: readonly Scenario[] = [
  planOf(bonus()),
  planOf(bonus({ "at target": "17.3 % of base salary", deferred: "33 %", "vests after": "2 years", for: "team" })),
  planOf({ ...bonus({ curve: { kind: "linear", base: -0.2, rate: 1.3 } }), period: "3 months" }),
  planOf({
    weights: { "account revenue": "60 %", "customer satisfaction": "40 %" },
    rewards: [
      { kind: "cash bonus", "at target": "9999.99 EUR/year", "paid after": "2 months" },
      { kind: "salary increase", "at target": "2.5 % of base salary" },
      { kind: "recognition", "at target": "777 EUR/year" },
      { kind: "development", amount: "1234 EUR/year" },
    ],
  }),
  planOf({
    rewards: [
      {
        kind: "commission",
        rate: "0.37 % of account revenue",
        period: "1 year",
        curve: {
          kind: "rate schedule",
          apply: "stepped",
          tiers: [
            { from: "0 %", rate: 0.7 },
            { from: "80 %", rate: 1 },
            { from: "100 %", rate: 1.9 },
          ],
        },
      },
    ],
  }),
  planOf(bonus({ "at target": "1000 EUR/year", curve: { kind: "rank", winners: 2 } })),
  planOf({
    rewards: [
      { kind: "cash bonus", "at target": "15 % of base salary", curve: { kind: "linear", base: -1, rate: 2 } },
      { kind: "cash bonus", "at target": "3333.33 EUR/year", period: "3 months" },
      { kind: "commission", rate: "0.7 % of account revenue" },
    ],
  }),
  // what other measures decide, in amounts and in shares
  planOf({
    period: "3 months",
    rewards: [
      {
        kind: "cash bonus",
        "at target": "877777.77 EUR/year",
        multiplier: { measure: "customer satisfaction", curve: { kind: "linear", rate: 1.1 } },
      },
      {
        kind: "commission",
        rate: "0.7 % of account revenue",
        curve: { kind: "linear", base: -0.3, rate: 1.3 },
        gate: { measure: "customer satisfaction", "at least": "90 %", otherwise: "33 %" },
      },
    ],
  }),
];

const quarterDays = ["01-01 03-31", "04-01 06-30", "07-01 09-30", "10-01 12-31"].map((days) =>
  days.split(" ").map((day) => `2024-${day}`),
);

const anyDay = fc
  .integer({ min: 1, max: 12 })
  .chain((month) =>
    fc
      .integer({ min: 1, max: 28 })
      .map((day) => `2024-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`),
  );

const anyData = fc
  .array(
    fc.record({
      salary: fc.integer({ min: 30_000_00, max: 150_000_00 }),
      joined: fc.option(anyDay, { nil: undefined }),
      left: fc.option(anyDay, { nil: undefined }),
      reached: fc.array(fc.integer({ min: 0, max: 200_000 }), { minLength: 4, maxLength: 4 }),
      satisfaction: fc.integer({ min: 500, max: 1_500 }),
      raise: fc.option(fc.tuple(anyDay, fc.integer({ min: 30_000_00, max: 150_000_00 })), { nil: undefined }),
      sales: fc.array(fc.tuple(anyDay, fc.integer({ min: -500_000, max: 2_500_000 })), { maxLength: 4 }),
    }),
    { minLength: 3, maxLength: 5 },
  )
  .map((rows) =>
    dataOf(
      rows.map(({ salary, joined, left, raise }, k) => {
        const salaries = raise && [{ salary: salary / 100 }, { from: raise[0], salary: raise[1] / 100 }];
        return person(`P${k}`, { salary: (raise?.[1] ?? salary) / 100, joined, left, ...(salaries && { salaries }) });
      }),
      rows.flatMap(({ reached, satisfaction }, k) => [
        ...reached.map((value, q) =>
          result(`P${k}`, value / 7.7, 11_111, { from: quarterDays[q][0], to: quarterDays[q][1] }),
        ),
        ...quarterDays.map(([from, to]) =>
          result(`P${k}`, satisfaction / 1_000, undefined, { measure: "customer satisfaction", from, to }),
        ),
      ]),
      {
        transactions: rows.flatMap(({ sales }, k) =>
          sales.flatMap(([date, amount], j) => {
            const one = { id: `T${k}${j}`, date, measure: "account revenue", amount: amount / 100 };
            return j % 2 === 0
              ? [{ ...one, person: `P${k}` }]
              : [
                  { ...one, person: `P${k}`, share: 0.37 },
                  { ...one, person: `P${(k + 1) % rows.length}`, share: 0.63 },
                ];
          }),
        ),
      },
    ),
  );

const anyTerms: fc.Arbitrary<PayoutTermsInput> = fc.record({
  rounding: fc.constantFrom<Rounding>("half up", "half even", "down"),
  round: fc.constantFrom("per line", "at the end"),
  "part periods": fc.constantFrom("calendar days", "whole months", "none"),
  "targets of part periods": fc.constantFrom("as given", "prorated"),
  "zero target": fc.constant("as zero"),
  midpoint: fc.constant("72000 EUR/year"),
  "share decimals": fc.constantFrom(undefined, 2, 12),
});

const more: fc.Arbitrary<PayoutTermsInput> = fc.constantFrom<PayoutTermsInput>(
  {},
  { "payout cap": "9000 EUR/year", guarantee: { amount: "5000 EUR/year", for: "7 months" } },
  {
    draw: { amount: "9000 EUR/year", recoverable: true },
    spiffs: [{ title: "S", amount: "333.33 EUR", "at least": "95 %" }],
  },
  { periods: "cumulative" },
  { "merit budget": { share: "1 % of base salary", "if over": "scale" } },
  { leavers: "nothing", "minimum service": "3 months" },
  {
    periods: "cumulative",
    "payout cap": "90 % of target incentive",
    guarantee: { amount: "60 % of target incentive" },
  },
  { periods: "cumulative", draw: { amount: "9000 EUR/year", recoverable: true }, "results from": "transactions" },
  {
    bank: { "pays out": "33.3 %" },
    spiffs: [{ title: "S", amount: "333.33 EUR", "at least": "95 %", paid: "once" }],
  },
  { clawback: { below: "99 %", within: "1 year", share: "12.5 %" }, "salary of a period": "at its end" },
  {
    "payout cap": "120 % of target incentive",
    guarantee: { amount: "7000 EUR/year" },
    "salary of a period": "at its start",
  },
);

/** Terms that only some of the plans can have, with the place of one. */
const particular: fc.Arbitrary<readonly [number, PayoutTermsInput]> = fc.oneof(
  fc
    .constantFrom("amount at target", "equal parts", "base salary", "own score")
    .map((by) => [1, { "team pool": { "split by": by } }] as [number, PayoutTermsInput]),
  fc
    .record({
      by: fc.constantFrom("size", "position before", "position after"),
      apply: fc.constantFrom("flat", "stepped"),
      "size of shared sales": fc.constantFrom("whole sale", "own share"),
    })
    .map((rates) => {
      const tiers = ["0 %", "40 %", "90 %"].map((from, k) => ({ "from quota": from, rate: k + 0.5 }));
      return [6, { "transaction rates": { ...rates, tiers } as never }] as [number, PayoutTermsInput];
    }),
);

/** Counterexamples print what was drawn, not the scenario: plans by their place. */
const run = fc
  .record({
    chosen: fc.oneof(
      { arbitrary: fc.nat(plans.length - 1).map((place) => [place, {}] as const), weight: 3 },
      { arbitrary: particular, weight: 1 },
    ),
    ...{ data: anyData, terms: anyTerms, extra: more },
  })
  .map(({ chosen: [place, own], data, terms, extra }) => ({
    place,
    data,
    // what one plan defers its bank cannot hold back
    terms: { ...terms, ...extra, ...own, ...([1, 3].includes(place) && { bank: undefined }) } as PayoutTermsInput,
  }));

const explanations = (found: Payouts) =>
  [...new Set(found.periods.map(({ person: id }) => id))].map((id) => explain(found, id));

describe("explanations", () => {
  test("lines add up to what is paid, exactly, in every form and period", () => {
    fc.assert(
      fc.property(run, ({ place, data, terms }) => {
        const found = paid(plans[place], data, { terms });
        for (const one of explanations(found)) {
          for (const period of one.periods) {
            for (const form of ["cash", "raise", "value"] as const) {
              const sum = sumOfDecimals(
                period.lines.filter(({ adds }) => adds === form).map((line) => decimal(line.result)),
              );
              expect(sum.toFixed()).toBe(amountOfMinor(period[form], "EUR").toFixed());
            }
            expect(period.due.reduce((sum, due) => sum + due.amount, 0)).toBe(period.cash);
          }
          expect(one.cash).toBe(one.periods.reduce((sum, period) => sum + period.cash, 0));
        }
        expect(found.cash).toBe(found.periods.reduce((sum, period) => sum + period.cash, 0));
      }),
      { numRuns: 150 },
    );
  });

  test("a pocket calculator gives every line its result, from the numbers that stand in it", () => {
    let lines = 0;
    fc.assert(
      fc.property(run, ({ place, data, terms }) => {
        for (const one of explanations(paid(plans[place], data, { terms }))) {
          for (const { arithmetic, result: written, rule, unit } of one.periods.flatMap((period) => period.lines)) {
            lines += 1;
            const typed = calculated(arithmetic);
            // sums and tiers keep all their digits
            if (typed.eq(decimal(written))) continue;
            // parts that wait are paid, so they are whole cents even where only totals are rounded; a compa-ratio has 8 decimals
            const isPaid = /^of the |pool of|, rounded down$/.test(rule) || terms.round === "per line";
            const decimals =
              unit === "share" ? Number(terms["share decimals"] ?? 8) : unit === "number" ? 8 : isPaid ? 2 : 20;
            const isNearest = unit === "number" || (unit === "money" && !isPaid);
            const mode = rule.endsWith(", rounded down") ? "down" : isNearest ? "half up" : terms.rounding;
            const rounded = roundTo(typed, decimals, mode);
            if (!rounded.eq(decimal(written))) expect.fail(`${rule}: ${arithmetic} is ${typed}, not ${written}`);
          }
        }
      }),
      { numRuns: 150 },
    );
    expect(lines).toBeGreaterThan(3_000);
  });

  test("the order of rows and people changes nobody's pay", () => {
    const sorted = (found: Payouts) =>
      [...found.periods].sort((a, b) => (`${a.person}${a.from}` < `${b.person}${b.from}` ? -1 : 1));
    fc.assert(
      fc.property(run, fc.array(fc.nat(), { minLength: 60, maxLength: 60 }), ({ place, data, terms }, keys) => {
        const shuffled = <Row>(rows: readonly Row[]): Row[] =>
          rows
            .map((row, k) => ({ row, key: keys[k % keys.length] }))
            .sort((a, b) => a.key - b.key)
            .map(({ row }) => row);
        const other = { ...data, people: shuffled(data.people), results: shuffled(data.results) };
        expect(sorted(paid(plans[place], other, { terms }))).toEqual(sorted(paid(plans[place], data, { terms })));
      }),
      { numRuns: 80 },
    );
  });

  test("more attainment never pays less", () => {
    const [plain] = plans;
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 20_000 }), fc.integer({ min: 0, max: 20_000 }), (a, b) => {
        const [low, high] = [Math.min(a, b), Math.max(a, b)].map((reached) => alone(plain, reached / 100).cash);
        expect(high).toBeGreaterThanOrEqual(low);
      }),
    );
  });

  test("prizes of a team add up to the pool, to the cent", () => {
    const prize = planOf(bonus({ "at target": "1000 EUR/year", curve: { kind: "rank", winners: 2 } }));
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 98, max: 101 }), { minLength: 3, maxLength: 9 }), (reached) => {
        const people = reached.map((_, k) => person(`P${k}`));
        const rows = reached.map((value, k) => result(`P${k}`, value, 100));
        expect(paid(prize, dataOf(people, rows)).cash).toBe(200_000);
      }),
    );
  });

  test("every design of the flagship pays a person with all its results", () => {
    const measures = new Set(Object.values(flagship.checked.designs).flatMap(({ weights }) => Object.keys(weights)));
    const rows = [...measures].map((measure) =>
      measure === "account revenue" ? result("A", 97, 100) : result("A", 0.97, undefined, { measure }),
    );
    const others = [...measures].filter((measure) => measure !== "account revenue");
    const scales = Object.fromEntries(others.map((measure) => [measure, "index" as const]));
    for (const name of Object.keys(flagship.checked.designs)) {
      const found = payout(flagship, name, dataOf([person("A", { midpoint: 72_000 })], rows), { terms: { scales } });
      expect(found.refused, name).toEqual([]);
      expect(found.cash + found.raise + found.value, name).toBeGreaterThan(0);
    }
  });

  test("lines are numbered through all periods, and nobody unknown is explained", () => {
    const quarterly = planOf({ ...bonus(), period: "3 months" });
    const rows = quarterDays.map(([from, to]) => result("A", 95, 100, { from, to }));
    const found = paid(quarterly, dataOf([person("A")], rows));
    const numbers = explain(found, "A").periods.flatMap(({ lines }) => lines.map((line) => line.number));
    expect(numbers).toEqual(Array.from({ length: 16 }, (_, k) => k + 1));
    expect(() => explain(found, "B")).toThrow(/nobody called "B"/);
    expect(JSON.parse(JSON.stringify(explain(found, "A")))).toEqual(explain(found, "A"));
  });
});
