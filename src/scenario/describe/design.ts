import { joinWords } from "../../foundation/text/text.js";
import { groupBy } from "../../foundation/values/groups.js";
import { formatQuantity } from "../../foundation/values/quantity.js";
import { bringsCurves } from "../../model/linkages/index.js";
import { measures } from "../../model/measures/index.js";
import type { RewardPlan } from "../../model/rewards/reward.js";
import { intervalOf } from "../check/targets.js";
import { curveText, percentText } from "./curve.js";
import { linkageText } from "./linkages.js";
import type { ScenarioView } from "./view.js";

type Weights = Readonly<Record<string, number>>;
type Settings = Readonly<Record<string, unknown>>;

export const isSettings = (value: unknown): value is Settings =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** A number as the file writes it, without its source. */
export const writtenText = (value: unknown): string =>
  String(isSettings(value) && "value" in value ? value.value : value);

/** `account revenue (70 %); executive access and co-creation work (15 % each)`; equal weights are named together. */
export function weightsText(weights: Weights): string {
  const groups = groupBy(
    Object.entries(weights),
    ([, weight]) => weight,
    ([name]) => name,
  );
  const parts = [...groups].map(
    ([weight, names]) => `${joinWords(names)} (${percentText(weight)}${names.length > 1 ? " each" : ""})`,
  );
  return groups.size === Object.keys(weights).length ? joinWords(parts) : parts.join("; ");
}

/** Share of a card that rests on inputs. */
export const inputShare = (weights: Weights): number =>
  Object.entries(weights).reduce(
    (sum, [name, weight]) => sum + (measures.some((one) => one.name === name && one.nature === "input") ? weight : 0),
    0,
  );

/** `every year`, `every 3 years`, `every quarter`, `every 5 months`. */
export function everyText(months: number): string {
  if (months === 1) return "every month";
  if (months === 3) return "every quarter";
  if (months === 12) return "every year";
  return `every ${formatQuantity(months, { dimension: "duration" }, "")}`;
}

/** A design as the file has it once `like` is followed. */
export function writtenDesign(scenario: ScenarioView, name: string): Settings {
  const design = (scenario.file.designs as unknown as Readonly<Record<string, Settings>>)[name];
  return typeof design.like === "string" ? { ...writtenDesign(scenario, design.like), ...design } : design;
}

/** Every design in one or two sentences; a curve is told once, where it first appears. */
export function designTexts(scenario: ScenarioView): string[] {
  const told = new Map<string, string>();
  return Object.keys(scenario.checked.designs).map((name) => designText(scenario, name, told));
}

function designText(scenario: ScenarioView, name: string, told: Map<string, string>): string {
  const { designs, baseline, currency } = scenario.checked;
  const { title, rewards } = designs[name];
  const head = `${name}${title === undefined ? "" : `, “${title}”`}${name === baseline ? " (baseline)" : ""}:`;
  if (rewards.length === 0) return `${head} no reward.`;
  const written = writtenDesign(scenario, name).rewards as readonly Settings[];
  const parts = rewards.map((plan, k) => rewardText(scenario, name, plan, written[k]));
  const paid = { rewards, currency };
  return [`${head} ${joinCards(parts)}.`, ...curveSentences(name, paid, told), ...linkageSentences(paid)].join(" ");
}

/** What other measures decide; the reward is named where a design has several. */
const linkageSentences = (paid: Paid): string[] =>
  paid.rewards.flatMap((plan) => {
    const text = linkageText(plan);
    if (text === "") return [];
    return [paid.rewards.length > 1 ? `${subjectText([plan], paid)}: ${text}.` : `${capital(text)}.`];
  });

const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);

interface Told {
  readonly what: string;
  /** What it is paid on and how often; empty where the score does not matter. */
  readonly card: string;
}

/** Rewards on one card are named together: `a, b on the card, every year; c on another`. */
function joinCards(parts: readonly Told[]): string {
  const cards = groupBy(
    parts,
    ({ card }) => card,
    ({ what }) => what,
  );
  return [...cards]
    .map(([card, whats]) => [joinWords(whats), card].filter((text) => text !== "").join(", "))
    .join("; ");
}

function rewardText(scenario: ScenarioView, name: string, plan: RewardPlan, written: Settings): Told {
  const { reward, form } = plan;
  const whole = `${whatText(plan, scenario.checked.currency)}${detailText(written)}`;
  if (form === undefined) return { what: `${whole}, whatever the score`, card: "" };
  const { period, weights } = scenario.checked.designs[name];
  const named = writtenDesign(scenario, name).weights;
  const own = plan.weights ?? weights;
  const [first] = Object.keys(own);
  const isNamed = plan.weights === undefined && typeof named === "string";
  const on = isNamed ? `the card “${named}”` : Object.keys(own).length === 1 ? first : weightsText(own);
  const interval = intervalOf(plan, scenario.checked.designs[name]);
  const every = `${everyText(Math.round(plan.period ?? period))}${interval === undefined ? "" : `, with targets set ${everyText(interval)}`}`;
  if (reward.form === "cash" && plan.amount.ofRevenue > 0) return { what: whole, card: `paid ${every}` };
  return { what: whole, card: `on ${on}${plan.isTeam ? ", the team's mean score" : ""}, ${every}` };
}

