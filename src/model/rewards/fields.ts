import { z } from "zod";
import { numberField, quantityField, sourced } from "../../foundation/values/field.js";
import type { Quantity } from "../../foundation/values/quantity.js";
import { linkageFields } from "../linkages/index.js";
import { measures } from "../measures/index.js";
import type { Amount } from "./reward.js";

/** Settings rewards share: the amount at target, who it is for, its own period and scorecard. */
const amountAtTarget = (meaning: string) =>
  quantityField({ dimension: "money/year", of: ["base salary"], label: "yearly amount at target" }, meaning);

export const amountField = amountAtTarget("amount a year when the payout is 100 %");

/** Of what is not cash: its cost. */
export const awardField = amountAtTarget("what the award costs the firm a year when the payout is 100 %");

export const basisField = z
  .enum(["personal", "team"])
  .meta({ description: "whether it pays on the manager's own score or on the mean score of the team" });

export const targetsField = numberField(
  { dimension: "duration", min: 1 },
  "how often targets are set within the period; the score is then the mean over its parts, each against its own target",
);

export const cardFields = {
  period: numberField(
    { dimension: "duration", min: 1 },
    "performance period, where it differs from the design's",
  ).optional(),
  "targets every": targetsField.optional(),
  weights: z
    .record(z.string(), numberField({ dimension: "share", max: 1 }, "weight of the measure"))
    .meta({
      description: "scorecard of this reward alone, where it differs from the design's",
      examples: [{ [measures[0].name]: "100 %" }],
      propertyNames: { enum: measures.map(({ name }) => name) },
    })
    .optional(),
  ...linkageFields,
  ...sourced,
};

export const rewardAmount = (quantity: Quantity): Amount =>
  quantity.of === undefined
    ? { money: quantity.value, ofSalary: 0, ofRevenue: 0 }
    : { money: 0, ofSalary: quantity.value, ofRevenue: 0 };
