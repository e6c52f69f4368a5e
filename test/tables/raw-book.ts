import { archive } from "../../src/node/spreadsheets/zip.js";

/** A workbook written letter by letter, so that it may be wrong in any way. */
export interface RawBook {
  /** What stands within the first sheet's `sheetData`. */
  readonly cells?: string;
  /** What stands before and after it. */
  readonly before?: string;
  readonly after?: string;
  /** Attributes of the sheet in the list of sheets. */
  readonly sheet?: string;
  readonly texts?: string;
  readonly styles?: string;
  /** Parts by name, which replace those of the name or come beside them; undefined leaves one out. */
  readonly parts?: Readonly<Record<string, string | undefined>>;
}

const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const packaged = "http://schemas.openxmlformats.org/package/2006/relationships";

const relation = (id: string, type: string, target: string): string =>
  `<Relationship Id="${id}" Type="${office}/${type}" Target="${target}"/>`;

const defaultStyles = `<numFmts count="1"><numFmt numFmtId="164" formatCode="0.0%"/></numFmts><cellXfs count="3"><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="14"/></cellXfs>`;

/** Style 1 is per cent, style 2 a date. */
export const partsOfBook = (book: RawBook): { readonly name: string; readonly text: string }[] => {
  const { cells = "", before = "", after = "", sheet = "", texts = "", styles = defaultStyles, parts = {} } = book;
  const all: Record<string, string | undefined> = {
    "_rels/.rels": `<Relationships xmlns="${packaged}">${relation("r1", "officeDocument", "xl/workbook.xml")}</Relationships>`,
    "xl/workbook.xml": `<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="People" sheetId="1" ${sheet} r:id="r1"/></sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": `<Relationships xmlns="${packaged}">${relation("r1", "worksheet", "worksheets/sheet1.xml")}${relation("r2", "sharedStrings", "sharedStrings.xml")}${relation("r3", "styles", "styles.xml")}</Relationships>`,
    "xl/sharedStrings.xml": `<sst xmlns="${main}">${texts}</sst>`,
    "xl/styles.xml": `<styleSheet xmlns="${main}">${styles}</styleSheet>`,
    "xl/worksheets/sheet1.xml": `<worksheet xmlns="${main}">${before}<sheetData>${cells}</sheetData>${after}</worksheet>`,
    ...parts,
  };
  return Object.entries(all).flatMap(([name, text]) => (text === undefined ? [] : [{ name, text }]));
};

export const rawBook = (book: RawBook): Buffer => archive(partsOfBook(book));

const letters = "ABCDEFGHIJ";

/** A row of cells: numbers as numbers, text within the cell, anything that begins with `<` as it stands. */
export const rowOf = (number: number, cells: readonly (string | number)[], attributes = ""): string =>
  `<row r="${number}" ${attributes}>${cells
    .map((cell, k) => {
      const place = `${letters[k]}${number}`;
      if (typeof cell === "number") return `<c r="${place}"><v>${cell}</v></c>`;
      if (cell.startsWith("<")) return cell.replace("<c", `<c r="${place}"`);
      return cell === "" ? "" : `<c r="${place}" t="inlineStr"><is><t>${cell}</t></is></c>`;
    })
    .join("")}</row>`;
