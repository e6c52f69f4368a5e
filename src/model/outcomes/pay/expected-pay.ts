import { defineOutcome, yearlyMean } from "../outcome.js";

export const expectedPayOutcome = defineOutcome({
  name: "expected pay",
  summary:
    "What rewards are worth to the manager when they are earned, a year, whatever the risk: money as it is, later money and raises at present value, the rest as managers value it. Its mean is expected pay.",
  references: ["definition"],
  unit: { dimension: "money/year" },
  per: "per KAM-year",
  direction: "neither",
  ...yearlyMean("awarded"),
  examples: [{ why: "1 500 a month", months: 12, lane: { awarded: 1_500 }, gives: 18_000 }],
});
