import { exp } from "../../foundation/maths/exponential.js";
import { leastDecay } from "../accounts/lifetime-value.js";
import { levelReading } from "./level-reading.js";

export const customerLifetimeValue = levelReading({
  name: "customer lifetime value",
  summary: "Lifetime value of the accounts at the close, given their satisfaction, against plan.",
  references: ["lifetime value m·r/(1 + i − r): Gupta & Lehmann 2003"],
  what: "Discounted margin the accounts are expected to bring",
  how: "margin × retention ÷ (1 + discount − retention), against plan",
  who: "finance",
  when: "at the close",
  sampling: "close",
  scale: "lifetimeValue",
  column: "lifetimeValue",
  inLevel: ["boost", "transitory", "satisfaction"],
  luck: "stock",
  gradient: ({ churn, churnSlope, firmDiscount }, w) => ({
    boost: 1,
    transitory: 1,
    survival: 1,
    satisfaction:
      (churn[w] * churnSlope[w] * (1 + firmDiscount[w])) / Math.max(leastDecay, 1 + firmDiscount[w] - exp(-churn[w])),
  }),
  growth: ({ drift, churn, replaced }, w) => (drift[w] - churn[w] * (1 - replaced[w])) / 12,
  examples: [{ why: "2.2M against a plan of 2M", lane: { lifetimeValue: 2_200_000 }, target: 2_000_000, gives: 1.1 }],
  laws: [{ rises: "lifetimeValue" }, { scalesWith: "lifetimeValue" }],
});
