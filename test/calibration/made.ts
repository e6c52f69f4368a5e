import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fixedAll } from "../../src/calibration/match.js";
import type { Panel } from "../../src/calibration/panel.js";
import { simulatePanels } from "../../src/calibration/simulated.js";
import type { AccountYear, PeopleData, Person, Result } from "../../src/employee-data/data.js";
import { edit, parseScenario, type Scenario } from "../../src/scenario/scenario.js";
import { worldsPerBatch } from "../../src/simulation/batch/batch.js";

export const flagshipText = readFileSync(
  join(import.meta.dirname, "..", "..", "scenarios", "kam-flagship.yaml"),
  "utf8",
);
export const flagship: Scenario = parseScenario(flagshipText, { name: "kam-flagship.yaml" });

/** An account in a year. */
export const row = (account: string, year: number, revenue: number, more: Partial<AccountYear> = {}): AccountYear => ({
  account,
  person: account.slice(0, 1),
  year,
  revenue,
  isLost: false,
  ...more,
});

/** A year's revenue of a person against its target. */
export const yearOf = (person: string, year: number, target: number | undefined, result: number): Result => ({
  person,
  measure: "revenue",
  from: `${year}-01-01`,
  to: `${year}-12-31`,
  target,
  result,
});

export const person = (id: string, more: Partial<Person> = {}): Person => ({ id, salary: 60_000, ...more });

export const dataOf = (more: Partial<PeopleData>): PeopleData => ({
  people: [],
  results: [],
  accounts: [],
  transactions: [],
  ...more,
});

/** Simulated teams of the flagship's scheme with these settings, other luck than its own, each written down as tables. */
export function simulatedFirms(
  truth: Readonly<Record<string, number>>,
  { teams, managers, years }: { readonly teams: number; readonly managers: number; readonly years: number },
): { readonly data: PeopleData; readonly leavers: number }[] {
  const scenario = edit(flagship, (file) => void Object.assign(file, { run: { ...file.run, seed: 987 } }));
  const settings = fixedAll(truth);
  const panels = simulatePanels({ scenario, design: "today", years, managers, accounts: 5, pairs: teams, settings });
  return firstOfPairs(panels, teams, worldsPerBatch(managers)).map((panel) => ({
    data: tablesOf(panel, managers),
    leavers: panel.leavers,
  }));
}

/** Teams come in batches, each batch again with the opposite luck: these are the first ones, which are independent. */
const firstOfPairs = (panels: readonly Panel[], teams: number, batch: number): Panel[] =>
  panels.filter((_, k) => {
    const within = k % (2 * batch);
    const size = Math.min(batch, teams - Math.floor(k / (2 * batch)) * batch);
    return within < size;
  });

function tablesOf({ accounts, scores }: Panel, managers: number): PeopleData {
  return dataOf({
    people: Array.from({ length: managers }, (_, i) => person(String(i))),
    accounts: accounts.map((one) => ({ ...one, year: 2019 + one.year })),
    results: scores.map((one) => yearOf(one.person, 2019 + one.year, 1, one.attainment)),
  });
}
