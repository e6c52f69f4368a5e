import { z } from "zod";
import { numberField, sourced } from "../../foundation/values/field.js";
import { emptyForm } from "../curves/curve.js";
import { hasReached, jumpPlace, tieField } from "../curves/tie.js";
import { defineLinkage, linkageShareText, linkedFields, measureText } from "./linkage.js";

const settings = z.strictObject({
  ...linkedFields,
  "at least": numberField({ dimension: "share", min: Number.NEGATIVE_INFINITY }, "score the measure has to reach"),
  tie: tieField.meta({
    description: "whether a score exactly on the gate has passed (higher) or not (lower)",
  }),
  otherwise: numberField({ dimension: "share", max: 1 }, "share of the payout that is kept below the gate").prefault(
    "0 %",
  ),
  ...sourced,
});

type Settings = z.output<typeof settings>;

/** Pays only where a second measure has been reached: quality, compliance or team results as the condition of a bonus. */
export const gate = defineLinkage<Settings>({
  kind: "gate",
  title: "gate",
  summary: "The reward is paid only where a second measure reaches a score; below it nothing, or a share, is kept.",
  references: ["plan documents of the trade"],
  isRepeatable: true,
  settings: settings as z.ZodType<Settings>,
  rows: (s) => {
    const place = jumpPlace(s["at least"], s.tie);
    return [
      {
        factor: {
          ...emptyForm,
          tie: s.tie,
          base: s.otherwise,
          jumpAt: [place],
          jump: [1 - s.otherwise],
          threshold: place,
          cap: place,
        },
      },
    ];
  },
  formula: (s, linked, pays) => (hasReached(linked, s["at least"], s.tie) ? pays : s.otherwise * pays),
  words: (s) =>
    `${s.otherwise > 0 ? `only ${linkageShareText(s.otherwise)}` : "nothing"} of it is paid unless ${measureText(s)} ${s.tie === "lower" ? "exceeds" : "reaches"} ${linkageShareText(s["at least"])}`,
  check: (s) => (s.otherwise === 1 ? { fault: "all is kept below the gate", remedy: "leave the gate out" } : undefined),
  examples: [
    {
      why: "on the gate a tie passes: all is paid",
      settings: { measure: "customer satisfaction", "at least": "90 %" },
      linked: 0.9,
      pays: 1.2,
      gives: 1.2,
    },
    {
      why: "just below the gate nothing is paid, whatever was reached",
      settings: { measure: "customer satisfaction", "at least": "90 %" },
      linked: 0.8999,
      pays: 1.2,
      gives: 0,
    },
    {
      why: "with tie: lower the gate itself has not been passed",
      settings: { measure: "customer satisfaction", "at least": "90 %", tie: "lower" },
      linked: 0.9,
      pays: 1.2,
      gives: 0,
    },
    {
      why: "40 % is kept below the gate: .4·1.25",
      settings: { measure: "account retention", "at least": "100 %", otherwise: "40 %" },
      linked: 0.97,
      pays: 1.25,
      gives: 0.5,
    },
  ],
});
