import { defineOutcome, yearlyMean } from "../outcome.js";

export const cashCost = defineOutcome({
  name: "cash cost",
  summary: "Cash spent on rewards within the horizon, with on-costs, a year. Raises look cheap in cash and are not.",
  references: ["definition"],
  unit: { dimension: "money/year" },
  per: "per KAM-year",
  direction: "lower",
  ...yearlyMean("spent"),
  examples: [{ why: "1 000 a month", months: 12, lane: { spent: 1_000 }, gives: 12_000 }],
});
