import type { DateCell, RawCell } from "../../foundation/table/cell.js";

/** What the cells of a sheet refer to. */
export interface CellBook {
  /** Texts that cells name by number. */
  readonly texts: readonly string[];
  /** What a number of this style is: a date, a percentage or just a number. */
  readonly styleOf: (style: number) => "date" | "percent" | undefined;
  readonly dateOf: (serial: number) => DateCell;
}

/** The sheet is not as such files are; the caller says which file. */
export class SheetFault extends Error {}

const fault = (message: string): never => {
  throw new SheetFault(message);
};

/** The limits of spreadsheets. */
const mostRows = 1_048_576;
const mostColumns = 16_384;

/** bytes. Text that is looked at in one piece; rows are never cut. */
const pieceLength = 1_000_000;

const noCells: RawCell[] = [];
const rowEnd = /<\/(?:\w+:)?row\s*>|<(?:\w+:)?row\b[^>]*\/>/;

/**
 * The rows of a sheet's XML, one after the other, blank ones included. The whole is never held as text, since that would take more room
 * than the cells. Throws a SheetFault for XML that is not whole: nothing between cells is skipped.
 */
export function sheetRows(xml: Buffer, book: CellBook): RawCell[][] {
  const rows: RawCell[][] = [];
  const { from, to } = dataSpan(xml);
  let rest = "";
  for (let at = from; at < to; ) {
    const end = Math.min(to, wholeRows(xml, at + pieceLength, to));
    const text = rest + xml.toString("utf8", at, end);
    rest = readPiece(text, rows, book);
    at = end;
  }
  if (rest.trim() !== "") fault("a row is cut off");
  return rows;
}

/** Where the data of a sheet begin and end. */
function dataSpan(xml: Buffer): { readonly from: number; readonly to: number } {
  const head = xml.toString("latin1", 0, Math.min(xml.length, pieceLength));
  const start = /<((?:\w+:)?)sheetData\b[^>]*?(\/?)>/.exec(head);
  if (start === null) return fault("it has no cells' data");
  const from = start.index + start[0].length;
  if (start[2] === "/") return { from, to: from };
  const to = xml.lastIndexOf(`</${start[1]}sheetData`);
  return to < from ? fault("its data do not end") : { from, to };
}

/** The first end of a tag from there on, so that no letter of several bytes is cut. */
function wholeRows(xml: Buffer, at: number, to: number): number {
  if (at >= to) return to;
  const end = xml.indexOf(">", at);
  return end < 0 ? to : end + 1;
}

