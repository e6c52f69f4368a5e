import { payShare } from "../frame/pay-share.js";
import { defineMeasure } from "./measure.js";

/** Share of accounts that serve as a reference when everything is normal; half of a symmetric index. */
const expectedShare = 0.5;
/** index. Width over which an account turns into a reference, as the manager foresees it; φ(0)/width is the slope. */
const width = 0.1;

export const referenceableAccounts = defineMeasure({
  name: "referenceable accounts",
  summary:
    "The share of accounts that would serve as a reference: satisfaction and relationship both at least normal when surveyed.",
  references: ["referenceable clients as a result of key account management: practice"],
  level: "customer",
  nature: "output",
  timing: "leading",
  what: "Accounts willing to be named as a reference",
  how: "1 + compression × (share − one half)",
  who: "the customers, asked in the survey",
  when: "every survey in the period, usually every 6 months",
  judged: false,
  rebased: false,
  sampling: "survey",
  scale: "index",
  monitoring: payShare(1, 180),
  reads: {},
  assumptions: {},
  inLevel: [],
  sees: "end",
  isNoisy: false,
  gradient: ({ compression }, w) => {
    const slope = (compression[w] * 0.3989422804014327) / width;
    return { relationship: slope / 2, satisfaction: slope / 2 };
  },
  growth: () => 0,
  luck: ({ compression }, w, accounts) => (compression[w] ** 2 * expectedShare * (1 - expectedShare)) / accounts,
  kernel(out, _slot, lanes, { compression }) {
    const { lanes: count, world, referenceable } = lanes;
    for (let i = 0; i < count; i++) out[i] = 1 + compression[world[i]] * (referenceable[i] - expectedShare);
  },
  formula: ({ lane, world }) => 1 + world.compression * (lane.referenceable - expectedShare),
  examples: [
    {
      why: "three of four accounts: .4 × (.75 − .5)",
      lane: { referenceable: 0.75 },
      world: { compression: 0.4 },
      gives: 1.1,
    },
  ],
  laws: [{ rises: "referenceable" }],
});
