import { describe, expect, test } from "vitest";
import { Problem } from "../../src/foundation/text/problem.js";
import { activities } from "../../src/model/activities/index.js";
import { responses } from "../../src/model/responses/index.js";
import { makeScenario, type Scenario } from "../../src/scenario/scenario.js";
import { drawBatch, outcomesFor, runTask } from "../../src/simulation/batch/batch.js";
import { compile } from "../../src/simulation/compile.js";
import { alone, factors, pairwise, type Row } from "./ends.js";

type Data = Record<string, unknown>;

const bonus = (amount: string, more: Data = {}) => ({ kind: "cash bonus", "at target": amount, ...more });

/** Two designs that between them use every form of reward and measures of every kind. */
const base = (): Data => ({
  rewardlab: 2,
  title: "Ends",
  horizon: "2 years",
  team: { managers: 2 },
  accounts: { "per manager": 2 },
  assumptions: {},
  activities: Object.fromEntries(activities.map(({ name }) => [name, {}])),
  designs: {
    results: {
      period: "1 year",
      weights: {
        "account revenue": "25 %",
        "organic growth": "25 %",
        "customer lifetime value": "25 %",
        "account retention": "25 %",
      },
      rewards: [
        bonus("20 % of base salary", { curve: { kind: "target", threshold: "90 %", "pays at threshold": "50 %" } }),
        { kind: "commission", rate: "1 % of account revenue" },
        { kind: "salary increase", "at target": "3 % of base salary" },
      ],
    },
    work: {
      period: "6 months",
      weights: { "executive access": "40 %", "customer satisfaction": "30 %", "relationship quality": "30 %" },
      rewards: [
        bonus("12 000 EUR/year", { for: "team" }),
        { kind: "recognition", "at target": "2000 EUR/year" },
        { kind: "development", amount: "3000 EUR/year" },
      ],
    },
  },
});

/** The file with factors at their ends. */
function fileOf(row: Row): Data {
  const file = structuredClone(base());
  for (const [f, { path, ends }] of factors.entries()) {
    const end = row[f];
    if (end === undefined) continue;
    const inside = path.slice(0, -1).reduce((at, key) => at[key] as Data, file);
    inside[path.at(-1) as string] = ends[end];
  }
  return file;
}

/** The scenario, or undefined where it is refused at the door: with a place and a remedy. */
function atTheDoor(file: Data): Scenario | undefined {
  try {
    return makeScenario(file);
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    for (const { place, remedy } of error.faults) {
      expect(place).not.toBe("");
      expect(remedy).not.toBe("");
    }
    return undefined;
  }
}

/** Plays every design under every response in few worlds; throws a Problem where an outcome is not finite. */
function play(scenario: Scenario): number {
  const program = compile(scenario);
  const batchInputs = drawBatch(program, 0, 2);
  const outcomes = outcomesFor(program);
  let played = 0;
  for (const [design, { role }] of program.designs.entries()) {
    const wanted =
      role === "design"
        ? responses.filter((one) => !one.compensates).map(({ name }) => name)
        : role === "first best"
          ? ["planner"]
          : ["none"];
    for (const response of wanted) {
      runTask(batchInputs, { design, response, scale: 1, shift: 0 }, outcomes);
      played++;
    }
  }
  return played;
}

/** What is wrong with a row: nothing where it is finite, or refused at the door and finite once the remedy is followed. */
function faultOf(row: Row, horizon: string): string {
  const file: Data = { ...fileOf(row), horizon };
  const mended = {
    ...file,
    team: { ...(file.team as Data), "pay growth": "-50 %/year" },
    assumptions: { ...(file.assumptions as Data), substitution: 0 },
  };
  const scenario = atTheDoor(file) ?? atTheDoor(mended);
  if (scenario === undefined) return "refused, and refused again when the remedy was followed";
  try {
    play(scenario);
    return "";
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return error.message;
  }
}

describe("assumptions have no singular place within their bounds", () => {
  test("every assumption and every number of an activity has two ends", () => {
    expect(factors.length).toBeGreaterThan(110);
    expect(factors.filter(({ ends }) => ends.some((end) => end.includes("Infinity")))).toEqual([]);
  });

  test("each at either end alone gives finite outcomes, or is refused at the door", () => {
    const faults = alone.flatMap((row) => {
      const f = row.findIndex((end) => end !== undefined);
      const fault = faultOf(row, "2 years");
      return fault === "" ? [] : [`${factors[f].name} = ${factors[f].ends[row[f] as number]}: ${fault}`];
    });
    expect(faults).toEqual([]);
  });

  test.each([
    [1, "2 years"],
    [2, "3 years"],
    [3, "20 years"],
  ])("so do all of them at ends at once, in rows that hold every pair of ends (seed %d, %s)", (seed, horizon) => {
    const rows = pairwise(factors.length, seed);
    expect(rows.length).toBeGreaterThan(8);
    expect(rows.map((row) => faultOf(row, horizon)).filter((fault) => fault !== "")).toEqual([]);
  });

  test("a number that no world has is found where it arises", () => {
    const scenario = makeScenario(base());
    const program = compile(scenario);
    const spoilt = {
      ...program,
      assumptions: { ...program.assumptions, accountRevenue: { kind: "fixed", value: 0 } as const },
    };
    const batchInputs = drawBatch(spoilt, 0, 2);
    const task = { design: 0, response: "none", scale: 1, shift: 0 };
    expect(() => runTask(batchInputs, task, outcomesFor(spoilt))).toThrow(
      "account revenue 0 EUR/year beside a salary of",
    );
  });
});
