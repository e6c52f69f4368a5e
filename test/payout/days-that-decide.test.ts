import { describe, expect, test } from "vitest";
import type { Person, Transaction } from "../../src/employee-data/data.js";
import { periodsOf } from "../../src/payout/scores/service.js";
import type { PayoutTermsInput } from "../../src/scenario/payout-terms/payout-terms.js";
import { alone, bonus, dataOf, paid, person, planOf, result } from "./plans.js";

const plan = planOf(bonus());

describe("the last day of something belongs to it", () => {
  const spiffed = (more: object) => {
    const spiffs = [{ title: "Launch", amount: "500 EUR", "at least": "100 %", ...more }];
    return alone(plan, 100, { terms: { spiffs } as PayoutTermsInput }).cash / 100;
  };

  test("a SPIFF is paid at a close on its first day and on its last, not a day outside", () => {
    expect(spiffed({ from: "2024-12-31" })).toBe(10_500);
    expect(spiffed({ from: "2025-01-01" })).toBe(10_000);
    expect(spiffed({ until: "2024-12-31" })).toBe(10_500);
    expect(spiffed({ until: "2024-12-30" })).toBe(10_000);
  });

  test("who leaves on the day it vests keeps what was deferred, who leaves the day before loses it", () => {
    const deferring = planOf(bonus({ deferred: "50 %", "vests after": "6 months" }));
    const lost = (left: string) =>
      alone(deferring, 100, {}, { left }).periods[0].due.map(({ date, isForfeited }) => [date, isForfeited]);
    expect(lost("2025-06-30")).toEqual([
      ["2024-12-31", false],
      ["2025-06-30", false],
    ]);
    expect(lost("2025-06-29")).toEqual([
      ["2024-12-31", false],
      ["2025-06-30", true],
    ]);
  });

  test("who leaves on the day of the close has left: the bank settles what is in it", () => {
    const bank = { "pays out": "40 %", "on leaving": "paid" } as const;
    const pays = (more: Partial<Person>) => alone(plan, 100, { terms: { bank } }, more).cash / 100;
    expect(pays({ left: "2025-01-01" })).toBe(4_000);
    expect(pays({ left: "2024-12-31" })).toBe(10_000);
  });

  test("a sale on the first or the last day of a period is a sale of it", () => {
    const commission = planOf({ rewards: [{ kind: "commission", rate: "1 % of account revenue" }] });
    const pays = (date: string) => {
      const sale: Transaction = { id: "1", amount: 50_000, person: "A", date, measure: "account revenue" };
      const rates = { by: "size", apply: "flat", tiers: [{ from: "0 EUR", rate: 1 }] };
      return paid(commission, dataOf([person("A")], [], { transactions: [sale] }), {
        ...{ from: "2024-01-01", to: "2024-12-31" },
        terms: { "transaction rates": rates } as PayoutTermsInput,
      }).cash;
    };
    expect(["2024-01-01", "2024-12-31"].map(pays)).toEqual([50_000, 50_000]);
  });
});

describe("periods that are paid", () => {
  test("are those that end on the first day asked for or later", () => {
    const from = (since: string) =>
      periodsOf({ from: "2024-01-01", to: "2024-12-31", since }, 3, false).map((one) => one.from);
    expect(from("2024-06-30")).toEqual(["2024-04-01", "2024-07-01", "2024-10-01"]);
    expect(from("2024-07-01")).toEqual(["2024-07-01", "2024-10-01"]);
  });
});

describe("what lies exactly on a bound", () => {
  test("raises that come to the budget for merit are within it, a cent more is over it", () => {
    const merit = planOf({ rewards: [{ kind: "salary increase", "at target": "3 % of base salary" }] });
    const found = (share: string) =>
      paid(merit, dataOf([person("A")], [result("A", 100, 100)]), {
        terms: { midpoint: "60000 EUR/year", "merit budget": { share, "if over": "report" } } as PayoutTermsInput,
      }).merit.map(({ budget, raises, isOver }) => [budget, raises, isOver]);
    expect(found("3 % of base salary")).toEqual([[180_000, 180_000, false]]);
    expect(found("2.99999 % of base salary")).toEqual([[179_999, 180_000, true]]);
  });

  test("the target of a scale may be its highest value, and is above zero", () => {
    const scaled = (scale: object) => () =>
      alone(plan, 100, { terms: { scales: { "account revenue": scale } } as PayoutTermsInput });
    const said = (scale: object): string => {
      try {
        scaled(scale)();
      } catch (error) {
        return (error as Error).message;
      }
      return "";
    };
    expect(said({ from: 0, to: 5, target: 5 })).not.toContain("lies outside");
    expect(said({ from: 0, to: 5, target: 5.1 })).toContain("the target 5.1 lies outside 0 to 5");
    expect(said({ from: 0, to: 5, target: 0 })).toContain("write one above zero");
  });
});
