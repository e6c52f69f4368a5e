import { readFileSync } from "node:fs";
import { join } from "node:path";
import { readTables } from "../../src/employee-data/read-people.js";
import type { RawTable } from "../../src/foundation/tables/cell.js";
import { emptyForm } from "../../src/model/curves/curve.js";
import { validate } from "../../src/node/files/validate.js";
import { simulate } from "../../src/node/runs/simulate.js";
import { backtest } from "../../src/report/backtest/backtest-text.js";
import { explain, payout } from "../../src/report/payout/payout-text.js";
import * as printed from "../../src/report/printed.js";
import { trace } from "../../src/report/runs/trace-text.js";
import { fit as fitScenario } from "../../src/report/tables/fit-text.js";
import { peopleSheet } from "../../src/report/tables/people-text.js";
import { edit, parseScenario, type Scenario } from "../../src/scenario/scenario.js";
import type { Run } from "../../src/simulation/data.js";

import { printableSheet } from "../../src/wording/printable.js";
import { dataOf, person, planOf, result } from "../payout/plans.js";
import { type TinyDesign, tinyHeld, tinyRun, valued } from "../results/tiny-run.js";

/** More than the fifty worlds below which nothing is said of assumptions. */
const worlds = Array.from({ length: 60 }, (_, w) => w);
const rising = (start: number, slope: number): number[] => worlds.map((w) => start + slope * ((w * 7) % worlds.length));

/** The same with luck that no assumption explains. */
const lucky = (start: number, slope: number): number[] =>
  rising(start, slope).map((value, w) => value + 5 * slope * ((w * w * 13) % 17));

function plan(start: number, slope: number, cell?: Readonly<Record<string, string>>): TinyDesign {
  const { outcomes } = valued(lucky(start, slope), lucky(80_000, 2), lucky(20_000, 10));
  const more = {
    "reward cost": rising(18_000, 40),
    "cash cost": rising(12_000, -30),
    leavers: rising(0.1, 0.001),
    "at target": rising(0.6, 0.002),
    effort: rising(1, 0.0003),
    "effort: co-creation": rising(1 + start / 1e9, 0.0003),
  };
  return { outcomes: { ...outcomes, ...more }, ...(cell && { cell }) };
}

/** A run of four crossed designs, with whatever name two of them and the run have; the second is best in some worlds, the third in others. */
export const crossedRun = (name = "patient", title = "Tiny"): Run =>
  tinyRun({
    title,
    smallest: 20_000,
    responses: ["look-ahead", "none", "evidence"],
    draws: { relationYield: rising(0.1, 0.002), churn: rising(0.05, 0.0001) },
    designs: {
      today: plan(14_000_000, 1_000, { [name]: "a", period: "1 year" }),
      [name]: plan(14_200_000, 9_000, { [name]: "b", period: "1 year" }),
      "patient-too": plan(14_190_000, 9_500, { [name]: "a", period: "3 years" }),
      "both at once": plan(14_100_000, 2_000, { [name]: "b", period: "3 years" }),
      "no reward": { ...plan(13_900_000, 1_000), role: "no reward" },
    },
    held: [tinyHeld(name, { isMet: false, remark: `cost 10.0 % off ${title}` })],
  });

const firstSteps = parseScenario(
  readFileSync(join(import.meta.dirname, "..", "..", "scenarios", "first-steps.yaml"), "utf8"),
  { name: "first-steps.yaml" },
);

/** A small scenario of two designs, titled as one likes. */
export const smallScenario = (title = "First steps"): Scenario =>
  edit(firstSteps, (file) => {
    const { recognition, ...bonuses } = file.designs;
    file.designs = bonuses;
    Object.assign(bonuses["balanced-bonus"], { title });
    Object.assign(file, { title, question: `Is it ${title}?`, horizon: "1 year" });
  });

