import { defineOutcome, meanOverMonths } from "../outcome.js";

export const meanPush = defineOutcome({
  name: "selling push",
  summary: "Mean sales effect of this month's effort on revenue, beyond normal.",
  references: ["definition"],
  unit: { dimension: "share", min: -1 },
  per: "share of a month's revenue",
  direction: "neither",
  ...meanOverMonths("push"),
  examples: [{ why: "a steady 5 %", months: 4, lane: { push: 0.05 }, gives: 0.05 }],
});
