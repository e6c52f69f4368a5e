import { paysAtTarget } from "../../../model/linkages/index.js";
import type { RewardPlan } from "../../../model/rewards/reward.js";
import { amountAt, type Bases, centralBases, cornerBases } from "../amounts.js";
import type { HealthCheck, Subject } from "../check.js";

/** share of the amount that is paid when everybody is on target; a prize by rank is paid to so many of the team. */
function paidAtTarget({ form, linkages = [] }: RewardPlan, managers: number): number {
  if (form === undefined) return 1;
  return form.winners > 0 ? Math.min(1, form.winners / managers) : paysAtTarget(linkages, form);
}

/** share. Base pay in cash pay at target. */
function baseShare({ plan, managers, scale = 1 }: Subject, variable: readonly RewardPlan[], bases: Bases): number {
  const cash = (plans: readonly RewardPlan[]): number =>
    plans.reduce((sum, one) => sum + scale * paidAtTarget(one, managers) * amountAt(one.amount, bases), 0);
  const base = bases.salary + cash(plan.fixed.filter(({ reward }) => reward.form === "salary"));
  return base / (base + cash(variable));
}

export const payMix: HealthCheck = {
  name: "pay mix",
  quantity: "base pay in cash pay at target",
  rule: "Base pay is 75 to 85 % of a KAM's cash pay at target, variable pay 15 to 25 %. Raises and awards are no variable pay.",
  sources: ["kam-pay-mix"],
  needs: "scenario",
  unit: { dimension: "share" },
  limits: { low: 0.75, high: 0.85 },
  read(subject) {
    const variable = subject.plan.cards.flatMap(({ rewards }) => rewards.filter((one) => one.reward.form === "cash"));
    if (variable.length === 0) return "does not apply";
    if (subject.scale === undefined) return "needs a run";
    const shares = cornerBases(subject).map((bases) => baseShare(subject, variable, bases));
    const value = baseShare(subject, variable, centralBases(subject));
    const [low, high] = [Math.min(value, ...shares), Math.max(value, ...shares)];
    return { value, low, high, error: high - low < 1e-12 ? "none" : "assumptions", place: "salary and cash at target" };
  },
};
