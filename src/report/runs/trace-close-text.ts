import { formatNumber, joinWords } from "../../foundation/text/text.js";
import type { TraceCard } from "../../simulation/trace/trace.js";
import type { TraceClose, TracePart, TracePayout } from "../../simulation/trace/trace-close.js";
import type { TraceCurve } from "../../simulation/trace/trace-curve.js";
import type { TraceFactor } from "../../simulation/trace/trace-factors.js";
import { horizonText, oneLine } from "../../wording/numbers.js";

/** `107.21 %`: what a score, a weight or a payout is printed to, so that the next number follows from it. */
const share = (value: number): string => `${formatNumber(Math.round(1e4 * value) / 100)} %`;
const amount = (value: number, currency: string): string => `${formatNumber(value, { digits: 0 })} ${currency}`;

/** `by score: 0 % below 80 %, 50 % at 80 %, 100 % at 100 %, no more above; straight between`. A jump shows both its sides. */
export function tracedCurveText({ winners, below, places, slope, paysLower }: TraceCurve): string {
  if (winners > 0) return `100 % to the best ${winners} of the team by score, ties sharing what is left`;
  const [first, ...rest] = places;
  if (first === undefined) return `by score: ${share(below)} at any`;
  const isJump = (place: (typeof places)[number]): boolean => Math.abs(place.pays - place.before) > 1e-9;
  const start = first.at === 0 ? [] : [`${share(below)} below ${share(first.at)}`];
  const at = [first, ...rest].map((place, k) =>
    k > 0 && isJump(place)
      ? `${share(place.before)} and then ${share(place.pays)} at ${share(place.at)}`
      : `${share(place.pays)} at ${share(place.at)}`,
  );
  const end = slope === 0 ? "no more above" : `${share(slope / 100)} for each point above`;
  const tie = paysLower ? "; a score exactly on a jump is paid what is before it" : "";
  return `by score: ${[...start, ...at, end].join(", ")}; straight between${tie}`;
}

/** How the score of a close came about, and what it pays. */
export function closeTexts(card: TraceCard, close: TraceClose, currency: string): string[] {
  // a measure that only decides what others pay is told with them
  if (close.payouts.length === 0) return [];
  const pays = close.payouts.map((one) => payoutText(one, close, currency));
  return [
    [`close of ${horizonText(card.period)}: score ${share(close.score)} = ${scoreText(card, close)}`, ...pays].join(
      "; ",
    ),
  ];
}

function scoreText({ measures }: TraceCard, { score, raterError, tightening, team }: TraceClose): string {
  const parts = measures.map(
    ({ name, weight, attainment = 0 }) => `${share(weight)} × ${share(attainment)} ${oneLine(name)}`,
  );
  const signed = (value: number): string => `${value < 0 ? "−" : "+"} ${share(Math.abs(value))}`;
  const error = raterError === 0 ? "" : ` ${signed(raterError)} error of raters`;
  const shift = tightening === 0 ? "" : ` ${signed(-tightening)} for ${tightening < 0 ? "easier" : "harder"} targets`;
  const own = `${parts.join(" + ")}${error}${shift}`;
  if (team.length === 0) return own;
  const isMean = !team.includes(score);
  const all = team.map(share).join(", ");
  return isMean
    ? `the mean of the team's scores ${all}, of which this manager's is ${own}`
    : `${own}, among the team's scores ${all}`;
}

function payoutText(one: TracePayout, { score }: TraceClose, currency: string): string {
  const { reward, unit, share: paid, pays, served, months, factors, parts } = one;
  const by = [
    `${share(pays)} at ${share(score)}`,
    ...factors.map(factorText),
    ...(served === months ? [] : [`× ${served}/${months} months served`]),
  ];
  const due = unit * paid;
  return `${oneLine(reward)} pays ${by.join(" ")} = ${share(paid)} of ${amount(unit, currency)} = ${amount(due, currency)}${partsText(parts, due, currency)}`;
}

/** `× 0 % (gate: customer satisfaction at 88 %)`; a row of a table has brought its own curve. */
const factorText = ({ linkage, measure, score, factor, row }: TraceFactor): string =>
  row === undefined
    ? `× ${share(factor)} (${linkage}: ${measure} at ${share(score)})`
    : `× ${share(1)} (${linkage}: ${measure} at ${share(score)}, the row ${row})`;

/** What becomes of the amount where it is not simply paid. */
function partsText(parts: readonly TracePart[], due: number, currency: string): string {
  const [only] = parts;
  if (parts.length === 1 && only.form === "cash" && only.after === 0) return "";
  const texts = parts.map(({ form, share: part, after, isForfeited }) => {
    const many = amount(due * part, currency);
    if (form === "raise") return `× ${share(part)} for the position in the pay range, a raise of ${many} a year`;
    if (form === "value") return `${many} spent on it`;
    const when = after === 0 ? "now" : `after ${horizonText(after)}${isForfeited ? " to who is still here" : ""}`;
    return `${many} ${when}`;
  });
  return `: ${joinWords(texts)}`;
}
