import { describe, expect, test } from "vitest";
import { verdict } from "../../src/results/statistics/verdict.js";

const of = (low: number, high: number, better: number, smallest = 10, certain = 0.2) =>
  verdict(
    {
      difference: { mean: (low + high) / 2, low, high, standardError: 1, count: 100 },
      better: { share: better, low: better - certain },
      worse: { share: 1 - better, low: 1 - better - certain },
    },
    smallest,
  );

describe("verdicts at their boundaries", () => {
  test("clearly needs the interval at the smallest difference and three draws in four, certainly more than half", () => {
    expect(of(10, 30, 0.75)).toBe("clearly better");
    expect(of(9.99, 30, 0.75)).toBe("probably better");
    expect(of(10, 30, 0.7499)).toBe("probably better");
    expect(of(10, 30, 0.75, 10, 0.25)).toBe("probably better");
    expect(of(10, 30, 0.99, 10, 0.49)).toBe("probably better");
  });

  test("probably needs the mean at the smallest difference, the interval above zero and most draws", () => {
    expect(of(0.01, 19.99, 0.51)).toBe("probably better");
    expect(of(0, 20, 0.9)).toBe("too close to call");
    expect(of(0.01, 19.97, 0.51)).toBe("too close to call");
    expect(of(0.01, 19.99, 0.5)).toBe("too close to call");
  });

  test("practically equal lies strictly within the smallest difference, whatever the draws say", () => {
    expect(of(-9.99, 9.99, 0.9)).toBe("practically equal");
    expect(of(1, 9.99, 0.9)).toBe("practically equal");
    expect(of(-10, 9.99, 0.9)).toBe("too close to call");
    expect(of(0, 0, 0, 0)).toBe("practically equal");
  });

  test("worse mirrors better", () => {
    expect(of(-30, -10, 0.25)).toBe("clearly worse");
    expect(of(-30, -9.99, 0.25)).toBe("probably worse");
  });

  test("one world says nothing", () => {
    expect(of(Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY, 1)).toBe("too close to call");
  });

  test("without a smallest difference only zero divides", () => {
    expect(of(0.01, 5, 0.8, 0)).toBe("clearly better");
    expect(of(-0.01, 5, 0.8, 0)).toBe("too close to call");
  });
});
