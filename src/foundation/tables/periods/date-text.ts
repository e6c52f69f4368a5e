import { isoDate } from "../../values/day-numbers.js";
import { headerWords } from "../header.js";
import { monthNamed } from "./month-names.js";
import { fullYear } from "./period-words.js";

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
  const dayFirst = /^(\d{1,2})(?:\.|er)?[ -](?:de )?(\p{L}{3,10})\.?[ -](?:de )?(\d{4}|\d{2})$/iu.exec(text);
  if (dayFirst !== null) return named(dayFirst[3]!, dayFirst[2]!, dayFirst[1]!);
  const monthFirst = /^(\p{L}{3,10})\.? (\d{1,2}),? (\d{4})$/iu.exec(text);
  return monthFirst === null ? undefined : named(monthFirst[3]!, monthFirst[1]!, monthFirst[2]!);
}

function named(year: string, name: string, day: string): string | undefined {
  const month = monthNamed(headerWords(name).join(""));
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
