import { defineOutcome } from "./outcome.js";

export const aboveThreshold = defineOutcome({
  name: "above threshold",
  summary: "Share of closes of the main scorecard at or above the threshold of its first curve.",
  references: ["practice: about 90 %"],
  unit: { dimension: "share" },
  per: "share of closes",
  direction: "neither",
  add(sum, { cards, closed }) {
    if (closed[0] !== true) return;
    const card = cards[0];
    const { score } = card;
    for (let i = 0; i < sum.length; i++)
      if (score[i] >= (card.rewards[0]?.plan.form?.threshold ?? Number.NEGATIVE_INFINITY)) sum[i] += 1;
  },
  finish(sum, { cards, month }) {
    const closes = cards.length > 0 ? Math.ceil((month + 1) / cards[0].plan.period) : 1;
    for (let i = 0; i < sum.length; i++) sum[i] /= closes;
  },
  examples: [{ why: "without a scorecard nothing closes", months: 12, gives: 0 }],
});
