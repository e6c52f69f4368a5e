import { z } from "zod";
import { numberField, sourced } from "../../foundation/values/field.js";
import { defineCurve, emptyForm } from "./curve.js";

const settings = z.strictObject({
  kind: z.literal("rank"),
  winners: numberField({ dimension: "count", min: 1 }, "how many of the team win").prefault(1),
  ...sourced,
});

type Settings = z.output<typeof settings>;

/**
 * Award by rank inside the team: the best scores win, ties share the prize. To the manager it is a jump at the score that wins, which is as
 * uncertain as the rivals are (`scorecard/contest`); the closing kernel compares the scores themselves.
 */
export const rank = defineCurve<Settings>({
  kind: "rank",
  title: "rank in the team",
  summary: "The best scores of the team win the whole amount, the others nothing; ties at the last place share it.",
  references: ["Lazear & Rosen 1981", "Nalebuff & Stiglitz 1983", "Green & Stokey 1983"],
  settings: settings as z.ZodType<Settings>,
  form: (s) => ({ ...emptyForm, winners: s.winners }),
  formula: () => 0,
  examples: [
    {
      why: "rank pays by comparison, never by the score alone",
      settings: { kind: "rank", winners: 1 },
      score: 3,
      pays: 0,
    },
  ],
});

/** Payout by rank of each of `size` scores from `first`: 1 to the winners, shared among ties for the last place. */
export function rankPayout(
  scores: Float64Array,
  first: number,
  size: number,
  winners: number,
  out: Float64Array,
): void {
  for (let i = first; i < first + size; i++) {
    let better = 0;
    let equal = 0;
    for (let k = first; k < first + size; k++) {
      if (scores[k] > scores[i]) better += 1;
      else if (scores[k] === scores[i]) equal += 1;
    }
    out[i] = Math.min(1, Math.max(0, (winners - better) / equal));
  }
}
