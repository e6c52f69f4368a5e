import { payoutAt } from "../../../model/curves/curve.js";
import { stretchesOf } from "../../curve-places.js";
import { found, type LintRule } from "../rule.js";
import { percentWords, plainNumberText } from "../words.js";

/** score. Far above excellence: results like these are seldom one person's work. */
const far = 1.5;

export const windfalls: LintRule = {
  name: "windfalls",
  quantity: "payout points per point, far above excellence",
  measuredIn: "payout points a point",
  rule: "Far above excellence, from 150 % of target on, pay is capped or rises gently: luck should not make a fortune.",
  sources: ["practice: no windfalls", "house rule: 2 payout points per point"],
  unit: { dimension: "number" },
  limit: 2,
  measure({ form }) {
    return stretchesOf(form)
      .filter(({ to, slope }) => to > far && slope > 0)
      .map(({ from, to, slope }) => {
        const start = Math.max(far, from);
        const example = `a result of 200 % pays ${percentWords(payoutAt(form, 2))} of the amount`;
        return found(
          start,
          to,
          slope,
          `${plainNumberText(slope)} payout points a point from ${percentWords(start)} on; ${example}`,
        );
      });
  },
};
