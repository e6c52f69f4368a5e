import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { accountColumns, activityColumns, laneColumns } from "../../src/model/frame/lanes.js";
import { keepMonth } from "../../src/model/people/patience.js";
import { rewardField, rewards } from "../../src/model/rewards/index.js";
import type { Reward, RewardExample, RewardPlan, RewardState, RewardWorld } from "../../src/model/rewards/reward.js";
import { positionFactor } from "../../src/model/rewards/salary-increase.js";
import { allocateReward, type CardState } from "../../src/model/scorecard/card.js";
import { type CloseWorld, openPeriod } from "../../src/model/scorecard/close.js";
import { expectSame } from "./agreement.js";
import { columnsIn, copyOf, momentOf, randomScene, restingScene, type Scene } from "./scenes.js";
import { between, type Draw, drawsFrom } from "./worlds.js";

const seeds = fc.integer({ min: 0, max: 2 ** 31 });
const runs = { numRuns: 60 };
const field = rewardField(rewards);

/** More settings than the examples show, for rewards whose numbers bend the path of money. */
const variations: Readonly<Record<string, readonly object[]>> = {
  "cash bonus": [
    { "at target": "9000 EUR/year", "paid after": "3 months" },
    { "at target": "10 % of base salary", "paid after": "2 months", deferred: "40 %", "vests after": "36 months" },
    { "at target": "5000 EUR/year", deferred: "100 %", "vests after": "1 month", for: "team" },
  ],
  "salary increase": [
    { "at target": "3 % of base salary", midpoint: "90 % of base salary" },
    { "at target": "2000 EUR/year", positions: [{ "compa-ratio from": "0 %", factor: "50 %" }] },
  ],
  recognition: [{ "at target": "500 EUR/year", appeal: 2, for: "team" }],
};

const plansOf = (reward: Reward): RewardPlan[] => {
  const more = (variations[reward.kind] ?? []).map((settings) => ({ kind: reward.kind, ...settings }));
  return [...reward.examples.map(({ settings }) => settings), ...more].map((settings) => field.parse(settings));
};

/** Any plan of one reward. */
function anyPlanOf(reward: Reward): fc.Arbitrary<RewardPlan> {
  const plans = plansOf(reward);
  if (plans.length === 0)
    expect.fail(`src/model/rewards: reward "${reward.kind}" has no examples; work one out by hand`);
  return fc.constantFrom(...plans);
}

const anyReward: fc.Arbitrary<RewardPlan> = fc.constantFrom(...rewards.flatMap(plansOf));

/** Opens a period of some months: what a unit of payout is in money. */
function opened(plan: RewardPlan, scene: Scene, months: number, targets: () => number): RewardState {
  const state = allocateReward(plan, scene.lanes.lanes);
  const target = Float64Array.from({ length: scene.lanes.lanes }, targets);
  const card = { rewards: [state], slots: [{ target }] } as unknown as CardState;
  openPeriod(card, scene.lanes, scene.world as CloseWorld, 1, months);
  return state;
}

interface Settlement {
  readonly scene: Scene;
  readonly state: RewardState;
  readonly payout: Float64Array;
  readonly months: number;
}

/** The lanes after worth and settlement; those of the scene stay as they are. */
function settled({ scene, state, payout, months }: Settlement): Scene {
  const lanes = copyOf(scene.lanes);
  const { reward } = state.plan;
  reward.worth(state, lanes, scene.world as unknown as RewardWorld, months);
  reward.settle(state, payout, lanes, scene.world as unknown as RewardWorld, scene.month, months);
  return { ...scene, lanes };
}

/** A random batch in which a period of this reward closes. */
function randomClose(plan: RewardPlan, seed: number): Settlement & { readonly draw: Draw } {
  const draw = drawsFrom(seed);
  const scene = randomScene(draw);
  const months = [1, 3, 12, 36][Math.floor(4 * draw())];
  const state = opened(plan, scene, months, () => between(draw, 1e4, 1e6));
  const payout = Float64Array.from({ length: scene.lanes.lanes }, () => (draw() < 0.2 ? 0 : between(draw, 0, 2)));
  return { scene, state, payout, months, draw };
}

