import { didYouMean, Problem, refuse } from "../../foundation/text/problem.js";
import { duration, formatQuantity, parseQuantity, share } from "../../foundation/values/quantity.js";
import { curves } from "../../model/curves/index.js";
import { measures } from "../../model/measures/index.js";
import type { Reward } from "../../model/rewards/reward.js";
import { isSettings, writtenDesign } from "../describe/design.js";
import type { Scenario } from "../scenario.js";
import { keysOfSchema } from "../schema/schema-keys.js";
import { fullName } from "./reward-words.js";

/** Settings of one reward, as a file has them. */
export type RewardDraft = Record<string, unknown>;

/** A design while it is being changed, as a file has it: without `like`, everything written out. */
export interface DesignDraft {
  title?: string;
  period?: unknown;
  /** A weighting of the scenario by name, or measures and weights. */
  weights?: string | Record<string, unknown>;
  rewards?: RewardDraft[];
  [key: string]: unknown;
}

/** Turns a design into the one at a level. */
export type DesignChange = (design: DesignDraft) => void;

/** How a lever reads the value behind a level. Throws a Problem with place "" when it cannot. */
type Read = (value: unknown, scenario: Scenario) => DesignChange;

/** What a factor may turn, in the order in which levels are applied to a design. */
const readers = {
  reward: (value, scenario) => {
    const rewards = Array.isArray(value) ? (value as RewardDraft[]) : rewardsNamed(text(value), scenario);
    return (design) => {
      design.rewards = structuredClone(rewards) as RewardDraft[];
    };
  },
  weights: (value, { file }) => {
    const known = Object.keys(file.weights ?? {});
    if (typeof value === "string" && !known.includes(value)) {
      refuse("", `unknown weighting "${value}"`, known.length > 0 ? didYouMean(value, known) : "add it under weights");
    }
    return (design) => {
      refuseOwn(design, "weights");
      design.weights = structuredClone(value) as string | Record<string, unknown>;
    };
  },
  inputWeight: (value, scenario) => {
    const wanted = quantity(value, share({ max: 1 }));
    return (design) => {
      refuseOwn(design, "weights");
      design.weights = reweighed(weightsOf(design, scenario), wanted);
    };
  },
  period: (value) => {
    quantity(value, duration({ min: 1 }));
    return (design) => {
      refuseOwn(design, "period");
      design.period = value;
    };
  },
  curve: (value, scenario) => {
    const known = curves.map(({ kind }) => kind as string);
    if (typeof value === "string" && !known.includes(value)) {
      refuse("", `unknown curve "${value}"`, didYouMean(value, known));
    }
    const curve = typeof value === "string" ? { kind: value } : value;
    return (design) => {
      const taking = (design.rewards ?? []).filter(({ kind }) => takesCurve(String(kind), scenario));
      if (taking.length === 0)
        refuse("", "no reward of this design has a curve", "cross rewards that are paid on a score");
      for (const reward of taking) reward.curve = structuredClone(curve);
    };
  },
} satisfies Readonly<Record<string, Read>>;

export type LeverName = keyof typeof readers;

/** Levers every scenario has, in the order in which they are applied. */
export const leverNames = Object.keys(readers) as readonly LeverName[];

/** The change a level of a known lever stands for; functions are taken as they are. */
export const readLevel = (lever: LeverName, value: unknown, scenario: Scenario): DesignChange =>
  typeof value === "function" ? (value as DesignChange) : (readers[lever] as Read)(value, scenario);

const text = (value: unknown): string =>
  typeof value === "string"
    ? value
    : refuse("", `expected the name of a design or a list of rewards, got ${typeof value}`, "write either");

const quantity = (value: unknown, unit: ReturnType<typeof share>): number =>
  parseQuantity(value as string, unit, { currency: "EUR" }).value;

/** What a level may call a reward: one word for it, or its kind. */
const wordsOf = ({ short, kind }: Reward): readonly [string, string] => [short ?? kind, kind];

/** Rewards of a design, by its name; or the rewards that designs other than the baseline pay of a kind, where they agree. */
const rewardsNamed = (name: string, scenario: Scenario): readonly RewardDraft[] =>
  (writtenDesign(scenario, designNamed(name, scenario)).rewards ?? []) as readonly RewardDraft[];

