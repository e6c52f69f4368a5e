import { jumpsOf } from "../../curve-places.js";
import { found, type LintRule } from "../rule.js";
import { percentWords } from "../words.js";

export const cliffs: LintRule = {
  name: "cliffs",
  quantity: "jump, share of the amount at target",
  measuredIn: "% of the amount",
  rule: "No score pays much more than the one just below it: a jump makes pay a matter of luck and of timing.",
  sources: ["oyer-1998", "house rule: a quarter of the amount"],
  unit: { dimension: "share" },
  limit: 0.25,
  measure: ({ form }) =>
    jumpsOf(form)
      .filter(({ by }) => by > 0)
      .map(({ at, by }) => found(at, at, by, `pay jumps by ${percentWords(by)} of the amount at ${percentWords(at)}`)),
};
