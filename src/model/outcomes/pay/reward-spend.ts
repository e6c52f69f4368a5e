import { defineOutcome, presentValue } from "../outcome.js";

export const rewardSpend = defineOutcome({
  name: "reward spend",
  summary: "Present value of accrued reward cost over the horizon, with on-costs.",
  references: ["definition"],
  unit: { dimension: "money" },
  per: "per KAM over the horizon",
  direction: "lower",
  ...presentValue("accrued"),
  examples: [
    {
      why: "1 000 in two months, 10 % a month of discount",
      months: 2,
      lane: { accrued: 1_000 },
      world: { firmMonth: 0.9 },
      gives: 1_900,
    },
  ],
});
