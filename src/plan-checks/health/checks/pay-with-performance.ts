import { wholeYears } from "../../../results/people/earnings.js";
import { payPerformance } from "../../../results/people/pay-performance.js";
import type { HealthCheck } from "../check.js";
import { mainCard } from "../score.js";

export const payWithPerformance: HealthCheck = {
  name: "pay with performance",
  quantity: "correlation of variable pay with attainment",
  rule: "Pay rises with performance: variable pay earned in a year correlates with the year's attainment by at least .5.",
  sources: ["practice: pay rises with performance", "house rule: .5, a quarter of the variance"],
  needs: "observations",
  unit: { dimension: "number" },
  limits: { low: 0.5, high: 1 },
  read(subject) {
    if (mainCard(subject) === undefined) return "does not apply";
    if (subject.seen === undefined || wholeYears(subject.seen.design.years).length < 2) return "needs observations";
    const { points, payWithAttainment } = payPerformance(subject.seen.observations, { design: subject.plan.name });
    return { ...payWithAttainment, error: "Monte Carlo", place: `${points.pay.length} whole manager-years` };
  },
};
