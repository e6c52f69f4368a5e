import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  central,
  checkDistribution,
  type Distribution,
  describeDistribution,
  fixed,
  fromInterval90,
  isRange,
  lognormal,
  lowHigh,
  mean,
  normal,
  quantile,
  triangular,
  uniform,
} from "../../src/foundation/maths/distribution.js";
import { Problem } from "../../src/foundation/text/problem.js";

const SEVERAL: readonly Distribution[] = [
  fixed(3),
  uniform(-1, 4),
  triangular(0, 1, 4),
  triangular(0, 0, 4),
  triangular(-4, 0, 0),
  normal(1, 2),
  normal(1, 2, { min: 0, max: 1.5 }),
  lognormal(0.3, 0.8),
  lognormal(0.3, 0.8, { min: 0.5, max: 3 }),
  lognormal(0.3, 0.8, { min: -1 }),
];

const share = fc.double({ min: 1e-9, max: 1 - 1e-9, noNaN: true });
const size = fc.double({ min: 1e-3, max: 1e6, noNaN: true });

describe("quantiles by hand", () => {
  test.each<[Distribution, number, number]>([
    [fixed(3), 0.9, 3],
    [uniform(2, 6), 0.25, 3],
    // the density rises to 2/4 at 1: a quarter lies below the mode, and 1/16 below half way to it
    [triangular(0, 1, 4), 0.25, 1],
    [triangular(0, 1, 4), 1 / 16, 0.5],
    // above the mode 1 − u = (4 − x)²/12, so x = 1 leaves 9/12 and x = 2.5 leaves 2.25/12
    [triangular(0, 1, 4), 1 - 2.25 / 12, 2.5],
    [normal(10, 2), 0.5, 10],
    [normal(10, 2), 0.975, 10 + 2 * 1.959963984540054],
    [normal(10, 2, { max: 11 }), 0.975, 11],
    [lognormal(0, 1), 0.05, Math.exp(-1.6448536269514722)],
    [lognormal(0, 1, { min: 0.5 }), 0.05, 0.5],
  ])("%o at %d is %d", (d, u, value) => {
    expect(quantile(d, u)).toBeCloseTo(value, 12);
  });

  test.each(SEVERAL)("they rise: %o", (d) => {
    fc.assert(
      fc.property(share, share, (u, v) => {
        expect(quantile(d, Math.min(u, v))).toBeLessThanOrEqual(quantile(d, Math.max(u, v)));
      }),
    );
  });

  test("the triangular distribution function undoes its quantile", () => {
    const end = fc.double({ min: -10, max: 10, noNaN: true });
    const span = fc.double({ min: 0.1, max: 100, noNaN: true });
    const tilt = fc.double({ min: 0.001, max: 0.999, noNaN: true });
    fc.assert(
      fc.property(end, span, tilt, share, (low, wide, part, u) => {
        const d = triangular(low, low + part * wide, low + wide);
        if (d.kind !== "triangular") throw new Error("not a triangle");
        const x = quantile(d, u);
        const below = (x - d.low) ** 2 / ((d.high - d.low) * (d.mode - d.low));
        const above = 1 - (d.high - x) ** 2 / ((d.high - d.low) * (d.high - d.mode));
        // a rounding of x, 1e-15 of at most 10 + span, times the density, at most 2 / span
        expect(Math.abs((x < d.mode ? below : above) - u)).toBeLessThan(1e-12);
      }),
    );
  });
});

