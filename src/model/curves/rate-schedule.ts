import { z } from "zod";
import { numberField, sourced } from "../../foundation/values/field.js";
import { type CurveForm, defineCurve, emptyForm, payoutAt } from "./curve.js";
import { endFault, endFields, lastAttainment, mostPaid, withMost } from "./ends.js";
import { hasReached, jumpPlace, tieField } from "./tie.js";

const settings = z.strictObject({
  kind: z.literal("rate schedule"),
  tiers: z
    .array(
      z.strictObject({
        from: numberField({ dimension: "share" }, "attainment from which the tier holds"),
        rate: numberField(
          { dimension: "number", min: 0 },
          "what a point of attainment pays, in points of the amount: 1.5 is one and a half times the base rate",
        ),
      }),
    )
    .min(1, { error: "no tiers; write at least one, such as { from: 0 %, rate: 1 }" })
    .meta({
      description: "tiers of attainment and their rates, lowest first; nothing below the first",
      examples: [
        [
          { from: "0 %", rate: 1 },
          { from: "100 %", rate: 1.5 },
        ],
      ],
    }),
  apply: z.enum(["flat", "stepped", "interpolated payout"]).meta({
    description:
      "flat: the tier's rate for everything (retroactive); stepped: each tier's rate for what lies in it (marginal); interpolated payout: as flat at the boundaries, straight lines between",
  }),
  ...endFields,
  tie: tieField,
  ...sourced,
});

type Settings = z.output<typeof settings>;

/** Change of the rate at the start of each tier. */
const changes = ({ tiers }: Settings): number[] => tiers.map(({ rate }, k) => rate - (tiers[k - 1]?.rate ?? 0));

/** Slopes of the interpolated schedule: to the next boundary, and beyond the last at its own rate. */
const slopes = ({ tiers }: Settings): number[] =>
  tiers.map(({ from, rate }, k) => {
    const next = tiers[k + 1];
    return next === undefined ? rate : (next.rate * next.from - rate * from) / (next.from - from);
  });

function check(s: Settings): { readonly fault: string; readonly remedy: string } | undefined {
  const { tiers, apply } = s;
  for (let k = 1; k < tiers.length; k++) {
    const [last, tier] = [tiers[k - 1], tiers[k]];
    if (tier.from <= last.from) return { fault: "tiers are not in rising order", remedy: "sort them by from" };
    if (apply === "flat" && tier.rate < last.rate)
      return {
        fault: "a lower rate for everything makes the curve fall where its tier begins",
        remedy: "let rates rise, or write apply: stepped",
      };
    if (apply === "interpolated payout" && tier.rate * tier.from < last.rate * last.from)
      return { fault: "the curve falls between two tiers", remedy: "let rate × from rise, or write apply: stepped" };
  }
  return lastTierFault(s) ?? endFault(s, () => open(s));
}

/** An end before the last tier leaves that tier without meaning. */
function lastTierFault(s: Settings): { readonly fault: string; readonly remedy: string } | undefined {
  const [end, most] = [lastAttainment(s), mostPaid(s)];
  const { from } = s.tiers[s.tiers.length - 1];
  if (end !== undefined && end <= from)
    return { fault: "up to attainment lies at or below the last tier", remedy: "put it above, or leave the tier out" };
  if (most !== undefined && s.tiers.length > 1) {
    const before = { ...s, tiers: s.tiers.slice(0, -1) };
    if (payoutAt(open(before), from) >= most)
      return { fault: "the payout cap is reached before the last tier", remedy: "write more, or leave the tier out" };
  }
  return undefined;
}

/** The curve before a payout cap ends it. */
function open(s: Settings): CurveForm {
  const from = s.tiers.map((tier) => tier.from);
  const places = from.map((at) => jumpPlace(at, s.tie));
  const last = lastAttainment(s);
  const limits = { tie: s.tie, threshold: places[0], cap: last ?? emptyForm.cap };
  const by = changes(s);
  const end = last === undefined ? { at: [], by: [] } : { at: [last], by: [-s.tiers[s.tiers.length - 1].rate] };
  const kinkAt = [...from, ...end.at];
  if (s.apply === "stepped") return { ...emptyForm, ...limits, kinkAt, kink: [...by, ...end.by] };
  if (s.apply === "flat")
    return {
      ...emptyForm,
      ...limits,
      jumpAt: places,
      jump: by.map((one, k) => one * from[k]),
      kinkAt,
      kink: [...by, ...end.by],
    };
  const steep = slopes(s);
  return {
    ...emptyForm,
    ...limits,
    jumpAt: [places[0]],
    jump: [s.tiers[0].rate * from[0]],
    kinkAt,
    kink: [...steep.map((slope, k) => slope - (steep[k - 1] ?? 0)), ...end.by],
  };
}

