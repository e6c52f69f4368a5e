import { clusteredShare } from "../../../results/basis/clustered.js";
import { isLevel, stretchesOf } from "../../curve-places.js";
import type { LintRule } from "../rule.js";
import { percentWords } from "../words.js";

export const flatAfterCap: LintRule = {
  name: "flat after cap",
  quantity: "share of closes at or above the cap",
  measuredIn: "% of closes",
  rule: "Few people sit at the cap, where nothing more is to be earned this period.",
  sources: ["practice: about 10 % at excellence", "alexander-2014-annual", "house rule: 15 %"],
  unit: { dimension: "share" },
  limit: 0.15,
  measure({ form, attainment }) {
    const stretches = stretchesOf(form);
    const last = stretches[stretches.length - 1];
    if (stretches.length === 1 || !isLevel(last)) return [];
    if (attainment === undefined) return "needs attainment";
    const { share, low, high } = clusteredShare(attainment, (score) => score >= last.from);
    const says = `${percentWords(share)} of closes reach ${percentWords(last.from)}, from where nothing more is paid`;
    return [{ from: last.from, to: last.to, value: share, low, high, says }];
  },
};
