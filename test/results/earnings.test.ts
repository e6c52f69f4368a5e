import { describe, expect, test } from "vitest";
import { earnings } from "../../src/results/people/earnings.js";
import { tinyObservations } from "./tiny-observations.js";

const numbers = (...values: number[]): Float64Array => Float64Array.from(values);

/** Two worlds of one manager over a year and a half; in world 1 somebody left in the first year. */
const seen = tinyObservations({
  months: 18,
  years: {
    world: Int32Array.of(0, 0, 1, 1),
    year: Int32Array.of(1, 2, 1, 2),
    length: Int32Array.of(12, 6, 12, 6),
    isWhole: Uint8Array.of(1, 1, 0, 1),
    pay: numbers(80_000, 45_000, 50_000, 40_000),
    variablePaid: numbers(8_000, 9_000, 1_000, 4_000),
  },
});

describe("earnings", () => {
  test("years are those one person worked throughout, short ones scaled to twelve months", () => {
    const found = earnings(seen, { design: "a" });
    expect([...found.total.values]).toEqual([80_000, 90_000, 80_000]);
    expect([...found.variable.values]).toEqual([8_000, 18_000, 8_000]);
    expect([...found.world]).toEqual([0, 0, 1]);
    expect(found.rows).toBe(3);
    expect(found.whole.share).toBe(0.75);
  });

  test("means, quantiles, the variable part and inequality are of these", () => {
    const { total, variable, variableShare, gini } = earnings(seen);
    expect(total.mean.mean).toBeCloseTo(250_000 / 3, 8);
    expect(total.p50.value).toBe(80_000);
    expect(total.p90.value).toBeCloseTo(88_000, 8);
    expect(variable.mean.mean).toBeCloseTo(34_000 / 3, 8);
    expect(variableShare).toBeCloseTo(34 / 250, 12);
    // Half the mean difference of all pairs over the mean: (4 pairs of 9 differ by 10 000) → 40 000/9 ÷ (2·250 000/3).
    expect(gini).toBeCloseTo(4 / 150, 12);
    // World 0 holds two of three values. Numbers by world: 83 333 + (170 000 − 166 667)/1.5 and 83 333 − 3 333/1.5.
    expect(total.mean.standardError).toBeCloseTo(20_000 / 9, 6);
  });

  test("where nobody stays a year there is nothing to show, and it says so", () => {
    const gone = tinyObservations({
      years: { world: Int32Array.of(0), length: Int32Array.of(12), isWhole: Uint8Array.of(0) },
    });
    expect(() => earnings(gone)).toThrow('nobody stays a whole year under "a"');
  });
});
