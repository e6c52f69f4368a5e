import { beforeAll, describe, expect, test } from "vitest";
import { fillNormals } from "../../src/foundation/maths/random.js";
import { type Estimate, estimate } from "../../src/foundation/maths/summary.js";
import { accountValue } from "../../src/model/outcomes/accounts/account-value.js";
import { netValue } from "../../src/model/outcomes/net-value.js";
import { otherCost } from "../../src/model/outcomes/other-cost.js";
import { badLuck } from "../../src/model/outcomes/pay/bad-luck.js";
import { rewardSpend } from "../../src/model/outcomes/pay/reward-spend.js";
import { terminalReport } from "../../src/report/comparison/terminal.js";
import { runText } from "../../src/report/runs/run-text.js";
import { compare } from "../../src/results/compare.js";
import { makeScenario } from "../../src/scenario/scenario.js";
import { drawBatch, runTask } from "../../src/simulation/batch/batch.js";
import { compile } from "../../src/simulation/compile.js";
import type { Precision, Run } from "../../src/simulation/data.js";
import { leastDraws, precisionOf } from "../../src/simulation/precision.js";

import { simulate } from "../../src/simulation/simulate.js";

const bonus = { kind: "cash bonus", "at target": "18000 EUR/year" };
const scenario = makeScenario({
  rewardlab: 2,
  title: "Tiny",
  horizon: "1 year",
  team: { managers: 2 },
  accounts: { "per manager": 2 },
  designs: {
    revenue: { period: "1 year", weights: { "account revenue": "100 %" }, rewards: [bonus] },
    inputs: {
      period: "6 months",
      weights: { "account revenue": "30 %", "executive access": "70 %" },
      rewards: [bonus],
    },
  },
});

const studies = 200;
/** EUR per KAM. One SD of the difference is about 21,500, so this takes about 140 worlds: some runs stop at 128, most at 256. */
const asked = 3600;
const worldsOfTruth = 10_000;

/** EUR per KAM. inputs − revenue in net value, bad luck added back, in a run large enough to pass for the truth. */
function truth(): Estimate {
  const program = compile(scenario, { seed: 0 });
  const outcomes = [netValue, accountValue, rewardSpend, otherCost, badLuck];
  const differences = new Float64Array(worldsOfTruth);
  const count = 100;
  for (let first = 0; first < worldsOfTruth; first += count) {
    const batchInputs = drawBatch(program, first, count);
    const [revenue, inputs] = [0, 1].map((design) =>
      runTask(batchInputs, { design, response: "look-ahead", scale: 1, shift: 0 }, outcomes),
    );
    for (let w = 0; w < count; w++)
      differences[first + w] = inputs[w] - revenue[w] + inputs[4 * count + w] - revenue[4 * count + w];
  }
  return estimate(differences);
}

/** What the run reports of the one difference it has. */
const reported = (run: Run): Estimate =>
  compare(run, { outcomes: ["net value"] }).rows.find((one) => one.design === "inputs")!.difference!;

const halfOf = ({ low, high }: Estimate): number => (high - low) / 2;

describe("a run that goes on until it is precise", () => {
  const runs: { readonly run: Run; readonly report: Estimate }[] = [];
  let difference: Estimate;

  beforeAll(async () => {
    difference = truth();
    for (let seed = 1; seed <= studies; seed++) {
      const run = await simulate(scenario, { seed, replications: 16, precision: asked, pilots: 48 });
      runs.push({ run, report: reported(run) });
    }
  }, 180_000);

  test("reports intervals as narrow as was asked, and says how narrow", () => {
    for (const { run, report } of runs) {
      const { reached, isMet } = run.precision as Precision;
      expect(isMet).toBe(true);
      expect(run.isComplete).toBe(true);
      expect(reached).toBeLessThanOrEqual(asked);
      expect(halfOf(report)).toBe(reached);
      expect(run.worlds).toBeGreaterThanOrEqual(2 * leastDraws);
    }
  });

  test("does not draw more than it must: half the worlds were not enough, or too few to believe", () => {
    const long = runs.filter(({ run }) => run.worlds > 2 * leastDraws);
    expect(long.length).toBeGreaterThan(studies / 4);
    expect(new Set(runs.map(({ run }) => run.worlds)).size).toBeGreaterThan(1);
    // the doubling before the last may have been precise to √2 of what was asked; about half of that is used up
    expect(estimate(runs.map(({ report }) => halfOf(report) / asked)).mean).toBeGreaterThan(0.7);
  });

  // 190 of 200 are expected; 185 to 195 is 1.6 standard deviations of a binomial either way, and the seeds are fixed.
  test("its intervals still cover the truth in 92.5 to 97.5 of 100 runs", () => {
    const covering = runs.filter(({ report }) => report.low <= difference.mean && difference.mean <= report.high);
    expect(covering.length / studies).toBeGreaterThanOrEqual(0.925);
    expect(covering.length / studies).toBeLessThanOrEqual(0.975);
  });

  test("and its differences are off to neither side: it does not stop on good news", () => {
    const off = estimate(runs.map(({ report }) => report.mean - difference.mean));
    expect(Math.abs(off.mean)).toBeLessThan(4 * Math.hypot(off.standardError, difference.standardError));
  });

  // 256 worlds are enough for the draws' luck to be taken out, so the rule and the report must do the same.
  test("says so where the worlds allowed are not enough", async () => {
    const run = await simulate(scenario, { seed: 1, replications: 4, precision: 100 });
    expect(run.worlds).toBe(256);
    expect(run.precision).toEqual({ asked: 100, reached: halfOf(reported(run)), isMet: false });
    expect(runText(run)).toMatch(/precision not reached: differences are known to ± [\d,]+ EUR/);
    expect(terminalReport(run).replace(/\s+/g, " ")).toMatch(
      /Precision not reached: differences are known to ± \S+ k? ?EUR after 256 worlds, asked was ± 100 EUR\./,
    );
  });
});