/** The design whose rewards a level stands for: of its name, or one that pays a kind of reward first. Refuses a word that several fit differently. */
export function designNamed(name: string, scenario: Scenario): string {
  const { designs, baseline } = scenario.checked;
  if (Object.hasOwn(designs, name)) return name;
  const leading = Object.keys(designs).flatMap((design) => {
    const reward = designs[design].rewards[0]?.reward;
    return reward === undefined ? [] : [{ design, words: wordsOf(reward) }];
  });
  const of = leading.filter(({ words }) => words.includes(name)).map(({ design }) => design);
  const others = of.filter((design) => design !== baseline);
  const found = others.length > 0 ? others : of;
  if (found.length === 0) {
    const words = new Set(leading.flatMap(({ words: [word] }) => word));
    refuse("", `no design and no reward is called "${name}"`, didYouMean(name, [...words, ...Object.keys(designs)]));
  }
  const written = (design: string): string => JSON.stringify(writtenDesign(scenario, design).rewards ?? []);
  const differing = found.find((design) => written(design) !== written(found[0]));
  if (differing !== undefined) {
    refuse("", `"${found[0]}" and "${differing}" pay ${name} differently`, "name the design whose rewards are meant");
  }
  return found[0];
}

/** A level listed by the word for a reward is called what it pays, where that is more than the word says. */
export function calledInFull(factor: string, level: string, value: unknown, scenario: Scenario): string {
  const { designs } = scenario.checked;
  if (factor !== "reward" || value !== level || Object.hasOwn(designs, level)) return level;
  return fullName(level, designs[designNamed(level, scenario)]);
}

/** A reward with a setting of its own would not feel the factor. */
function refuseOwn({ rewards = [] }: DesignDraft, key: "period" | "weights"): void {
  const own = rewards.find((one) => one[key] !== undefined);
  if (own === undefined) return;
  refuse(
    "",
    `the ${String(own.kind)} has ${key} of its own, which the factor does not reach`,
    `leave ${key} out of the reward`,
  );
}

/** 0–1. The weights of a design by measure. */
function weightsOf({ weights }: DesignDraft, { checked }: Scenario): Readonly<Record<string, number>> {
  if (typeof weights === "string") return checked.weights[weights] ?? {};
  return Object.fromEntries(
    Object.entries(weights ?? {}).map(([name, value]) => [
      name,
      quantity(isSettings(value) ? value.value : value, share({ max: 1 })),
    ]),
  );
}

const isInput = (name: string): boolean => measures.some((one) => one.name === name && one.nature === "input");

/** Whether weights hold inputs and outputs, so that the share of inputs can be changed both ways. */
export const weighsBoth = (weights: Readonly<Record<string, number>>): boolean => {
  const names = Object.keys(weights).filter((name) => weights[name] > 0);
  return names.some(isInput) && !names.every(isInput);
};

/** Inputs together at a share, outputs at the rest, each side in its own proportions; what weighs nothing is left out. */
function reweighed(weights: Readonly<Record<string, number>>, inputs: number): Record<string, string> {
  const total = (side: boolean): number =>
    Object.entries(weights).reduce((sum, [name, weight]) => sum + (isInput(name) === side ? weight : 0), 0);
  const parts = [
    { side: true, wanted: inputs, noun: "inputs" },
    { side: false, wanted: 1 - inputs, noun: "outputs" },
  ];
  const factors = parts.map(({ side, wanted, noun }) => {
    const before = total(side);
    if (wanted > 0 && !(before > 0)) {
      refuse("", `the design has no ${noun} to weigh`, "start from a design that weighs both, as in base: its name");
    }
    return wanted > 0 ? wanted / before : 0;
  });
  return Object.fromEntries(
    Object.entries(weights)
      .map(([name, weight]) => [name, weight * factors[isInput(name) ? 0 : 1]] as const)
      .filter(([, weight]) => weight > 0)
      // twelve digits: what a product of shares is good for
      .map(([name, weight]) => [name, formatQuantity(Number(weight.toPrecision(12)), share(), "")]),
  );
}

function takesCurve(kind: string, { kinds }: Scenario): boolean {
  const reward = kinds.find((one) => one.kind === kind);
  return reward !== undefined && keysOfSchema(reward.settings, []).includes("curve");
}

/** Runs something and puts a place before what it refuses. */
export function placed<Out>(place: string, act: () => Out): Out {
  try {
    return act();
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    throw new Problem(
      error.faults.map((fault) => ({ ...fault, place: fault.place === "" ? place : `${place}: ${fault.place}` })),
    );
  }
}
