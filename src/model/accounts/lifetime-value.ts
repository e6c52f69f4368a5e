import { exp } from "../../foundation/maths/exponential.js";
import type { WorldColumns } from "../frame/part.js";
import { defineLaw } from "../frame/step.js";

/** share/year. What discount and loss take of an account's value together, at the least: nobody counts on more than a thousand years. */
export const leastDecay = 0.001;

/** Customer lifetime value of all accounts of a manager, at their present satisfaction. */
export const lifetimeValue = defineLaw({
  title: "customer lifetime value",
  summary:
    "The discounted margin an account is expected to bring, given how likely it is to stay at its present satisfaction.",
  references: ["lifetime value m·r/(1 + i − r): Gupta & Lehmann 2003"],
  assumptions: {},
  kernel(
    lanes,
    { margin, churn, churnSlope, firmDiscount }: WorldColumns<"margin" | "churn" | "churnSlope" | "firmDiscount">,
  ) {
    const { lanes: count, managers, accounts, world, size, lnSize, boost, satisfaction, lifetimeValue } = lanes;
    const end = accounts * count;
    // Read here: a constant of the module is looked up and checked wherever it is used.
    const least = +leastDecay;
    for (let first = 0; first < count; first += managers) {
      const w = world[first];
      const share = margin[w];
      const hazard = churn[w];
      const slope = churnSlope[w];
      const whole = 1 + firmDiscount[w];
      const last = first + managers;
      for (let i = first; i < last; i++) {
        let sum = 0;
        for (let at = i; at < end; at += count) {
          const kept = exp(-hazard * exp(-slope * (satisfaction[at] - 1)));
          const yearly = size[at] * exp(lnSize[at] + boost[at]) * share;
          sum += (yearly * kept) / Math.max(least, whole - kept);
        }
        lifetimeValue[i] = sum;
      }
    }
  },
  formula({ accounts, world }) {
    return {
      lane: {
        lifetimeValue: accounts.reduce((sum, a) => {
          const kept = Math.exp(-world.churn * Math.exp(-world.churnSlope * (a.satisfaction - 1)));
          const yearly = a.size * Math.exp(a.lnSize + a.boost) * world.margin;
          return sum + (yearly * kept) / Math.max(0.001, 1 + world.firmDiscount - kept);
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
    {
      why: "1 000 a year that is never lost and never discounted counts a thousand years",
      account: { size: 10_000, satisfaction: 1 },
      world: { margin: 0.1, churn: 0, firmDiscount: 0 },
      gives: { lane: { lifetimeValue: 1_000_000 } },
    },
  ],
  laws: [{ law: "lifetime value is positive", holds: (_, after) => after.lane.lifetimeValue > 0 }],
});
