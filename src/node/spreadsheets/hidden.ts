import { columnLetter } from "../../foundation/tables/cell.js";
import { joinWords } from "../../foundation/text/text.js";

/** ranges. Named in a remark. */
const named = 6;

/** `rows 2, 5 to 9 and 12`; each number once, upwards. */
function listed(word: string, numbers: readonly number[], name: (number: number) => string): string {
  const ranges: { from: number; to: number }[] = [];
  for (const number of numbers) {
    const last = ranges.at(-1);
    if (last !== undefined && number === last.to + 1) last.to = number;
    else ranges.push({ from: number, to: number });
  }
  const words = ranges
    .slice(0, named)
    .map(({ from, to }) => (from === to ? name(from) : `${name(from)} to ${name(to)}`));
  const more = ranges.length > named ? [`${ranges.length - named} more`] : [];
  return `${numbers.length === 1 ? word : `${word}s`} ${joinWords([...words, ...more])}`;
}

/** What a sheet does not show although it holds something. */
export interface Hidden {
  /** From 1. */
  readonly rows: readonly number[];
  /** From 0. */
  readonly columns: readonly number[];
  /** A filter is on: it hides rows. */
  readonly isFiltered: boolean;
  readonly isSheet: boolean;
}

/** A remark for each kind of thing that one does not see in a workbook and that is read all the same. */
export function hiddenRemarks({ rows, columns, isFiltered, isSheet }: Hidden): string[] {
  const remarks: string[] = [];
  if (isSheet) remarks.push("the sheet is hidden; it is read like any other");
  if (rows.length > 0) {
    const which = listed("row", rows, String);
    const one = rows.length === 1 ? "it is read like any other" : "they are read like all others";
    remarks.push(
      isFiltered ? `a filter hides ${which}; ${one}` : `${which} ${rows.length === 1 ? "is" : "are"} hidden; ${one}`,
    );
  }
  if (columns.length > 0) {
    const is =
      columns.length === 1 ? "is hidden; it is read like any other" : "are hidden; they are read like all others";
    remarks.push(`${listed("column", columns, columnLetter)} ${is}`);
  }
  return remarks;
}
