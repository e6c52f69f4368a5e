import type { LeftOutRow, NotUsed } from "../../employee-data/data.js";
import { waitsFor } from "../../employee-data/left-out-table.js";
import type { WaitingPerson } from "../../employee-data/waiting.js";
import { findingText } from "../../foundation/tables/finding.js";
import { heading, list, type Piece } from "../../foundation/text/sheet.js";
import { plural } from "../../foundation/text/text.js";
import { nameText, oneLine } from "../../wording/numbers.js";

/** rows. That do not say whose they are, shown. */
const mostRows = 20;

/** What stands before any money: who waits for which rows that were left out, and rows that do not say whose they are. */
export function waitingPieces(
  waiting: readonly WaitingPerson[],
  leftOut: readonly LeftOutRow[],
  named: (person: string) => string = (person) => person,
): Piece[] {
  const nobodys = leftOut.filter(({ waits }) => waits.length === 0);
  const people = waiting.map(({ person, rows }) => `${nameText(named(person))} waits for ${oneLine(waitsFor(rows))}`);
  const rows = nobodys.slice(0, mostRows).map((row) => oneLine(findingText(row)));
  const more = nobodys.length - rows.length;
  return [
    ...(people.length === 0
      ? []
      : [
          heading(`Waiting: ${plural(people.length, "person")} paid nothing until rows that were left out are mended`),
          list(people),
        ]),
    ...(rows.length === 0
      ? []
      : [
          heading(
            `Left out, and not saying whose: ${plural(nobodys.length, "row")}; whoever it is, they are paid without`,
          ),
          list(more > 0 ? [...rows, `and ${plural(more, "row")} more, which JSON and a workbook list`] : rows),
        ]),
  ];
}

/** What was given and came to nobody's pay, and what was read as it stands and can hardly be meant, below the money. */
export const notUsedPieces = (notUsed: readonly NotUsed[]): Piece[] => {
  const texts = (isDoubt: boolean) =>
    notUsed.filter((one) => (one.isDoubt ?? false) === isDoubt).map(({ text }) => oneLine(text));
  const [unused, doubts] = [texts(false), texts(true)];
  return [
    ...(unused.length === 0 ? [] : [heading("Given and not used"), list(unused)]),
    ...(doubts.length === 0 ? [] : [heading("Read as it stands, and doubtful"), list(doubts)]),
  ];
};

/** Rows that were left out, where nobody is paid on the rest but numbers are estimated from it. */
export function leftOutPieces(leftOut: readonly LeftOutRow[]): Piece[] {
  if (leftOut.length === 0) return [];
  const rows = leftOut.slice(0, mostRows).map((row) => oneLine(findingText(row)));
  const more = leftOut.length - rows.length;
  return [
    heading(`Left out: ${plural(leftOut.length, "row")}; everything is estimated without them`),
    list(more > 0 ? [...rows, `and ${plural(more, "row")} more, which JSON lists`] : rows),
  ];
}
