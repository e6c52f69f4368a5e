import { defineOutcome, meanOverMonths } from "../outcome.js";

export const referenceable = defineOutcome({
  name: "referenceable accounts",
  summary: "Share of accounts that would serve as a reference.",
  references: ["definition"],
  unit: { dimension: "share" },
  per: "share of accounts",
  direction: "higher",
  ...meanOverMonths("referenceable"),
  examples: [{ why: "a steady half", months: 3, lane: { referenceable: 0.5 }, gives: 0.5 }],
});
