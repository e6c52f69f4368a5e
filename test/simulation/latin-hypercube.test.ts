import { beforeAll, describe, expect, test } from "vitest";
import { blockMeans } from "../../src/foundation/maths/blocks.js";
import { fillNormals } from "../../src/foundation/maths/random.js";
import { stratifiedDraws } from "../../src/foundation/maths/strata.js";
import { estimate, variance } from "../../src/foundation/maths/summary.js";
import { accountValue } from "../../src/model/outcomes/accounts/account-value.js";
import { revenue } from "../../src/model/outcomes/accounts/revenue.js";
import { regressionAdjuster } from "../../src/results/basis/regression-adjustment.js";
import { ranking } from "../../src/results/best/ranking.js";
import { compare } from "../../src/results/compare.js";
import { testHypotheses } from "../../src/results/experiments/hypotheses.js";
import { drivers } from "../../src/results/sensitivity/drivers.js";
import { edit, makeScenario } from "../../src/scenario/scenario.js";
import { drawBatch, runTask } from "../../src/simulation/batch/batch.js";
import { compile } from "../../src/simulation/compile.js";
import type { Run } from "../../src/simulation/data.js";
import { observe } from "../../src/simulation/observation/observe.js";
import { precisionOf } from "../../src/simulation/precision.js";
import { column } from "../../src/simulation/run.js";
import { simulate } from "../../src/simulation/simulate.js";
import { trace } from "../../src/simulation/trace/trace.js";
import { worldsFor, worldsPerBlock, worldsPerValue } from "../../src/simulation/world/sampling.js";

const bonus = { kind: "cash bonus", "at target": "18000 EUR/year" };
const scenario = makeScenario({
  rewardlab: 2,
  title: "Tiny",
  horizon: "6 months",
  team: { managers: 1 },
  accounts: { "per manager": 2 },
  designs: {
    revenue: { period: "6 months", weights: { "account revenue": "100 %" }, rewards: [bonus] },
    inputs: { period: "6 months", weights: { "executive access": "100 %" }, rewards: [bonus] },
  },
  run: { "lucks per draw": 1 },
});

const sampling = "latin hypercube" as const;
const worlds = 1024;

describe("a run by Latin hypercube", () => {
  let run: Run;

  beforeAll(async () => {
    run = await simulate(scenario, { seed: 3, replications: 1000, sampling });
  }, 60_000);

  test("has whole blocks of worlds, and says how they were drawn", () => {
    expect(run.worlds).toBe(worlds);
    expect(run.sampling).toBe("latin hypercube");
    expect(run.isComplete).toBe(true);
  });

  test("every assumption is spread evenly: one draw of each block in each 128th", () => {
    for (const values of [...run.draws.values()].filter((all) => all.some((one) => one !== all[0]))) {
      const means = blockMeans(values, worldsPerBlock);
      // the spread of the means of 8 blocks is that of strata: 1/128² of what independent draws give, ten times that allowed
      expect(variance(means) / (variance(values) / worldsPerBlock)).toBeLessThan(10 / 128 ** 2 + 0.01);
    }
  });

  test("batches and who does them never change a bit", async () => {
    const other = await simulate(scenario, { seed: 3, replications: worlds, sampling, batch: 77 });
    for (const [name, values] of run.columns) expect(other.columns.get(name)).toEqual(values);
    for (const [name, values] of run.draws) expect(other.draws.get(name)).toEqual(values);
  }, 60_000);

  test("more worlds only append", async () => {
    const parts = await simulate(scenario, { seed: 3, replications: worlds, sampling, shard: { index: 2, of: 3 } });
    const from = parts.shard!.first;
    for (const [name, values] of parts.columns)
      expect(values).toEqual(run.columns.get(name)!.subarray(from, from + parts.worlds));
  }, 60_000);

  test("its errors come from blocks, wherever they are reported", () => {
    const own = column(run, "revenue", "revenue");
    const [row] = compare(run, { outcomes: ["revenue"] }).rows;
    expect(row.mean).toEqual(estimate(blockMeans(own, worldsPerBlock)));
    expect(row.mean.count).toBe(8);
    expect(regressionAdjuster(run)(own)).toHaveLength(8);
    const [best] = ranking(run).designs;
    expect(best.mean.count).toBe(8);
    expect(best.regret.count).toBe(8);
    for (const { againstBaseline } of drivers(run).drivers)
      for (const { difference } of againstBaseline?.fifths ?? []) expect(difference.count).toBe(8);
    const claim = {
      claim: "x",
      design: "inputs",
      against: "revenue",
      outcome: "revenue",
      direction: "higher",
    } as const;
    const [found] = testHypotheses(run, [claim]).tests;
    expect(found.difference.count).toBe(8);
    const base = column(run, "inputs", "revenue").map((one, w) => one - own[w]);
    expect(found.difference.standardError).toBeCloseTo(estimate(blockMeans(base, worldsPerBlock)).standardError, 6);
  });

  test("intervals of quantiles hold their value and are narrow beside the spread of worlds", () => {
    for (const { mean, p10, p50, p90 } of compare(run, { outcomes: ["revenue", "net value"] }).rows) {
      for (const one of [p10, p50, p90]) {
        expect(one!.low).toBeLessThanOrEqual(one!.value);
        expect(one!.high).toBeGreaterThanOrEqual(one!.value);
        expect(one!.high - one!.low).toBeLessThan(4 * (p90!.value - p10!.value) * 0.1);
      }
      expect(mean.low).toBeLessThan(mean.high);
    }
  });

  test("a replay draws the same worlds", async () => {
    const seen = await observe(run, { designs: ["revenue"], worlds: 100, otherLuck: false });
    expect(seen.designs[0].months.revenue).toHaveLength(100 * run.months);
    const { months, scale } = await trace(scenario, { design: "revenue", world: 900, seed: 3, sampling });
    expect(scale).toBe(1);
    const accrued = months.reduce((sum, one) => sum + one.accrued, 0);
    expect((12 * accrued) / run.months).toBeCloseTo(column(run, "revenue", "reward cost")[900], 6);
  });

  test("another seed has other worlds, and the same designs at the same scale as independent worlds", async () => {
    const plain = await simulate(scenario, { seed: 3, replications: 8 });
    expect(plain.sampling).toBeUndefined();
    expect("sampling" in plain).toBe(false);
    expect(plain.held.filter(({ design }) => design !== "flat top-up")).toEqual(
      run.held.filter(({ design }) => design !== "flat top-up"),
    );
  });
});

