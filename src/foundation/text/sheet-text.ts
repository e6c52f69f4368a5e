import type { Piece, Sheet, Table, TableColumn } from "./sheet.js";
import { escapedText, shortened, shownLine, textTable, wrap as wrapped } from "./text.js";

/** characters. Widest line of anything printed. */
export const pageWidth = 100;

/** characters. Shortest that a name is cut to. */
const shortestName = 8;

/** characters. Remarks stand this far in under their row. */
const remarkIndent = 7;

/** Breaks text into lines once it commands nothing. */
const wrap = (text: string, wide: number, indent = 0): string => wrapped(escapedText(text), wide, indent);

/** How text is to look beyond its words. */
export interface SheetStyle {
  /** What titles and headings become once they are wrapped, such as bold. */
  readonly heading?: ((text: string) => string) | undefined;
}

/** A sheet as text: lines of at most 100 characters where its tables can be made to fit, no trailing newline. */
export const sheetText = (sheet: Sheet, style: SheetStyle = {}): string =>
  sheet
    .map((block) => piecesText(block, style))
    .filter((text) => text !== "")
    .join("\n\n");

const piecesText = (pieces: readonly Piece[], style: SheetStyle): string =>
  pieces
    .map((piece) => pieceText(piece, style))
    .filter((text) => text !== "")
    .join("\n");

function pieceText(piece: Piece, { heading }: SheetStyle): string {
  switch (piece.form) {
    case "title":
    case "heading": {
      const text = wrap(piece.text, pageWidth);
      return heading === undefined || text === "" ? text : heading(text);
    }
    case "list":
      return piece.items.map(bullet).join("\n");
    case "table":
      return [wrap(piece.table.caption, pageWidth), tableText(piece.table)].filter((text) => text !== "").join("\n");
    case "paragraph":
      return wrap(`${piece.word ?? ""}${piece.text}`, pageWidth);
    default:
      return wrap(piece.text, pageWidth);
  }
}

/** A paragraph marked with a dash, its further lines indented under it. */
const bullet = (text: string): string => `- ${wrap(text, pageWidth, 2).slice(2)}`;

/** A table with a rule under its header: the first column left, the others right. What is too wide loses optional columns, then letters of names. */
export function tableText({ columns, remarks }: Table): string {
  const cut = columns
    .filter(({ isExtra }) => isExtra !== true)
    .map((one) => ({ ...one, title: shownLine(one.title), cells: one.cells.map(shownLine) }))
    .map((one) => (one.most === undefined ? one : shorter(one, one.most)));
  const lines = linesOf(fitted(cut));
  if (remarks === undefined) return lines.join("\n");
  const [header, rule, ...rows] = lines;
  const body = rows.flatMap((line, r) => [
    line,
    ...(remarks[r] ?? []).map((one) => wrap(one, pageWidth, remarkIndent)),
  ]);
  return [header, rule, ...body].join("\n");
}

function fitted(columns: readonly TableColumn[]): readonly TableColumn[] {
  if (widthOf(columns) <= pageWidth) return columns;
  const kept = columns.filter(({ isOptional }) => isOptional !== true);
  const excess = widthOf(kept) - pageWidth;
  const [names, ...others] = kept;
  if (excess <= 0 || names.most === undefined) return kept;
  const longest = Math.max(...names.cells.map((one) => [...one].length));
  return [shorter(names, Math.max(shortestName, longest - excess)), ...others];
}

const shorter = (column: TableColumn, most: number): TableColumn => ({
  ...column,
  cells: column.cells.map((one) => shortened(one, most)),
});

const widthOf = (columns: readonly TableColumn[]): number =>
  Math.max(...linesOf(columns).map((line) => [...line].length));

function linesOf(columns: readonly TableColumn[]): string[] {
  const rows = columns[0].cells.map((_, r) => columns.map(({ cells }) => cells[r]));
  const align = columns.map(({ isWords }, k) =>
    k === 0 && isWords !== false ? ("left" as const) : ("right" as const),
  );
  return textTable([columns.map(({ title }) => title), ...rows], { align, header: true }).split("\n");
}
