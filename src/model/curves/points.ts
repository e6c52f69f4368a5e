import { z } from "zod";
import { numberField, sourced } from "../../foundation/values/field.js";
import { defineCurve, emptyForm } from "./curve.js";
import { orderFault } from "./order.js";
import { hasReached, jumpPlace, tieField } from "./tie.js";

const settings = z.strictObject({
  kind: z.literal("points"),
  points: z
    .array(
      z.strictObject({
        at: numberField({ dimension: "share" }, "attainment of the point"),
        pays: numberField({ dimension: "share" }, "payout at the point, share of the amount"),
      }),
    )
    .min(2, { error: "too few points; write at least two, such as { at: 90 %, pays: 50 % }" })
    .meta({
      description: "points of the curve, lowest attainment first; nothing below the first, level after the last",
      examples: [
        [
          { at: "80 %", pays: "50 %" },
          { at: "100 %", pays: "100 %" },
          { at: "120 %", pays: "200 %" },
        ],
      ],
    }),
  tie: tieField,
  ...sourced,
});

type Settings = z.output<typeof settings>;

/** A curve drawn through points: nothing below the first, straight between them, level after the last. */
export const points = defineCurve<Settings>({
  kind: "points",
  title: "points",
  summary:
    "A curve through points, as plan documents tabulate it: nothing below the first point, straight lines between, level after the last.",
  references: ["plan documents of the trade"],
  settings: settings as z.ZodType<Settings>,
  check: (s) => orderFault(s.points, { one: "point", falls: "towards" }),
  form(s) {
    const slopes = s.points.slice(1).map((point, k) => (point.pays - s.points[k].pays) / (point.at - s.points[k].at));
    return {
      ...emptyForm,
      tie: s.tie,
      jumpAt: [jumpPlace(s.points[0].at, s.tie)],
      jump: [s.points[0].pays],
      kinkAt: s.points.map((point) => point.at),
      kink: s.points.map((_, k) => (slopes[k] ?? 0) - (slopes[k - 1] ?? 0)),
      threshold: jumpPlace(s.points[0].at, s.tie),
      cap: s.points[s.points.length - 1].at,
    };
  },
  formula(s, score) {
    if (!hasReached(score, s.points[0].at, s.tie)) return 0;
    for (let k = 1; k < s.points.length; k++) {
      const [left, right] = [s.points[k - 1], s.points[k]];
      if (score < right.at) return left.pays + ((right.pays - left.pays) * (score - left.at)) / (right.at - left.at);
    }
    return s.points[s.points.length - 1].pays;
  },
  examples: [
    {
      why: "half way between (90 %, 0) and (100 %, 1)",
      settings: {
        kind: "points",
        points: [
          { at: "90 %", pays: "0 %" },
          { at: "100 %", pays: "100 %" },
        ],
      },
      score: 0.95,
      pays: 0.5,
    },
    {
      why: "with tie: lower the first point pays nothing yet",
      settings: {
        kind: "points",
        points: [
          { at: "90 %", pays: "40 %" },
          { at: "100 %", pays: "100 %" },
        ],
        tie: "lower",
      },
      score: 0.9,
      pays: 0,
    },
  ],
});
