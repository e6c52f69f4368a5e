import { describe, expect, test } from "vitest";
import { z } from "zod";
import { Problem } from "../../src/foundation/text/problem.js";
import { activities } from "../../src/model/activities/index.js";
import { curves } from "../../src/model/curves/index.js";
import { linkages } from "../../src/model/linkages/index.js";
import { measures } from "../../src/model/measures/index.js";
import { rewards } from "../../src/model/rewards/index.js";
import { payout } from "../../src/payout/payout.js";
import { makeScenario, type Scenario } from "../../src/scenario/scenario.js";
import { simulate } from "../../src/simulation/simulate.js";
import { dataOf, person, result } from "./plans.js";

type Settings = Readonly<Record<string, unknown>>;

const months = Array.from({ length: 12 }, (_, k) => {
  const days = new Date(Date.UTC(2024, k + 1, 0)).getUTCDate();
  const month = `2024-${String(k + 1).padStart(2, "0")}`;
  return { from: `${month}-01`, to: `${month}-${days}` };
});

/** Forty people with attainments from 0 to 195 % and satisfaction that goes another way, some months above and some below. */
const people = Array.from({ length: 40 }, (_, k) =>
  person(`P${String(k).padStart(2, "0")}`, {
    team: k % 2 === 0 ? "north" : "south",
    salary: 50_000 + 1_000 * k,
    midpoint: 66_000,
  }),
);
const data = dataOf(
  people,
  people.flatMap(({ id }, k) =>
    months.flatMap((days, m) => [
      // 5 points apart, the mean exactly on them
      result(id, 5 * k + (k > 8 ? (m % 2 === 0 ? 40 : -40) : 0), 100, days),
      result(id, 0.7 + ((k * 7) % 40) * 0.015, undefined, { measure: "customer satisfaction", ...days }),
      result(id, 1.2 - ((k * 3) % 40) * 0.01, undefined, { measure: "executive access", ...days }),
    ]),
  ),
);

const scenarioOf = (reward: Settings, more: Settings = {}): Scenario =>
  makeScenario({
    ...{ rewardlab: 2, title: "Plan", horizon: "2 years", team: { managers: 4, salary: "60000 EUR/year" } },
    designs: { plan: { period: "1 year", weights: { "account revenue": "100 %" }, rewards: [reward] } },
    run: { worlds: 6, seed: 3 },
    ...more,
  });

/** What is paid and when, without words. */
const paysOf = (scenario: Scenario): string => {
  const { periods, refused } = payout(scenario, "plan", data);
  return JSON.stringify([periods.map((one) => [one.from, one.cash, one.raise, one.value, one.due]), refused]);
};

const simulated = async (scenario: Scenario): Promise<string> => {
  const run = await simulate(scenario, { pilots: 4 });
  return JSON.stringify([...run.columns].map(([name, column]) => [name, [...column]]));
};

const unwrapped = (schema: z.ZodType): z.ZodType => {
  const inner =
    (schema as { unwrap?: () => z.ZodType }).unwrap?.() ??
    (schema as { def?: { innerType?: z.ZodType } }).def?.innerType;
  return inner === undefined || schema instanceof z.ZodArray ? schema : unwrapped(inner);
};

/** Settings of a part but its kind and where its numbers come from. */
const keysOf = (schema: unknown): string[] =>
  Object.keys((unwrapped(schema as z.ZodType) as z.ZodObject).shape).filter(
    (key) => !["kind", "source", "note"].includes(key),
  );

const line = { kind: "linear", base: 0.2, rate: 0.8 };
const tiers = (second: string, rate: number) => [
  { from: "0 %", rate: 1 },
  { from: second, rate },
];
const gate = { measure: "customer satisfaction", "at least": "95 %" };
const matrix = (second: string) => ({
  measure: "customer satisfaction",
  rows: [
    { from: "80 %", curve: { kind: "linear", rate: 0.5 } },
    { from: second, curve: { kind: "linear" } },
  ],
});

