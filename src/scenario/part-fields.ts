import { z } from "zod";
import { numberField, sourced } from "../foundation/field.js";

/** Words of the author. */
export const text = (description: string) =>
  z.string().min(1, { error: "empty; write a few words" }).meta({ description });

/** Settings of one measure, where they differ from its own. */
export const measureFields = z.strictObject({
  noise: numberField({ dimension: "number", min: 0, max: 20 }, "factor on the default noise of the measure").prefault(
    1,
  ),
  cadence: numberField({ dimension: "duration", min: 1, max: 60 }, "time between surveys").prefault("6 months"),
  cost: numberField({ dimension: "money/year" }, "cost of measuring, per KAM-year").optional(),
  target: numberField({ dimension: "share", min: 0.1 }, "first target relative to plan").prefault("100 %"),
  rebased: z.boolean().meta({ description: "whether the next target is built on past results" }).optional(),
  what: text("what is measured").optional(),
  how: text("how it is measured").optional(),
  who: text("who measures").optional(),
  when: text("when it is measured").optional(),
  ...sourced,
});

const share = (description: string, min = Number.NEGATIVE_INFINITY) =>
  numberField({ dimension: "number", min }, description).optional();

/** Settings of one activity, where they differ from its own. */
export const activityFields = z.strictObject({
  normal: numberField({ dimension: "share", max: 2 }, "normal share of a full-time month").optional(),
  relationship: share("index points of relationship per FTE"),
  adoption: share("index points of adoption per FTE"),
  push: share("share of a month's revenue per FTE"),
  appeal: share("how much the activity rises with intrinsic motivation"),
  exSales: share("natural share of a manager from sales, relative to normal", 0),
  room: share("room for change: inverse weight in the cost of effort, FTE", 0.001),
  ...sourced,
});
