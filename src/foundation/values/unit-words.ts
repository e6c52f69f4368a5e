/** Codes of currencies as words of a header or beside a number. */
export const currencies = new Set(
  "EUR USD GBP CHF JPY CNY SEK NOK DKK PLN CZK HUF RON BGN TRY INR AUD CAD NZD SGD HKD BRL MXN ZAR AED SAR KRW ILS ISK".split(
    " ",
  ),
);

/** Signs of currencies, the longer before those they hold. */
const signs: readonly (readonly [sign: string, code: string])[] = [
  ...([
    ["US$", "USD"],
    ["HK$", "HKD"],
    ["NZ$", "NZD"],
    ["CA$", "CAD"],
    ["AU$", "AUD"],
  ] as const),
  ...([
    ["R$", "BRL"],
    ["C$", "CAD"],
    ["A$", "AUD"],
    ["S$", "SGD"],
    ["$", "USD"],
  ] as const),
  ...([
    ["€", "EUR"],
    ["£", "GBP"],
    ["¥", "JPY"],
    ["₹", "INR"],
    ["₩", "KRW"],
    ["₪", "ILS"],
    ["₺", "TRY"],
  ] as const),
  ...([
    ["zł", "PLN"],
    ["Kč", "CZK"],
  ] as const),
];

const names: Readonly<Record<string, string>> = {
  ...{ sfr: "CHF", euro: "EUR", euros: "EUR", dollar: "USD", dollars: "USD", sterling: "GBP", yen: "JPY" },
};

const isSign = (text: string, at: number): readonly [sign: string, code: string] | undefined =>
  signs.find(([sign]) => text.startsWith(sign, at));

/** Text with signs of currencies written out as codes: `£k` → ` GBP k`. */
export function withoutSigns(text: string): string {
  if (/^[\w\s().,/%-]*$/.test(text)) return text;
  let plain = "";
  for (let at = 0; at < text.length; ) {
    const found = isSign(text, at);
    plain += found === undefined ? text[at]! : ` ${found[1]} `;
    at += found === undefined ? 1 : found[0].length;
  }
  return plain;
}

/** ISO code of a symbol, code or name, or undefined. */
export function currencyOf(word: string): string | undefined {
  const bare = word.trim().replace(/\.$/, "");
  const sign = signs.find(([one]) => one.toLowerCase() === bare.toLowerCase());
  if (sign !== undefined) return sign[1];
  const code = bare.toUpperCase();
  const lower = bare.toLowerCase();
  if (bare === "Fr") return "CHF";
  return currencies.has(code) ? code : Object.hasOwn(names, lower) ? names[lower] : undefined;
}

/** Powers of ten by the words for them, in English, German, French and Spanish. */
const powers: Readonly<Record<string, number>> = {
  ...{ thousand: 3, thousands: 3, tsd: 3, tausend: 3, thsd: 3, thds: 3, millier: 3, milliers: 3 },
  ...{ million: 6, millions: 6, mio: 6, mn: 6, mln: 6, millionen: 6, millones: 6, millon: 6 },
  ...{ bn: 9, billion: 9, billions: 9, mrd: 9, milliarden: 9, milliard: 9, milliards: 9 },
  ...{ lakh: 5, lakhs: 5, lacs: 5, crore: 7, crores: 7 },
};

/** Powers of ten that letters and digits stand for beside a currency: `£k`, `M€`, `€000`. */
const besideCurrency: Readonly<Record<string, number>> = {
  ...{ k: 3, t: 3, m: 6, mm: 6, cr: 7, "000": 3, "000s": 3, "1000": 3, "1000s": 3 },
};

/** Power of ten of a word that stands for one wherever it is. */
export const powerOf = (word: string): number | undefined => (Object.hasOwn(powers, word) ? powers[word] : undefined);

/** Power of ten of a word beside a currency. */
export const powerBeside = (word: string): number | undefined =>
  Object.hasOwn(besideCurrency, word) ? besideCurrency[word] : powerOf(word);

/** A currency and a power of ten in one word: `teur`, `keur`, `eurm`, `mio`; undefined for other words. */
export function unitWord(word: string): { readonly currency: string; readonly power: number } | undefined {
  if (word.length < 4 || word.length > 8) return undefined;
  for (const [code, other] of [
    [word.slice(-3), word.slice(0, -3)],
    [word.slice(0, 3), word.slice(3)],
  ] as const) {
    const power = powerBeside(other);
    const currency = code.toUpperCase();
    if (power !== undefined && currencies.has(currency)) return { currency, power };
  }
  return undefined;
}

/** What stands around a number in a cell. */
export interface AroundNumber {
  /** ISO code. */
  readonly currency: string | undefined;
  /** Of ten; 0 where none is said. */
  readonly power: number;
}

/**
 * Reads what stands before and after a number: a currency and a word or letter for thousands, millions and so on, each once at most.
 * Without a currency a letter counts only right behind the number, as in `58k` or `1.2m`. Undefined for anything else.
 */
export function aroundNumber(before: string, after: string): AroundNumber | undefined {
  const words = [...wordsIn(before), ...wordsIn(after)];
  const codes = words.flatMap((word) => currencyOf(word) ?? unitWord(word.toLowerCase())?.currency ?? []);
  if (codes.length === 0) return words.length === 0 ? none : lonePower(before, after);
  const found = words.map((word): number | undefined => {
    const lower = word.toLowerCase();
    return currencyOf(word) === undefined ? (unitWord(lower)?.power ?? powerBeside(lower)) : 0;
  });
  const known = found.filter((power) => power !== 0);
  if (codes.length > 1 || known.length > 1 || known.includes(undefined)) return undefined;
  return { currency: codes[0], power: known[0] ?? 0 };
}

const none: AroundNumber = { currency: undefined, power: 0 };

function lonePower(before: string, after: string): AroundNumber | undefined {
  if (before.trim() !== "") return undefined;
  const letter = /^[km]$/i.test(after) ? powerBeside(after.toLowerCase()) : undefined;
  const power = letter ?? powerOf(after.trim().replace(/\.$/, "").toLowerCase());
  return power === undefined ? undefined : { currency: undefined, power };
}

const wordsIn = (text: string): string[] =>
  withoutSigns(text)
    .split(/[\s/'’]+/)
    .map((word) => word.replace(/\.$/, ""))
    .filter((word) => word !== "");
