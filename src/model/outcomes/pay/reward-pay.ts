import { defineOutcome, yearlyMean } from "../outcome.js";

export const rewardPay = defineOutcome({
  name: "reward pay",
  summary: "Cash the manager gets from rewards, a year: bonuses, commission, raises, top-up.",
  references: ["definition"],
  unit: { dimension: "money/year" },
  per: "per KAM-year",
  direction: "neither",
  ...yearlyMean("paid"),
  examples: [{ why: "500 a month", months: 12, lane: { paid: 500 }, gives: 6_000 }],
});
