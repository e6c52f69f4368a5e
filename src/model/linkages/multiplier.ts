import { z } from "zod";
import { joinWords } from "../../foundation/text/text.js";
import { sourced } from "../../foundation/values/field.js";
import { payoutAt } from "../curves/curve.js";
import { curveField } from "../curves/index.js";
import { curveFault, defineLinkage, linkageShareText, linkedFields, measureText } from "./linkage.js";

const settings = z.strictObject({
  ...linkedFields,
  curve: curveField.meta({
    description: "factor on the payout by score of the measure; 100 % changes nothing",
    examples: [
      {
        kind: "points",
        points: [
          { at: "80 %", pays: "50 %" },
          { at: "120 %", pays: "150 %" },
        ],
      },
    ],
  }),
  ...sourced,
});

type Settings = z.output<typeof settings>;

/** Scores at which a multiplier is told in words. */
const told = [0.9, 1, 1.1];

/** Scales what a reward pays by how a second measure came out: a modifier for quality, margin or the team's result. */
export const multiplier = defineLinkage<Settings>({
  kind: "multiplier",
  title: "multiplier",
  summary:
    "What the reward pays is multiplied by a factor that follows a second measure; the reward's own cap does not limit the product.",
  references: ["plan documents of the trade"],
  isRepeatable: true,
  settings: settings as z.ZodType<Settings>,
  rows: (s) => [{ factor: s.curve }],
  formula: (s, linked, pays) => pays * payoutAt(s.curve, linked),
  words: (s) =>
    `it is multiplied by ${joinWords(told.map((at) => `${linkageShareText(payoutAt(s.curve, at))} at ${linkageShareText(at)}`))} of ${measureText(s)}`,
  check: (s) => curveFault(s.curve),
  examples: [
    {
      why: "half way from (80 %, .5) to (120 %, 1.5) the factor is 1",
      settings: {
        measure: "profitability",
        curve: {
          kind: "points",
          points: [
            { at: "80 %", pays: "50 %" },
            { at: "120 %", pays: "150 %" },
          ],
        },
      },
      linked: 1,
      pays: 0.8,
      gives: 0.8,
    },
    {
      why: "the reward is at its cap of 200 % and the factor at 1.5: the product, 300 %, is paid",
      settings: {
        measure: "profitability",
        curve: {
          kind: "points",
          points: [
            { at: "80 %", pays: "50 %" },
            { at: "120 %", pays: "150 %" },
          ],
        },
      },
      linked: 1.3,
      pays: 2,
      gives: 3,
    },
    {
      why: "in steps: at 95 % of the measure the factor is that from 90 %",
      settings: {
        measure: "customer satisfaction",
        curve: {
          kind: "steps",
          steps: [
            { at: "90 %", pays: "80 %" },
            { at: "100 %", pays: "100 %" },
          ],
        },
      },
      linked: 0.95,
      pays: 1.1,
      gives: 0.88,
    },
  ],
});
