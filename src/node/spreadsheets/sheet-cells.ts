import { type DateCell, type ErrorCell, longestCell, type RawCell } from "../../foundation/tables/cell.js";
import { isoDate } from "../../foundation/values/day-numbers.js";
import type { NumberKind } from "./number-format.js";
import { richText, type SharedTexts } from "./shared-texts.js";
import { closedElement, type XmlReader } from "./xml-reader.js";
import { damaged, unescaped } from "./xml-text.js";

/** What the cells of a sheet refer to. */
export interface CellBook {
  /** Texts that cells name by number. */
  readonly textOf: SharedTexts;
  /** What numbers of each style are. */
  readonly kinds: readonly NumberKind[];
  readonly dateOf: (serial: number) => DateCell;
}

/** What stands within a cell. */
interface Content {
  /** The stored value as it is written. */
  value?: string | undefined;
  formula?: string | undefined;
  /** Text that stands in the cell itself: undefined where none is within its tags. */
  inline?: { readonly text: string | undefined } | undefined;
}

const repair = "a value; correct the cell in the workbook";

const bad = (written: string, fault: string, expected = repair): ErrorCell => ({
  error: written.trim() === "" ? "nothing" : written,
  ...{ fault, expected },
});

/** The cell in hand; its end is passed. A cell with content is never a blank: what is no value comes back as an error. */
export function readCell(xml: XmlReader, book: CellBook): RawCell {
  const kind = xml.attributes.value("t") ?? "n";
  const style = xml.attributes.number("s");
  const cell = rawCell(xml, kind, style, book);
  if (typeof cell !== "string" || cell.length <= longestCell) return cell;
  return bad(`${cell.slice(0, 50)}…`, `a text of more than ${longestCell} characters`);
}

function rawCell(xml: XmlReader, kind: string, style: number, book: CellBook): RawCell {
  if (xml.isShort) return kind === "inlineStr" ? noText : undefined;
  const content = contentOf(xml);
  const { value, formula, inline } = content;
  if (inline !== undefined || kind === "inlineStr") return inlineText(kind, content);
  if (formula !== undefined && (value === undefined || (value === "" && kind !== "str"))) {
    return bad(
      `=${formula}`,
      "a formula without a stored value",
      "a value; open the workbook in a spreadsheet program, let it calculate, and save it",
    );
  }
  if (value === undefined) return undefined;
  return kind === "n" ? numberCell(value, style, book) : otherCell(kind, value, book);
}

const noText = bad("", "a text cell without its text");

function inlineText(kind: string, { value, formula, inline }: Content): RawCell {
  if (kind !== "inlineStr") return bad(inline?.text ?? "", "a text in a cell that is not one of text");
  if (value !== undefined || formula !== undefined)
    return bad(value ?? `=${formula}`, "a text cell with another value");
  return inline?.text ?? noText;
}

function contentOf(xml: XmlReader): Content {
  const content: Content = {};
  for (let tag = xml.next(); tag !== closedElement; tag = xml.next()) {
    const { name } = xml;
    if (xml.isAfterText) damaged("something stands in a cell outside its tags");
    if (name === "v") content.value = once(content.value, xml.text());
    else if (name === "f") content.formula = once(content.formula, xml.text());
    else if (name === "is") content.inline = once(content.inline, { text: inner(xml) });
    else xml.skip();
  }
  if (xml.isAfterText) damaged("something stands in a cell outside its tags");
  return content;
}

const once = <T>(known: T | undefined, value: T): T =>
  known === undefined ? value : damaged("a cell holds two values");

/** The text within the element in hand. */
function inner(xml: XmlReader): string | undefined {
  if (xml.isShort) return undefined;
  if (xml.next() !== closedElement) return richText(xml);
  return xml.isAfterText ? damaged("a text stands outside its tags") : undefined;
}

function otherCell(kind: string, value: string, book: CellBook): RawCell {
  const bare = value.trim();
  switch (kind) {
    case "s": {
      if (!/^\d{1,9}$/.test(bare)) return bad(value, "a cell that names no text");
      return book.textOf(Number(bare)) ?? damaged("a cell names a text that is not there");
    }
    case "str":
      return unescaped(value);
    case "b":
      if (bare === "1" || bare === "true") return true;
      return bare === "0" || bare === "false" ? false : bad(value, "neither true nor false");
    case "e":
      return bare === "" ? bad("", "an error without a name") : { error: bare };
    case "d":
      return dayCell(value, bare);
    default:
      return bad(value, `a cell of a kind that is not known, ${kind}`);
  }
}

function dayCell(value: string, bare: string): RawCell {
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)(?:T[\d:.]+Z?)?$/.exec(bare) ?? [];
  const date = isoDate(Number(year), Number(month), Number(day));
  return date === undefined
    ? bad(value, "no day of any calendar", "a date such as 2024-03-31")
    : { day: date, serial: 0 };
}

/** A number as workbooks write it. */
const decimal = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d{1,4})?$/;

function numberCell(written: string, style: number, { kinds, dateOf }: CellBook): RawCell {
  const text = written.trim();
  if (text === "") return undefined;
  if (!decimal.test(text)) return bad(text, "a value that is no number");
  const value = Number(text);
  if (!Number.isFinite(value)) return bad(text, "a number too large");
  if (Math.abs(value) > Number.MAX_SAFE_INTEGER) {
    return bad(text, "a number of more digits than a workbook can keep", "a smaller number, or text for an identifier");
  }
  if (style >= kinds.length) damaged("a cell has a format that is not there");
  const kind = kinds[Math.max(0, style)];
  if (kind === "date") return dateOf(value);
  return kind === "percent" ? { share: value } : value;
}
