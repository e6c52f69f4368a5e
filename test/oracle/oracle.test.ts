import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { activities } from "../../src/model/activities/index.js";
import { linkages } from "../../src/model/linkages/index.js";
import { measures } from "../../src/model/measures/index.js";
import type { Outcome } from "../../src/model/outcomes/outcome.js";
import { responses } from "../../src/model/responses/index.js";
import { rewards } from "../../src/model/rewards/index.js";
import { makeScenario, parseScenario } from "../../src/scenario/scenario.js";
import { drawBatch, outcomesFor, runTask } from "../../src/simulation/batch/batch.js";
import { compile } from "../../src/simulation/compile.js";
import type { BatchInputs } from "../../src/simulation/world/batch-inputs.js";
import type { Program, Task } from "../../src/simulation/world/program.js";
import { everything } from "./everything.js";
import { designFacts, type Setting, settingOf } from "./inputs.js";
import { linked } from "./linked.js";
import { erfc } from "./normal.js";
import { simulateWorld } from "./oracle.js";
import { ofPay, type Rules, rules } from "./rules.js";
import { mean, type Play } from "./seats.js";

const folder = join(import.meta.dirname, "..", "..", "scenarios");
const programOf = (name: string): Program =>
  compile(parseScenario(readFileSync(join(folder, `${name}.yaml`), "utf8"), { name }));

/** Plans a hold might find, so that no test has to search for them. */
const held = { scale: 0.85, shift: -0.04 };
const flat = { scale: 12_000, shift: 0 };

/** Every design under every response it runs under. */
function tasksOf(program: Program): Task[] {
  const shown = responses.filter((one) => !one.compensates).map((one) => one.name);
  return program.designs.flatMap(({ role }, design) => {
    const under = role === "design" ? shown : role === "first best" ? ["planner"] : ["none"];
    return under.map((response) => ({ design, response, ...(role === "design" ? held : flat) }));
  });
}

/**
 * Relative to the value, or to what an outcome is read to: 1 unit of money, a thousandth of a share or index. A present
 * value or a mean push may come out near zero as a difference of large parts, whose rounding is relative to them.
 */
function gapBetween(outcome: Outcome, value: number, other: number): number {
  const size = outcome.unit.dimension.startsWith("money") ? 1 : 1e-3;
  return Math.abs(value - other) / Math.max(Math.abs(value), size);
}

/** Both implementations follow the same rules in another order of sums, and tabulated against plain normal distributions. */
const tolerance = 1e-9;

/** Outcomes of one task in one world of the oracle that are not those of the engine. */
function differences(
  batchInputs: BatchInputs,
  setting: Setting,
  task: Task,
  w: number,
  engine: Float64Array,
  more: Pick<Play, "rules" | "known">,
): string[] {
  const { design, ...play } = task;
  const facts = designFacts(batchInputs.program, design);
  const oracle = simulateWorld(setting, facts, { ...play, ...more });
  return outcomesFor(batchInputs.program).flatMap((outcome, k) => {
    const value = engine[k * batchInputs.count + w];
    const other = oracle[outcome.name];
    if (gapBetween(outcome, value, other) <= tolerance) return [];
    return [
      `${batchInputs.program.designs[design].name}, ${play.response}, world ${w}, ${outcome.name}: ${value} ≠ ${other}`,
    ];
  });
}

/** All disagreements of a program's designs, responses and worlds. */
function disagreements(program: Program, worlds: number): string[] {
  const batchInputs = drawBatch(program, 0, worlds);
  const outcomes = outcomesFor(program);
  const settings = Array.from({ length: worlds }, (_, w) => ({ setting: settingOf(batchInputs, w), known: new Map() }));
  return tasksOf(program).flatMap((task) => {
    const engine = runTask(batchInputs, task, outcomes);
    return settings.flatMap(({ setting, known }, w) => differences(batchInputs, setting, task, w, engine, { known }));
  });
}

const whole = compile(makeScenario(everything));

