import { z } from "zod";
import { numberField, sourced } from "../../foundation/values/field.js";
import { activitySettings } from "../../model/activities/activity.js";
import { usualSettings } from "../../model/measures/usual-settings.js";

/** Words of the author. */
export const wordsField = (description: string, example: string) =>
  z
    .string()
    .min(1, { error: "empty; write a few words" })
    .meta({ description, examples: [example] });

/** Settings of one measure, where they differ from its own. */
export const measureFields = z.strictObject({
  noise: numberField({ dimension: "number", min: 0, max: 20 }, "factor on the default noise of the measure").prefault(
    usualSettings.noise,
  ),
  cadence: numberField({ dimension: "duration", min: 1, max: 60 }, "time between surveys").prefault(
    `${usualSettings.cadence} months`,
  ),
  cost: numberField({ dimension: "money/year" }, "cost of measuring, per KAM-year").optional(),
  target: numberField({ dimension: "share", min: 0.1 }, "first target relative to plan").prefault(
    `${100 * usualSettings.target} %`,
  ),
  rebased: z.boolean().meta({ description: "whether the next target is built on past results" }).optional(),
  what: wordsField("what is measured", "share of planned meetings held").optional(),
  how: wordsField("how it is measured", "entries in the CRM, checked by sample").optional(),
  who: wordsField("who measures", "sales operations").optional(),
  when: wordsField("when it is measured", "at the end of each quarter").optional(),
  ...sourced,
});

/** Settings of one activity, where they differ from its own. */
export const activityFields = z.strictObject({
  ...(Object.fromEntries(
    Object.entries(activitySettings).map(([name, { unit, meaning }]) => [name, numberField(unit, meaning).optional()]),
  ) as Record<keyof typeof activitySettings, z.ZodOptional<ReturnType<typeof numberField>>>),
  ...sourced,
});
