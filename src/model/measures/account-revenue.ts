import { levelReading } from "./level-reading.js";

export const accountRevenue = levelReading({
  name: "account revenue",
  summary: "Revenue of the manager's accounts against its target: growth of the business.",
  references: ["the most common output measure for KAMs and salespeople alike"],
  what: "Revenue of all accounts of the KAM, new business in lost slots included",
  how: "invoiced revenue ÷ target revenue",
  who: "finance",
  when: "every month, scored at the close",
  scale: "flow",
  column: "revenue",
  inLevel: ["boost", "transitory"],
  gradient: ({ payback }, w) => ({ boost: 1, transitory: 1, pulled: -payback[w], push: 1, survival: 1 }),
  growth: ({ drift, churn, replaced }, w) => (drift[w] - churn[w] * (1 - replaced[w])) / 12,
  examples: [{ why: "110 000 booked against 100 000", lane: { revenue: 110_000 }, target: 100_000, gives: 1.1 }],
  laws: [{ rises: "revenue" }, { scalesWith: "revenue" }],
});
