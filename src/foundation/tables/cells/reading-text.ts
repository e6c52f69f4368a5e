import type { BadCell, RawCell, Value } from "../cell.js";

const bad = (fault: string, expected: string): BadCell => ({ fault, expected });

/** characters. Longer text is no name. */
const longestText = 500;

/** An apostrophe that keeps a spreadsheet from taking text for a formula is no part of the text. */
export const guarded = /^'(?=\s*[=+\-@\uff1d\uff0b\uff0d\uff20]|[\t\r\n])/;

export function readText(cell: RawCell): Value | BadCell {
  if (typeof cell === "object")
    return "share" in cell ? String(cell.share) : "day" in cell ? (cell.day ?? String(cell.serial)) : undefined;
  const text = typeof cell === "string" ? cell.replace(guarded, "") : String(cell);
  return text.length > longestText ? bad("text too long", `at most ${longestText} characters`) : text;
}

/** Characters without width, which two forms of one identifier may differ by. */
const hidden = /[\u00ad\u200b-\u200d\u2060\ufeff]/g;

/** The one form of an identifier: composed letters, plain spaces, nothing that is not seen. */
const oneForm = (text: string): string =>
  /^[\x21-\x7e]*$/.test(text)
    ? text
    : text
        .normalize("NFC")
        .replace(hidden, "")
        .replace(/\p{Zs}+/gu, " ")
        .trim();

export function readId(cell: RawCell): Value | BadCell {
  const expected = "an identifier such as KAM-07";
  if (typeof cell === "object" || typeof cell === "boolean") return bad("no identifier", expected);
  const written = readText(cell);
  if (typeof written !== "string") return written;
  const text = oneForm(written);
  return /[\p{Cc}\p{Cf}]/u.test(text) ? bad("an identifier with characters that do not print", expected) : text;
}
