import { describe, expect, test } from "vitest";
import { z } from "zod";
import type { PeopleData } from "../../src/employee-data/data.js";
import { Problem } from "../../src/foundation/text/problem.js";
import { payout } from "../../src/payout/payout.js";
import { payoutTerms } from "../../src/scenario/payout-terms/payout-terms.js";
import type { Scenario } from "../../src/scenario/scenario.js";
import { dataOf, person, planOf, result } from "./plans.js";

type Settings = Readonly<Record<string, unknown>>;

/** A place in the terms, as keys and places of lists. */
type Path = readonly (string | number)[];

/** Terms in which every group is written, so that each setting in it has somewhere to stand. */
const groups: Settings = {
  "transaction rates": {
    ...{ by: "size", apply: "flat", "size of shared sales": "whole sale", tie: "higher" },
    tiers: [
      { from: "0 EUR", rate: 1 },
      { from: "50 EUR", rate: 2 },
    ],
  },
  "team pool": { "split by": "equal parts", "of those without a claim": "stays with the firm" },
  "target ratchet": { share: "50 %", direction: "both ways" },
  guarantee: { amount: "9000 EUR/year", for: "7 months" },
  draw: { amount: "9000 EUR/year", recoverable: true },
  spiffs: [
    {
      ...{ title: "S", amount: "300 EUR", measure: "account revenue", "at least": "95 %", paid: "every period" },
      ...{ from: "2024-01-01", until: "2025-12-31" },
    },
  ],
  bank: { "pays out": "50 %", "below zero": "carried", "on leaving": "paid" },
  clawback: {
    ...{ measure: "account revenue", below: "99 %", within: "1 year", share: "50 %", recovered: "from later pay" },
  },
  "merit budget": { share: "1 % of base salary", "if over": "scale" },
  "fiscal year": { starts: "January", "named by": "end" },
};

/** Other values by kind of setting, where the schema does not list them. */
const others: Readonly<Record<string, readonly unknown[]>> = {
  "share decimals": [2, 3],
  "minimum service": ["3 months", "2 months"],
  measures: [{ "account revenue": "turnover" }, { "customer satisfaction": "turnover" }],
  scales: [{ "customer satisfaction": { from: 0, to: 2, target: 0.9 } }, { "account revenue": { from: 0, to: 120 } }],
  "payout cap": ["50 % of target incentive", "4000 EUR/year"],
  midpoint: ["50000 EUR/year", "90000 EUR/year"],
  "transaction rates.tiers.1.from": ["70 EUR", "120 EUR"],
  "transaction rates.tiers.1.rate": [3],
  "transaction rates.tiers.1.from quota": ["40 %", "80 %"],
  "target ratchet.share": ["10 %"],
  "guarantee.amount": ["12000 EUR/year"],
  "guarantee.for": ["2 months"],
  "draw.amount": ["15000 EUR/year", "200 % of target incentive"],
  "draw.recoverable": [false],
  "spiffs.0.title": ["T"],
  "spiffs.0.amount": ["500 EUR"],
  "spiffs.0.measure": ["customer satisfaction", undefined],
  "spiffs.0.at least": ["110 %", "80 %"],
  "spiffs.0.from": ["2025-03-01"],
  "spiffs.0.until": ["2024-05-01"],
  "bank.pays out": ["20 %"],
  "clawback.measure": ["customer satisfaction", undefined],
  "clawback.below": ["50 %", "120 %"],
  "clawback.within": ["2 months"],
  "clawback.share": ["20 %"],
  "merit budget.share": ["0.5 % of base salary", "5 % of base salary"],
};

const unwrapped = (schema: z.ZodType): z.ZodType => {
  const inner =
    (schema as { unwrap?: () => z.ZodType }).unwrap?.() ??
    (schema as { def?: { innerType?: z.ZodType } }).def?.innerType;
  return inner === undefined || schema instanceof z.ZodArray ? schema : unwrapped(inner);
};