test("where worlds share draws, draws are what is spread evenly, 128 in a block of 256 worlds", async () => {
  const lucky = edit(scenario, (file) => {
    file.run = { "lucks per draw": 2 };
  });
  const run = await simulate(lucky, { seed: 3, replications: 2000, sampling });
  expect([run.worlds, run.lucksPerDraw]).toEqual([2048, 2]);
  const draws = [...run.draws.values()].filter((all) => all.some((one) => one !== all[0]));
  for (const values of draws) {
    expect(values.every((one, w) => one === values[w - (w % 2)])).toBe(true);
    const means = blockMeans(values, 2 * worldsPerBlock);
    expect(variance(means) / (variance(values) / worldsPerBlock)).toBeLessThan(10 / 128 ** 2 + 0.01);
  }
  const { mean } = compare(run, { outcomes: ["revenue"] }).rows[0];
  expect(mean).toEqual(estimate(blockMeans(column(run, "revenue", "revenue"), 256)));
}, 60_000);

describe("numbers of worlds", () => {
  test("are rounded up to whole blocks; fewer than eight are refused with what is needed", () => {
    expect(worldsFor(2000, sampling)).toBe(2048);
    expect(worldsFor(1024, sampling)).toBe(1024);
    expect(worldsFor(7, "independent")).toBe(7);
    expect(worldsFor(7, "independent", 2)).toBe(8);
    expect(worldsFor(3000, sampling, 3)).toBe(3072);
    expect(() => worldsFor(896, sampling)).toThrow(
      "replications: a latin hypercube draws worlds in blocks of 128 and needs 8 of them, got 896 worlds; ask for 1,024 worlds or more, or leave the sampling independent",
    );
  });

  test("that are no whole blocks, or too few, count as independent worlds", () => {
    expect(worldsPerValue({ sampling }, 1024)).toBe(128);
    expect(worldsPerValue({ sampling }, 1000)).toBe(1);
    expect(worldsPerValue({ sampling }, 896)).toBe(1);
    expect(worldsPerValue({ sampling, shard: { first: 341 } }, 1024)).toBe(1);
    expect(worldsPerValue({}, 1024)).toBe(1);
    expect(worldsPerValue({ lucksPerDraw: 2 }, 1024)).toBe(2);
    expect(worldsPerValue({ sampling, lucksPerDraw: 2 }, 1024)).toBe(2);
    expect(worldsPerValue({ sampling, lucksPerDraw: 2 }, 2048)).toBe(256);
  });
});

