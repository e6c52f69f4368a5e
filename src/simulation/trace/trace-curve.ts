import { type CurveForm, payoutAt } from "../../model/curves/curve.js";
import { jumpPlace } from "../../model/curves/tie.js";

/** A payout curve by the places where it jumps or bends; straight from each to the next. */
export interface TraceCurve {
  /** count. Winners in the team where it goes by rank; 0 where it goes by score. */
  readonly winners: number;
  /** share of the amount. What it pays below the first place, where it is level there; where it rises from zero on, the first place is zero. */
  readonly below: number;
  /** share of the amount, by score: just before the place, and from it on. */
  readonly places: readonly { readonly at: number; readonly before: number; readonly pays: number }[];
  /** share of the amount per unit of score, after the last place. */
  readonly slope: number;
  /** Whether a score exactly on a jump is still paid what is before it. */
  readonly paysLower: boolean;
}

/** The curve of a reward, or of what a linked measure decides, as its places. */
export function traceCurve(form: CurveForm): TraceCurve {
  const { base, rate, jump, jumpAt, kink, kinkAt, winners } = form;
  const paysLower = form.tie === "lower";
  // a jump that pays the lower side stands on the next number above its place
  const onPlace = (at: number): number => kinkAt.find((one) => jumpPlace(one, form.tie) === at) ?? at;
  const all = [...new Set([...(rate === 0 ? [] : [0]), ...jumpAt.map(onPlace), ...kinkAt])].sort((a, b) => a - b);
  const places = all.map((at) => {
    const jumps = jump.reduce((sum, one, k) => sum + (onPlace(jumpAt[k]) === at ? one : 0), 0);
    const reached = payoutAt(form, jumpPlace(at, form.tie));
    return { at, before: reached - jumps, pays: reached };
  });
  const slope = rate + kink.reduce((sum, one) => sum + one, 0);
  // what adding slopes up in binary leaves of a level end
  return { winners, below: base, places, slope: Math.abs(slope) < 1e-9 ? 0 : slope, paysLower };
}