function expectExample({ lane, world, months = 12, payout = 1, settings, gives }: RewardExample): void {
  const { target, ...named } = lane ?? {};
  const scene = restingScene({ lane: named, ...(world ? { world } : {}) });
  const state = opened(field.parse(settings), scene, months, () => target ?? 1);
  const moment = momentOf(scene, 0);
  const after = settled({ scene, state, payout: Float64Array.of(payout), months });
  const { reward } = state.plan;
  const { unit, worth, ...columns } = gives;
  if (unit !== undefined) expectSame(state.unit[0], unit, "unit");
  if (worth !== undefined) {
    expectSame(state.worth[0], worth, "worth");
    const plain = reward.worthFormula(state.plan, state.unit[0], moment.lane, moment.world, months);
    expectSame(plain, worth, "worth by formula");
  }
  for (const [name, value] of Object.entries(columns)) expectSame(columnsIn(after.lanes)[name][0], value, name);
}

describe.each(rewards.map((reward) => [reward.kind, reward] as const))("reward: %s", (_kind, reward) => {
  test.each(reward.examples.map((example) => [example.why, example] as const))("%s", (_why, example) => {
    expectExample(example);
  });

  test("worth by kernel is worth by formula", () => {
    fc.assert(
      fc.property(anyPlanOf(reward), seeds, (plan, seed) => {
        const close = randomClose(plan, seed);
        const { state, scene, months } = close;
        settled(close);
        for (let i = 0; i < scene.lanes.lanes; i++) {
          const { lane, world } = momentOf(scene, i);
          expectSame(state.worth[i], reward.worthFormula(plan, state.unit[i], lane, world, months), `lane ${i}`);
        }
      }),
      runs,
    );
  });
});

const allColumns = Object.keys({ ...laneColumns, ...accountColumns, ...activityColumns });

describe("laws of every reward", () => {
  test("a payout of zero gives nothing and costs nothing", () => {
    fc.assert(
      fc.property(anyReward, seeds, (plan, seed) => {
        const close = randomClose(plan, seed);
        const after = settled({ ...close, payout: close.payout.map(() => 0) });
        for (const name of allColumns) expect(columnsIn(after.lanes)[name]).toEqual(columnsIn(close.scene.lanes)[name]);
        expect([...close.state.pending, ...close.state.owed].every((due) => due === 0)).toBe(true);
      }),
      runs,
    );
  });

  test("doubling the amount doubles money, cost and raises; an award's worth grows less", () => {
    fc.assert(
      fc.property(anyReward, seeds, (plan, seed) => {
        const once = randomClose(plan, seed);
        const twice = randomClose(plan, seed);
        for (let i = 0; i < twice.state.unit.length; i++) twice.state.unit[i] *= 2;
        const [one, two] = [settled(once), settled(twice)];
        const before = columnsIn(once.scene.lanes);
        const isAward = plan.reward.form === "award";
        for (const name of ["paid", "accrued", "spent", "raise", ...(isAward ? [] : ["enjoyed"])]) {
          for (let i = 0; i < one.lanes.lanes; i++) {
            const [gained, doubled] = [one, two].map(({ lanes }) => columnsIn(lanes)[name][i] - before[name][i]);
            expect(Math.abs(doubled - 2 * gained), name).toBeLessThan(1e-9 * (1 + Math.abs(before[name][i]) + doubled));
          }
        }
        for (let i = 0; i < one.lanes.lanes; i++) {
          const factor = twice.state.worth[i] / once.state.worth[i];
          if (!(once.state.worth[i] > 0)) continue;
          if (isAward) expect(factor).toBeLessThan(2);
          else expectSame(factor, 2, "worth");
        }
      }),
      runs,
    );
  });

  test("money paid, now or later, with on-costs is money spent", () => {
    const cash = rewards.filter(({ form }) => form === "cash" || form === "salary").flatMap(plansOf);
    fc.assert(
      fc.property(fc.constantFrom(...cash), seeds, (plan, seed) => {
        const close = randomClose(plan, seed);
        const { scene, state, payout } = close;
        const { lanes } = settled(close);
        for (let i = 0; i < lanes.lanes; i++) {
          let later = 0;
          for (let k = 0; k < state.ring; k++)
            later += state.pending[k * lanes.lanes + i] + state.owed[k * lanes.lanes + i];
          const paid = lanes.paid[i] - scene.lanes.paid[i];
          const onCosts = 1 + scene.world.onCosts[lanes.world[i]];
          const slack = 1e-9 * (1 + lanes.paid[i]);
          expect(Math.abs(paid + later - state.unit[i] * payout[i])).toBeLessThan(slack);
          expect(Math.abs(paid * onCosts - (lanes.spent[i] - scene.lanes.spent[i]))).toBeLessThan(slack);
        }
      }),
      runs,
    );
  });

  test("no reward takes anything away, and only recognition wears off", () => {
    fc.assert(
      fc.property(anyReward, seeds, (plan, seed) => {
        const close = randomClose(plan, seed);
        const { lanes } = settled(close);
        const before = columnsIn(close.scene.lanes);
        for (let i = 0; i < lanes.lanes; i++) {
          for (const name of ["paid", "accrued", "spent", "raise", "enjoyed"]) {
            expect(columnsIn(lanes)[name][i]).toBeGreaterThanOrEqual(before[name][i]);
          }
          expect(lanes.freshness[i]).toBeLessThanOrEqual(before.freshness[i]);
          if (plan.reward.form !== "award") expect(lanes.freshness[i]).toBe(before.freshness[i]);
        }
      }),
      runs,
    );
  });

  test("a longer period pays in proportion to its length", () => {
    fc.assert(
      fc.property(anyReward, seeds, (plan, seed) => {
        const scene = randomScene(drawsFrom(seed));
        const quarter = opened(plan, scene, 3, () => 2e5).unit;
        const years = opened(plan, scene, 36, () => 2e5).unit;
        for (let i = 0; i < quarter.length; i++) expectSame(years[i], 12 * quarter[i], `lane ${i}`);
      }),
      runs,
    );
  });
});

