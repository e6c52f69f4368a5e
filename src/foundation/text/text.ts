/** `relationFade` → `relation fade`; capitals that stand together stay: `meanNPS` → `mean NPS`. */
export const camelToWords = (name: string): string =>
  name
    .replace(/([a-z0-9])([A-Z])/g, "$1 $2")
    .replace(/([A-Z])([A-Z][a-z])/g, "$1 $2")
    .split(" ")
    .map((word) => (isAcronym(word) ? word : lowerFirst(word)))
    .join(" ");

/** `relation fade`, `Relation-fade` → `relationFade`. Inverse of camelToWords for words of two letters or more. */
export const wordsToCamel = (words: string): string =>
  words
    .split(/[\s_-]+/)
    .filter((word) => word !== "")
    .map((word, index) => (index > 0 ? upperFirst(word) : isAcronym(word) ? word : lowerFirst(word)))
    .join("");

const isAcronym = (word: string): boolean => /^[A-Z][A-Z0-9]+$/.test(word);
const lowerFirst = (word: string): string => word.slice(0, 1).toLowerCase() + word.slice(1);
const upperFirst = (word: string): string => word.slice(0, 1).toUpperCase() + word.slice(1);

export interface NumberFormat {
  /** Decimals to show, rounded; as many as the number has when left out. */
  readonly digits?: number | undefined;
  /** Commas between groups of three; true when left out. */
  readonly grouping?: boolean | undefined;
  /** Puts "+" before numbers above zero. */
  readonly sign?: boolean | undefined;
}

/** `-1234567.891` → `-1,234,567.891`. ASCII minus, "." decimals, never "-0"; infinities and NaN come out as words. */
export function formatNumber(value: number, format: NumberFormat = {}): string {
  if (Number.isNaN(value)) return "not a number";
  if (!Number.isFinite(value)) return value > 0 ? "infinity" : "-infinity";
  const size = Math.abs(value);
  const written = format.digits === undefined ? String(size) : size.toFixed(format.digits);
  const isZero = Number(written) === 0;
  const before = isZero ? "" : value < 0 ? "-" : format.sign === true ? "+" : "";
  return before + (format.grouping === false ? written : groupDigits(written, ","));
}

/** Puts the separator between groups of three before the decimal point; text with an exponent is left as it is. */
export function groupDigits(written: string, separator: string): string {
  if (written.includes("e")) return written;
  const [whole = "", ...decimals] = written.split(".");
  return [whole.replace(/\B(?=(\d{3})+$)/g, separator), ...decimals].join(".");
}

/** The number rounded to so many significant digits (1 to 100): significant(1234.5, 2) = 1200. */
export const significant = (value: number, digits: number): number => Number(value.toPrecision(digits));

/** `plural(1, "world")` = `1 world`, `plural(2000, "world")` = `2,000 worlds`; `many` for plurals that cannot be guessed. */
export const plural = (n: number, one: string, many: string = pluralOf(one)): string =>
  `${formatNumber(n)} ${n === 1 ? one : many}`;

/** English plural of a noun by rule, and of person. */
export function pluralOf(one: string): string {
  if (/person$/i.test(one)) return one.replace(/rson$/i, "ople");
  if (/[^aeiou]y$/i.test(one)) return one.replace(/y$/i, "ies");
  return /(s|x|z|ch|sh)$/i.test(one) ? `${one}es` : `${one}s`;
}

/** Undoes pluralOf for ordinary nouns; a noun already in the singular stays. */
export function singularOf(many: string): string {
  if (/people$/i.test(many)) return many.replace(/ople$/i, "rson");
  if (/[^aeiou]ies$/i.test(many)) return many.replace(/ies$/i, "y");
  if (/(ss|x|z|ch|sh)es$/i.test(many)) return many.replace(/es$/i, "");
  return many.replace(/([^s])s$/i, "$1");
}

/** What begins and ends bold text on a terminal. */
export const boldOn = "\u001b[1m";
export const boldOff = "\u001b[0m";

/**
 * Characters that command a terminal, end a line where none should end, or turn the direction of what follows: control characters but for line ends and
 * tabs, separators of lines and paragraphs, marks of direction.
 */
