import fc from "fast-check";
import * as oracle from "simple-statistics";
import { describe, expect, test } from "vitest";
import { fillNormals } from "../../src/foundation/maths/random.js";
import {
  correlation,
  estimate,
  gini,
  pairedDifference,
  quantileInterval95,
  quantileSorted,
  quantiles,
  shareWhere,
  studentQuantile,
  sum,
  variance,
} from "../../src/foundation/maths/summary.js";

const column = fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 2, maxLength: 40 });

function expectClose(actual: number, expected: number, relative: number, scale = Math.abs(expected)): void {
  expect(Math.abs(actual - expected)).toBeLessThanOrEqual(relative * scale);
}

function normals(count: number, lane: number): Float64Array {
  const out = new Float64Array(count);
  fillNormals(out, 0, 1, count, 12, 0, 0, lane, 0);
  return out;
}

describe("sum", () => {
  test("keeps what plain addition loses", () => {
    expect(sum([1, 1e100, 1, -1e100])).toBe(2);
    expect(sum(new Array(10).fill(0.1))).toBe(1);
    expect(sum([])).toBe(0);
  });

  test("is the sum of simple-statistics", () => {
    fc.assert(fc.property(column, (values) => expectClose(sum(values), oracle.sum(values), 1e-15, 1e8)));
  });
});

describe("variance and correlation", () => {
  test("hand-worked: 1, 2, 3, 4 have variance 5/3", () => {
    expectClose(variance([1, 2, 3, 4]), 5 / 3, 1e-15);
    expectClose(variance([1e9 + 1, 1e9 + 2, 1e9 + 3, 1e9 + 4]), 5 / 3, 1e-15);
    expect(variance([0.1, 0.1, 0.1])).toBe(0);
  });

  test("hand-worked: products of deviations 14.75 over the root of 8.75 × 28.75", () => {
    expectClose(correlation([1, 2, 3, 5], [2, 1, 4, 8]), 14.75 / Math.sqrt(8.75 * 28.75), 1e-15);
    expectClose(correlation([1, 2, 3], [30, 20, 10]), -1, 1e-15);
    expect(correlation([1, 2, 3], [0.1, 0.1, 0.1])).toBe(0);
  });

  test("are those of simple-statistics", () => {
    fc.assert(
      fc.property(column, (values) => {
        expectClose(variance(values), oracle.sampleVariance(values), 1e-9, oracle.sampleVariance(values) + 1e-9);
        const other = values.map((value, i) => Math.sin(value) + i);
        if (variance(values) > 1e-3) {
          expectClose(correlation(values, other), oracle.sampleCorrelation(values, other), 1e-9, 1);
        }
      }),
    );
  });
});

