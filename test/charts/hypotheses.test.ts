import { describe, expect, test } from "vitest";
import { hypotheses } from "../../src/charts/comparison/hypotheses.js";
import { type HypothesisInput, testHypotheses } from "../../src/results/experiments/hypotheses.js";
import { tinyRun } from "../results/tiny-run.js";
import { expectClean, hostileNames } from "./painted.js";

const worlds = Array.from({ length: 60 }, (_, w) => w);
const run = tinyRun({
  designs: {
    base: { outcomes: { "net value": worlds.map((w) => 1000 * (w % 11)) } },
    up: { outcomes: { "net value": worlds.map((w) => 1000 * (w % 11) + (w % 5 === 0 ? -10 : 10)) } },
  },
});

const claim = (change: Partial<HypothesisInput> = {}): HypothesisInput => ({
  claim: "It is better",
  design: "up",
  against: "base",
  outcome: "net value",
  direction: "higher",
  "smallest effect": "3 EUR",
  ...change,
});

describe("the chart of hypotheses", () => {
  test("shows effects in units of the smallest that matters, hand-worked: 6 EUR is 2 of 3 EUR", () => {
    const view = hypotheses(testHypotheses(run, { better: claim() }));
    expect(view.rows[0]).toMatchObject({
      claim: "better",
      verdict: "supported",
      draws: "80 %",
      estimate: "+6.00 EUR",
    });
    expect(view.rows[0].effect).toBeCloseTo(2, 9);
    expect(view.rows[0].low).toBeGreaterThan(1);
  });

  test("its title counts verdicts", () => {
    const worse = claim({ direction: "lower" });
    expect(hypotheses(testHypotheses(run, { better: claim() })).title).toBe("1 of 1 hypothesis supported");
    expect(hypotheses(testHypotheses(run, { better: claim(), worse })).title).toBe(
      "1 of 2 hypotheses supported, 1 not supported",
    );
    expect(hypotheses(testHypotheses(run, {})).title).toBe("No hypothesis was stated");
  });

  test("is painted clean with hostile names, effects far out and no smallest effect", async () => {
    const many = Object.fromEntries(hostileNames.map((name) => [name, claim({ claim: name })]));
    await expectClean((width) => hypotheses(testHypotheses(run, many), { width }));
    const far = { far: claim({ "smallest effect": "0.001 EUR" }), none: claim({ "smallest effect": "0 EUR" }) };
    await expectClean((width) => hypotheses(testHypotheses(run, far), { width }));
  });
});
