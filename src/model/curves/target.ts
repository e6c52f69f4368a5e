import { z } from "zod";
import { numberField, sourced } from "../../foundation/field.js";
import { formatQuantity, share } from "../../foundation/quantity.js";
import { defineCurve, emptyForm } from "./curve.js";
import { hasReached, jumpPlace, tieField } from "./tie.js";

const settings = z.strictObject({
  kind: z.literal("target"),
  threshold: numberField({ dimension: "share" }, "attainment from which anything is paid").prefault("90 %"),
  "pays at threshold": numberField({ dimension: "share" }, "share of the target amount paid at the threshold").prefault(
    "50 %",
  ),
  accelerator: numberField(
    { dimension: "number", min: 0 },
    "payout points per point of attainment above target (slope between curve points)",
  ).prefault(5),
  excellence: numberField(
    { dimension: "share" },
    "attainment from which the decelerator applies; none unless given",
  ).optional(),
  decelerator: numberField(
    { dimension: "number", min: 0 },
    "payout points per point of attainment above excellence",
  ).prefault(1),
  cap: z
    .union([z.literal("none"), numberField({ dimension: "share" }, "attainment from which no more is paid")])
    .prefault("120 %"),
  tie: tieField,
  ...sourced,
});

type Settings = z.output<typeof settings>;

const check = (s: Settings) => {
  const { threshold, excellence, cap } = s;
  if (threshold > 1)
    return {
      fault: `threshold ${formatQuantity(threshold, share(), "")} lies above target`,
      remedy: "put it at 100 % or below",
    };
  if (threshold === 1 && s["pays at threshold"] !== 1)
    return { fault: "a threshold at target must pay 100 %", remedy: "write pays at threshold: 100 %" };
  if (s["pays at threshold"] > 1)
    return { fault: "the curve falls between threshold and target", remedy: "let pays at threshold be at most 100 %" };
  if (excellence !== undefined && excellence <= 1)
    return { fault: "excellence lies at or below target", remedy: "put it above 100 %" };
  if (cap !== "none" && cap <= 1)
    return { fault: "the cap lies at or below target", remedy: "put it above 100 % or write none" };
  if (cap !== "none" && excellence !== undefined && cap < excellence)
    return { fault: "the cap lies below excellence", remedy: "let cap ≥ excellence" };
  return undefined;
};

/** The curve of the trade: threshold, target, excellence, cap. */
export const target = defineCurve<Settings>({
  kind: "target",
  title: "threshold – target – cap",
  summary:
    "Nothing below the threshold; a share of the amount at the threshold, all of it at target, more above (accelerator), less steeply above excellence (decelerator), no more above the cap.",
  references: ["Cichelli, Compensating the Sales Force; the default threshold, leverage and cap are assumptions"],
  settings: settings as z.ZodType<Settings>,
  check,
  form(s) {
    const { threshold, accelerator, excellence, decelerator, cap } = s;
    const first = s["pays at threshold"];
    const below = threshold < 1 ? (1 - first) / (1 - threshold) : 0;
    const kinks: [number, number][] = [[1, accelerator - below]];
    let slope = accelerator;
    if (threshold < 1) kinks.unshift([threshold, below]);
    if (excellence !== undefined) {
      kinks.push([excellence, decelerator - accelerator]);
      slope = decelerator;
    }
    if (cap !== "none") kinks.push([cap, -slope]);
    return {
      ...emptyForm,
      tie: s.tie,
      jumpAt: [jumpPlace(threshold, s.tie)],
      jump: [first],
      kinkAt: kinks.map(([at]) => at),
      kink: kinks.map(([, by]) => by),
      threshold: jumpPlace(threshold, s.tie),
      cap: cap === "none" ? Number.POSITIVE_INFINITY : cap,
    };
  },
  formula(s, score) {
    const capped = s.cap === "none" ? score : Math.min(score, s.cap);
    if (!hasReached(capped, s.threshold, s.tie)) return 0;
    if (capped < 1)
      return s["pays at threshold"] + ((1 - s["pays at threshold"]) * (capped - s.threshold)) / (1 - s.threshold);
    const top = s.excellence ?? Number.POSITIVE_INFINITY;
    return 1 + s.accelerator * (Math.min(capped, top) - 1) + s.decelerator * Math.max(0, capped - top);
  },
  examples: [
    { why: "below the threshold nothing", settings: { kind: "target" }, score: 0.8999, pays: 0 },
    { why: "a tie at the threshold pays the higher side", settings: { kind: "target" }, score: 0.9, pays: 0.5 },
    {
      why: "with tie: lower it pays nothing there",
      settings: { kind: "target", tie: "lower" },
      score: 0.9,
      pays: 0,
    },
    { why: "on target all of it", settings: { kind: "target" }, score: 1, pays: 1 },
    { why: "the default pays double at its cap of 120 %", settings: { kind: "target" }, score: 1.2, pays: 2 },
    { why: "the cap holds", settings: { kind: "target" }, score: 1.7, pays: 2 },
    {
      why: "excellence at 110 %, decelerator 2: 1 + 5·.1 + 2·.05",
      settings: { kind: "target", excellence: "110 %", decelerator: 2, cap: "none" },
      score: 1.15,
      pays: 1.6,
    },
  ],
});
