import { columnLetter, isBlank, type MergedCells, mostColumns, type RawCell } from "../../foundation/tables/cell.js";
import { mergedIn, mostMerged } from "./merged.js";
import { type CellBook, readCell } from "./sheet-cells.js";
import { eachChild } from "./styles.js";
import { closedElement, end, opened, XmlReader } from "./xml-reader.js";
import { damaged, tooLarge } from "./xml-text.js";

/** rows. Spreadsheets have no more. */
const mostRows = 1_048_576;

/** Cells that the sheets of one workbook may still take up, blank ones before a filled one included. */
export interface Room {
  cells: number;
}

export interface SheetRead {
  readonly rows: RawCell[][];
  readonly merged: readonly MergedCells[];
  /** From 1; those that hold something. */
  readonly hiddenRows: readonly number[];
  /** From 0; those that hold something. */
  readonly hiddenColumns: readonly number[];
  /** A filter of the sheet hides rows. */
  readonly isFiltered: boolean;
}

const noCells: RawCell[] = [];

/**
 * The rows of a sheet's XML, one after the other, blank ones included, up to the last that holds something. Throws a SheetFault for XML that is not
 * whole: nothing between cells is skipped.
 */
export function readSheet(bytes: Buffer, book: CellBook, room: Room): SheetRead {
  const xml = new XmlReader(bytes);
  if (xml.next() !== opened || xml.name !== "worksheet") damaged("it is no sheet of cells");
  const sheet = new SheetInHand(xml, book, room);
  if (!xml.isShort) for (let tag = xml.next(); tag !== closedElement; tag = xml.next()) sheet.part();
  if (xml.next() !== end) damaged("something stands after its end");
  return sheet.read();
}

/** A sheet while it is read. */
class SheetInHand {
  private rows: RawCell[][] | undefined;
  private readonly hiddenRows: number[] = [];
  /** By column from 0. */
  private readonly hidden = new Uint8Array(mostColumns);
  private lastColumn = 0;
  private readonly ranges: string[] = [];
  private isFiltered = false;
  private readonly inHand: RawCell[] = [];
  private readonly xml: XmlReader;
  private readonly book: CellBook;
  private readonly room: Room;

  constructor(xml: XmlReader, book: CellBook, room: Room) {
    this.xml = xml;
    this.book = book;
    this.room = room;
  }

  /** Reads the part in hand and passes its end. */
  part(): void {
    const { xml } = this;
    if (xml.name === "sheetData") this.readRows();
    else if (xml.name === "cols") eachChild(xml, "col", () => this.column());
    else if (xml.name === "mergeCells") eachChild(xml, "mergeCell", () => this.range());
    else if (xml.name === "autoFilter") eachChild(xml, "filterColumn", () => (this.isFiltered = true));
    else xml.skip();
  }

  read(): SheetRead {
    const { rows = damaged("it has no cells' data"), hiddenRows, isFiltered } = this;
    const hiddenColumns: number[] = [];
    for (let column = 0; column < this.lastColumn; column++) {
      if (this.hidden[column] === 1 && rows.some((cells) => !isBlank(cells[column]))) hiddenColumns.push(column);
    }
    return { rows, merged: mergedIn(this.ranges, rows), hiddenRows, hiddenColumns, isFiltered };
  }

  private column(): void {
    const { attributes } = this.xml;
    const from = attributes.number("min");
    const to = attributes.number("max");
    if (from <= this.lastColumn || to < from || to > mostColumns) damaged("its columns are out of order");
    if (attributes.says("hidden") || isZero(attributes.value("width"))) this.hidden.fill(1, from - 1, to);
    this.lastColumn = to;
  }

  private range(): void {
    if (this.ranges.length >= mostMerged) tooLarge(`it has more than ${mostMerged} merged cells`);
    this.ranges.push(this.xml.attributes.value("ref") ?? damaged("merged cells without a place"));
  }

  private readRows(): void {
    const { xml } = this;
    if (this.rows !== undefined) damaged("it has two sets of cells");
    this.rows = [];
    if (xml.isShort) return;
    let number = 0;
    for (let tag = xml.next(); tag !== closedElement; tag = xml.next()) {
      if (xml.name !== "row" || xml.isAfterText) damaged("something stands between its rows");
      const said = xml.attributes.number("r");
      if (said >= 0 && (said <= number || said > mostRows)) damaged(`row ${said} is out of order`);
      number = said < 0 ? number + 1 : said;
      if (number > mostRows) damaged("it has more rows than a sheet can have");
      this.row(number, this.rows);
    }
    if (xml.isAfterText) damaged("something stands between its rows");
  }

  private row(number: number, rows: RawCell[][]): void {
    const { xml } = this;
    const isHidden = xml.attributes.says("hidden") || isZero(xml.attributes.value("ht"));
    const cells = xml.isShort ? noCells : this.readCells(number);
    if (cells.length === 0) return;
    this.take(cells.length + number - rows.length);
    while (rows.length < number - 1) rows.push(noCells);
    rows.push(cells);
    if (isHidden) this.hiddenRows.push(number);
  }

  private readCells(row: number): RawCell[] {
    const { xml, book } = this;
    const cells = this.inHand;
    cells.length = 0;
    let next = 0;
    for (let tag = xml.next(); tag !== closedElement; tag = xml.next()) {
      if (xml.isAfterText) damaged("something stands between its cells");
      if (xml.name === "extLst") {
        xml.skip();
        continue;
      }
      if (xml.name !== "c") damaged("something stands between its cells");
      const column = this.columnOf(row) ?? next;
      if (column < next || column >= mostColumns) damaged("cells are out of order");
      next = column + 1;
      const cell = readCell(xml, book);
      if (cell === undefined) continue;
      while (cells.length < column) cells.push(undefined);
      cells.push(cell);
    }
    if (xml.isAfterText) damaged("something stands between its cells");
    // A copy takes no more room than its cells; a list that grew does
    return cells.slice();
  }

  /** `r="AB12"` → 27; undefined where a cell does not say. Refuses a cell of another row. */
  private columnOf(row: number): number | undefined {
    const place = this.xml.attributes.span("r");
    if (place === undefined) return undefined;
    let column = 0;
    let digits = 0;
    let number = 0;
    for (let at = place.from; at < place.to; at++) {
      const byte = this.xml.bytes[at]!;
      const isDigit = byte >= 48 && byte <= 57;
      if (!isDigit && (byte < 65 || byte > 90 || digits > 0 || column > mostColumns)) return this.noPlace();
      if (isDigit) {
        number = number * 10 + byte - 48;
        digits += 1;
      } else column = column * 26 + byte - 64;
    }
    if (column === 0 || digits === 0 || digits > 7) this.noPlace();
    if (number !== row) damaged(`cell ${columnLetter(column - 1)}${number} stands in row ${row}`);
    return column - 1;
  }

  private noPlace(): never {
    return damaged(`"${this.xml.attributes.value("r")}" is no place of a cell`);
  }

  private take(cells: number): void {
    this.room.cells -= cells;
    if (this.room.cells < 0) tooLarge("its workbook has more than 3 million cells in use");
  }
}

/** A row or column without height or width. */
const isZero = (size: string | undefined): boolean => size !== undefined && Number(size) === 0;