describe("a second implementation from the method agrees with the engine in every outcome to nine digits", () => {
  test("the flagship: 13 designs, three responses, six years, two worlds", () => {
    const program = programOf("kam-flagship");
    expect(program.designs.length * program.months * program.managers).toBeGreaterThan(4_000);
    expect(disagreements(program, 2)).toEqual([]);
  });

  test.each([
    "templates/team",
    "templates/recognition-led",
    "templates/multi-year",
    "templates/renewal",
    "templates/merit-led",
    "pharma-strategic-accounts",
    "kam-versus-salesperson",
  ])("%s", (name) => {
    expect(disagreements(programOf(name), 1)).toEqual([]);
  });

  test("every measure, reward and curve at once, with many leavers and lost accounts", () => {
    expect(disagreements(whole, 3)).toEqual([]);
  });

  test("every linkage at once, on every kind of reward, personal and of the team, alone, listed and shared", () => {
    const program = compile(makeScenario(linked));
    const used = program.designs.flatMap(({ cards }) => cards.flatMap(({ rewards }) => rewards));
    const kinds = new Set(used.flatMap(({ linkages: plans = [] }) => plans.map(({ linkage }) => linkage.kind)));
    expect(linkages.map(({ kind }) => kind).filter((kind) => !kinds.has(kind))).toEqual([]);
    expect(disagreements(program, 2)).toEqual([]);
  });
});

describe("amounts a scenario does not write follow from its base salary", () => {
  const written = (salary: string): unknown => ({
    rewardlab: 2,
    title: "Amounts that follow",
    currency: "CHF",
    horizon: "1 year",
    team: { salary },
    activities: Object.fromEntries(activities.map(({ name }) => [name, {}])),
    designs: {
      each: {
        period: "1 year",
        weights: evenly,
        rewards: [{ kind: "cash bonus", "at target": "10 % of base salary" }],
      },
    },
  });
  const evenly = Object.fromEntries(measures.map(({ name }) => [name, { value: `${100 / measures.length} %` }]));

  test.each([
    ["91 000 CHF/year", 91_000],
    // the mean of the range
    ["80 000 CHF/year to 120 000 CHF/year, evenly", 100_000],
  ])("%s", (salary, pay) => {
    const scenario = makeScenario(written(salary));
    const program = compile(scenario);
    const { world } = settingOf(drawBatch(program, 0, 1), 0);
    const near = (value: number | undefined, share: number): void => expect(value).toBeCloseTo(share * pay, 6);
    near(world.accountRevenue, ofPay.accountRevenue);
    near(world.developmentUnit, ofPay.developmentUnit);
    near(world.valueFloor, ofPay.valueFloor);
    near(scenario.checked.run.smallestDifference, ofPay.smallestDifference);
    const { judged, asked, booked } = ofPay.measuring;
    const costs = measures.map((one) => (one.judged ? judged : one.sampling === "survey" ? asked : booked));
    near(
      designFacts(program, 0).monitoring,
      costs.reduce((sum, cost) => sum + cost, 0),
    );
  });
});

describe("the comparison means something", () => {
  const cards = whole.designs.flatMap((design) => design.cards);

  test("no measure and no reward is left out", () => {
    const read = new Set(cards.flatMap(({ slots }) => slots.map(({ measure }) => measure.name)));
    expect(measures.map(({ name }) => name).filter((name) => !read.has(name))).toEqual([]);
    const plans = whole.designs.flatMap((design) => [...design.cards.flatMap((card) => card.rewards), ...design.fixed]);
    const paid = new Set(plans.map(({ reward }) => reward.kind));
    expect(rewards.map(({ kind }) => kind).filter((kind) => !paid.has(kind))).toEqual([]);
  });

  const batchInputs = drawBatch(whole, 0, 1);
  const setting = settingOf(batchInputs, 0);
  const tasks = tasksOf(whole).map((task) => ({ task, engine: runTask(batchInputs, task, outcomesFor(whole)) }));

  test("managers leave and accounts are lost, so succession and loss are compared too", () => {
    const at = outcomesFor(whole).findIndex((one) => one.name === "leavers");
    const lost = outcomesFor(whole).findIndex((one) => one.name === "account retention");
    expect(mean(tasks.map(({ engine }) => engine[at]))).toBeGreaterThan(0.25);
    expect(mean(tasks.map(({ engine }) => engine[lost]))).toBeLessThan(0.8);
  });

  test.each(Object.keys(rules) as (keyof Rules)[])("another %s breaks the agreement", (name) => {
    const old = rules[name];
    const changed = { ...rules, [name]: Number.isInteger(old) && old > 1 && old < 100 ? old - 1 : old * 1.01 };
    const known = new Map<string, unknown>();
    const broken = tasks.some(
      ({ task, engine }) => differences(batchInputs, setting, task, 0, engine, { rules: changed, known }).length > 0,
    );
    expect(broken).toBe(true);
  });

  test("the oracle's own normal distribution is right", () => {
    // as Python's math.erfc gives them
    expect(erfc(1)).toBeCloseTo(0.15729920705028513, 15);
    expect(erfc(3) / 2.2090496998585438e-5).toBeCloseTo(1, 12);
  });
});
