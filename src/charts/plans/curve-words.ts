import { type CurveForm, payoutAt } from "../../model/curves/curve.js";
import { curveText, percentText } from "../../scenario/describe/curve.js";
import { type CurveLine, type CurveLines, curvePoints } from "./curve-lines.js";

/** What the curves of a plan come to: the one curve in words, or how far several lie apart below and above target. */
export function curvesSaying({ lines, designs }: CurveLines): string {
  const scored = lines.filter(({ isFlat }) => !isFlat);
  const [first] = scored;
  if (first === undefined) return "What is paid does not depend on attainment";
  if (scored.length > 1)
    return `At ${percentText(0.9)} of target designs pay ${range(scored, 0.9)} of the amount, ${range(scored, 1.1)} at ${percentText(1.1)}`;
  const words = formWords(first.form);
  if (designs.length === 1) return `Pay ${words}`;
  const count = first.designs.length;
  return `One curve for ${count === designs.length ? "all" : `${count} of`} ${designs.length} designs: pay ${words}`;
}

/** What the curves pay at one score: one share of the amount, or from the lowest to the highest. */
function range(lines: readonly CurveLine[], at: number): string {
  const pays = lines.map(({ form }) => payoutAt(form, at));
  const [least, most] = [Math.min(...pays), Math.max(...pays)].map(percentText);
  return least === most ? least : `${least} to ${most}`;
}

/** A curve as the predicate of "pay": where it starts, where it doubles, where it ends. */
function formWords(form: CurveForm): string {
  const isBent = form.kink.some((kink) => kink !== 0) && form.base === 0 && form.rate === 0;
  if (!isBent || !Number.isFinite(form.threshold)) return curveText(form).replace(/^pays /, "is ");
  const first = payoutAt(form, form.threshold);
  const start = `starts at ${scoreText(form.threshold)}${first > 1e-9 ? ` with ${percentText(first)} of the amount` : ""}`;
  const top = Number.isFinite(form.cap) ? payoutAt(form, form.cap) : Number.POSITIVE_INFINITY;
  const doubled = doubledAt(form);
  const doubles = doubled === undefined ? "" : `, doubles at ${percentText(doubled)}`;
  if (!Number.isFinite(form.cap)) return `${start}${doubles} and has no cap`;
  if (doubled !== undefined && Math.abs(doubled - form.cap) < 1e-9) return `${start}${doubles}; a cap ends it there`;
  return `${start}${doubles}; a cap ends it at ${percentText(form.cap)} with ${percentText(top)}`;
}

const scoreText = (at: number): string => (at === 1 ? "target" : `${percentText(at)} of target`);

/** Score at which twice the amount is paid, within four times the target; undefined where it never is. */
function doubledAt(form: CurveForm): number | undefined {
  const points = curvePoints({ form, isFlat: false }, [0, 4]);
  for (let k = 1; k < points.length; k++) {
    const [left, right] = [points[k - 1], points[k]];
    if (left.pays >= 2 || right.pays < 2 - 1e-9) continue;
    return left.at + ((right.at - left.at) * (2 - left.pays)) / (right.pays - left.pays);
  }
  return undefined;
}