describe("estimate", () => {
  test("hand-worked: 1, 2, 3, 4 give 2.5 ± 3.182 × 0.645", () => {
    const found = estimate([1, 2, 3, 4]);
    expect(found.mean).toBe(2.5);
    expect(found.count).toBe(4);
    expectClose(found.standardError, Math.sqrt(5 / 12), 1e-15);
    expectClose(found.high - found.mean, 3.182446305284263 * Math.sqrt(5 / 12), 1e-12);
    expectClose(found.mean - found.low, found.high - found.mean, 1e-14);
  });

  test("one value says nothing about its error, none is refused", () => {
    expect(estimate([7])).toEqual({ mean: 7, standardError: Infinity, low: -Infinity, high: Infinity, count: 1 });
    expect(() => estimate([])).toThrow("estimate: expected at least 1 value, got 0; add values");
    expect(() => variance([1])).toThrow("variance: expected at least 2 values, got 1");
  });

  test("moves and stretches with the values", () => {
    fc.assert(
      fc.property(column, fc.double({ min: 0.5, max: 20, noNaN: true }), (values, factor) => {
        const before = estimate(values);
        const after = estimate(values.map((value) => 10 + factor * value));
        expectClose(after.mean, 10 + factor * before.mean, 1e-12, 2e7);
        expectClose(after.standardError, factor * before.standardError, 1e-12, 2e7);
      }),
    );
  });

  test("the interval covers the mean 95 times in a hundred, also with five values", () => {
    let covered = 0;
    for (let lane = 0; lane < 4000; lane++) {
      const { low, high } = estimate(normals(5, lane));
      if (low <= 0 && high >= 0) covered++;
    }
    // 4 standard errors of a share of 95 % in 4,000; the normal quantile in place of t would cover 88 %.
    expect(Math.abs(covered / 4000 - 0.95)).toBeLessThan(4 * Math.sqrt((0.95 * 0.05) / 4000));
  });

  test("a paired difference drops what both columns share", () => {
    const luck = normals(50, 1);
    const better = luck.map((z) => 1000 * z + 3);
    const found = pairedDifference(
      better,
      luck.map((z) => 1000 * z),
    );
    expectClose(found.mean, 3, 1e-12);
    expect(found.standardError).toBeLessThan(1e-12);
    expect(pairedDifference([5, 9, 1], [4, 6, 2])).toEqual(estimate([1, 3, -1]));
    expect(() => pairedDifference([1, 2], [1])).toThrow("columns of one length, got 2 and 1");
  });
});

describe("share", () => {
  const share = (passed: number, count: number) =>
    shareWhere(
      Array.from({ length: count }, (_, i) => i),
      (value) => value < passed,
    );

  // Limits from scipy.stats.binomtest(…).proportion_ci(method="wilson").
  test("3 of 10 and 0 of 20 have Wilson's limits", () => {
    const some = share(3, 10);
    expect(some.share).toBe(0.3);
    expectClose(some.low, 0.10779126740630102, 1e-13);
    expectClose(some.high, 0.6032218525388544, 1e-13);
    expectClose(some.standardError, (0.6032218525388546 - 0.10779126740630102) / 2 / 1.959963984540054, 1e-13);
    const none = share(0, 20);
    expect([none.share, none.low]).toEqual([0, 0]);
    expectClose(none.high, 0.16112515805281935, 1e-13);
    expect(none.standardError).toBeGreaterThan(0);
    expect(share(20, 20).high).toBe(1);
  });

  test("lies within its limits, and they within 0 and 1", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 300 }), fc.nat(300), (count, passed) => {
        const found = share(Math.min(passed, count), count);
        expect(0 <= found.low && found.low <= found.share && found.share <= found.high && found.high <= 1).toBe(true);
      }),
    );
  });
});

describe("quantiles", () => {
  // R: quantile(c(1, 2, 4, 8, 16), c(.1, .25, .5, .9, 1)) gives 1.4, 2, 4, 12.8, 16.
  test("hand-worked, type 7", () => {
    expect(quantiles([16, 2, 8, 1, 4], [0, 0.1, 0.25, 0.5, 0.9, 1])).toEqual([1, 1.4, 2, 4, 12.8, 16]);
    expect(quantileSorted([5], 0.3)).toBe(5);
    expect(quantiles([10, 9, -1], [0.5])).toEqual([9]);
  });

  test("leave the values as they are", () => {
    const values = [3, 1, 2];
    quantiles(values, [0.5]);
    expect(values).toEqual([3, 1, 2]);
  });

  test("rise with p and stay among the values", () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(column, share, share, (values, p, q) => {
        const [low, high] = quantiles(values, [Math.min(p, q), Math.max(p, q)]) as [number, number];
        expect(low).toBeLessThanOrEqual(high);
        expect(low).toBeGreaterThanOrEqual(Math.min(...values));
        expect(high).toBeLessThanOrEqual(Math.max(...values));
      }),
    );
  });

  // Ranks worked out with scipy.stats.binom: the largest l with P(B < l) ≤ 2.5 %, the smallest u with P(B ≥ u) ≤ 2.5 %.
  test.each([
    [6, 0.5, 1, 6],
    [10, 0.5, 2, 9],
    [100, 0.5, 40, 61],
    [100, 0.9, 84, 96],
    [1000, 0.95, 936, 964],
    [100_000, 0.5, 49_690, 50_311],
    [5, 0.5, -Infinity, Infinity],
    [20, 0.95, 17, Infinity],
  ])("of %i values the interval of quantile %f runs between ranks %f and %f", (count, p, low, high) => {
    const values = Array.from({ length: count }, (_, i) => count - i);
    expect(quantileInterval95(values, p)).toEqual({ low, high });
  });
});

