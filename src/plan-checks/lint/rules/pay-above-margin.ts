import { stretchesOf } from "../../curve-places.js";
import { found, type LintRule } from "../rule.js";
import { percentWords } from "../words.js";

export const payAboveMargin: LintRule = {
  name: "pay above margin",
  quantity: "marginal pay ÷ marginal margin",
  measuredIn: "% of margin",
  rule: "A point of attainment brings more margin than it pays out, without on-costs.",
  sources: ["house rule: pay up to the margin it brings"],
  unit: { dimension: "share" },
  limit: 1,
  measure({ form, payPerMargin }) {
    if (payPerMargin === undefined) return "needs margin";
    return stretchesOf(form)
      .filter(({ slope }) => slope > 0)
      .map(({ from, to, slope }) => {
        const part = slope * payPerMargin;
        return found(from, to, part, `a point pays out ${percentWords(part)} of the margin it brings`);
      });
  },
};
