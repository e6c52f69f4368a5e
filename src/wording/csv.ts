type Cell = string | number | undefined;

/**
 * Rows as comma-separated text: RFC 4180 (CRLF, quotes where needed, doubled inside). Text that a spreadsheet would take for a formula (it
 * starts with = + - @, a tab or a carriage return) gets an apostrophe in front; numbers are written as they are, in full.
 */
export const csv = (rows: readonly (readonly Cell[])[]): string =>
  rows.map((row) => `${row.map(cellText).join(",")}\r\n`).join("");

function cellText(cell: Cell): string {
  if (cell === undefined) return "";
  if (typeof cell === "number") return Number.isFinite(cell) ? String(cell) : cell > 0 ? "infinity" : "'-infinity";
  const isFormula = /^\s*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]|^[\t\r\n]/.test(cell) && !isNumeric(cell);
  const safe = isFormula ? `'${cell}` : cell;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

const isNumeric = (text: string): boolean => /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(text);

/** Any result as JSON, indented; infinite limits, which JSON cannot hold, are written as the words "infinity" and "-infinity". */
export const resultJson = (result: object): string =>
  JSON.stringify(
    result,
    (_, value: unknown) =>
      typeof value === "number" && !Number.isFinite(value) ? (value > 0 ? "infinity" : "-infinity") : value,
    2,
  );
