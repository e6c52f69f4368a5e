import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import type { TheoryBesideSimulation } from "../../src/agency-theory/theory-beside-simulation.js";
import { theoryBesideSimulation } from "../../src/agency-theory/theory-beside-simulation.js";
import { type WeightSweep, weightSweep } from "../../src/agency-theory/weight-sweep.js";
import {
  idealWeights,
  theoryBesideSimulation as printedBeside,
  weightSweep as printedSweep,
} from "../../src/report/printed.js";
import { edit, parseScenario, type Scenario } from "../../src/scenario/scenario.js";
import type { Run } from "../../src/simulation/data.js";

import { simulate } from "../../src/simulation/simulate.js";
import { laboratory } from "../../src/validation/laboratory.js";
import { shipped } from "../validation/inputs.js";

const flagship = parseScenario(
  readFileSync(join(import.meta.dirname, "..", "..", "scenarios", "kam-flagship.yaml"), "utf8"),
  { name: "kam-flagship.yaml" },
);

/** The flagship with three of its designs and nothing held, so that it is quick. */
const few: Scenario = edit(flagship, (file) => {
  const { today, "cash-1y-output": output, "cash-1y-input": input } = file.designs;
  file.designs = { today, "cash-1y-output": output, "cash-1y-input": input };
  file.hypotheses = {};
  delete file.hold;
});

describe("in the laboratory theory is the simulation", () => {
  let found: TheoryBesideSimulation;
  beforeAll(async () => {
    found = theoryBesideSimulation(await simulate(laboratory(shipped, "two-tasks"), { replications: 8 }), {
      design: "rate-100",
      against: "rate-25",
    });
  });

  test("people work as theory says, and the same work brings the same", () => {
    const steps = Object.fromEntries(found.explained?.steps.map(({ step, change }) => [step, change.mean]) ?? []);
    expect(steps.effort).toBeCloseTo(0, 6);
    expect(steps["turnover and measuring"]).toBeCloseTo(0, 9);
    for (const { theory, simulated } of found.explained?.effort ?? []) expect(simulated).toBeCloseTo(theory, 6);
    expect(found.explained?.effort[0].theory).toBeCloseTo(1, 6);
  });

  test("hand-worked: bearing the risk of a rate of 1 instead of ¼ costs ½(1 − 1/16) a month more", () => {
    const risk = found.explained?.steps.find(({ step }) => step === "risk")?.change.mean ?? 0;
    expect(risk).toBeCloseTo(12 * 0.5 * (1 - 1 / 16), 6);
  });

  test("no rung of the ladder moves anything", () => {
    for (const { theory, simulated } of found.explained?.ladder ?? [])
      expect(Math.abs(theory.mean - simulated.mean)).toBeLessThan(1e-6 + 4 * simulated.standardError);
    expect(found.explained?.ladder).toHaveLength(8);
  });
});

describe("the flagship's two ends", () => {
  let run: Run;
  let found: TheoryBesideSimulation;
  beforeAll(async () => {
    run = await simulate(few, { replications: 32 });
    found = theoryBesideSimulation(run, { worlds: 16 });
  });

  test("steps add up from theory to the simulated net value", () => {
    const { theory, steps, simulated } = found.explained as NonNullable<typeof found.explained>;
    const walked = steps.reduce((sum, { change }) => sum + change.mean, theory.mean);
    expect(walked).toBeCloseTo(simulated.mean, 3);
  });

  test("the pair are the designs that differ in weights alone", () => {
    expect([found.explained?.design, found.explained?.against]).toEqual(["cash-1y-input", "cash-1y-output"]);
    expect(found.rows.map(({ inputShare }) => Number(inputShare.toFixed(6)))).toEqual([0, 0.2, 0.7]);
  });

  test("the baseline differs from itself by nothing, and both call paying for more than revenue better", () => {
    const [today, output, input] = found.rows;
    expect([today.theory.mean, today.simulated.mean]).toEqual([0, 0]);
    for (const { theory, simulated } of [output, input]) {
      expect(theory.mean).toBeGreaterThan(0);
      expect(simulated.low).toBeGreaterThan(0);
    }
    expect(found.alike).toBeLessThanOrEqual(found.apart);
    expect(found.apart).toBeGreaterThanOrEqual(2);
  });

  test("departures are shares, and only what is read is done for show", () => {
    const [input, output] = (found.explained as NonNullable<typeof found.explained>).departures;
    for (const { flatBelow, flatAbove, show, full, later, slope } of [input, output]) {
      for (const share of [flatBelow, flatAbove, show, full, later]) {
        expect(share).toBeGreaterThanOrEqual(0);
        expect(share).toBeLessThanOrEqual(1);
      }
      expect(slope).toBeGreaterThan(0);
    }
    expect(input.show).toBeGreaterThan(output.show);
    const against = theoryBesideSimulation(run, { design: "cash-1y-input", against: "today", worlds: 4 });
    expect(against.explained?.departures[1].show).toBe(0);
  });

  test("a straight line bends nowhere: on the second rung theory stays as it is", () => {
    const [asItIs, straight] = (found.explained as NonNullable<typeof found.explained>).ladder;
    expect(straight.theory.mean).toBeCloseTo(asItIs.theory.mean, -2);
    expect(straight.simulated.mean).not.toBe(asItIs.simulated.mean);
  });

  test("names that are not in the run are refused with the nearest", () => {
    expect(() => theoryBesideSimulation(run, { design: "cash-1y-inputs" })).toThrow(/did you mean cash-1y-input/);
    expect(() => theoryBesideSimulation(run, { response: "look ahead" as never })).toThrow(/did you mean look-ahead/);
  });
});

