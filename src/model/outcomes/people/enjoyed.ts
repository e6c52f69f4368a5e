import { defineOutcome, yearlyMean } from "../outcome.js";

export const enjoyed = defineOutcome({
  name: "non-cash value",
  summary: "What non-cash rewards are worth to the manager, a year.",
  references: ["definition"],
  unit: { dimension: "money/year" },
  per: "per KAM-year",
  direction: "neither",
  ...yearlyMean("enjoyed"),
  examples: [{ why: "100 a month", months: 12, lane: { enjoyed: 100 }, gives: 1_200 }],
});
