import type { ParsingOptions, WorkBook } from "@e965/xlsx";
import * as xlsx from "@e965/xlsx";
import { Problem, refuse } from "../../foundation/problem.js";
import { dateOfSerial } from "../../foundation/table/calendar.js";
import type { DateCell, RawTable } from "../../foundation/table/cell.js";
import { type CellBook, SheetFault, sheetRows } from "./sheet-cells.js";
import { type Part, partsOf } from "./zip.js";

/** Sheets of a workbook by name, each read when it is asked for. */
export interface Workbook {
  readonly names: readonly string[];
  table(name: string): RawTable;
}

/**
 * Opens an .xlsx workbook. Throws a Problem for what is none: damaged or cut off, encrypted, of the old binary kind. Values of formulas
 * are those the workbook was saved with; nothing is calculated.
 */
export function openWorkbook(file: string, bytes: Buffer): Workbook {
  const start = bytes.toString("latin1", 0, 4);
  if (start === "\xd0\xcf\x11\xe0") {
    refuse(file, "an old .xls workbook, or one with a password", "save it as .xlsx without a password");
  }
  if (start !== "PK\x03\x04") refuse(file, "not a workbook", "save it as .xlsx, or name a text file .csv");
  const parts = new Map(partsOf(file, bytes).map((part) => [part.name.toLowerCase(), part]));
  const frame = frameOf(file, parts);
  const sheets = sheetParts(file, frame, parts);
  if (sheets.size === 0) refuse(file, "the workbook has no sheet with cells", "give the one you meant");
  const countsFrom1904 = frame.Workbook?.WBProps?.date1904 === true;
  const book = cellBook(frame, countsFrom1904);
  const tables = new Map<string, RawTable>();
  return {
    names: [...sheets.keys()],
    table(name) {
      const known = tables.get(name);
      if (known !== undefined) return known;
      const rows = rowsOf(file, name, sheets.get(name)!, book);
      const made = { file, sheet: name, rows, countsFrom1904, remarks: [] };
      tables.set(name, made);
      return made;
    },
  };
}

function rowsOf(file: string, name: string, part: Part, book: CellBook): RawTable["rows"] {
  try {
    return sheetRows(part.unpack(), book);
  } catch (error) {
    if (error instanceof SheetFault)
      refuse(`${file}, sheet ${name}`, `the sheet is damaged: ${error.message}`, saveAgain);
    throw error;
  }
}

const saveAgain = "save the workbook again in its spreadsheet program";

/** The package's way in for archives that somebody else unpacks; its types leave it out. */
const { parse_zip: parseArchive } = xlsx as unknown as {
  readonly parse_zip: (archive: { readonly files: object }, options: ParsingOptions) => Frame;
};

/** A workbook without its sheets' cells, which are read here. */
interface Frame extends WorkBook {
  readonly Strings?: readonly ({ readonly t?: string } | undefined)[];
  readonly Styles?: {
    readonly NumberFmt?: readonly (string | undefined)[];
    readonly CellXf?: readonly { readonly numFmtId?: number | string }[];
  };
  readonly Directory?: { readonly workbooks?: readonly string[] };
}

const options: ParsingOptions = { sheets: [], cellNF: true, cellHTML: false, cellFormula: false };

/** Names of sheets, texts and styles, read by a package that knows what many programs write. */
function frameOf(file: string, parts: ReadonlyMap<string, Part>): Frame {
  // The package goes on without a part it fails to read; damage is kept here, so that nothing is lost in silence
  const damage: unknown[] = [];
  const files = Object.fromEntries([...parts.values()].map((part) => [part.name, asAsked(part, damage)]));
  try {
    const book = parseArchive({ files }, { ...options });
    if (damage.length === 0) return book;
  } catch (error) {
    if (damage.length === 0) damage.push(error);
  }
  const [first] = damage;
  if (first instanceof Problem) throw first;
  return refuse(file, `the workbook cannot be read: ${first instanceof Error ? first.message : first}`, saveAgain);
}

const asAsked = ({ name, unpack }: Part, damage: unknown[]) => ({
  name,
  asNodeBuffer(): Buffer {
    try {
      return unpack();
    } catch (error) {
      damage.push(error);
      throw error;
    }
  },
});

/** Parts of the archive that hold the sheets' cells, by name of the sheet; sheets of charts hold none. */
function sheetParts(file: string, frame: Frame, parts: ReadonlyMap<string, Part>): Map<string, Part> {
  const main = (frame.Directory?.workbooks?.[0] ?? "/xl/workbook.xml").replace(/^\//, "");
  const folder = main.replace(/[^/]*$/, "");
  const relations = parts.get(`${folder}_rels/${main.slice(folder.length)}.rels`.toLowerCase());
  const targets = relations === undefined ? new Map<string, string>() : targetsOf(relations.unpack().toString("utf8"));
  const listed = (frame.Workbook?.Sheets ?? []) as readonly { readonly name?: string; readonly id?: string }[];
  const found = new Map<string, Part>();
  for (const { name = "", id = "" } of listed) {
    const target = targets.get(id) ?? refuse(file, `sheet ${name} is not in the workbook`, saveAgain);
    if (/chartsheet|dialogsheet|macrosheet/i.test(target)) continue;
    const path = target.startsWith("/") ? target.slice(1) : `${folder}${target}`;
    found.set(name, parts.get(path.toLowerCase()) ?? refuse(file, `sheet ${name} is not in the workbook`, saveAgain));
  }
  return found;
}

/** Relationships of a part: id → target. */
function targetsOf(xml: string): Map<string, string> {
  const attribute = (tag: string, name: string): string =>
    new RegExp(`\\b${name}=["']([^"']*)["']`).exec(tag)?.[1] ?? "";
  const tags = xml.match(/<(?:\w+:)?Relationship\b[^>]*>/g) ?? [];
  return new Map(tags.map((tag) => [attribute(tag, "Id"), attribute(tag, "Target")]));
}

function cellBook({ Strings = [], Styles }: Frame, countsFrom1904: boolean): CellBook {
  const kinds = (Styles?.CellXf ?? []).map(({ numFmtId = 0 }) => kindOf(Styles?.NumberFmt?.[Number(numFmtId)]));
  const days = new Map<number, DateCell>();
  return {
    texts: Strings.map((one) => one?.t ?? ""),
    styleOf: (style) => kinds[style],
    dateOf(serial) {
      const known = days.get(serial);
      if (known !== undefined) return known;
      const made = { day: dateOfSerial(serial, countsFrom1904), serial };
      days.set(serial, made);
      return made;
    },
  };
}

function kindOf(format: string | undefined): "date" | "percent" | undefined {
  if (format === undefined || format === "General") return undefined;
  if (xlsx.SSF.is_date(format) === true) return "date";
  return format.includes("%") ? "percent" : undefined;
}
