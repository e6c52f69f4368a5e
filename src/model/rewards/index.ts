import { z } from "zod";
import { curveAtTarget, linkagesIn } from "../linkages/index.js";
import { cashBonus } from "./cash-bonus.js";
import { commission } from "./commission.js";
import { development } from "./development.js";
import { holiday } from "./holiday.js";
import { recognition } from "./recognition.js";
import type { Reward, RewardPlan } from "./reward.js";
import { salaryIncrease } from "./salary-increase.js";
import { teamEvent } from "./team-event.js";
import { topUp } from "./top-up.js";

/** Every reward a design may contain; no reward at all is an empty list. */
export const rewards = [
  cashBonus,
  commission,
  salaryIncrease,
  recognition,
  teamEvent,
  holiday,
  development,
  topUp,
] as unknown as readonly Reward[];

/** Settings of any of these rewards, with the check of the reward that owns them; gives the compiled plan. */
export const rewardField = (kinds: readonly Reward[]) =>
  z
    .discriminatedUnion("kind", kinds.map((reward) => reward.settings) as unknown as [z.ZodObject, ...z.ZodObject[]])
    .meta({ description: "one reward of a design" })
    .transform((settings, context): RewardPlan => {
      const reward = kinds.find((one) => one.kind === (settings as { kind: string }).kind) as Reward;
      const wrong = reward.check?.(settings);
      if (wrong) {
        context.addIssue({ code: "custom", message: `${wrong.fault}; ${wrong.remedy}`, input: settings });
        return z.NEVER;
      }
      return withLinkages({ reward, ...reward.pack(settings) }, settings as Readonly<Record<string, unknown>>);
    });

/** A reward with the linkages its settings give. */
function withLinkages(plan: RewardPlan, settings: Readonly<Record<string, unknown>>): RewardPlan {
  const linkages = linkagesIn(settings);
  if (plan.form === undefined || linkages.length === 0) return plan;
  return { ...plan, form: curveAtTarget(linkages, plan.form), linkages };
}
