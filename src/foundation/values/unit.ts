import { groupDigits, pluralOf, singularOf } from "../text/text.js";

/** Base units inside: shares 0–1 (per month, per year), currency (per year), months, whole things, plain numbers. */
export type Dimension =
  | "share"
  | "share/month"
  | "share/year"
  | "money"
  | "money/year"
  | "duration"
  | "count"
  | "number";

/** What a number in a file must be. `min` and `max` are in base units; min is 0 when left out, except for "number". */
export interface Unit {
  readonly dimension: Dimension;
  /** Permitted "… of base salary" endings. With "money/year" they also permit a share: `20 % of base salary`. */
  readonly of?: readonly string[] | undefined;
  readonly min?: number | undefined;
  readonly max?: number | undefined;
  /** For a count, the thing counted: "account". Otherwise what the number is, for messages: "on-costs". */
  readonly label?: string | undefined;
  /** Whether the number is one such less another: of shares it is written in percentage points. */
  readonly isDifference?: true | undefined;
}

export type UnitOptions = Omit<Unit, "dimension">;

const unitOf =
  (dimension: Dimension) =>
  (options: UnitOptions = {}): Unit => ({ dimension, ...options });

/** `20 %`, `20 % of base salary`. */
export const share: (options?: UnitOptions) => Unit = unitOf("share");
/** `10 %/month`. */
export const sharePerMonth: (options?: UnitOptions) => Unit = unitOf("share/month");
/** `7 %/year`. */
export const sharePerYear: (options?: UnitOptions) => Unit = unitOf("share/year");
/** `1500 EUR`. */
export const money: (options?: UnitOptions) => Unit = unitOf("money");
/** `72 000 EUR/year`, `6000 EUR/month`. */
export const moneyPerYear: (options?: UnitOptions) => Unit = unitOf("money/year");
/** `6 months`, `3 years`. */
export const duration: (options?: UnitOptions) => Unit = unitOf("duration");
/** `5`, `5 accounts`. */
export const count: (options?: UnitOptions) => Unit = unitOf("count");
/** `1.5`, `1.5 ×`; below zero too, unless min says otherwise. */
export const plain: (options?: UnitOptions) => Unit = unitOf("number");

/** The smallest value allowed, in base units. */
export const smallest = (unit: Unit): number => unit.min ?? (unit.dimension === "number" ? -Infinity : 0);

/** The unit of one such number less another. */
export const differenceOf = (unit: Unit): Unit => ({ ...unit, isDifference: true });

/** What a unit asks for, in words: `a share per month`. */
export function describeUnit(unit: Unit): string {
  if (unit.dimension === "count") {
    return unit.label === undefined ? "a whole number" : `a whole number of ${pluralOf(singularOf(unit.label))}`;
  }
  return unit.label === undefined ? PHRASES[unit.dimension] : `${unit.label} (${PHRASES[unit.dimension]})`;
}

const PHRASES: Readonly<Record<Exclude<Dimension, "count">, string>> = {
  share: "a share",
  "share/month": "a share per month",
  "share/year": "a share per year",
  money: "an amount of money",
  "money/year": "money per year",
  duration: "a length of time",
  number: "a plain number",
};

const EXAMPLES: Readonly<Record<Dimension, number>> = {
  share: 0.2,
  "share/month": 0.1,
  "share/year": 0.07,
  money: 1500,
  "money/year": 72_000,
  duration: 6,
  count: 5,
  number: 1.5,
};

/** A value the unit accepts, as one writes it: `72 000 EUR/year`. */
export const exampleOf = (unit: Unit, currency: string): string =>
  formatQuantity(
    Math.min(Math.max(EXAMPLES[unit.dimension], smallest(unit)), unit.max ?? Infinity),
    unit,
    currency,
    unit.dimension === "share" && unit.of?.length === 1 ? unit.of[0] : undefined,
  );

/**
 * A finite value in base units, as a scenario file writes it; parseQuantity reads it back to 1e-12 relative. Nothing is
 * rounded. `of` writes a share of something: `20 % of base salary`.
 */
export function formatQuantity(value: number, unit: Unit, currency: string, of?: string): string {
  if (of !== undefined) return `${percent(value)}${period(unit.dimension, "share")} of ${of}`;
  switch (unit.dimension) {
    case "share":
    case "share/month":
    case "share/year":
      return percent(value) + period(unit.dimension, "share");
    case "money":
    case "money/year":
      return `${digits(value)} ${currency}${period(unit.dimension, "money")}`;
    case "duration":
      return value !== 0 && value % 12 === 0 ? withNoun(value / 12, "year") : withNoun(value, "month");
    case "count":
      return unit.label === undefined ? digits(value) : withNoun(value, singularOf(unit.label));
    case "number":
      return digits(value);
  }
}

const period = (dimension: Dimension, family: string): string =>
  dimension.startsWith(`${family}/`) ? dimension.slice(family.length) : "";

const withNoun = (value: number, one: string): string => `${digits(value)} ${value === 1 ? one : pluralOf(one)}`;

/** The shortest digits that give the number back, in groups from 10 000 up. */
const digits = (value: number): string => (Math.abs(value) < 10_000 ? String(value) : groupDigits(String(value), " "));

/** 0.07 is `7 %`: the point moves in the text, because 100 × 0.07 is not 7 in binary. */
function percent(value: number): string {
  const [mantissa, exponent = "0"] = String(value).split("e");
  const moved = `${mantissa}e${Number(exponent) + 2}`;
  return `${Number.isFinite(Number(moved)) ? digits(Number(moved)) : moved} %`;
}
