import { heading, note, type Piece, paragraph, type Sheet, said, table, title } from "../../foundation/text/sheet.js";
import { joinWords, plural } from "../../foundation/text/text.js";
import { differenceOf } from "../../foundation/values/quantity.js";
import type { HypothesisTest, HypothesisTests, HypothesisUnderResponse } from "../../results/experiments/hypotheses.js";
import { numbersColumn, toneOf, wordsColumn } from "../../wording/columns.js";
import {
  edgeUnit,
  estimateColumn,
  headText,
  horizonText,
  nameText,
  oneLine,
  percent,
  valueText,
} from "../../wording/numbers.js";
import { doubtPieces } from "./doubt-pieces.js";

/** Hypotheses and what a run says about each, under every response. */
export function hypothesesSheet(found: HypothesisTests): Sheet {
  const { about, tests, tested, response } = found;
  const what = `${oneLine(about.title)}: ${plural(tested, "hypothesis", "hypotheses")}, verdicts under ${response}`;
  if (tests.length === 0) return [[paragraph(`${what}. The scenario states none.`)]];
  const reading = `difference ± 95 % interval of Monte Carlo error; together: the interval that covers with those of the other hypotheses (${tested} tested); holds and contrary: shares of the draws of the assumptions in which it is so in expectation; ${plural(about.worlds, "world")}; ${horizonText(about.months)}; ${about.status}`;
  return [
    [title(what), note(reading)],
    ...doubtPieces(found),
    ...tests.map((one) => testPieces(one, response, about.currency)),
  ];
}

function testPieces(test: HypothesisTest, response: string, currency: string): Piece[] {
  const { name, claim, verdict, reason, adjusted } = test;
  const more =
    adjusted.verdict === verdict
      ? ""
      : ` Allowing for all hypotheses: ${adjusted.verdict} (${oneLine(adjusted.reason)}).`;
  return [
    heading(`${nameText(name)}: ${oneLine(claim)}`),
    paragraph(contrastText(test, currency)),
    responseTable(test, response, currency),
    said(verdict, toneOf(verdict), `: ${reason}.${more}`),
  ];
}

/** What is compared, by how much it should differ, and where. */
export function contrastText(test: HypothesisTest, currency: string): string {
  const { outcome, own, other, direction, smallestEffect, where, sides } = test;
  const size = valueText(smallestEffect, differenceOf(outcome.unit), currency, 4);
  const least = smallestEffect > 0 ? ` by at least ${size}` : "";
  const wanted =
    direction === "equivalent" ? `equal${smallestEffect > 0 ? ` within ${size}` : ""}` : `${direction}${least}`;
  const cells = sides.own.length > 1 ? ` (means of ${plural(sides.own.length, "cell")})` : "";
  const condition = where.length > 0 ? `, where ${joinWords(where.map(oneLine))}` : "";
  return `${outcome.name} of ${nameText(own)} less ${nameText(other)}${cells}${condition}; claimed: ${wanted}`;
}

function responseTable({ responses, outcome }: HypothesisTest, response: string, currency: string): Piece {
  const order = [...responses].sort((a, b) => Number(b.response === response) - Number(a.response === response));
  const unit = edgeUnit(
    differenceOf(outcome.unit),
    currency,
    order.map(({ difference }) => difference.mean),
  );
  const differences = order.map(({ difference }) => difference);
  const together = order.map(({ difference, adjusted }) => ({ ...difference, ...adjusted }));
  const cells = (of: (one: HypothesisUnderResponse) => string): string[] => order.map(of);
  return table("", [
    wordsColumn(
      "",
      cells((one) => one.response),
    ),
    numbersColumn(headText("difference", unit), estimateColumn(differences, unit.factor, { sign: true })),
    numbersColumn("together", estimateColumn(together, unit.factor, { sign: true }).map(reachText)),
    numbersColumn(
      "holds",
      cells(({ holds }) => percent(holds.share)),
    ),
    numbersColumn(
      "contrary",
      cells(({ contrary }) => percent(contrary.share)),
    ),
    numbersColumn(
      "worlds",
      cells(({ worlds }) => String(worlds)),
    ),
    { ...wordsColumn("verdict", cells(verdictText)), tones: order.map(({ verdict }) => toneOf(verdict)) },
  ]);
}

/** The `± …` of a cell; the mean stands beside it already. */
const reachText = (cell: string): string => cell.replace(/^.*(?=±)/, "");

const verdictText = ({ verdict, adjusted }: HypothesisUnderResponse): string =>
  adjusted.verdict === verdict ? verdict : `${verdict}; together ${adjusted.verdict}`;
