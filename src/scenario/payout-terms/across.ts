import { z } from "zod";
import { numberField, quantityField, sourced } from "../../foundation/values/field.js";
import { exampleMeasures } from "../../model/measures/examples.js";
import { choice } from "./choice.js";

const ofTarget = { dimension: "money/year", of: ["target incentive"] } as const;

const title = z
  .string()
  .min(1, { error: "empty; write a few words" })
  .meta({ description: "what it is called on the payslip", examples: ["quick start"] });

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, { error: "no day; write one such as 2024-06-30" });

const measure = z
  .string()
  .optional()
  .meta({
    description: "measure it looks at; the score of the first reward unless given",
    examples: [exampleMeasures.booked],
  });

const spiff = z.strictObject({
  title,
  amount: numberField({ dimension: "money" }, "paid for the period when the condition holds"),
  measure,
  "at least": numberField({ dimension: "share" }, "attainment from which it is paid, that attainment included"),
  paid: choice(
    ["every period", "once"],
    "whether it is paid for every period in which the condition holds, or only for the first: a milestone",
  ),
  from: day.optional().meta({ description: "first day on which a period may close for it", examples: ["2025-01-01"] }),
  until: day.optional().meta({ description: "last day on which a period may close for it", examples: ["2025-06-30"] }),
  ...sourced,
});

const bank = z.strictObject({
  "pays out": numberField({ dimension: "share", max: 1 }, "share of the balance that is paid at each close"),
  "below zero": choice(
    ["carried", "as zero"],
    "whether a negative bonus lowers the balance, below zero if need be, or counts nothing",
  ),
  "on leaving": choice(["paid", "lost"], "what becomes of a balance above zero; one below zero is written off"),
  ...sourced,
});

const clawback = z.strictObject({
  measure,
  below: numberField({ dimension: "share" }, "attainment of a later period below which pay is taken back"),
  within: numberField(
    { dimension: "duration", min: 1, max: 120 },
    "how long after the close of a period what it paid may be taken back",
  ),
  share: numberField({ dimension: "share", max: 1 }, "share of what the period paid that is taken back").prefault(
    "100 %",
  ),
  recovered: choice(
    ["from later pay", "at once"],
    "whether no more is taken at a close than that period pays, the rest later, or all of it at once",
  ),
  ...sourced,
});

/** What holds across the rewards of a person, and from one period to the next. */
export const acrossTerms = {
  "payout cap": z
    .union([z.literal("none"), quantityField({ ...ofTarget, label: "cap" }, "most that cash rewards pay together")])
    .transform((most) => (most === "none" ? undefined : most))
    .optional()
    .meta({
      description:
        "most that cash rewards pay together: a share of target incentive or an amount a year; none is no cap",
      examples: ["200 % of target incentive"],
    }),
  guarantee: z
    .strictObject({
      amount: quantityField({ ...ofTarget, label: "guarantee" }, "least that cash rewards pay together"),
      for: numberField(
        { dimension: "duration", min: 1, max: 120 },
        "how long from joining; always unless given",
      ).optional(),
      ...sourced,
    })
    .optional()
    .meta({ description: "least that cash rewards pay together, for everybody or for those who joined lately" }),
  draw: z
    .strictObject({
      amount: quantityField({ ...ofTarget, label: "draw" }, "advance on incentive pay"),
      recoverable: z
        .boolean()
        .meta({ description: "whether what was advanced and not earned is taken from later pay" }),
      ...sourced,
    })
    .optional()
    .meta({ description: "incentive pay advanced whenever less than it is earned" }),
  spiffs: z
    .array(spiff)
    .prefault([])
    .meta({
      description: "fixed amounts on a condition: SPIFFs and milestones",
      examples: [[{ title: "quick start", amount: "500 EUR", "at least": "100 %", paid: "once" }]],
    }),
  bank: bank
    .optional()
    .meta({ description: "bonus bank: cash rewards go into a balance of which a share is paid at each close" }),
  clawback: clawback.optional().meta({ description: "what a period paid is taken back when a later one falls short" }),
};