/** Two values of a setting, with what else must be written for it to have a place. */
const pairs: Readonly<Record<string, readonly [first: unknown, second: unknown, beside?: Settings]>> = {
  "at target": ["5000 EUR/year", "10 % of base salary"],
  amount: ["5000 EUR/year", "10 % of base salary"],
  rate: ["1 % of account revenue", "2 % of account revenue"],
  curve: [line, { kind: "target" }],
  for: ["personal", "team"],
  period: ["1 year", "6 months"],
  "targets every": [undefined, "6 months"],
  weights: [{ "account revenue": "100 %" }, { "executive access": "100 %" }],
  "paid after": ["0 months", "3 months"],
  deferred: ["20 %", "40 %", { "vests after": "6 months" }],
  "vests after": ["6 months", "9 months", { deferred: "40 %" }],
  appeal: [1, 2],
  midpoint: ["100 % of base salary", "70 % of base salary"],
  positions: [[{ "compa-ratio from": "0 %", factor: "100 %" }], [{ "compa-ratio from": "0 %", factor: "50 %" }]],
  gate: [undefined, gate],
  multiplier: [undefined, { measure: "customer satisfaction", curve: line }],
  matrix: [undefined, matrix("100 %")],
};

/** What a setting nobody has tried lacks. */
const lacking = (kind: string, key: string, list: string): string =>
  `test/payout/no-inert-part.test.ts: "${key}" of ${kind} is never tried; add two values that pay differently to ${list}`;

describe("no setting of a reward is without effect, in pay and in simulations", () => {
  const bases: Readonly<Record<string, Settings>> = {
    commission: { rate: "1 % of account revenue" },
    development: { amount: "3000 EUR/year" },
    "salary top-up": { amount: "3000 EUR/year" },
  };
  /** What only simulations read: how an award is liked, and where the range of a team lies. */
  const simulatedOnly = new Set(["appeal", "midpoint"]);
  const all = rewards.flatMap(({ kind, settings }) => keysOf(settings).map((key) => [kind, key] as const));

  test("every setting has two values to try", () => {
    const untried = all.filter(([, key]) => pairs[key] === undefined).map(([kind, key]) => lacking(kind, key, "pairs"));
    if (untried.length > 0) expect.fail(untried.join("\n"));
    expect(all.length).toBeGreaterThan(50);
  });

  test.each(all)("%s: %s", async (kind, key) => {
    const [first, second, beside] = pairs[key] ?? expect.fail(lacking(kind, key, "pairs"));
    const start = { kind, ...(bases[kind] ?? { "at target": "5000 EUR/year" }), ...beside };
    const [one, other] = [first, second].map((value) => scenarioOf({ ...start, [key]: value })) as [Scenario, Scenario];
    // real people's results are held against the sum of a period's targets
    if (key === "targets every")
      expect(() => paysOf(other)).toThrow(/has targets every 6 months.*write period: 6 months/);
    else expect(paysOf(one) === paysOf(other)).toBe(simulatedOnly.has(key));
    expect(await simulated(one)).not.toBe(await simulated(other));
  });
});

/** What people with these results are paid by a bonus along a curve. */
const along = (curve: Settings): string =>
  paysOf(scenarioOf({ kind: "cash bonus", "at target": "5000 EUR/year", curve }));

describe("no setting of a curve is without effect", () => {
  const place = (at: string, pays: string) => [
    { at: "80 %", pays: "40 %" },
    { at, pays },
  ];
  const values: Readonly<Record<string, Readonly<Record<string, readonly [unknown, unknown, Settings?]>>>> = {
    target: {
      threshold: ["90 %", "80 %"],
      "pays at threshold": ["50 %", "20 %"],
      accelerator: [5, 3],
      excellence: [undefined, "110 %"],
      decelerator: [1, 2, { excellence: "110 %" }],
      "up to attainment": ["120 %", "140 %"],
      "payout cap": ["200 %", "150 %"],
      tie: ["higher", "lower"],
    },
    linear: { base: [0, 0.2], rate: [1, 2], "up to attainment": ["none", "110 %"], "payout cap": ["none", "110 %"] },
    steps: { steps: [place("100 %", "100 %"), place("110 %", "90 %")], tie: ["higher", "lower"] },
    points: { points: [place("100 %", "100 %"), place("110 %", "90 %")], tie: ["higher", "lower"] },
    "rate schedule": {
      tiers: [tiers("80 %", 1.5), tiers("100 %", 2)],
      apply: ["flat", "stepped"],
      "up to attainment": ["none", "150 %"],
      "payout cap": ["none", "190 %"],
      tie: ["higher", "lower"],
    },
    rank: { winners: [1, 3] },
  };
  const bases: Readonly<Record<string, Settings>> = {
    steps: { steps: place("100 %", "100 %") },
    points: { points: place("100 %", "100 %") },
    "rate schedule": { tiers: tiers("100 %", 1.5), apply: "flat" },
  };

  test.each(curves.flatMap(({ kind, settings }) => keysOf(settings).map((key) => [kind as string, key] as const)))(
    "%s: %s",
    (kind, key) => {
      const [first, second, beside] = values[kind]?.[key] ?? expect.fail(lacking(kind, key, "values of curves"));
      const [one, other] = [first, second].map((value) => ({ kind, ...bases[kind], ...beside, [key]: value }));
      expect(along(one!)).not.toBe(along(other!));
    },
  );

  test.each([
    [{ kind: "target", decelerator: 2 }, /a decelerator, and nothing says from where; add excellence/],
    [{ kind: "target", "pays at threshold": "0 %", tie: "lower" }, /tie: lower changes nothing/],
    [
      { ...bases["rate schedule"], kind: "rate schedule", apply: "stepped", tie: "lower" },
      /tie: lower changes nothing/,
    ],
  ])("where one cannot have any it is refused: %o", (curve, message) => {
    expect(() => along(curve)).toThrow(message);
  });

  test.each([
    [{ "vests after": "1 year" }, /nothing is deferred that could vest; add deferred/],
    [{ deferred: "100 %", "vests after": "1 year", "paid after": "3 months" }, /all of it is deferred/],
  ])("of a bonus too: %o", (more, message) => {
    expect(() => scenarioOf({ kind: "cash bonus", "at target": "5000 EUR/year", ...more })).toThrow(message);
  });
});

