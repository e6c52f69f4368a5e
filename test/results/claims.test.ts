import { describe, expect, test } from "vitest";
import { farOff, type PlanMade } from "../../src/results/plans-made.js";
import { contraryFor, holdsFor } from "../../src/results/statistics/claim-verdict.js";

describe("whether a claim holds of a difference", () => {
  test("at the smallest difference that matters it does, of equality it does not", () => {
    const claim = (direction: "higher" | "lower" | "equivalent") => ({ direction, smallest: 10 });
    expect([9.99, 10].map((one) => holdsFor(claim("higher"), one))).toEqual([false, true]);
    expect([-9.99, -10].map((one) => holdsFor(claim("lower"), one))).toEqual([false, true]);
    expect([9.99, -9.99, 10, -10].map((one) => holdsFor(claim("equivalent"), one))).toEqual([true, true, false, false]);
    expect([10, -9.99, -10].map((one) => contraryFor(claim("higher"), one))).toEqual([false, false, true]);
  });

  test("without one, no difference is neither higher nor lower", () => {
    expect(holdsFor({ direction: "higher", smallest: 0 }, 0)).toBe(false);
    expect(holdsFor({ direction: "equivalent", smallest: 0 }, 0)).toBe(true);
  });
});

describe("plans that are far off", () => {
  const missing = (design: string, low: number, high: number): PlanMade =>
    ({ design, amount: { asked: 1_000, miss: { mean: (low + high) / 2, low, high } } }) as PlanMade;

  test("miss by more than 8 % of the amount to either side, with the whole interval; the largest miss first", () => {
    const plans = [
      missing("over", 81, 90),
      missing("just within", -79, 79),
      missing("perhaps over", 79, 120),
      missing("under", -120, -81),
      missing("a little under", -79, -60),
    ];
    expect(farOff(plans).map(({ design }) => design)).toEqual(["under", "over"]);
  });
});