describe("the rule on its own", () => {
  /** Worlds with a draw each, of which nothing is known. */
  const alone = (worlds: number) => ({ worlds, draws: [], expected: [], lucksPerDraw: 1, perValue: 1 });
  /** Skewed differences of mean 0: log-normal, σ .6, skewness 2.3. */
  const sigma = 0.6;
  const skewed = (seed: number, count: number): Float64Array => {
    const values = new Float64Array(count);
    fillNormals(values, 0, 1, count, seed, 1, 0, 0, 0);
    return values.map((one) => Math.exp(sigma * one) - Math.exp((sigma * sigma) / 2));
  };
  /** About what 32 worlds give. */
  const wanted = 0.265;
  const found = (seed: number, isEnough: (precision: Precision) => boolean): Estimate => {
    const all = skewed(seed, 4096);
    for (let worlds = 4; ; worlds *= 2) {
      const differences = [all.subarray(0, worlds)];
      const precision = precisionOf({ ...alone(worlds), differences }, wanted);
      if (worlds === all.length || isEnough(precision)) return estimate(differences[0]);
    }
  };
  const covered = (isEnough: (precision: Precision) => boolean): number => {
    const all = Array.from({ length: 2000 }, (_, k) => found(k + 1, isEnough));
    return all.filter(({ low, high }) => low <= 0 && 0 <= high).length / all.length;
  };

  // ± 2 points is four standard errors of a share near .93 in 2,000.
  test("a run stopped at the first narrow interval of a few worlds covers 86 %, one of 64 worlds or more 93 %", () => {
    expect(Math.abs(covered(({ reached, asked }) => reached <= asked) - 0.86)).toBeLessThan(0.03);
    expect(covered(({ isMet }) => isMet)).toBeGreaterThan(0.92);
  });

  test("the widest difference decides; with nothing to compare a run is precise", () => {
    const narrow = skewed(1, 400).map((one) => one / 100);
    const wide = skewed(2, 400);
    const of = (...differences: Float64Array[]) => precisionOf({ ...alone(400), differences }, 0.01);
    expect(of(narrow, wide)).toEqual({ asked: 0.01, reached: halfOf(estimate(wide)), isMet: false });
    expect(of(narrow).isMet).toBe(true);
    expect(of()).toEqual({ asked: 0.01, reached: 0, isMet: true });
  });

  test("worlds that share a draw count as one value, and 64 draws are asked for", () => {
    const draw = skewed(5, 64);
    const twice = Float64Array.from({ length: 128 }, (_, w) => draw[w >> 1]);
    const shared = { ...alone(128), lucksPerDraw: 2, perValue: 2, differences: [twice] };
    expect(precisionOf(shared, 1).reached).toBe(halfOf(estimate(draw)));
    expect(precisionOf(shared, 1).isMet).toBe(true);
    const half = { ...shared, worlds: 64, differences: [twice.subarray(0, 64)] };
    expect(precisionOf(half, 1).isMet).toBe(false);
  });

  test("what the draws explain is taken out, as in the report", () => {
    const [draw, luck] = [skewed(3, 100), skewed(4, 100)];
    const differences = [draw.map((one, w) => 5 * one + luck[w])];
    const plain = precisionOf({ ...alone(100), differences }, 1).reached;
    const sharp = precisionOf({ ...alone(100), differences, draws: [draw], expected: [0] }, 1).reached;
    expect(sharp / plain).toBeLessThan(0.35);
  });
});
