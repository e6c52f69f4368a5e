import { central } from "../../foundation/maths/distribution.js";
import type { CurveForm } from "../../model/curves/curve.js";
import { bringsCurves } from "../../model/linkages/index.js";
import type { LinkagePlan } from "../../model/linkages/linkage.js";
import type { Reward, RewardPlan } from "../../model/rewards/reward.js";
import type { CardPlan } from "../../model/scorecard/card.js";
import { looksAt } from "../../model/scorecard/linked.js";
import { builtIn } from "../../model/scorecard/outlook/sample-weights.js";
import { aboutOf, type PlanAbout, planAbout, type RunAbout } from "../../results/basis/about.js";
import { perValueSeen } from "../../results/basis/between-worlds.js";
import { makeScenario, Scenario } from "../../scenario/scenario.js";
import type { ResponseName } from "../../scenario/schema/file-types.js";
import { compile } from "../../simulation/compile.js";
import type { Observations, ObservedDesign } from "../../simulation/observation/data.js";
import type { DesignPlan, Program } from "../../simulation/world/program.js";
import { amountAt, centralBases } from "../health/amounts.js";
import type { HealthBasis } from "../health/check.js";
import { type CurveLint, type LintOptions, lintCurve } from "./lint-curve.js";
import type { LintRule } from "./rule.js";
import { lintRules } from "./rules/index.js";

export interface LintAllOptions extends Pick<LintOptions, "moved" | "limits"> {
  /** Rewards the observed scenario may use; the shipped ones unless given. */
  readonly rewards?: readonly Reward[] | undefined;
}

/** The curve of one reward of one design. */
export interface LintedCurve extends CurveLint {
  readonly design: string;
  readonly title: string;
  readonly reward: string;
  /** months. */
  readonly period: number;
  readonly form: CurveForm;
}

/** Every curve of a scenario, held against every rule. */
export interface Lint {
  readonly about: RunAbout | PlanAbout;
  readonly from: Exclude<HealthBasis, "run">;
  /** The response people play; undefined where nothing was simulated. */
  readonly response: ResponseName | undefined;
  /** The rules themselves, without their code. */
  readonly rules: readonly Omit<LintRule, "measure">[];
  /** By design, in the scenario's order. */
  readonly curves: readonly LintedCurve[];
  /** Rewards that go by rank in the team and so have no curve: design and reward. */
  readonly byRank: readonly string[];
}

/**
 * Lints the curve of every reward of every design: of a scenario by the plan alone, of observations with the scores people reach. How much
 * of a result is built into the next target, and what margin a point of the score brings, are the scenario's most likely values; the
 * latter only where the card holds revenue or margin, and amounts are known (they are not before a run where designs are scaled).
 */
export function lint(of: Scenario | Observations, options: LintAllOptions = {}): Lint {
  const observations = of instanceof Scenario ? undefined : of;
  const scenario =
    of instanceof Scenario ? of : makeScenario(of.run.scenario, { name: of.run.name, rewards: options.rewards });
  const program = compile(scenario);
  const isScaled = scenario.checked.hold !== undefined;
  const byRank: string[] = [];
  const curves = program.designs.flatMap((plan) => {
    const seen = observations?.designs.find(({ name }) => name === plan.name);
    if (plan.role !== "design" || (observations !== undefined && seen === undefined)) return [];
    const scale = seen?.scale ?? (isScaled ? undefined : 1);
    return plan.cards.flatMap((card, k) =>
      card.rewards.flatMap((reward) => {
        if (reward.form === undefined) return [];
        if (reward.form.winners > 0) {
          byRank.push(`${plan.name}: ${reward.reward.title}`);
          return [];
        }
        const known = knownOf(program, { card, reward, scale }, scoresOf(observations, seen, k));
        return [
          ...ownCurves(reward).map((one) => curveOf(plan, card, one, lintCurve(one.form, { ...options, ...known }))),
          ...factorsOf(reward).map((one) => {
            const c = plan.cards.findIndex((other) => looksAt(other, one.linkage, card.period));
            const attainment = scoresOf(observations, seen, c);
            return curveOf(plan, card, one, lintCurve(one.form, { ...options, attainment }));
          }),
        ];
      }),
    );
  });
  return {
    about: observations ? { ...aboutOf(observations.run), worlds: observations.worlds } : planAbout(scenario),
    from: observations ? "observations" : "scenario",
    response: observations?.response,
    rules: lintRules.map(({ measure: _measure, ...rule }) => rule),
    curves,
    byRank,
  };
}

/** A curve with the words that tell it from the reward's others. */
interface Named {
  readonly reward: string;
  readonly form: CurveForm;
}

const curveOf = (plan: DesignPlan, { period }: CardPlan, { reward, form }: Named, found: CurveLint): LintedCurve => ({
  design: plan.name,
  title: plan.title,
  ...{ reward, period, form },
  ...found,
});

/** Curves on the reward's own score: its own, or those a linkage brings in its place. */
export function ownCurves({ reward, form, linkages = [] }: RewardPlan): Named[] {
  const brought = linkages.flatMap(({ rows }) =>
    rows.flatMap(({ curve, words }) => (curve ? [{ reward: `${reward.title} ${words}`, form: curve }] : [])),
  );
  return brought.length > 0 ? brought : [{ reward: reward.title, form: form as CurveForm }];
}

/** What other measures multiply the payout by, as curves on their scores. */
const factorsOf = ({ reward, linkages = [] }: RewardPlan): (Named & { readonly linkage: LinkagePlan })[] =>
  linkages
    .filter((linkage) => !bringsCurves([linkage]))
    .flatMap((linkage) => {
      const name = `${reward.title}: ${linkage.linkage.title} of ${linkage.isTeam ? "the team's " : ""}${linkage.measure}`;
      return linkage.rows.map(({ factor }) => ({ reward: name, form: factor, linkage }));
    });

/** The scores of a card's closes. */
const scoresOf = (
  observations: Observations | undefined,
  seen: ObservedDesign | undefined,
  card: number,
): LintOptions["attainment"] => {
  const closes = seen?.cards[card]?.closes;
  return (
    closes &&
    observations && {
      values: closes.attainment,
      world: closes.world,
      worlds: observations.worlds,
      perValue: perValueSeen(observations),
    }
  );
};

interface Paid {
  readonly card: CardPlan;
  readonly reward: RewardPlan;
  readonly scale: number | undefined;
}

/** What the scenario knows of a reward's amount, the margin of a point of its score, and its ratchet. */
function knownOf(program: Program, { card, reward, scale }: Paid, attainment: LintOptions["attainment"]): LintOptions {
  const bases = centralBases(program);
  const rebased = card.slots.reduce((sum, slot) => sum + (slot.isRebased ? slot.weight : 0), 0);
  // A unit of score takes 1 ÷ weight of the year's revenue more, where only revenue, or the margin that comes with it, moves.
  const moving = card.slots.filter(({ measure }) => measure.scale === "flow" || measure.scale === "marginFlow");
  const weight = moving.reduce((sum, slot) => sum + slot.weight, 0);
  const isCash = reward.reward.form === "cash";
  return {
    attainment,
    ratchet: Math.min(1, rebased * builtIn(central(program.assumptions.rebase), card)),
    ...(weight > 0 && isCash && scale !== undefined
      ? {
          amount: scale * amountAt(reward.amount, bases),
          margin: (bases.revenue * central(program.assumptions.margin)) / weight,
        }
      : {}),
  };
}
