import type { HealthCheck } from "../check.js";
import { closesFrom, mainForm, readShare, scoreText } from "../score.js";

export const aboveThresholdCheck: HealthCheck = {
  name: "above threshold",
  quantity: "closes at or above the threshold",
  rule: "About 90 % of people reach the threshold: between 80 % and 100 % pass.",
  sources: ["practice: about 90 %", "house rule: ± 10 points"],
  needs: "run",
  unit: { dimension: "share" },
  limits: { low: 0.8, high: 1 },
  aim: { low: 0.9, high: 0.9 },
  read(subject) {
    const threshold = mainForm(subject)?.threshold;
    if (threshold === undefined || !Number.isFinite(threshold)) return "does not apply";
    return readShare(closesFrom(subject, threshold, "above threshold"), `threshold at ${scoreText(threshold)}`);
  },
};
