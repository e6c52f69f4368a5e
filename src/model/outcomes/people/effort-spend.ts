import { defineOutcome, presentValue } from "../outcome.js";

export const effortSpend = defineOutcome({
  name: "effort spend",
  summary: "Present value of what effort beyond natural effort costs the managers over the horizon.",
  references: ["augenblick-rabin-2019"],
  unit: { dimension: "money" },
  per: "per KAM over the horizon",
  direction: "lower",
  ...presentValue("effortCost"),
  examples: [
    {
      why: "50 in two months without discount",
      months: 2,
      lane: { effortCost: 50 },
      world: { firmMonth: 1 },
      gives: 100,
    },
  ],
});
