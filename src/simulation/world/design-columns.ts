import type { Response } from "../../model/responses/response.js";
import type { RewardPlan } from "../../model/rewards/reward.js";
import type { DesignPlan } from "./program.js";
import type { DesignColumns, Worlds } from "./worlds.js";

/** How much more judged measures crowd out than counted ones: .40/.28 − 1 (Deci et al. 1999). */
const judgedCrowding = 0.43;
/** Weight of a yearly raise against a yearly bonus in the contingent share of pay. */
const raiseWeight = 1.5;

/** EUR/year. Amount of a reward at target in one world, revenue as it starts. */
export function yearlyAmount({ amount }: RewardPlan, worlds: Worlds, accounts: number, w: number): number {
  return amount.money + amount.ofSalary * worlds.salary[w] + amount.ofRevenue * accounts * worlds.accountRevenue[w];
}

/** What a design at a scale means for motivation, learning and selection, by world. */
export function designColumns(
  design: DesignPlan,
  scale: number,
  response: Response,
  worlds: Worlds,
  count: number,
  accounts: number,
): DesignColumns {
  const column = () => new Float64Array(count);
  const out = {
    contingentShare: column(),
    crowdingPay: column(),
    awardShare: column(),
    trainingSpend: column(),
    topUp: column(),
    responds: column().fill(response.movesMotive ? 1 : 0),
    compensated: column().fill(response.compensates ? 1 : 0),
  };
  for (let w = 0; w < count; w++) {
    let awards = 0;
    const add = (plan: RewardPlan, judged: number) => {
      const amount = scale * yearlyAmount(plan, worlds, accounts, w);
      const { form } = plan.reward;
      const share = (form === "cash" ? 1 : form === "raise" ? raiseWeight : 0) * (amount / worlds.salary[w]);
      out.contingentShare[w] += share;
      out.crowdingPay[w] += share * (1 + judgedCrowding * judged);
      if (form === "award") awards += amount;
      if (form === "development") out.trainingSpend[w] += amount;
      if (form === "salary") out.topUp[w] += amount;
    };
    for (const card of design.cards) for (const plan of card.rewards) add(plan, card.judged);
    for (const plan of design.fixed) add(plan, 0);
    out.awardShare[w] = Math.min(1, Math.sqrt(awards / worlds.valueFloor[w]));
  }
  return out;
}
