import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Decimal, decimal, sumOfDecimals } from "../../src/foundation/values/decimal.js";
import type { ExactDue, ExactRule } from "../../src/model/rewards/exact-rule.js";
import { rewardField, rewards } from "../../src/model/rewards/index.js";
import type { RewardPlan, RewardState, RewardWorld } from "../../src/model/rewards/reward.js";
import { allocateReward } from "../../src/model/scorecard/card.js";
import { expectSame } from "./agreement.js";
import { restingScene } from "./scenes.js";

const field = rewardField(rewards);

/** What `settle` makes of a payout: cash now and later, the part that lapses on leaving, raise, and cost that is no pay. */
function settled(written: unknown, unit: number, payout: number, raise: number) {
  const plan = field.parse(written);
  const scene = restingScene({ lane: { raise }, world: { salary: 80_000, onCosts: 0 } });
  const state: RewardState = allocateReward(plan, scene.lanes.lanes);
  state.unit.fill(unit);
  plan.reward.settle(state, Float64Array.of(payout), scene.lanes, scene.world as unknown as RewardWorld, 0, 12);
  const { paid, spent } = scene.lanes;
  const sum = (column: Float64Array) => column.reduce((total, one) => total + one, 0);
  return {
    plan,
    now: paid[0],
    owed: sum(state.owed),
    vesting: sum(state.pending),
    raise: scene.lanes.raise[0] - raise,
    value: plan.reward.form === "award" || plan.reward.form === "development" ? spent[0] : 0,
  };
}

/** The exact rule of a reward for somebody in a team paid 80 000. */
function ruleOf(plan: RewardPlan, salary: Decimal): ExactRule {
  const midpoint = decimal(80_000).times(decimal(plan.reward.form === "raise" ? plan.numbers[0] : 1));
  const rule = plan.reward.exact?.(plan, { salary, midpoint });
  if (rule === undefined) throw new Error(`${plan.reward.kind} has no exact rule`);
  return rule;
}

describe("what a payout turns into, in decimals, is what the simulation settles", () => {
  const examples = rewards.flatMap(({ examples }) => examples.map(({ settings }) => settings));
  const more = [
    { kind: "cash bonus", "at target": "1 EUR/year", "paid after": "3 months" },
    {
      kind: "cash bonus",
      "at target": "1 EUR/year",
      "paid after": "2 months",
      deferred: "40 %",
      "vests after": "36 months",
    },
    { kind: "salary increase", "at target": "1 EUR/year", midpoint: "90 % of base salary" },
  ];
  const amount = fc.double({ min: 0, max: 50_000, noNaN: true });

  test("for every reward, any amount, payout and salary", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...examples, ...more),
        amount,
        fc.double({ min: 0, max: 2, noNaN: true }),
        fc.integer({ min: 0, max: 30_000 }),
        (written, unit, payout, raise) => {
          const found = settled(written, unit, payout, raise);
          const rule = ruleOf(found.plan, decimal(80_000 + raise));
          const earned = decimal(unit).times(decimal(payout));
          const part = (wanted: (one: ExactDue) => boolean) =>
            Number(earned.times(sumOfDecimals(rule.parts.filter(wanted).map(({ share }) => share))).toFixed());
          expectSame(
            part((one) => one.form === "cash" && one.after === 0),
            found.now,
            "now",
            1e-12,
          );
          expectSame(
            part((one) => one.after > 0 && !one.isForfeited),
            found.owed,
            "later",
            1e-12,
          );
          expectSame(
            part((one) => one.after > 0 && one.isForfeited),
            found.vesting,
            "vesting",
            1e-12,
          );
          expectSame(
            part((one) => one.form === "raise"),
            found.raise,
            "raise",
            1e-9,
          );
          expectSame(
            part((one) => one.form === "value"),
            found.value,
            "value",
            1e-12,
          );
        },
      ),
      { numRuns: 400 },
    );
  });

  test("a band of the merit matrix is reached at its lower end: 64 800 of 72 000 is .9", () => {
    const plan = field.parse({ kind: "salary increase", "at target": "1 EUR/year" });
    const factor = (salary: number) =>
      plan.reward.exact?.(plan, { salary: decimal(salary), midpoint: decimal(72_000) }).parts[0].share;
    expect([64_799, 64_800, 82_799, 82_800].map((salary) => String(factor(salary)))).toEqual(["1.2", "1", "1", "0.7"]);
  });

  test("no midpoint, no raise: the person is refused", () => {
    const plan = field.parse({ kind: "salary increase", "at target": "1 EUR/year" });
    const person = { salary: decimal(1), midpoint: undefined };
    expect(() => plan.reward.exact?.(plan, person)).toThrow(/midpoint/);
  });

  test("a matrix that is the same at every position needs none", () => {
    const positions = ["0 %", "90 %"].map((from) => ({ "compa-ratio from": from, factor: "80 %" }));
    const plan = field.parse({ kind: "salary increase", "at target": "1 EUR/year", positions });
    const rule = plan.reward.exact?.(plan, { salary: decimal(1), midpoint: undefined });
    expect(rule?.parts.map(({ share }) => String(share))).toEqual(["0.8"]);
  });
});
