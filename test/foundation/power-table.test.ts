import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { powerTable, tabulatedPower } from "../../src/foundation/maths/power-table.js";

describe("tabulated powers", () => {
  const exponents = Float64Array.of(0.01, 0.4, 1, -0.6, 2.5);
  const table = powerTable(exponents);

  it("are exact within 3e-15 in the table, and beyond it as exact as logarithm and exponential are", () => {
    const inTable = fc.double({ min: 2 ** -5, max: 8, noNaN: true });
    const anywhere = fc.double({ min: 1e-9, max: 1e9, noNaN: true });
    fc.assert(
      fc.property(fc.nat(exponents.length - 1), fc.oneof(inTable, anywhere), (item, x) => {
        const exact = x ** exponents[item];
        expect(Math.abs(tabulatedPower(table, item, x, exponents[item]) / exact - 1)).toBeLessThan(
          x >= 2 ** -5 && x < 8 ? 3e-15 : 3e-14,
        );
      }),
      { numRuns: 2_000 },
    );
  });

  it("are 1 at 1 within the last bit", () => {
    for (const [item, p] of exponents.entries()) expect(tabulatedPower(table, item, 1, p)).toBeCloseTo(1, 15);
  });

  it("grow with the number, across the edges of the table's steps", () => {
    for (let x = 2 ** -5; x < 8; x *= 1.0009)
      expect(tabulatedPower(table, 1, x * 1.0009, 0.4)).toBeGreaterThan(tabulatedPower(table, 1, x, 0.4));
  });
});
