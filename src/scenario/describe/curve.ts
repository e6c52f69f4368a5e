import { joinWords, significant } from "../../foundation/text/text.js";
import { formatQuantity, share } from "../../foundation/values/quantity.js";
import { type CurveForm, payoutAt } from "../../model/curves/curve.js";

/** A share as prose has it: `52.5 %`. Six digits hide what adding up in binary leaves behind. */
export const percentText = (value: number): string => formatQuantity(significant(value, 6), share(), "");

/** What a curve pays, as the predicate of a sentence about the reward. */
export function curveText(form: CurveForm): string {
  if (form.winners > 0)
    return `goes to the ${form.winners === 1 ? "best score" : `${form.winners} best scores`} of the team`;
  const knots = [...new Set([...form.jumpAt, ...form.kinkAt])].sort((a, b) => a - b);
  if (knots.length === 0) return `pays ${lineText(form)}`;
  const isSteps = form.kink.every((kink) => kink === 0) && form.rate === 0;
  return `pays ${isSteps ? stepsText(form, knots) : pointsText(form, knots)}`;
}

/** A straight line, by what it pays at target and per point of score. */
function lineText(form: CurveForm): string {
  const end = "without threshold or cap";
  if (form.base === 0 && form.rate === 1) return `in proportion to the score, ${end}`;
  if (form.rate === 0) return `${amountText(form.base)} whatever the score`;
  const loss = form.base < 0 ? `; below ${scoreText(-form.base / form.rate)} it turns negative` : "";
  const perPoint = percentText(form.rate / 100);
  return `${amountText(payoutAt(form, 1))} at target and ${perPoint} more or less for each point, ${end}${loss}`;
}

function stepsText(form: CurveForm, knots: readonly number[]): string {
  const [only] = knots;
  if (knots.length === 1 && form.base === 0)
    return `all or nothing: ${amountText(payoutAt(form, only))} from ${scoreText(only)}`;
  const steps = knots.map(
    (at, k) => `${amountText(payoutAt(form, at))} from ${k === 0 ? scoreText(at) : shortText(at)}`,
  );
  return `in steps: ${joinWords(steps)}`;
}

function pointsText(form: CurveForm, knots: readonly number[]): string {
  const [first] = knots;
  const last = Math.max(1, knots[knots.length - 1]);
  const places = [...new Set([...knots, ...(first < 1 ? [1] : []), last])].sort((a, b) => a - b);
  const parts: string[] = [];
  if (form.base === 0 && form.rate === 0) parts.push(`nothing below ${scoreText(first)}`);
  for (const at of places) {
    const pays = payoutAt(form, at);
    if (at === first && Math.abs(pays) < 1e-9) continue;
    parts.push(
      at === first && parts.length > 0 && at !== 1
        ? `${amountText(pays)} there`
        : `${amountText(pays)} at ${shortText(at)}`,
    );
  }
  const slope = form.rate + form.kink.reduce((sum, kink) => sum + kink, 0);
  parts.push(
    Math.abs(slope) < 1e-9 ? "no more above" : `${percentText(slope / 100)} more for each point above, without cap`,
  );
  return joinWords(parts);
}

const amountText = (pays: number): string => {
  const rounded = significant(pays, 6);
  return rounded === 1 ? "the full amount" : rounded === 2 ? "double" : percentText(rounded);
};

const scoreText = (at: number): string => (at === 1 ? "target" : `${percentText(at)} of target`);
const shortText = (at: number): string => (at === 1 ? "target" : percentText(at));
