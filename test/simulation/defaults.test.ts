import { describe, expect, test } from "vitest";
import { makeScenario } from "../../src/scenario/scenario.js";
import { compile } from "../../src/simulation/compile.js";
import { bonus, smallFile } from "./small.js";

const small = (changes: Record<string, unknown> = {}) => makeScenario(smallFile(changes));

/** A scenario whose one design pays on these measures. */
const paidOn = (weights: Record<string, string>, changes: Record<string, unknown> = {}) =>
  compile(small({ designs: { plan: { period: "1 year", weights, rewards: [bonus("9000 EUR/year")] } }, ...changes }))
    .designs[0];

describe("what a scenario does not write", () => {
  test("the smallest difference worth acting on is 5/18 of base salary: 20,000 of 72,000 and 25,000 of 90,000", () => {
    const smallest = (changes: Record<string, unknown> = {}) => small(changes).checked.run.smallestDifference;
    expect(smallest()).toBe(20_000);
    expect(smallest({ team: { salary: "90000 EUR/year" } })).toBe(25_000);
    expect(smallest({ run: { worlds: 24, seed: 7, "smallest difference": "4500 EUR" } })).toBe(4_500);
  });

  test("a survey is asked every six months, whether or not something else of its measure is written", () => {
    const survey = { "customer satisfaction": "100 %" };
    const cadence = (settings: Record<string, unknown>) =>
      paidOn(survey, { measures: { "customer satisfaction": settings } }).cards[0].slots[0].cadence;
    expect(paidOn(survey).cards[0].slots[0].cadence).toBe(6);
    expect(cadence({ noise: 2 })).toBe(6);
    expect(cadence({ cadence: "1 year" })).toBe(12);
  });

  test("measuring costs nothing where books are kept anyway, 1/240 of base salary a year for a reading, 1/180 for a survey", () => {
    const costOf = (...names: string[]): number =>
      paidOn(Object.fromEntries(names.map((name, k) => [name, k === 0 ? `${101 - names.length} %` : "1 %"])))
        .monitoring;
    for (const name of ["account revenue", "profitability", "organic growth", "shared objectives", "account retention"])
      expect([name, costOf(name)]).toEqual([name, 0]);
    for (const name of [
      "customers reaching out",
      "relationship quality",
      "adoption of co-created solutions",
      "executive access",
    ])
      expect([name, costOf(name)]).toEqual([name, 300]);
    for (const name of ["customer satisfaction", "customer goals reached", "referenceable accounts"])
      expect([name, costOf(name)]).toEqual([name, 400]);
    expect(costOf("customer satisfaction", "executive access", "account revenue")).toBe(700);
  });

  test("the cost of measuring follows the salary, and what is written replaces it", () => {
    const survey = { "customer satisfaction": "100 %" };
    expect(paidOn(survey, { team: { salary: "90000 EUR/year" } }).monitoring).toBe(500);
    expect(paidOn(survey, { measures: { "customer satisfaction": { cost: "50 EUR/year" } } }).monitoring).toBe(50);
  });
});
