import { type Distribution, fixed, fromInterval90, triangular, uniform } from "../maths/distribution.js";
import { refuse } from "../text/problem.js";
import { type Context, mismatch, type NumberContext, type Quantity, toBaseUnits } from "./reading.js";
import { formatQuantity, smallest, type Unit } from "./unit.js";
import { isBareNumber, quote, readWritten, tidy } from "./written-number.js";

export type { NumberContext, Quantity } from "./reading.js";
export * from "./unit.js";

/**
 * Reads one number with its unit: `20 % of base salary`, `72 000 EUR/year`, `6 months`. Throws a Problem with place "", also
 * for lists, true/false and whatever else a file may hold in its place.
 */
export function parseQuantity(text: string | number, unit: Unit, reading: NumberContext): Quantity {
  const context: Context = { unit, reading, got: describeGot(text) };
  if (typeof text !== "string" && typeof text !== "number") return mismatch(context);
  const written = readWritten(tidy(String(text)));
  return written === undefined ? mismatch(context) : checkBounds(toBaseUnits(written, context), context);
}

/**
 * Reads an uncertain number: `5 % to 18 %` is a 90 % range, `…, most likely 10 %` triangular and `…, evenly` uniform, both
 * with hard ends; one number is fixed. The unit may stand once, at the upper end. Throws a Problem with place "". A share of
 * something is read only where the unit leaves no choice of what, since a distribution does not carry it.
 */
export function parseRange(text: string | number, unit: Unit, reading: NumberContext): Distribution {
  const hasOneOf = unit.dimension !== "money/year" && unit.of?.length === 1;
  const single: Unit = hasOneOf ? unit : { ...unit, of: undefined };
  const parts = typeof text === "string" ? RANGE.exec(tidy(text)) : null;
  if (parts === null) return fixed(parseQuantity(text, single, reading).value);
  const [, lowText = "", highText = "", modeText, evenly] = parts;
  const read = (part: string): number => parseQuantity(withUnitOf(highText, part), single, reading).value;
  const high = read(highText);
  const low = read(lowText);
  checkEnds(low, high, `${lowText} to ${highText}`, (end) => formatQuantity(end, single, reading.currency));
  if (evenly !== undefined) return uniform(low, high);
  if (modeText === undefined) return fromInterval90(low, high, limitsOf(unit, low), unit.dimension.startsWith("money"));
  const mode = read(modeText);
  if (mode >= low && mode <= high) return triangular(low, mode, high);
  return refuse("", `most likely ${modeText} lies outside ${lowText} to ${highText}`, "write a value between the ends");
}

/** 1: low, 2: high, 3: most likely, 4: "evenly". */
const RANGE = /^(.+?) to (.+?)(?: ?, ?(?:most likely (.+)|(evenly)))?$/i;

function checkEnds(low: number, high: number, written: string, format: (end: number) => string): void {
  if (low === high) refuse("", `the range ${quote(written)} is empty`, `write ${format(high)} alone`);
  if (low < high) return;
  refuse("", `the range ${quote(written)} is reversed`, `put the lower end first: ${format(high)} to ${format(low)}`);
}

/** Only limits that can bind: a lognormal needs none at zero. */
function limitsOf(unit: Unit, low: number): { min?: number; max?: number } {
  const min = smallest(unit);
  const canBind = Number.isFinite(min) && (low <= 0 || min > 0);
  return { ...(canBind ? { min } : {}), ...(unit.max === undefined ? {} : { max: unit.max }) };
}

/** Gives a bare number the unit, and when it has none the multiplier, of the other end: `350` in `350 to 500k EUR`. */
function withUnitOf(other: string, part: string): string {
  const mine = readWritten(part);
  const theirs = readWritten(other);
  if (mine === undefined || theirs === undefined || !isBareNumber(mine)) return part;
  return tidy(`${theirs.before} ${mine.digits} ${mine.multiplier || theirs.multiplier} ${theirs.rest}`);
}

function describeGot(text: unknown): string {
  if (typeof text === "string") return text.trim() === "" ? "nothing" : quote(text.replace(/\s+/g, " ").trim());
  if (text === null || text === undefined) return "nothing";
  if (Array.isArray(text)) return "a list";
  return typeof text === "object" || typeof text === "function" ? "a group of settings" : String(text);
}

function checkBounds(quantity: Quantity, context: Context): Quantity {
  const { reading, got } = context;
  const { value } = quantity;
  if (!Number.isFinite(value)) mismatch(context);
  // bounds of money say nothing about a share of it, except whether it may fall below zero
  const isShareOfMoney = context.unit.dimension === "money/year" && quantity.of !== undefined;
  const unit: Unit = isShareOfMoney ? { dimension: "share", min: Math.min(smallest(context.unit), 0) } : context.unit;
  const max = unit.max ?? Infinity;
  const show = (bound: number): string => formatQuantity(bound, unit, reading.currency, quantity.of);
  if (value < smallest(unit))
    refuse("", `${got} is below the smallest allowed`, `write ${show(smallest(unit))} or more`);
  if (value > max) refuse("", `${got} is above the largest allowed`, `write ${show(max)} or less`);
  return quantity;
}
