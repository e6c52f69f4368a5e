import { z } from "zod";
import type { Distribution } from "./distribution.js";
import { Problem } from "./problem.js";
import { describeUnit, exampleOf, parseQuantity, parseRange, type Quantity, type Unit } from "./quantity.js";

/** A number as a file may write it: plain, or with where it comes from. */
const written = z.union([
  z.string(),
  z.number(),
  z.strictObject({
    value: z.union([z.string(), z.number()]).meta({ description: "the number with its unit" }),
    source: z
      .string()
      .optional()
      .meta({ description: "id of a source: of this file's `sources` or of the evidence base" }),
    note: z.string().optional().meta({ description: "where the number comes from, in words" }),
  }),
]);

type Written = z.output<typeof written>;

/** The currency a text names, if any: the scenario's check compares it with the scenario's own. */
export const currencyIn = (text: unknown): string | undefined =>
  typeof text === "string" ? /(?<![A-Za-z])[A-Z]{3}(?![A-Za-z])/.exec(text.replace(/\bKAM\b/g, ""))?.[0] : undefined;

const bare = (value: Written): string | number => (typeof value === "object" ? value.value : value);

const reading = (text: string | number) => ({ currency: currencyIn(text) ?? "EUR" });

const described = (unit: Unit, description: string) => ({
  description: `${description} (${describeUnit(unit)})`,
  examples: [exampleOf(unit, "EUR")],
});

const parsed = <Out>(unit: Unit, description: string, parse: (text: string | number) => Out) =>
  written.meta(described(unit, description)).transform((value, context): Out => {
    try {
      return parse(bare(value));
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      for (const { fault, remedy } of error.faults) {
        context.addIssue({ code: "custom", message: `${fault}; ${remedy}`, input: value });
      }
      return z.NEVER;
    }
  });

/** One number with a unit; gives the value in base units. */
export const numberField = (unit: Unit, description: string) =>
  parsed(unit, description, (text) => parseQuantity(text, unit, reading(text)).value);

/** One number with a unit, and what it is a share of. */
export const quantityField = (unit: Unit, description: string) =>
  parsed(unit, description, (text): Quantity => parseQuantity(text, unit, reading(text)));

/** A number or a range. */
export const rangeField = (unit: Unit, description: string) =>
  parsed(unit, description, (text): Distribution => parseRange(text, unit, reading(text)));

/** Where the numbers beside it come from. */
export const sourced = {
  source: z.string().optional().meta({ description: "source of the numbers beside it" }),
  note: z.string().optional().meta({ description: "where the numbers beside it come from, in words" }),
};
