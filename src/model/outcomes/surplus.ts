import { accountValue } from "./account-value.js";
import { defineOutcome } from "./outcome.js";

/** What is created, however it is shared: pay is a transfer, effort is a cost. */
export const surplus = defineOutcome({
  name: "surplus",
  summary:
    "Account value less the managers' cost of effort, hiring and monitoring: what is created, however it is shared. The first best has the most of it; what a design lacks of it is its agency loss.",
  references: ["Holmström 1979"],
  unit: { dimension: "money", min: Number.NEGATIVE_INFINITY },
  per: "per KAM over the horizon",
  direction: "higher",
  add(sum, look) {
    accountValue.add(sum, look);
    const { lanes, world, discount, monitoring } = look;
    for (let i = 0; i < sum.length; i++) {
      const w = lanes.world[i];
      const cost = lanes.effortCost[i] + lanes.left[i] * world.hiring[w] * world.salary[w] + monitoring / 12;
      sum[i] -= cost * discount[w];
    }
  },
  finish: accountValue.finish,
  examples: [
    {
      why: "effort costs, pay does not",
      months: 1,
      lane: { marginEarned: 1_000, effortCost: 100, accrued: 500 },
      world: { firmMonth: 1 },
      gives: 900,
    },
  ],
});
