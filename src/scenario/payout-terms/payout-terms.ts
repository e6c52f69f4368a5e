import { z } from "zod";
import { numberField, sourced } from "../../foundation/values/field.js";
import { monthNames } from "../../foundation/values/fiscal-year.js";
import { exampleMeasures } from "../../model/measures/examples.js";
import type { PayoutFile } from "../schema/file-types.js";
import { acrossTerms } from "./across.js";
import { choice } from "./choice.js";
import { creditTerms } from "./credit.js";
import { scaleTerms } from "./scales.js";

const fiscalYear = z
  .strictObject({
    starts: z.enum(monthNames).meta({ description: "month in which the firm's year starts" }),
    "named by": z.enum(["end", "start"]).optional().meta({
      description: "whether FY 2025 is the year that ends or the one that starts in 2025; not needed for January",
    }),
    ...sourced,
  })
  .refine((year) => year.starts === "January" || year["named by"] !== undefined, {
    error: "not said how it is named; write named by: end where FY 2025 ends in 2025, or named by: start",
  });

/**
 * How a plan is administered: what `payout` needs to know to pay real people to the cent beyond what designs say. The first of each
 * list of words holds unless another is written.
 */
export const payoutTerms = z.strictObject({
  rounding: choice(
    ["half up", "half even", "down"],
    "what happens to the digit after the last; halves away from zero, to the even digit, or all towards zero",
  ),
  round: choice(
    ["per line", "at the end"],
    "whether each line of money is rounded to the smallest coin or only the total",
  ),
  "share decimals": numberField(
    { dimension: "count", min: 2, max: 15 },
    "decimals to which every attainment, score and payout is rounded before it is used (3 is 99.3 %); unless given only scores of several measures or people are, to 8, and what one measure alone decides is worked out from its amounts",
  ).optional(),
  "missing measure": choice(
    ["refuse", "reweigh", "as zero", "as target"],
    "a measure without result: nobody is paid on a guess, the other weights take over, it counts 0 %, or it counts 100 %",
  ),
  "zero target": choice(
    ["refuse", "as zero", "as target", "base rate"],
    "a target or quota of zero or less: no pay without a decision, attainment 0 %, or 100 %; a commission without quota at its rate, whatever the schedule",
  ),
  "negative result": choice(
    ["refuse", "as zero", "as it is"],
    "a result below zero: no pay without a decision, counts as 0, or as it is",
  ),
  "part periods": choice(
    ["calendar days", "whole months", "none"],
    "pay of those who served part of a period: by days, by months served in full, or in full",
  ),
  "targets of part periods": choice(
    ["as given", "prorated"],
    "whether targets in the data already are those of the part served",
  ),
  "minimum service": numberField(
    { dimension: "duration", max: 120 },
    "service in the period below which nothing is paid: no SPIFF, guarantee or draw either",
  ).prefault("0 months"),
  leavers: choice(["pro rata", "nothing"], "what those get who leave before the close"),
  periods: choice(
    ["discrete", "cumulative"],
    "whether each period stands alone or is paid on the year to date, less what the year has paid",
  ),
  "fiscal year": fiscalYear.optional().meta({
    description:
      "the firm's year: periods are counted from its start, and tables may say FY 2025, Q1 FY26 or P01; the calendar's unless given",
    examples: [{ starts: "April", "named by": "end" }],
  }),
  "target incentive": choice(
    ["design", "roster"],
    "whether the amount at target is the design's or each person's own in the roster",
  ),
  "salary of a period": choice(
    ["by days", "at its end", "at its start"],
    "which salary and incentive at target count where they change within a period: each for its days, the last or the first",
  ),
  "results from": choice(
    ["history", "transactions"],
    "where results come from; targets are always those of the history, and so are results of measures without transactions",
  ),
  measures: z
    .record(z.string(), z.string())
    .prefault({})
    .meta({
      description: "what measures are called in the data, where that differs: { account revenue: revenue }",
      examples: [{ [exampleMeasures.booked]: "revenue" }],
    }),
  ...scaleTerms,
  ...creditTerms,
  ...acrossTerms,
  midpoint: numberField(
    { dimension: "money/year", min: 1 },
    "midpoint of the pay range, where merit matrices need one",
  ).optional(),
  "merit budget": z
    .strictObject({
      share: numberField(
        { dimension: "share", of: ["base salary"] },
        "most that raises of a period come to, of all base salaries",
      ),
      "if over": choice(["report", "scale"], "whether raises above it are only reported or all scaled down to it"),
      ...sourced,
    })
    .optional()
    .meta({ description: "most that raises may come to together" }),
  ...sourced,
});

/** Terms as parsed: words, shares, months and money. */
export type PayoutTerms = z.output<typeof payoutTerms>;

/** Terms as a file or a program writes them. */
export type PayoutTermsInput = PayoutFile;
