import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { type Estimate, estimate } from "../../src/foundation/maths/summary.js";
import { outcomes } from "../../src/model/outcomes/index.js";
import { type PlanMade, type PlanMiss, plansMade } from "../../src/results/plans-made.js";
import { makeScenario } from "../../src/scenario/scenario.js";
import { drawBatch, runTask } from "../../src/simulation/batch/batch.js";
import { finish } from "../../src/simulation/batch/steps.js";
import { compile } from "../../src/simulation/compile.js";
import type { Held, HoldTarget, Run } from "../../src/simulation/data.js";

import { holdTolerance, tryPlan } from "../../src/simulation/equal-cost/pilot.js";

import { simulate } from "../../src/simulation/simulate.js";
import type { Program } from "../../src/simulation/world/program.js";
import { anyData, type Data, withSettings } from "../laws/scenes.js";

const scenarios = 16;
/** Worlds of a run, and of what it is checked on. */
const worlds = 128;
const others = 600;
const worldsPerBatch = 100;

const shown = ["reward cost", "at target"].map((name) => outcomes.find((one) => one.name === name)!);

/** Reward cost and share at target of a design at a plan, on worlds of another seed than the pilots'. */
function realised(
  program: Program,
  { design, response }: Pick<Held, "design" | "response">,
  { scale, shift }: Pick<Held, "scale" | "shift">,
  seed: number,
): { readonly cost: Estimate; readonly share: Estimate } {
  const task = { design: program.designs.findIndex((one) => one.name === design), response, scale, shift };
  const [cost, share] = shown.map(() => new Float64Array(others));
  for (let first = 0; first < others; first += worldsPerBatch) {
    const values = runTask(drawBatch({ ...program, seed }, first, worldsPerBatch), task, shown);
    cost.set(values.subarray(0, worldsPerBatch), first);
    share.set(values.subarray(worldsPerBatch), first);
  }
  return { cost: estimate(cost), share: estimate(share) };
}

interface HeldScenario {
  readonly program: Program;
  readonly target: HoldTarget;
  readonly run: Run;
}

async function hold(data: Data, target: HoldTarget): Promise<HeldScenario> {
  const share = target.atTarget === undefined ? {} : { "at target": `${100 * target.atTarget} %` };
  const scenario = makeScenario({ ...data, hold: { "reward cost": `${target.value} EUR/year`, ...share } });
  return { program: compile(scenario), target, run: await simulate(scenario, { replications: worlds }) };
}

const anyTarget = fc.record({
  outcome: fc.constant("reward cost" as const),
  value: fc.integer({ min: 20, max: 250 }).map((hundreds) => 100 * hundreds),
  atTarget: fc.option(
    fc.integer({ min: 6, max: 16 }).map((twentieths) => twentieths / 20),
    { nil: undefined },
  ),
});

/** score. Tightenings about a plan, in order. */
const jumps = [0, 1e-4, 1e-3, 0.003, 0.01, 0.03, 0.1, 0.3]
  .flatMap((one) => (one === 0 ? [0] : [-one, one]))
  .sort((a, b) => a - b);

/** Share at target on the pilots, where the search looked, at a plan tightened otherwise. */
function pilotShare(
  program: Program,
  target: HoldTarget,
  { design, response, scale, pilots }: Held,
  shift: number,
): number {
  const pilot = [{ plain: drawBatch(program, 0, pilots), mirrored: drawBatch(program, 0, pilots, true) }];
  const d = program.designs.findIndex((one) => one.name === design);
  return finish(tryPlan(pilot, { design: d, response, scale, shift }, target)).share as number;
}

/** A plan of a run and what it gives in other worlds, in the standard errors of both. */
interface Checked {
  readonly plan: PlanMade;
  readonly cost: number;
  readonly share: number | undefined;
}

const off = (asked: PlanMiss, found: Estimate): number =>
  (found.mean - asked.asked) / Math.hypot(asked.miss.standardError, found.standardError);

