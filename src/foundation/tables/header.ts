import { currencyOf, powerBeside, powerOf, unitWord, withoutSigns } from "../values/unit-words.js";
import { findPeriod, type SaidPeriod } from "./periods/period-words.js";

/** A header taken apart. */
export interface Header {
  /** As it stands in the file, on one line. */
  readonly text: string;
  /** All its words, lower case, without accents. */
  readonly words: readonly string[];
  /** Without year, currency, scale and per cent. */
  readonly plain: readonly string[];
  /** Without words of grammar and parts of time as well, unless nothing else is left. */
  readonly core: readonly string[];
  /** ISO code of a currency it names. */
  readonly currency: string | undefined;
  /** What its numbers are multiplied by: 1000 for `TEUR`. */
  readonly scale: number;
  /** Why the scale is not certain: two of them, or a letter that may be one. */
  readonly doubt: string | undefined;
  readonly isPercent: boolean;
  /** Whether it speaks of amounts a month. */
  readonly isMonthly: boolean;
  /** The part of a year it speaks of, where that is no month: `week`. */
  readonly every: string | undefined;
  /** The period it names: that of `revenue Q1 2024`. */
  readonly period: SaidPeriod | undefined;
  /** What it holds in that period: its core without the words of the period, which may leave nothing. */
  readonly topic: readonly string[];
}

const percents = new Set(["percent", "prozent", "pct", "percentage", "pourcent", "pourcentage", "porcentaje"]);
const monthly = new Set(["month", "monthly", "monat", "monatlich", "mtl", "pm", "mensuel", "mensuelle", "mensual"]);
/** Parts of a year that amounts may be for, by the words for them. */
const everyWords: Readonly<Record<string, string>> = {
  ...{ hour: "hour", hourly: "hour", stunde: "hour", horaire: "hour", day: "day", daily: "day", week: "week" },
  ...{ weekly: "week", biweekly: "two weeks", fortnight: "two weeks", fortnightly: "two weeks" },
  ...{ quarterly: "quarter", trimestriel: "quarter", trimestral: "quarter" },
};
/** Words of unit and grammar that do not say what a column holds. */
const units = new Set(
  "in per year years yearly annual pa p a jahr jaehrlich jaehrliche pro share index of the der des im annuel annuelle anual".split(
    " ",
  ),
);

const folded: Readonly<Record<string, string>> = { ä: "ae", ö: "oe", ü: "ue", ß: "ss", "%": " percent " };

/** Words of a name: lower case, umlauts and accents spelt out, parted at anything but letters and digits and at inner capitals. */
export const headerWords = (text: string): string[] =>
  withoutSigns(text.normalize("NFC"))
    .replace(/\b(per|pro|pour|por) ?(cent|ciento)\b/gi, " percent ")
    .replace(/([a-zäöü0-9])([A-ZÄÖÜ])/g, "$1 $2")
    .toLowerCase()
    .replace(/[äöüß%]/g, (letter) => folded[letter]!)
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "");

const isYear = (word: string): boolean => /^(19|20)\d\d$/.test(word);

/** What each word says of the unit. */
interface Unit {
  readonly currency: string | undefined;
  /** Of ten. */
  readonly power: number | undefined;
}

/** Currency and scale in each word, undefined for words that are neither. */
function unitsOf(words: readonly string[], text: string): (Unit | undefined)[] {
  const codes = words.map((word) => currencyOf(word));
  const isApart = (power: number): boolean =>
    power === 3 && /(^|[\s([,])('0{3}s?|0{3}s?|in 1[.,]?000)(?=$|[\s)\],])/i.test(text);
  return words.map((word, k) => {
    const currency = codes[k];
    if (currency !== undefined) return { currency, power: undefined };
    const joint = unitWord(word);
    if (joint !== undefined) return joint;
    const alone = powerOf(word);
    if (alone !== undefined) return { currency, power: alone };
    if (word === "miles" && words[k + 1] === "de") return { currency, power: 3 };
    if (word === "k" && k > 0) return { currency, power: 3 };
    const isBeside = codes[k - 1] !== undefined || codes[k + 1] !== undefined;
    const power = powerBeside(word);
    if (power !== undefined && (isBeside || (/^1?000s?$/.test(word) && isApart(power)))) return { currency, power };
    return undefined;
  });
}

/** Why a scale is not certain. */
function doubtOf(words: readonly string[], found: readonly (Unit | undefined)[], text: string): string | undefined {
  const powers = new Set(found.flatMap((one) => one?.power ?? []));
  if (powers.size > 1) return "it names two scales";
  const isLone = /[([]\s*(in\s+)?(m|t|mm)\s*[)\]]|\bin (m|t|mm)$/i.exec(text)?.[0];
  if (isLone !== undefined && powers.size === 0)
    return `"${isLone.replace(/[^a-z ]/gi, "").trim()}" may be a scale or another unit`;
  const hasCurrency = found.some((one) => one?.currency !== undefined);
  return hasCurrency && words.includes("mil") ? '"mil" may be thousands or millions' : undefined;
}

/** Takes a header apart. `isLoose`: months that are words too, and numbered ones such as P1, are taken for months. */
export function readHeader(text: string, isLoose = false): Header {
  const written = text.replace(/[\p{Cc}\p{Cf}\s]+/gu, " ").trim();
  const words = headerWords(written);
  const found = unitsOf(words, written);
  const plain = words.filter((word, k) => found[k] === undefined && !percents.has(word));
  const dated = findPeriod(plain, isLoose);
  const meantOf = (all: readonly string[]) =>
    all.filter((word) => !isYear(word) && !(word === "1" && /\b1[.,]000\b/.test(written)));
  const coreOf = (all: readonly string[]) => all.filter((word) => !units.has(word) && !monthly.has(word));
  const meant = meantOf(plain);
  const core = coreOf(meant);
  const power = found.find((one) => one?.power !== undefined)?.power ?? 0;
  const isMonthly = words.some((word) => monthly.has(word));
  return {
    text: written,
    words,
    plain: meant,
    core: core.length > 0 ? core : meant,
    currency: found.find((one) => one?.currency !== undefined)?.currency,
    scale: Number(`1e${power}`),
    doubt: doubtOf(words, found, written),
    isPercent: words.some((word) => percents.has(word)),
    isMonthly,
    every: words.flatMap((word) => (Object.hasOwn(everyWords, word) ? [everyWords[word]!] : []))[0],
    period: dated?.said,
    topic: dated === undefined ? core : coreOf(meantOf(dated.rest)),
  };
}
