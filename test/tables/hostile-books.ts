import { archive } from "../../src/node/spreadsheets/zip.js";
import { partsOfBook, type RawBook, rowOf } from "./raw-book.js";

const header = rowOf(1, ["id", "salary"]);
const person = rowOf(2, ["A", 50_000]);

const times = (count: number, piece: (k: number) => string): string => {
  const pieces: string[] = [];
  for (let k = 0; k < count; k++) pieces.push(piece(k));
  return pieces.join("");
};

/** What a hostile workbook does, and what it is: its parts, or its bytes. */
export interface HostileBook {
  readonly book: () => RawBook;
  /** What is said of it; undefined where it is read to its one person. */
  readonly refusal?: string;
}

/** Small files that ask for much memory or time. */
export const hostileBooks: Readonly<Record<string, HostileBook>> = {
  "zeros that unpack to 120 MB": {
    book: () => ({ cells: header + person, parts: { "xl/media/image1.png": "0".repeat(120_000_000) } }),
    refusal: "unpacks to more than 100 times its size",
  },
  "a sheet of spaces": {
    book: () => ({ cells: header + person + " ".repeat(19_000_000) }),
  },
  "a cell in the last row and column": {
    book: () => ({ cells: `${header}${person}<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>` }),
    refusal: "1 row left out",
  },
  "a dimension of the whole sheet": {
    book: () => ({ before: '<dimension ref="A1:XFD1048576"/>', cells: header + person }),
  },
  "a million rows that hold nothing": {
    book: () => ({ cells: header + person + times(1_000_000, (k) => `<row r="${k + 3}"/>`) }),
  },
  "a million cells that hold a format alone": {
    book: () => ({ cells: header + person + times(500_000, (k) => `<row r="${k + 3}"><c s="1"/><c s="1"/></row>`) }),
  },
  "a million hidden rows": {
    book: () => ({
      cells: header + person + times(600_000, (k) => `<row r="${k + 3}" hidden="1"><c t="b"><v>1</v></c></row>`),
    }),
    refusal: "more than 20,000 rows cannot be read",
  },
  "a last column in many rows": {
    book: () => ({ cells: times(60_000, (k) => `<row r="${k + 1}"><c r="XFD${k + 1}"><v>1</v></c></row>`) }),
    refusal: "more than 3 million cells in use",
  },
  "as many numbers as there may be": {
    book: () => ({
      cells: header + person + times(110_000, (k) => `<row r="${k + 3}">${"<c><v>1.5</v></c>".repeat(26)}</row>`),
    }),
    refusal: "more than 20,000 rows cannot be read",
  },
  "a million formats": {
    book: () => ({
      cells: header + person,
      styles: `<cellXfs>${times(1_000_000, () => '<xf numFmtId="0"/>')}</cellXfs>`,
    }),
    refusal: "more than 100000 formats",
  },
  "a million texts, none of them used": {
    book: () => ({ cells: header + person, texts: times(1_000_000, (k) => `<si><t>text ${k}</t></si>`) }),
  },
  "texts of many pieces": {
    book: () => ({
      cells: header + person,
      texts: times(300_000, (k) => `<si><r><t>a</t></r><r><t>${(k * 7919) % 999_983}</t></r></si>`),
    }),
  },
  "a text of 19 MB": {
    book: () => ({
      cells: `${header}<row r="2"><c t="s"><v>0</v></c><c><v>1</v></c></row>`,
      texts: `<si><t>${"x".repeat(19_000_000)}</t></si>`,
    }),
    refusal: "1 row left out",
  },
  "a million merged cells": {
    book: () => ({
      cells: header + person,
      after: `<mergeCells>${times(600_000, () => '<mergeCell ref="A1:A2"/>')}</mergeCells>`,
    }),
    refusal: "more than 200000 merged cells",
  },
  "a million columns": {
    book: () => ({
      before: `<cols>${times(500_000, () => '<col min="1" max="16384"/>')}</cols>`,
      cells: header + person,
    }),
    refusal: "columns are out of order",
  },
  "tags a million deep": {
    book: () => ({ cells: header + person, after: "<a>".repeat(1_000_000) }),
    refusal: "more than 64 deep",
  },
  "a million attributes": {
    book: () => ({ cells: `<row ${times(1_000_000, (k) => `a${k}="" `)}/>` }),
    refusal: "more than 256 attributes",
  },
  "names of a million kinds": {
    book: () => ({ cells: header + person, after: times(900_000, (k) => `<a${k}/>`) }),
  },
  "a billion laughs": {
    book: () => ({
      parts: {
        "xl/sharedStrings.xml": `<!DOCTYPE sst [<!ENTITY a "ha">${times(9, (k) => `<!ENTITY ${"b".repeat(k + 1)} "${`&${"b".repeat(k) || "a"};`.repeat(10)}">`)}]><sst><si><t>&bbbbbbbbb;</t></si></sst>`,
      },
    }),
    refusal: "it has a document type",
  },
  "ten sheets of zeros in one archive": {
    book: () => ({
      parts: Object.fromEntries(
        Array.from({ length: 10 }, (_, k) => [`xl/worksheets/s${k}.xml`, "0".repeat(12_000_000)]),
      ),
    }),
    refusal: "unpacks to more than 100 times its size",
  },
};

/** The bytes of a hostile workbook. */
export const hostileBytes = (name: string): Buffer => archive(partsOfBook(hostileBooks[name]!.book()));
