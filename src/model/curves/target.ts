import { z } from "zod";
import { numberField, sourced } from "../../foundation/values/field.js";
import { formatQuantity, share } from "../../foundation/values/quantity.js";
import { type CurveForm, defineCurve, emptyForm } from "./curve.js";
import { endFault, endFields, lastAttainment, mostPaid, withMost } from "./ends.js";
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
    "payout points per point of attainment above excellence; 1 unless given",
  ).optional(),
  ...endFields,
  tie: tieField,
  ...sourced,
});

type Settings = z.output<typeof settings>;

/** share. Where no more is paid: 120 % unless the file says a place or a payout cap. */
const upTo = (s: Settings): number | undefined =>
  s["up to attainment"] === undefined && s["payout cap"] === undefined ? 1.2 : lastAttainment(s);

const check = (s: Settings) => {
  const { threshold, excellence } = s;
  const [end, most] = [upTo(s), mostPaid(s)];
  if (threshold > 1)
    return {
      fault: `threshold ${formatQuantity(threshold, share(), "")} lies above target`,
      remedy: "put it at 100 % or below",
    };
  if (threshold === 1 && s["pays at threshold"] !== 1)
    return { fault: "a threshold at target must pay 100 %", remedy: "write pays at threshold: 100 %" };
  if (s["pays at threshold"] > 1)
    return { fault: "the curve falls between threshold and target", remedy: "let pays at threshold be at most 100 %" };
  if (excellence === undefined && s.decelerator !== undefined)
    return { fault: "a decelerator, and nothing says from where", remedy: "add excellence, or leave it out" };
  if (excellence !== undefined && excellence <= 1)
    return { fault: "excellence lies at or below target", remedy: "put it above 100 %" };
  if (end !== undefined && end <= 1)
    return {
      fault: "up to attainment lies at or below target",
      remedy: "put it above 100 %, or write payout cap: 100 %",
    };
  if (end !== undefined && excellence !== undefined && end < excellence)
    return { fault: "up to attainment lies below excellence", remedy: "let it be excellence or more, or write none" };
  if (most !== undefined && most < 1)
    return { fault: "the payout cap lies below what target pays", remedy: "write 100 % or more" };
  if (most !== undefined && excellence !== undefined && 1 + s.accelerator * (excellence - 1) >= most)
    return { fault: "the payout cap is reached before excellence", remedy: "write more, or leave excellence out" };
  return endFault(s, () => open(s));
};

/** The curve before a payout cap ends it. */
function open(s: Settings): CurveForm {
  const { threshold, accelerator, excellence, decelerator = 1 } = s;
  const [first, end] = [s["pays at threshold"], upTo(s)];
  const below = threshold < 1 ? (1 - first) / (1 - threshold) : 0;
  const kinks: [number, number][] = [[1, accelerator - below]];
  let slope = accelerator;
  if (threshold < 1) kinks.unshift([threshold, below]);
  if (excellence !== undefined) {
    kinks.push([excellence, decelerator - accelerator]);
    slope = decelerator;
  }
  if (end !== undefined) kinks.push([end, -slope]);
  return {
    ...emptyForm,
    tie: s.tie,
    jumpAt: [jumpPlace(threshold, s.tie)],
    jump: [first],
    kinkAt: kinks.map(([at]) => at),
    kink: kinks.map(([, by]) => by),
    threshold: jumpPlace(threshold, s.tie),
    cap: end ?? emptyForm.cap,
  };
}

/** The curve of the trade: threshold, target, excellence, and an end. */
export const target = defineCurve<Settings>({
  kind: "target",
  title: "threshold – target – end",
  summary:
    "Nothing below the threshold; a share of the amount at the threshold, all of it at target, more above (accelerator), less steeply above excellence (decelerator), no more above its end: an attainment (120 % unless another is written), or a payout cap.",
  references: ["Cichelli, Compensating the Sales Force; the default threshold, leverage and end are assumptions"],
  settings: settings as z.ZodType<Settings>,
  check,
  form: (s) => withMost(open(s), mostPaid(s)),
  formula(s, score) {
    const capped = Math.min(score, upTo(s) ?? score);
    if (!hasReached(capped, s.threshold, s.tie)) return 0;
    if (capped < 1)
      return s["pays at threshold"] + ((1 - s["pays at threshold"]) * (capped - s.threshold)) / (1 - s.threshold);
    const top = s.excellence ?? Number.POSITIVE_INFINITY;
    const pays = 1 + s.accelerator * (Math.min(capped, top) - 1) + (s.decelerator ?? 1) * Math.max(0, capped - top);
    return Math.min(pays, mostPaid(s) ?? pays);
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
    { why: "the default pays double at its end, 120 %", settings: { kind: "target" }, score: 1.2, pays: 2 },
    { why: "and no more above it", settings: { kind: "target" }, score: 1.7, pays: 2 },
    {
      why: "excellence at 110 %, decelerator 2: 1 + 5·.1 + 2·.05",
      settings: { kind: "target", excellence: "110 %", decelerator: 2, "up to attainment": "none" },
      score: 1.15,
      pays: 1.6,
    },
    {
      why: "a payout cap of 150 % is reached at 110 %: 1 + 5·.1",
      settings: { kind: "target", "payout cap": "150 %" },
      score: 1.3,
      pays: 1.5,
    },
    {
      why: "with a payout cap of its own the curve has no end at 120 %: 1 + 5·.3",
      settings: { kind: "target", "payout cap": "300 %" },
      score: 1.3,
      pays: 2.5,
    },
  ],
});
