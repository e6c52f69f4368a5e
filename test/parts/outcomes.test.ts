import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { PlainNumbers } from "../../src/model/frame/part.js";
import { accountValue } from "../../src/model/outcomes/accounts/account-value.js";
import { outcomes, scenarioOutcomes } from "../../src/model/outcomes/index.js";
import { netValue } from "../../src/model/outcomes/net-value.js";
import { otherCost } from "../../src/model/outcomes/other-cost.js";
import type { MonthView, Outcome, OutcomeExample } from "../../src/model/outcomes/outcome.js";
import { rewardSpend } from "../../src/model/outcomes/pay/reward-spend.js";
import { surplus } from "../../src/model/outcomes/surplus.js";
import type { CardState } from "../../src/model/scorecard/card.js";
import { expectSame } from "./agreement.js";
import { columnsIn, defaults, randomScene, restingScene, type Scene } from "./scenes.js";
import { between, drawsFrom } from "./worlds.js";

type Closes = NonNullable<OutcomeExample["closes"]>;

const seeds = fc.integer({ min: 0, max: 2 ** 31 });

/** Months of revenue a state is worth at the horizon, in the order an outcome finds them. */
const legacyNames = ["Level", "Relationship", "Satisfaction", "Adoption", "Pulled", "Boost", "Transitory"].map(
  (one) => `legacy${one}`,
);

/** What an outcome sees in a month of a scene. */
function lookAt(scene: Scene, month: number, named: Partial<MonthView> = {}): MonthView {
  const { lanes, world, activities } = scene;
  const none = new Float64Array(lanes.worlds);
  return {
    lanes,
    cards: [],
    world,
    activities,
    month,
    closed: [],
    monitoring: 0,
    discount: world.firmMonth.map((factor) => factor ** month),
    legacy: legacyNames.map((name) => world[name] ?? none),
    ...named,
  };
}

/** The main scorecard of one lane at a score. */
const cardAt = (closes: Closes, score: number): CardState =>
  ({
    plan: { period: closes.period },
    score: Float64Array.of(score),
    rewards: [{ plan: { form: { threshold: closes.threshold, cap: closes.cap } } }],
  }) as unknown as CardState;

/** What is seen of a card that closes every period and at the horizon; in between its score is above everything. */
function seenAt(closes: Closes | undefined, month: number, months: number): Partial<MonthView> {
  if (closes === undefined) return {};
  const isClose = (month + 1) % closes.period === 0 || month === months - 1;
  const score = isClose ? closes.scores[Math.floor(month / closes.period)] : 9;
  return { cards: [cardAt(closes, score)], closed: [isClose] };
}

/** Some months alike, then the horizon; an outcome that is a sum of others is their sum. */
function valuesOf(
  outcome: Outcome,
  scene: Scene,
  months: number,
  named: Partial<MonthView> = {},
  closes?: Closes,
): Float64Array {
  const sum = new Float64Array(scene.lanes.lanes);
  if (outcome.sumOf) {
    for (const [part, sign] of outcome.sumOf) {
      valuesOf(part, scene, months, named, closes).forEach((value, i) => {
        sum[i] += sign * value;
      });
    }
    return sum;
  }
  const seen = (month: number) => lookAt(scene, month, { ...named, ...seenAt(closes, month, months) });
  for (let month = 0; month < months; month++) outcome.add(sum, seen(month));
  const discount = scene.world.firmMonth.map((factor) => factor ** months);
  outcome.finish(sum, { ...seen(months - 1), discount });
  return sum;
}

/** One lane with every column zero but what is named. */
function barrenScene(lane: PlainNumbers = {}, account: PlainNumbers = {}, world: PlainNumbers = {}): Scene {
  const scene = restingScene({ world });
  const columns = columnsIn(scene.lanes);
  for (const column of Object.values(columns)) if (column instanceof Float64Array) column.fill(0);
  for (const [name, value] of Object.entries({ ...lane, ...account })) columns[name].fill(value);
  return scene;
}

