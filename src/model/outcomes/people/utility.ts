import { defineOutcome, meanOverMonths } from "../outcome.js";

export const utility = defineOutcome({
  name: "utility",
  summary:
    "Yearly utility of staying, in money of base salary: pay, expected rewards, development and motivation, less effort and risk.",
  references: ["definition"],
  unit: { dimension: "money/year" },
  per: "per KAM-year",
  direction: "higher",
  ...meanOverMonths("utility"),
  examples: [{ why: "a steady 90 000", months: 3, lane: { utility: 90_000 }, gives: 90_000 }],
});
