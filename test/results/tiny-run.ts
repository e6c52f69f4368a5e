import { outcomes } from "../../src/model/outcomes/index.js";
import type { Held, Run, RunDesign } from "../../src/simulation/data.js";

import { columnName } from "../../src/simulation/run.js";

/** Numbers by world; one list for every response, or one for each. */
type Numbers = readonly number[] | Readonly<Record<string, readonly number[]>>;

export interface TinyDesign {
  readonly role?: RunDesign["role"];
  readonly title?: string;
  readonly cell?: Readonly<Record<string, string>>;
  readonly outcomes: Readonly<Record<string, Numbers>>;
}

export interface TinyOptions {
  readonly designs: Readonly<Record<string, TinyDesign>>;
  readonly responses?: readonly string[];
  readonly draws?: Readonly<Record<string, readonly number[]>>;
  readonly baseline?: string;
  readonly smallest?: number;
  readonly held?: readonly Held[];
  readonly title?: string;
  readonly hold?: boolean;
}

/** A run with these columns and nothing simulated; the first response is the headline's. */
export function tinyRun(options: TinyOptions): Run {
  const responses = (options.responses ?? ["look-ahead", "none"]) as Run["responses"];
  const names = Object.keys(options.designs);
  const all = Object.values(options.designs).flatMap((one) => Object.keys(one.outcomes));
  const columns = new Map<string, Float64Array>();
  for (const [design, { outcomes: given }] of Object.entries(options.designs)) {
    for (const [outcome, numbers] of Object.entries(given)) {
      for (const response of responses) {
        const list = Array.isArray(numbers) ? numbers : (numbers as Record<string, readonly number[]>)[response];
        columns.set(columnName(response, design, outcome), Float64Array.from(list));
      }
    }
  }
  const hold = options.hold === false ? {} : { hold: { "reward cost": "19000 EUR/year" } };
  return {
    format: 1,
    version: "0.0.0",
    scenario: { rewardlab: 2, title: "Tiny", horizon: "2 years", designs: {}, question: "Which?", ...hold } as never,
    hash: "0123456789abcdef",
    name: "tiny.yaml",
    title: options.title ?? "Tiny",
    status: "illustrative",
    currency: "EUR",
    seed: 7,
    worlds: [...columns.values()][0].length,
    months: 24,
    managers: 1,
    baseline: options.baseline ?? names[0],
    smallestDifference: options.smallest ?? 0,
    responses,
    response: responses[0],
    designs: names.map((name) => ({
      name,
      title: options.designs[name].title ?? name,
      role: options.designs[name].role ?? "design",
      ...(options.designs[name].cell && { cell: options.designs[name].cell }),
    })),
    outcomes: [...new Set(all)].map((name) => described(name)),
    assumptions: Object.keys(options.draws ?? {}),
    expected: Object.values(options.draws ?? {}).map(
      (one) => [...one].reduce((sum, value) => sum + value, 0) / one.length,
    ),
    held: options.held ?? [],
    isComplete: true,
    columns,
    draws: new Map(Object.entries(options.draws ?? {}).map(([name, list]) => [name as never, Float64Array.from(list)])),
  };
}

function described(name: string): Run["outcomes"][number] {
  const found = outcomes.find((one) => one.name === name);
  const known = name as Run["outcomes"][number]["name"];
  if (found === undefined)
    return { name: known, summary: name, unit: { dimension: "number" }, per: "", direction: "neither" };
  const { summary, unit, per, direction } = found;
  return { name: known, summary, unit, per, direction };
}

/** Design with the parts of net value, and net value as their total. */
export const valued = (account: readonly number[], spend: readonly number[], other: readonly number[]): TinyDesign => ({
  outcomes: {
    "net value": account.map((value, w) => value - spend[w] - other[w]),
    "account value": account,
    "reward spend": spend,
    "hiring and monitoring": other,
  },
});

/** A plan that was held at what it is, and costs what it costs: nothing answers to it unless slopes are given. */
export const tinyHeld = (design: string, change: Partial<Held> = {}): Held => ({
  design,
  response: "look-ahead",
  runs: [{ design, response: "look-ahead", columns: ["look-ahead"] }],
  scale: 1,
  shift: 0,
  to: { outcome: "reward cost", value: 19, atTarget: undefined },
  pilots: 48,
  slopes: [],
  isMet: true,
  remark: "",
  ...change,
});
