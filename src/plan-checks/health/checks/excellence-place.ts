import { excellenceOf } from "../../curve-places.js";
import type { HealthCheck } from "../check.js";
import { mainForm, scoreText, seenAttainments } from "../score.js";

export const excellencePlace: HealthCheck = {
  name: "excellence at P90",
  quantity: "excellence less P90 of attainment",
  rule: "Excellence, or the cap, lies near the score one of ten people reaches: within 5 points of P90 of attainment.",
  sources: ["practice: excellence near P90 of performance", "house rule: ± 5 points"],
  needs: "observations",
  unit: { dimension: "share", isDifference: true },
  limits: { low: -0.05, high: 0.05 },
  aim: { low: 0, high: 0 },
  read(subject) {
    const form = mainForm(subject);
    const excellence = form && excellenceOf(form);
    if (excellence === undefined) return "does not apply";
    const p90 = seenAttainments(subject)?.p90;
    if (p90 === undefined) return "needs observations";
    return {
      value: excellence - p90.value,
      low: excellence - p90.high,
      high: excellence - p90.low,
      error: "Monte Carlo",
      place: `excellence at ${scoreText(excellence)}`,
    };
  },
};
