import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Person } from "../../src/employee-data/data.js";
import type { PayoutTermsInput } from "../../src/scenario/payout-terms/payout-terms.js";
import { bonus, dataOf, linesOf, paid, person, planOf, result } from "./plans.js";

const plan = planOf(bonus({ for: "team" }));
const people = [
  person("A", { salary: 60_000 }),
  person("B", { salary: 90_000 }),
  person("C", { salary: 50_000, left: "2024-06-30" }),
];
const reached = [120, 90, 90];
const pooled = (
  pool: NonNullable<PayoutTermsInput["team pool"]>,
  team: readonly Person[] = people,
  more: PayoutTermsInput = {},
) =>
  paid(
    plan,
    dataOf(
      team,
      team.map(({ id }, k) => result(id, reached[k % 3], 100)),
    ),
    { terms: { "team pool": pool, ...more } },
  );
const cents = (found: ReturnType<typeof pooled>) => found.periods.map((one) => one.cash);

describe("a pool of the team", () => {
  // the team's score is 100 %: the pool is 10,000 + 10,000 + 10,000 · 182/366 (4,972.68), 24,972.68
  test.each([
    ["amount at target", [1_000_000, 1_000_000, 497_268]],
    // 1 : 1 : 182/366 is 10,000.00096, 10,000.00096, 4,972.67807: the cent left goes to the third
    ["equal parts", [1_000_000, 1_000_000, 497_268]],
    // 60,000 : 90,000 : 50,000 · 182/366, in cents 856,875.08, 1,285,312.62 and 355,080.29: the cent left goes to the second
    ["base salary", [856_875, 1_285_313, 355_080]],
    // 120 : 90 : 90 · 182/366, in cents 1,176,319.29, 882,239.47 and 438,709.24: to the second
    ["own score", [1_176_319, 882_240, 438_709]],
  ] as const)("split by %s", (by, pays) => {
    const found = pooled({ "split by": by });
    expect(cents(found)).toEqual(pays);
    expect(found.cash).toBe(2_497_268);
  });

  test("its lines: score of the team, pool, part, and the coin that rounding left", () => {
    expect(linesOf(pooled({ "split by": "own score" }), "B").slice(-3)).toEqual([
      "cash bonus: pool of 3, amounts at target for the parts served × payout | (10,000.00 + 10,000.00 + 4,972.68) × 100 % = 24,972.68",
      "cash bonus: part of the pool by own score × days served, rounded down | 24,972.68 × 90 % × 366 ÷ (120 % × 366 + 90 % × 366 + 90 % × 182) = 8,822.39",
      "cash bonus: a coin of the pool that rounding left, to the largest remainders | 0.01 = 0.01",
    ]);
  });

  test("the part of who has no claim stays with the firm, or goes to the others", () => {
    const more = { leavers: "nothing" } as const;
    expect(cents(pooled({ "split by": "equal parts" }, people, more))).toEqual([1_000_000, 1_000_000, 0]);
    const shared = { "split by": "equal parts", "of those without a claim": "goes to the others" } as const;
    expect(cents(pooled(shared, people, more))).toEqual([1_248_634, 1_248_634, 0]);
  });

  test("scores below zero, and a pool with nothing to share it by, are refused", () => {
    const low = planOf(bonus({ for: "team", curve: { kind: "linear" } }));
    const rows = [result("A", -10, 100), result("B", 150, 100)];
    const terms = { "negative result": "as it is", "team pool": { "split by": "own score" } } as const;
    const found = paid(low, dataOf([person("A"), person("B")], rows), { terms });
    expect(found.refused[0].fault).toMatch(/shared by scores, and that of A is below zero/);
    expect(cents(pooled({ "split by": "base salary" }, [person("A", { salary: 0 })]))).toEqual([]);
  });

  test("is refused where each member's own results decide what is paid, and where nobody is paid by team", () => {
    const gated = (by: string) =>
      planOf(bonus({ for: "team", gate: { measure: "customer satisfaction", "at least": "90 %", for: by } }));
    const rows = [result("A", 100, 100), result("A", 1, undefined, { measure: "customer satisfaction" })];
    const pay = (scenario: typeof plan) =>
      paid(scenario, dataOf([person("A")], rows), { terms: { "team pool": { "split by": "equal parts" } } });
    expect(() => pay(gated("person"))).toThrow(/decided by each member's own results/);
    expect(pay(gated("team")).cash).toBe(1_000_000);
    expect(() => pay(planOf(bonus()))).toThrow(/no reward of the design pays by team/);
  });

  test("without teams that fit, members and other teams are as they were", () => {
    const team = people.map((one, k) => ({ ...one, team: k === 2 ? "south" : "north" }));
    // north: 105 % pays 125 % of 20,000; south: 90 % pays 50 % of 4,972.68
    expect(pooled({ "split by": "equal parts" }, team).cash).toBe(2_500_000 + 248_634);
  });

  test("parts add up to the pool, to the cent, whoever comes and goes, however it is split", () => {
    const day = fc
      .integer({ min: 0, max: 365 })
      .map((k) => new Date(Date.UTC(2024, 0, 1 + k)).toISOString().slice(0, 10));
    const member = fc.record({
      salary: fc.integer({ min: 1, max: 12_345_678 }).map((value) => value / 100),
      left: fc.option(day, { nil: undefined }),
    });
    const by = fc.constantFrom("amount at target", "equal parts", "base salary", "own score");
    fc.assert(
      fc.property(fc.array(member, { minLength: 1, maxLength: 7 }), by, (members, basis) => {
        const team = members.map((one, k) => person(`P${k}`, one));
        const found = pooled({ "split by": basis as "base salary" }, team);
        const [pool] = linesOf(found, "P0").filter((line) => line.includes("pool of"));
        const size = Number(pool.split(" = ")[1].replace(/[,.]/g, ""));
        expect(found.cash).toBe(size);
      }),
      { numRuns: 60 },
    );
  });
});
