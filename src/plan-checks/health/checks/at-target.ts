import type { HealthCheck } from "../check.js";
import { closesFrom, mainCard, readShare } from "../score.js";

export const atTargetCheck: HealthCheck = {
  name: "at target",
  quantity: "closes at or above target",
  rule: "60 to 70 % of people reach target: above 85 % targets are too easy, below 45 % too hard.",
  sources: ["practice: 60 to 70 %, too easy above 85 %, too hard below 45 %"],
  needs: "run",
  unit: { dimension: "share" },
  limits: { low: 0.45, high: 0.85 },
  aim: { low: 0.6, high: 0.7 },
  read: (subject) =>
    mainCard(subject) === undefined
      ? "does not apply"
      : readShare(closesFrom(subject, 1, "at target"), "target of the main scorecard"),
};
