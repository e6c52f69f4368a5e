import { exp } from "../../foundation/exponential.js";
import { defineStep } from "../step.js";

/** Customer lifetime value of all accounts of a manager, at their present satisfaction. */
export const lifetimeValue = defineStep<"margin" | "churn" | "churnSlope" | "firmDiscount">({
  title: "customer lifetime value",
  summary:
    "The discounted margin an account is expected to bring, given how likely it is to stay at its present satisfaction.",
  references: ["lifetime value m·r/(1 + i − r): Gupta & Lehmann 2003"],
  assumptions: {},
  kernel(lanes, { margin, churn, churnSlope, firmDiscount }) {
    const { lanes: count, accounts, world, size, lnSize, boost, satisfaction, lifetimeValue } = lanes;
    lifetimeValue.fill(0);
    for (let k = 0; k < accounts; k++) {
      for (let i = 0; i < count; i++) {
        const w = world[i];
        const at = k * count + i;
        const kept = exp(-churn[w] * exp(-churnSlope[w] * (satisfaction[at] - 1)));
        const yearly = size[at] * exp(lnSize[at] + boost[at]) * margin[w];
        lifetimeValue[i] += (yearly * kept) / (1 + firmDiscount[w] - kept);
      }
    }
  },
  formula({ accounts, world }) {
    return {
      lane: {
        lifetimeValue: accounts.reduce((sum, a) => {
          const kept = Math.exp(-world.churn * Math.exp(-world.churnSlope * (a.satisfaction - 1)));
          const yearly = a.size * Math.exp(a.lnSize + a.boost) * world.margin;
          return sum + (yearly * kept) / (1 + world.firmDiscount - kept);
        }, 0),
      },
    };
  },
  examples: [
    {
      why: "1 000 a year kept at .9, discounted at 12 %: 1000·.9/(1.12 − .9)",
      account: { size: 10_000, satisfaction: 1 },
      world: { margin: 0.1, churn: 0.10536051565782628, firmDiscount: 0.12 },
      gives: { lane: { lifetimeValue: 4_090.909090909091 } },
    },
  ],
  laws: [{ law: "lifetime value is positive", holds: (_, after) => after.lane.lifetimeValue > 0 }],
});
