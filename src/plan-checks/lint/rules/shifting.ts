import { type CurveForm, payoutAt } from "../../../model/curves/curve.js";
import { placesOf } from "../../curve-places.js";
import { found, type LintRule, type LintSubject } from "../rule.js";
import { percentWords } from "../words.js";

/** score. How near to a jump is just below it, and just above. */
const near = 1e-9;

/** share of the amount. What is gained when so much of the next period's result is booked now; below zero, of this one's then. */
export const gainOf = (form: CurveForm, score: number, moved: number, expected: number): number =>
  payoutAt(form, score + moved) - payoutAt(form, score) + payoutAt(form, expected - moved) - payoutAt(form, expected);

/** The score at which moving pays most. The gain is straight between places of the curve seen from both ends of the move. */
function mostAt({ form, reached, moved, expected }: LintSubject, sign: 1 | -1) {
  const shift = sign * moved;
  const scores = [reached.low, reached.high, ...placesOf(form).flatMap((at) => [at, at - shift])]
    .flatMap((at) => [at - near, at, at + near])
    .filter((at) => at >= reached.low - near && at <= reached.high + near);
  const gains = scores.map((at) => ({ at, gain: gainOf(form, at, shift, expected) }));
  return gains.reduce((most, one) => (one.gain > most.gain + near ? one : most));
}

/** On a straight line what one period gains the other loses, and nothing comes of it. */
export const shifting: LintRule = {
  name: "shifting results",
  quantity: "gain from moving results across a close, share of the amount",
  measuredIn: "% of the amount",
  rule: "Moving results into this period or into the next gains nothing worth the trouble: who is near a jump or a bend can choose in which period the customer signs.",
  sources: ["oyer-1998", "larkin-2014", "house rule: a tenth of the amount"],
  unit: { dimension: "share" },
  limit: 0.1,
  measure(subject) {
    return ([1, -1] as const).map((sign) => {
      const { at, gain } = mostAt(subject, sign);
      const end = at + sign * subject.moved;
      const way = sign > 0 ? "forward from the next period" : "back into the next period";
      const says = `at ${percentWords(at)}, moving ${percentWords(subject.moved)} of target ${way} gains ${percentWords(Math.max(0, gain))} of the amount`;
      return found(Math.min(at, end), Math.max(at, end), Math.max(0, gain), says);
    });
  },
};
