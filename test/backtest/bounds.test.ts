import { describe, expect, test } from "vitest";
import { backtest } from "../../src/backtest/backtest.js";
import { merged } from "../../src/backtest/service-days.js";
import { salaryOn } from "../../src/payout/rewards/salary.js";
import { backtest as print } from "../../src/report/backtest/backtest-text.js";
import { dataOf, person, result } from "../payout/plans.js";
import { designs, plan, straight } from "./teams.js";

const old = plan(designs({ old: { rewards: [straight()] } }), "old");

describe("bounds of a backtest", () => {
  test("a payout agrees with the record where they are less than one unit of the currency apart", () => {
    const agree = (paid: number) =>
      backtest(old, dataOf([person("A")], [result("A", 100, 100, { paid })])).recorded[0].agree;
    expect(agree(10_000.99)).toBe(1);
    expect(agree(10_001)).toBe(0);
    expect(agree(9_999)).toBe(0);
  });

  test("days that touch are one span; a day between makes two", () => {
    const first = { from: "2024-01-01", to: "2024-06-30" };
    expect(merged([{ from: "2024-07-01", to: "2024-12-31" }, first])).toEqual([
      { from: "2024-01-01", to: "2024-12-31" },
    ]);
    expect(merged([{ from: "2024-07-02", to: "2024-12-31" }, first])).toHaveLength(2);
    expect(merged([{ from: "2024-02-01", to: "2024-03-31" }, first])).toEqual([first]);
  });

  test("whether pay follows performance is said from three people-years on: pay of 10,000 × score does fully", () => {
    const follows = (...reached: readonly number[]) => {
      const people = reached.map((_, k) => person("ABC"[k]));
      const rows = reached.map((score, k) => result("ABC"[k], score, 100));
      return backtest(old, dataOf(people, rows)).costs[0].follows;
    };
    expect(follows(90, 110)).toBeUndefined();
    expect(follows(90, 100, 120)?.pearson.value).toBeCloseTo(1, 12);
  });

  test("of fewer than twenty people intervals are said to be rather too narrow; who gains most stands first", () => {
    const plans = designs({
      old: { rewards: [straight()] },
      "new": { rewards: [straight({ "at target": "9000 EUR/year" })] },
    });
    const said = (count: number) => {
      const ids = Array.from({ length: count }, (_, k) => `P${10 + k}`);
      const data = dataOf(
        ids.map((id) => person(id)),
        ids.map((id, k) => result(id, 80 + k, 100)),
      );
      return String(print([plan(plans, "old"), plan(plans, "new")], data, { resamples: 100 }));
    };
    const few = said(19);
    expect(few.replace(/\s+/g, " ")).toContain("with 19 people they are rather too narrow");
    expect(said(20)).not.toContain("rather too narrow");
    const everybody = few.slice(few.indexOf("Everybody"));
    expect(everybody.indexOf("P10")).toBeLessThan(everybody.indexOf("P28"));
  });

  test("a salary holds from its first day", () => {
    const raised = person("A", { salaries: [{ salary: 60_000 }, { from: "2024-07-01", salary: 66_000 }] });
    expect(["2024-06-30", "2024-07-01"].map((day) => Number(salaryOn(raised, day)))).toEqual([60_000, 66_000]);
  });
});
