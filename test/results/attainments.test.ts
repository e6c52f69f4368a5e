import { describe, expect, test } from "vitest";
import { attainments } from "../../src/results/people/attainments.js";
import { tinyCard, tinyObservations } from "./tiny-observations.js";

/** Two worlds of two managers, threshold .9, cap 1.1. */
const seen = tinyObservations({
  managers: 2,
  cards: [
    tinyCard(
      [
        [0.95, 1],
        [1.1, 0.8],
      ],
      [3],
    ),
  ],
});

describe("attainments", () => {
  test("shares below threshold, at target, at the cap and cut short are those of the closes", () => {
    const found = attainments(seen, { design: "a" });
    expect([found.closes, found.period, found.threshold, found.cap]).toEqual([4, 12, 0.9, 1.1]);
    expect(found.belowThreshold?.share).toBe(0.25);
    expect(found.atTarget.share).toBe(0.5);
    expect(found.atCap?.share).toBe(0.25);
    expect(found.truncated.share).toBe(0.25);
  });

  test("a score on the threshold is not below it, and one on target is at target", () => {
    const found = attainments(tinyObservations({ cards: [tinyCard([[0.89, 0.9, 1, 1.05]])] }));
    expect([found.belowThreshold?.share, found.atTarget.share]).toEqual([0.25, 0.5]);
  });

  test("the error of the mean is that between worlds", () => {
    // World means .975 and .95.
    const { mean } = attainments(seen);
    expect(mean.mean).toBeCloseTo(0.9625, 12);
    expect(mean.standardError).toBeCloseTo(0.0125, 12);
    expect(mean.count).toBe(2);
  });

  test("bins have target as an edge, neighbour each other and hold every close", () => {
    const { bins } = attainments(seen);
    expect(bins[0].from).toBe(0.8);
    expect(bins[bins.length - 1].from).toBe(1.1);
    expect(bins.map(({ closes }) => closes)).toEqual([1, 0, 0, 1, 1, 0, 1]);
    for (const [k, { to }] of bins.slice(0, -1).entries()) expect(to).toBe(bins[k + 1].from);
    expect(bins.reduce((sum, { share }) => sum + share.share, 0)).toBeCloseTo(1, 12);
    expect(attainments(seen, { binsPerUnit: 2 }).bins.map(({ from, closes }) => [from, closes])).toEqual([
      [0.5, 2],
      [1, 2],
    ]);
  });

  test("scores at an edge belong above it, however the edge is computed", () => {
    const scores = Array.from({ length: 41 }, (_, k) => k / 20);
    const { bins } = attainments(tinyObservations({ cards: [tinyCard([scores, [1, Math.fround(0.1)]])] }));
    for (const [k, { closes }] of bins.entries()) expect(closes).toBe(k === 2 || k === 20 ? 2 : 1);
  });

  test("quantiles are of closes", () => {
    // .8, .95, 1, 1.1: P50 half-way between the middle two.
    expect(attainments(seen).p50.value).toBeCloseTo(0.975, 12);
  });

  test("designs and cards that are not there, and bins that cannot be, are refused", () => {
    expect(() => attainments(seen, { card: 1 })).toThrow("count from 0 to 0");
    expect(() => attainments(tinyObservations({}))).toThrow("ask for a design that pays on a score");
    expect(() => attainments(seen, { binsPerUnit: 0.5 })).toThrow("0.5 is not a number of bins");
  });
});
