import { payShare } from "../frame/pay-share.js";
import { defineMeasure } from "./measure.js";

export const accountRetentionMeasure = defineMeasure({
  name: "account retention",
  summary: "Loyalty: the share of accounts kept, against the share expected to be kept, a year.",
  references: ["accounts lost are few: the measure carries much luck"],
  level: "customer",
  nature: "output",
  timing: "lagging",
  what: "Accounts kept through the period",
  how: "1 + compression × (share kept − share expected), both a year",
  who: "finance",
  when: "counted monthly, scored at the close",
  judged: false,
  rebased: false,
  sampling: "monthly",
  scale: "index",
  monitoring: payShare(0),
  reads: {},
  assumptions: {},
  inLevel: [],
  sees: "start",
  isNoisy: false,
  gradient: ({ compression, churn, churnSlope }, w) => ({ satisfaction: compression[w] * churn[w] * churnSlope[w] }),
  growth: () => 0,
  luck: ({ compression, churn }, w, accounts) => ((compression[w] * 12) ** 2 * churn[w]) / 12 / accounts,
  kernel(out, _slot, lanes, { compression, churn }) {
    const { lanes: count, accounts, world, lost } = lanes;
    for (let i = 0; i < count; i++) {
      const w = world[i];
      out[i] = 1 + compression[w] * 12 * (churn[w] / 12 - lost[i] / accounts);
    }
  },
  formula: ({ lane, accounts, world }) => 1 + world.compression * 12 * (world.churn / 12 - lane.lost / accounts.length),
  examples: [
    {
      why: "a year's expected loss of 12 % and none lost: .01 a month × 12 × .5",
      lane: { lost: 0 },
      world: { churn: 0.12, compression: 0.5 },
      gives: 1.06,
    },
    {
      why: "the only account lost in a month",
      lane: { lost: 1 },
      world: { churn: 0.12, compression: 0.5 },
      gives: -4.94,
    },
  ],
  laws: [{ falls: "lost" }],
});
