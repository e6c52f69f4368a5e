import { type DateCell, mostCells, type RawTable } from "../../foundation/tables/cell.js";
import { refuse } from "../../foundation/text/problem.js";
import { dateOfSerial } from "../../foundation/values/day-numbers.js";
import { bookPart, type ListedSheet, type Relation, relationsOf, relationsPath } from "./book-parts.js";
import { hiddenRemarks } from "./hidden.js";
import { sharedTexts } from "./shared-texts.js";
import { type Room, readSheet } from "./sheet.js";
import type { CellBook } from "./sheet-cells.js";
import { numberKinds } from "./styles.js";
import { tablesFiltered } from "./table-filter.js";
import { SheetFault, saveAgain } from "./xml-text.js";
import { partsOf, type ZipEntry } from "./zip.js";

/** Sheets of a workbook by name, each read when it is asked for. */
export interface Workbook {
  readonly names: readonly string[];
  table(name: string): RawTable;
}

/** A workbook whose frame is read. */
interface Opened {
  readonly file: string;
  readonly part: (path: string) => Buffer | undefined;
  readonly sheets: ReadonlyMap<string, { readonly path: string; readonly isHidden: boolean }>;
  readonly countsFrom1904: boolean;
  readonly cells: CellBook;
  readonly room: Room;
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
  const opened = openParts(file, parts);
  if (opened.sheets.size === 0) refuse(file, "the workbook has no sheet with cells", "give the one you meant");
  const tables = new Map<string, RawTable>();
  return {
    names: [...opened.sheets.keys()],
    table(name) {
      const known = tables.get(name);
      if (known !== undefined) return known;
      const made = tableOf(opened, name);
      tables.set(name, made);
      return made;
    },
  };
}

/** Does something with a part of the workbook; what is wrong with it becomes a Problem. */
function reading<T>(file: string, part: string, act: () => T): T {
  try {
    return act();
  } catch (error) {
    if (error instanceof SheetFault) refuse(`${file}, ${part}`, error.message, error.remedy);
    throw error;
  }
}

function openParts(file: string, parts: ReadonlyMap<string, ZipEntry>): Opened {
  const part = (path: string): Buffer | undefined => parts.get(path.toLowerCase())?.unpack();
  const relations = (path: string): Relation[] => relationsOf(part(relationsPath(path)), path);
  const main =
    reading(file, "the archive", () => relations("")).find(({ type }) => type === "officeDocument")?.target ??
    "xl/workbook.xml";
  const bytes = part(main) ?? refuse(file, "not a workbook: it has no list of sheets", saveAgain);
  const book = reading(file, "the list of sheets", () => bookPart(bytes));
  const related = reading(file, "the list of sheets", () => relations(main));
  const shared = (type: string, name: string): Buffer | undefined => {
    const target = related.find((one) => one.type === type)?.target;
    if (target === undefined) return part(main.replace(/[^/]*$/, name));
    return part(target) ?? refuse(file, `${target} is missing from the workbook`, saveAgain);
  };
  const textOf = reading(file, "the list of texts", () => sharedTexts(shared("sharedStrings", "sharedStrings.xml")));
  const kinds = reading(file, "the list of formats", () => numberKinds(shared("styles", "styles.xml")));
  return {
    ...{ file, part, countsFrom1904: book.countsFrom1904 },
    sheets: sheetPaths(file, book.sheets, related, parts),
    cells: { textOf, kinds, dateOf: daysFrom(book.countsFrom1904) },
    room: { cells: mostCells },
  };
}

/** Paths of the sheets that hold cells, by name; sheets of charts hold none. */
function sheetPaths(
  file: string,
  listed: readonly ListedSheet[],
  related: readonly Relation[],
  parts: ReadonlyMap<string, ZipEntry>,
): Opened["sheets"] {
  const found = new Map<string, { readonly path: string; readonly isHidden: boolean }>();
  const taken = new Set<string>();
  for (const { name, id, isHidden } of listed) {
    const { type, target } = related.find((one) => one.id === id) ?? { type: "", target: "" };
    if (/^(chart|dialog|macro)/i.test(type.replace(/^xl/i, ""))) continue;
    if (!parts.has(target.toLowerCase())) refuse(file, `sheet ${name} is not in the workbook`, saveAgain);
    if (taken.has(name.toLowerCase())) refuse(file, `two sheets are called ${name}`, saveAgain);
    taken.add(name.toLowerCase());
    found.set(name, { path: target, isHidden });
  }
  return found;
}

function daysFrom(countsFrom1904: boolean): (serial: number) => DateCell {
  const days = new Map<number, DateCell>();
  return (serial) => {
    const known = days.get(serial);
    if (known !== undefined) return known;
    const made = { day: dateOfSerial(serial, countsFrom1904), serial };
    if (days.size < mostDays) days.set(serial, made);
    return made;
  };
}

/** days. Kept, so that cells of one day are one object. */
const mostDays = 100_000;

function tableOf({ file, part, sheets, countsFrom1904, cells, room }: Opened, name: string): RawTable {
  const { path, isHidden } = sheets.get(name)!;
  return reading(file, `sheet ${name}`, () => {
    const { rows, merged, hiddenRows, hiddenColumns, isFiltered } = readSheet(part(path)!, cells, room);
    const filtered = isFiltered || tablesFiltered(part, path);
    const remarks = hiddenRemarks({
      rows: hiddenRows,
      columns: hiddenColumns,
      isFiltered: filtered,
      isSheet: isHidden,
    });
    return { file, sheet: name, rows, merged, countsFrom1904, remarks };
  });
}