describe("a 90 % range", () => {
  test("the ends are its 5th and 95th percentiles", () => {
    fc.assert(
      fc.property(fc.double({ min: -1e6, max: 1e6, noNaN: true }), size, (low, span) => {
        const { low: fifth, high: ninetyFifth } = lowHigh(fromInterval90(low, low + span));
        const tolerance = 1e-9 * (Math.abs(low) + span);
        expect(Math.abs(fifth - low)).toBeLessThan(tolerance);
        expect(Math.abs(ninetyFifth - (low + span))).toBeLessThan(tolerance);
      }),
    );
  });

  test("it is lognormal above zero, with the geometric mean in the middle, else normal", () => {
    expect(fromInterval90(2, 8).kind).toBe("lognormal");
    expect(central(fromInterval90(2, 8))).toBeCloseTo(4, 12);
    expect(fromInterval90(0, 8)).toMatchObject({ kind: "normal", mean: 4 });
    expect(fromInterval90(-8, -2)).toMatchObject({ kind: "normal", mean: -5 });
  });

  test("a limit inside the tail leaves the ends where they are", () => {
    const d = fromInterval90(0, 8, { min: 0 });
    expect(lowHigh(d).high).toBeCloseTo(8, 12);
    expect(quantile(d, 0.001)).toBe(0);
  });
});

describe("means", () => {
  test("by hand", () => {
    expect(mean(fixed(3))).toBe(3);
    expect(mean(uniform(2, 6))).toBe(4);
    expect(mean(triangular(0, 1, 5))).toBe(2);
    expect(mean(normal(10, 2))).toBeCloseTo(10, 12);
    expect(mean(lognormal(0, 1))).toBeCloseTo(Math.exp(0.5), 12);
    // half a standard normal held at zero: its density at zero
    expect(mean(normal(0, 1, { min: 0 }))).toBeCloseTo(1 / Math.sqrt(2 * Math.PI), 12);
  });

  test.each(SEVERAL)("the mean is the area under the quantiles: %o", (d) => {
    const steps = 200_000;
    let sum = 0;
    for (let i = 0; i < steps; i++) sum += quantile(d, (i + 0.5) / steps);
    // the midpoint rule misses at most the outermost half-step, about 1e-4 for the longest tail here
    expect(sum / steps).toBeCloseTo(mean(d), 3);
  });
});

describe("summaries", () => {
  test("the central value is the mode of a triangle, the median of the rest", () => {
    expect(central(triangular(0, 1, 5))).toBe(1);
    expect(central(uniform(2, 6))).toBe(4);
    expect(central(lognormal(0, 1))).toBe(1);
    expect(central(fixed(3))).toBe(3);
  });

  test("only a fixed number is no range", () => {
    expect(SEVERAL.filter((d) => !isRange(d))).toEqual([fixed(3)]);
  });

  test("a distribution is described as it is written", () => {
    const percent = (value: number): string => `${value * 100} %`;
    expect(describeDistribution(fixed(0.5), percent)).toBe("50 %");
    expect(describeDistribution(uniform(0.25, 0.5), percent)).toBe("25 % to 50 %, evenly");
    expect(describeDistribution(triangular(0.25, 0.375, 0.5), percent)).toBe("25 % to 50 %, most likely 37.5 %");
    expect(describeDistribution(fromInterval90(0.25, 0.5), percent)).toBe("25 % to 50 %");
  });
});

describe("refusals", () => {
  test.each<[string, () => Distribution]>([
    ["value is NaN", () => fixed(Number.NaN)],
    ["high is Infinity", () => uniform(0, Infinity)],
    ["low 2 is not below high 2", () => uniform(2, 2)],
    ["out of order", () => triangular(0, 5, 4)],
    ["sd is 0", () => normal(0, 0)],
    ["sigma is -1", () => lognormal(0, -1)],
    ["min 2 is not below max 1", () => normal(0, 1, { min: 2, max: 1 })],
    ["reversed or empty", () => fromInterval90(3, 2)],
    ["unknown distribution beta", () => checkDistribution({ kind: "beta" } as unknown as Distribution)],
    ["mean is undefined", () => checkDistribution({ kind: "normal", sd: 1 } as unknown as Distribution)],
  ])("%s", (message, make) => {
    expect(make).toThrow(Problem);
    expect(make).toThrow(message);
  });
});