const commanding = /(?!\n|\t|\r\n)[\p{Cc}\u2028\u2029\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

/** Text with such characters written out, `\x1b` and `\u202e`, so that they are seen and do nothing. JSON stays JSON and says the same. */
export const escapedText = (text: string): string =>
  text.replace(commanding, (letter) => {
    const code = letter.charCodeAt(0);
    return code < 0x20 ? `\\x${hex(code, 2)}` : `\\u${hex(code, 4)}`;
  });

/** The same on one line. */
export const shownLine = (text: string): string =>
  escapedText(text.includes("\n") ? text.replace(/\s*\n\s*/g, " ") : text);

/** Whether text holds a character that `shown` writes out, or a line end or tab. */
export const isCommanding = (text: string): boolean => /[\n\t\r]/.test(text) || escapedText(text) !== text;

const hex = (code: number, digits: number): string => code.toString(16).padStart(digits, "0");

/** The name of a file without its folders, on any system. */
export const fileNameOf = (path: string): string => path.replace(/^.*[/\\]/s, "");

/** `a, b and c`. */
export const joinWords = (words: readonly string[], conjunction = "and"): string =>
  words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} ${conjunction} ${words.at(-1)}`;

/** Shortens to so many characters, "…" in the middle: names of designs often differ at their ends. */
export function shortened(text: string, most: number): string {
  const letters = [...text];
  if (letters.length <= most) return text;
  const tail = Math.floor((most - 1) / 2);
  return `${letters.slice(0, most - 1 - tail).join("")}…${letters.slice(letters.length - tail).join("")}`;
}

export interface TextTableFormat {
  /** One per column; left when left out. */
  readonly align?: readonly ("left" | "right")[] | undefined;
  /** Rules off the first row. */
  readonly header?: boolean | undefined;
  /** Spaces before every line. */
  readonly indent?: number | undefined;
}

/** Rows in monospace columns two spaces apart, no trailing spaces or newline. Short rows are filled up with empty cells. */
export function textTable(rows: readonly (readonly string[])[], format: TextTableFormat = {}): string {
  const columns = Math.max(0, ...rows.map((row) => row.length));
  const widths = Array.from({ length: columns }, (_, c) => Math.max(...rows.map((row) => width(row[c] ?? ""))));
  const indent = " ".repeat(format.indent ?? 0);
  const lines = rows.map((row) => {
    const cells = widths.map((wide, c) => pad(row[c] ?? "", wide, format.align?.[c] ?? "left"));
    return (indent + cells.join("  ")).trimEnd();
  });
  const rule = indent + widths.map((wide) => "─".repeat(wide)).join("  ");
  return (format.header === true ? [...lines.slice(0, 1), rule, ...lines.slice(1)] : lines).join("\n");
}

/** Characters as a person counts them, near enough: code points, so that an emoji is one. */
const width = (cell: string): number => [...cell].length;

const pad = (cell: string, wide: number, align: "left" | "right"): string => {
  const space = " ".repeat(wide - width(cell));
  return align === "left" ? cell + space : space + cell;
};

/** Text with another space between a number and what it counts, and within numbers, so that lines do not end there. */
export const boundNumbers = (text: string, space: string): string =>
  text.replace(/(?<=\d) (?=%|\d{3}(?!\d)|[A-Z]{3}\b|months?\b|years?\b)/g, space);

/** Breaks text at spaces into lines of at most `wide` characters, indent included; a longer word stands alone, unbroken. */
export const wrap = (text: string, wide: number, indent = 0): string =>
  text
    .split("\n")
    .map((paragraph) => wrapParagraph(paragraph, wide - indent, " ".repeat(indent)))
    .join("\n");

function wrapParagraph(paragraph: string, room: number, indent: string): string {
  const lines: string[] = [];
  let current = "";
  for (const word of paragraph.split(/\s+/).filter((part) => part !== "")) {
    const longer = current === "" ? word : `${current} ${word}`;
    if (current !== "" && width(longer) > room) {
      lines.push(indent + current);
      current = word;
    } else current = longer;
  }
  if (current !== "") lines.push(indent + current);
  return lines.join("\n");
}
