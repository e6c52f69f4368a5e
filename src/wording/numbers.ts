import type { Estimate } from "../foundation/maths/summary.js";
import { formatNumber, shortened } from "../foundation/text/text.js";
import type { Unit } from "../foundation/values/quantity.js";

/** How the numbers of one column are written: multiplied, then named. */
export interface EdgeUnit {
  readonly factor: number;
  /** As a header names it: `thousand EUR`, `%`, `percentage points`, `EUR/year`; empty for plain numbers. */
  readonly label: string;
}

const thousandsFrom = 10_000;

/** The unit for numbers of this size: money in thousands from 10,000 on, shares in per cent, their differences in percentage points. */
export function edgeUnit(unit: Unit, currency: string, values: Iterable<number>): EdgeUnit {
  switch (unit.dimension) {
    case "share":
    case "share/month":
    case "share/year":
      return {
        factor: 100,
        label: `${unit.isDifference ? "percentage points" : "%"}${unit.dimension.slice("share".length)}`,
      };
    case "money":
    case "money/year": {
      const largest = Math.max(0, ...[...values].filter(Number.isFinite).map(Math.abs));
      const per = unit.dimension.slice("money".length);
      return largest >= thousandsFrom
        ? { factor: 1e-3, label: `thousand ${currency}${per}` }
        : { factor: 1, label: `${currency}${per}` };
    }
    case "duration":
      return { factor: 1, label: "months" };
    default:
      return { factor: 1, label: "" };
  }
}

/** `low, thousand EUR`, `low, points/year`: the head of a column, where there is no room for "percentage". */
export const headText = (title: string, { label }: EdgeUnit): string =>
  label === "" ? title : `${title}, ${label.replace("percentage ", "")}`;

/** `thousand EUR per KAM-year`, `% of closes`: a unit and what it is about, the year and the share named once. */
export const unitText = (label: string, per: string): string =>
  [/year/.test(per) ? label.replace("/year", "") : label, label === "" ? per : per.replace(/^share of /, "of ")]
    .filter((one) => one !== "")
    .join(" ");

/** Half the width of an estimate's interval; infinite when one value says nothing about its error. */
export const halfWidth = ({ low, high }: Estimate): number => (high - low) / 2;

/**
 * Display units; relative to the numbers beside it. What is no larger is what adding up in binary leaves, not a number: differences of
 * millions of EUR are good to about 1e-8.
 */
const dust = { absolute: 1e-7, relative: 1e-12 } as const;

/**
 * Decimals (below zero: tens, hundreds) that show two significant digits of the middle one of these half widths; where all are rounding dust,
 * three digits of the largest value.
 */
export function placesFor(reaches: readonly number[], values: readonly number[] = []): number {
  const largest = Math.max(0, ...values.filter(Number.isFinite).map(Math.abs));
  const least = Math.max(dust.absolute, dust.relative * largest);
  const wide = reaches.filter((one) => Number.isFinite(one) && one > least).sort((a, b) => a - b);
  if (wide.length > 0) return clamp(1 - exponentOf(wide[wide.length >> 1]));
  return largest > dust.absolute ? Math.max(0, clamp(2 - exponentOf(largest))) : 0;
}

/** Decimal exponent after rounding to two digits: 9.96 is 10 then. */
const exponentOf = (value: number): number => Number(value.toExponential(1).split("e")[1]);

const clamp = (places: number): number => Math.max(-12, Math.min(12, places));

/** A number with so many decimals; with places below zero it is rounded to tens, hundreds and so on. */
export function rounded(value: number, places: number, sign = false): string {
  const step = 10 ** -places;
  const number = places < 0 && Number.isFinite(value) ? Math.round(value / step) * step : value;
  return formatNumber(number, { digits: Math.max(0, places), sign });
}

/**
 * `+461 ± 74`; `±` stands alone with a question mark where there is one value only. An error that so many decimals would show as 0 and that is
 * not has as many as show a digit of it: nothing uncertain is printed as certain.
 */
export function plusMinus(estimate: Estimate, factor: number, places: number, sign = false): string {
  const reach = halfWidth(estimate) * factor;
  const shown = isLost(reach, estimate.mean * factor, places) ? clamp(-exponentOf(reach)) : places;
  const error = Number.isFinite(reach) ? rounded(reach, shown) : "?";
  return `${rounded(estimate.mean * factor, shown, sign)} ± ${error}`;
}

/** Whether so many decimals leave nothing of an error that is more than what adding up in binary leaves. */
const isLost = (reach: number, mean: number, places: number): boolean =>
  Number.isFinite(reach) &&
  reach > Math.max(dust.absolute, dust.relative * Math.abs(mean)) &&
  reach < 0.5 * 10 ** -places;

/**
 * A column of estimates with one number of decimals, which their intervals decide; undefined ones stay empty and zeros with no spread,
 * exact or but for rounding, are written "0". Without errors at most four significant digits are shown.
 */
export function estimateColumn(
  estimates: readonly (Estimate | undefined)[],
  factor: number,
  options: { readonly sign?: boolean; readonly error?: boolean } = {},
): string[] {
  const known = estimates.filter((one) => one !== undefined);
  const places = placesFor(
    known.map((one) => halfWidth(one) * factor),
    known.map(({ mean }) => mean * factor),
  );
  const most = Math.max(
    0,
    placesFor(
      [],
      known.map(({ mean }) => mean * factor),
    ) + 1,
  );
  return estimates.map((one) => {
    if (one === undefined) return "";
    if (options.error === false) return rounded(one.mean * factor, Math.min(places, most), options.sign);
    const isZero = Math.max(Math.abs(one.low), Math.abs(one.high)) * factor <= dust.absolute;
    return isZero ? "0" : plusMinus(one, factor, places, options.sign);
  });
}

/** One estimate on its own, rounded by its interval, with its unit: `+461 ± 74 thousand EUR`. */
export function estimateText(estimate: Estimate, unit: Unit, currency: string, sign = true): string {
  const { factor, label } = edgeUnit(unit, currency, [estimate.mean]);
  return `${estimateColumn([estimate], factor, { sign })[0]} ${label}`.trimEnd();
}

/** A share as whole per cent: `84 %`; never 0 % or 100 % of something that happens, or does not, now and then. */
export function percent(share: number): string {
  if (share > 0 && share < 0.01) return "< 1 %";
  return share < 1 && share > 0.99 ? "> 99 %" : `${rounded(share * 100, 0)} %`;
}

/** A number in base units with its unit, rounded to so many significant digits: `14 %/month`, `9.2 months`. */
export function valueText(value: number, unit: Unit, currency: string, digits = 2): string {
  const { factor, label } = edgeUnit(unit, currency, [value]);
  const written = formatNumber(Number((value * factor).toPrecision(digits)));
  return `${written} ${label}`.trimEnd();
}

/** A name or title as a terminal may show it: control and formatting characters become spaces. */
export const oneLine = (text: string): string => text.replace(/[\p{Cc}\p{Cf}\s]+/gu, " ").trim();

/** The name of a design or file within a sentence or table: one line, at most so many characters. */
export const nameText = (name: string, most = 40): string => shortened(oneLine(name), most);

/** `6 years`, `18 months`. */
export function horizonText(months: number): string {
  const [size, noun] = months % 12 === 0 ? [months / 12, "year"] : [months, "month"];
  return `${formatNumber(size)} ${noun}${size === 1 ? "" : "s"}`;
}
