import type { Backtest, ChangedGroup, PersonChange, PlanChange } from "../../backtest/data.js";
import { heading, list, note, type Piece, paragraph, table } from "../../foundation/text/sheet.js";
import { plural } from "../../foundation/text/text.js";
import {
  confidenceText,
  differenceText,
  planText,
  shareText,
  sidesText,
  wordsOf,
} from "../../wording/backtest-words.js";
import { columnsOf, wordsColumn } from "../../wording/columns.js";
import { nameText } from "../../wording/numbers.js";
import { breakEvenBlock } from "./backtest-break-even.js";

/** Most people shown one by one; of more, half from each end. */
const mostPeople = 40;
const mostShown = 20;

/** A plan against the old one: the difference with its interval, winners and losers, people, break-even, quarters, who is left out. */
export function changeBlocks(change: PlanChange, found: Backtest): Piece[][] {
  const { money } = wordsOf(found);
  const interval =
    change.interval === undefined
      ? ""
      : ` (${confidenceText(found)} interval ${money(change.interval.low, true)} to ${money(change.interval.high, true)})`;
  const head = [
    heading(`${planText(change, found)} against "${nameText(found.old)}"`),
    paragraph(
      change.people === 0
        ? "Nobody is paid under both plans."
        : `${differenceText(change, found)}${interval}; ${sidesText(change)}.`,
    ),
  ];
  if (change.people === 0) return [head, leftOutBlock(change, found)];
  return [
    [...head, sidesTable(change, found)],
    yearTable(change, found),
    peopleTable(change, found),
    breakEvenBlock(change, found),
    quartileTable(change, found),
    leftOutBlock(change, found),
  ];
}

function sidesTable({ winners, losers }: PlanChange, found: Backtest): Piece {
  const { money } = wordsOf(found);
  const sides = [winners, losers];
  const of = columnsOf(sides);
  const column = (title: string, read: (side: ChangedGroup) => number) =>
    of.numbers(title, (side) => (side.people === 0 ? "" : money(read(side), true)));
  return table("", [
    wordsColumn(found.currency, ["winners", "losers"]),
    of.numbers("people", ({ people }) => String(people)),
    of.numbers("share", ({ share }) => shareText(share, 0)),
    column("total", ({ total }) => total),
    column("mean", ({ mean }) => mean),
    column("median", ({ median }) => median),
    column("largest", ({ largest }) => largest),
    of.words("whose", ({ person }) => nameText(person ?? "", 20)),
  ]);
}

function yearTable({ years }: PlanChange, found: Backtest): Piece[] {
  if (years.length < 2) return [];
  const { money } = wordsOf(found);
  const of = columnsOf(years);
  return [
    table(`The same people and days under both plans, by year, ${found.currency}`, [
      of.words("year", ({ name }) => name),
      of.numbers("people", ({ people }) => String(people)),
      of.numbers("old", ({ old }) => money(old)),
      of.numbers("new", (year) => money(year.new)),
      of.numbers("new − old", ({ change }) => money(change, true)),
      of.numbers("from", ({ interval }) => money(interval?.low, true)),
      of.numbers("to", ({ interval }) => money(interval?.high, true)),
    ]),
  ];
}

function peopleTable({ persons }: PlanChange, found: Backtest): Piece[] {
  const { money } = wordsOf(found);
  const sorted = [...persons].sort((a, b) => b.change - a.change || (a.person < b.person ? -1 : 1));
  const isLong = sorted.length > mostPeople;
  const shown = isLong ? [...sorted.slice(0, mostShown / 2), ...sorted.slice(-mostShown / 2)] : sorted;
  const of = columnsOf(shown);
  const named = ({ person, name }: PersonChange): string => (name === person ? person : `${person} ${name}`);
  const people = table(
    `${isLong ? `The ${mostShown / 2} who gain most and the ${mostShown / 2} who lose most` : "Everybody"}, ${found.currency}`,
    [
      of.names("person", named),
      of.numbers("old", ({ old }) => money(old)),
      of.numbers("new", (one) => money(one.new)),
      of.numbers("change", ({ change }) => money(change, true)),
      of.numbers("%", ({ changeShare }) => shareText(changeShare, 1, true)),
    ],
  );
  return isLong
    ? [people, note(`${plural(sorted.length - mostShown, "other")}: JSON and a workbook have all.`)]
    : [people];
}

function quartileTable({ quartiles: found }: PlanChange, backtest: Backtest): Piece[] {
  if (found === undefined) return [];
  const { money } = wordsOf(backtest);
  const { quartiles: rows } = found;
  const of = columnsOf(rows);
  const names = ["least", "second", "third", "best"];
  return [
    table(`Yearly pay by quarter of performance (${found.by}), ${backtest.currency}, mean`, [
      of.words("quarter", ({ quartile }) => names[quartile - 1]),
      of.numbers("people", ({ people }) => String(people)),
      of.numbers("performance", ({ performance }) => shareText(performance)),
      of.numbers("old", ({ old }) => money(old.mean)),
      of.numbers("new", (row) => money(row.new.mean)),
      of.numbers("change", ({ change }) => money(change.mean, true)),
      of.numbers("from", ({ change }) => money(change.interval?.low, true)),
      of.numbers("to", ({ change }) => money(change.interval?.high, true)),
    ]),
  ];
}

/** Longest list of what is left out. */
const mostLeftOut = 10;

function leftOutBlock({ leftOut }: PlanChange, found: Backtest): Piece[] {
  if (leftOut.length === 0) return [];
  const { named } = wordsOf(found);
  const paid = (pay: number | undefined, name: string): string =>
    pay === undefined ? `not paid under ${name}` : `${named(pay)} under ${name}`;
  const people = new Set(leftOut.map(({ person }) => person)).size;
  const items = leftOut
    .slice(0, mostLeftOut)
    .map(
      (one) =>
        `${nameText(one.person)}, ${one.from} to ${one.to}: ${paid(one.old, "the old plan")}, ${paid(one.new, "the new one")}: ${one.why}`,
    );
  const more = leftOut.length - items.length;
  return [
    paragraph(
      `Left out of the comparison, as one of the plans could not pay them: ${plural(leftOut.length, "period")} of ${plural(people, "person")}.`,
    ),
    list(more > 0 ? [...items, `${plural(more, "other")}, which JSON lists`] : items),
  ];
}
