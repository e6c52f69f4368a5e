import { z } from "zod";
import type { Distribution } from "../maths/distribution.js";
import { Problem } from "../text/problem.js";
import {
  describeUnit,
  exampleOf,
  type NumberContext,
  parseQuantity,
  parseRange,
  type Quantity,
  type Unit,
} from "./quantity.js";
import { currencies, unitWord, withoutSigns } from "./unit-words.js";

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

/** The currency an amount names by code, by sign or within a word such as kEUR, if any: the scenario's check compares it with the scenario's own. */
export function currencyIn(text: unknown): string | undefined {
  if (typeof text !== "string") return undefined;
  const words = withoutSigns(text)
    .split(/[^A-Za-z]+/)
    .filter((word) => word !== "KAM");
  const code = words.find((word) => /^[A-Z]{3}$/.test(word));
  if (code !== undefined) return code;
  const small = words.find((word) => currencies.has(word.toUpperCase()));
  return (
    small?.toUpperCase() ?? words.map((word) => unitWord(word.toLowerCase())).find((one) => one !== undefined)?.currency
  );
}

const bare = (value: Written): string | number => (typeof value === "object" ? value.value : value);

/** What is wrong with a number in a file of this currency, as `fault; remedy`: fields do not know the file they stand in. */
export type SaidIn = (currency: string) => string | undefined;

function messageOf(act: () => unknown): string | undefined {
  try {
    act();
    return undefined;
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return error.faults.map(({ fault, remedy }) => `${fault}; ${remedy}`)[0];
  }
}

const described = (unit: Unit, description: string) => ({
  description: `${description} (${describeUnit(unit)})`,
  examples: [exampleOf(unit, "EUR")],
});

const parsed = <Out>(unit: Unit, description: string, parse: (text: string | number, reading: NumberContext) => Out) =>
  written.meta(described(unit, description)).transform((value, context): Out => {
    const text = bare(value);
    try {
      return parse(text, { currency: currencyIn(text) ?? "EUR" });
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      const saidIn: SaidIn = (currency) => messageOf(() => parse(text, { currency }));
      for (const { fault, remedy } of error.faults) {
        context.addIssue({ code: "custom", message: `${fault}; ${remedy}`, input: value, params: { saidIn } });
      }
      return z.NEVER;
    }
  });

/** One number with a unit; gives the value in base units. */
export const numberField = (unit: Unit, description: string) =>
  parsed(unit, description, (text, reading) => parseQuantity(text, unit, reading).value);

/** One number with a unit, and what it is a share of. */
export const quantityField = (unit: Unit, description: string) =>
  parsed(unit, description, (text, reading): Quantity => parseQuantity(text, unit, reading));

/** A number or a range. */
export const rangeField = (unit: Unit, description: string) =>
  parsed(unit, description, (text, reading): Distribution => parseRange(text, unit, reading));

/** Where the numbers beside it come from. */
export const sourced = {
  source: z.string().optional().meta({ description: "source of the numbers beside it" }),
  note: z.string().optional().meta({ description: "where the numbers beside it come from, in words" }),
};