describe("no setting of a linkage is without effect", () => {
  const values: Readonly<Record<string, readonly [unknown, unknown]>> = {
    measure: ["customer satisfaction", "executive access"],
    for: ["person", "team"],
    "at least": ["95 %", "105 %"],
    tie: ["higher", "lower"],
    otherwise: ["0 %", "40 %"],
    curve: [line, { kind: "linear" }],
    rows: [matrix("100 %").rows, matrix("110 %").rows],
  };
  const bases: Readonly<Record<string, Settings>> = {
    gate: { ...gate, "at least": "100 %" },
    multiplier: { measure: "customer satisfaction", curve: line },
    matrix: matrix("100 %"),
  };

  test.each(linkages.flatMap(({ kind, settings }) => keysOf(settings).map((key) => [kind, key] as const)))(
    "%s: %s",
    async (kind, key) => {
      const [one, other] = (values[key] ?? expect.fail(lacking(kind, key, "values of linkages"))).map((value) =>
        scenarioOf({ kind: "cash bonus", "at target": "5000 EUR/year", [kind]: { ...bases[kind], [key]: value } }),
      );
      expect(paysOf(one!)).not.toBe(paysOf(other!));
      // nobody simulated lands exactly on a boundary
      if (key !== "tie") expect(await simulated(one!)).not.toBe(await simulated(other!));
    },
  );
});

describe("no setting of a measure is without effect in simulations, and none pays a person", () => {
  const values: Readonly<Record<string, readonly [unknown, unknown]>> = {
    noise: [1, 3],
    cadence: ["6 months", "3 months"],
    cost: ["100 EUR/year", "900 EUR/year"],
    target: ["100 %", "90 %"],
    rebased: [true, false],
  };
  const known = new Set(data.results.map(({ measure }) => measure));
  const withMeasure = (name: string, key: string, value: unknown): Scenario =>
    scenarioOf(
      { kind: "cash bonus", "at target": "5000 EUR/year", weights: { [name]: "100 %" }, period: "6 months" },
      {
        ...{ horizon: "1 year", measures: { [name]: { [key]: value } }, run: { worlds: 2, seed: 3 } },
        activities: Object.fromEntries(activities.map((one) => [one.name, {}])),
      },
    );

  test.each(measures.flatMap(({ name }) => Object.keys(values).map((key) => [name, key] as const)))(
    "%s: %s",
    async (name, key) => {
      const made = values[key]!.map((value) => {
        try {
          return withMeasure(name, key, value);
        } catch (error) {
          if (error instanceof Problem && error.message.includes(key)) return error.message;
          throw error;
        }
      });
      const { sampling, isNoisy, scale } = measures.find((one) => one.name === name)!;
      const isUsed = { cadence: sampling === "survey", noise: isNoisy, cost: true }[key] ?? scale !== "index";
      expect(made.some((one) => typeof one === "string" && one.includes("leave it out"))).toBe(!isUsed);
      if (!isUsed) return;
      const [one, other] = made as [Scenario, Scenario];
      expect(await simulated(one)).not.toBe(await simulated(other));
      if (known.has(name)) expect(paysOf(one)).toBe(paysOf(other));
    },
  );
});