describe.each(scenarioOutcomes(defaults).map((outcome) => [outcome.name, outcome] as const))(
  "outcome: %s",
  (_name, outcome) => {
    test.each(outcome.examples.map((example) => [example.why, example] as const))("%s", (_why, example) => {
      const scene = barrenScene(example.lane, example.account, example.world);
      const lanes = { ...scene.lanes, months: example.months };
      const named = { monitoring: example.monitoring ?? 0 };
      const [found] = valuesOf(outcome, { ...scene, lanes }, example.months, named, example.closes);
      expectSame(found, example.gives, outcome.name);
    });

    test("an average over months alike does not depend on how many there are", () => {
      if (outcome.per.includes("over the horizon")) return;
      fc.assert(
        fc.property(seeds, fc.integer({ min: 1, max: 40 }), (seed, months) => {
          const scene = randomScene(drawsFrom(seed));
          const once = valuesOf(outcome, scene, 1);
          const often = valuesOf(outcome, scene, months);
          for (let i = 0; i < once.length; i++) expectSame(often[i], once[i], `lane ${i}`);
        }),
        { numRuns: 10 },
      );
    });
  },
);

describe("the net value adds up", () => {
  const anyBatch = (seed: number) => {
    const draw = drawsFrom(seed);
    const scene = randomScene(draw);
    const legacy = legacyNames.map(() => Float64Array.from({ length: 3 }, () => between(draw, -2, 60)));
    return { scene, named: { legacy, monitoring: between(draw, 0, 3_000) } };
  };

  test("net value = account value − reward spend − hiring and monitoring", () => {
    fc.assert(
      fc.property(seeds, fc.integer({ min: 1, max: 36 }), (seed, months) => {
        const { scene, named } = anyBatch(seed);
        const [net, value, spend, other] = [netValue, accountValue, rewardSpend, otherCost].map((outcome) =>
          valuesOf(outcome, scene, months, named),
        );
        for (let i = 0; i < net.length; i++) expectSame(net[i], value[i] - spend[i] - other[i], `lane ${i}`, 1e-11);
      }),
      { numRuns: 40 },
    );
    expect(netValue.sumOf).toEqual([
      [accountValue, 1],
      [rewardSpend, -1],
      [otherCost, -1],
    ]);
    expect(outcomes[0]).toBe(netValue);
  });

  test("surplus and net value differ by reward cost less effort cost: pay is a transfer", () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const { scene, named } = anyBatch(seed);
        const [net, created] = [netValue, surplus].map((outcome) => valuesOf(outcome, scene, 1, named));
        const { accrued, effortCost } = scene.lanes;
        for (let i = 0; i < net.length; i++) expectSame(created[i] - net[i], accrued[i] - effortCost[i], "", 1e-6);
      }),
      { numRuns: 40 },
    );
  });

  test("legacy counts each state in months of revenue, discounted to the start", () => {
    // 12 000 a month grown by e^.5, 20 % margin: (10 + 2·.1 + 3·(−.1) + 4·.5 + 5·.02 + 6·.3) months = 13.8; after 3 months at .9: .729
    const account = { size: 144_000, lnSize: 0.5, relationship: 1.1, satisfaction: 0.9, adoption: 1.5, pulled: 0.02 };
    const legacy = [10, 2, 3, 4, 5, 6, 7].map((value) => Float64Array.of(value));
    const scene = barrenScene({}, { ...account, boost: 0.3 }, { margin: 0.2, firmMonth: 0.9 });
    const [found] = valuesOf(accountValue, scene, 3, { legacy });
    expect(found).toBeCloseTo(12_000 * Math.exp(0.5) * 0.2 * 13.8 * 0.729, 6);
  });
});

describe("outcomes of the closes", () => {
  /** Three closes in 16 months: the last period is cut at the horizon. */
  const shareOf = (name: string, scores: readonly number[]): number => {
    const outcome = outcomes.find((one) => one.name === name)!;
    const closes = { period: 6, threshold: 0.9, cap: 1.2, scores };
    return valuesOf(outcome, barrenScene({ push: 0.12 }), 16, {}, closes)[0];
  };

  test("shares are of closes, and a tie counts as reached", () => {
    expect(shareOf("above threshold", [0.89, 0.9, 1.3])).toBeCloseTo(2 / 3, 12);
    expect(shareOf("at target", [0.99, 1, 1.3])).toBeCloseTo(2 / 3, 12);
    expect(shareOf("at cap", [0.9, 1.1, 1.2])).toBeCloseTo(1 / 3, 12);
  });

  test("closing push is the mean over months that close", () => {
    expect(shareOf("closing push", [1, 1, 1])).toBeCloseTo(0.12, 12);
  });
});
