import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { estimate } from "../../src/foundation/maths/summary.js";
import { parseScenario } from "../../src/scenario/scenario.js";
import type { Run } from "../../src/simulation/data.js";
import { column } from "../../src/simulation/run.js";
import { simulate } from "../../src/simulation/simulate.js";

/** What the defaults should give: ranges from practice, wide enough for the noise of the worlds drawn here. */
describe("the flagship's worlds are plausible", () => {
  let run: Run;
  const mean = (design: string, outcome: string, response?: string) =>
    estimate(column(run, design, outcome, response)).mean;
  const rewarded = () =>
    run.designs.filter(({ role, name }) => role === "design" && name !== "today").map(({ name }) => name);

  beforeAll(async () => {
    const path = join(import.meta.dirname, "..", "..", "scenarios", "kam-flagship.yaml");
    run = await simulate(parseScenario(readFileSync(path, "utf8"), { name: path }), { replications: 96 });
  });

  const between = (value: number, low: number, high: number, what: string) => {
    expect(value, what).toBeGreaterThanOrEqual(low);
    expect(value, what).toBeLessThanOrEqual(high);
  };

  test("60 to 70 % of scores reach target and most pass the threshold, as the trade wants", () => {
    for (const design of rewarded()) {
      between(mean(design, "at target"), 0.58, 0.72, `${design} at target`);
      between(mean(design, "above threshold"), 0.82, 0.99, `${design} above threshold`);
    }
  });

  test("9 to 12 % of accounts are lost a year", () => {
    for (const { name } of run.designs) {
      if (name !== "first best") between(1 - mean(name, "account retention"), 0.085, 0.135, `${name} accounts lost`);
    }
  });

  test("9 to 15 % of managers leave a year with a reward, more without any", () => {
    for (const design of rewarded()) between(mean(design, "leavers"), 0.08, 0.155, `${design} leavers`);
    between(mean("no reward", "leavers"), 0.15, 0.22, "no reward, leavers");
  });

  test("incentives raise effort by a few to 15 % over flat pay", () => {
    const flat = mean("flat top-up", "effort");
    for (const design of rewarded()) between(mean(design, "effort") / flat, 1.02, 1.16, `${design} effort`);
  });

  test("each unit of reward spend returns between one and fifteen units of value", () => {
    const base = mean("no reward", "account value") - mean("no reward", "hiring and monitoring");
    for (const design of rewarded()) {
      const gained = mean(design, "account value") - mean(design, "hiring and monitoring") - base;
      between(gained / mean(design, "reward spend"), 1, 15, `${design} return`);
    }
  });

  test("designs cost what they are held to", () => {
    for (const design of rewarded()) between(mean(design, "reward cost"), 17_500, 20_500, `${design} cost`);
  });

  test("raises look cheap in cash and are not", () => {
    for (const design of rewarded().filter((name) => name.startsWith("raise"))) {
      expect(mean(design, "cash cost")).toBeLessThan(0.7 * mean(design, "reward cost"));
    }
  });

  test("nobody creates more than the first best, and nobody reacts under none", () => {
    const best = mean("first best", "surplus");
    for (const design of rewarded()) {
      expect(mean(design, "surplus")).toBeLessThan(best);
      between(mean(design, "effort", "none"), 0.95, 1, `${design} effort under none`);
    }
  });

  test("no response gives the order of another: the answer depends on how managers react", () => {
    const order = (response: string) =>
      rewarded()
        .sort((a, b) => mean(b, "net value", response) - mean(a, "net value", response))
        .join(" ");
    expect(new Set(run.responses.map(order)).size).toBe(run.responses.length);
  });

  test("luck has mean zero: what is added back before comparing changes no expectation", () => {
    for (const design of rewarded()) {
      const luck = estimate(column(run, design, "bad luck"));
      expect(Math.abs(luck.mean) / luck.standardError).toBeLessThan(4);
    }
  });
});
