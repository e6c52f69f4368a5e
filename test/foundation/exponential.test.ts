import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { exp, ln, lnOfOnePlus, power, wholePower } from "../../src/foundation/maths/exponential.js";

/** Two units in the last place: the engines' own functions are themselves off by up to one. */
const close = 2 * 2 ** -52;

describe("exponential and logarithm", () => {
  it("are those of Math within two units in the last place, over the whole range of normal results", () => {
    fc.assert(
      fc.property(fc.double({ min: -707, max: 707, noNaN: true }), (x) => {
        expect(Math.abs(exp(x) / Math.exp(x) - 1)).toBeLessThanOrEqual(close);
      }),
      { numRuns: 3_000 },
    );
    fc.assert(
      fc.property(fc.double({ min: 1e-300, max: 1e300, noNaN: true }), (x) => {
        expect(Math.abs(ln(x) - Math.log(x))).toBeLessThanOrEqual(close * Math.abs(Math.log(x)));
      }),
      { numRuns: 3_000 },
    );
  });

  it("keep their relative precision next to 1, on both sides", () => {
    fc.assert(
      fc.property(fc.double({ min: -0.02, max: 0.02, noNaN: true }), (d) => {
        const x = 1 + d;
        fc.pre(x !== 1);
        expect(Math.abs(ln(x) / Math.log(x) - 1)).toBeLessThanOrEqual(2 * close);
      }),
      { numRuns: 3_000 },
    );
  });

  it("give exact results where they are exact", () => {
    expect([exp(0), ln(1), power(1, 0.3), wholePower(3, 5), wholePower(7, 0)]).toEqual([1, 0, 1, 243, 1]);
  });

  it("answer at and beyond the ends as Math does", () => {
    const ends = [-Infinity, -800, -746, 710, 800, Infinity, Number.NaN];
    expect(ends.map(exp)).toEqual(ends.map(Math.exp));
    for (const x of [-740, -720, 708.5, 709.7]) expect(exp(x) / Math.exp(x)).toBeCloseTo(1, 2);
    const numbers = [0, -0, -1, -Infinity, Infinity, Number.NaN];
    expect(numbers.map(ln)).toEqual(numbers.map(Math.log));
    for (const x of [5e-324, 1e-310, 1e308]) expect(ln(x) / Math.log(x)).toBeCloseTo(1, 14);
  });

  it("rise wherever their argument does, across the steps of the tables", () => {
    for (let x = -3; x < 3; x += 0.0007) expect(exp(x + 0.0007)).toBeGreaterThan(exp(x));
    for (let x = 0.3; x < 3; x += 0.0007) expect(ln(x + 0.0007)).toBeGreaterThan(ln(x));
  });
});

describe("the logarithm of one and a little more", () => {
  it("keeps its relative precision however little it is", () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-300, max: 10, noNaN: true }), (x) => {
        expect(Math.abs(lnOfOnePlus(x) / Math.log1p(x) - 1)).toBeLessThanOrEqual(3 * close);
      }),
    );
  });
});

describe("whole powers", () => {
  it("are products", () => {
    fc.assert(
      fc.property(fc.double({ min: 0.5, max: 1.5, noNaN: true }), fc.integer({ min: 0, max: 240 }), (x, n) => {
        let product = 1;
        for (let k = 0; k < n; k++) product *= x;
        expect(Math.abs(wholePower(x, n) / product - 1)).toBeLessThan((n + 1) * 2 ** -52);
      }),
    );
  });
});
