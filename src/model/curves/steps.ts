import { z } from "zod";
import { numberField, sourced } from "../../foundation/values/field.js";
import { defineCurve, emptyForm } from "./curve.js";
import { orderFault } from "./order.js";
import { hasReached, jumpPlace, tieField } from "./tie.js";

const settings = z.strictObject({
  kind: z.literal("steps"),
  steps: z
    .array(
      z.strictObject({
        at: numberField({ dimension: "share" }, "attainment from which the step is paid"),
        pays: numberField({ dimension: "share" }, "payout from this step on, share of the amount"),
      }),
    )
    .min(1, { error: "no steps; write at least one, such as { at: 100 %, pays: 100 % }" })
    .meta({
      description: "steps, lowest attainment first; each pays its level from its attainment on",
      examples: [
        [
          { at: "90 %", pays: "50 %" },
          { at: "100 %", pays: "100 %" },
        ],
      ],
    }),
  tie: tieField,
  ...sourced,
});

type Settings = z.output<typeof settings>;

/** Milestones: each step reached pays its level; a one-shot quota is one step. */
export const steps = defineCurve<Settings>({
  kind: "steps",
  title: "steps",
  summary:
    "Milestones: reaching a step pays its level in full, whatever lies above it. One step is an all-or-nothing quota.",
  references: ["oyer-1998 (quota bonuses)"],
  settings: settings as z.ZodType<Settings>,
  check: (s) => orderFault(s.steps, { one: "step", falls: "at" }),
  form: (s) => ({
    ...emptyForm,
    tie: s.tie,
    jumpAt: s.steps.map((step) => jumpPlace(step.at, s.tie)),
    jump: s.steps.map((step, k) => step.pays - (k > 0 ? s.steps[k - 1].pays : 0)),
    threshold: jumpPlace(s.steps[0].at, s.tie),
    cap: jumpPlace(s.steps[s.steps.length - 1].at, s.tie),
  }),
  formula: (s, score) => s.steps.reduce((pays, step) => (hasReached(score, step.at, s.tie) ? step.pays : pays), 0),
  examples: [
    {
      why: "between two steps the lower one holds",
      settings: {
        kind: "steps",
        steps: [
          { at: "90 %", pays: "50 %" },
          { at: "100 %", pays: "100 %" },
        ],
      },
      score: 0.99,
      pays: 0.5,
    },
    {
      why: "a tie pays the higher side",
      settings: {
        kind: "steps",
        steps: [
          { at: "90 %", pays: "50 %" },
          { at: "100 %", pays: "100 %" },
        ],
      },
      score: 1,
      pays: 1,
    },
    {
      why: "with tie: lower it pays the lower side",
      settings: {
        kind: "steps",
        steps: [
          { at: "90 %", pays: "50 %" },
          { at: "100 %", pays: "100 %" },
        ],
        tie: "lower",
      },
      score: 1,
      pays: 0.5,
    },
  ],
});
