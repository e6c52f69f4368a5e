import { describe, expect, test } from "vitest";
import type { PayoutTermsInput } from "../../src/scenario/payout-terms/payout-terms.js";
import { alone, bonus, dataOf, linesOf, paid, person, planOf, result } from "./plans.js";

const plan = planOf(bonus());
const left = { left: "2024-06-30" };
const spiffs = [{ title: "Launch", amount: "500 EUR", "at least": "100 %" }];
const guarantee = { amount: "8000 EUR/year" };
const draw = { amount: "6000 EUR/year", recoverable: true };

describe("those without a claim", () => {
  test.each<[string, PayoutTermsInput, string]>([
    ["a SPIFF", { spiffs }, "Launch: left on 2024-06-30, before the close: nothing | 0.00 = 0.00"],
    ["a guarantee", { guarantee }, "guarantee: left on 2024-06-30, before the close: nothing | 0.00 = 0.00"],
    ["a draw", { draw }, "recoverable draw of the period: left on 2024-06-30, before the close: nothing | 0 = 0.00"],
  ])("who leaves with nothing gets no part of %s", (_what, terms, line) => {
    const none = alone(plan, 100, { terms: { leavers: "nothing", ...terms } }, left);
    expect([none.cash, none.owed]).toEqual([0, {}]);
    expect(linesOf(none)).toContain(line);
    const short = alone(plan, 100, { terms: { "minimum service": "7 months", ...terms } }, left);
    expect([short.cash, short.owed]).toEqual([0, {}]);
    // 10,000 · 182/366, lifted or not, and 500
    const some = alone(plan, 100, { terms }, left);
    expect(some.cash).toBe(terms.spiffs ? 547_268 : 497_268);
  });

  test("what was advanced before stays owed, and nothing more is advanced", () => {
    const years = [2023, 2024].map((year) => result("A", 0, 100, { from: `${year}-01-01`, to: `${year}-12-31` }));
    const found = paid(plan, dataOf([person("A", left)], years), { terms: { leavers: "nothing", draw } });
    expect(found.periods.map(({ cash }) => cash)).toEqual([600_000, 0]);
    expect(found.owed).toEqual({ A: 600_000 });
  });

  test("nothing needs no results: nobody has to bring those of a leaver", () => {
    const data = dataOf([person("A", left), person("B")], [result("B", 100, 100)]);
    const found = paid(plan, data, { terms: { leavers: "nothing" } });
    expect([found.refused, found.periods.map(({ cash }) => cash)]).toEqual([[], [0, 1_000_000]]);
    expect(paid(plan, data).refused.map((one) => one.person)).toEqual(["A"]);
  });

  test("a minimum that no period is as long as is refused; to date it may be", () => {
    const quarterly = planOf({ ...bonus(), period: "3 months" });
    const terms = { "minimum service": "4 months" };
    expect(() => alone(quarterly, 100, { terms })).toThrow(
      /4 months are longer than periods of 3 months, which would never pay/,
    );
    const toDate = { ...terms, periods: "cumulative" } as const;
    const rows = [
      result("A", 100, 100, { to: "2024-03-31" }),
      result("A", 100, 100, { from: "2024-04-01", to: "2024-06-30" }),
    ];
    const found = paid(quarterly, dataOf([person("A")], rows), { terms: toDate });
    expect(found.periods.map(({ cash }) => cash)).toEqual([0, 500_000]);
  });
});

describe("year to date", () => {
  const quarterly = planOf({ ...bonus(), period: "3 months" });
  const quarters = ["01-01|03-31", "04-01|06-30", "07-01|09-30", "10-01|12-31"];
  const rows = quarters.map((quarter) => {
    const [from, to] = quarter.split("|").map((day) => `2024-${day}`);
    return result("A", 100, 100, { from, to });
  });

  test("who left is settled for the last time at the close after: one day in January is one quarter at most", () => {
    const terms = { periods: "cumulative", "part periods": "none" } as const;
    const found = paid(quarterly, dataOf([person("A", { left: "2024-01-01" })], rows), { terms });
    expect(found.periods.map(({ to, cash }) => [to, cash])).toEqual([["2024-03-31", 250_000]]);
  });
});

describe("a draw beside a minimum of service", () => {
  test("to date the service of the year counts, not that of the quarter: 30 days of it are enough", () => {
    const quarterly = planOf({ ...bonus(), period: "3 months" });
    const terms: PayoutTermsInput = { periods: "cumulative", "minimum service": "3 months", draw };
    const days = [
      ["2024-01-01", "2024-03-31"],
      ["2024-04-01", "2024-06-30"],
    ] as const;
    const rows = days.map(([from, to]) => result("A", 0, 100, { from, to }));
    const found = paid(quarterly, dataOf([person("A", { left: "2024-04-30" })], rows), { terms });
    // 6,000 · 3/12, then that of 30 of 91 days
    expect(found.periods.map(({ cash }) => cash)).toEqual([150_000, 49_451]);
  });
});

describe("a part of no whole month", () => {
  const terms: PayoutTermsInput = { "part periods": "whole months" };
  const late = { joined: "2024-12-02" };

  test.each<PayoutTermsInput>([
    { "payout cap": "150 % of target incentive" },
    { guarantee: { amount: "80 % of target incentive" } },
  ])("has an incentive of 0 to take a share of: %j", (more) => {
    const found = alone(plan, 100, { terms: { ...terms, ...more } }, late);
    expect([found.refused, found.cash]).toEqual([[], 0]);
  });

  test("a plan without incentive has none", () => {
    const commission = planOf({ rewards: [{ kind: "commission", rate: "1 % of account revenue" }] });
    const found = alone(commission, 100, { terms: { "payout cap": "150 % of target incentive" } });
    expect(found.refused[0]?.fault).toBe("there is no incentive at target to take a share of");
  });
});

describe("a SPIFF on a measure without a result", () => {
  const look = (missing: PayoutTermsInput["missing measure"]) =>
    alone(plan, 100, {
      terms: { "missing measure": missing, spiffs: [{ ...spiffs[0]!, measure: "customer satisfaction" }] },
    });
  const measured = (missing: PayoutTermsInput["missing measure"]) =>
    paid(
      plan,
      dataOf(
        [person("A"), person("B")],
        [result("A", 100, 100), result("B", 100, 100), result("B", 1, undefined, { measure: "customer satisfaction" })],
      ),
      { terms: { "missing measure": missing, spiffs: [{ ...spiffs[0]!, measure: "customer satisfaction" }] } },
    );

  test.each([
    ["as zero", [1_000_000, 1_050_000]],
    ["as target", [1_050_000, 1_050_000]],
  ] as const)("counts what the terms say: %s", (missing, cents) => {
    expect(measured(missing).periods.map(({ cash }) => cash)).toEqual(cents);
  });

  test.each(["refuse", "reweigh"] as const)("%s leaves nothing to look at", (missing) => {
    expect(measured(missing).refused.map((one) => one.person)).toEqual(["A"]);
    expect(look(missing).refused[0]?.fault).toMatch(/which there is none of/);
  });
});
