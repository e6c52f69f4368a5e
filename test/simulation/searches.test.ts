import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Problem } from "../../src/foundation/text/problem.js";
import { rounds } from "../../src/model/responses/planner.js";
import { mostSteps, solveStakes } from "../../src/model/responses/stake-search.js";
import { rewards } from "../../src/model/rewards/index.js";
import { allocateReward } from "../../src/model/scorecard/card.js";
import { makeScenario } from "../../src/scenario/scenario.js";
import { drawBatch, outcomesFor } from "../../src/simulation/batch/batch.js";
import { DesignSimulation } from "../../src/simulation/batch/design-simulation.js";
import { compile } from "../../src/simulation/compile.js";
import type { Held } from "../../src/simulation/data.js";
import { equalise, mostSlopes, mostTrials } from "../../src/simulation/equal-cost/equalise.js";
import { anyCurve } from "../parts/curve-settings.js";
import { smallFile } from "./small.js";

const bonus = (curve: unknown) => ({ kind: "cash bonus", "at target": "12000 EUR/year", curve });
const onlyDesign = (curve: unknown, more: Record<string, unknown> = {}) =>
  smallFile({
    designs: { a: { period: "1 year", weights: { "account revenue": "100 %" }, rewards: [bonus(curve)] } },
    ...more,
  });
const nothingByChance = {
  accounts: {
    "per manager": 1,
    "account luck": 0,
    "market luck": 0,
    "order luck": 0,
    churn: "0 %/year",
    "account spread": 0,
  },
};

/** Files that ask for what cannot be had, or for what only a jump away can. */
const hostile: Readonly<Record<string, unknown>> = {
  "a curve nobody reaches": onlyDesign({ kind: "steps", steps: [{ at: "400 %", pays: "100 %" }] }),
  "all or nothing where nothing is left to luck": onlyDesign(
    { kind: "steps", steps: [{ at: "100 %", pays: "100 %" }] },
    nothingByChance,
  ),
  "a straight line where nothing is left to luck": onlyDesign({ kind: "linear" }, nothingByChance),
  "many steps": onlyDesign({
    kind: "steps",
    steps: [
      { at: "50 %", pays: "1 %" },
      { at: "99 %", pays: "50 %" },
      { at: "101 %", pays: "300 %" },
    ],
  }),
  "a prize for the best": onlyDesign({ kind: "rank", winners: 1 }),
  "a steep cliff": onlyDesign({ kind: "target", threshold: "99 %", "pays at threshold": "0 %", accelerator: 50 }),
  "managers who can do anything": onlyDesign(
    { kind: "linear" },
    { assumptions: { "effort cost": 0.0001 }, team: { managers: 2, hours: 1000 } },
  ),
};
const targets = [
  { outcome: "reward cost", value: 12_000, atTarget: 0.37 },
  { outcome: "reward cost", value: 1, atTarget: 0.99 },
  { outcome: "reward cost", value: 1e9, atTarget: 0.01 },
] as const;

describe("holding a design equal ends within the trials stated, and says what was not met", () => {
  test.each(Object.entries(hostile))("%s", (_, file) => {
    const program = compile(makeScenario(file));
    const pair = (worlds: number) => ({
      plain: drawBatch(program, 0, worlds),
      mirrored: drawBatch(program, 0, worlds, true),
    });
    const pilots = { few: [pair(1)], many: [pair(4)] };
    const runs = [{ design: "a", response: "look-ahead", columns: ["look-ahead"] }];
    const from = { scale: 1, shift: 0 };
    for (const target of targets) {
      const search = { design: 0, response: "look-ahead", target, from, runs, outcomes: outcomesFor(program) };
      const steps = equalise(pilots, search);
      let pauses = 0;
      let held: Held | undefined;
      try {
        for (let step = steps.next(); ; step = steps.next()) {
          if (step.done) {
            held = step.value;
            break;
          }
          pauses++;
          expect(pauses).toBeLessThanOrEqual(mostTrials + 4 * mostSlopes);
        }
      } catch (error) {
        // plans so large that the model has no number for them are refused
        if (!(error instanceof Problem)) throw error;
        expect(error.message).toContain("is not a finite number");
        continue;
      }
      const slopes = held.slopes.flatMap(({ byScale, byShift }) => [
        ...Object.values(byScale),
        ...Object.values(byShift),
      ]);
      const numbers = [held.scale, held.shift, ...slopes];
      expect(numbers.every(Number.isFinite)).toBe(true);
      expect(held.isMet ? held.remark : held.remark !== "").toBe(held.isMet ? "" : true);
    }
  });
});

/** A list that counts how often something is taken from it. */
function counted<T extends object>(list: T): { readonly list: T; readonly count: () => number } {
  let count = 0;
  const proxy = new Proxy(list, {
    get: (from, key) => {
      if (typeof key === "string" && /^\d+$/.test(key)) count++;
      return Reflect.get(from, key);
    },
  });
  return { list: proxy, count: () => count };
}

const far = (most: number) => fc.double({ min: -most, max: most, noNaN: true });
const size = (least: number, most: number) =>
  fc.double({ min: Math.log(least), max: Math.log(most), noNaN: true }).map(Math.exp);

describe("what a score point is worth is found within the steps stated", () => {
  test("whatever the curve, the uncertainty, the amounts, the effect of effort and where the search begins", () => {
    const card = fc.record({
      curve: anyCurve,
      worth: size(1e-6, 1e15),
      spread: size(1e-3, 1e6),
      lin: far(1e9),
      gain: far(1e6),
      stake: size(1e-9, 1e18),
      value: fc.double({ min: 0, max: 1, noNaN: true }),
      loss: fc.double({ min: 0, max: 5, noNaN: true }),
    });
    fc.assert(
      fc.property(card, ({ curve: { form }, worth, value, loss, ...columns }) => {
        const reward = rewards.find(({ kind }) => kind === "cash bonus")!;
        const amount = { money: worth, ofSalary: 0, ofRevenue: 0 };
        const state = allocateReward({ reward, amount, form, isTeam: false, numbers: [0, 0, 0] }, 1);
        state.worth[0] = worth;
        state.current[0] = worth;
        const { list, count } = counted([state]);
        const [spread, lin, gain, stake] = [columns.spread, columns.lin, columns.gain, columns.stake].map((one) =>
          Float64Array.of(one),
        );
        solveStakes({ rewards: list, spread, lin, gain, stake }, 0, 1, value, loss);
        // each step takes the reward twice; twice before the first
        expect(count()).toBeLessThanOrEqual(2 * mostSteps + 2);
        expect(Number.isFinite(stake[0])).toBe(true);
        expect(stake[0]).toBeGreaterThanOrEqual(0);
      }),
      { numRuns: 2000, seed: 20260101 },
    );
  });
});

describe("the first best is found within the rounds stated", () => {
  test.each(Object.keys(hostile).slice(-2))("%s", (name) => {
    const program = compile(makeScenario(hostile[name]));
    const design = program.designs.findIndex(({ role }) => role === "first best");
    const play = new DesignSimulation(drawBatch(program, 0, 2), { design, response: "planner", scale: 1, shift: 0 });
    const { list, count } = counted(play.world.hours);
    Object.assign(play, { world: { ...play.world, hours: list } });
    for (let month = 0; month < 12; month++) play.month(month);
    // every pass over the activities looks at the hours of a month once; a pass drops at least one activity or is the last of its round
    const most = rounds * (program.activities.length + 1) * play.lanes.lanes * 12;
    expect(count()).toBeGreaterThan(0);
    expect(count()).toBeLessThanOrEqual(most);
  });
});
