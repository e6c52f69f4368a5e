import { join } from "node:path";
import type { BacktestPlan } from "../../src/backtest/request.js";
import type { PeopleData } from "../../src/employee-data/data.js";
import { readPeople } from "../../src/node/spreadsheets/tables.js";
import { makeScenario, type Scenario } from "../../src/scenario/scenario.js";
import { dataOf, person, result } from "../payout/plans.js";

/** A straight line from nothing at nothing: pay = 10,000 × score, no threshold and no cap. */
export const straight = (more: object = {}): object => ({
  kind: "cash bonus",
  "at target": "10000 EUR/year",
  curve: {
    kind: "points",
    points: [
      { at: "0 %", pays: "0 %" },
      { at: "300 %", pays: "300 %" },
    ],
  },
  ...more,
});

/** Designs of one scenario, yearly and on revenue unless they say otherwise. */
export const designs = (given: Readonly<Record<string, object>>, more: object = {}): Scenario =>
  makeScenario({
    rewardlab: 2,
    title: "Plans",
    horizon: "3 years",
    team: { salary: "72000 EUR/year" },
    designs: Object.fromEntries(
      Object.entries(given).map(([name, design]) => [
        name,
        { period: "1 year", weights: { "account revenue": "100 %" }, ...design },
      ]),
    ),
    ...more,
  });

export const plan = (scenario: Scenario, design: string, more: Partial<BacktestPlan> = {}): BacktestPlan => ({
  scenario,
  design,
  ...more,
});

/** Four people of two teams in two years, results in per cent of a target of 100. */
export const reached: Readonly<Record<string, readonly [number, number]>> = {
  A: [80, 100],
  B: [100, 120],
  C: [120, 90],
  D: [110, 130],
};

export const fourPeople = (): PeopleData =>
  dataOf(
    [
      person("A", { team: "north", salary: 50_000 }),
      person("B", { team: "north", salary: 60_000 }),
      person("C", { team: "south", salary: 40_000 }),
      person("D", { team: "south", salary: 50_000 }),
    ],
    Object.entries(reached).flatMap(([id, [first, second]]) => [
      result(id, first, 100, { from: "2023-01-01", to: "2023-12-31" }),
      result(id, second, 100),
    ]),
  );

const file = (name: string): string => join(import.meta.dirname, "..", "..", "data", "synthetic-team", `${name}.csv`);

/** The synthetic team as the command reads it. */
export const syntheticTeam = async (): Promise<PeopleData> =>
  (await readPeople({ roster: file("roster"), history: file("history"), accounts: file("accounts") })).data;