describe("designs of any scenario that are held equal", () => {
  const all: HeldScenario[] = [];
  const checked: Checked[] = [];

  beforeAll(async () => {
    const sample = fc.sample(fc.tuple(anyData(), anyTarget), { numRuns: scenarios, seed: 20260101 });
    for (const [k, [data, target]] of sample.entries()) {
      // luck of its own for every scenario, so that one unlucky run is one miss
      const one = await hold(withSettings(data, "run", { seed: 1 + k }), target);
      all.push(one);
      for (const response of one.run.responses.filter((name) => name !== "none")) {
        for (const plan of plansMade(one.run, { response })) {
          if (!plan.isMet || plan.amount === undefined) continue;
          const equal = { scale: plan.factor.mean, shift: plan.tightened.mean };
          const under = { ...plan, response: plan.design === "flat top-up" ? "none" : response };
          const found = realised(one.program, under, equal, 1_000_000 + k);
          checked.push({
            plan,
            cost: off(plan.amount, found.cost),
            share: plan.atTarget && off(plan.atTarget, found.share),
          });
        }
      }
    }
  }, 240_000);

  const costs = (): readonly number[] => checked.map(({ cost }) => cost);
  const shares = (): readonly number[] => checked.flatMap(({ share }) => share ?? []);

  // |t| > 4.5 once in 150,000; there are some 250 numbers, of skewed means of 128 worlds
  test("cost what they should and are as hard as they should be in other worlds, at the plans the run says are equal", () => {
    expect(costs().length).toBeGreaterThan(60);
    expect(shares().length).toBeGreaterThan(25);
    for (const { plan, cost, share = 0 } of checked) {
      expect(Math.abs(cost), JSON.stringify(plan)).toBeLessThan(4.5);
      expect(Math.abs(share), JSON.stringify(plan)).toBeLessThan(4.5);
    }
  });

  test("say how well they know it: misses scatter as the standard errors say, not more, and lean to neither side", () => {
    for (const misses of [costs(), shares()]) {
      const { mean } = estimate(misses.map((one) => one * one));
      expect(mean).toBeGreaterThan(0.5);
      expect(mean).toBeLessThan(1.6);
      // as many scenarios are so many independent misses at least
      expect(Math.abs(estimate(misses).mean)).toBeLessThan(4 / Math.sqrt(scenarios));
    }
  });

  test("are met but where scores jump over the share wanted, whatever the tightening", () => {
    const unmet = all.flatMap((one) => one.run.held.filter((plan) => !plan.isMet).map((plan) => ({ ...one, plan })));
    expect(unmet.length).toBeLessThan(checked.length / 20);
    for (const { program, target, plan } of unmet) {
      const found = jumps.map((jump) => pilotShare(program, target, plan, plan.shift + jump));
      const wanted = target.atTarget as number;
      for (const share of found) expect(Math.abs(share - wanted)).toBeGreaterThan(holdTolerance.share);
      expect(found[0]).toBeGreaterThan(wanted);
      expect(found[found.length - 1]).toBeLessThan(wanted);
      expect(plan.to.atTarget).toBeUndefined();
    }
  });
});

describe("what is said to be out of reach is", () => {
  const year = { rewardlab: 2, title: "Out of reach", horizon: "2 years", run: { seed: 5 } };
  const small = { team: { managers: 2 }, accounts: { "per manager": 2 } };
  const bonus = (curve: object) => ({ kind: "cash bonus", "at target": "9000 EUR/year", curve });

  test("a reward that is never paid has no cost at any scale", async () => {
    const steps = bonus({ kind: "steps", steps: [{ at: "900 %", pays: "100 %" }] });
    const design = { period: "1 year", weights: { "account revenue": "100 %" }, rewards: [steps] };
    const target = { outcome: "reward cost", value: 9000, atTarget: undefined } as const;
    const { program, run } = await hold({ ...year, ...small, designs: { never: design } }, target);
    const plan = run.held.find((one) => one.design === "never") as Held;
    expect(plan).toMatchObject({ isMet: false, remark: "it has no cost to scale", slopes: [], scale: 1 });
    for (const scale of [1, 100, 10_000]) {
      expect(realised(program, plan, { scale, shift: 0 }, 77).cost.mean).toBe(0);
    }
  });

  test("but one that only hard targets keep from being paid is brought within reach", async () => {
    const steps = bonus({ kind: "steps", steps: [{ at: "100 %", pays: "100 %" }] });
    const design = { period: "1 year", weights: { "account revenue": "100 %" }, rewards: [steps] };
    const assumptions = { rebase: "0 %" };
    const measures = { "account revenue": { target: "300 %" } };
    const target = { outcome: "reward cost", value: 9000, atTarget: 0.5 } as const;
    const { program, run } = await hold(
      { ...year, ...small, assumptions, measures, designs: { hard: design } },
      target,
    );
    const plan = run.held.find((one) => one.design === "hard" && one.response === "look-ahead") as Held;
    expect(realised(program, plan, { scale: 1, shift: 0 }, 77).cost.mean).toBe(0);
    expect(plan.isMet).toBe(true);
    expect(Math.abs(realised(program, plan, plan, 77).cost.mean / 9000 - 1)).toBeLessThan(0.1);
  });

  test("scores that are all alike pass together or fail together: no tightening lets 60 % of them pass", async () => {
    // Nobody is lost, so that retention is the same for everybody.
    const design = {
      period: "6 months",
      weights: { "account retention": "100 %" },
      rewards: [bonus({ kind: "linear" })],
    };
    const accounts = { "per manager": 2, churn: "0 %/year" };
    const target = { outcome: "reward cost", value: 9000, atTarget: 0.6 } as const;
    const data = { ...year, ...small, accounts, designs: { alike: design } };
    const { program, run } = await hold(data, target);
    const plans = run.held.filter((one) => one.design === "alike");
    expect(plans.length).toBe(2);
    for (const plan of plans) {
      expect(plan.isMet).toBe(false);
      expect(plan.remark).toMatch(/(0|100)\.0 % at target/);
      const share = (shift: number) => realised(program, plan, { scale: plan.scale, shift }, 77).share.mean;
      for (const shift of [-0.2, -0.05, -0.001]) expect(share(shift)).toBe(1);
      for (const shift of [0.001, 0.05, 0.2]) expect(share(shift)).toBe(0);
    }
  });
});
