import { defineOutcome, meanOverMonths } from "../outcome.js";

export const accountRetentionOutcome = defineOutcome({
  name: "account retention",
  summary: "Share of accounts kept a year: 1 less accounts lost per account and year.",
  references: ["definition"],
  unit: { dimension: "share/year" },
  per: "per year",
  direction: "higher",
  add: meanOverMonths("lost").add,
  finish(sum, { lanes, month }) {
    for (let i = 0; i < sum.length; i++) sum[i] = 1 - (12 * sum[i]) / (month + 1) / lanes.accounts;
  },
  examples: [{ why: "the only account lost once in 10 years", months: 120, lane: { lost: 1 / 120 }, gives: 0.9 }],
});
