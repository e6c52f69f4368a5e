import { didYouMean, refuse } from "../../foundation/text/problem.js";
import { joinWords, plural } from "../../foundation/text/text.js";
import { groupBy } from "../../foundation/values/groups.js";
import { type CurveForm, emptyForm, knotsOf, payoutAt } from "../../model/curves/curve.js";
import type { RewardPlan } from "../../model/rewards/reward.js";
import { amountText } from "../../scenario/describe/design.js";
import { titleOf } from "../../scenario/designs/reward-words.js";
import type { Scenario } from "../../scenario/scenario.js";
import { nameText, oneLine } from "../../wording/numbers.js";

/** One curve and who is paid by it. */
export interface CurveLine {
  /** As the chart names it. */
  readonly label: string;
  /** Names of the designs. */
  readonly designs: readonly string[];
  /** What its rewards come to a year at target. */
  readonly amounts: readonly string[];
  readonly form: CurveForm;
  /** Whether the amount is paid whatever the score. */
  readonly isFlat: boolean;
}

export interface CurveLines {
  readonly lines: readonly CurveLine[];
  /** Names of the designs that were asked for. */
  readonly designs: readonly string[];
  /** Rewards that go by rank in the team, not by a score alone: they have no line. */
  readonly byRank: readonly string[];
  /** Whether other measures decide over some of what is paid: lines are drawn with these on target. */
  readonly areLinked: boolean;
}

interface Carrier {
  readonly name: string;
  /** Its title. */
  readonly design: string;
  readonly plan: RewardPlan;
}

/**
 * The curves of these designs, all unless given, each with its rewards; the curve most rewards have comes first. Throws a Problem for
 * unknown designs and where nothing is paid by a curve.
 */
export function curveLines({ checked }: Scenario, asked?: readonly string[]): CurveLines {
  const known = Object.keys(checked.designs);
  for (const name of asked ?? []) {
    if (!known.includes(name)) refuse("designs", `"${name}" is not in this scenario`, didYouMean(name, known));
  }
  const names = known.filter((name) => asked?.includes(name) ?? true);
  const titles = names.map((name) => oneLine(titleOf(name, checked.designs[name])));
  const carriers = names.flatMap((name, k) =>
    checked.designs[name].rewards.map((plan) => ({ name, design: titles[k], plan })),
  );
  const ranked = carriers.filter(({ plan }) => (plan.form?.winners ?? 0) > 0);
  const byAttainment = carriers.filter((carrier) => !ranked.includes(carrier));
  const groups = groupBy(byAttainment, ({ plan }) => keyOf(plan.form));
  if (groups.size === 0)
    refuse("designs", "none of them pays by attainment", "show one whose reward has a payout curve");
  const lines = [...groups.values()].sort((a, b) => b.length - a.length);
  return {
    lines: lines.map((group) => lineOf(group, carriers, titles.length, checked.currency)),
    designs: names,
    byRank: ranked.map((one) => rewardText(one)),
    areLinked: carriers.some(({ plan }) => (plan.linkages ?? []).length > 0),
  };
}

/** What the curve does, whatever the settings it was written with. */
const keyOf = (form: CurveForm | undefined): string =>
  form === undefined ? "whatever the score" : JSON.stringify([form.base, form.rate, ...knotsOf(form)]);

const rewardText = ({ design, plan }: Carrier): string => `${nameText(design)}: ${plan.reward.title}`;

function lineOf(group: readonly Carrier[], all: readonly Carrier[], count: number, currency: string): CurveLine {
  const designs = [...new Set(group.map(({ name }) => name))];
  const titles = [...new Set(group.map(({ design }) => design))];
  const isWhole = all.every((one) => group.includes(one) || !designs.includes(one.name));
  const rewards = [...new Set(group.map(({ plan }) => plan.reward.title))];
  const who =
    designs.length <= 2
      ? joinWords(titles.map((one) => nameText(one)))
      : `${designs.length === count ? "all " : ""}${plural(designs.length, "design")}`;
  const [{ plan }] = group;
  return {
    label:
      (isWhole && (designs.length <= 2 || designs.length === count)) || rewards.length > 2
        ? who
        : `${who}: ${joinWords(rewards)}`,
    designs,
    amounts: [...new Set(group.map((one) => amountText(one.plan, currency)))],
    form: plan.form ?? { ...emptyForm, base: 1 },
    isFlat: plan.form === undefined,
  };
}

/** A place on a curve that has a name. */
export interface CurveMark {
  /** score. */
  readonly at: number;
  readonly name: (typeof markNames)[number];
}

export const markNames = ["threshold", "target", "excellence", "cap"] as const;

/**
 * Threshold, target, excellence and cap of a curve, by rising score. Excellence is where the slope falls between target and cap; where
 * two stand at one score the target, then the threshold, is named.
 */
export function curveMarks({ form, isFlat }: Pick<CurveLine, "form" | "isFlat">): CurveMark[] {
  if (isFlat) return [];
  const bends = form.kinkAt.filter((at, k) => at > 1 && at < form.cap && form.kink[k] < 0);
  const marks: CurveMark[] = [
    { at: 1, name: "target" },
    { at: form.threshold, name: "threshold" },
    { at: form.cap, name: "cap" },
    ...bends.map((at) => ({ at, name: "excellence" as const })),
  ];
  const named = marks.filter(({ at }) => Number.isFinite(at));
  return named.filter(({ at }, k) => named.findIndex((one) => one.at === at) === k).sort((a, b) => a.at - b.at);
}

/** A corner of a curve, share of target and of the amount. */
export interface CurveCorner {
  readonly at: number;
  readonly pays: number;
  readonly mark: CurveMark["name"] | "";
}

/** The corners of a curve between two scores, both sides of its jumps; marks stand on the higher side. */
export function curvePoints(
  line: Pick<CurveLine, "form" | "isFlat">,
  [from, to]: readonly [number, number],
): CurveCorner[] {
  const { form } = line;
  const knots = knotsOf(form);
  const marks = new Map(curveMarks(line).map(({ at, name }) => [at, name]));
  const jumps = new Map<number, number>();
  for (let k = 0; k < knots.length; k += 3) jumps.set(knots[k], knots[k + 1]);
  const places = [...new Set([from, ...jumps.keys(), ...marks.keys(), to])].filter((at) => at >= from && at <= to);
  return places
    .sort((a, b) => a - b)
    .flatMap((at) => {
      const pays = payoutAt(form, at);
      const jump = at > from ? (jumps.get(at) ?? 0) : 0;
      const after: CurveCorner = { at, pays, mark: marks.get(at) ?? "" };
      return jump === 0 ? [after] : [{ at, pays: pays - jump, mark: "" as const }, after];
    });
}
