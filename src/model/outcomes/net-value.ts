import { accountValue } from "./account-value.js";
import { otherCost } from "./other-cost.js";
import { defineOutcome } from "./outcome.js";
import { rewardSpend } from "./reward-spend.js";

/** The headline: what the accounts bring less what rewarding, hiring and measuring cost. */
export const netValue = defineOutcome({
  name: "net value",
  summary:
    "Account value less the present values of reward cost, hiring and monitoring: what a design is worth to the firm.",
  references: ["definition"],
  unit: { dimension: "money", min: Number.NEGATIVE_INFINITY },
  per: "per KAM over the horizon",
  direction: "higher",
  add(sum, look) {
    accountValue.add(sum, look);
    const { lanes, world, discount, monitoring } = look;
    for (let i = 0; i < sum.length; i++) {
      const w = lanes.world[i];
      const cost = lanes.accrued[i] + lanes.left[i] * world.hiring[w] * world.salary[w] + monitoring / 12;
      sum[i] -= cost * discount[w];
    }
  },
  finish: accountValue.finish,
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

/** Parts of the net value, for the bridge: they add up to it. */
export const netValueParts = [accountValue, rewardSpend, otherCost] as const;
