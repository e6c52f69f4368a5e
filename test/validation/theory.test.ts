import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type AgencyCase,
  bestLinearContract,
  bestWithOnly,
  effortUnder,
  endingStream,
  firstBest,
  permanentWorth,
  solve,
  surplusUnder,
} from "../../src/agency-theory/ideal/theory.js";

const one = [[1]];
const identity = [
  [1, 0, 0],
  [0, 1, 0],
  [0, 0, 1],
];

/** E1: y = e + ε, cost e²/2, r = .5, variance 2. */
const linear: AgencyCase = { value: [1], cost: one, loads: one, noise: [[2]], riskAversion: 0.5 };

/** E2: two tasks worth 1 each, the first measured with variance 1. */
const tasks = (k: number): AgencyCase => ({
  value: [1, 1],
  cost: [
    [1, k],
    [k, 1],
  ],
  loads: [[1, 0]],
  noise: one,
  riskAversion: 1,
});

/** E3: an input that sees 1 and .6 of two activities, an output that sees all three. */
const inputOutput = (variance: number): AgencyCase => ({
  value: [1, 1, 1],
  cost: identity,
  loads: [
    [1, 0.6, 0],
    [1, 1, 1],
  ],
  noise: [
    [0.25, 0],
    [0, variance],
  ],
  riskAversion: 1,
});

describe("the best linear contract", () => {
  test("of one noisy result has rate, effort and surplus of Holmström & Milgrom 1987", () => {
    const { rates, effort, surplus } = bestLinearContract(linear);
    expect([rates[0], effort[0], surplus]).toEqual([0.5, 0.5, 0.25]);
  });

  test.each([
    [0, 0.5],
    [0.5, 0.285714],
    [0.9, 0.084034],
    [-0.5, 0.857143],
  ])("on one of two tasks with cost interaction %d has the rate of Holmström & Milgrom 1991", (k, rate) => {
    expect(bestLinearContract(tasks(k)).rates[0]).toBeCloseTo(rate, 6);
  });

  test("leaves the unmeasured task what its cost says: −k/(1 − k²) of the rate", () => {
    const { rates, effort } = bestLinearContract(tasks(0.5));
    expect(effort[1]).toBeCloseTo((-0.5 / 0.75) * rates[0], 12);
  });

  test.each([
    [1, 0.412371, 0.585052, 1.207474],
    [2, 0.582878, 0.413479, 1.086521],
    [4, 0.734788, 0.26062, 0.97876],
    [8, 0.844884, 0.149835, 0.90066],
  ])("on input and output, output variance %d, has the weights of Baker 2002", (v, input, output, surplus) => {
    const best = bestLinearContract(inputOutput(v));
    expect(best.rates[0]).toBeCloseTo(input, 6);
    expect(best.rates[1]).toBeCloseTo(output, 6);
    expect(best.surplus).toBeCloseTo(surplus, 6);
  });

  test("with inputs alone and outputs alone is worth the same at variance 2.660156", () => {
    const agency = inputOutput(2.660156);
    expect(bestWithOnly(agency, 0).surplus).toBeCloseTo(bestWithOnly(agency, 1).surplus, 6);
  });

  test("of two measures that say the same without noise is refused", () => {
    const twice = {
      ...linear,
      loads: [[1], [1]],
      noise: [
        [0, 0],
        [0, 0],
      ],
    };
    expect(() => bestLinearContract(twice)).toThrow(/no single solution/);
  });
});

const number = (min: number, max: number) => fc.double({ min, max, noNaN: true });

/** Any case with three activities and two measures whose noise is independent. */
const anyCase: fc.Arbitrary<AgencyCase> = fc.record({
  value: fc.array(number(0.1, 3), { minLength: 3, maxLength: 3 }),
  cost: number(-0.3, 0.8).map((k) => identity.map((row, j) => row.map((_, l) => (j === l ? 1 : k)))),
  loads: fc.array(fc.array(number(-1, 2), { minLength: 3, maxLength: 3 }), { minLength: 2, maxLength: 2 }),
  noise: fc.tuple(number(0.1, 5), number(0.1, 5)).map(([a, b]) => [
    [a, 0],
    [0, b],
  ]),
  riskAversion: number(0.1, 3),
});

