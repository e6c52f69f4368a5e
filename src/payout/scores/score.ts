import { Problem, refuse } from "../../foundation/text/problem.js";
import { type Decimal, decimal, one, sumOfDecimals, zero } from "../../foundation/values/decimal.js";
import { exactShareText, type PayoutLines, writeShare } from "../lines/payout-lines.js";
import { readingOf, type ScoreReading } from "./reading.js";
import { attainmentOf, type Reached } from "./results.js";
import type { Served } from "./service.js";

/** What was reached on each measure of a card. */
export type ReachedOf = (measure: string) => Reached | undefined;

/** One person's score on a card: attainment by measure, then their weighted sum. Refuses what the terms do not decide. */
export function scoreOf(
  ledger: PayoutLines,
  weights: Readonly<Record<string, number>>,
  reachedOf: ReachedOf,
  served: Served,
): ScoreReading {
  const weighed = Object.entries(weights).filter(([, weight]) => weight > 0);
  const parts: { readonly weight: Decimal; readonly attainment: Decimal }[] = [];
  let only: ScoreReading | undefined;
  for (const [measure, weight] of weighed) {
    const reached = reachedOf(measure);
    only = reached ? attainmentOf(ledger, measure, reached, served) : withoutResult(ledger, measure);
    if (only !== undefined) parts.push({ weight: decimal(weight), attainment: only.score });
  }
  const total = sumOfDecimals(parts.map(({ weight }) => weight));
  if (!total.gt(0)) {
    const [[measure]] = weighed;
    if (weighed.length > 1) refuse("", "no measure of the card has a result", "bring results, or pay by hand");
    refuse(
      "",
      `${measure} has no result, and nothing stands beside it to take its weight`,
      "add one, or write missing measure: as zero or as target",
    );
  }
  if (weighed.length === 1 && only !== undefined) return only;
  const sum = sumOfDecimals(parts.map(({ weight, attainment }) => weight.times(attainment)));
  const text = parts
    .map(({ weight, attainment }) => `${exactShareText(weight)} × ${inBrackets(attainment)}`)
    .join(" + ");
  const isWhole = parts.length === weighed.length;
  const score = isWhole
    ? writeShare(ledger, { rule: "score: weights × attainment", arithmetic: text }, sum)
    : writeShare(
        ledger,
        {
          rule: "score: weights × attainment ÷ the weights that are left",
          arithmetic: `(${text}) ÷ ${exactShareText(total)}`,
        },
        sum.div(total),
      );
  return readingOf(score);
}

const inBrackets = (value: Decimal): string => (value.lt(0) ? `(${exactShareText(value)})` : exactShareText(value));

/** What the terms make of a measure without a result; undefined where other weights take over. */
export function withoutResult(ledger: PayoutLines, measure: string): ScoreReading | undefined {
  const choice = ledger.terms["missing measure"];
  if (choice === "refuse")
    return refuse("", `${measure} has no result`, "add one, or write missing measure: reweigh, as zero or as target");
  if (choice === "reweigh") return undefined;
  const value = choice === "as zero" ? zero : one;
  const rule = `attainment of ${measure}: no result, as ${exactShareText(value)}`;
  return readingOf(writeShare(ledger, { rule, arithmetic: exactShareText(value) }, value));
}

/** A score, or why there is none. */
export type ScoreOrProblem = ScoreReading | { readonly problem: Problem };

/** Runs what may be refused and keeps the refusal. */
export function attempt(score: () => ScoreReading): ScoreOrProblem {
  try {
    return score();
  } catch (error) {
    if (error instanceof Problem) return { problem: error };
    throw error;
  }
}

/** Mean score of a team, each member counting once. Refuses a team in which somebody has no score. */
export function teamScore(
  ledger: PayoutLines,
  team: readonly { readonly id: string; readonly scored: ScoreOrProblem }[],
): ScoreReading {
  const scores = team.map(({ id, scored }) => {
    if ("score" in scored) return scored.score;
    const [{ fault, remedy }] = scored.problem.faults;
    return refuse("", `the team's score needs that of ${id}: ${fault}`, remedy);
  });
  const rule = `score of the team: mean of ${scores.length} members`;
  const arithmetic = `(${scores.map(inBrackets).join(" + ")}) ÷ ${scores.length}`;
  return readingOf(writeShare(ledger, { rule, arithmetic }, sumOfDecimals(scores).div(scores.length)));
}