/** [world]: an outcome of the design "revenue", played as it is. */
function played(isStratified: boolean, seed: number): readonly Float64Array[] {
  const program = compile(scenario, { seed, sampling: isStratified ? sampling : "independent" });
  const count = 24 * worldsPerBlock;
  const task = { design: 0, response: "none", scale: 1, shift: 0 };
  const size = 256;
  const outcomes = [revenue, accountValue];
  const out = outcomes.map(() => new Float64Array(count));
  for (let first = 0; first < count; first += size) {
    const found = runTask(drawBatch(program, first, size), task, outcomes);
    for (const [k, values] of out.entries()) values.set(found.subarray(k * size, (k + 1) * size), first);
  }
  return out;
}

describe("what a Latin hypercube is for", () => {
  // 24 blocks: the ratio of two variances is known to ± 30 % (1 SE); the factors are above 10 here, and the seeds are fixed.
  test("the mean of levels varies at least four times less than that of as many independent worlds", () => {
    const [plain, even] = [played(false, 1), played(true, 2)];
    for (const k of [0, 1]) {
      const factor = variance(plain[k]) / (worldsPerBlock * variance(blockMeans(even[k], worldsPerBlock)));
      expect(factor).toBeGreaterThan(4);
      const [a, b] = [estimate(plain[k]), estimate(blockMeans(even[k], worldsPerBlock))];
      expect(Math.abs(a.mean - b.mean)).toBeLessThan(4.5 * Math.hypot(a.standardError, b.standardError));
    }
  }, 60_000);

  // Means of 128 worlds are close to normal. 400 of 8, 16, 32 … blocks that stop when precise: 95 % ± 3 is 2.75 standard errors.
  test("intervals that stop at a precision from eight blocks on cover the truth in 92 to 98 of 100", () => {
    let covered = 0;
    for (let seed = 1; seed <= 400; seed++) {
      const all = new Float64Array(64 * 4);
      fillNormals(all, 0, 1, all.length, seed, 1, 0, 0, 0);
      for (let blocks = 8; ; blocks *= 2) {
        // two worlds a block, whose mean is the normal
        const differences = [Float64Array.from({ length: 2 * blocks }, (_, w) => all[w >> 1] + (w & 1 ? 1 : -1))];
        const known = { draws: [], expected: [], lucksPerDraw: 1, perValue: 2 };
        // 128 worlds and more are believed
        const { reached } = precisionOf({ ...known, differences, worlds: 2 * blocks }, 0.45);
        const isMet = reached <= 0.45;
        if (!isMet && blocks < 256) continue;
        const { low, high } = estimate(blockMeans(differences[0], 2));
        expect(reached).toBe((high - low) / 2);
        if (low <= 0 && high >= 0) covered++;
        break;
      }
    }
    expect(covered / 400).toBeGreaterThanOrEqual(0.92);
    expect(covered / 400).toBeLessThanOrEqual(0.98);
  });

  /** A function of ten uniforms with slopes, a jump, a rare event and an interaction: its mean is 5.3. */
  const of = (u: Float64Array): number =>
    u.reduce((sum, one) => sum + one, 0) +
    (u[0] < 0.25 ? 1 : 0) +
    (u[1] < 0.05 ? 1 : 0) +
    12 * (u[2] - 0.5) * (u[3] - 0.5);

  // 400 runs of 1,024 worlds: 95 % ± 3 is 2.75 standard errors. Taken as independent the worlds' intervals are twice as wide and cover all.
  test("intervals from eight blocks cover the truth in 92 to 98 of 100 runs, those of worlds taken as independent in all", () => {
    const { uniforms } = stratifiedDraws(7);
    const covered = { blocks: 0, worlds: 0 };
    const [at, values] = [new Float64Array(10), new Float64Array(1024)];
    for (let seed = 1; seed <= 400; seed++) {
      for (let w = 0; w < 1024; w++) {
        uniforms(at, 0, 1, 10, seed, 1, w, 0, 0);
        values[w] = of(at);
      }
      const [right, wide] = [estimate(blockMeans(values, worldsPerBlock)), estimate(values)];
      if (right.low <= 5.3 && right.high >= 5.3) covered.blocks++;
      if (wide.low <= 5.3 && wide.high >= 5.3) covered.worlds++;
    }
    expect(covered.blocks / 400).toBeGreaterThanOrEqual(0.92);
    expect(covered.blocks / 400).toBeLessThanOrEqual(0.98);
    expect(covered.worlds / 400).toBeGreaterThan(0.98);
  });
});
