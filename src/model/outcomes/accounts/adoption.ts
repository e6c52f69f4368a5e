import { defineOutcome, meanOverMonths } from "../outcome.js";

export const adoption = defineOutcome({
  name: "adoption",
  summary: "Mean adoption of co-created solutions, 1 is normal.",
  references: ["definition"],
  unit: { dimension: "number" },
  per: "mean index",
  direction: "higher",
  add: meanOverMonths("meanAdoption").add,
  finish(sum, { month }) {
    for (let i = 0; i < sum.length; i++) sum[i] = 1 + sum[i] / (month + 1);
  },
  examples: [{ why: "a steady .1 above normal", months: 3, lane: { meanAdoption: 0.1 }, gives: 1.1 }],
});