describe("Student's t", () => {
  // Tables of R and scipy; all to the digits of scipy 1.17.
  test.each([
    [0.975, 1, 12.706204736174694],
    [0.975, 2, 4.302652729749462],
    [0.975, 10, 2.228138851986274],
    [0.975, 30, 2.0422724563012378],
    [0.975, 1000, 1.9623390808264078],
    [0.6, 3, 0.2766706623326898],
    [0.001, 7, -4.785289628638334],
    [1e-8, 2, -7071.067705799458],
  ])("quantile %f with %f degrees is %f", (p, degrees, expected) => {
    expectClose(studentQuantile(p, degrees), expected, 1e-11);
  });

  test("is tan(π(p − ½)) with one degree and (2p − 1)/√(2p(1 − p)) with two", () => {
    fc.assert(
      fc.property(fc.double({ min: 0.001, max: 0.999, noNaN: true }), (p) => {
        expectClose(
          studentQuantile(p, 1),
          Math.tan(Math.PI * (p - 0.5)),
          1e-12,
          Math.abs(studentQuantile(p, 1)) + 1e-4,
        );
        const two = (2 * p - 1) / Math.sqrt(2 * p * (1 - p));
        expectClose(studentQuantile(p, 2), two, 1e-12, Math.abs(two) + 1e-4);
      }),
    );
  });

  test("falls with the degrees towards the normal quantile, rises with p, is antisymmetric", () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.501, max: 0.9999, noNaN: true }),
        fc.integer({ min: 1, max: 5000 }),
        (p, degrees) => {
          const t = studentQuantile(p, degrees);
          expect(studentQuantile(p, degrees + 1)).toBeLessThan(t);
          expect(t).toBeGreaterThan(oracle.probit(p) * 0.9);
          expect(studentQuantile(p - 0.001, degrees)).toBeLessThan(t);
          expectClose(studentQuantile(1 - p, degrees), -t, 1e-12, 1);
        },
      ),
    );
    expectClose(studentQuantile(0.975, 1e6), 1.9599663568141066, 1e-11);
  });

  test("refuses what has no quantile", () => {
    expect(() => studentQuantile(1, 5)).toThrow("expected p between 0 and 1 as 0.975, got 1");
    expect(() => studentQuantile(0.9, 0)).toThrow("expected degrees above 0 as 12, got 0");
    expect(() => studentQuantile(1e-300, 1)).toThrow("beyond what 1 degrees reach");
  });
});

describe("the Gini coefficient", () => {
  test("hand-worked: equal 0, one of four has everything 3/4, 1 2 3 4 give 1/4", () => {
    expect(gini([5, 5, 5])).toBe(0);
    expect(gini([0, 8, 0, 0])).toBe(0.75);
    expect(gini([4, 2, 1, 3])).toBe(0.25);
    expect(gini([0, 0])).toBe(0);
  });

  test("is the mean absolute difference of pairs over twice the mean", () => {
    const incomes = fc.array(fc.double({ min: 0.1, max: 1e5, noNaN: true }), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(incomes, (values) => {
        let apart = 0;
        for (const a of values) for (const b of values) apart += Math.abs(a - b);
        expectClose(gini(values), apart / (2 * values.length * oracle.sum(values)), 1e-12, 1);
      }),
    );
  });
});
