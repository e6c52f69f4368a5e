import { defineOutcome } from "./outcome.js";

export const atCap = defineOutcome({
  name: "at cap",
  summary: "Share of closes of the main scorecard at or above the cap of its first curve.",
  references: ["practice: about 10 % at excellence"],
  unit: { dimension: "share" },
  per: "share of closes",
  direction: "neither",
  add(sum, { cards, closed }) {
    if (closed[0] !== true) return;
    const card = cards[0];
    const { score } = card;
    for (let i = 0; i < sum.length; i++)
      if (score[i] >= (card.rewards[0]?.plan.form?.cap ?? Number.POSITIVE_INFINITY)) sum[i] += 1;
  },
  finish(sum, { cards, month }) {
    const closes = cards.length > 0 ? Math.ceil((month + 1) / cards[0].plan.period) : 1;
    for (let i = 0; i < sum.length; i++) sum[i] /= closes;
  },
  examples: [{ why: "without a scorecard nothing closes", months: 12, gives: 0 }],
});
