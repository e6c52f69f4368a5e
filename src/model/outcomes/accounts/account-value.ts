import { exp } from "../../../foundation/maths/exponential.js";
import { defineOutcome, presentValue } from "../outcome.js";

/** Present value of margin over the horizon plus what the accounts' states are worth afterwards. */
export const accountValue = defineOutcome({
  name: "account value",
  summary:
    "Discounted margin over the horizon plus the discounted legacy: customer lifetime value at the horizon, with what relationship, satisfaction, adoption and borrowed demand are still worth under normal effort.",
  references: ["lifetime value m·r/(1 + i − r): Gupta & Lehmann 2003"],
  unit: { dimension: "money" },
  per: "per KAM over the horizon",
  direction: "higher",
  control: "bad luck",
  add: presentValue("marginEarned").add,
  finish(sum, { lanes, world, legacy, discount }) {
    const [level, toR, toS, toQ, toP, toB, toFading] = legacy;
    for (let k = 0; k < lanes.accounts; k++) {
      for (let i = 0; i < sum.length; i++) {
        const w = lanes.world[i];
        const at = k * lanes.lanes + i;
        // What is transitory in the level fades: it is not held for ever.
        const lasting = exp(-lanes.transitory[at]);
        const months =
          level[w] * lasting +
          toFading[w] * (1 - lasting) +
          toR[w] * (lanes.relationship[at] - 1) +
          toS[w] * (lanes.satisfaction[at] - 1) +
          toQ[w] * (lanes.adoption[at] - 1) +
          toP[w] * lanes.pulled[at] +
          toB[w] * lanes.boost[at];
        const monthly = (lanes.size[at] / 12) * exp(lanes.lnSize[at]) * world.margin[w];
        sum[i] += monthly * months * discount[w];
      }
    }
  },
  examples: [
    {
      why: "30 000 of margin in each of two months at no discount, and an account of 100 000 a month worth 10 more months at 30 %",
      months: 2,
      lane: { marginEarned: 30_000 },
      account: { size: 1_200_000, relationship: 1, satisfaction: 1, adoption: 1 },
      world: { firmMonth: 1, margin: 0.3, legacyLevel: 10 },
      gives: 360_000,
    },
  ],
});
