import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { runTask, stockBatch } from "../../src/engine/batch.js";
import { compile } from "../../src/engine/compile.js";
import { type Held, holdTolerance } from "../../src/engine/equalise.js";
import { equaliseAll, pilotWorlds } from "../../src/engine/hold.js";
import { inlineWorkshop } from "../../src/engine/jobs.js";
import { type HoldTarget, tryPlan } from "../../src/engine/pilot.js";
import type { Program } from "../../src/engine/program.js";
import { type Estimate, estimate } from "../../src/foundation/summary.js";
import { outcomes } from "../../src/model/outcomes/index.js";
import { makeScenario } from "../../src/scenario/scenario.js";
import { anyData, type Data, withSettings } from "../laws/scenes.js";

const scenarios = 16;
const worlds = 600;
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
  const [cost, share] = shown.map(() => new Float64Array(worlds));
  for (let first = 0; first < worlds; first += worldsPerBatch) {
    const values = runTask(stockBatch({ ...program, seed }, first, worldsPerBatch), task, shown);
    cost.set(values.subarray(0, worldsPerBatch), first);
    share.set(values.subarray(worldsPerBatch), first);
  }
  return { cost: estimate(cost), share: estimate(share) };
}

interface HeldScenario {
  readonly program: Program;
  readonly target: HoldTarget;
  readonly held: readonly Held[];
}

async function hold(data: Data, target: HoldTarget): Promise<HeldScenario> {
  const share = target.atTarget === undefined ? {} : { "at target": `${100 * target.atTarget} %` };
  const scenario = makeScenario({ ...data, hold: { "reward cost": `${target.rewardCost} EUR/year`, ...share } });
  const program = compile(scenario);
  const { held } = await equaliseAll(scenario, program, inlineWorkshop(program), {});
  return { program, target, held };
}

const anyTarget = fc.record({
  rewardCost: fc.integer({ min: 20, max: 250 }).map((hundreds) => 100 * hundreds),
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
function pilotShare(program: Program, target: HoldTarget, { design, response, scale }: Held, shift: number): number {
  const pilot = { plain: stockBatch(program, 0, pilotWorlds), mirrored: stockBatch(program, 0, pilotWorlds, true) };
  const d = program.designs.findIndex((one) => one.name === design);
  return tryPlan(pilot, { design: d, response, scale, shift }, target).share as number;
}

describe("designs of any scenario that are held equal", () => {
  const all: HeldScenario[] = [];
  const met: { readonly target: HoldTarget; readonly plan: Held; readonly found: ReturnType<typeof realised> }[] = [];

  beforeAll(async () => {
    const sample = fc.sample(fc.tuple(anyData(), anyTarget), { numRuns: scenarios, seed: 20260101 });
    for (const [k, [data, target]] of sample.entries()) {
      // luck of its own for every scenario, so that one unlucky set of pilots is one miss
      const one = await hold(withSettings(data, "run", { seed: 1 + k }), target);
      all.push(one);
      for (const plan of one.held) {
        const found = realised(one.program, plan, plan, 1_000_000 + k);
        if (plan.isMet) met.push({ target, plan, found });
      }
    }
  }, 180_000);

  /** Standard errors by which the run differs from the pilots. */
  const costMiss = ({ plan, found }: (typeof met)[number]) =>
    (found.cost.mean - plan.rewardCost) / Math.hypot(plan.costError, found.cost.standardError);
  const shareMiss = ({ plan, found }: (typeof met)[number]) =>
    (found.share.mean - (plan.atTarget ?? 0)) / Math.hypot(plan.shareError ?? 0, found.share.standardError);
  const graded = () => met.filter(({ plan }) => plan.shareError !== undefined);

  // |t| > 4 once in 16,000; there are some 150 numbers.
  test("cost what they should in other worlds, within the tolerance and what pilots can know", () => {
    expect(met.length).toBeGreaterThan(60);
    for (const { target, plan, found } of met) {
      const error = Math.hypot(plan.costError, found.cost.standardError);
      const off = Math.abs(found.cost.mean - target.rewardCost);
      expect(off, JSON.stringify(plan)).toBeLessThan(holdTolerance.cost * target.rewardCost + 4 * error);
    }
  });

  test("are as hard as they should be in other worlds, within the same", () => {
    expect(graded().length).toBeGreaterThan(25);
    for (const { target, plan, found } of graded()) {
      const error = Math.hypot(plan.shareError ?? 0, found.share.standardError);
      const off = Math.abs(found.share.mean - (target.atTarget ?? 0));
      expect(off, JSON.stringify(plan)).toBeLessThan(holdTolerance.share + 4 * error);
    }
  });

  test("say how well they know it: misses scatter as the standard errors say, not more", () => {
    for (const misses of [met.map(costMiss), graded().map(shareMiss)]) {
      const { mean } = estimate(misses.map((one) => one * one));
      expect(mean).toBeGreaterThan(0.2);
      expect(mean).toBeLessThan(1.8);
      // and lean to neither side, though plans were chosen on the pilots: as many scenarios are so many independent misses at least
      expect(Math.abs(estimate(misses).mean)).toBeLessThan(4 / Math.sqrt(scenarios));
    }
  });

  test("are met but where scores jump over the share wanted, whatever the tightening", () => {
    const unmet = all.flatMap((one) => one.held.filter((plan) => !plan.isMet).map((plan) => ({ ...one, plan })));
    expect(unmet.length).toBeLessThan(met.length / 20);
    for (const { program, target, plan } of unmet) {
      const shares = jumps.map((jump) => pilotShare(program, target, plan, plan.shift + jump));
      const wanted = target.atTarget as number;
      for (const share of shares) expect(Math.abs(share - wanted)).toBeGreaterThan(holdTolerance.share);
      expect(shares[0]).toBeGreaterThan(wanted);
      expect(shares[shares.length - 1]).toBeLessThan(wanted);
      expect(Math.abs(plan.rewardCost / target.rewardCost - 1)).toBeLessThan(holdTolerance.cost);
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
    const target = { rewardCost: 9000, atTarget: undefined };
    const { program, held } = await hold({ ...year, ...small, designs: { never: design } }, target);
    const plan = held.find((one) => one.design === "never") as Held;
    expect(plan).toMatchObject({ isMet: false, remark: "it has no cost to scale", rewardCost: 0, scale: 1 });
    for (const scale of [1, 100, 10_000]) {
      expect(realised(program, plan, { scale, shift: 0 }, 77).cost.mean).toBe(0);
    }
  });

  test("but one that only hard targets keep from being paid is brought within reach", async () => {
    const steps = bonus({ kind: "steps", steps: [{ at: "100 %", pays: "100 %" }] });
    const design = { period: "1 year", weights: { "account revenue": "100 %" }, rewards: [steps] };
    const assumptions = { rebase: "0 %" };
    const measures = { "account revenue": { target: "300 %" } };
    const target = { rewardCost: 9000, atTarget: 0.5 };
    const { program, held } = await hold(
      { ...year, ...small, assumptions, measures, designs: { hard: design } },
      target,
    );
    const plan = held.find((one) => one.design === "hard" && one.response === "look-ahead") as Held;
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
    const target = { rewardCost: 9000, atTarget: 0.6 };
    const data = { ...year, ...small, accounts, designs: { alike: design } };
    const { program, held } = await hold(data, target);
    const plans = held.filter((one) => one.design === "alike");
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
