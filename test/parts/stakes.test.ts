import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { CurveForm } from "../../src/model/curves/curve.js";
import { solveStake } from "../../src/model/responses/stake-search.js";
import { rewards } from "../../src/model/rewards/index.js";
import type { RewardState } from "../../src/model/rewards/reward.js";
import { allocateReward, type CardState } from "../../src/model/scorecard/card.js";
import { foreseeContest } from "../../src/model/scorecard/contest.js";
import {
  expectedGain,
  expectedPay,
  expectedTurn,
  largestGain,
  look,
  lossWeight,
} from "../../src/model/scorecard/stake.js";
import { expectSame } from "./agreement.js";
import { anyCurve, curves } from "./curve-settings.js";

/** score. What the rivals of the first lane are expected to reach where a reward goes by rank, and how uncertain everybody's score is. */
const rivals = [1.05, 0.9, 1.1, 1.4, 0.6];
const aparts = [0.1, 0.08, 0.1, 0.15, 0.1, 0.09];

/** A bonus on this curve, worth this much per unit of payout to the first of six. */
function rewardOf(form: CurveForm, worth: number): RewardState {
  const reward = rewards.find(({ kind }) => kind === "cash bonus")!;
  const amount = { money: worth, ofSalary: 0, ofRevenue: 0 };
  const state = allocateReward({ reward, amount, form, isTeam: false, numbers: [0, 0, 0] }, 6);
  state.worth[0] = worth;
  state.current[0] = worth;
  if (state.contest !== undefined) {
    state.contest.expected.set([1, ...rivals]);
    state.contest.apart.set(aparts);
    foreseeContest(state.contest, 0);
  }
  return state;
}

const anyReward = fc
  .tuple(anyCurve, fc.double({ min: 0, max: 60_000, noNaN: true }))
  .map(([{ form }, worth]) => rewardOf(form, worth));

const anyCard = fc.record({
  rewards: fc.array(anyReward, { minLength: 1, maxLength: 3 }),
  spread: fc.double({ min: 0.01, max: 0.5, noNaN: true }),
  lin: fc.double({ min: 0.2, max: 1.8, noNaN: true }),
  gain: fc.double({ min: 0, max: 2e-5, noNaN: true }),
  stake: fc.double({ min: 0, max: 2e5, noNaN: true }),
});

type Numbers = typeof anyCard extends fc.Arbitrary<infer Out> ? Out : never;

const cardOf = ({ rewards, ...columns }: Numbers): CardState =>
  ({
    rewards,
    ...Object.fromEntries(Object.entries(columns).map(([name, value]) => [name, Float64Array.of(value)])),
  }) as unknown as CardState;

/** EUR per score point. What a point is worth at the forecast that this stake leads to. */
function worthAt({ rewards, lin, gain, spread }: Numbers, stake: number, value: number, loss: number): number {
  const mean = lin + gain * stake;
  const slope = rewards.reduce((sum, one) => sum + one.worth[0] * expectedGain(one, 0, mean, spread), 0);
  return value * lossWeight(loss, mean, spread) * slope;
}

const factor = fc.double({ min: 0.3, max: 1, noNaN: true });
const aversion = fc.oneof(fc.constant(0), fc.double({ min: 0, max: 1.25, noNaN: true }));

describe("the stake", () => {
  test("is what a point is worth at the forecast it leads to", () => {
    fc.assert(
      fc.property(anyCard, factor, aversion, (card, value, loss) => {
        const stake = solveStake(cardOf(card), 0, value, loss);
        // a stake known to eleven digits fixes its worth no better than the worth answers to it
        const step = 1e-6 * (1 + stake);
        const change = worthAt(card, stake + step, value, loss) - worthAt(card, stake - step, value, loss);
        const steep = 1 + Math.abs(change / (2 * step));
        const residual = Math.abs(worthAt(card, stake, value, loss) - stake);
        expect(residual).toBeLessThan(1e-8 * (1 + stake) * steep);
      }),
      { numRuns: 2_000 },
    );
  });

  test("is zero where nothing is worth anything", () => {
    fc.assert(
      fc.property(anyCard, factor, aversion, (card, value, loss) => {
        const worthless = { ...card, rewards: card.rewards.map((one) => rewardOf(one.plan.form!, 0)) };
        expect(solveStake(cardOf(worthless), 0, value, loss)).toBe(0);
        expect(solveStake(cardOf(card), 0, 0, loss)).toBe(0);
      }),
    );
  });

  test("does not depend on where the search starts where the line is flat", () => {
    fc.assert(
      fc.property(anyCard, factor, fc.double({ min: 0, max: 2e5, noNaN: true }), (card, value, start) => {
        const flat = { ...card, gain: 0 };
        const [one, other] = [flat, { ...flat, stake: start }].map((from) => solveStake(cardOf(from), 0, value, 0));
        expect(Math.abs(one - other)).toBeLessThan(1e-9 * (1 + one));
      }),
    );
  });

  test("on a straight line it is worth × rate × what the close is worth today: 18 000 · 2 · .8", () => {
    const line = curves.find(({ kind }) => kind === "linear")!;
    const form = line.form({ kind: "linear", base: 0, rate: 2 });
    const card = { rewards: [rewardOf(form, 18_000)], spread: 0.1, lin: 1, gain: 1e-5, stake: 0 };
    expect(solveStake(cardOf(card), 0, 0.8, 0)).toBeCloseTo(28_800, 6);
    // half of all scores fall short: a shortfall weighing twice as much adds a half
    const even = { ...card, gain: 0 };
    expect(solveStake(cardOf(even), 0, 0.8, 1)).toBeCloseTo(28_800 * 1.5, 6);
  });
});

describe("a reward at a forecast", () => {
  const mean = fc.double({ min: 0.3, max: 1.8, noNaN: true });
  const spread = fc.double({ min: 0.02, max: 0.4, noNaN: true });

  test("its gain is the change of its expected payout, its turn the change of its gain, also by rank", () => {
    const step = 1e-5;
    fc.assert(
      fc.property(anyReward, mean, spread, (reward, m, s) => {
        const rise = (of: typeof expectedPay) => (of(reward, 0, m + step, s) - of(reward, 0, m - step, s)) / (2 * step);
        const sd = Math.min(s, reward.contest?.apart[0] ?? s);
        const scale = (1 + largestGain(reward, 0, s)) / sd;
        expect(Math.abs(expectedGain(reward, 0, m, s) - rise(expectedPay))).toBeLessThan(1e-6 * scale);
        expect(Math.abs(expectedTurn(reward, 0, m, s) - rise(expectedGain))).toBeLessThan((1e-6 * scale) / sd);
        expect(expectedGain(reward, 0, m, s)).toBeLessThanOrEqual(largestGain(reward, 0, s) + 1e-10);
      }),
      { numRuns: 400 },
    );
  });

  test("one look at the knots gives payout, gain and turn", () => {
    fc.assert(
      fc.property(anyReward, mean, spread, (reward, m, s) => {
        look(reward, 0, m, s);
        const [pay, gain, turn] = reward.seen;
        expectSame(pay, expectedPay(reward, 0, m, s), "payout");
        expectSame(gain, expectedGain(reward, 0, m, s), "gain");
        // the terms of the turn cancel down from the steepest slope over the spread
        expect(Math.abs(turn - expectedTurn(reward, 0, m, s))).toBeLessThan(
          1e-11 * (1 + largestGain(reward, 0, s) / s),
        );
      }),
      { numRuns: 500 },
    );
  });
});