/** Every setting of the terms: a walk of their schema. */
function leavesOf(schema: z.ZodType, path: Path = []): { readonly path: Path; readonly words?: readonly unknown[] }[] {
  const bare = unwrapped(schema);
  if (bare instanceof z.ZodObject)
    return Object.entries(bare.shape as Record<string, z.ZodType>)
      .filter(([key]) => key !== "source" && key !== "note")
      .flatMap(([key, one]) => leavesOf(one, [...path, key]));
  if (bare instanceof z.ZodArray)
    return leavesOf(bare.element as z.ZodType, [...path, path.at(-1) === "tiers" ? 1 : 0]);
  if (bare instanceof z.ZodEnum) return [{ path, words: bare.options }];
  return [{ path }];
}

const leaves = leavesOf(payoutTerms);

function withValue(settings: unknown, [key, ...rest]: Path, value: unknown): unknown {
  if (key === undefined) return value;
  if (typeof key === "number")
    return (settings as unknown[]).map((one, k) => (k === key ? withValue(one, rest, value) : one));
  return { ...(settings as Settings), [key]: withValue((settings as Settings | undefined)?.[key], rest, value) };
}

const quarters = ["2024-01-01 2024-03-31", "2024-04-01 2024-06-30", "2024-07-01 2024-09-30", "2024-10-01 2024-12-31"];
const later = ["2025-01-01 2025-03-31", "2025-04-01 2025-06-30"];

/** Four people who change their salaries, join, leave and sell together, with gaps and zeros where the seed puts them. */
function peopleOf(seed: number): PeopleData {
  const people = [
    person("A", {
      ...{ team: "north", salary: 70_000, targetIncentive: 9_000 },
      salaries: [
        { salary: 60_000, targetIncentive: 7_000 },
        { from: "2024-05-17", salary: 70_000, targetIncentive: 9_000 },
      ],
    }),
    person("B", { team: "north", joined: "2024-02-16", targetIncentive: 5_000 }),
    person("C", { team: "north", left: "2024-11-20", targetIncentive: 6_000 }),
    person("D", { team: "north", joined: "2024-11-15", targetIncentive: 6_000, salary: 81_234.57 }),
  ];
  const results = people.flatMap(({ id }, k) =>
    [...quarters, ...later].flatMap((days, q) => {
      const [from, to] = days.split(" ") as [string, string];
      const swing = Math.sin(1 + seed * 7 + k * 3 + q * 5);
      const reached = seed === 3 && k === 0 && q === 5 ? -400 : 100 + 30 * swing;
      const target = seed === 2 && q === 2 ? 0 : seed === 4 && q % 2 === 1 ? undefined : 97 + k;
      const turnover = result(id, 200, 100, { measure: "turnover", from, to });
      const goal = seed === 5 || (seed === 4 && q % 2 === 0) ? 1.02 : undefined;
      const happy = result(id, 1 + 0.2 * swing, goal, { measure: "customer satisfaction", from, to });
      const own = result(id, Number(reached.toFixed(3)), target, { from, to });
      if (seed !== 1) return [own, turnover, happy];
      return k === 0 ? [own, turnover] : k === 1 ? [turnover, happy] : [own, turnover, happy];
    }),
  );
  const transactions = people.flatMap(({ id }, k) =>
    [1, 3, 5, 8, 11].flatMap((month, n) => {
      const one = { date: `2024-${String(month).padStart(2, "0")}-19`, measure: "account revenue", person: id };
      const amount = [30, 50, 77.77, 100, 140][(n + k + seed) % 5]!;
      if (n !== 2) return [{ ...one, id: `T${k}${n}`, amount: seed === 3 && n === 4 ? -amount : amount }];
      const partner = people[(k + 1) % 4]!.id;
      const shares = seed === 5 ? [0.5, 0.8] : [0.4, 0.6];
      return [
        { ...one, id: `T${k}${n}`, amount, share: shares[0]! },
        { ...one, id: `T${k}${n}`, amount, share: shares[1]!, person: partner },
      ];
    }),
  );
  return dataOf(people, results, { transactions });
}

