import { columnLetter } from "../../foundation/tables/cell.js";
import { type CellType, type DataCell, type DataTable, dataRows } from "../../foundation/tables/data-table.js";
import { refuse } from "../../foundation/text/problem.js";
import { escapeXml } from "../../foundation/text/xml.js";
import { dayNumber } from "../../foundation/values/day-numbers.js";
import { archive } from "./zip.js";

const formats: readonly CellType[] = ["text", "money", "percent", "number", "whole", "date", "yes or no"];

/** The format codes, in the order of `formats`. */
const codes = (currency: string | undefined): string[] => [
  "@",
  currency === undefined ? "#,##0.00" : `#,##0.00\\ "${currency}"`,
  "0.0%",
  "#,##0.####",
  "0",
  "yyyy-mm-dd",
  "General",
];

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const spreadsheet = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const packaged = "http://schemas.openxmlformats.org/package/2006";

/**
 * Tables as one .xlsx workbook, a sheet each: number formats by column, header in bold and frozen, columns as wide as their content, text
 * always text and never a formula. The same tables give the same bytes. Throws a Problem for names that no sheet can have
 * and for amounts in several currencies.
 */
export function tablesXlsx(tables: readonly DataTable[]): Uint8Array {
  const currency = currencyOf(tables);
  if (currency !== undefined && !/^[A-Z]{3}$/.test(currency))
    refuse("currency", `"${currency}" is no code`, "write EUR");
  if (tables.length === 0) refuse("tables", "there are none", "give one or more");
  for (const { name } of tables) refuseName(name, tables);
  return archive([
    { name: "[Content_Types].xml", text: contentTypes(tables) },
    { name: "_rels/.rels", text: relationships([["officeDocument", "xl/workbook.xml"]]) },
    { name: "xl/workbook.xml", text: workbook(tables) },
    {
      name: "xl/_rels/workbook.xml.rels",
      text: relationships([
        ...tables.map((_, k) => ["worksheet", `worksheets/sheet${k + 1}.xml`]),
        ["styles", "styles.xml"],
      ]),
    },
    { name: "xl/styles.xml", text: styles(currency) },
    ...tables.map((table, k) => ({ name: `xl/worksheets/sheet${k + 1}.xml`, text: worksheet(table) })),
  ]);
}

/** What amounts are shown in; undefined where no table says it. */
function currencyOf(tables: readonly DataTable[]): string | undefined {
  const [first, ...others] = new Set(tables.flatMap(({ currency }) => currency ?? []));
  if (others.length > 0)
    refuse("tables", `amounts in ${first} and in ${others.join(", ")}`, "write a workbook for each currency");
  return first;
}

/** characters. Longest name of a sheet. */
const longestName = 31;

function refuseName(name: string, tables: readonly DataTable[]): void {
  const isBad = name === "" || name.length > longestName || /[\][*?/\\:\p{Cc}]|^'|'$/u.test(name);
  const remedy = `1 to ${longestName} characters without [ ] * ? / \\ : such as roster`;
  if (isBad || name.toLowerCase() === "history") refuse("sheet", `"${name}" cannot be the name of a sheet`, remedy);
  const twins = tables.filter((one) => one.name.toLowerCase() === name.toLowerCase());
  if (twins.length > 1) refuse("sheet", `two sheets are called "${name}"`, "name them apart");
}

const contentTypes = (tables: readonly DataTable[]): string => {
  const kind = "application/vnd.openxmlformats-officedocument.spreadsheetml";
  const parts = [
    ["/xl/workbook.xml", `${kind}.sheet.main+xml`],
    ["/xl/styles.xml", `${kind}.styles+xml`],
    ...tables.map((_, k) => [`/xl/worksheets/sheet${k + 1}.xml`, `${kind}.worksheet+xml`]),
  ];
  const overrides = parts.map(([part, type]) => `<Override PartName="${part}" ContentType="${type}"/>`).join("");
  return `${declaration}<Types xmlns="${packaged}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${overrides}</Types>`;
};

const relationships = (list: readonly (readonly string[])[]): string => {
  const parts = list.map(
    ([type, target], k) => `<Relationship Id="rId${k + 1}" Type="${relations}/${type}" Target="${target}"/>`,
  );
  return `${declaration}<Relationships xmlns="${packaged}/relationships">${parts.join("")}</Relationships>`;
};

