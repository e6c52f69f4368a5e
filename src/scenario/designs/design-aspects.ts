import { joinWords } from "../../foundation/text/text.js";
import type { Reward, RewardPlan } from "../../model/rewards/reward.js";
import type { CheckedDesign } from "../schema/schema.js";
import { keysOfSchema } from "../schema/schema-keys.js";
import { contentText, kindsPaid } from "./reward-words.js";

/** Where two designs differ. */
export interface DesignDifferences {
  /** Kinds of reward only one of them pays. */
  readonly only: readonly [readonly Reward[], readonly Reward[]];
  /** Everything else, in words: `period`, `weights`, `curve`, `amount of cash bonus`. */
  readonly aspects: readonly string[];
}

/** Text of plain data; parts are told by their kind, and names come in one order. */
const textOf = (value: unknown): string =>
  JSON.stringify(value, (_key, one: unknown) => {
    if (typeof one !== "object" || one === null || Array.isArray(one)) return one;
    if ("settings" in one && "kind" in one) return one.kind;
    return Object.fromEntries(Object.entries(one).sort(([a], [b]) => (a < b ? -1 : 1)));
  }) ?? "nothing";

/** What holds for every reward of a design that is paid on a score. */
const common: Readonly<Record<string, (plan: RewardPlan, design: CheckedDesign) => unknown>> = {
  period: ({ period }, design) => period ?? design.period,
  weights: ({ weights }, design) =>
    Object.entries(weights ?? design.weights)
      .filter(([, weight]) => weight > 0)
      .sort(),
  "score that counts": ({ isTeam }) => isTeam,
  "time between targets": ({ interval }, design) => interval ?? design.interval ?? "none",
  "other settings": (_plan, design) => restOfDesign(design),
};

/** Whatever else a design may say, whoever adds it. */
function restOfDesign(design: CheckedDesign): unknown {
  const { title: _title, cell: _cell, period: _period, weights: _weights, rewards: _rewards, ...rest } = design;
  return { ...rest, interval: undefined };
}

/** Whatever else a reward may say. */
function restOfPlan(plan: RewardPlan): unknown {
  const { reward: _reward, amount: _amount, form: _form, linkages: _linkages, isTeam: _isTeam, ...more } = plan;
  return { ...more, period: undefined, weights: undefined, interval: undefined };
}

/** What is the reward's own. */
const own: Readonly<Record<string, (plan: RewardPlan) => unknown>> = {
  amount: ({ amount }) => amount,
  curve: ({ form }) => form,
  "measures that decide over it": ({ linkages = [] }) =>
    linkages.map(({ linkage, measure, isTeam, rows }) => [linkage.kind, measure, isTeam, rows]),
  "other settings": restOfPlan,
};

/** What a design pays, on what and when, as text that can be compared. Titles, notes and cells do not count; cards matter where something is paid on them. */
export interface Profile {
  /** Each kind of reward once, in its own order. */
  readonly kinds: readonly Reward[];
  /** By setting: each value once. Empty where nothing is paid on a score. */
  readonly cards: ReadonlyMap<string, string>;
  /** By kind and setting. */
  readonly rewards: ReadonlyMap<string, ReadonlyMap<string, string>>;
  /** Kinds with a curve among their settings. */
  readonly curved: ReadonlySet<string>;
  /** The same for designs that pay the same on the same. */
  readonly key: string;
}

export function profileOf(design: CheckedDesign): Profile {
  const { rewards } = design;
  const kinds = kindsPaid(design);
  const scored = rewards.filter(({ form }) => form !== undefined);
  const cards = new Map(
    (scored.length === 0 ? [] : Object.entries(common)).map(([name, read]) => [
      name,
      textOf([...new Set(scored.map((plan) => textOf(read(plan, design))))].sort()),
    ]),
  );
  const settingsOf = (plans: readonly RewardPlan[]) =>
    new Map(Object.entries(own).map(([name, read]) => [name, textOf(plans.map(read))]));
  const each = rewards.map((plan) => [
    plan.reward.kind,
    ...[...settingsOf([plan]).values()],
    ...(plan.form === undefined ? [] : Object.values(common).map((read) => textOf(read(plan, design)))),
  ]);
  return {
    kinds,
    cards,
    rewards: new Map(kinds.map(({ kind }) => [kind, settingsOf(rewards.filter(({ reward }) => reward.kind === kind))])),
    curved: new Set(
      kinds.filter(({ settings }) => keysOfSchema(settings, []).includes("curve")).map(({ kind }) => kind),
    ),
    key: textOf(each.map((one) => textOf(one)).sort()),
  };
}

const apart = (
  one: ReadonlyMap<string, string> | undefined,
  other: ReadonlyMap<string, string> | undefined,
): string[] =>
  one === undefined || other === undefined ? [] : [...one.keys()].filter((name) => one.get(name) !== other.get(name));

/** Where two designs differ in what they pay, on what and when. */
export function differencesOf(a: Profile, b: Profile): DesignDifferences {
  const only = [
    a.kinds.filter(({ kind }) => !b.rewards.has(kind)),
    b.kinds.filter(({ kind }) => !a.rewards.has(kind)),
  ] as const;
  const cards = a.cards.size === 0 || b.cards.size === 0 ? [] : apart(a.cards, b.cards);
  const shared = a.kinds.flatMap(({ kind }) =>
    apart(a.rewards.get(kind), b.rewards.get(kind)).map((name) => `${name} of ${kind}`),
  );
  return { only, aspects: [...cards, ...exchanged(a, b, only), ...shared] };
}

/** Where one reward stands for one other: settings both could have alike. An amount is no such setting: units differ, and cost may be held equal. */
function exchanged(a: Profile, b: Profile, [one, other]: DesignDifferences["only"]): string[] {
  if (one.length !== 1 || other.length !== 1) return [];
  const [from, to] = [one[0].kind, other[0].kind];
  const alike = ["measures that decide over it", ...(a.curved.has(from) && b.curved.has(to) ? ["curve"] : [])];
  return apart(a.rewards.get(from), b.rewards.get(to)).filter((name) => alike.includes(name));
}

/** Whether more than one reward stands for another: then no difference is that of one reward. */
export const areMixed = ({ only: [one, other] }: DesignDifferences): boolean =>
  one.length > 0 && other.length > 0 && one.length + other.length > 2;

/** `cash bonus against recognition + development`: what each pays, everything counted. */
export const againstText = (a: Profile, b: Profile): string =>
  `${contentText(a.kinds)} against ${contentText(b.kinds)}`;

export const aspectsText = (aspects: readonly string[]): string => joinWords(aspects.map((one) => `the ${one}`));