describe("worked by hand", () => {
  const yearlyRaise = (world: object) => {
    const scene = restingScene({ world: { salary: 80_000, ...world } });
    const plan = field.parse({ kind: "salary increase", "at target": "1 EUR/year" });
    const state = opened(plan, scene, 12, () => 1);
    settled({ scene, state, payout: Float64Array.of(0), months: 12 });
    return state.worth[0];
  };

  test("a permanent raise kept .88, discounted at 8 %, growing 2.5 % a year", () => {
    const keep = keepMonth(0.08, 0.12);
    // yearly: 1/(1 − .88·1.025/1.08) = 6.067416; monthly a twelfth at a time: ln(.835185) = −.180102, 1 − e^(−.0150085) = .0148964
    const yearly = 1 / (1 - (0.88 * 1.025) / 1.08);
    expect(yearly).toBeCloseTo(6.067416, 6);
    const worth = yearlyRaise({ keepMonth: keep, payGrowth: 0.025 });
    expect(worth).toBeCloseTo(1 / (12 * 0.0148964), 3);
    expect(worth).toBeCloseTo(1 / 12 / (1 - (1 / (yearly / (yearly - 1))) ** (1 / 12)), 9);
  });

  test("merit matrix: the band reached last gives the factor", () => {
    const numbers = [1, 0, 1.2, 0.9, 1, 1.15, 0.7];
    expect([0.5, 0.8999, 0.9, 1.1499, 1.15, 2].map((at) => positionFactor(numbers, at))).toEqual([
      1.2, 1.2, 1, 1, 0.7, 0.7,
    ]);
  });

  test("a bonus paid three months after the close waits in the ring and costs less today", () => {
    const scene = restingScene({ world: { onCosts: 0.2, firmMonth: 0.99 } });
    const plan = field.parse({ kind: "cash bonus", "at target": "10000 EUR/year", "paid after": "3 months" });
    const state = opened(plan, scene, 12, () => 1);
    const { lanes } = settled({ scene, state, payout: Float64Array.of(1), months: 12 });
    expect(state.ring).toBe(4);
    expect([...state.owed]).toEqual([0, 0, 0, 10_000]);
    expect(lanes.paid[0]).toBe(0);
    expect(lanes.accrued[0]).toBeCloseTo(12_000 * 0.970299, 6);
  });

  test.each([
    ["deferred without a date", { kind: "cash bonus", "at target": "1 EUR/year", deferred: "10 %" }, /says until when/],
    ["a rate above all revenue", { kind: "commission", rate: "120 % of account revenue" }, /above the largest/],
    ["an unknown setting", { kind: "cash bonus", "at target": "1 EUR/year", kurve: {} }, /kurve/],
    ["an amount below zero", { kind: "recognition", "at target": "-1 EUR/year" }, /below the smallest/],
  ])("%s is refused", (_what, settings, fault) => {
    const read = field.safeParse(settings);
    expect(read.success ? "accepted" : read.error.issues.map(({ message }) => message).join("\n")).toMatch(fault);
  });
});
