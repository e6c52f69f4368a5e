import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { radialDesign, totalOrder, varianceShares } from "../../src/results/statistics/total-order.js";

const plain = (u: number): number => u;
const centred = (u: number): number => u - 0.5;

/** Ishigami and Homma (1990), a = 7, b = .1. */
const ishigami = ([x, y, z]: readonly number[]): number =>
  Math.sin(x) + 7 * Math.sin(y) ** 2 + 0.1 * z ** 4 * Math.sin(x);
const circle = (u: number): number => Math.PI * (2 * u - 1);

describe("shares of variance", () => {
  test("of the Ishigami function are the known ones within 4 standard errors (false alarm 1 in 16,000 each)", () => {
    const known = [
      [0.313905, 0.557589],
      [0.442411, 0.442411],
      [0, 0.243684],
    ];
    const shares = totalOrder(ishigami, [circle, circle, circle], { bases: 8000, seed: 3 });
    for (const [k, { first, total }] of shares.entries()) {
      expect(Math.abs(first.value - known[k][0])).toBeLessThan(4 * first.standardError);
      expect(Math.abs(total.value - known[k][1])).toBeLessThan(4 * total.standardError);
      expect(first.standardError).toBeLessThan(0.03);
    }
  });

  test("hand-worked: the product of two centred inputs has nothing first and everything in total", () => {
    const shares = totalOrder(([x, y]) => x * y, [centred, centred], { bases: 20_000 });
    for (const { first, total } of shares) {
      expect(Math.abs(first.value)).toBeLessThan(4 * first.standardError);
      expect(Math.abs(total.value - 1)).toBeLessThan(4 * total.standardError);
    }
  });

  test("hand-worked: one input, the points at 1 and −1, the mixed one at 0 in five bases of 20 and at 1 in the others", () => {
    const design = radialDesign([plain], { bases: 20 });
    const outputs = design.points.map((_, at) => [1, -1, at < 15 ? 0 : 1][at % 3]);
    const [{ first, total }] = varianceShares(design, outputs);
    // Variance 1. First: (−1)(0 − 1) = 1 in a quarter of bases. Total: (1 − 0)²/2 = ½ in a quarter.
    expect(first.value).toBeCloseTo(0.25, 12);
    expect(total.value).toBeCloseTo(0.125, 12);
    expect(first.standardError).toBeCloseTo(Math.sqrt((0.25 * 0.75) / 19), 12);
    expect(total.standardError).toBeCloseTo(first.standardError / 2, 12);
  });

  test("standard errors are what repetition shows: RMS of 60 standardised misses is 1 within 4 of its own errors", () => {
    const misses = Array.from({ length: 60 }, (_, k) => {
      const [{ total }] = totalOrder(ishigami, [circle, circle, circle], { bases: 1000, seed: 100 + k });
      return (total.value - 0.557589) / total.standardError;
    });
    const rms = Math.sqrt(misses.reduce((sum, one) => sum + one * one, 0) / misses.length);
    expect(Math.abs(rms - 1)).toBeLessThan(4 / Math.sqrt(2 * misses.length));
  });

  test("the same seed gives the same bits, another seed others", () => {
    const of = (seed: number) => totalOrder(ishigami, [circle, circle, circle], { bases: 50, seed })[0].total.value;
    expect(of(1)).toBe(of(1));
    expect(of(1)).not.toBe(of(2));
  });
});

const weights = fc.array(fc.double({ min: -3, max: 3, noNaN: true }), { minLength: 1, maxLength: 4 });

describe("laws of shares", () => {
  test("of a sum, first and total are one, and the share each weight has of the variance", () => {
    fc.assert(
      fc.property(weights, fc.integer({ min: 1, max: 1e6 }), (given, seed) => {
        const used = given.map((one) => one + Math.sign(one || 1) * 0.1);
        const of = (inputs: readonly number[]) => inputs.reduce((sum, one, k) => sum + used[k] * one, 0);
        const shares = totalOrder(
          of,
          used.map(() => plain),
          { bases: 400, seed },
        );
        const whole = used.reduce((sum, one) => sum + one * one, 0);
        for (const [k, { first, total }] of shares.entries()) {
          const share = used[k] ** 2 / whole;
          // 5 standard errors, since up to 200 shares are drawn: false alarm 1 in 8,000; the error itself is estimated.
          expect(Math.abs(total.value - share)).toBeLessThan(5 * total.standardError + 1e-9);
          expect(Math.abs(first.value - share)).toBeLessThan(5 * first.standardError + 1e-9);
        }
      }),
      { numRuns: 25, seed: 7 },
    );
  });

  test("the total is never below the first, within error, whatever is multiplied and added", () => {
    fc.assert(
      fc.property(weights, fc.double({ min: -2, max: 2, noNaN: true }), (given, joint) => {
        const of = (inputs: readonly number[]) =>
          inputs.reduce((sum, one, k) => sum + given[k] * one, 0) +
          joint * inputs.reduce((product, one) => product * one, 1);
        for (const { first, total } of totalOrder(
          of,
          given.map(() => plain),
          { bases: 300 },
        )) {
          const error = Math.hypot(first.standardError, total.standardError);
          expect(total.value).toBeGreaterThanOrEqual(first.value - 5 * error - 1e-9);
        }
      }),
      { numRuns: 25, seed: 7 },
    );
  });

  test("an input that is not used has no share in total, exactly, and a constant has none to give", () => {
    const [, idle] = totalOrder(([x]) => x * x, [plain, plain], { bases: 30 });
    expect(idle.total.value).toBe(0);
    expect(totalOrder(() => 3, [plain], { bases: 30 })).toEqual([
      { first: { value: 0, standardError: 0 }, total: { value: 0, standardError: 0 } },
    ]);
  });
});

describe("a radial design", () => {
  test("mixes one input of the other point into the first", () => {
    const { points, inputs, bases } = radialDesign([plain, (u) => 10 * u], { bases: 20 });
    expect([points.length, inputs, bases]).toEqual([80, 2, 20]);
    const [one, other, first, second] = points;
    expect(first).toEqual([other[0], one[1]]);
    expect(second).toEqual([one[0], other[1]]);
    expect(Math.max(...points.map((point) => point[1]))).toBeGreaterThan(1);
  });

  test("is refused without inputs, with too few bases, and with outputs that do not fit", () => {
    expect(() => radialDesign([])).toThrow("radialDesign: no inputs; give one sampler an input");
    expect(() => radialDesign([plain], { bases: 19.5 })).toThrow("expected a whole number of bases from 20, got 19.5");
    const design = radialDesign([plain], { bases: 20 });
    expect(() => varianceShares(design, [1, 2])).toThrow("expected 60 outputs, got 2");
    expect(() => totalOrder(() => Number.NaN, [plain])).toThrow("output 1 is NaN; give a number for every point");
  });
});
