import { defineOutcome, yearlyMean } from "../outcome.js";

export const effortCost = defineOutcome({
  name: "effort cost",
  summary: "What effort beyond natural effort costs the managers, a year.",
  references: ["definition"],
  unit: { dimension: "money/year" },
  per: "per KAM-year",
  direction: "lower",
  ...yearlyMean("effortCost"),
  examples: [{ why: "100 a month", months: 12, lane: { effortCost: 100 }, gives: 1_200 }],
});
