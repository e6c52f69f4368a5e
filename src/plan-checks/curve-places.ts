import { type CurveForm, knotsOf, payoutAt } from "../model/curves/curve.js";

/** Part of a curve between two neighbouring places where it jumps or bends. */
export interface CurveSegment {
  /** score. Minus infinity at the lower end of a curve, infinity at the upper. */
  readonly from: number;
  readonly to: number;
  /** payout points per point of attainment. */
  readonly slope: number;
}

/** A place where a curve jumps. */
export interface Jump {
  /** score. */
  readonly at: number;
  /** share of the amount at target; negative where pay falls. */
  readonly by: number;
  /** share of the amount at target. Paid just below. */
  readonly below: number;
}

/** Slopes below this are what adding up in binary leaves of a level stretch. */
const level = 1e-9;

export const isLevel = ({ slope }: CurveSegment): boolean => Math.abs(slope) < level;

/** The straight stretches of a curve from the lowest score to the highest; one where it neither jumps nor bends. */
export function stretchesOf(form: CurveForm): CurveSegment[] {
  const knots = knotsOf(form);
  const places = Array.from({ length: knots.length / 3 }, (_, k) => knots[3 * k]);
  let slope = form.rate;
  const stretches: CurveSegment[] = [
    { from: Number.NEGATIVE_INFINITY, to: places[0] ?? Number.POSITIVE_INFINITY, slope },
  ];
  places.forEach((from, k) => {
    slope += knots[3 * k + 2];
    if (Math.abs(slope) < level) slope = 0;
    stretches.push({ from, to: places[k + 1] ?? Number.POSITIVE_INFINITY, slope });
  });
  return stretches;
}

/** The jumps of a curve by rising score, several at one score added up. */
export function jumpsOf(form: CurveForm): Jump[] {
  const knots = knotsOf(form);
  const jumps: Jump[] = [];
  for (let k = 0; k < knots.length; k += 3) {
    const [at, by] = [knots[k], knots[k + 1]];
    if (Math.abs(by) > level) jumps.push({ at, by, below: payoutAt(form, at) - by });
  }
  return jumps;
}

/** Scores where a curve jumps or bends, rising. */
export const placesOf = (form: CurveForm): number[] =>
  stretchesOf(form)
    .slice(1)
    .map(({ from }) => from);

/**
 * score. Where excellence is: where the curve first bends down between target and cap, the cap itself where it does not, undefined where
 * it has neither above target.
 */
export function excellenceOf(form: CurveForm): number | undefined {
  const bends = form.kinkAt.filter((at, k) => at > 1 && at < form.cap && form.kink[k] < 0);
  if (bends.length > 0) return Math.min(...bends);
  return Number.isFinite(form.cap) && form.cap > 1 ? form.cap : undefined;
}