/** A schedule of rates by tier of attainment, as commission plans tabulate it. Nothing below the first tier. */
export const rateSchedule = defineCurve<Settings>({
  kind: "rate schedule",
  title: "rate schedule",
  summary:
    "Rates by tier of attainment: for everything at the tier's rate (flat, retroactive), tier by tier (stepped, marginal) or along straight lines between what the boundaries pay (interpolated payout).",
  references: ["plan documents of the trade"],
  settings: settings as z.ZodType<Settings>,
  check,
  form: (s) => withMost(open(s), mostPaid(s)),
  formula(s, attained) {
    const score = Math.min(attained, lastAttainment(s) ?? attained);
    let pays = 0;
    for (const [k, { from, rate }] of s.tiers.entries()) {
      if (!hasReached(score, from, s.tie)) break;
      const end = Math.min(score, s.tiers[k + 1]?.from ?? score);
      if (s.apply === "flat") pays = rate * score;
      else if (s.apply === "stepped") pays += rate * (end - from);
      else pays = rate * from + slopes(s)[k] * (end - from);
    }
    return Math.min(pays, mostPaid(s) ?? pays);
  },
  examples: [
    {
      why: "flat: at 120 % everything is paid at 1.5 times the rate: 1.2 · 1.5",
      settings: {
        kind: "rate schedule",
        tiers: [
          { from: "0 %", rate: 1 },
          { from: "100 %", rate: 1.5 },
        ],
        apply: "flat",
      },
      score: 1.2,
      pays: 1.8,
    },
    {
      why: "stepped: only what lies above 100 % is: 1 + .2 · 1.5",
      settings: {
        kind: "rate schedule",
        tiers: [
          { from: "0 %", rate: 1 },
          { from: "100 %", rate: 1.5 },
        ],
        apply: "stepped",
      },
      score: 1.2,
      pays: 1.3,
    },
    {
      why: "interpolated payout: half way between .8 · 1 and 1 · 1.5",
      settings: {
        kind: "rate schedule",
        tiers: [
          { from: "80 %", rate: 1 },
          { from: "100 %", rate: 1.5 },
        ],
        apply: "interpolated payout",
      },
      score: 0.9,
      pays: 1.15,
    },
    {
      why: "a tie belongs to the higher tier: 1 · 1.5",
      settings: {
        kind: "rate schedule",
        tiers: [
          { from: "0 %", rate: 1 },
          { from: "100 %", rate: 1.5 },
        ],
        apply: "flat",
      },
      score: 1,
      pays: 1.5,
    },
    {
      why: "or to the lower, where the file says so: 1 · 1",
      settings: {
        kind: "rate schedule",
        tiers: [
          { from: "0 %", rate: 1 },
          { from: "100 %", rate: 1.5 },
        ],
        apply: "flat",
        tie: "lower",
      },
      score: 1,
      pays: 1,
    },
    {
      why: "up to 130 %: 1.3 · 1.5 from there on",
      settings: {
        kind: "rate schedule",
        tiers: [
          { from: "0 %", rate: 1 },
          { from: "100 %", rate: 1.5 },
        ],
        apply: "flat",
        "up to attainment": "130 %",
      },
      score: 2,
      pays: 1.95,
    },
    {
      why: "a payout cap of 140 % lies inside the jump at 100 %, from 1 to 1.5",
      settings: {
        kind: "rate schedule",
        tiers: [
          { from: "0 %", rate: 1 },
          { from: "100 %", rate: 1.5 },
        ],
        apply: "flat",
        "payout cap": "140 %",
      },
      score: 1,
      pays: 1.4,
    },
    {
      why: "nothing below the first tier",
      settings: { kind: "rate schedule", tiers: [{ from: "80 %", rate: 1 }], apply: "flat" },
      score: 0.7999,
      pays: 0,
    },
  ],
});
