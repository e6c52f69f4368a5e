import fc from "fast-check";
import { errorFunction } from "simple-statistics";
import { describe, expect, test } from "vitest";
import { power } from "../../src/foundation/maths/exponential.js";
import {
  cdfTable,
  densityTable,
  fastCdf,
  fastDensity,
  normalCdf,
  normalDensity,
  normalPair,
  normalQuantile,
} from "../../src/foundation/maths/special.js";

const anyZ = fc.double({ min: -9.5, max: 9.5, noNaN: true });

function expectClose(actual: number, expected: number, relative: number): void {
  expect(Math.abs(actual - expected)).toBeLessThanOrEqual(relative * Math.abs(expected));
}

describe("the exact normal distribution", () => {
  // Computed with mpmath at 40 digits.
  test.each([
    [-37.5, 4.605353009581955e-308],
    [-8, 6.220960574271784e-16],
    [-5.7, 5.990371401063528e-9],
    [-3, 0.0013498980316300946],
    [-1, 0.15865525393145705],
    [-0.5, 0.3085375387259869],
    [0, 0.5],
    [0.25, 0.5987063256829237],
    [1.959963984540054, 0.975],
    [4, 0.9999683287581669],
  ])("the distribution at %f agrees with 40-digit arithmetic", (z, expected) => {
    expectClose(normalCdf(z), expected, 2e-15);
  });

  test.each([
    [1e-300, -37.0470962993612],
    [1e-10, -6.361340902404057],
    [0.025, -1.9599639845400543],
    [0.2, -0.8416212335729142],
    [0.6, 0.2533471031357997],
    [0.925, 1.4395314709384561],
    [0.999, 3.090232306167813],
  ])("the quantile of %f agrees with 40-digit arithmetic", (p, expected) => {
    expectClose(normalQuantile(p), expected, 2e-15);
  });

  test("density: 1/√(2π) in the middle, half of it at √(2 ln 2)", () => {
    expectClose(normalDensity(0), 0.3989422804014327, 1e-15);
    expectClose(normalDensity(Math.sqrt(2 * Math.LN2)), 0.19947114020071635, 1e-15);
    expectClose(normalDensity(-20), 5.520948362159764e-88, 2e-15);
    expect(normalDensity(40)).toBe(0);
  });

  test("the error function of simple-statistics says the same to its 7 digits", () => {
    for (let z = -4; z <= 4; z += 0.37) {
      expect(Math.abs(normalCdf(z) - 0.5 * (1 + errorFunction(z / Math.SQRT2)))).toBeLessThan(2e-7);
    }
  });

  test("quantile and distribution undo one another", () => {
    fc.assert(
      fc.property(fc.double({ min: -36, max: 6, noNaN: true }), (z) => {
        // The distribution is flat above 0: there its rounding (1.1e-16) moves the quantile by rounding / density.
        const slack = 1e-13 * Math.max(1, Math.abs(z)) + (z > 0 ? 2.3e-16 / normalDensity(z) : 0);
        expect(Math.abs(normalQuantile(normalCdf(z)) - z)).toBeLessThanOrEqual(slack);
      }),
    );
  });

  test("the two tails mirror one another", () => {
    fc.assert(
      fc.property(anyZ, (z) => {
        expect(normalDensity(-z)).toBe(normalDensity(z));
        expect(Math.abs(normalCdf(z) + normalCdf(-z) - 1)).toBeLessThanOrEqual(2.3e-16);
      }),
    );
  });
});

describe("the fast normal distribution", () => {
  test("agrees with the exact one within 1e-13", () => {
    let cdfError = 0;
    let densityError = 0;
    for (let z = -9; z < 9; z += 0.0001234) {
      cdfError = Math.max(cdfError, Math.abs(fastCdf(z) - normalCdf(z)));
      densityError = Math.max(densityError, Math.abs(fastDensity(z) - normalDensity(z)));
    }
    expect(cdfError).toBeLessThan(1e-13);
    expect(densityError).toBeLessThan(1e-13);
    fc.assert(
      fc.property(anyZ, (z) => {
        expect(Math.abs(fastCdf(z) - normalCdf(z))).toBeLessThan(1e-13);
        expect(Math.abs(fastDensity(z) - normalDensity(z))).toBeLessThan(1e-13);
      }),
    );
  });

  test("is exact at the knots, and 0 or 1 from 8.5 on", () => {
    expect(cdfTable.length).toBe(273);
    for (let k = 1; k < 272; k++) {
      const z = (k - 136) / 16;
      expect(fastCdf(z)).toBe(cdfTable[k]);
      expect(fastDensity(z)).toBe(densityTable[k]);
      expect(cdfTable[k]).toBe(normalCdf(z));
    }
    expect([fastCdf(-8.5), fastCdf(8.5), fastDensity(-8.5), fastDensity(8.5)]).toEqual([0, 1, 0, 0]);
    expect([fastCdf(-Infinity), fastCdf(Infinity), fastDensity(1e300)]).toEqual([0, 1, 0]);
  });

  test("the pair is the two functions, bit for bit", () => {
    const pair = new Float64Array(2);
    fc.assert(
      fc.property(anyZ, (z) => {
        normalPair(z, pair);
        expect([...pair]).toEqual([fastCdf(z), fastDensity(z)]);
      }),
    );
  });
});

describe("power", () => {
  test("2^½ is √2, 8^⅔ is 4, anything to 0 is 1", () => {
    expectClose(power(2, 0.5), Math.SQRT2, 4e-16);
    expectClose(power(8, 2 / 3), 4, 1e-15);
    expect(power(7, 0)).toBe(1);
  });

  test("powers add", () => {
    const exponent = fc.double({ min: -3, max: 3, noNaN: true });
    fc.assert(
      fc.property(fc.double({ min: 0.01, max: 100, noNaN: true }), exponent, exponent, (x, p, q) => {
        expectClose(power(x, p) * power(x, q), power(x, p + q), 2e-14);
      }),
    );
  });
});
