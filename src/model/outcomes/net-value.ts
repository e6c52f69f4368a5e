import { accountValue } from "./accounts/account-value.js";
import { otherCost } from "./other-cost.js";
import { defineOutcome, sumOfOutcomes } from "./outcome.js";
import { rewardSpend } from "./pay/reward-spend.js";

/** The headline: what the accounts bring less what rewarding, hiring and measuring cost. */
export const netValue = defineOutcome({
  name: "net value",
  summary:
    "Account value less the present values of reward cost, hiring and monitoring: what a design is worth to the firm.",
  references: ["definition"],
  unit: { dimension: "money", min: Number.NEGATIVE_INFINITY },
  per: "per KAM over the horizon",
  direction: "higher",
  control: "bad luck",
  ...sumOfOutcomes([accountValue, 1], [rewardSpend, -1], [otherCost, -1]),
  examples: [
    {
      why: "30 000 of margin less 2 000 of rewards and 100 of monitoring",
      months: 1,
      lane: { marginEarned: 30_000, accrued: 2_000 },
      world: { firmMonth: 1 },
      monitoring: 1_200,
      gives: 27_900,
    },
  ],
});