const claims = (name: string, claim: string) => [
  {
    claim,
    design: name,
    against: "today",
    outcome: "net value" as const,
    direction: "higher" as const,
    "smallest effect": "20000 EUR",
  },
  { claim, design: "today", against: name, outcome: "leavers" as const, direction: "lower" as const },
];

type Print = () => unknown;

/** Every function of `printed` with something small to print: of runs with this name and title. */
export function printouts(name = "patient", title = "Tiny"): Readonly<Record<keyof typeof printed, Print>> {
  const run = crossedRun(name, title);
  return {
    compare: () => printed.compare(run),
    headline: () => printed.headline(run),
    bridge: () => printed.bridge(run, { design: name }),
    equalities: async () => {
      const held = edit(smallScenario(title), (file) => {
        file.hold = { "certainty equivalent": "5000 EUR/year" };
      });
      return printed.equalities([await simulate(held, { replications: 4, workers: 1 })]);
    },
    drivers: () => printed.drivers(run, { design: name }),
    factorial: () => printed.factorial(run),
    testHypotheses: () => printed.testHypotheses(run, claims(name, title)),
    tornado: () => printed.tornado(run),
    idealWeights: () => printed.idealWeights(smallScenario(title), { worlds: 20 }),
    theoryBesideSimulation: async () =>
      printed.theoryBesideSimulation(await simulate(smallScenario(title), { replications: 3 })),
    health: () => printed.health(smallScenario(title)),
    lint: () => printed.lint(smallScenario(title)),
    lintCurve: () => printed.lintCurve({ ...emptyForm, rate: 1 }),
    weightSweep: () =>
      printed.weightSweep(smallScenario(title), { design: "balanced-bonus", replications: 2, shares: [0.2, 0.6] }),
  };
}

const payingPlan = planOf({
  rewards: [
    { kind: "cash bonus", "at target": "10000 EUR/year", deferred: "50 %", "vests after": "2 years" },
    { kind: "commission", rate: "10 % of account revenue" },
  ],
});
const bonusPlan = planOf({ rewards: [{ kind: "cash bonus", "at target": "10000 EUR/year" }] });
const onePerson = dataOf([person("A")], [result("A", 95, 100)]);

/** What else prints itself. */
export const otherPrintouts = (title = "Tiny"): Readonly<Record<string, Print>> => ({
  "a scenario": () => smallScenario(title),
  "a run of simulate": () => simulate(smallScenario(title), { replications: 2 }),
  trace: () => trace(smallScenario(title)),
  payout: () =>
    payout(
      edit(payingPlan, (file) => void Object.assign(file, { title })),
      "plan",
      onePerson,
    ),
  backtest: () =>
    backtest(
      [
        { scenario: edit(payingPlan, (file) => void Object.assign(file, { title })), design: "plan" },
        { scenario: bonusPlan, design: "plan", name: "bonus" },
      ],
      dataOf([person("A"), person("B")], [result("A", 95, 100), result("B", 110, 100)]),
    ),
  explain: () => explain(payout(payingPlan, "plan", onePerson), "A"),
  fit: () => fitScenario(smallScenario(title), fewTables, { pairs: 2 }),
  tables: () => printableSheet(readTables({ roster: rosterWith(title) }), peopleSheet),
  validate: () => validate({ ids: ["E1"] }),
});

/** Three people whose two accounts grow for two years. */
const fewTables = dataOf(
  ["A", "B", "C"].map((id) => person(id)),
  [],
  {
    accounts: [2023, 2024].flatMap((year, y) =>
      ["A", "B", "C"].map((id, k) => ({
        ...{ account: `${id}1`, person: id, year, isLost: false },
        revenue: 1_000_000 * (1 + 0.2 * k + 0.1 * y * (k + 1)),
      })),
    ),
  },
);

/** A roster with a fault, and with a text in its file's name, its header and its cells. */
const rosterWith = (text: string): RawTable => ({
  file: `${text}.csv`,
  rows: [
    ["id", "salary", text],
    ["A", 70_000, text],
    ["B", text, text],
  ],
  remarks: [],
});
