import { didYouMean, refuse } from "../text/problem.js";
import { pluralOf, singularOf } from "../text/text.js";
import { lengthOfTime } from "../text/trade-words.js";
import { describeUnit, exampleOf, formatQuantity, type Unit } from "./unit.js";
import { type WrittenNumber, writtenValue } from "./written-number.js";

/** A number in base units: shares 0–1, money in currency (per year), durations in months. */
export interface Quantity {
  readonly value: number;
  /** What a share is of, spelt as the unit spells it: `base salary`. */
  readonly of?: string;
}

/** What the rest of the file says about how numbers in it are read. */
export interface NumberContext {
  /** ISO 4217 code of the scenario's currency, for example EUR. */
  readonly currency: string;
}

/** What a message about one number needs. */
export interface Context {
  readonly unit: Unit;
  readonly reading: NumberContext;
  /** The number as it stood in the file, quoted. */
  readonly got: string;
}

/** Refuses with what was expected, what was got and an example. */
export const mismatch = ({ unit, reading, got }: Context): never =>
  refuse(
    "",
    `expected ${describeUnit(unit)}, got ${got}`,
    (unit.dimension === "duration" ? lengthOfTime(got) : undefined) ??
      `write it like ${exampleOf(unit, reading.currency)}`,
  );

/** The written number in base units, its unit checked; not yet its size. Throws a Problem with place "". */
export function toBaseUnits(written: WrittenNumber, context: Context): Quantity {
  switch (context.unit.dimension) {
    case "share":
    case "share/month":
    case "share/year":
      return readShare(written, context);
    case "money":
      return { value: readMoney(written, context) };
    case "money/year":
      return written.unit === "%" && context.unit.of !== undefined
        ? readShare(written, context)
        : { value: readMoney(written, context) };
    case "duration":
      return { value: readDuration(written, context) };
    case "count":
    case "number":
      return { value: readNumber(written, context) };
  }
}

function readShare(written: WrittenNumber, context: Context): Quantity {
  const { dimension, of: permitted = [] } = context.unit;
  const isOfMoney = dimension === "money/year";
  const [, wanted] = dimension.split("/");
  if (written.unit === "" && written.power === 0) refuseBare(written, context);
  const isPeriodRight = written.period === wanted || (isOfMoney && written.period === undefined);
  if (written.unit !== "%" || written.power !== 0 || !isPeriodRight) mismatch(context);
  const value = writtenValue(written, -2);
  if (written.of === undefined) {
    if (isOfMoney) refuse("", `${context.got}: a share of what?`, `write ${written.text} of ${permitted[0]}`);
    return { value };
  }
  const given = written.of.toLowerCase();
  const of = permitted.find((name) => name.toLowerCase() === given);
  if (of !== undefined) return { value, of };
  const remedy = permitted.length === 0 ? `leave it out: ${written.digits} %` : didYouMean(given, permitted);
  return refuse("", `"of ${written.of}" does not belong here`, remedy);
}

/** How many a year. */
const PERIODS: ReadonlyMap<string, number> = new Map(Object.entries({ year: 1, quarter: 4, month: 12 }));

function readMoney(written: WrittenNumber, context: Context): number {
  const { unit, reading } = context;
  const code = written.unit.toUpperCase();
  if (written.unit === "") refuseBare(written, context);
  if (/^[A-Z]{3}$/.test(written.unit) && code !== reading.currency) {
    const remedy = `convert it to ${reading.currency}, as in ${exampleOf(unit, reading.currency)}`;
    refuse("", `${code} in a scenario whose currency is ${reading.currency}`, remedy);
  }
  if (code !== reading.currency || written.of !== undefined) mismatch(context);
  refusePoint(written, context);
  if (unit.dimension === "money") return written.period === undefined ? writtenValue(written) : mismatch(context);
  if (written.period === undefined)
    refuse(
      "",
      `expected ${describeUnit(unit)}, got ${context.got}, which does not say for how long`,
      `write ${written.text}/year or ${written.text}/month, whichever is meant`,
    );
  const times = PERIODS.get(written.period.replace(/^kam(?:-| per | )/, ""));
  return times === undefined ? mismatch(context) : writtenValue(written) * times;
}

/** 72.500 is 72 500 to half of Europe, and nobody writes tenths of a cent with a closing zero. */
function refusePoint(written: WrittenNumber, { got }: Context): void {
  const [, whole, decimals] = /^([1-9]\d{0,2})\.(\d\d0)$/.exec(written.digits) ?? [];
  if (whole === undefined || written.power !== 0) return;
  const remedy = `write ${whole} ${decimals} if thousands are meant, ${Number(written.digits)} if not`;
  refuse("", `the point in ${got} is ambiguous`, remedy);
}

const MONTHS: ReadonlyMap<string, number> = new Map(Object.entries({ month: 1, quarter: 3, year: 12 }));

function readDuration(written: WrittenNumber, context: Context): number {
  if (written.unit === "") refuseBare(written, context);
  const months = MONTHS.get(singularOf(written.unit.toLowerCase()));
  const isPlain = written.power === 0 && written.of === undefined && written.period === undefined;
  return months === undefined || !isPlain ? mismatch(context) : writtenValue(written) * months;
}

/** What may follow a count that does not say what it counts. */
const THINGS = ["account", "customer", "kam", "manager", "member", "person", "team", "world"];

function readNumber(written: WrittenNumber, context: Context): number {
  const { dimension, label } = context.unit;
  const isCount = dimension === "count";
  const things = label === undefined ? (isCount ? THINGS : []) : [singularOf(label.toLowerCase())];
  const nouns = [...things, ...things.map(pluralOf), ...(isCount ? [] : ["×", "x"]), ""];
  const isPlain = written.power === 0 && written.of === undefined && written.period === undefined;
  const value = writtenValue(written);
  const isWhole = Number.isInteger(value) || !isCount;
  return isPlain && isWhole && nouns.includes(written.unit.toLowerCase()) ? value : mismatch(context);
}

/** Refuses a number without a unit, naming the readings it could have. */
function refuseBare(written: WrittenNumber, context: Context): never {
  const { unit, reading, got } = context;
  const number = `${written.digits}${written.multiplier}`;
  const value = writtenValue(written);
  if (!Number.isFinite(value)) mismatch(context);
  const readings: Partial<Record<Unit["dimension"], readonly string[]>> = {
    share: [`${number} %`, formatQuantity(value, { dimension: "share" }, "")],
    "share/month": [`${number} %/month`],
    "share/year": [`${number} %/year`],
    money: [`${number} ${reading.currency}`],
    "money/year": [`${number} ${reading.currency}/year`, `${number} ${reading.currency}/month`],
    duration: [`${number} months`, `${number} years`],
  };
  const choice = readings[unit.dimension] ?? [exampleOf(unit, reading.currency)];
  const ending = choice.length > 1 ? ", whichever is meant" : "";
  refuse("", `expected ${describeUnit(unit)}, got ${got}, which has no unit`, `write ${choice.join(" or ")}${ending}`);
}
