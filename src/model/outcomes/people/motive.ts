import { defineOutcome, meanOverMonths } from "../outcome.js";

export const motive = defineOutcome({
  name: "motivation",
  summary: "Intrinsic motivation of the manager, 1 at rest.",
  references: ["deci-1999"],
  unit: { dimension: "number" },
  per: "mean index",
  direction: "higher",
  ...meanOverMonths("motive"),
  examples: [{ why: "a steady .95", months: 3, lane: { motive: 0.95 }, gives: 0.95 }],
});
