import type { Backtest, BreakEven, BreakEvenAnswer, PlanChange } from "../../backtest/data.js";
import { note, type Piece, paragraph, table } from "../../foundation/text/sheet.js";
import { joinWords, plural } from "../../foundation/text/text.js";
import { shareText, wordsOf } from "../../wording/backtest-words.js";
import { columnsOf } from "../../wording/columns.js";

const answers: readonly BreakEvenAnswer[] = ["already", "any attainment does", "must reach more", "not within reach"];

/** Longest list of those who must reach more. */
const mostBreakEvens = 12;

/** What must be reached to earn the old pay: how many do already, and who is furthest from it. */
export function breakEvenBlock({ breakEven }: PlanChange, found: Backtest): Piece[] {
  if (breakEven.length === 0) return [];
  const { money } = wordsOf(found);
  const counts = answers.flatMap((answer) => {
    const count = breakEven.filter((one) => one.answer === answer).length;
    return count === 0 ? [] : [`in ${count} ${answerWords[answer]}`];
  });
  const short = breakEven
    .filter((one) => one.needed === undefined || one.answer === "must reach more")
    .sort(
      (a, b) => gapOf(b) - gapOf(a) || (a.person < b.person ? -1 : a.person > b.person ? 1 : a.from < b.from ? -1 : 1),
    );
  const shown = short.slice(0, mostBreakEvens);
  const head = paragraph(
    `What must be reached to earn the old pay, of ${plural(breakEven.length, "period")}: ${joinWords(counts, "and")}.`,
  );
  if (shown.length === 0) return [head];
  const of = columnsOf(shown);
  const caption =
    short.length > shown.length
      ? `${shown.length} of the ${short.length} periods in which more is needed, largest steps first`
      : "Periods in which more is needed, largest steps first";
  return [
    head,
    table(caption, [
      of.names("person", ({ person }) => person),
      of.words("from", ({ from }) => from),
      of.words("to", ({ to }) => to),
      of.numbers("old pay", ({ old }) => money(old)),
      of.numbers("new pay", (one) => money(one.new)),
      of.numbers("reached", ({ reached }) => shareText(reached, 2)),
      of.numbers("needed", neededText),
    ]),
    note(readingOf(shown)),
  ];
}

const answerWords: Readonly<Record<BreakEvenAnswer, string>> = {
  already: "what was reached does",
  "any attainment does": "any attainment does",
  "must reach more": "more is needed",
  "not within reach": "no attainment looked at does",
};

const gapOf = ({ needed, reached }: BreakEven): number =>
  needed === undefined ? Number.POSITIVE_INFINITY : needed - reached;

const neededText = ({ needed, most }: BreakEven): string =>
  needed === undefined ? `even ${shareText(most, 0)} pays less` : shareText(needed, 2);

function readingOf(shown: readonly BreakEven[]): string {
  const hasScores = shown.some(({ on }) => on === "score");
  const hasFactors = shown.some(({ on }) => on === "factor");
  const score = "the score of the new plan, all measures moving together";
  const factor = "all results times one factor, 100 % being what was reached";
  const what =
    hasScores && hasFactors ? `${score}; where the plan has several cards, ${factor}` : hasScores ? score : factor;
  return `Needed: the least attainment that pays the old pay, to a hundredth of a point, on ${what}. What others reach stays as it was.`;
}
