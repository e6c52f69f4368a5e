import { describe, expect, test } from "vitest";
import { quantileOf } from "../../src/results/basis/between-worlds.js";

/** Worlds worth 1 to 8 in four blocks of two: (1, 5), (2, 6), (3, 7), (4, 8). */
const worlds = Float64Array.of(1, 5, 2, 6, 3, 7, 4, 8);

/**
 * Hand-worked with t(.975, 3) = 3.182446. P50 is 4.5 with half of every block below it, so that the share does not vary: an effective 8 worlds,
 * w = t²/8 = 1.265995, .5 ± t·√(.25/8 + w/32)/(1 + w) = .5 ± .373730. P90 is 7.3 with 7 of 8 below it: variance .0625/4 between blocks, an
 * effective 7 worlds, w = 1.446852, .653258 ± .337408. The quantiles at those shares are 1 + 7·share; P10 mirrors P90.
 */
const byHand = [
  [0.1, 1.7, 1.065338, 5.78905],
  [0.5, 4.5, 1.88389, 7.11611],
  [0.9, 7.3, 3.21095, 7.934662],
] as const;

describe("a quantile over worlds that are drawn in blocks", () => {
  test.each(byHand)(
    "has the values at the ends of its share's interval: P %s is %s, %s to %s",
    (p, value, low, high) => {
      const found = quantileOf(worlds, p, 2);
      expect(found.value).toBeCloseTo(value, 12);
      expect(found.low).toBeCloseTo(low, 4);
      expect(found.high).toBeCloseTo(high, 4);
    },
  );

  test("the error of a plan widens both ends in quadrature: 4.5 ∓ √(2.61611² + 1.959964²)", () => {
    const found = quantileOf(worlds, 0.5, 2, 1);
    expect(found.value).toBeCloseTo(4.5, 12);
    expect(found.low).toBeCloseTo(1.231134, 4);
    expect(found.high).toBeCloseTo(7.768866, 4);
  });
});
