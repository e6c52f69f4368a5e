import { aroundNumber } from "../../values/unit-words.js";

/** A number as a table shows it, taken apart; its separators are not yet understood. */
export interface NumberText {
  /** Digits and separators; spaces and apostrophes between digits are "'". */
  readonly body: string;
  readonly isNegative: boolean;
  /** ISO code. */
  readonly currency: string | undefined;
  readonly isPercent: boolean;
  /** Exponent of ten: written `E+05`, or 3 for `58k`; 0 where none is. */
  readonly exponent: number;
  /** Whether thousands, millions or the like are written beside it. */
  readonly isScaled: boolean;
}

export type DecimalMark = "." | ",";

/** What separators say: none there; certainly this decimal mark; one mark before three digits, which may be either. */
export type Separators = "none" | "bad" | DecimalMark | "either . or grouping" | "either , or grouping";

/** characters. Nothing longer is a number. */
const longest = 60;

/** 1: before, 2: digits, 3: exponent, 4: after. */
const pattern =
  /^((?:[^\d.,]|(?<=\p{L})\.)*?)([\d.,](?:[\d.,']*\d)?)(?:e([+-]?\d{1,3}))?((?:[^\d.,]|(?<=\p{L})\.)*)$/iu;

/** Takes text apart: sign or parentheses or a minus behind, currency, per cent. Undefined where it is no single number. */
export function numberText(text: string): NumberText | undefined {
  if (text.length > longest) return undefined;
  const plain = text
    .replace(/[\s\u200b\u2060\ufeff]+/g, " ")
    .replace(/[\u2212\u2012\u2013\ufe63\uff0d]/g, "-")
    .replace(/(?<=\d)[ '’](?=\d)/g, "'")
    .trim();
  const [, inside] = /^\((.*)\)$/.exec(plain) ?? /^([^()]*)$/.exec(plain) ?? [];
  const parts = inside === undefined ? null : pattern.exec(inside.trim());
  if (parts === null) return undefined;
  const [, before = "", body = "", exponent = "0", after = ""] = parts;
  const around = `${before} ${after}`;
  const minuses = around.split("-").length - 1 + (plain.startsWith("(") ? 1 : 0);
  const isPercent = percent.test(after);
  const isOdd = minuses > 1 || (around.match(/[+]/g) ?? []).length > (minuses > 0 ? 0 : 1);
  const words = isOdd ? undefined : aroundNumber(wordsOnly(before), wordsOnly(after));
  if (words === undefined || (isPercent && (words.currency !== undefined || words.power !== 0))) return undefined;
  const { currency, power } = words;
  const isNegative = minuses === 1;
  return { body, isNegative, currency, isPercent, exponent: Number(exponent) + power, isScaled: power !== 0 };
}

const percent = /%|\b(?:percent|per cent|prozent|pct)\b/i;
const wordsOnly = (text: string): string => text.replace(/[-+]/g, " ").replace(new RegExp(percent, "gi"), " ");

/** Reads the separators of a body. */
export function separatorsOf(body: string): Separators {
  if (/^\d+$/.test(body)) return "none";
  if (/^\d{1,3}('\d{3})+$/.test(body)) return "none";
  const [, mark] = /^\d{1,3}(?:'\d{3})+([.,])\d+$/.exec(body) ?? [];
  if (mark !== undefined) return mark as DecimalMark;
  if (/^\d{1,3}(\.\d{3})+,\d+$/.test(body) || /^\d{1,3}(\.\d{3}){2,}$/.test(body)) return ",";
  if (/^\d{1,3}(,\d{3})+\.\d+$/.test(body) || /^\d{1,3}(,\d{3}){2,}$/.test(body)) return ".";
  const single = /^(\d*)([.,])(\d+)$/.exec(body);
  if (single === null) return "bad";
  const [, whole = "", only = ".", decimals = ""] = single;
  const mayGroup = decimals.length === 3 && /^[1-9]\d{0,2}$/.test(whole);
  return mayGroup ? (only === "." ? "either . or grouping" : "either , or grouping") : (only as DecimalMark);
}

/** The number with this decimal mark; its separators must allow it. May be infinite. */
export function parsedNumber({ body, isNegative, exponent }: NumberText, mark: DecimalMark): number {
  const digits = body.replace(mark === "." ? /[,']/g : /[.']/g, "").replace(",", ".");
  const size = Number(exponent === 0 ? digits : `${digits}e${exponent}`);
  return isNegative && size !== 0 ? -size : size;
}
