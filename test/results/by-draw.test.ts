import { describe, expect, test } from "vitest";
import { fillNormals } from "../../src/foundation/maths/random.js";
import { normalCdf } from "../../src/foundation/maths/special.js";
import { estimate } from "../../src/foundation/maths/summary.js";
import { spectrumOf } from "../../src/foundation/maths/symmetric.js";
import { type RegressionAdjustment, regressionAdjusterOf } from "../../src/results/basis/regression-adjustment.js";
import { bestByDraw } from "../../src/results/best/best-by-draw.js";
import { compare } from "../../src/results/compare.js";
import { testHypotheses } from "../../src/results/experiments/hypotheses.js";
import { betweenDraws, shareOfDraws } from "../../src/results/statistics/by-draw.js";
import { varianceSplit } from "../../src/results/statistics/variance-split.js";
import { makeScenario } from "../../src/scenario/scenario.js";
import { column } from "../../src/simulation/run.js";
import { simulate } from "../../src/simulation/simulate.js";

const draws = 500;
const lucks = 2;
const worlds = draws * lucks;

const normals = (count: number, seed: number, item: number): Float64Array => {
  const out = new Float64Array(count);
  fillNormals(out, 0, 1, count, seed, 1, 0, 0, item);
  return out;
};

/** Worlds of normal assumptions and normal luck: mean + σ_A·(one number a draw) + σ_L·(one number a world). */
function laboratory(seed: number, mean: number, sigmaA: number, sigmaL: number, item = 0): Float64Array {
  const [known, luck] = [normals(draws, seed, 2 * item), normals(worlds, seed, 2 * item + 1)];
  return luck.map((one, w) => mean + sigmaA * known[Math.floor(w / lucks)] + sigmaL * one);
}

/** Nothing is known of the draws but which worlds share one. */
const bare = (lucksPerDraw: number, count: number): RegressionAdjustment =>
  regressionAdjusterOf({ draws: [], expected: [], worlds: count, lucksPerDraw, perValue: lucksPerDraw });

const better = (values: Float64Array, adjust: RegressionAdjustment) =>
  shareOfDraws(betweenDraws(values, adjust), estimate(adjust(values)), (one) => one > 0);

describe("the share of draws in which a difference is above zero in expectation", () => {
  // Of 60 runs 95 % is 57; 51 is 3.6 binomial standard deviations below, and the seeds are fixed.
  test.each([0.3, 1, 3])("is Φ(μ/σ_A) with luck of %s σ_A, and its interval covers", (sigmaL) => {
    const truth = normalCdf(0.7);
    const found = Array.from({ length: 60 }, (_, k) => better(laboratory(k + 1, 0.7, 1, sigmaL), bare(lucks, worlds)));
    const { mean, standardError } = estimate(found.map(({ share }) => share));
    // where luck is three times ignorance the share bends: its mean is off by some hundredths
    expect(Math.abs(mean - truth)).toBeLessThan(4 * standardError + (sigmaL > 1 ? 0.03 : 0.005));
    expect(found.filter(({ low, high }) => low <= truth && truth <= high).length).toBeGreaterThanOrEqual(51);
    // the share of worlds would be Φ(μ/√(σ_A² + σ_L²))
    if (sigmaL >= 1) expect(Math.abs(mean - normalCdf(0.7 / Math.hypot(1, sigmaL)))).toBeGreaterThan(0.06);
  });

  test("what the draws explain narrows its interval, and moves it to neither side", () => {
    const known = normals(draws, 7, 90);
    const drawn = Float64Array.from({ length: worlds }, (_, w) => known[w >> 1]);
    const adjust = regressionAdjusterOf({
      draws: [drawn],
      expected: [0],
      ...{ worlds, lucksPerDraw: lucks, perValue: lucks },
    });
    const values = normals(worlds, 7, 91).map((luck, w) => 0.7 + drawn[w] + 3 * luck);
    const [with_, without] = [better(values, adjust), better(values, bare(lucks, worlds))];
    expect(with_.low).toBeLessThan(normalCdf(0.7));
    expect(with_.high).toBeGreaterThan(normalCdf(0.7));
    expect(with_.high - with_.low).toBeLessThan(without.high - without.low);
  });

  test("with one luck a draw it is the share of worlds: nothing tells luck apart", () => {
    const values = Float64Array.from({ length: 60 }, (_, w) => (w % 5 === 0 ? -10 : 10));
    const { share, low, high } = better(values, bare(1, 60));
    expect(share).toBe(0.8);
    expect(low).toBeGreaterThan(0.6);
    expect(high).toBeLessThan(0.95);
  });

  test("luck alone leaves no doubt about a mean that is known, and all of it about one that is not", () => {
    const [known, unknown] = [laboratory(3, 1, 0, 1), laboratory(4, 0, 0, 1)].map((one) =>
      better(one, bare(2, worlds)),
    );
    expect([known.share, known.high]).toEqual([1, 1]);
    expect(known.low).toBeGreaterThan(0.9);
    expect(unknown.high - unknown.low).toBeGreaterThan(0.9);
  });

  test("of a difference that is nowhere it is zero", () => {
    expect(better(new Float64Array(worlds), bare(lucks, worlds)).share).toBe(0);
  });
});

