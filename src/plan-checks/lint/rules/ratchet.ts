import { isLevel, stretchesOf } from "../../curve-places.js";
import { found, type LintRule, reachedPart } from "../rule.js";
import { percentWords, plainNumberText } from "../words.js";

export const ratchet: LintRule = {
  name: "ratchet",
  quantity: "payout points lost next period less won now, per point",
  measuredIn: "payout points a point",
  rule: "A point more pays at least what it costs in the next period through a higher target; else holding back pays.",
  sources: ["Weitzman 1980 (ratchet)"],
  unit: { dimension: "number" },
  limit: 0,
  measure({ form, reached, ratchet: built, expected }) {
    if (built === undefined) return "needs ratchet";
    const stretches = stretchesOf(form);
    const later = stretches.find(({ to }) => to >= expected)?.slope ?? 0;
    return stretches
      .filter((one, k) => k > 0 || !isLevel(one))
      .flatMap((one) => {
        const part = reachedPart(one, reached);
        if (part === undefined) return [];
        const lost = built * later - one.slope;
        const says = `a point pays ${plainNumberText(one.slope)} now and costs ${plainNumberText(built * later)} next period, from ${percentWords(part.low)}`;
        return [found(part.low, part.high, lost, says)];
      });
  },
};
