import { boldWidths, regularWidths } from "./font-widths.js";

/** Thousandths of the font size: width of a character that is not in the table. */
const unknownWidth = 640;

const tableOf = (ranges: typeof regularWidths): ReadonlyMap<number, number> =>
  new Map(ranges.flatMap(([first, widths]) => widths.map((width, k) => [first + k, width] as const)));

const regular = tableOf(regularWidths);
const bold = tableOf(boldWidths);

/** px. Width of a line of text in the font charts are set in; the same number on every machine. */
export function textWidth(text: string, size: number, isBold = false): number {
  const table = isBold ? bold : regular;
  let width = 0;
  for (const letter of text) width += table.get(letter.codePointAt(0) ?? 0) ?? unknownWidth;
  return (width * size) / 1000;
}

/** px. Width of the widest of these lines; 0 for none. */
export const widestText = (texts: readonly string[], size: number, isBold = false): number =>
  texts.reduce((most, text) => Math.max(most, textWidth(text, size, isBold)), 0);

/** Breaks text at spaces into lines no wider than so many px; a word that is wider by itself is cut with "…". */
export function wrapText(text: string, width: number, size: number, isBold = false): string[] {
  const lines: string[] = [];
  let line = "";
  // A number keeps its ±, its error and its % on one line.
  for (const word of text
    .replaceAll(" ± ", "\u00a0±\u00a0")
    .replace(/(\d) %/g, "$1\u00a0%")
    .split(/[ \t\r\n]+/)
    .filter((one) => one !== "")) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (line !== "" && textWidth(longer, size, isBold) > width) {
      lines.push(line);
      line = cutText(word, width, size, isBold);
    } else line = line === "" ? cutText(word, width, size, isBold) : longer;
  }
  return line === "" ? lines : [...lines, line];
}

/** Cuts text in its middle, "…" there, so that it is no wider than so many px: names of designs often differ at their ends. */
export function cutText(text: string, width: number, size: number, isBold = false): string {
  if (textWidth(text, size, isBold) <= width) return text;
  const letters = [...text];
  for (let keep = letters.length - 1; keep > 1; keep--) {
    const tail = Math.floor(keep / 2);
    const cut = `${letters.slice(0, keep - tail).join("")}…${letters.slice(letters.length - tail).join("")}`;
    if (textWidth(cut, size, isBold) <= width) return cut;
  }
  return "…";
}
