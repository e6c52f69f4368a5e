import type { Sheet } from "../foundation/text/sheet.js";
import { sheetHtml } from "../foundation/text/sheet-html.js";
import { sheetText } from "../foundation/text/sheet-text.js";
import { html, showing } from "../foundation/text/showing.js";
import { escapedText } from "../foundation/text/text.js";

/** A result that prints itself: in text, in a terminal and as the last line of a notebook cell. */
export interface Printable {
  toString(): string;
}

/**
 * A copy of plain data that prints itself as `text` of it, and in notebooks as `page`, HTML, where given. What it prints commands no terminal. The printing is not
 * enumerable: copying, comparing and JSON see the data alone.
 */
export function printable<T extends object>(
  data: T,
  text: (data: T) => string,
  page?: (data: T) => string,
): T & Printable {
  const printed = Object.defineProperties({ ...data }, showing);
  Object.defineProperty(printed, "toString", { value: () => escapedText(text(data)) });
  if (page) Object.defineProperty(printed, html, { value: () => page(data) });
  return printed;
}

/** A copy of plain data that prints itself as this sheet: as text, and as HTML in notebooks. */
export const printableSheet = <T extends object>(data: T, sheet: (data: T) => Sheet): T & Printable =>
  printable(
    data,
    (one) => sheetText(sheet(one)),
    (one) => sheetHtml(sheet(one)),
  );
