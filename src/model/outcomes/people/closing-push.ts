import { defineOutcome, overCloses } from "../outcome.js";

export const closingPush = defineOutcome({
  name: "closing push",
  summary: "Selling push in the months in which the main scorecard closes: the period-end spike, beside the mean push.",
  references: ["oyer-1998", "larkin-2014"],
  unit: { dimension: "share", min: -1 },
  per: "share of a month's revenue",
  direction: "neither",
  add(sum, { lanes, closed }) {
    if (closed[0] !== true) return;
    for (let i = 0; i < sum.length; i++) sum[i] += lanes.push[i];
  },
  finish: overCloses,
  examples: [
    { why: "without a scorecard nothing closes", months: 12, lane: { push: 0.1 }, gives: 0 },
    {
      why: "the same push in every month is the push of months that close",
      months: 24,
      lane: { push: 0.1 },
      closes: { period: 6, threshold: 0.9, cap: 1.2, scores: [1, 1, 1, 1] },
      gives: 0.1,
    },
  ],
});
