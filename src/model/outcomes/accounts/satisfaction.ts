import { defineOutcome, meanOverMonths } from "../outcome.js";

export const satisfaction = defineOutcome({
  name: "customer satisfaction",
  summary: "Mean satisfaction of the accounts, 1 is normal.",
  references: ["definition"],
  unit: { dimension: "number" },
  per: "mean index",
  direction: "higher",
  add: meanOverMonths("meanSatisfaction").add,
  finish(sum, { month }) {
    for (let i = 0; i < sum.length; i++) sum[i] = 1 + sum[i] / (month + 1);
  },
  examples: [{ why: "a steady .1 above normal", months: 3, lane: { meanSatisfaction: 0.1 }, gives: 1.1 }],
});
