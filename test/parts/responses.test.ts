import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { accounts } from "../../src/model/accounts/index.js";
import { measures } from "../../src/model/measures/index.js";
import { people } from "../../src/model/people/index.js";
import { upliftOf } from "../../src/model/responses/evidence.js";
import { lookAhead } from "../../src/model/responses/look-ahead.js";
import { none } from "../../src/model/responses/none.js";
import type { DecisionView } from "../../src/model/responses/response.js";
import { rewardField, rewards } from "../../src/model/rewards/index.js";
import { allocateCard, type CardPlan, type CardState } from "../../src/model/scorecard/card.js";
import { type CloseWorld, firstTargets, openPeriod, payAtTarget } from "../../src/model/scorecard/close.js";
import { foresee } from "../../src/model/scorecard/expectation.js";
import { type ForecastWorld, forecastCard } from "../../src/model/scorecard/forecast.js";
import { buildOutlooks, type OutlookWorld } from "../../src/model/scorecard/outlook/outlook.js";
import { prospects } from "../../src/model/scorecard/outlook/prospects.js";
import { expectedGain, expectedTurn } from "../../src/model/scorecard/stake.js";
import { expectSame } from "./agreement.js";
import { randomScene, type Scene } from "./scenes.js";
import { drawsFrom } from "./worlds.js";

const seeds = fc.integer({ min: 0, max: 2 ** 31 });

describe("none", () => {
  test("does what is natural, and all of it is real", () => {
    const { lanes, world, activities } = randomScene(drawsFrom(1));
    none.kernel({ cards: [], lanes, world: world as never, activities, month: 0, firmValue: new Float64Array(0) });
    expect([...lanes.effort]).toEqual([...lanes.natural]);
    expect(lanes.genuine.every((one) => one === 1)).toBe(true);
  });
});

describe("evidence", () => {
  test("a quarter of salary gives the studies' uplift, a sixteenth of that half of it", () => {
    expect(upliftOf(0.25, 0, 1, 0.12, 0.1)).toBeCloseTo(0.12, 12);
    expect(upliftOf(0.25 / 16, 0, 1, 0.12, 0.1)).toBeCloseTo(0.06, 12);
  });

  test("recognition lifts effort while it is fresh and at most by its full size", () => {
    expect(upliftOf(0, 1, 0.5, 0.12, 0.1)).toBeCloseTo(0.05, 12);
    expect(upliftOf(0, 3, 1, 0.12, 0.1)).toBeCloseTo(0.1, 12);
    expect(upliftOf(0, 0, 1, 0.12, 0.1)).toBe(0);
  });
});

const weights: Readonly<Record<string, number>> = {
  "account revenue": 0.4,
  "customer satisfaction": 0.2,
  "executive access": 0.25,
  "relationship quality": 0.15,
};

/** A scorecard of outputs and inputs that pays a bonus, in a month of its first period. */
function playedCard(
  seed: number,
  settings: object,
): { readonly scene: Scene; readonly card: CardState; readonly line: Float64Array } {
  const scene = randomScene(drawsFrom(seed));
  const { lanes, world, randomDraws, month, activities } = scene;
  lanes.vacancy.fill(0);
  world.hours.fill(50);
  world.leastEffort.fill(-50);
  for (const part of [people.capacity, people.returns, accounts.flow, accounts.standing]) {
    part.kernel(lanes, world as never, randomDraws, month, activities);
  }
  const slots = Object.entries(weights).map(([name, weight]) => {
    const measure = measures.find((one) => one.name === name)!;
    return { measure, weight, cadence: 3, noise: 1, isRebased: measure.rebased, stretch: 1 };
  });
  const plan: CardPlan = {
    period: lanes.months,
    interval: lanes.months,
    slots,
    rewards: [rewardField(rewards).parse(settings)],
    isTeam: false,
    isTightened: true,
    judged: 0.4,
  };
  const questions = slots.map((slot) => ({ ...slot, period: plan.period, interval: plan.interval }));
  const outlooks = buildOutlooks(questions, world as OutlookWorld, lanes.worlds, lanes.months, lanes.accounts);
  const card = allocateCard(plan, lanes, activities, randomDraws, outlooks);
  const facts = world as unknown as CloseWorld & ForecastWorld;
  firstTargets(card, lanes, facts);
  openPeriod(card, lanes, facts, 1, plan.period);
  for (const reward of card.rewards) {
    reward.plan.reward.worth(reward, lanes, facts, plan.period);
    reward.current.set(reward.worth);
  }
  prospects(lanes, facts, activities);
  forecastCard(card, lanes, facts, activities, month, 0, plan.period);
  payAtTarget(card, lanes);
  const firmValue = new Float64Array(3 * lanes.worlds);
  const stage: DecisionView = { cards: [card], lanes, world: world as never, activities, month, firmValue };
  lookAhead.kernel(stage);
  const line = card.lin.map((start, i) => start + card.gain[i] * card.stake[i]);
  people.effort.kernel(lanes, world as never, randomDraws, month, activities);
  foresee(card, lanes, activities);
  return { scene, card, line };
}

describe("look-ahead", () => {
  const bonus = { kind: "cash bonus", "at target": "18000 EUR/year" };

  test("the score foreseen is the one its own choice of effort leads to, at the stake that score is worth", () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const { scene, card, line } = playedCard(seed, bonus);
        const { lanes, world, month } = scene;
        for (let i = 0; i < lanes.lanes; i++) {
          expectSame(card.forecast[i], line[i], `forecast of lane ${i}`);
          const w = lanes.world[i];
          const [reward] = card.rewards;
          const today = world.presentBias[w] * world.keepMonth[w] ** (lanes.months - month);
          const point = today * reward.worth[i] * expectedGain(reward, i, line[i], card.spread[i]);
          // Where the curve is almost a step, the equation is as steep as it is: the stake is exact to its own size.
          const turn = expectedTurn(reward, i, line[i], card.spread[i]);
          const steep = 1 + Math.abs(today * reward.worth[i] * card.gain[i] * turn);
          if (world.lossAversion[w] === 0) {
            expect(Math.abs(card.stake[i] - point), `stake of lane ${i}`).toBeLessThan(
              1e-6 * (1 + card.stake[i]) * steep,
            );
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  test("without a reward nobody moves", () => {
    const { scene } = playedCard(3, { ...bonus, "at target": "0 EUR/year" });
    for (let at = 0; at < scene.lanes.effort.length; at++) {
      expect(scene.lanes.effort[at]).toBeCloseTo(scene.lanes.natural[at], 12);
    }
    expect(scene.lanes.gain.every((one) => one === 0)).toBe(true);
  });

  test("a larger linear reward never lowers the score foreseen by those who choose", () => {
    const linear = (amount: number) => ({ ...bonus, "at target": `${amount} EUR/year`, curve: { kind: "linear" } });
    fc.assert(
      fc.property(seeds, (seed) => {
        const [small, large] = [4_000, 16_000].map((amount) => playedCard(seed, linear(amount)).card);
        for (let i = 0; i < small.forecast.length; i++) {
          if (small.gain[i] >= 0) expect(large.forecast[i]).toBeGreaterThanOrEqual(small.forecast[i] - 1e-9);
        }
      }),
      { numRuns: 20 },
    );
  });
});
