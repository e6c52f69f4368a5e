import { z } from "zod";
import { numberField, sourced } from "../../foundation/values/field.js";
import { exampleMeasures } from "../../model/measures/examples.js";
import { measures } from "../../model/measures/index.js";
import { targetsField } from "../../model/rewards/fields.js";
import { rewardField } from "../../model/rewards/index.js";
import type { Reward } from "../../model/rewards/reward.js";
import { wordsField } from "./part-fields.js";

export const measureNames = measures.map((one) => one.name) as [string, ...string[]];

export const exampleWeights = { [exampleMeasures.booked]: "70 %", [exampleMeasures.asked]: "30 %" };

const weightsField = z.record(z.string(), numberField({ dimension: "share", max: 1 }, "weight of the measure")).meta({
  description: "measures and their weights, 100 % together",
  examples: [exampleWeights],
  propertyNames: { enum: measureNames },
});

/** A weighting with a name of its own may say where its weights come from. */
export const weightingField: z.ZodType<Readonly<Record<string, number>>, unknown> = z
  .object({ ...sourced })
  .catchall(numberField({ dimension: "share", max: 1 }, "weight of the measure"))
  .meta({
    description: "measures and their weights, 100 % together",
    examples: [exampleWeights],
    propertyNames: { enum: [...measureNames, ...Object.keys(sourced)] },
  })
  .transform(({ source: _source, note: _note, ...weights }) => weights as Readonly<Record<string, number>>);

/** A source in full, where an id alone would not say what it is. */
export const sourceFields = z.strictObject({
  title: z.string().meta({ description: "what the source is", examples: ["Pay survey of the trade, 2025"] }),
  link: z
    .string()
    .optional()
    .meta({ description: "where it is found", examples: ["https://example.org/survey"] }),
});

/** Settings of one design, of which these rewards may be part. */
export const designFields = (kinds: readonly Reward[]) =>
  z.strictObject({
    title: wordsField("what the design is, for charts and tables", "Bonus on three measures").optional(),
    like: z
      .string()
      .optional()
      .meta({
        description: "another design this one equals except for what is written here",
        examples: ["yearly-bonus"],
      }),
    period: numberField({ dimension: "duration", min: 1 }, "performance period").optional(),
    "targets every": targetsField.optional(),
    weights: z
      .union([z.string(), weightsField])
      .optional()
      .meta({
        description: "a weighting of `weights` by name, or measures and weights",
        examples: [exampleWeights],
      }),
    rewards: z
      .array(rewardField(kinds))
      .optional()
      .meta({
        description: "rewards; an empty list is no reward",
        examples: [[kinds[0].examples[0].settings]],
      }),
    cell: z
      .record(z.string(), z.string())
      .optional()
      .meta({
        description: "level of each factor, where the design is a cell of a crossed scenario",
        examples: [{ period: "3 years", weights: "inputs" }],
      }),
    ...sourced,
  });
