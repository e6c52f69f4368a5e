import { clusteredShare } from "../../../results/basis/clustered.js";
import { isLevel, stretchesOf } from "../../curve-places.js";
import { found, type LintRule, reachedPart } from "../rule.js";
import { percentWords } from "../words.js";

export const deadZones: LintRule = {
  name: "dead zones",
  quantity: "level stretch within reach, points of attainment",
  measuredIn: "points of attainment",
  rule: "Pay rises wherever people are: a level stretch below the last place of the curve rewards nothing.",
  sources: ["practice: no dead zones", "house rule: 5 points"],
  unit: { dimension: "share", isDifference: true },
  limit: 0.05,
  measure: ({ form, reached, attainment }) =>
    stretchesOf(form)
      .filter((one, k, { length }) => isLevel(one) && (k < length - 1 || length === 1))
      .flatMap((one) => {
        const part = reachedPart(one, reached);
        if (part === undefined) return [];
        const { low, high } = part;
        const who =
          attainment === undefined
            ? ""
            : `, where ${percentWords(clusteredShare(attainment, (score) => score >= low && score < high).share)} of closes are`;
        return [
          found(
            low,
            high,
            high - low,
            `nothing is gained between ${percentWords(low)} and ${percentWords(high)}${who}`,
          ),
        ];
      }),
};
