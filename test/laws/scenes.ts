import fc from "fast-check";
import { activities } from "../../src/model/activities/index.js";
import { measures } from "../../src/model/measures/index.js";
import { makeScenario, type Scenario } from "../../src/scenario/scenario.js";
import { type BatchInputs, drawBatch, outcomesFor, runTask } from "../../src/simulation/batch/batch.js";
import { compile } from "../../src/simulation/compile.js";
import type { Program } from "../../src/simulation/world/program.js";

/** Scenario data as a file would hold it, open to edits. */
export interface Data {
  readonly designs: Record<
    string,
    { period: string; weights: Record<string, string>; rewards: Record<string, unknown>[] }
  >;
  readonly [section: string]: unknown;
}

const curve = fc.oneof(
  fc
    .record({ threshold: fc.integer({ min: 50, max: 95 }), cap: fc.integer({ min: 105, max: 180 }) })
    .map(({ threshold, cap }) => ({ kind: "target", threshold: `${threshold} %`, "up to attainment": `${cap} %` })),
  fc.double({ min: 0.2, max: 2, noNaN: true }).map((rate) => ({ kind: "linear", base: 0.1, rate })),
  fc.integer({ min: 60, max: 110 }).map((at) => ({
    kind: "steps",
    steps: [
      { at: `${at} %`, pays: "40 %" },
      { at: `${at + 15} %`, pays: "100 %" },
    ],
  })),
);
const euros = (most: number) => fc.integer({ min: 500, max: most }).map((amount) => `${amount} EUR/year`);
const basis = fc.constantFrom("personal", "team");

/** Rewards whose cost is cash. */
export const cashRewards: readonly fc.Arbitrary<Record<string, unknown>>[] = [
  fc.record({ kind: fc.constant("cash bonus"), "at target": euros(25_000), curve, for: basis }),
  fc.record({
    kind: fc.constant("cash bonus"),
    "at target": euros(25_000),
    curve,
    "paid after": fc.constantFrom("0 months", "3 months"),
    deferred: fc.constant("40 %"),
    "vests after": fc.constantFrom("6 months", "1 year"),
  }),
  fc.record({ kind: fc.constant("salary increase"), "at target": euros(4_000), curve }),
  fc.record({ kind: fc.constant("salary top-up"), amount: euros(9_000) }),
  fc.record({
    kind: fc.constant("commission"),
    rate: fc.constantFrom("0.1 % of account revenue", "0.4 % of account revenue"),
  }),
];
export const awards: readonly fc.Arbitrary<Record<string, unknown>>[] = [
  fc.record({ kind: fc.constantFrom("recognition", "holiday", "team event"), "at target": euros(6_000) }),
];
export const anyReward = fc.oneof(
  ...cashRewards,
  ...awards,
  fc.record({ kind: fc.constant("development"), amount: euros(6_000) }),
);

const weightsOf = (some: readonly string[]) =>
  fc.uniqueArray(fc.constantFrom(...some), { minLength: 1, maxLength: 4 }).map((names): Record<string, string> => {
    const part = Math.floor(100 / names.length);
    return Object.fromEntries(names.map((name, k) => [name, `${k === 0 ? 100 - part * (names.length - 1) : part} %`]));
  });

const design = (rewards: fc.Arbitrary<Record<string, unknown>>, some: readonly string[]) =>
  fc.record({
    period: fc.constantFrom("3 months", "5 months", "6 months", "1 year"),
    weights: weightsOf(some),
    rewards: fc.array(rewards, { minLength: 1, maxLength: 2 }),
  });

/** A small valid scenario: one to three designs, two or three managers, two accounts, one or two years, nothing held. */
export const anyData = (
  rewards: fc.Arbitrary<Record<string, unknown>> = anyReward,
  some: readonly string[] = measures.map(({ name }) => name),
): fc.Arbitrary<Data> =>
  fc
    .record({
      designs: fc.array(design(rewards, some), { minLength: 1, maxLength: 3 }),
      managers: fc.integer({ min: 2, max: 3 }),
      horizon: fc.constantFrom("1 year", "18 months", "2 years"),
      seed: fc.integer({ min: 1, max: 1_000_000 }),
    })
    .map(({ designs, managers, horizon, seed }) => ({
      rewardlab: 2,
      title: "Any",
      horizon,
      remainder: "close early",
      // All there are, so that every measure finds what it reads.
      activities: Object.fromEntries(activities.map(({ name }) => [name, {}])),
      team: { managers },
      accounts: { "per manager": 2 },
      designs: Object.fromEntries(designs.map((one, d) => [`design-${d}`, one])),
      run: { seed },
    }));

/** The same data with something else in one of its sections. */
export const withSettings = (data: Data, section: string, settings: object): Data => ({
  ...data,
  [section]: { ...(data[section] as object | undefined), ...settings },
});

export const worldsOf = 8;

/** A compiled scenario with its first worlds drawn. */
export interface Scene {
  readonly scenario: Scenario;
  readonly program: Program;
  readonly batchInputs: BatchInputs;
}

export function scene(data: Data, worlds = worldsOf): Scene {
  const scenario = makeScenario(data);
  const program = compile(scenario);
  return { scenario, program, batchInputs: drawBatch(program, 0, worlds) };
}

/** Every outcome of one design by name, one number per world; at the size in the file unless scaled. */
export function results(
  { program, batchInputs }: Pick<Scene, "program" | "batchInputs">,
  name: string,
  response = "look-ahead",
  scale = 1,
): Record<string, Float64Array> {
  const outcomes = outcomesFor(program);
  const d = program.designs.findIndex((one) => one.name === name);
  const values = runTask(batchInputs, { design: d, response, scale, shift: 0 }, outcomes);
  const { count } = batchInputs;
  return Object.fromEntries(outcomes.map((one, o) => [one.name, values.slice(o * count, (o + 1) * count)]));
}
