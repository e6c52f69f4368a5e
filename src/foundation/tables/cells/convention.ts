import type { RawCell } from "../cell.js";
import { trimmed } from "../cell.js";
import type { Reads } from "../column.js";
import { type DateOrder, orderEvidence } from "../periods/date-text.js";
import { type DecimalMark, numberText, separatorsOf } from "./number-text.js";

/** How the numbers and dates of one column are written. */
export interface Convention {
  /** What a mark before three digits is: decimals with this one, groups otherwise. Undefined where nothing tells. */
  readonly mark: DecimalMark | undefined;
  readonly order: DateOrder | undefined;
  /** For the mapping: how it was decided. */
  readonly notes: readonly string[];
}

/** What the cells of one column say, counted. */
export interface ColumnEvidence {
  /** Cells that are certainly written with this decimal mark. */
  readonly point: number;
  readonly comma: number;
  /** Cells with one mark before three digits. */
  readonly eitherPoint: number;
  readonly eitherComma: number;
  readonly dayFirst: number;
  readonly monthFirst: number;
  readonly eitherOrder: number;
}

const none: ColumnEvidence = {
  ...{ point: 0, comma: 0, eitherPoint: 0, eitherComma: 0, dayFirst: 0, monthFirst: 0, eitherOrder: 0 },
};

const numeric = new Set<Reads>(["money", "money or percent", "number", "share", "ratio"]);
const dated = new Set<Reads>(["date", "first day", "last day", "period", "part", "year"]);

/** Goes through the texts of one column. */
export function columnEvidence(
  rows: readonly (readonly RawCell[])[],
  from: number,
  index: number,
  reads: Reads,
): ColumnEvidence {
  if (!numeric.has(reads) && !dated.has(reads)) return none;
  const found = { ...none } as { -readonly [key in keyof ColumnEvidence]: number };
  for (let row = from; row < rows.length; row++) {
    const cell = rows[row]![index];
    if (typeof cell !== "string" || /^\d*$/.test(cell)) continue;
    if (dated.has(reads)) countOrder(found, cell);
    else countMark(found, cell);
  }
  return found;
}

function countOrder(found: { -readonly [key in keyof ColumnEvidence]: number }, cell: string): void {
  switch (orderEvidence(trimmed(cell))) {
    case "day first":
      found.dayFirst += 1;
      break;
    case "month first":
      found.monthFirst += 1;
      break;
    case "either":
      found.eitherOrder += 1;
      break;
  }
}

function countMark(found: { -readonly [key in keyof ColumnEvidence]: number }, cell: string): void {
  const simple = /^-?(\d+)\.(\d+)$/.exec(cell);
  const parts = simple === null ? numberText(cell) : undefined;
  const body = simple === null ? parts?.body : `${simple[1]}.${simple[2]}`;
  if (body === undefined) return;
  switch (separatorsOf(body)) {
    case ".":
      found.point += 1;
      break;
    case ",":
      found.comma += 1;
      break;
    case "either . or grouping":
      found.eitherPoint += 1;
      break;
    case "either , or grouping":
      found.eitherComma += 1;
      break;
  }
}

/** What else is known about a table. */
export interface Surroundings {
  /** All columns of the table together. */
  readonly table: ColumnEvidence;
  /** Of a text file. */
  readonly delimiter: string | undefined;
  /** Said by the caller. */
  readonly mark: DecimalMark | undefined;
  readonly order: DateOrder | undefined;
}

/** The evidence of several columns together. */
export const joinedEvidence = (all: readonly ColumnEvidence[]): ColumnEvidence =>
  all.reduce(
    (sum, one) =>
      Object.fromEntries(
        Object.entries(sum).map(([key, n]) => [key, n + one[key as keyof ColumnEvidence]]),
      ) as unknown as ColumnEvidence,
    none,
  );

const onlyMark = ({ point, comma }: ColumnEvidence): DecimalMark | undefined =>
  point > 0 && comma === 0 ? "." : comma > 0 && point === 0 ? "," : undefined;

/** Decides how a column is written, from its own cells first, then from the table's, then from the kind of file. */
export function conventionOf(reads: Reads, own: ColumnEvidence, around: Surroundings): Convention {
  if (dated.has(reads)) return { mark: undefined, ...orderOf(own, around) };
  if (!numeric.has(reads)) return { mark: undefined, order: undefined, notes: [] };
  return { order: undefined, ...markOf(reads, own, around) };
}

function markOf(reads: Reads, own: ColumnEvidence, around: Surroundings): Pick<Convention, "mark" | "notes"> {
  const words = (mark: DecimalMark): string => (mark === "." ? "decimal point" : "decimal comma");
  if (around.mark !== undefined) return { mark: around.mark, notes: [words(around.mark)] };
  const mine = onlyMark(own);
  if (mine !== undefined) return { mark: mine, notes: mine === "," ? [words(mine)] : [] };
  if (own.point + own.comma > 0) return { mark: undefined, notes: ["decimal points and decimal commas are mixed"] };
  if (own.eitherPoint + own.eitherComma === 0) return { mark: undefined, notes: [] };
  if (own.eitherPoint > 0 && own.eitherComma > 0)
    return { mark: undefined, notes: ["marks of both kinds before three digits"] };
  const seen: DecimalMark = own.eitherPoint > 0 ? "." : ",";
  const table = onlyMark(around.table);
  const isMoney = reads === "money" || reads === "money or percent";
  if (table !== undefined && !(isMoney && table === seen))
    return { mark: table, notes: [`${words(table)}, as elsewhere in the table`] };
  if (isMoney && table === undefined) {
    const mark = seen === "." ? "," : ".";
    return { mark, notes: [`"${seen}" taken to part thousands: every one stands before three digits`] };
  }
  if (!isMoney && around.delimiter === ",")
    return { mark: ".", notes: ["decimal point, as files parted by commas have"] };
  return { mark: undefined, notes: [`"${seen}" may be a decimal mark or part thousands`] };
}

function orderOf(own: ColumnEvidence, around: Surroundings): Pick<Convention, "order" | "notes"> {
  if (around.order !== undefined) return { order: around.order, notes: [around.order] };
  const { dayFirst, monthFirst, eitherOrder } = own;
  if (dayFirst > 0 && monthFirst > 0) return { order: undefined, notes: ["day first and month first are mixed"] };
  if (dayFirst > 0) return { order: "day first", notes: ["day first: a first number is above 12"] };
  if (monthFirst > 0) return { order: "month first", notes: ["month first: a second number is above 12"] };
  if (eitherOrder === 0) return { order: undefined, notes: [] };
  const { table } = around;
  if (table.dayFirst > 0 !== table.monthFirst > 0) {
    const order: DateOrder = table.dayFirst > 0 ? "day first" : "month first";
    return { order, notes: [`${order}, as elsewhere in the table`] };
  }
  if (onlyMark(table) === ",") return { order: "day first", notes: ["day first, as where decimals follow a comma"] };
  return { order: undefined, notes: ["day or month may come first"] };
}
