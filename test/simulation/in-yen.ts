import { readWritten, writtenValue } from "../../src/foundation/values/written-number.js";

/** Keys whose text is prose or a name; the sections of sources hold nothing else. */
const prose = new Set([
  "title",
  "question",
  "claim",
  "note",
  "what",
  "how",
  "who",
  "when",
  "source",
  "sources",
  "link",
]);

/** A number with its multiplier, between whatever is no part of it: `1.2M`, `72 000`, `350` and `500k`. */
const number = /\d{1,3}(?:[ _]\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?/;
const numbers = new RegExp(`(?:${number.source})(?:\\s?(?:k|M|thousand|million|billion)\\b)?`, "g");

/** Whole yen where a rate is no power of two, as people write them. */
const inWhole = (amount: number, rate: number): number =>
  Number.isInteger(Math.log2(rate)) ? amount * rate : Math.round(amount * rate);

/** The text of one amount or range in EUR as that many times as much in JPY; other text as it is. */
function textInYen(text: string, rate: number): string {
  if (!/\bEUR\b/.test(text)) return text;
  const scaled = text.replaceAll(numbers, (written) => {
    const read = readWritten(`${written} EUR`);
    if (read === undefined) throw new Error(`no number: ${written} in ${text}`);
    return String(inWhole(writtenValue(read), rate));
  });
  return scaled.replaceAll(/\bEUR\b/g, "JPY");
}

function scaled(data: unknown, rate: number): unknown {
  if (typeof data === "string") return textInYen(data, rate);
  if (Array.isArray(data)) return data.map((one) => scaled(one, rate));
  if (typeof data !== "object" || data === null) return data;
  return Object.fromEntries(
    Object.entries(data).map(([key, value]) => [key, prose.has(key) ? value : scaled(value, rate)]),
  );
}

/** A scenario's file with every amount of money, the scenario's check sees to it that none is left out, in yen at a rate. */
export const inYen = (file: unknown, rate: number): unknown => ({
  ...(scaled(file, rate) as Record<string, unknown>),
  currency: "JPY",
});