describe("a sweep of the weight on inputs", () => {
  let sweep: WeightSweep;
  beforeAll(async () => {
    sweep = await weightSweep(few, {
      replications: 12,
      shares: [0, 0.7, 1],
      inputs: { "executive access": 2, "time with customers": 6 },
    });
  });

  test("each point is the design at that share of inputs, everything else alike", () => {
    expect(sweep.design).toBe("cash-1y-output");
    expect(sweep.inputs).toEqual({ "executive access": 0.25, "time with customers": 0.75 });
    const { designs } = sweep.run.scenario;
    expect(Object.keys(designs)).toEqual(["0 % on inputs", "70 % on inputs", "100 % on inputs"]);
    expect(designs["100 % on inputs"].weights).toEqual({ "executive access": "25 %", "time with customers": "75 %" });
    expect(sweep.points[0]).toMatchObject({ inputShare: 0, theory: { mean: 0 }, simulated: { mean: 0 } });
  });

  test("the best of the points is among the best, and is what the means say", () => {
    const best = sweep.points.reduce((a, b) => (b.simulated.mean > a.simulated.mean ? b : a));
    expect(sweep.simulatedBest).toBe(best.inputShare);
    expect(best.isAmongBest).toBe(true);
    const top = sweep.points.reduce((a, b) => (b.theory.mean > a.theory.mean ? b : a));
    expect(sweep.theoryBest).toBe(top.inputShare);
  });

  test("equals simulating the edited scenario", async () => {
    const same = edit(few, (file) => {
      const base = file.designs["cash-1y-output"];
      file.designs = { mine: { ...base, weights: { "executive access": "25 %", "time with customers": "75 %" } } };
      file.baseline = "mine";
    });
    const run = await simulate(same, { replications: 12 });
    const column = (one: Run, name: string) => [...(one.columns.get(`look-ahead|${name}|net value`) ?? [])];
    expect(column(run, "mine")).toEqual(column(sweep.run, "100 % on inputs"));
    expect(column(run, "mine")).toHaveLength(12);
  });

  test.each([
    [{ shares: [1.2] }, /1.2 is not a share/],
    [{ inputs: { "account revenue": 1 } }, /"account revenue" is an output/],
    [{ design: "cash" }, /unknown design "cash"/],
  ])("%j is refused", async (options, message) => {
    await expect(weightSweep(few, { replications: 2, ...options })).rejects.toThrow(message);
  });
});

describe("printing", () => {
  const lines = (text: string): string[] => text.split("\n");

  test("all three print themselves within the page, with the numbers they hold", async () => {
    const ideal = idealWeights(few, { worlds: 12 });
    const sweep = await printedSweep(few, { replications: 4, shares: [0, 1] });
    const beside = printedBeside(sweep.run, { worlds: 2 });
    for (const one of [ideal, sweep, beside])
      for (const line of lines(String(one))) expect([...line].length, line).toBeLessThanOrEqual(100);
    const top = Math.round(Math.max(...ideal.usable.weights) * 100);
    expect(String(ideal)).toContain(`${top} %`);
    expect(String(ideal)).toContain(`lose ${Math.round(ideal.designs[0].lost.mean / 1000)} [`);
    expect(String(sweep)).toContain("Theory puts");
    expect(String(beside)).toContain("pay is a straight line");
  });

  test("printing is no part of the data", () => {
    expect(Object.keys(idealWeights(few, { worlds: 2 }))).not.toContain("toString");
  });
});
