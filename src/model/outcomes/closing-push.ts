import { defineOutcome } from "./outcome.js";

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
  finish(sum, { cards, month }) {
    const closes = cards.length > 0 ? Math.ceil((month + 1) / cards[0].plan.period) : 1;
    for (let i = 0; i < sum.length; i++) sum[i] /= closes;
  },
  examples: [{ why: "without a scorecard nothing closes", months: 12, lane: { push: 0.1 }, gives: 0 }],
});
