import { expect, test } from "vitest";
import { Problem } from "../../src/foundation/text/problem.js";
import { parseScenario } from "../../src/scenario/scenario.js";

const faultsOf = (steps: string): string => {
  const text = `
rewardlab: 2
title: Steps
designs:
  plan:
    period: 1 year
    weights: { account revenue: 100 % }
    rewards: [{ kind: cash bonus, at target: 5000 EUR/year, curve: { kind: steps, steps: ${steps} } }]`;
  try {
    parseScenario(text, { name: "steps.yaml" });
  } catch (error) {
    if (error instanceof Problem) return error.message;
    throw error;
  }
  return "";
};

test("reading a faulty file changes no example that later errors show", () => {
  const before = faultsOf("none");
  expect(before).toContain("at");
  const many = faultsOf("[1, 2, 3, 4, 5, 6, 7, 8, 9]");
  expect(faultsOf("none")).toBe(before);
  expect(faultsOf("[1, 2, 3, 4, 5, 6, 7, 8, 9]")).toBe(many);
});
