import { defineOutcome, meanOverMonths } from "../outcome.js";

export const pulledForward = defineOutcome({
  name: "demand pulled forward",
  summary: "Demand borrowed from later months, mean stock.",
  references: ["larkin-2014"],
  unit: { dimension: "share" },
  per: "mean share of a month's revenue",
  direction: "lower",
  add: meanOverMonths("sharePulled").add,
  finish: meanOverMonths("sharePulled").finish,
  examples: [{ why: "a steady 2 %", months: 4, lane: { sharePulled: 0.02 }, gives: 0.02 }],
});
