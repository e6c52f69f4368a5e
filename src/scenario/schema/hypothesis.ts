import { z } from "zod";
import { didYouMean, Problem, refuse } from "../../foundation/text/problem.js";
import { camelToWords, joinWords } from "../../foundation/text/text.js";
import { sourced } from "../../foundation/values/field.js";
import { parseQuantity, parseRange, type Unit } from "../../foundation/values/quantity.js";
import { assumptions } from "../../model/assumptions.js";
import type { OutcomeName } from "./file-types.js";
import { knownOutcomes } from "./known-outcomes.js";

/** Which cells, by level of other factors; which worlds, by range of an assumption. */
const whereField = z
  .record(
    z.string(),
    z.union([
      z.string(),
      z
        .array(z.string())
        .min(1)
        .meta({ examples: [["one level", "another level"]] }),
    ]),
  )
  .meta({
    description:
      "what it is about: levels of other factors; ranges of assumptions, such as impatience: above 20 %/year",
    examples: [{ impatience: "above 20 %/year" }],
  });

const contrastFields = z.strictObject({
  factor: z.string().meta({ description: "the factor of a crossed scenario", examples: ["period"] }),
  from: z.string().meta({ description: "the level it is compared with", examples: ["1 year"] }),
  to: z.string().meta({ description: "the level the claim is about", examples: ["3 years"] }),
  where: whereField.optional(),
});

/** Settings of one hypothesis in a scenario file. */
export const hypothesisFields = z.strictObject({
  claim: z
    .string()
    .min(1, { error: "empty; write a few words" })
    .meta({
      description: "the claim in words, stated before looking at results",
      examples: ["Three years create more net value than one"],
    }),
  design: z
    .string()
    .optional()
    .meta({ description: "the design the claim is about", examples: ["cash-3y"] }),
  against: z
    .string()
    .optional()
    .meta({ description: "the design it is compared with", examples: ["cash-1y"] }),
  contrast: contrastFields.optional().meta({
    description: "instead of two designs: two levels of a factor of a crossed scenario",
    examples: [{ factor: "period", from: "1 year", to: "3 years" }],
  }),
  where: whereField.optional(),
  outcome: z.string().meta({ description: "the outcome it is about", enum: knownOutcomes }),
  direction: z
    .enum(["higher", "lower", "equivalent"])
    .meta({ description: "whether the outcome is to be higher, lower, or the same within the smallest effect" }),
  "smallest effect": z
    .union([z.string(), z.number()])
    .optional()
    .meta({ description: "smallest effect that matters, in the outcome's unit", examples: ["10 000 EUR"] }),
  ...sourced,
});

/** Levels by factor and ranges by assumption, as written. */
export type Where = z.output<typeof whereField>;
/** Two levels of a factor, the others equal. */
export type FactorContrast = z.output<typeof contrastFields>;

/** A claim about two designs (`design`, `against`) or about two levels of a factor (`contrast`). */
export interface Hypothesis {
  readonly claim: string;
  readonly design?: string | undefined;
  readonly against?: string | undefined;
  readonly contrast?: FactorContrast | undefined;
  /** Levels of other factors and ranges of assumptions it is about, as written. */
  readonly where?: Where | undefined;
  readonly outcome: OutcomeName;
  readonly direction: "higher" | "lower" | "equivalent";
  /** In the outcome's unit. */
  readonly smallestEffect?: number | undefined;
}

/** Base units. Values strictly between the ends; an end that was written as a number of a range belongs to it. */
export interface ValueRange {
  readonly low: number;
  readonly high: number;
  /** Whether the ends themselves are in it: `10 % to 20 %`, but not `above 10 %`. */
  readonly isClosed: boolean;
}

/** `above 20 %`, `below 20 %`, `10 % to 20 %`. Throws a Problem with place "" for anything else. */
export function parseValueRange(text: string, unit: Unit, currency: string): ValueRange {
  const [, side, edge] = /^\s*(above|below)\s+(.+)$/.exec(text) ?? [];
  if (edge !== undefined) {
    const { value } = parseQuantity(edge, unit, { currency });
    return side === "above"
      ? { low: value, high: Number.POSITIVE_INFINITY, isClosed: false }
      : { low: Number.NEGATIVE_INFINITY, high: value, isClosed: false };
  }
  if (!/ to /.test(text) || text.includes(",")) {
    refuse(
      "",
      `expected a range, got "${text}"`,
      "write it like above 20 %, below 20 % or 10 % to 20 %, with the unit",
    );
  }
  // "evenly" gives the ends as they stand, whatever the unit
  const found = parseRange(`${text}, evenly`, unit, { currency });
  if (found.kind !== "uniform") return refuse("", `expected a range, got "${text}"`, "write it like 10 % to 20 %");
  return { low: found.low, high: found.high, isClosed: true };
}

