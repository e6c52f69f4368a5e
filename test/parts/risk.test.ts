import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { normalDensity } from "../../src/foundation/maths/special.js";
import { type CurveForm, curveColumns, emptyForm, payoutAt } from "../../src/model/curves/curve.js";
import { curves } from "../../src/model/curves/index.js";
import type { CardState } from "../../src/model/scorecard/card.js";
import { allocateContest, foreseeContest } from "../../src/model/scorecard/contest.js";
import { cardVariance } from "../../src/model/scorecard/risk.js";

/** A reward of one manager on a score: what a unit pays in EUR, and its curve. */
const onScore = (form: CurveForm, amount: number) => ({
  plan: { form },
  contest: undefined,
  current: Float64Array.of(amount),
  seen: new Float64Array(3),
  pair: new Float64Array(2),
  ...curveColumns(form),
});

const cardOf = (incentives: readonly object[], mean: number, spread: number, members = 1): CardState =>
  ({
    incentives,
    forecast: new Float64Array(members).fill(mean),
    spread: new Float64Array(members).fill(spread),
  }) as unknown as CardState;

const step = (at: number): CurveForm => ({ ...emptyForm, jumpAt: [at], jump: [1] });

/** Variance by brute force: trapezoids over ten SD, places where it jumps being met by their number. */
function bruteForce(pays: (score: number) => number, mean: number, spread: number): number {
  const count = 200_000;
  let [first, second] = [0, 0];
  for (let k = 0; k < count; k++) {
    const z = -10 + (20 * (k + 0.5)) / count;
    const weight = (normalDensity(z) * 20) / count;
    const pay = pays(mean + spread * z);
    first += weight * pay;
    second += weight * pay * pay;
  }
  return second - first * first;
}

describe("the variance of what a card pays", () => {
  test("of all or nothing is W(1 − W)·prize²", () => {
    // half a SD below the quota: W = Φ(−.5) = .3085375
    const card = cardOf([onScore(step(1), 10_000)], 0.9, 0.2);
    expect(cardVariance(card, 0)).toBeCloseTo(0.3085375387 * 0.6914624613 * 1e8, 0);
  });

  test("of a straight line is (rate·amount·σ)²", () => {
    const card = cardOf([onScore({ ...emptyForm, base: -3, rate: 2 }, 500)], 1.1, 0.3);
    expect(cardVariance(card, 0)).toBeCloseTo((2 * 500 * 0.3) ** 2, 6);
  });

  test("of what starts at target, expected there, is (½ − 1/2π)·(slope·σ)²: a call option at the money", () => {
    const card = cardOf([onScore({ ...emptyForm, kinkAt: [1], kink: [1] }, 1_000)], 1, 0.1);
    expect(cardVariance(card, 0)).toBeCloseTo((0.5 - 1 / (2 * Math.PI)) * 100 ** 2, 6);
  });

  const forms = curves.flatMap(({ examples, settings, form }) =>
    examples.map((one) => (form as (settings: unknown) => CurveForm)(settings.parse(one.settings))),
  );

  test("of every curve, alone or two on one card, is what brute force finds", () => {
    const onlyScores = forms.filter(({ winners }) => winners === 0);
    fc.assert(
      fc.property(
        fc.constantFrom(...onlyScores),
        fc.constantFrom(...onlyScores),
        fc.double({ min: 0.7, max: 1.3, noNaN: true }),
        fc.double({ min: 0.03, max: 0.4, noNaN: true }),
        (a, b, mean, spread) => {
          const found = cardVariance(cardOf([onScore(a, 100), onScore(b, 40)], mean, spread), 0);
          const known = bruteForce((score) => 100 * payoutAt(a, score) + 40 * payoutAt(b, score), mean, spread);
          // a jump is met to 1e-4 SD
          expect(Math.abs(found - known)).toBeLessThan(2e-4 * known + 0.5);
        },
      ),
      { numRuns: 25 },
    );
  });

  /** Prizes by rank among equals. */
  const ranked = (winners: number, prize: number, members: number) => {
    const contest = allocateContest(winners, members, members);
    contest.apart.fill(0.2);
    contest.expected.fill(1);
    foreseeContest(contest, 0);
    return {
      plan: { form: { ...emptyForm, winners } },
      contest,
      current: new Float64Array(members).fill(prize),
      seen: new Float64Array(3),
      ...curveColumns({ ...emptyForm, winners }),
    };
  };

  test("of a prize by rank is W(1 − W)·prize², W = w/n among equals, whatever the noise all share", () => {
    for (const [n, w] of [
      [2, 1],
      [4, 1],
      [10, 3],
    ]) {
      const card = cardOf([ranked(w, 1_000, n)], 1, 0.5, n);
      expect(cardVariance(card, 0)).toBeCloseTo((w / n) * (1 - w / n) * 1e6, 0);
    }
  });

  test("of 3 for the best, 2 for the second and 1 for the third of four is that of 3, 2, 1 and 0: 1.25", () => {
    const card = cardOf([ranked(1, 100, 4), ranked(2, 100, 4), ranked(3, 100, 4)], 1, 0.2, 4);
    expect(cardVariance(card, 0)).toBeCloseTo(12_500, 2);
  });

  test("of a prize beside a piece rate holds what both have in common", () => {
    // two equals with luck of their own alone: pay 100·score + prize·1[won]; covariance 100·prize·σ²·φ(0)/(σ√2) = prize·100·σ/(2√π)
    const line = { ...onScore({ ...emptyForm, rate: 1 }, 100), current: new Float64Array(2).fill(100) };
    const card = cardOf([line, ranked(1, 50, 2)], 1, 0.2, 2);
    const known = (100 * 0.2) ** 2 + 0.25 * 50 ** 2 + (2 * 50 * 100 * 0.2) / (2 * Math.sqrt(Math.PI));
    expect(cardVariance(card, 0)).toBeCloseTo(known, 4);
  });
});