const workbook = (tables: readonly DataTable[]): string => {
  const sheets = tables.map(({ name }, k) => `<sheet name="${xmlText(name)}" sheetId="${k + 1}" r:id="rId${k + 1}"/>`);
  return `${declaration}<workbook xmlns="${spreadsheet}" xmlns:r="${relations}"><sheets>${sheets.join("")}</sheets></workbook>`;
};

/** Style 0 is plain, 1 the header, then one a format; text keeps an apostrophe's effect, so that editing makes no formula of it. */
function styles(currency: string | undefined): string {
  const custom = codes(currency).map((code, k) => `<numFmt numFmtId="${164 + k}" formatCode="${escapeXml(code)}"/>`);
  const cells = formats.map((format, k) => {
    const quoted = format === "text" ? ' quotePrefix="1"' : "";
    return `<xf numFmtId="${164 + k}" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"${quoted}/>`;
  });
  const plain = '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>';
  const header =
    '<xf numFmtId="49" fontId="1" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1" quotePrefix="1"/>';
  return `${declaration}<styleSheet xmlns="${spreadsheet}"><numFmts count="${custom.length}">${custom.join("")}</numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1">${plain}</cellStyleXfs><cellXfs count="${cells.length + 2}">${plain}${header}${cells.join("")}</cellXfs></styleSheet>`;
}

/** characters. A column is this wide at least and at most. */
const narrowest = 8;
const widest = 60;

/** rows. Looked at for the width of a column. */
const measured = 1000;

function worksheet(table: DataTable): string {
  const { columns } = table;
  const rows = dataRows(table);
  const widths = columns.map(({ name, type }, k) => {
    const longest = rows
      .slice(0, measured)
      .reduce((most, row) => Math.max(most, shownLength(row[k], type)), name.length);
    return `<col min="${k + 1}" max="${k + 1}" width="${Math.min(widest, Math.max(narrowest, longest)) + 2}" customWidth="1"/>`;
  });
  const header = columns.map(({ name }, k) => textCell(name, `${columnLetter(k)}1`, 1)).join("");
  const body = rows.map(
    (row, r) =>
      `<row r="${r + 2}">${row.map((cell, k) => cellXml(cell, columns[k]!.type, `${columnLetter(k)}${r + 2}`)).join("")}</row>`,
  );
  const frozen =
    '<sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView>';
  const wide = columns.length === 0 ? "" : `<cols>${widths.join("")}</cols>`;
  return `${declaration}<worksheet xmlns="${spreadsheet}"><sheetViews>${frozen}</sheetViews>${wide}<sheetData><row r="1">${header}</row>${body.join("")}</sheetData></worksheet>`;
}

/** characters. Of a cell as its format shows it, near enough. */
function shownLength(cell: DataCell, format: CellType): number {
  const length = cell === undefined ? 0 : String(cell).length;
  return format === "money" ? length + 8 : length;
}

function cellXml(cell: DataCell, format: CellType, place: string): string {
  const style = formats.indexOf(format) + 2;
  if (cell === undefined) return "";
  if (typeof cell === "boolean") return `<c r="${place}" s="${style}" t="b"><v>${cell ? 1 : 0}</v></c>`;
  if (typeof cell === "number") {
    if (!Number.isFinite(cell)) return textCell(cell > 0 ? "infinity" : "-infinity", place, 2);
    return `<c r="${place}" s="${style}"><v>${cell}</v></c>`;
  }
  const isDate = format === "date" && /^\d{4}-\d{2}-\d{2}$/.test(cell) && cell >= "1900-03-01";
  if (isDate) return `<c r="${place}" s="${style}"><v>${dayNumber(cell)}</v></c>`;
  return textCell(cell, place, 2);
}

const textCell = (text: string, place: string, style: number): string =>
  `<c r="${place}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${xmlText(text)}</t></is></c>`;

/** Text for XML 1.0: what it cannot hold is written `_x0007_`, as workbooks do, and what looks like that is kept apart from it. */
const xmlText = (text: string): string =>
  escapeXml(
    text
      .replace(/_(?=x[\da-f]{4}_)/gi, "_x005F_")
      .replace(/(?![\t\n])[\p{Cc}\ufffe\uffff]/gu, (letter) => `_x${hex(letter.charCodeAt(0))}_`)
      .replace(/\p{Cs}/gu, "\ufffd"),
  );

const hex = (code: number): string => code.toString(16).padStart(4, "0").toUpperCase();
