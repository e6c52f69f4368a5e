import { refuse } from "../text/problem.js";
import { currencies, powerOf, unitWord, withoutSigns } from "./unit-words.js";

/** A number as a person wrote it, taken apart but not yet understood. */
export interface WrittenNumber {
  readonly text: string;
  /** The digits as typed, grouping included: `72 000`. */
  readonly digits: string;
  /** A currency that stands before, or "". */
  readonly before: string;
  /** A word or letter that multiplies, or "": `k`, `million`. */
  readonly multiplier: string;
  /** The multiplier as a power of ten: `k` is 3, none is 0. */
  readonly power: number;
  /** Everything after: `EUR/year`. It is taken apart in what follows. */
  readonly rest: string;
  /** What follows (or, for a currency, stands before): `%`, `EUR`, `months`, or "". */
  readonly unit: string;
  /** After "of": `base salary`. */
  readonly of?: string;
  /** After "/", "per" or "a", in lower case: `year`. */
  readonly period?: string;
}

/** Characters. Longer text in place of a number is a mistake, not a number. */
const LONGEST = 200;

const LETTERS: Readonly<Record<string, number>> = { k: 3, K: 3, M: 6 };

/** 1: currency before, 2: digits, 3: multiplier, 4: the rest. Groups are of three, parted by a space or an underscore. */
const NUMBER =
  /^(?:([a-z]{3})\s?)?([+-]?\s?(?:(?:\d{1,3}(?:[ _]\d{3})+|\d+)(?:\.\d+)?|\.\d+)(?:e[+-]?\d+)?)(?:\s?(k|m|thousand|millions?|mio|mln|mn|billions?|bn|mrd|tsd)\.?(?![a-z]))?\s?(.*)$/i;

/** What people shorten and what it stands for; signs of currencies are written out before. */
const SHORT: readonly (readonly [pattern: RegExp, word: string])[] = [
  [/ ?(?:per ?cent|pct)\b/gi, " %"],
  [/(?<![a-z])yrs?\b/gi, "year"],
  [/(?<=\d) ?y$/i, " year"],
  [/(?<![a-z])(?:mths?|mos?)\b/gi, "month"],
  [/(?<![a-z])qtrs?\b/gi, "quarter"],
  [/ ?\bp\. ?a\.?$| \bpa$| ?\bper annum$/i, "/year"],
];

/**
 * Spaces of every kind become one plain space, typographic minus becomes "-", and what people shorten is written out: `£` is GBP, `yrs` is
 * year, `p.a.` is /year. Refuses over-long text.
 */
export function tidy(text: string): string {
  if (text.length > LONGEST) {
    refuse("", `got ${text.length} characters where a number belongs`, "write a number with its unit, as in 20 %");
  }
  const plain = withoutSigns(text).replace(/\s+/g, " ").replace(/−/g, "-").trim();
  return SHORT.reduce((now, [pattern, word]) => now.replace(pattern, word), plain);
}

/** For messages: the text in quotes, shortened. */
export const quote = (text: string): string => `"${text.length > 60 ? `${text.slice(0, 59)}…` : text}"`;

/** Takes tidy text apart; undefined when it holds no number or more than one. Refuses commas, which people read two ways. */
export function readWritten(text: string): WrittenNumber | undefined {
  refuseComma(text);
  const match = NUMBER.exec(text);
  if (match === null) return undefined;
  const [, before = "", digits = "", multiplier = "", rest = ""] = match;
  const { head, ...ending } = readEnding(rest);
  const isMoney = currencies.has((before || head).toUpperCase());
  const power = multiplier === "" ? 0 : powerOfMultiplier(multiplier, isMoney);
  // a digit in the rest means broken grouping: 72 00
  if (power === undefined || /^[\d._]/.test(rest)) return undefined;
  if (before !== "" && head !== "") return undefined;
  const joined = before === "" && multiplier === "" ? unitWord(head.toLowerCase()) : undefined;
  if (joined !== undefined)
    return { text, digits, before, multiplier, rest, unit: joined.currency, power: joined.power, ...ending };
  return { text, digits, before, multiplier, power, rest, unit: before === "" ? head : before, ...ending };
}

/** "m" alone could be a million, a month or a thousandth; beside a currency it is a million. */
function powerOfMultiplier(multiplier: string, isMoney: boolean): number | undefined {
  if (multiplier.length > 1) return powerOf(multiplier.toLowerCase());
  return multiplier === "m" && isMoney ? 6 : LETTERS[multiplier];
}

/** True when text is digits and at most a multiplier, so that the unit may stand elsewhere: `6` in `6 to 12 months`. */
export const isBareNumber = (written: WrittenNumber): boolean =>
  written.unit === "" && written.of === undefined && written.period === undefined;

/** The number with its multiplier, times 10^shift, correctly rounded; may be infinite. */
export function writtenValue(written: WrittenNumber, shift = 0): number {
  const [mantissa = "", exponent = "0"] = written.digits.replace(/[ _]/g, "").toLowerCase().split("e");
  return Number(`${mantissa}e${Number(exponent) + written.power + shift}`);
}

/** `% of base salary per year` → head `%`, of `base salary`, period `year`; period and of in either order. */
function readEnding(rest: string): { head: string; of?: string; period?: string } {
  const [, beforeOf = rest, afterOf] = /^(|.*? )of (?:the )?(.+)$/i.exec(rest) ?? [];
  const front = splitPeriod(beforeOf.trim());
  if (afterOf === undefined) return front;
  const back = splitPeriod(afterOf);
  const period = front.period ?? back.period;
  return { head: front.head, of: back.head, ...(period === undefined ? {} : { period }) };
}

function splitPeriod(text: string): { head: string; period?: string } {
  const match = /^(.*?)(?: ?\/ ?|(?:^| )(?:per|a|each) )([a-z][a-z -]*)$/i.exec(text);
  return match === null ? { head: text } : { head: match[1]!, period: match[2]!.toLowerCase() };
}

function refuseComma(text: string): void {
  const [, whole, decimals] = /(\d+),(\d+)/.exec(text) ?? [];
  if (whole === undefined || decimals === undefined) return;
  const remedy =
    decimals.length === 3
      ? `write ${whole} ${decimals} or ${whole}${decimals} if thousands are meant, ${whole}.${decimals} if not`
      : `write ${whole}.${decimals} if a decimal is meant`;
  refuse("", `the comma in ${quote(text)} is ambiguous`, remedy);
}
