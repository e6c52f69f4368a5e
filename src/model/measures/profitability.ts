import { levelReading } from "./level-reading.js";

export const profitability = levelReading({
  name: "profitability",
  summary: "Gross margin of the manager's accounts against its target, after price concessions.",
  references: ["larkin-2014 (price concessions under accelerators)"],
  what: "Gross margin of all accounts of the KAM",
  how: "booked margin ÷ target margin",
  who: "finance",
  when: "every month, scored at the close",
  scale: "marginFlow",
  column: "marginEarned",
  inLevel: ["boost", "transitory"],
  gradient: ({ payback, margin, concession }, w) => ({
    boost: 1,
    transitory: 1,
    pulled: -payback[w],
    push: 1 - concession[w] / margin[w],
    survival: 1,
  }),
  growth: ({ drift, churn, replaced }, w) => (drift[w] - churn[w] * (1 - replaced[w])) / 12,
  examples: [{ why: "27 000 of margin against 30 000", lane: { marginEarned: 27_000 }, target: 30_000, gives: 0.9 }],
  laws: [{ rises: "marginEarned" }, { scalesWith: "marginEarned" }],
});
