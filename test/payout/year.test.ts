import { describe, expect, test } from "vitest";
import type { Result } from "../../src/employee-data/data.js";
import { makeScenario } from "../../src/scenario/scenario.js";
import { bonus, dataOf, paid, person, planOf, result } from "./plans.js";

const months = (first: string, count: number, target = 100): Result[] =>
  Array.from({ length: count }, (_, k) => {
    const at = Number(first.slice(5)) - 1 + k;
    const year = Number(first.slice(0, 4)) + Math.floor(at / 12);
    const month = String((at % 12) + 1).padStart(2, "0");
    const last = new Date(Date.UTC(year, (at % 12) + 1, 0)).getUTCDate();
    return result("A", 100, target, { from: `${year}-${month}-01`, to: `${year}-${month}-${last}` });
  });

const yearly = planOf(bonus());
const spans = (found: ReturnType<typeof paid>) => found.periods.map(({ from, to }) => `${from} ${to}`);
const inApril = { "fiscal year": { starts: "April", "named by": "end" } } as const;

describe("the year of a plan is that of the calendar, whatever day the results begin", () => {
  test("results from March on leave January open for those who were there", () => {
    const { refused } = paid(yearly, dataOf([person("A")], months("2024-03", 10)));
    expect(refused).toEqual([
      {
        person: "A",
        from: "2024-01-01",
        to: "2024-12-31",
        fault: "account revenue has no row for 2024-01-01, though the person was there",
        remedy: "add a row for every part of the period, or say where the year starts (fiscal year, or from)",
      },
    ]);
  });

  test("who joined in March is paid 306 of 366 days of the year", () => {
    const found = paid(yearly, dataOf([person("A", { joined: "2024-03-01" })], months("2024-03", 10)));
    expect(spans(found)).toEqual(["2024-01-01 2024-12-31"]);
    expect(found.cash).toBe(836_066);
  });

  test("quarters that end before the results begin are not paid for, and nobody waits for them", () => {
    const found = paid(planOf({ period: "3 months", ...bonus() }), dataOf([person("A")], months("2024-07", 6)));
    expect(spans(found)).toEqual(["2024-07-01 2024-09-30", "2024-10-01 2024-12-31"]);
    expect(found.refused).toEqual([]);
  });

  test("from a day that is given periods are counted from it", () => {
    const found = paid(yearly, dataOf([person("A")], months("2024-03", 12)), { from: "2024-03-01" });
    expect(spans(found)).toEqual(["2024-03-01 2025-02-28"]);
    expect(found.terms.join()).toContain("counted from 2024-03-01");
  });

  test("a single sale does not close its month: a monthly draw is advanced in full", () => {
    const plan = planOf({ rewards: [{ kind: "commission", rate: "10 % of account revenue" }], period: "1 month" });
    const sale = { id: "1", date: "2024-02-10", person: "A", measure: "account revenue", amount: 5_000 };
    const terms = {
      "results from": "transactions",
      draw: { amount: "24000 EUR/year", recoverable: false },
    } as const;
    const found = paid(plan, dataOf([person("A")], [], { transactions: [sale] }), { terms });
    expect(spans(found)).toEqual(["2024-02-01 2024-02-29"]);
    expect(found.cash).toBe(200_000);
  });
});

describe("a fiscal year", () => {
  test("is what a year of the plan is, and is said", () => {
    const found = paid(yearly, dataOf([person("A")], months("2024-04", 12)), { terms: inApril });
    expect(spans(found)).toEqual(["2024-04-01 2025-03-31"]);
    expect(found.cash).toBe(1_000_000);
    expect(found.terms.join()).toContain("counted from 1 April: the year starts in April and is named by");
  });

  test("parts results of the calendar year: three months of one, nine of the next", () => {
    const found = paid(yearly, dataOf([person("A")], months("2024-01", 12)), { terms: inApril });
    expect(found.refused.map(({ from, to }) => `${from} ${to}`)).toEqual(["2023-04-01 2024-03-31"]);
    expect(spans(found)).toEqual(["2024-04-01 2024-12-31"]);
  });

  test("cumulative periods run from its start", () => {
    const plan = planOf({ period: "3 months", ...bonus() });
    const terms = { ...inApril, periods: "cumulative" } as const;
    const found = paid(plan, dataOf([person("A")], months("2024-04", 12)), { terms });
    expect(found.periods.map(({ cash }) => cash)).toEqual([250_000, 250_000, 250_000, 250_000]);
  });

  test("is refused where it does not say how it is named", () => {
    const say = (year: object) => () =>
      makeScenario({ ...yearly.file, payout: { "fiscal year": year } } as Parameters<typeof makeScenario>[0]);
    expect(say({ starts: "April" })).toThrow(/not said how it is named; write named by: end where FY 2025 ends/);
    expect(say({ starts: "Avril", "named by": "end" })).toThrow(/starts.*April/);
    expect(say({ starts: "January" })).not.toThrow();
  });
});
