import { daysIn, firstYear, isoDate, lastYear } from "./calendar.js";

/** Which of two numbers before a year is the day. */
export type DateOrder = "day first" | "month first";

/** What a text says about the order: nothing, one of them for certain, or that it may be either. */
export type OrderEvidence = DateOrder | "either" | undefined;

const slashed = /^(\d{1,2})([/-])(\d{1,2})\2(\d{4}|\d{2})(?:[ T].*)?$/;

/** The evidence one text gives. */
export function orderEvidence(text: string): OrderEvidence {
  const parts = slashed.exec(text);
  if (parts === null) return undefined;
  const first = Number(parts[1]);
  const second = Number(parts[3]);
  if (first === second) return undefined;
  if (first > 12) return "day first";
  return second > 12 ? "month first" : "either";
}

/** Months by the first letters of their names in English and German. */
const monthNames: readonly RegExp[] = [
  ...[/^(jan|jän|jaen)/, /^feb/, /^(mar|mär|mae|mrz)/, /^apr/, /^(may|mai)/, /^jun/],
  ...[/^jul/, /^aug/, /^sep/, /^(oct|okt)/, /^nov/, /^(dec|dez)/],
];

/** 1–12 for a name or number of a month, or undefined. */
export function monthOf(text: string): number | undefined {
  if (/^\d{1,2}$/.test(text)) return Number(text) >= 1 && Number(text) <= 12 ? Number(text) : undefined;
  if (!/^[a-zä]{3,9}\.?$/i.test(text)) return undefined;
  const found = monthNames.findIndex((name) => name.test(text.toLowerCase()));
  return found < 0 ? undefined : found + 1;
}

/** Two digits: 00–69 are 20xx, 70–99 are 19xx, as spreadsheets take them. */
const fullYear = (written: string): number =>
  written.length === 4 ? Number(written) : Number(written) + (Number(written) < 70 ? 2000 : 1900);

/**
 * Reads one date to `YYYY-MM-DD`; hours are left out. `ambiguous` where day and month may be swapped and no order is known; undefined for
 * anything else, days that no calendar has included.
 */
export function readDate(text: string, order: DateOrder | undefined): string | "ambiguous" | undefined {
  const iso = /^(\d{4})([-/.]?)(\d{2})\2(\d{2})(?:[ T]\d{1,2}:\d{2}.*)?$/.exec(text);
  if (iso !== null) return isoDate(Number(iso[1]), Number(iso[3]), Number(iso[4]));
  const dotted = /^(\d{1,2})\. ?(\d{1,2})\. ?(\d{4}|\d{2})(?: .*)?$/.exec(text);
  if (dotted !== null) return isoDate(fullYear(dotted[3]!), Number(dotted[2]), Number(dotted[1]));
  if (slashed.test(text)) return readSlashed(text, order);
  const dayFirst = /^(\d{1,2})\.?[ -]([a-zä]{3,9})\.?[ -](\d{4}|\d{2})$/i.exec(text);
  if (dayFirst !== null) return named(dayFirst[3]!, dayFirst[2]!, dayFirst[1]!);
  const monthFirst = /^([a-zä]{3,9})\.? (\d{1,2}),? (\d{4})$/i.exec(text);
  return monthFirst === null ? undefined : named(monthFirst[3]!, monthFirst[1]!, monthFirst[2]!);
}

function named(year: string, name: string, day: string): string | undefined {
  const month = monthOf(name);
  return month === undefined ? undefined : isoDate(fullYear(year), month, Number(day));
}

function readSlashed(text: string, order: DateOrder | undefined): string | "ambiguous" | undefined {
  const [, first = "", , second = "", year = ""] = slashed.exec(text) ?? [];
  const evidence = orderEvidence(text);
  if (evidence === "either" && order === undefined) return "ambiguous";
  const isMonthFirst = (evidence === "either" ? order : (evidence ?? order)) === "month first";
  return isMonthFirst
    ? isoDate(fullYear(year), Number(first), Number(second))
    : isoDate(fullYear(year), Number(second), Number(first));
}

const between = (from: string | undefined, to: string | undefined): string | undefined =>
  from === undefined || to === undefined ? undefined : `${from}/${to}`;

/** First and last day of whole months. */
const months = (year: number, first: number, last: number): string | undefined =>
  last < 1 || last > 12 || year < firstYear || year > lastYear
    ? undefined
    : between(isoDate(year, first, 1), isoDate(year, last, daysIn(year, last)));

/** Reads a period to `from/to`: 2024, 2024-Q1, Q1/2024, 2024-H2, 2024-03, 03/2024, Mar 2024. Undefined for anything else. */
export function readPeriod(text: string): string | undefined {
  const plain = text.replace(/^(FY|GJ) ?/i, "");
  if (/^\d{4}$/.test(plain)) return months(Number(plain), 1, 12);
  const [, yearFirst, partLast] = /^(\d{4})[ /.-]{0,3}(.+)$/.exec(plain) ?? [];
  const [, partFirst, yearLast] = /^(.+?)[ /.-]{1,3}(\d{4})$/.exec(plain) ?? [];
  const year = Number(yearFirst ?? yearLast);
  const part = partLast ?? partFirst;
  if (part === undefined) return undefined;
  const [, letter, number] = /^([QH])([1-4])$/i.exec(part) ?? [];
  if (letter?.toUpperCase() === "Q") return months(year, Number(number) * 3 - 2, Number(number) * 3);
  if (letter !== undefined) return months(year, Number(number) * 6 - 5, Number(number) * 6);
  const month = monthOf(part);
  return month === undefined ? undefined : months(year, month, month);
}