describe("best in expectation", () => {
  // of two with independent expected values N(.3, 1) and N(0, 1): Φ(.3/√2) = .584, given up on average √2·(φ(z) − z·(1 − Φ(z))) = .426
  test.each([0.3, 1])("hand-worked for two designs with luck of %s σ_A: share of draws and regret", (sigmaL) => {
    const found = Array.from({ length: 30 }, (_, k) =>
      bestByDraw([laboratory(k + 1, 0.3, 1, sigmaL, 1), laboratory(k + 1, 0, 1, sigmaL, 2)], bare(lucks, worlds)),
    );
    const [share, regret] = [found.map(([one]) => one.best.share), found.map(([one]) => one.regret.mean)].map(estimate);
    expect(Math.abs(share.mean - 0.584)).toBeLessThan(4 * share.standardError);
    expect(Math.abs(regret.mean - 0.4256)).toBeLessThan(4 * regret.standardError);
    // 95 % of 30 is 28.5; 24 is 3.8 standard deviations below
    expect(found.filter(([{ best }]) => best.low <= 0.584 && best.high >= 0.584).length).toBeGreaterThanOrEqual(24);
  });

  test("what all designs have in common decides nothing, and twins share what they win", () => {
    const [a, common] = [laboratory(5, 0, 1, 1, 1), laboratory(5, 0, 9, 9, 3)];
    const alone = bestByDraw([a, new Float64Array(worlds)], bare(lucks, worlds));
    const shifted = bestByDraw([a.map((one, w) => one + common[w]), common], bare(lucks, worlds));
    expect(shifted[0].best.share).toBeCloseTo(alone[0].best.share, 9);
    const [first, second, third] = bestByDraw([a, a, new Float64Array(worlds)], bare(lucks, worlds));
    expect(first.best.share).toBeCloseTo(second.best.share, 12);
    expect(first.best.share + second.best.share + third.best.share).toBeCloseTo(1, 12);
  });

  test("the axes of a symmetric matrix give it back", () => {
    const matrix = [
      [4, 1, -2],
      [1, 3, 0.5],
      [-2, 0.5, 5],
    ];
    const { values, vectors } = spectrumOf(matrix);
    for (const [i, row] of matrix.entries())
      for (const [j, entry] of row.entries())
        expect(values.reduce((sum, one, k) => sum + one * vectors[k][i] * vectors[k][j], 0)).toBeCloseTo(entry, 12);
  });
});

test("the variance of a difference splits into luck, assumptions and response as they were put in", () => {
  const under = (response: string, mean: number) => {
    const values = laboratory(11, mean, 2, 3);
    return { response, values, calm: values, steady: values };
  };
  const asked = [under("look-ahead", 1), under("evidence", 5), under("none", 100)];
  const split = varianceSplit(asked, bare(lucks, worlds))!;
  // 9, 4, and (5 − 1)²/4 = 4, known exactly as both responses have the same luck
  expect(split.responses).toEqual(["look-ahead", "evidence"]);
  expect(split.response.value).toBeCloseTo(4, 9);
  for (const [part, truth] of [[split.luck, 9] as const, [split.assumptions, 4] as const]) {
    expect(part.low).toBeLessThan(truth);
    expect(part.high).toBeGreaterThan(truth);
    expect(part.high - part.low).toBeLessThan(truth);
  }
  expect(split.luck.share + split.assumptions.share + split.response.share).toBeCloseTo(1, 12);
  expect(varianceSplit(asked, bare(1, worlds))).toBeUndefined();
});

test("verdicts do not move with the number of managers simulated; shares of worlds do", async () => {
  const bonus = { kind: "cash bonus", "at target": "9000 EUR/year" };
  const found = [];
  for (const managers of [2, 8, 32]) {
    const scenario = makeScenario({
      rewardlab: 2,
      title: "Teams",
      horizon: "1 year",
      team: { managers },
      accounts: { "per manager": 1 },
      designs: {
        bonus: { period: "1 year", weights: { "account revenue": "100 %" }, rewards: [bonus] },
        flat: { rewards: [{ kind: "salary top-up", amount: "9000 EUR/year" }] },
      },
      run: { seed: 11 },
    });
    const run = await simulate(scenario, { replications: 240 });
    const claim = { claim: "x", design: "flat", against: "bonus", outcome: "net value", direction: "lower" } as const;
    const [{ holds, verdict }] = testHypotheses(run, [claim]).tests;
    const [flat, base] = ["flat", "bonus"].map((name) => column(run, name, "net value"));
    const split = compare(run, { outcomes: ["net value"] }).rows.find(({ design }) => design === "flat")!
      .varianceSplit!;
    found.push({
      holds,
      verdict,
      luck: split.luck.share,
      worlds: flat.filter((one, w) => one < base[w]).length / run.worlds,
    });
  }
  const [small, middle, large] = found;
  expect(new Set(found.map(({ verdict }) => verdict)).size).toBe(1);
  for (const { holds } of [small, middle]) {
    expect(holds.low).toBeLessThanOrEqual(large.holds.share);
    expect(holds.high).toBeGreaterThanOrEqual(large.holds.share);
  }
  // luck falls with the size of the team, and with it what shares of worlds say
  expect(small.luck).toBeGreaterThan(middle.luck);
  expect(middle.luck).toBeGreaterThan(large.luck);
  expect(large.worlds - small.worlds).toBeGreaterThan(0.05);
}, 60_000);
