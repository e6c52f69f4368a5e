import { payShare } from "../frame/pay-share.js";
import { defineMeasure } from "./measure.js";

export const sharedObjectives = defineMeasure({
  name: "shared objectives",
  summary: "Objectives that depend on others being reached: revenue of all KAMs of the team against the team's target.",
  references: ["Holmström 1982 (free-riding when results are shared)"],
  level: "supplier",
  nature: "output",
  timing: "lagging",
  what: "Revenue of the whole KAM team",
  how: "invoiced revenue of all KAMs ÷ sum of their targets",
  who: "finance",
  when: "every month, scored at the close",
  judged: false,
  rebased: true,
  sampling: "monthly",
  scale: "teamFlow",
  monitoring: payShare(0),
  reads: {},
  assumptions: {},
  inLevel: ["boost", "transitory"],
  gradient: ({ payback }, w) => ({ boost: 1, transitory: 1, pulled: -payback[w], push: 1, survival: 1 }),
  growth: ({ drift, churn, replaced }, w) => (drift[w] - churn[w] * (1 - replaced[w])) / 12,
  luck: "flow",
  sees: "start",
  isNoisy: false,
  kernel(out, slot, lanes) {
    const { lanes: count, managers, revenue } = lanes;
    const { target } = slot;
    for (let first = 0; first < count; first += managers) {
      let booked = 0;
      let planned = 0;
      for (let i = first; i < first + managers; i++) {
        booked += revenue[i];
        planned += target[i];
      }
      for (let i = first; i < first + managers; i++) out[i] = booked / planned;
    }
  },
  formula: ({ lane }, slot) => (lane.revenue + slot.othersRevenue) / (slot.target + slot.othersTarget),
  examples: [
    { why: "alone in the team: own revenue ÷ own target", lane: { revenue: 110_000 }, target: 100_000, gives: 1.1 },
  ],
  laws: [{ rises: "revenue" }],
});
