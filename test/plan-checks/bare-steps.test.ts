import { beforeAll, describe, expect, test } from "vitest";
import { littleLuck, stepOnlyCurves } from "../../src/plan-checks/step-only-curves.js";
import { compareWithRemarks, headlineWithRemarks } from "../../src/report/comparison/remarks.js";
import { comparisonTable, stepsLines } from "../../src/report/comparison/tables.js";
import { headlineText } from "../../src/report/comparison/terminal.js";
import { makeScenario } from "../../src/scenario/scenario.js";
import type { Run } from "../../src/simulation/data.js";

import { simulate } from "../../src/simulation/simulate.js";

const step = (curve: object) => [{ kind: "cash bonus", "at target": "20 % of base salary", curve }];
const allOrNothing = { kind: "steps", steps: [{ at: "100 %", pays: "100 %" }] };
const plans = { "account plans kept current": "100 %" };
const revenue = { "account revenue": "100 %" };

/** Plans of one manager, whose reading is off by little, with steps and without. */
const scenario = makeScenario({
  rewardlab: 2,
  title: "Steps",
  horizon: "2 years",
  team: { managers: 1 },
  assumptions: { "rater noise": 0.001 },
  measures: { "account plans kept current": { noise: 0.01 } },
  designs: {
    bare: { title: "Bare", period: "1 year", weights: plans, rewards: step(allOrNothing) },
    lucky: { title: "Lucky", period: "1 year", weights: revenue, rewards: step(allOrNothing) },
    sloped: { title: "Sloped", period: "1 year", weights: plans, rewards: step({ kind: "target" }) },
  },
  baseline: "lucky",
  run: { worlds: 8 },
});

let run: Run;
beforeAll(async () => {
  run = await simulate(scenario);
});

describe("steps on a score without luck", () => {
  test("only the design that pays by steps alone and whose score is nearly certain is named", () => {
    expect(stepOnlyCurves(run).map(({ design, reward, places }) => ({ design, reward, places }))).toEqual([
      { design: "bare", reward: "cash bonus", places: [1] },
    ]);
    expect(stepOnlyCurves(run)[0].luck).toBeLessThan(littleLuck);
  });

  test("the comparison says so in one line, on the page too", () => {
    const [line, ...more] = stepsLines(compareWithRemarks(run));
    expect(more).toEqual([]);
    expect(line).toMatch(
      /^"bare" \(cash bonus\) pays by steps alone on a score that luck moves by 0\.\d points at most/,
    );
    const start = '"bare" (cash bonus) pays by steps alone';
    expect(comparisonTable(compareWithRemarks(run))).toContain(start);
    expect(headlineText(headlineWithRemarks(run))).toContain(start);
  });

  test("many rewards are counted, not listed", () => {
    const [one] = stepOnlyCurves(run);
    const [line] = stepsLines({ ...compareWithRemarks(run), steps: [one, one, one, one, one] });
    expect(line).toContain("and 2 other rewards pay by steps alone on scores");
  });

  test("a scenario that cannot be read here, one with a reward of its own, says nothing and stops nothing", () => {
    const { designs } = run.scenario;
    const own = { ...designs.bare, rewards: [{ kind: "sabbatical" }] };
    const other = { ...run, scenario: { ...run.scenario, designs: { ...designs, own } } } as unknown as Run;
    expect(stepOnlyCurves(other)).toEqual([]);
    expect(stepsLines(compareWithRemarks(other))).toEqual([]);
  });
});
