import { excellenceOf } from "../../curve-places.js";
import type { HealthCheck } from "../check.js";
import { closesFrom, mainForm, readShare, scoreText } from "../score.js";

export const atExcellence: HealthCheck = {
  name: "at excellence",
  quantity: "closes at or above excellence",
  rule: "About 10 % of people reach excellence, or the cap where the curve names no excellence: between 5 % and 15 % pass.",
  sources: ["practice: about 10 %", "house rule: ± 5 points"],
  needs: "run",
  unit: { dimension: "share" },
  limits: { low: 0.05, high: 0.15 },
  aim: { low: 0.1, high: 0.1 },
  read(subject) {
    const form = mainForm(subject);
    const excellence = form && excellenceOf(form);
    if (form === undefined || excellence === undefined) return "does not apply";
    // A run counts closes at the cap only.
    const outcome = excellence === form.cap ? "at cap" : undefined;
    return readShare(closesFrom(subject, excellence, outcome), `excellence at ${scoreText(excellence)}`);
  },
};
