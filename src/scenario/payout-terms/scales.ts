import { z } from "zod";
import { numberField, sourced } from "../../foundation/values/field.js";
import { exampleMeasures } from "../../model/measures/examples.js";

const end = (description: string) => numberField({ dimension: "number", min: -1e9, max: 1e9 }, description);

const between = z
  .strictObject({
    from: end("lowest value there is"),
    to: end("highest value there is"),
    target: end("what counts as 100 %, for results whose rows have no target").optional(),
    ...sourced,
  })
  .superRefine(({ from, to, target }, context) => {
    const say = (message: string) => context.addIssue({ code: "custom", message });
    if (from >= to) say("the scale ends before it begins; write the lower end as from");
    if (target === undefined) return;
    if (target < from || target > to) say(`the target ${target} lies outside ${from} to ${to}; write one between`);
    else if (target <= 0)
      say("attainment is result ÷ target, which a target of zero or less has none of; write one above zero");
  });

const rated = z.strictObject({
  words: z.record(z.string(), numberField({ dimension: "share", max: 10 }, "attainment the word stands for")).meta({
    description: "what each word of a rating counts: { below: 50 %, meets: 100 %, exceeds: 120 % }",
    examples: [{ below: "50 %", meets: "100 %", exceeds: "120 %" }],
  }),
  ...sourced,
});

/** How results of an index are written in the data. */
export const scaleTerms = {
  scales: z
    .record(
      z.string(),
      z.union([z.literal("index"), between, rated], {
        error: "no scale; write { from: 0, to: 100, target: 80 }, { words: { meets: 100 % } } or index",
      }),
    )
    .prefault({})
    .meta({
      description:
        "how results of an index are written: index (1 is normal), from one end to the other, or words of a rating",
      examples: [{ [exampleMeasures.asked]: { from: 0, to: 100, target: 80 } }],
    }),
};