const histories = [0, 1, 2, 3, 4, 5].map(peopleOf);

const straight = { kind: "commission", rate: "7 % of account revenue" };
const bonus = { kind: "cash bonus", "at target": "10 % of base salary" };
const lined = { kind: "linear", base: -0.9, rate: 1.9 };
const half = { "account revenue": "50 %", "customer satisfaction": "50 %" };

/** One plan of every kind there is to administer. */
const plans: Readonly<Record<string, Scenario>> = {
  "a bonus on one measure by quarter": planOf({ period: "3 months", rewards: [{ ...bonus, curve: lined }] }),
  "a bonus on a card, a year": planOf({ weights: half, rewards: [{ ...bonus, curve: lined }] }),
  "two bonuses": planOf({ period: "3 months", rewards: [bonus, { kind: "cash bonus", "at target": "3000 EUR/year" }] }),
  "money on target for a team": planOf({
    period: "3 months",
    rewards: [{ kind: "cash bonus", "at target": "7777.77 EUR/year", for: "team" }],
  }),
  "a commission by quarter": planOf({ period: "3 months", rewards: [straight] }),
  "a commission around a quota": planOf({
    period: "3 months",
    rewards: [
      {
        ...straight,
        curve: { kind: "linear", base: -0.3, rate: 1.3 },
      },
    ],
  }),
  "a commission under a multiplier, a year": planOf({
    rewards: [{ ...straight, multiplier: { measure: "customer satisfaction", curve: { kind: "linear" } } }],
  }),
  raises: planOf({ rewards: [{ kind: "salary increase", "at target": "3 % of base salary" }] }),
  "an award": planOf({ period: "3 months", rewards: [{ kind: "recognition", "at target": "1.37 % of base salary" }] }),
  "a top-up": planOf({ rewards: [{ kind: "salary top-up", amount: "1.37 % of base salary" }] }),
};

/** What is paid and why not, without words and lines. */
type Found = { readonly pay: string; readonly idle: string } | { readonly refused: string };

function found(plan: Scenario, data: PeopleData, terms: Settings): Found {
  try {
    const { periods, refused, owed, banked, reclaimed, notUsed, merit } = payout(plan, "plan", data, { terms });
    const pays = periods.map(({ person: id, from, to, cash, raise, value, due }) => [
      id,
      from,
      to,
      cash,
      raise,
      value,
      due,
    ]);
    const left = refused.map(({ person: id, from, fault, remedy }) => [id, from, fault, remedy]);
    const pay = JSON.stringify([pays, left, owed, banked, reclaimed, merit]);
    return { pay, idle: notUsed.flatMap(({ table, text }) => (table === "terms" ? [text] : [])).join("\n") };
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return { refused: error.message };
  }
}

/** What else must be written so that a setting has a chance in a plan: tried in turn. */
const beside: readonly Settings[] = [
  {},
  { "results from": "transactions" },
  { periods: "cumulative" },
  { "target incentive": "roster" },
  { "targets of part periods": "prorated", midpoint: "72000 EUR/year" },
  { midpoint: "72000 EUR/year" },
  { "missing measure": "as target", "negative result": "as it is", "zero target": "as zero" },
  { "minimum service": "3 months" },
  { leavers: "nothing", "negative result": "as it is" },
  { "shared sales": "as given", "results from": "transactions" },
];

/** More to write inside a group, for settings that need another setting of it. */
const within: readonly (readonly [Path, unknown])[] = [
  [[], undefined],
  [["transaction rates", "by"], "position before"],
  [["transaction rates", "apply"], "stepped"],
  [
    ["transaction rates", "tiers"],
    [
      { "from quota": "0 %", rate: 1 },
      { "from quota": "50 %", rate: 2 },
    ],
  ],
  [["team pool", "of those without a claim"], "goes to the others"],
  [["draw", "recoverable"], false],
  [["spiffs", 0, "paid"], "once"],
  [["clawback", "recovered"], "at once"],
];

