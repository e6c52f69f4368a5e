import { defineOutcome, yearlyMean } from "../outcome.js";

export const rewardCost = defineOutcome({
  name: "reward cost",
  summary: "Accrued cost of rewards with on-costs, a year: a raise counts what it will cost while the person stays.",
  references: ["definition"],
  unit: { dimension: "money/year" },
  per: "per KAM-year",
  direction: "lower",
  ...yearlyMean("accrued"),
  examples: [{ why: "2 000 a month", months: 12, lane: { accrued: 2_000 }, gives: 24_000 }],
});
