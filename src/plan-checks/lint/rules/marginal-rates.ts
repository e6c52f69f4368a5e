import { stretchesOf } from "../../curve-places.js";
import { found, type LintRule } from "../rule.js";
import { percentWords, plainNumberText } from "../words.js";

export const marginalRates: LintRule = {
  name: "marginal rates",
  quantity: "payout points per point of attainment",
  measuredIn: "payout points a point",
  rule: "A point of attainment pays a bounded number of payout points: above that, noise in the score decides pay.",
  sources: ["house rule: 8 payout points per point"],
  unit: { dimension: "number" },
  limit: 8,
  measure: ({ form }) =>
    stretchesOf(form)
      .filter(({ slope }) => slope > 0)
      .map(({ from, to, slope }) =>
        found(
          from,
          to,
          slope,
          `a point pays ${plainNumberText(slope)} payout points${Number.isFinite(from) ? ` from ${percentWords(from)}` : ""}`,
        ),
      ),
};