/** `18 000 EUR a year`, `20 % of base salary`: what a reward comes to at a payout of 100 %. */
export function amountText({ amount }: RewardPlan, currency: string): string {
  const parts = [
    ...(amount.money > 0 ? [`${formatQuantity(amount.money, { dimension: "money" }, currency)} a year`] : []),
    ...(amount.ofSalary > 0 ? [`${percentText(amount.ofSalary)} of base salary`] : []),
    ...(amount.ofRevenue > 0 ? [`${percentText(amount.ofRevenue)} of account revenue`] : []),
  ];
  return parts.length > 0 ? joinWords(parts) : "nothing";
}

/** What is paid and how much of it. */
function whatText(plan: RewardPlan, currency: string): string {
  const { title, form } = plan.reward;
  const much = `${amountText(plan, currency)}${plan.form === undefined || plan.amount.ofRevenue > 0 ? "" : " at target"}`;
  if (form === "award" || form === "development") return `${title} costing ${much}`;
  return `a ${form === "raise" ? "permanent " : ""}${title} of ${much}`;
}

/** Settings beyond amount, curve and card, in words where words are known. */
function detailText(written: Settings): string {
  const text = (key: string): string | undefined =>
    written[key] === undefined ? undefined : writtenText(written[key]);
  const parts: string[] = [];
  const [deferred, vests, paid, appeal, midpoint] = ["deferred", "vests after", "paid after", "appeal", "midpoint"].map(
    text,
  );
  if (paid !== undefined) parts.push(`paid ${paid} after the close`);
  if (deferred !== undefined)
    parts.push(`${deferred} of it deferred and vesting ${vests ?? "later"} after the close for those who stay`);
  if (appeal !== undefined) parts.push(`liked ${appeal} times as much as other awards`);
  if (midpoint !== undefined) parts.push(`midpoint of the range at ${midpoint}`);
  if (Array.isArray(written.positions)) parts.push(positionsText(written.positions as readonly Settings[]));
  return parts.length === 0 ? "" : ` (${parts.join("; ")})`;
}

const positionsText = (positions: readonly Settings[]): string =>
  `by position ${joinWords(positions.map((one) => `${writtenText(one.factor)} from a compa-ratio of ${writtenText(one["compa-ratio from"])}`))}`;

/** Whether pay is in proportion to results, so that no quota matters. */
const isStraight = ({ form }: RewardPlan): boolean =>
  form !== undefined && form.base === 0 && form.jump.length === 0 && form.kink.length === 0 && form.winners === 0;

/** How rewards pay. A curve told before is pointed to; rewards of one curve share a sentence. */
function curveSentences(name: string, { rewards, currency }: Paid, told: Map<string, string>): string[] {
  const scored = rewards.filter(
    (plan) => !bringsCurves(plan.linkages ?? []) && (plan.amount.ofRevenue === 0 || !isStraight(plan)),
  );
  const texts = groupBy(
    scored.flatMap(({ form, ...plan }) => (form === undefined ? [] : [{ ...plan, form }])),
    ({ form }) => curveText(form),
  );
  return [...texts].map(([text, plans]) => {
    const first = told.get(text) ?? name;
    told.set(text, first);
    const isAll = plans.length === rewards.length;
    const subject = isAll ? (rewards.length === 1 ? "It" : "Each") : subjectText(plans, { rewards, currency });
    if (first === name) return `${subject} ${plans.length > 1 && !isAll ? pluralVerb(text) : text}.`;
    return isAll ? `Curve as in ${first}.` : `${subject}: curve as in ${first}.`;
  });
}

const pluralVerb = (text: string): string => text.replace(/^pays/, "pay").replace(/^goes/, "go");

interface Paid {
  readonly rewards: readonly RewardPlan[];
  readonly currency: string;
}

/** `The cash bonus`, `Recognition and holiday`; with the amount where a design has two rewards of one name. */
function subjectText(plans: readonly RewardPlan[], { rewards, currency }: Paid): string {
  const nouns = plans.map((plan) => {
    const { title, form } = plan.reward;
    const isAlone = rewards.filter((one) => one.reward.title === title).length === 1;
    const much = isAlone ? "" : ` of ${amountText(plan, currency)}`;
    return `${form === "award" ? "" : "the "}${title}${much}`;
  });
  return capital(joinWords(nouns));
}
