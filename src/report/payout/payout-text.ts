import type { PeopleData } from "../../employee-data/data.js";
import { heading, list, note, type Piece, paragraph, type Sheet, table, title } from "../../foundation/text/sheet.js";
import { joinWords, plural } from "../../foundation/text/text.js";
import { amountOfMinor, moneyText } from "../../foundation/values/money.js";
import type { Payouts } from "../../payout/data.js";
import { type ExplainedPeriod, type Explanation, explain as explainData } from "../../payout/lines/explain.js";
import { type PayoutOptions, payout as payoutData } from "../../payout/payout.js";
import type { Scenario } from "../../scenario/scenario.js";
import type { Known } from "../../scenario/schema/file-types.js";
import { type Printable, printableSheet } from "../../wording/printable.js";
import { notUsedPieces, waitingPieces } from "../tables/waiting-pieces.js";

/** `payout`, printing itself as a table of people and periods. */
export const payout = <Design extends string>(
  scenario: Scenario<Design>,
  design: Known<Design>,
  data: PeopleData,
  options: PayoutOptions = {},
): Payouts & Printable => printableSheet(payoutData(scenario, design, data, options), payoutsSheet);

/** `explain`, printing itself as numbered lines. */
export const explain = (payouts: Payouts, person: string): Explanation & Printable =>
  printableSheet(explainData(payouts, person), explanationSheet);

const forms = ["cash", "raise", "value"] as const;

const formTitles = { cash: "cash", raise: "raise a year", value: "other value" } as const;

interface Money {
  readonly currency: string;
}

const written = (minor: number, { currency }: Money): string => moneyText(amountOfMinor(minor, currency), currency);

/** People and periods as a table, then who is not paid, raises against their budget, and what is still open. */
export function payoutsSheet(payouts: Payouts): Sheet {
  const { periods, refused, currency, terms, merit } = payouts;
  const people = new Set(periods.map(({ person }) => person)).size;
  const columns = forms
    .filter((form) => form === "cash" || payouts[form] !== 0)
    .map((form) => ({
      title: `${formTitles[form]}, ${currency}`,
      cells: [...periods.map((one) => written(one[form], payouts)), written(payouts[form], payouts)],
    }));
  const rows = table(
    "",
    [
      { title: "person", cells: [...periods.map(({ person }) => person), "all"], isWords: true },
      { title: "from", cells: [...periods.map(({ from }) => from), ""] },
      { title: "to", cells: [...periods.map(({ to }) => to), ""] },
      { title: "score", cells: [...periods.map(({ score }) => (score === undefined ? "" : percentOf(score))), ""] },
      ...columns,
    ],
    { strong: periods.length },
  );
  const blocks: Piece[][] = [
    [
      title(`${payouts.design}: ${currency} ${written(payouts.cash, payouts)} to ${plural(people, "person")}`),
      note(payouts.title),
    ],
    waitingPieces(payouts.waiting, payouts.leftOut),
    ...(periods.length === 0 && payouts.waiting.length > 0 ? [] : [[rows]]),
  ].filter((block) => block.length > 0);
  if (refused.length > 0)
    blocks.push([
      heading(`Not paid: ${plural(refused.length, "case")}`),
      list(refused.map(({ person, from, to, fault, remedy }) => `${person}, ${from} to ${to}: ${fault}; ${remedy}`)),
    ]);
  if (merit.length > 0)
    blocks.push([
      list(
        merit.map(({ from, to, budget, raises, isOver, isScaled, without }) => {
          const outcome = isScaled ? "over budget, scaled down to it" : isOver ? "over budget" : "within budget";
          const rest = without.length === 0 ? "" : `; in neither: ${joinWords(without)}, to whom nothing could be paid`;
          return `raises for ${from} to ${to}: ${written(raises, payouts)} a year of ${written(budget, payouts)}, ${outcome}${rest}`;
        }),
      ),
    ]);
  const open = openTexts(payouts);
  if (open.length > 0) blocks.push([heading("Still open"), list(open)]);
  return [...blocks, notUsedPieces(payouts.notUsed), [note(`Terms: ${terms.join("; ")}.`)]].filter(
    (block) => block.length > 0,
  );
}

