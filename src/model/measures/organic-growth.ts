import { levelReading } from "./level-reading.js";

export const organicGrowth = levelReading({
  name: "organic growth",
  summary:
    "Revenue from accounts already held, renewals and expansions, against its target; what replaces a lost account does not count.",
  references: ["renewals and expansions are the usual definition of organic growth"],
  what: "Revenue of accounts held since the last close",
  how: "invoiced revenue of held accounts ÷ target",
  who: "finance",
  when: "every month, scored at the close",
  scale: "organicFlow",
  column: "organicRevenue",
  inLevel: ["boost", "transitory"],
  gradient: ({ payback, replaced }, w) => ({
    boost: 1,
    transitory: 1,
    pulled: -payback[w],
    push: 1,
    survival: 1 / Math.max(1 - replaced[w], 1e-9),
  }),
  growth: ({ drift, churn }, w) => (drift[w] - churn[w]) / 12,
  renewal: ({ drift, churn, replaced }, w) => (drift[w] - churn[w] * (1 - replaced[w])) / 12,
  lossSize: () => 1,
  examples: [
    { why: "a lost account leaves 80 000 of 100 000", lane: { organicRevenue: 80_000 }, target: 100_000, gives: 0.8 },
  ],
  laws: [{ rises: "organicRevenue" }, { scalesWith: "organicRevenue" }],
});
