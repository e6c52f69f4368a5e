import { plural } from "../../../foundation/text/text.js";
import { decides } from "../../../model/scorecard/linked.js";
import { exactly, type HealthCheck } from "../check.js";

export const measureCount: HealthCheck = {
  name: "measures",
  quantity: "measures on a scorecard",
  rule: "At most 3 measures on a scorecard; the fullest card of a design counts.",
  sources: ["alexander-2014-annual"],
  needs: "scenario",
  unit: { dimension: "count" },
  limits: { low: 1, high: 3 },
  read({ plan }) {
    if (plan.cards.length === 0) return "does not apply";
    const most = Math.max(...plan.cards.map(({ slots }) => slots.length));
    return exactly(most, `${plural(plan.cards.filter((card) => !decides(card)).length, "scorecard")}`);
  },
};
