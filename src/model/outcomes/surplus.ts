import { accountValue } from "./accounts/account-value.js";
import { otherCost } from "./other-cost.js";
import { defineOutcome, sumOfOutcomes } from "./outcome.js";
import { effortSpend } from "./people/effort-spend.js";

/** What is created, however it is shared: pay is a transfer, effort is a cost. */
export const surplus = defineOutcome({
  name: "surplus",
  summary:
    "Account value less the managers' cost of effort, hiring and monitoring: what is created, however it is shared. The first best has the most of it; what a design lacks of it is its agency loss.",
  references: ["Holmström 1979"],
  unit: { dimension: "money", min: Number.NEGATIVE_INFINITY },
  per: "per KAM over the horizon",
  direction: "higher",
  control: "bad luck",
  ...sumOfOutcomes([accountValue, 1], [effortSpend, -1], [otherCost, -1]),
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
