import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { breakingPoint } from "../../src/model/accounts/churn.js";
import { keepMonth } from "../../src/model/people/patience.js";
import { addedWork } from "../../src/model/people/returns.js";
import { partingPoint } from "../../src/model/people/staying.js";

const share = fc.double({ min: 1e-6, max: 1 - 1e-6, noNaN: true });
const slope = fc.double({ min: 0.1, max: 6, noNaN: true });
const rate = fc.double({ min: 0.01, max: 0.9, noNaN: true });
const index = fc.double({ min: 0.2, max: 2, noNaN: true });

describe("turning points are hazards turned round", () => {
  test("an account is lost exactly when the uniform is below min(.2, (h/12)·exp(−η(S − 1)))", () => {
    fc.assert(
      fc.property(share, rate, slope, index, (u, churn, churnSlope, satisfaction) => {
        const hazard = Math.min(0.2, (churn / 12) * Math.exp(-churnSlope * (satisfaction - 1)));
        fc.pre(Math.abs(hazard - u) > 1e-9);
        expect(satisfaction < breakingPoint(u, churn, churnSlope)).toBe(u < hazard);
      }),
    );
  });

  test("a manager leaves exactly when the uniform is below min(.3, (q/12)·exp(−ε(U/O − 1)))", () => {
    fc.assert(
      fc.property(share, rate, slope, index, (u, quits, quitSlope, ratio) => {
        const hazard = Math.min(0.3, (quits / 12) * Math.exp(-quitSlope * (ratio - 1)));
        fc.pre(Math.abs(hazard - u) > 1e-9);
        expect(ratio < partingPoint(u, quits, quitSlope)).toBe(u < hazard);
      }),
    );
  });

  test("at normal satisfaction 12 % a year is 1 % a month: the point is 1 where u is .01", () => {
    expect(breakingPoint(0.01, 0.12, 1.5)).toBeCloseTo(1, 14);
    expect(partingPoint(0.01, 0.12, 2.5)).toBeCloseTo(1, 14);
  });

  test("without a slope the hazard is all that counts; without a hazard nothing is lost", () => {
    expect(breakingPoint(0.005, 0.12, 0)).toBe(Number.POSITIVE_INFINITY);
    expect(breakingPoint(0.02, 0.12, 0)).toBe(Number.NEGATIVE_INFINITY);
    expect(breakingPoint(0.001, 0, 1)).toBe(Number.NEGATIVE_INFINITY);
    expect(partingPoint(0.005, 0.12, 0)).toBe(Number.POSITIVE_INFINITY);
    expect(partingPoint(0.001, 0, 1)).toBe(Number.NEGATIVE_INFINITY);
  });
});

describe("small formulas", () => {
  test("a year of delay at 9 % and 11.5 % leaving keeps .885/1.09 of the value", () => {
    expect(keepMonth(0.09, 0.115) ** 12).toBeCloseTo(0.885 / 1.09, 12);
  });

  test("work adds H(x) − 1 of its normal share: .2·(4^½ − 1)/½ = .4 at four times normal", () => {
    expect(addedWork(0.8, 0.2, 0.5)).toBeCloseTo(0.4, 14);
    expect(addedWork(0.3, 0.2, 1)).toBeCloseTo(0.1, 14);
    expect(addedWork(0.3, 0, 0.5)).toBe(0.3);
  });

  test("below a twentieth of normal, less work takes away no more", () => {
    expect(addedWork(0, 0.2, 0.4)).toBe(addedWork(0.009, 0.2, 0.4));
  });
});
