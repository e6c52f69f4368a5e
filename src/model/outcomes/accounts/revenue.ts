import { defineOutcome, yearlyMean } from "../outcome.js";

export const revenue = defineOutcome({
  name: "revenue",
  summary: "Revenue booked by the manager's accounts, a year.",
  references: ["definition"],
  unit: { dimension: "money/year" },
  per: "per KAM-year",
  direction: "higher",
  ...yearlyMean("revenue"),
  examples: [{ why: "100 000 a month", months: 24, lane: { revenue: 100_000 }, gives: 1_200_000 }],
});