/** Reads the whole rows of a piece; gives back what is left after the last. */
function readPiece(text: string, rows: RawCell[][], book: CellBook): string {
  const pattern = /\s*<((?:\w+:)?)row\b([^>]*?)(\/?)>/y;
  for (let at = 0; ; at = pattern.lastIndex) {
    pattern.lastIndex = at;
    const row = pattern.exec(text);
    if (row === null) {
      const left = text.slice(at);
      return rowEnd.test(left) ? fault("something stands between its rows") : left;
    }
    const [, prefix = "", attributes = "", isShort] = row;
    let cells = noCells;
    if (isShort === "") {
      const end = text.indexOf(`</${prefix}row>`, pattern.lastIndex);
      if (end < 0) return text.slice(at);
      cells = readCells(text, pattern.lastIndex, end, book);
      pattern.lastIndex = end + prefix.length + 6;
    }
    const number = Number(/\br=["'](\d+)["']/.exec(attributes)?.[1] ?? rows.length + 1);
    if (number <= rows.length || number > mostRows) fault(`row ${number} is out of order`);
    while (rows.length < number - 1) rows.push(noCells);
    rows.push(cells);
  }
}

/** 1: attributes, 2: content; shorter for cells without content. */
const cellPattern = () => /\s*<(?:\w+:)?c\b([^>]*?)(?:\/>|>([\s\S]*?)<\/(?:\w+:)?c>)/y;

function readCells(text: string, from: number, to: number, book: CellBook): RawCell[] {
  const cells: RawCell[] = [];
  const pattern = cellPattern();
  let at = from;
  while (at < to) {
    pattern.lastIndex = at;
    const found = pattern.exec(text);
    if (found === null || pattern.lastIndex > to) {
      if (text.slice(at, to).trim() === "") break;
      return fault("something stands between its cells");
    }
    const [, attributes = "", content] = found;
    const column = columnOf(attributes) ?? cells.length;
    if (column < cells.length || column >= mostColumns) fault("cells are out of order");
    while (cells.length < column) cells.push(undefined);
    cells.push(content === undefined ? undefined : cellOf(attributes, content, book));
    at = pattern.lastIndex;
  }
  return cells;
}

/** `r="AB12"` → 27. */
function columnOf(attributes: string): number | undefined {
  const letters = /\br=["']([A-Z]{1,3})\d+["']/.exec(attributes)?.[1];
  if (letters === undefined) return undefined;
  let column = 0;
  for (let k = 0; k < letters.length; k++) column = column * 26 + letters.charCodeAt(k) - 64;
  return column - 1;
}

function cellOf(attributes: string, content: string, book: CellBook): RawCell {
  const kind = /\bt=["'](\w+)["']/.exec(attributes)?.[1] ?? "n";
  if (kind === "inlineStr") return richText(content);
  const open = /<(?:\w+:)?v\b[^>]*>([^<]*|<!\[CDATA\[[\s\S]*?\]\]>)<\/(?:\w+:)?v>/.exec(content);
  if (open === null) return /<(?:\w+:)?v\b[^>/]*>/.test(content) ? fault("a value is cut off") : undefined;
  const value = plain(open[1]!);
  switch (kind) {
    case "s":
      return book.texts[Number(value)] ?? fault("a cell names a text that is not there");
    case "str":
      return value;
    case "b":
      return value.trim() === "1" || value.trim() === "true";
    case "e":
      return { error: value };
    case "d":
      return { day: value.slice(0, 10), serial: 0 };
    default:
      return numberCell(value.trim(), attributes, book);
  }
}

function numberCell(text: string, attributes: string, book: CellBook): RawCell {
  if (text === "") return undefined;
  const value = Number(text);
  if (!Number.isFinite(value)) return { error: text };
  const style = /\bs=["'](\d+)["']/.exec(attributes)?.[1];
  const format = style === undefined ? undefined : book.styleOf(Number(style));
  if (format === "date") return book.dateOf(value);
  return format === "percent" ? { share: value } : value;
}

/** Text in pieces of several looks, without the readings that stand above Japanese. */
const richText = (content: string): string =>
  unbound(
    [
      ...content
        .replace(/<((?:\w+:)?)rPh\b[\s\S]*?<\/\1rPh>/g, "")
        .matchAll(/<(?:\w+:)?t\b[^>]*?(?:\/>|>([\s\S]*?)<\/(?:\w+:)?t>)/g),
    ]
      .map(([, text]) => plain(text ?? ""))
      .join(""),
  );

/** characters. Shorter parts of a text are copies of their own. */
const bound = 12;

/** A copy that does not keep the whole piece of XML it was cut from in memory. */
const unbound = (text: string): string => (text.length > bound ? Buffer.from(text).toString() : text);

const entities: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

/** Text of XML: entities, CDATA and `_x000A_` undone. */
function plain(text: string): string {
  if (!/[&_\r]|<!\[/.test(text)) return text;
  return text
    .split(/<!\[CDATA\[([\s\S]*?)\]\]>/)
    .map((part, k) => (k % 2 === 1 ? part : part.replace(/&(#x[\da-f]+|#\d+|\w+);/gi, entity)))
    .join("")
    .replace(/_x([\da-f]{4})_/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}

function entity(whole: string, name: string): string {
  if (!name.startsWith("#")) return entities[name] ?? whole;
  const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
  return code <= 0x10ffff ? String.fromCodePoint(code) : "\ufffd";
}
