import { beforeAll, describe, expect, test } from "vitest";
import { type Estimate, estimate } from "../../src/foundation/maths/summary.js";
import { accountValue } from "../../src/model/outcomes/accounts/account-value.js";
import { netValue } from "../../src/model/outcomes/net-value.js";
import { otherCost } from "../../src/model/outcomes/other-cost.js";
import { badLuck } from "../../src/model/outcomes/pay/bad-luck.js";
import { rewardSpend } from "../../src/model/outcomes/pay/reward-spend.js";
import { makeScenario } from "../../src/scenario/scenario.js";
import { drawBatch, runTask } from "../../src/simulation/batch/batch.js";
import { compile } from "../../src/simulation/compile.js";
import type { Program } from "../../src/simulation/world/program.js";

const studies = 400;
const worldsPerStudy = 16;
/** Worlds of the run the studies are measured by: its error is a thirty-fifth of theirs, so it may pass for the truth. */
const worldsOfTruth = 20_000;

const bonus = { kind: "cash bonus", "at target": "18000 EUR/year" };
const tiny = (sections: { team: object; accounts: object }) =>
  compile(
    makeScenario({
      rewardlab: 2,
      title: "Tiny",
      horizon: "1 year",
      team: { managers: 2, ...sections.team },
      accounts: { "per manager": 2, ...sections.accounts },
      designs: {
        revenue: { period: "1 year", weights: { "account revenue": "100 %" }, rewards: [bonus] },
        inputs: {
          period: "6 months",
          weights: { "account revenue": "30 %", "executive access": "70 %" },
          rewards: [bonus],
        },
      },
    }),
  );
const outcomes = [netValue, accountValue, rewardSpend, otherCost, badLuck];

interface Differences<Column> {
  readonly plain: Column;
  readonly steadied: Column;
}

/** EUR per KAM. inputs − revenue in net value, world by world: as it happened, and with bad luck added back. */
function differences(program: Program, seed: number, worlds: number): Differences<Float64Array> {
  const plain = new Float64Array(worlds);
  const steadied = new Float64Array(worlds);
  for (let first = 0; first < worlds; first += 100) {
    const count = Math.min(100, worlds - first);
    const batchInputs = drawBatch({ ...program, seed }, first, count);
    const [revenue, inputs] = [0, 1].map((design) =>
      runTask(batchInputs, { design, response: "look-ahead", scale: 1, shift: 0 }, outcomes),
    );
    for (let w = 0; w < count; w++) {
      const luck = 4 * count + w;
      plain[first + w] = inputs[w] - revenue[w];
      steadied[first + w] = plain[first + w] + inputs[luck] - revenue[luck];
    }
  }
  return { plain, steadied };
}

const estimates = ({ plain, steadied }: Differences<Float64Array>): Differences<Estimate> => ({
  plain: estimate(plain),
  steadied: estimate(steadied),
});

/** One large study and many small ones of a program, each on luck of its own. */
interface Studies {
  readonly truth: Differences<Estimate>;
  readonly found: readonly Differences<Estimate>[];
}

const study = (program: Program): Studies => ({
  truth: estimates(differences(program, 0, worldsOfTruth)),
  found: Array.from({ length: studies }, (_, k) => estimates(differences(program, k + 1, worldsPerStudy))),
});

/** share. Small studies whose interval holds the value of the large one. */
function covered({ truth, found }: Studies, which: "plain" | "steadied"): number {
  const { mean } = truth.steadied;
  return found.filter((one) => one[which].low <= mean && mean <= one[which].high).length / studies;
}

// 380 of 400 are expected; 370 to 390 is 2.3 standard deviations of a binomial either way, and the seeds are fixed.
const covers = (share: number) => {
  expect(share).toBeGreaterThanOrEqual(0.925);
  expect(share).toBeLessThanOrEqual(0.975);
};

describe("95 % intervals of paired differences cover as often as they say", () => {
  let usual: Studies;

  beforeAll(() => {
    usual = study(tiny({ team: {}, accounts: {} }));
  });

  test("with bad luck added back, as means and differences are taken: 92.5 to 97.5 %", () => {
    covers(covered(usual, "steadied"));
  });

  test("as it happened they cover less: what decides is rare and large, a loss under one design and not the other", () => {
    expect(covered(usual, "plain")).toBeLessThan(covered(usual, "steadied"));
    expect(covered(usual, "plain")).toBeGreaterThan(0.88);
  });

  test("as it happened, where nobody is lost: 92.5 to 97.5 %", () => {
    const calm = study(tiny({ team: { quits: "0 %/year" }, accounts: { churn: "0 %/year" } }));
    covers(covered(calm, "plain"));
    expect(calm.found.map(({ plain }) => plain)).toEqual(calm.found.map(({ steadied }) => steadied));
  });

  test("the luck that is added back has no mean: both kinds of difference estimate the same", () => {
    const { plain, steadied } = usual.truth;
    expect(Math.abs(plain.mean - steadied.mean)).toBeLessThan(4 * plain.standardError);
    expect(steadied.standardError).toBeLessThan(plain.standardError);
  });

  test("the means of the studies scatter as their standard errors say", () => {
    for (const which of ["plain", "steadied"] as const) {
      const scatter = estimate(usual.found.map((one) => (one[which].mean - usual.truth[which].mean) ** 2));
      const promised = estimate(usual.found.map((one) => one[which].standardError ** 2));
      const off = (scatter.mean - promised.mean) / Math.hypot(scatter.standardError, promised.standardError);
      expect(Math.abs(off)).toBeLessThan(4);
    }
  });
});
