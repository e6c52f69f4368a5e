import type { HealthCheck } from "../check.js";
import { mainForm, scoreText, seenAttainments } from "../score.js";

export const thresholdPlace: HealthCheck = {
  name: "threshold at P10",
  quantity: "threshold less P10 of attainment",
  rule: "The threshold lies near the score nine of ten people reach: within 5 points of P10 of attainment.",
  sources: ["practice: threshold near P10 of performance", "house rule: ± 5 points"],
  needs: "observations",
  unit: { dimension: "share", isDifference: true },
  limits: { low: -0.05, high: 0.05 },
  aim: { low: 0, high: 0 },
  read(subject) {
    const threshold = mainForm(subject)?.threshold;
    if (threshold === undefined || !Number.isFinite(threshold)) return "does not apply";
    const p10 = seenAttainments(subject)?.p10;
    if (p10 === undefined) return "needs observations";
    return {
      value: threshold - p10.value,
      low: threshold - p10.high,
      high: threshold - p10.low,
      error: "Monte Carlo",
      place: `threshold at ${scoreText(threshold)}`,
    };
  },
};
