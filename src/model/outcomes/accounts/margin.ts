import { defineOutcome, yearlyMean } from "../outcome.js";

export const margin = defineOutcome({
  name: "margin",
  summary: "Gross margin earned, a year, after price concessions.",
  references: ["definition"],
  unit: { dimension: "money/year" },
  per: "per KAM-year",
  direction: "higher",
  ...yearlyMean("marginEarned"),
  examples: [{ why: "30 000 a month", months: 6, lane: { marginEarned: 30_000 }, gives: 360_000 }],
});
