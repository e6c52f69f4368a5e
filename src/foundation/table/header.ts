import { currencyOf } from "./number-text.js";

/** A header taken apart. */
export interface Header {
  /** As it stands in the file, on one line. */
  readonly text: string;
  /** All its words, lower case, without accents. */
  readonly words: readonly string[];
  /** Without year, currency, scale and unit, unless nothing else is left. */
  readonly core: readonly string[];
  /** ISO code of a currency it names. */
  readonly currency: string | undefined;
  /** What its numbers are multiplied by: 1000 for `TEUR`. */
  readonly scale: number;
  readonly isPercent: boolean;
  /** Whether it speaks of amounts a month. */
  readonly isMonthly: boolean;
  /** A year it names, as in `revenue 2024`. */
  readonly year: number | undefined;
}

const scales: Readonly<Record<string, number>> = {
  ...{ teur: 1e3, keur: 1e3, tusd: 1e3, kusd: 1e3, tchf: 1e3, kchf: 1e3, kgbp: 1e3, tsd: 1e3, tausend: 1e3 },
  ...{ thousand: 1e3, thousands: 1e3, meur: 1e6, musd: 1e6, mio: 1e6, million: 1e6, millions: 1e6, millionen: 1e6 },
};

const percents = new Set(["percent", "prozent", "pct", "percentage"]);
const monthly = new Set(["month", "monthly", "monat", "monatlich", "mtl", "pm"]);
/** Words of unit and grammar that do not say what a column holds. */
const units = new Set(
  "in per year years yearly annual pa p a jahr jaehrlich jaehrliche pro share index of the der des im".split(" "),
);

const folded: Readonly<Record<string, string>> = { ä: "ae", ö: "oe", ü: "ue", ß: "ss", "%": " percent ", "€": " eur " };

/** Words of a name: lower case, umlauts and accents spelt out, parted at anything but letters and digits and at inner capitals. */
export const wordsOf = (text: string): string[] =>
  text
    .normalize("NFC")
    .replace(/([a-zäöü0-9])([A-ZÄÖÜ])/g, "$1 $2")
    .toLowerCase()
    .replace(/[äöüß%€]/g, (letter) => folded[letter]!)
    .replace(/\$/g, " usd ")
    .replace(/£/g, " gbp ")
    .replace(/\bk(?= *(eur|usd|gbp|chf)\b)/g, "thousand ")
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "");

/** Takes a header apart. */
export function readHeader(text: string): Header {
  const words = wordsOf(text);
  const isYear = (word: string): boolean => /^(19|20)\d\d$/.test(word);
  const isUnit = (word: string): boolean =>
    Object.hasOwn(scales, word) || percents.has(word) || isYear(word) || currencyOf(word) !== undefined;
  const meant = words.filter((word) => !isUnit(word));
  const core = meant.filter((word) => !units.has(word) && !monthly.has(word));
  const coded = words
    .map((word) => currencyOf(Object.hasOwn(scales, word) ? word.slice(1) : word))
    .find((code) => code !== undefined);
  const years = words.filter(isYear);
  return {
    text: text.replace(/[\p{Cc}\p{Cf}\s]+/gu, " ").trim(),
    words,
    core: core.length > 0 ? core : meant,
    currency: coded,
    scale: words.reduce((scale, word) => scale * (Object.hasOwn(scales, word) ? scales[word]! : 1), 1),
    isPercent: words.some((word) => percents.has(word)),
    isMonthly: words.some((word) => monthly.has(word)),
    year: years.length === 1 ? Number(years[0]) : undefined,
  };
}