export const isInRange = (value: number, { low, high, isClosed }: ValueRange): boolean =>
  (value > low && value < high) || (isClosed && (value === low || value === high));

/** The conditions of a hypothesis in words: `period is 3 years`, `impatience above 20 %`. */
export const whereTexts = ({ contrast, where }: Pick<Hypothesis, "contrast" | "where">): string[] =>
  Object.entries({ ...contrast?.where, ...where }).map(([name, value]) => {
    const words = typeof value === "string" ? value : joinWords(value, "or");
    return assumptionNamed(name) === undefined ? `${name} is ${words}` : `${name} ${words}`;
  });

/** The name in code of an assumption named in words or in code; undefined for anything else. */
export const assumptionNamed = (name: string): string | undefined =>
  Object.keys(assumptions).find((one) => one === name || camelToWords(one) === name);

/** The factors a hypothesis names; what is no assumption is taken for one. */
export const factorsNamed = ({ contrast, where }: Pick<Hypothesis, "contrast" | "where">): string[] =>
  [
    ...(contrast === undefined ? [] : [contrast.factor, ...Object.keys(contrast.where ?? {})]),
    ...Object.keys(where ?? {}),
  ].filter((name, k) => (k === 0 && contrast !== undefined) || assumptionNamed(name) === undefined);

/** Factors with their levels, in the order of the designs that carry them. */
export type FactorLevels = ReadonlyMap<string, readonly string[]>;

/** The factors of cells and the levels they take, in order of appearance. */
export function factorLevels(cells: Iterable<Readonly<Record<string, string>>>): FactorLevels {
  const found = new Map<string, string[]>();
  for (const cell of cells) {
    for (const [factor, level] of Object.entries(cell)) {
      const levels = found.get(factor) ?? [];
      if (!levels.includes(level)) levels.push(level);
      found.set(factor, levels);
    }
  }
  return found;
}

/** A condition read: which levels, and which ranges of assumptions by their name in code. */
export interface Condition {
  readonly levels: ReadonlyMap<string, readonly string[]>;
  readonly ranges: ReadonlyMap<string, ValueRange>;
}

/**
 * Reads the conditions of a hypothesis; a name that is both a factor and an assumption means the factor. Throws a Problem with the
 * place below the hypothesis for what is neither, for unknown levels and for ranges in the wrong unit.
 */
export function conditionOf(one: Hypothesis, factors: FactorLevels, currency: string): Condition {
  const levels = new Map<string, readonly string[]>();
  const ranges = new Map<string, ValueRange>();
  const all = [
    ...Object.entries(one.contrast?.where ?? {}).map(([name, value]) => ["contrast.where", name, value] as const),
    ...Object.entries(one.where ?? {}).map(([name, value]) => ["where", name, value] as const),
  ];
  for (const [key, name, value] of all) {
    const place = `${key}.${name}`;
    const known = factors.get(name);
    if (known !== undefined) levels.set(name, knownLevels(place, one, value, known));
    else {
      const code =
        assumptionNamed(name) ?? refuse(place, `unknown factor or assumption "${name}"`, near(name, factors));
      ranges.set(code, rangeAt(place, value, assumptions[code].unit, currency));
    }
  }
  return { levels, ranges };
}

const near = (name: string, factors: FactorLevels): string =>
  didYouMean(name, [...factors.keys(), ...Object.keys(assumptions).map(camelToWords)]);

function knownLevels(
  place: string,
  { contrast }: Hypothesis,
  value: string | readonly string[],
  known: readonly string[],
): readonly string[] {
  if (contrast === undefined) refuse(place, "a level of a factor, but two designs are compared", "compare by contrast");
  const wanted = typeof value === "string" ? [value] : value;
  for (const level of wanted) {
    if (!known.includes(level)) refuse(place, `unknown level "${level}"`, didYouMean(level, known));
  }
  return wanted;
}

function rangeAt(place: string, value: string | readonly string[], unit: Unit, currency: string): ValueRange {
  if (typeof value !== "string") return refuse(place, "expected one range, got a list", "write it like above 20 %");
  try {
    return parseValueRange(value, unit, currency);
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    throw new Problem(error.faults.map((fault) => ({ ...fault, place })));
  }
}
