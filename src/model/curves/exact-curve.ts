import { type Decimal, decimal, roundTo, zero } from "../../foundation/values/decimal.js";
import { type CurveForm, payoutAt } from "./curve.js";

/**
 * Decimals to which places and payouts are read off a form. A file writes fewer; what lies beyond them is what binary fractions left:
 * 1 − .9 is .09999999999999998 in the form and one tenth in the plan.
 */
const written = 12;

const plain = (value: number): Decimal => roundTo(decimal(value), written);

/** A place where a curve jumps or bends. */
export interface ExactPlace {
  /** score. */
  readonly at: Decimal;
  /** share of the amount. Just below the place, on it, and just above it. */
  readonly below: Decimal;
  readonly on: Decimal;
  readonly above: Decimal;
  /** Payout per unit of score from here to the next place, where a decimal of few digits is exactly that. */
  readonly slope: Decimal | undefined;
}

/** A curve as plan documents have it: places, and the slopes before the first and after the last. */
export interface ExactCurve {
  readonly places: readonly ExactPlace[];
  /** share of the amount at a score of zero; where there is no place this and one slope are the whole curve. */
  readonly base: Decimal;
  readonly before: Decimal;
  readonly after: Decimal;
  /** share of the amount. The most it pays, where the plan says so: places and slopes are those without it. */
  readonly most?: Decimal | undefined;
}

/** Reads a curve off its form, once per plan. */
export function exactCurve(whole: CurveForm): ExactCurve {
  // a payout cap is exact, the place where a slope comes to it often is not
  const isCapped = whole.most !== undefined;
  const form = isCapped ? { ...whole, kinkAt: whole.kinkAt.slice(0, -1), kink: whole.kink.slice(0, -1) } : whole;
  const most = whole.most === undefined ? {} : { most: plain(whole.most) };
  const jumps = form.jumpAt.map((at, k) => ({ at: plain(at), by: form.jump[k] }));
  const ats = [...jumps.map(({ at }) => at), ...form.kinkAt.map(plain)].sort((left, right) => left.cmp(right));
  const places = ats
    .filter((at, k) => k === 0 || !at.eq(ats[k - 1]))
    .map((at): Omit<ExactPlace, "slope"> => {
      const before = jumps.filter((jump) => jump.at.lt(at)).reduce((sum, { by }) => sum + by, 0);
      const below = plain(slopesAt(form, Number(at.toFixed())) + before);
      const above = jumps.filter((jump) => jump.at.eq(at)).reduce((sum, { by }) => sum.plus(plain(by)), below);
      return { at, below, on: form.tie === "lower" ? below : above, above };
    });
  const slope = form.kink.reduce((sum, kink) => sum + kink, form.rate);
  return {
    places: places.map((place, k) => ({ ...place, slope: slopeTo(place, places[k + 1]) })),
    base: plain(form.base),
    before: plain(form.rate),
    after: plain(slope),
    ...most,
  };
}

/** Decimals of slopes as plans write them. */
const slopeDecimals = 4;

function slopeTo(
  { at, above }: Pick<ExactPlace, "at" | "above">,
  next?: Pick<ExactPlace, "at" | "below">,
): Decimal | undefined {
  if (next === undefined) return undefined;
  const [rise, width] = [next.below.minus(above), next.at.minus(at)];
  const slope = roundTo(rise.div(width), slopeDecimals);
  return slope.times(width).eq(rise) ? slope : undefined;
}

/** What a form pays at a score without its jumps. */
const slopesAt = (form: CurveForm, score: number): number => payoutAt({ ...form, jumpAt: [], jump: [] }, score);

/** Which stretch of a curve a score lies on, in numbers a person can check. */
export type ExactSegment =
  /** On a place, or where the curve is level. */
  | { readonly shape: "level"; readonly pays: Decimal; readonly isMost?: true }
  /** Between two places, neither of them counted. */
  | { readonly shape: "between"; readonly left: ExactPlace; readonly right: ExactPlace }
  /** Along one slope from a score, before the first place, after the last, or everywhere. */
  | { readonly shape: "slope"; readonly at: Decimal; readonly from: Decimal; readonly slope: Decimal };

/** The stretch of a curve a score lies on. */
export function stretchOf(curve: ExactCurve, score: Decimal): ExactSegment {
  const stretch = openStretch(curve, score);
  const { most } = curve;
  const isMost = most !== undefined && !payoutOn(stretch, score).lt(most);
  return isMost ? { shape: "level", pays: most, isMost } : stretch;
}

function openStretch({ places, base, before, after }: ExactCurve, score: Decimal): ExactSegment {
  const here = places.find(({ at }) => at.eq(score));
  if (here) return { shape: "level", pays: here.on };
  const next = places.findIndex(({ at }) => at.gt(score));
  const left = next < 0 ? places.at(-1) : places[next - 1];
  const right = next < 0 ? undefined : places[next];
  if (left && right)
    return left.above.eq(right.below) ? { shape: "level", pays: left.above } : { shape: "between", left, right };
  if (left) return sloping(left.at, left.above, after);
  return sloping(zero, base, before);
}

const sloping = (at: Decimal, from: Decimal, slope: Decimal): ExactSegment =>
  slope.eq(0) ? { shape: "level", pays: from } : { shape: "slope", at, from, slope };

/** Payout on a stretch: products before quotients, so that only what no decimal holds is rounded (at 40 decimals). */
export function payoutOn(stretch: ExactSegment, score: Decimal): Decimal {
  if (stretch.shape === "level") return stretch.pays;
  if (stretch.shape === "slope") return stretch.from.plus(stretch.slope.times(score.minus(stretch.at)));
  const { left, right } = stretch;
  const rise = right.below.minus(left.above).times(score.minus(left.at));
  return left.above.plus(rise.div(right.at.minus(left.at)));
}

/** Payout at a score, exactly: what `payout` of the form gives, in decimals. */
export const exactPayout = (curve: ExactCurve, score: Decimal): Decimal => payoutOn(stretchOf(curve, score), score);

/** A share as a fraction of whole numbers: a prize shared by three has no decimal. */
export interface Fraction {
  readonly over: number;
  readonly under: number;
}

/** What the score at `place` wins where the best `winners` of `scores` do, ties sharing: `rankPayout` in whole numbers. */
export function exactRank(scores: readonly Decimal[], place: number, winners: number): Fraction {
  const better = scores.filter((score) => score.gt(scores[place])).length;
  const equal = scores.filter((score) => score.eq(scores[place])).length;
  return { over: Math.min(equal, Math.max(0, winners - better)), under: equal };
}
