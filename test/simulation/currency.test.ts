import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { idealWeights } from "../../src/agency-theory/ideal-weights.js";
import { theoryBesideSimulation } from "../../src/agency-theory/theory-beside-simulation.js";
import { assumptions } from "../../src/model/assumptions.js";
import { health } from "../../src/plan-checks/health/health.js";
import { lint } from "../../src/plan-checks/lint/lint.js";
import { compare } from "../../src/results/compare.js";
import { headline } from "../../src/results/headline.js";
import { drivers } from "../../src/results/sensitivity/drivers.js";
import { tornado } from "../../src/results/sensitivity/tornado.js";
import { makeScenario, parseScenario, type Scenario } from "../../src/scenario/scenario.js";
import { scenarioSchema } from "../../src/scenario/schema/schema.js";
import type { Run } from "../../src/simulation/data.js";
import { observe } from "../../src/simulation/observation/observe.js";

import { simulate } from "../../src/simulation/simulate.js";
import { everything } from "../oracle/everything.js";
import { inYen } from "./in-yen.js";

const folder = join(import.meta.dirname, "..", "..", "scenarios");
const read = (name: string): Scenario => parseScenario(readFileSync(join(folder, name), "utf8"), { name });
const files = readdirSync(folder, { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(".yaml"))
  .sort();

const worlds = 3;
const isMoney = ({ dimension }: { readonly dimension: string }): boolean => dimension.startsWith("money");

/** Of shares and indices; EUR a year; EUR of margins lost, which bad luck is the difference of. Near zero numbers are differences of parts so large. */
const [small, earned, lost] = [0.01, 1e3, 1e6];

/** A number of a run, and how large what it is made of is at least. */
type Named = readonly [name: string, value: number, parts: number];

/** Every number of a run, those of money divided by `rate`: names and values in a fixed order. */
function numbersOf(run: Run, rate: number): Named[] {
  const held = run.held.flatMap(({ design, response, scale, shift, to, slopes }) => {
    const isTopUp = run.designs.find(({ name }) => name === design)?.role === "flat top-up";
    return [
      [`${design} ${response} scale`, isTopUp ? scale / rate : scale, 0],
      [`${design} ${response} shift`, shift, small],
      [`${design} ${response} cost`, typeof to.value === "number" ? to.value / rate : 0, 0],
      [`${design} ${response} at target`, to.atTarget ?? -1, 0],
      ...slopes.flatMap(({ byScale, byShift }, k) =>
        [byScale, byShift].flatMap((by, way) =>
          run.outcomes.flatMap(({ name, unit }): Named[] =>
            name in by
              ? [
                  [
                    `${design} ${response} slope ${k} ${way} of ${name}`,
                    isMoney(unit) ? by[name] / rate : by[name],
                    isMoney(unit) ? lost : 1,
                  ],
                ]
              : [],
          ),
        ),
      ),
    ] as const;
  });
  const columns = [...run.columns].flatMap(([name, values]) => {
    const outcome = run.outcomes.find((one) => name.endsWith(`|${one.name}`));
    const isAmount = outcome !== undefined && isMoney(outcome.unit);
    const parts = isAmount ? (outcome.name === "bad luck" ? lost : earned) : small;
    return Array.from(values, (value, w) => [`${name} ${w}`, value / (isAmount ? rate : 1), parts] as const);
  });
  return [["smallest difference", run.smallestDifference / rate, 0], ...held, ...columns];
}

/** What a comparison says in words: verdicts, who is best and who comes close. */
function wordsOf(run: Run): unknown {
  const { best, rivals, responses } = headline(run);
  return {
    verdicts: compare(run).rows.map(({ design, outcome, responses: all }) => [
      design,
      outcome,
      ...all.map(({ verdict }) => verdict),
    ]),
    best: best.design,
    rivals: rivals.map(({ design, verdict }) => [design, verdict]),
    responses: responses.map(({ response, best: leads, verdict }) => [response, leads, verdict]),
  };
}

/** Numbers of two runs that differ by more than what adding up in another order leaves. */
const apart = (own: readonly Named[], other: readonly Named[]): unknown[] =>
  other.filter(([, value, parts], k) => {
    const [, was] = own[k];
    return Math.abs(value - was) > tolerance * Math.max(Math.abs(value), Math.abs(was), parts);
  });
/** The sizes of accounts are luck, kept to 24 bits (6e-8), and effort, scores and leaving carry that on through the months. */
const tolerance = 1e-6;

/** ms. Thirteen designs are made equal three times over. */
const patience = 900_000;

/** Amounts in every form a file may have, and none written where a default follows from pay. */
const ranges = {
  ...everything,
  team: { ...everything.team, salary: "60k to 90k EUR/year" },
  accounts: {
    ...everything.accounts,
    "account revenue": "700 000 EUR/year to 2.1M EUR/year, most likely 1.25M EUR/year",
  },
  assumptions: {
    ...everything.assumptions,
    "value floor": "130 to 210 EUR/month",
    "development unit": "900 to 4800 EUR/year, evenly",
  },
  run: { worlds: 10, seed: 5, "smallest difference": "4.5k EUR" },
};

const runOf = (file: unknown, name: string): Promise<Run> =>
  simulate(makeScenario(file, { name }), { replications: worlds, pilots: 8 });

describe("the same economics in yen give the same answer", () => {
  const cases = [...files.map((name) => [name, read(name).file] as const), ["amounts in every form", ranges] as const];

  test.each(cases)(
    "%s",
    async (name, file) => {
      const here = await runOf(file, name);
      const own = numbersOf(here, 1);
      expect(own.length).toBeGreaterThan(100);
      // a power of two moves no digit: every number is the same to the last bit
      const doubled = await runOf(inYen(file, 128), name);
      const exact = numbersOf(doubled, 128);
      expect(exact.map(([of]) => of)).toEqual(own.map(([of]) => of));
      expect(exact.filter(([, value], k) => value !== own[k][1])).toEqual([]);
      expect(wordsOf(doubled)).toEqual(wordsOf(here));
      const whole = await runOf(inYen(file, 160), name);
      expect(apart(own, numbersOf(whole, 160))).toEqual([]);
      expect(wordsOf(whole)).toEqual(wordsOf(here));
    },
    patience,
  );
});

/** Numbers anywhere in a result, in order. */
function leavesOf(data: unknown): number[] {
  if (typeof data === "number") return [data];
  if (ArrayBuffer.isView(data)) return [...(data as Float64Array)];
  if (data instanceof Map) return [...data.values()].flatMap(leavesOf);
  if (typeof data !== "object" || data === null) return [];
  return Object.values(data).flatMap(leavesOf);
}

describe("what is worked out from a run or a scenario scales with it", () => {
  const name = "first-steps.yaml";
  const { file } = read(name);
  const pair = async (rate: number) => {
    const scenario = makeScenario(rate === 1 ? file : inYen(file, rate), { name });
    const run = await simulate(scenario, { replications: 40 });
    return { scenario, run };
  };
  const analyses: Readonly<Record<string, (of: Awaited<ReturnType<typeof pair>>) => unknown>> = {
    compare: ({ run }) => compare(run),
    drivers: ({ run }) => drivers(run),
    tornado: ({ run }) => tornado(run),
    health: ({ run }) => health(run).rows,
    lint: ({ scenario }) => lint(scenario),
    idealWeights: ({ scenario }) => idealWeights(scenario, { worlds: 20 }),
    theoryBesideSimulation: ({ run }) => theoryBesideSimulation(run),
    observe: async ({ run }) => (await observe(run, { worlds: 4 })).designs,
  };
  const both = Promise.all([pair(1), pair(256)]);

  test.each(Object.entries(analyses))("%s", async (_, analyse) => {
    const [here, there] = await both;
    const [own, other] = [leavesOf(await analyse(here)), leavesOf(await analyse(there))];
    expect(own.length).toBeGreaterThan(5);
    expect(other.length).toBe(own.length);
    // no money at all, money, its square, and per money; a power of four, so that roots of money move no digit either
    const powers = [1, 256, 256 ** 2, 1 / 256];
    const strange = own.flatMap((value, k) =>
      powers.some((power) => Object.is(other[k], value * power)) ? [] : [[k, value, other[k]]],
    );
    expect(strange).toEqual([]);
  });
});

describe("no default is an amount of one currency", () => {
  test("assumptions of money other than the salary are shares of pay", () => {
    const amounts = Object.entries(assumptions).filter(([, { unit }]) => isMoney(unit));
    expect(amounts.length).toBeGreaterThan(3);
    expect(amounts.filter(([, { value }]) => typeof value !== "object").map(([name]) => name)).toEqual(["salary"]);
  });

  test("no setting of a scenario has one", () => {
    const schema = JSON.stringify(z.toJSONSchema(scenarioSchema(), { io: "input", unrepresentable: "any" }));
    expect(schema).toContain('"default":');
    expect(schema.match(/"default":"[^"]*EUR[^"]*"/g)?.filter((one) => one !== '"default":"EUR"') ?? []).toEqual([]);
  });

  test("who does not write the salary in another currency is told to, and is not simulated on that of EUR", async () => {
    const { team, ...rest } = read("first-steps.yaml").file as unknown as Record<string, Record<string, unknown>>;
    const silent = inYen({ ...rest, team: { ...team, salary: undefined } }, 128) as Record<string, unknown>;
    const scenario = makeScenario(JSON.parse(JSON.stringify(silent)));
    const fault =
      "not written, and only a scenario in EUR has a usual one, got JPY; amounts that are not written follow from it";
    const remedy = "write what the people are paid, such as salary: 72000 JPY/year";
    expect(scenario.findings).toContainEqual({
      place: "scenario team.salary",
      finding: `${fault}; to simulate, ${remedy}`,
    });
    expect(String(scenario)).toContain("Base salary is not written");
    await expect(simulate(scenario)).rejects.toThrow(`team.salary: ${fault}; ${remedy}`);
  });
});
