import { bareTableName, isBad, isBlank, type RawCell, type RawTable } from "../../foundation/tables/cell.js";
import { cellReader } from "../../foundation/tables/cells/reading-cells.js";
import type { MappedColumn } from "../../foundation/tables/column.js";
import type { TableFinding } from "../../foundation/tables/finding.js";
import { isNamed } from "../../foundation/tables/mapping.js";
import { readDate } from "../../foundation/tables/periods/date-text.js";
import { joinWords } from "../../foundation/text/text.js";
import type { NotUsed } from "../data.js";

/** A table whose columns were laid out. */
interface LaidOut {
  readonly table: string;
  readonly file: string;
  readonly sheet?: string | undefined;
  readonly headerRow: number;
  readonly columns: readonly MappedColumn[];
}

/** What cells of a column that is not used seem to hold. */
export type Holds = "dates" | "amounts";

/** cells. Looked at in a column. */
const looked = 200;

/** An amount a person is paid by is hardly smaller, in any currency. */
const leastAmount = 100;

/** The columns of a table that are not used and seem to hold dates or amounts, those that are to be left alone aside. */
export function telling(
  table: RawTable,
  { columns, headerRow }: Pick<LaidOut, "columns" | "headerRow">,
  ignored: readonly string[] = [],
): ReadonlyMap<number, Holds> {
  const found = new Map<number, Holds>();
  for (const { index, header, spec, example } of columns) {
    if (spec !== undefined || example === undefined || ignored.some((name) => isNamed(name, header, index))) continue;
    const holds = holdsOf(table, headerRow, index, header);
    if (holds !== undefined) found.set(index, holds);
  }
  return found;
}

function holdsOf({ rows }: RawTable, from: number, index: number, header: MappedColumn["header"]): Holds | undefined {
  const cells: RawCell[] = [];
  for (let row = from; row < rows.length && cells.length < looked; row++) {
    const cell = rows[row]![index];
    if (!isBlank(cell)) cells.push(cell);
  }
  const isMost = (count: number): boolean => count > cells.length / 2;
  if (isMost(cells.filter(isDate).length)) return "dates";
  const read = cellReader({
    ...{ reads: "number", header, currency: undefined },
    convention: { mark: ".", order: undefined, notes: [] },
  });
  const numbers = cells.map(read).flatMap((value) => (!isBad(value) && typeof value === "number" ? [value] : []));
  if (!isMost(numbers.length)) return undefined;
  const isLarge = isMost(numbers.filter((value) => Math.abs(value) >= leastAmount).length);
  return header.currency !== undefined || isLarge ? "amounts" : undefined;
}

const isDate = (cell: RawCell): boolean =>
  typeof cell === "object" ? "day" in cell : typeof cell === "string" && readDate(cell.trim(), undefined) !== undefined;

const nameOf = ({ letter, header }: MappedColumn): string => (header.text === "" ? letter : header.text);

/** Remarks on columns that seem to hold dates or amounts and are not used. */
export const tellingRemarks = (mapping: LaidOut, found: ReadonlyMap<number, Holds>): TableFinding[] =>
  mapping.columns.flatMap((column): TableFinding[] => {
    const holds = found.get(column.index);
    if (holds === undefined) return [];
    const { table, file, sheet } = mapping;
    const what = table === "roster" ? (holds === "dates" ? "left" : "targetIncentive") : "…";
    return [
      {
        ...{ table, file, sheet, column: column.letter, header: column.header.text, isFault: false, times: 1 },
        reason: `holds ${holds} and is not used`,
        expected: `say what it is, such as ${table}.${what}=${column.letter}, or that it is to be left alone`,
      },
    ];
  });

/** The columns of a table that are not used, in sentences: those that hold dates or amounts one by one. */
export function columnsNotUsed(mapping: LaidOut, found: ReadonlyMap<number, Holds>): NotUsed[] {
  const { table, columns } = mapping;
  const place = bareTableName(mapping);
  const idle = columns.filter(({ spec, example }) => (spec === undefined || spec.isUnused) && example !== undefined);
  const others = idle.filter(({ index }) => !found.has(index)).map(nameOf);
  return [
    ...idle.flatMap((column) => {
      const holds = found.get(column.index);
      return holds === undefined
        ? []
        : [{ table, text: `${place}: column ${column.letter} (${column.header.text}) holds ${holds} and is not used` }];
    }),
    ...(others.length === 0
      ? []
      : [{ table, text: `${place}: ${others.length === 1 ? "column" : "columns"} ${joinWords(others)}` }]),
  ];
}
