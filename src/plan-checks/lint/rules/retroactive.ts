import { jumpsOf } from "../../curve-places.js";
import { found, type LintRule } from "../rule.js";
import { percentWords } from "../words.js";

export const retroactive: LintRule = {
  name: "retroactive steps",
  quantity: "jump above the first payment, share of the amount",
  measuredIn: "% of the amount",
  rule: "Who is already paid gains nothing at one blow: a step that reprices the whole result (a retroactive tier) invites holding results back until it can be reached.",
  sources: ["larkin-2014", "oyer-1998", "house rule: a tenth of the amount"],
  unit: { dimension: "share" },
  limit: 0.1,
  measure: ({ form }) =>
    jumpsOf(form)
      .filter(({ by, below }) => by > 0 && below > 1e-9)
      .map(({ at, by, below }) =>
        found(
          at,
          at,
          by,
          `at ${percentWords(at)} pay steps from ${percentWords(below)} to ${percentWords(below + by)} of the amount`,
        ),
      ),
};