const group = ([first = ""]: Path): Settings => (first in groups ? { [first]: groups[first] } : {});

type Effect = "changes" | "refused" | "named" | "inert";

/**
 * What a setting does in a plan: it changes what is paid somewhere, or where it changes nothing it is refused or named. Throws where it is named
 * and changes something all the same.
 */
function effectOf(plan: Scenario, path: Path, values: readonly unknown[], isThorough = false): Effect {
  const name = String(path[0]);
  const isNamed = (one: Found) => "idle" in one && one.idle.includes(`payout.${name}`);
  for (const more of beside) {
    for (const [inner, setting] of within) {
      if (inner.length > 0 && inner[0] !== path[0]) continue;
      const start = { ...more, ...group(path) };
      const base = inner.length === 0 ? start : (withValue(start, inner, setting) as Settings);
      const seen: Found[] = [];
      for (const data of histories) {
        const all = values.map((value) => found(plan, data, withValue(base, path, value) as Settings));
        const pays = new Set(all.flatMap((one) => ("pay" in one ? [one.pay] : [])));
        if (pays.size > 1) {
          if (all.filter(isNamed).length === values.length)
            throw new Error(`${path.join(".")} is named, and it changes pay`);
          return "changes";
        }
        seen.push(...all);
      }
      if (isThorough) continue;
      if (seen.some((one) => "refused" in one && one.refused.includes(name))) return "refused";
      if (seen.some(isNamed)) return "named";
    }
  }
  return "inert";
}

/** Values of a setting to hold against each other: its words, or what is written usually and others. */
function valuesOf({ path, words }: (typeof leaves)[number]): readonly unknown[] {
  if (words !== undefined) return words;
  const usual = path.reduce<unknown>((at, key) => (at as Settings | undefined)?.[key as string], groups);
  return [usual, ...(others[path.join(".")] ?? [])];
}

describe("no term is without effect: it changes what somebody is paid, is refused, or is named as not used", () => {
  test("every setting of the terms has values to try", () => {
    const missing = leaves.filter((leaf) => valuesOf(leaf).length < 2).map(({ path }) => path.join("."));
    expect(missing).toEqual([]);
    expect(leaves.length).toBeGreaterThan(45);
  });

  /** What has no part in pay by its nature. */
  const apart = new Set(["spiffs.0.title", "fiscal year.named by"]);
  const settings = leaves.filter(({ path }) => !apart.has(path.join(".")));
  const effects = new Map<string, Map<string, Effect>>();

  test.each(Object.entries(plans))("in %s", (title, plan) => {
    const own = new Map(
      settings.map((leaf) => [leaf.path.join("."), effectOf(plan, leaf.path, valuesOf(leaf))] as const),
    );
    effects.set(title, own);
    const idle = [...own].filter(([name, effect]) => effect === "inert" && !never[title]?.includes(name));
    expect(idle.map(([name]) => name)).toEqual([]);
  });

  test("and each changes the pay of some plan", () => {
    const rare = settings.filter(({ path }) =>
      [...effects.values()].every((own) => own.get(path.join(".")) !== "changes"),
    );
    const idle = rare.filter((leaf) =>
      Object.values(plans).every((plan) => effectOf(plan, leaf.path, valuesOf(leaf), true) !== "changes"),
    );
    expect([effects.size, ...idle.map(({ path }) => path.join("."))]).toEqual([Object.keys(plans).length]);
  });
});

/** What only another amount, not another design, would bring to bear: a top-up is the same every year and never below zero. */
const never: Readonly<Record<string, readonly string[]>> = { "a top-up": ["bank.below zero", "clawback.recovered"] };
