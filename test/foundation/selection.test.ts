import { describe, expect, test } from "vitest";
import { fillNormals } from "../../src/foundation/maths/random.js";
import { selectionLead } from "../../src/foundation/maths/selection.js";
import { normalQuantile } from "../../src/foundation/maths/special.js";

describe("the lead that names the best", () => {
  test.each([
    [2, 2.3262],
    [3, 2.7101],
    [6, 3.1591],
    [9, 3.3679],
  ])("of %d designs in 95 % of trials is %d standard errors (Bechhofer 1954)", (designs, lead) => {
    expect(Math.abs(selectionLead(designs, 0.95) - lead)).toBeLessThan(5.1e-5);
  });

  test("of two is √2 normal quantiles, at any chance", () => {
    for (const chance of [0.51, 0.75, 0.9, 0.99, 0.9999])
      expect(selectionLead(2, chance)).toBeCloseTo(Math.SQRT2 * normalQuantile(chance), 10);
  });

  test("rises with designs and with the chance, and is tiny for hardly more than guessing", () => {
    const leads = [2, 3, 5, 9, 20, 100].map((designs) => selectionLead(designs, 0.95));
    expect([...leads].sort((a, b) => a - b)).toEqual(leads);
    expect(selectionLead(4, 0.99)).toBeGreaterThan(selectionLead(4, 0.95));
    expect(selectionLead(4, 0.250001)).toBeLessThan(1e-5);
  });

  test("is what trials show: the best of six, that far ahead, is on top in 95 % of 20,000, within 4 standard errors", () => {
    const [designs, trials] = [6, 20_000];
    const means = Array.from({ length: designs }, (_, lane) => {
      const out = new Float64Array(trials);
      fillNormals(out, 0, 1, trials, 9, 0, 0, lane, 0);
      return out;
    });
    const lead = selectionLead(designs, 0.95);
    let named = 0;
    for (let k = 0; k < trials; k++) if (means.slice(1).every((one) => one[k] < means[0][k] + lead)) named++;
    expect(Math.abs(named / trials - 0.95)).toBeLessThan(4 * Math.sqrt((0.95 * 0.05) / trials));
  });

  test("is refused for one design and for chances that guessing reaches or nothing does", () => {
    expect(() => selectionLead(1, 0.95)).toThrow("selectionLead: expected a whole number of designs from 2, got 1");
    expect(() => selectionLead(4, 0.25)).toThrow("expected a chance between 1/4 and 1, got 0.25; write 0.95");
    expect(() => selectionLead(4, 1)).toThrow("got 1;");
  });
});
