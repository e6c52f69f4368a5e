import { defineOutcome, meanOverMonths } from "../outcome.js";

export const relationshipOutcome = defineOutcome({
  name: "relationship",
  summary: "Mean relationship of the accounts, 1 is normal.",
  references: ["definition"],
  unit: { dimension: "number" },
  per: "mean index",
  direction: "higher",
  add: meanOverMonths("meanRelationship").add,
  finish(sum, { month }) {
    for (let i = 0; i < sum.length; i++) sum[i] = 1 + sum[i] / (month + 1);
  },
  examples: [{ why: "a steady .1 above normal", months: 3, lane: { meanRelationship: 0.1 }, gives: 1.1 }],
});
