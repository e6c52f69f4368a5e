import { z } from "zod";
import { numberField, sourced } from "../../foundation/values/field.js";
import { type CurveForm, defineCurve, emptyForm } from "./curve.js";
import { endFault, endFields, lastAttainment, mostPaid, withMost } from "./ends.js";

const settings = z.strictObject({
  kind: z.literal("linear"),
  base: numberField({ dimension: "number" }, "payout at a score of zero, in units of the amount").prefault(0),
  rate: numberField({ dimension: "number", min: 0 }, "payout per unit of attainment").prefault(1),
  ...endFields,
  ...sourced,
});

type Settings = z.output<typeof settings>;

/** The line, up to an attainment where one is written. */
function open(s: Settings): CurveForm {
  const end = lastAttainment(s);
  const line = { ...emptyForm, base: s.base, rate: s.rate };
  return end === undefined ? line : { ...line, kinkAt: [end], kink: [-s.rate], cap: end };
}

/** Straight line: what a commission pays, and the contract of agency theory. */
export const linear = defineCurve<Settings>({
  kind: "linear",
  title: "linear",
  summary: "The same rate for every point of attainment, without threshold, and without end unless one is written.",
  references: ["Holmström & Milgrom 1987"],
  settings: settings as z.ZodType<Settings>,
  check: (s) => endFault(s, () => open(s)),
  form: (s) => withMost(open(s), mostPaid(s)),
  formula: (s, score) =>
    Math.min(s.base + s.rate * Math.min(score, lastAttainment(s) ?? score), mostPaid(s) ?? Number.POSITIVE_INFINITY),
  examples: [
    { why: "90 % of target pays 90 %", settings: { kind: "linear" }, score: 0.9, pays: 0.9 },
    {
      why: "base ½ and rate ½ pay .6 at 20 %",
      settings: { kind: "linear", base: 0.5, rate: 0.5 },
      score: 0.2,
      pays: 0.6,
    },
    {
      why: "up to 150 % of attainment: 200 % pays what 150 % does",
      settings: { kind: "linear", "up to attainment": "150 %" },
      score: 2,
      pays: 1.5,
    },
    {
      why: "a payout cap of 120 % is reached at 60 %, at twice the rate",
      settings: { kind: "linear", rate: 2, "payout cap": "120 %" },
      score: 0.8,
      pays: 1.2,
    },
  ],
});
