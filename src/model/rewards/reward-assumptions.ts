import type { Assumption } from "../frame/part.js";
import { payShare } from "../frame/pay-share.js";

/** How non-cash rewards are perceived and wear off. */
export const rewardAssumptions = {
  perceived: {
    section: "assumptions",
    unit: { dimension: "number", min: 0, max: 20 },
    value: "0.6 to 2, most likely 1.1",
    meaning:
      "value to the manager of a non-cash reward per unit of its cost, at the value floor (v); evidence of both signs",
    source: "viswanathan-2018",
  },
  valueFloor: {
    section: "assumptions",
    unit: { dimension: "money/year", min: 1, max: 1e12 },
    value: payShare(1, 36),
    meaning: "yearly spending at which the perceived value is stated (F₀)",
    source: "assumption",
  },
  awardPower: {
    section: "assumptions",
    unit: { dimension: "number", min: 0.05, max: 1 },
    value: 0.6,
    meaning: "exponent of the diminishing value of non-cash rewards",
    source: "assumption",
  },
  habituation: {
    section: "assumptions",
    unit: { dimension: "share", max: 1 },
    value: "5 % to 40 %, most likely 20 %",
    meaning: "freshness lost per full award",
    source: "assumption",
  },
} as const satisfies Record<string, Assumption>;
