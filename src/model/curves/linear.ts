import { z } from "zod";
import { numberField, sourced } from "../../foundation/field.js";
import { defineCurve, emptyForm } from "./curve.js";

const settings = z.strictObject({
  kind: z.literal("linear"),
  base: numberField({ dimension: "number" }, "payout at a score of zero, in units of the amount").prefault(0),
  rate: numberField({ dimension: "number", min: 0 }, "payout per unit of attainment").prefault(1),
  ...sourced,
});

type Settings = z.output<typeof settings>;

/** Straight line: what a commission pays, and the contract of agency theory. */
export const linear = defineCurve<Settings>({
  kind: "linear",
  title: "linear",
  summary: "The same rate for every point of attainment, without threshold or cap.",
  references: ["Holmström & Milgrom 1987"],
  settings: settings as z.ZodType<Settings>,
  form: (s) => ({ ...emptyForm, base: s.base, rate: s.rate }),
  formula: (s, score) => s.base + s.rate * score,
  examples: [
    { why: "90 % of target pays 90 %", settings: { kind: "linear" }, score: 0.9, pays: 0.9 },
    {
      why: "base ½ and rate ½ pay .6 at 20 %",
      settings: { kind: "linear", base: 0.5, rate: 0.5 },
      score: 0.2,
      pays: 0.6,
    },
  ],
});
