import type { Lanes } from "../../frame/lanes.js";
import { motiveShare } from "../../people/staying.js";
import { defineOutcome, type MonthView, yearlyMean } from "../outcome.js";

/** EUR/month. Certain money that is worth as much to the manager as the rewards, the effort and the risk of this month. */
function certainIn({ awarded, effortCost, riskPremium, motive }: Lanes, i: number, salary: number): number {
  return awarded[i] - effortCost[i] - riskPremium[i] + (motiveShare * salary * (motive[i] - 1)) / 12;
}

export const certaintyEquivalent = defineOutcome({
  name: "certainty equivalent",
  summary:
    "Certain money a year beyond salary that is worth as much to the manager as the design: expected pay, less the cost of effort, less the risk premium, and what motivation is worth. A vacant seat counts nothing.",
  references: ["Pratt 1964", "Holmström & Milgrom 1987"],
  unit: { dimension: "money/year", min: Number.NEGATIVE_INFINITY },
  per: "per KAM-year",
  direction: "neither",
  add(sum: Float64Array, { lanes, world }: MonthView): void {
    const { world: worldOf, vacancy } = lanes;
    for (let i = 0; i < sum.length; i++) if (vacancy[i] <= 0) sum[i] += certainIn(lanes, i, world.salary[worldOf[i]]);
  },
  finish: yearlyMean("awarded").finish,
  examples: [
    {
      why: "1 500 earned, 200 of effort, 50 of risk, and motivation 2 % down on a salary of 72 000: 1 500 − 200 − 50 − 60 a month",
      months: 12,
      lane: { awarded: 1_500, effortCost: 200, riskPremium: 50, motive: 0.98 },
      world: { salary: 72_000 },
      gives: 14_280,
    },
    {
      why: "nobody sits in a vacant seat",
      months: 12,
      lane: { awarded: 1_500, vacancy: 1, motive: 1 },
      world: { salary: 72_000 },
      gives: 0,
    },
  ],
});