const openWords = {
  owed: "advanced and still to be recovered",
  banked: "left in the bonus bank",
  reclaimed: "clawed back and still to be recovered",
} as const;

const openNames = ["owed", "banked", "reclaimed"] as const;

/** What carries over beyond the last period, one sentence a person. */
const openTexts = (payouts: Payouts): string[] =>
  openNames.flatMap((name) =>
    Object.entries(payouts[name]).map(([person, minor]) => `${person}: ${written(minor, payouts)} ${openWords[name]}`),
  );

/** Two decimals of a per cent, for an overview; explanations have them all. */
const percentOf = (share: number): string => `${(100 * share).toFixed(2)} %`;

/** Numbered lines of one person, period by period. */
export function explanationSheet(explanation: Explanation): Sheet {
  const { person, currency, design, periods, refused, waitsFor, terms } = explanation;
  const blocks: Piece[][] = [
    [
      title(`${person} under ${design}: ${currency} ${written(explanation.cash, explanation)}`),
      note(explanation.title),
    ],
    ...(waitsFor.length === 0 ? [] : [waitingPieces([{ person, rows: waitsFor }], [])]),
    ...periods.flatMap((period) => periodBlocks(period, explanation)),
  ];
  const open = openNames.filter((name) => explanation[name] !== 0);
  if (open.length > 0)
    blocks.push([list(open.map((name) => `${written(explanation[name], explanation)} ${openWords[name]}`))]);
  if (refused.length > 0)
    blocks.push([
      list(refused.map(({ from, to, fault, remedy }) => `${from} to ${to}, not paid: ${fault}; ${remedy}`)),
    ]);
  return [...blocks, notUsedPieces(explanation.notUsed), [note(`Terms: ${terms.join("; ")}.`)]].filter(
    (block) => block.length > 0,
  );
}

/** A period: every line with its sum, then the lines that add, with their total. */
function periodBlocks(period: ExplainedPeriod, { currency, ...rest }: Explanation): Piece[][] {
  const lines = period.lines.map(({ number, rule, arithmetic, text }) =>
    paragraph(`${number}. ${rule}: ${arithmetic === text ? text : `${arithmetic} = ${text}`}`),
  );
  const dues = period.due.filter((due) => due.date !== period.to || due.isVesting);
  const due = dues.map(({ date, amount, isVesting, isForfeited }) => {
    const what = isForfeited ? "lost: had left by then" : isVesting ? "vests for those who are there" : "is paid";
    return `${written(amount, { currency })} on ${date}: ${what}`;
  });
  const head = heading(`${period.from} to ${period.to}${rest.design === period.design ? "" : `, ${period.design}`}`);
  return [
    [head, ...lines],
    ...period.totals.map((total) => [sumPiece(period, total, currency)]),
    ...(due.length > 0 ? [[list(due)]] : []),
  ];
}

/** What adds up to one total: a table, or a sentence where it is one line. */
function sumPiece(
  { lines }: ExplainedPeriod,
  { form, text }: ExplainedPeriod["totals"][number],
  currency: string,
): Piece {
  const adding = lines.filter(({ adds }) => adds === form);
  const name = `${formTitles[form]}, ${currency}`;
  if (adding.length < 2) return paragraph(`Line ${adding[0]?.number ?? "none"} is all of it: ${name} ${text}.`);
  return table(
    "",
    [
      { title: "line", cells: [...adding.map(({ number }) => String(number)), ""], isWords: true },
      { title: "what it is", cells: [...adding.map(({ rule }) => rule), "together"], isWords: true, most: 60 },
      { title: name, cells: [...adding.map((line) => line.text), text] },
    ],
    { strong: adding.length },
  );
}