describe("laws of contracts", () => {
  test("no other rates have more surplus", () => {
    fc.assert(
      fc.property(anyCase, number(-1, 1), number(-1, 1), (agency, x, y) => {
        const { rates, surplus } = bestLinearContract(agency);
        expect(surplusUnder(agency, [rates[0] + x, rates[1] + y])).toBeLessThanOrEqual(surplus + 1e-9 * (1 + surplus));
      }),
    );
  });

  test("both measures are worth at least either alone, and at most what could be had if effort could be seen", () => {
    fc.assert(
      fc.property(anyCase, (agency) => {
        const { surplus } = bestLinearContract(agency);
        for (const k of [0, 1]) expect(bestWithOnly(agency, k).surplus).toBeLessThanOrEqual(surplus + 1e-9);
        expect(surplus).toBeLessThanOrEqual(firstBest(agency).surplus + 1e-9);
      }),
    );
  });

  test("effort is linear in the rates", () => {
    fc.assert(
      fc.property(anyCase, number(-2, 2), (agency, factor) => {
        const [once, scaled] = [1, factor].map((by) => effortUnder(agency, [by * 0.7, by * 0.2]));
        for (let j = 0; j < 3; j++) expect(scaled[j]).toBeCloseTo(factor * once[j], 8);
      }),
    );
  });

  test("more noise in the output moves weight to the input", () => {
    const shares = [1, 2, 4, 8, 16].map((v) => {
      const { rates } = bestLinearContract(inputOutput(v));
      return rates[0] / (rates[0] + rates[1]);
    });
    for (let k = 1; k < shares.length; k++) expect(shares[k]).toBeGreaterThan(shares[k - 1]);
  });
});

test("first best of three activities worth 1 each is effort 1 on each and a surplus of 1.5", () => {
  expect(firstBest({ value: [1, 1, 1], cost: identity })).toEqual({ effort: [1, 1, 1], surplus: 1.5 });
});

test("a permanent amount is worth the sum of what the years keep", () => {
  expect(permanentWorth(0.5, 3)).toBe(1.75);
  expect(permanentWorth(0.5)).toBe(2);
  expect(permanentWorth(1, 4)).toBe(4);
  expect(permanentWorth(1)).toBe(Number.POSITIVE_INFINITY);
});

test("equations are solved whatever the order of their rows", () => {
  expect(
    solve(
      [
        [0, 2],
        [4, 0],
      ],
      [6, 8],
    ),
  ).toEqual([2, 3]);
});

describe("a stream that ends by chance", () => {
  test("hand-worked: two periods, kept by half, are worth 0, 1 or 2 with chances of ½, ¼ and ¼", () => {
    const { mean, sd } = endingStream({ amount: 1, keeps: 0.5, discount: 0, periods: 2 });
    expect(mean).toBeCloseTo(0.75, 12);
    expect(sd).toBeCloseTo(Math.sqrt(1.25 - 0.75 ** 2), 12);
  });

  test("hand-worked: paid first and followed by half of itself, 1 + 1 or 1 + ½", () => {
    const stream = { amount: 1, keeps: 0.5, discount: 0, successor: 0.5, periods: 2, isPaidFirst: true };
    expect(endingStream(stream).mean).toBeCloseTo(1.75, 12);
    expect(endingStream(stream).sd).toBeCloseTo(0.25, 12);
  });

  test("is worth m·r/(1 + i − r) for good, and many periods come to that", () => {
    const stream = { amount: 1000, keeps: 0.9, discount: 0.12 };
    expect(endingStream(stream).mean).toBeCloseTo(4090.909, 3);
    expect(endingStream(stream).sd).toBeCloseTo(2565.487, 3);
    expect(endingStream({ ...stream, periods: 200 }).mean).toBeCloseTo(endingStream(stream).mean, 9);
    expect(endingStream({ ...stream, periods: 200 }).sd).toBeCloseTo(endingStream(stream).sd, 9);
  });

  test("has no spread when it is kept for certain, and no worth that could be named when nothing is discounted either", () => {
    expect(endingStream({ amount: 2, keeps: 1, discount: 0, periods: 3 })).toEqual({ mean: 6, sd: 0 });
    expect(() => endingStream({ amount: 2, keeps: 1, discount: 0 })).toThrow("the stream never ends");
  });
});
