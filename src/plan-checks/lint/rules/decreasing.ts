import { payoutAt } from "../../../model/curves/curve.js";
import { jumpsOf, stretchesOf } from "../../curve-places.js";
import { found, type LintRule } from "../rule.js";
import { percentWords } from "../words.js";

/** score. How far a stretch without an end is followed. */
const followed = 1;

export const decreasing: LintRule = {
  name: "decreasing stretches",
  quantity: "pay lost by a better score, share of the amount",
  measuredIn: "% of the amount",
  rule: "A better score never pays less.",
  sources: ["house rule: pay never falls"],
  unit: { dimension: "share" },
  limit: 0,
  measure({ form }) {
    const jumps = jumpsOf(form)
      .filter(({ by }) => by < 0)
      .map(({ at, by }) =>
        found(at, at, -by, `pay falls by ${percentWords(-by)} of the amount at ${percentWords(at)}`),
      );
    const stretches = stretchesOf(form)
      .filter(({ slope }) => slope < -1e-9)
      .map(({ from, to, slope }) => {
        const length = Number.isFinite(to - from) ? to - from : followed;
        const start = Number.isFinite(from)
          ? ` from ${percentWords(from)}, where ${percentWords(payoutAt(form, from))} is paid`
          : "";
        return found(from, to, -slope * length, `pay falls by ${percentWords(-slope * length)} of the amount${start}`);
      });
    return [...jumps, ...stretches];
  },
};
