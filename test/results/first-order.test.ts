import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fillUniforms } from "../../src/foundation/maths/random.js";
import { binsByRank, chanceIndex, firstOrder } from "../../src/results/statistics/first-order.js";
import { crossing, isotonic } from "../../src/results/statistics/isotonic.js";

function uniforms(lane: number, count: number): Float64Array {
  const out = new Float64Array(count);
  fillUniforms(out, 0, 1, count, 11, 0, 0, lane, 0);
  return out;
}

/** Ishigami and Homma (1990), a = 7, b = .1, on inputs uniform over ± π. */
function ishigami(count: number): { inputs: Float64Array[]; output: Float64Array } {
  const inputs = [0, 1, 2].map((lane) => uniforms(lane, count).map((u) => Math.PI * (2 * u - 1)));
  const [x, y, z] = inputs;
  return {
    inputs,
    output: x.map((one, w) => Math.sin(one) + 7 * Math.sin(y[w]) ** 2 + 0.1 * z[w] ** 4 * Math.sin(one)),
  };
}

describe("the first-order index", () => {
  test("of the Ishigami function is .313905, .442411 and 0, within 4 of its own standard errors and 2 % for coarse bins", () => {
    const { inputs, output } = ishigami(8192);
    for (const [k, known] of [0.313905, 0.442411, 0].entries()) {
      const { value, standardError } = firstOrder(inputs[k], output);
      expect(standardError).toBeLessThan(0.02);
      expect(Math.abs(value - known)).toBeLessThan(4 * standardError + 0.02 * known);
    }
  });

  test("is not lifted by few rows: the mean of 40 small samples of an idle input is 0 within 4 standard errors", () => {
    const values = Array.from({ length: 40 }, (_, k) => firstOrder(uniforms(2 * k, 60), uniforms(2 * k + 1, 60)).value);
    const mean = values.reduce((a, b) => a + b) / values.length;
    const spread = Math.sqrt(values.reduce((a, b) => a + (b - mean) ** 2, 0) / 39 / 40);
    expect(Math.abs(mean)).toBeLessThan(4 * spread);
  });

  test("of a constant output is 0, of fewer than 50 rows is refused", () => {
    expect(firstOrder(uniforms(1, 80), new Float64Array(80).fill(3)).value).toBe(0);
    expect(() => firstOrder(uniforms(1, 49), uniforms(2, 49))).toThrow("at least 50");
  });

  test("does not change when the output is scaled and moved", () => {
    const { inputs, output } = ishigami(500);
    const moved = output.map((value) => 1000 * value + 1e6);
    expect(firstOrder(inputs[0], moved).value).toBeCloseTo(firstOrder(inputs[0], output).value, 8);
  });
});

test("chance lies below what works and above what does not", () => {
  const { inputs, output } = ishigami(2000);
  const floor = chanceIndex(inputs, output);
  expect(firstOrder(inputs[0], output).value).toBeGreaterThan(floor);
  expect(firstOrder(inputs[1], output).value).toBeGreaterThan(floor);
  expect(firstOrder(inputs[2], output).value).toBeLessThan(floor);
});

test("chance is passed by idle inputs in about one sample of 20: in 80 samples at most 12 (chance of more under .1 %)", () => {
  let passed = 0;
  for (let k = 0; k < 80; k++) {
    const inputs = [0, 1, 2, 3].map((j) => uniforms(1000 + 5 * k + j, 100));
    const output = uniforms(1004 + 5 * k, 100);
    const floor = chanceIndex(inputs, output);
    if (inputs.some((one) => firstOrder(one, output).value > floor)) passed++;
  }
  expect(passed).toBeGreaterThan(0);
  expect(passed).toBeLessThanOrEqual(12);
});

test("bins hold equal counts in order of value", () => {
  expect([...binsByRank([5, 1, 4, 2, 3, 0], 3)]).toEqual([2, 0, 2, 1, 1, 0]);
});

describe("a monotone fit", () => {
  test("hand-worked: 1, 3, 2, 4 becomes 1, 2.5, 2.5, 4; falling it is pooled whole", () => {
    expect(isotonic([1, 3, 2, 4], "rising")).toEqual([1, 2.5, 2.5, 4]);
    expect(isotonic([1, 3, 2, 4], "falling")).toEqual([2.5, 2.5, 2.5, 2.5]);
  });

  test("is monotone and keeps the total", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -99, max: 99 }), { minLength: 1, maxLength: 9 }), (values) => {
        const fit = isotonic(values, "rising");
        for (let k = 1; k < fit.length; k++) expect(fit[k]).toBeGreaterThanOrEqual(fit[k - 1]);
        const total = (list: readonly number[]) => list.reduce((a, b) => a + b, 0);
        expect(total(fit)).toBeCloseTo(total(values), 9);
      }),
    );
  });

  test("hand-worked: it passes zero between its points, or nowhere", () => {
    expect(crossing([0, 10, 20], [-1, 1, 5])).toBe(5);
    expect(crossing([0, 10, 20], [3, 1, -1])).toBe(15);
    expect(crossing([0, 10, 20], [-1, 0, 1])).toBe(10);
    expect(crossing([0, 10], [1, 5])).toBeUndefined();
    expect(crossing([0, 10], [0, 5])).toBeUndefined();
    expect(crossing([0, 10], [-5, 0])).toBeUndefined();
  });
});
