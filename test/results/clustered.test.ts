import { describe, expect, test } from "vitest";
import { estimate } from "../../src/foundation/maths/summary.js";
import {
  bootstrap,
  clusteredMean,
  clusteredQuantiles,
  clusteredShare,
  worldNumbers,
} from "../../src/results/basis/clustered.js";

const values = (...list: number[]): Float64Array => Float64Array.from(list);

describe("means of values that come in worlds", () => {
  test("a ratio of total to count by the delta method", () => {
    // Mean 3 of 1, 3 and 5; 1.5 values a world. World 0: 3 + (4 − 2·3)/1.5; world 1: 3 + (5 − 3)/1.5.
    const clustered = { values: values(1, 3, 5), world: [0, 0, 1], worlds: 2 };
    expect([...worldNumbers(clustered)].map((one) => one.toFixed(6))).toEqual(["1.666667", "4.333333"]);
    const { mean, standardError } = clusteredMean(clustered);
    expect(mean).toBeCloseTo(3, 12);
    expect(standardError).toBeCloseTo(4 / 3, 12);
  });

  test("with as many values in every world they are plain means of worlds", () => {
    const clustered = { values: values(1, 3, 5, 9), world: [0, 0, 1, 1], worlds: 2 };
    expect([...worldNumbers(clustered)]).toEqual([2, 7]);
  });

  test("a world without a value counts as one that might have had some", () => {
    expect(worldNumbers({ values: values(4, 4), world: [0, 2], worlds: 3 })).toEqual(values(4, 4, 4));
  });
});

describe("shares of values that come in worlds", () => {
  test("Wilson's interval at the effective number of values", () => {
    // Shares 0, ½, ½, 1: variance 1/6, of the mean 1/24; ¼ ÷ 1/24 = 6 independent values. t(.975; 3) = 3.182446.
    // Weight 10.12796/6 = 1.687994; half width 3.182446·√(.25/6 + 1.687994/24)/2.687994 = .396223.
    const clustered = { values: values(0, 0, 0, 1, 1, 0, 1, 1), world: [0, 0, 1, 1, 2, 2, 3, 3], worlds: 4 };
    const share = clusteredShare(clustered, (one) => one === 1);
    expect(share.share).toBe(0.5);
    expect(share.low).toBeCloseTo(0.5 - 0.396223, 5);
    expect(share.high).toBeCloseTo(0.5 + 0.396223, 5);
  });

  test("where none passes there are as many values as worlds, and the interval is not empty", () => {
    // 10.12796/4 = 2.53199; the interval reaches 2.53199/3.53199.
    const share = clusteredShare({ values: values(1, 1, 1, 1), world: [0, 1, 2, 3], worlds: 4 }, (one) => one === 0);
    expect(share.share).toBe(0);
    expect(share.low).toBe(0);
    expect(share.high).toBeCloseTo(0.716873, 5);
  });

  test("managers of one world who always agree count once", () => {
    const once = { values: values(1, 0, 1, 1, 0), world: [0, 1, 2, 3, 4], worlds: 5 };
    const thrice = {
      values: values(1, 1, 1, 0, 0, 0, 1, 1, 1, 1, 1, 1, 0, 0, 0),
      world: [0, 0, 0, 1, 1, 1, 2, 2, 2, 3, 3, 3, 4, 4, 4],
      worlds: 5,
    };
    const isOne = (one: number): boolean => one === 1;
    expect(clusteredShare(thrice, isOne).low).toBeCloseTo(clusteredShare(once, isOne).low, 12);
  });

  test("one world says nothing", () => {
    const { low, high } = clusteredShare({ values: values(1, 0), world: [0, 0], worlds: 1 }, (one) => one === 1);
    expect([low, high]).toEqual([0, 1]);
  });
});

describe("the bootstrap over worlds", () => {
  const column = Float64Array.from({ length: 200 }, (_, w) => (37 * w) % 101);
  const meanOf = (weights: Float64Array): number =>
    column.reduce((sum, one, w) => sum + weights[w] * one, 0) / weights.reduce((a, b) => a + b, 0);

  test("gives the interval of a mean that Student's t gives", () => {
    const [{ low, high }] = bootstrap(200, 1, (weights) => [meanOf(weights)]);
    const known = estimate(column);
    // 1,000 draws know a 2.5 % point to about 5 % of the half width; a tenth is two such errors.
    expect((high - low) / (known.high - known.low)).toBeGreaterThan(0.9);
    expect((high - low) / (known.high - known.low)).toBeLessThan(1.1);
    expect(Math.abs((high + low) / 2 - known.mean)).toBeLessThan(0.1 * (known.high - known.low));
  });

  test("gives the same bits again, other bits for another seed, and nothing for one world", () => {
    const of = (seed: number) => bootstrap(200, seed, (weights) => [meanOf(weights)])[0];
    expect(of(1)).toEqual(of(1));
    expect(of(1).low).not.toBe(of(2).low);
    expect(bootstrap(1, 1, () => [3])).toEqual([{ low: -Infinity, high: Infinity }]);
  });

  test("quantiles are of all values, their intervals of worlds", () => {
    const clustered = { values: column, world: [...column.keys()].map((w) => Math.floor(w / 2)), worlds: 100 };
    const [p50, p90] = clusteredQuantiles(clustered, [0.5, 0.9], 1);
    const sorted = [...column].sort((a, b) => a - b);
    expect(p50.value).toBe((sorted[99] + sorted[100]) / 2);
    expect(p90.value).toBeCloseTo(sorted[179] + 0.1 * (sorted[180] - sorted[179]), 12);
    expect(p50.low).toBeLessThan(p50.value);
    expect(p50.high).toBeGreaterThan(p50.value);
    expect(sorted).toContain(p50.low);
  });
});
