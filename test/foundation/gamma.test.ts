import { describe, expect, test } from "vitest";
import { betaCdf, betaQuantile, gammaCdf, gammaQuantile, lnGamma } from "../../src/foundation/maths/gamma.js";

/** Relative: what the series promise. */
const close = (got: number, expected: number): void => expect(Math.abs(got / expected - 1)).toBeLessThan(1e-11);

describe("gamma and beta", () => {
  test("ln Γ of whole and half numbers", () => {
    close(lnGamma(5), Math.log(24));
    close(lnGamma(0.5), 0.5 * Math.log(Math.PI));
    close(lnGamma(30), 71.25703896716801);
  });

  test("shape 1 is the exponential, so quantiles are logarithms", () => {
    for (const p of [0.05, 0.5, 0.95]) close(gammaQuantile(p, 1), -Math.log(1 - p));
  });

  test("χ² quantiles of tables", () => {
    // twice the gamma quantile of half the degrees: 3.841459 (1 degree), 18.307038 (10 degrees), 95 %
    expect(2 * gammaQuantile(0.95, 0.5)).toBeCloseTo(3.841458820694124, 9);
    expect(2 * gammaQuantile(0.95, 5)).toBeCloseTo(18.307038053275146, 9);
  });

  test("a beta of whole numbers is a binomial sum", () => {
    // P(Beta(3, 2) ≤ x) = P(at least 3 of 4 fall below x) = 4x³(1 − x) + x⁴
    for (const x of [0.1, 0.5, 0.9]) close(betaCdf(x, 3, 2), 4 * x * x * x * (1 - x) + x * x * x * x);
    close(betaQuantile(0.05, 1, 10), 1 - Math.exp(Math.log(0.95) / 10));
  });

  test("quantiles undo distributions, in the tails too", () => {
    for (const p of [1e-6, 0.05, 0.5, 0.95, 1 - 1e-6]) {
      close(gammaCdf(gammaQuantile(p, 7.5), 7.5), p);
      close(betaCdf(betaQuantile(p, 42.5, 318.5), 42.5, 318.5), p);
    }
  });
});
