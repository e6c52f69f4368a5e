import { type CubicInterpolant, meanOfLine, nodeOf, readLine, throughValues } from "./cubic-interpolant.js";
import type { SolvedMonth, StakeResponses } from "./programme.js";

/** A way of playing: what is done in a month at each of these scores, foreseen without further effort. */
export type Policy = (month: number, scores: Float64Array) => StakeResponses;

/** Natural effort whatever happens. */
export const noReaction: Policy = (_, scores) => {
  const nothing = new Float64Array(scores.length);
  return { moved: nothing, spent: nothing, effort: nothing };
};

/** Scores at the nodes of a month's value. */
export const scoresOf = ({ value }: SolvedMonth): Float64Array =>
  Float64Array.from(value.value, (_, k) => nodeOf(value, k));

/** EUR at the start. What best play is worth, from this score foreseen at the start. */
export function bestValue(solved: readonly SolvedMonth[], start: number): number {
  const out = new Float64Array(2);
  readLine(solved[0].value, start, out);
  return out[0];
}

/**
 * EUR at the start. What a policy gives away against best play, from this score. It is added up month by month from what each
 * choice loses if all that follows is best, so that its error is small against the loss itself. Never below zero but for that error.
 */
export function lossOf(solved: readonly SolvedMonth[], policy: Policy, start: number): number {
  const out = new Float64Array(2);
  let later: CubicInterpolant | undefined;
  for (let t = solved.length - 1; t >= 0; t--) {
    const { month, quadrature, after, value } = solved[t];
    const scores = scoresOf(solved[t]);
    const { moved, spent } = policy(t, scores);
    const loss = scores.map((score, i) => {
      readLine(after, score + moved[i], out);
      const now = value.value[i] - (out[0] - spent[i]);
      if (later === undefined) return now;
      meanOfLine(later, score + moved[i], month.luck, quadrature, out);
      return now + month.keep * out[0];
    });
    later = throughValues(value.from, value.step, loss);
  }
  readLine(later as CubicInterpolant, start, out);
  return out[0];
}

/** FTE. Effort beyond natural effort that a policy makes in the first month, from this score. */
export function firstEffort(solved: readonly SolvedMonth[], policy: Policy, start: number): number {
  const { from, step } = solved[0].value;
  const out = new Float64Array(2);
  readLine(throughValues(from, step, policy(0, scoresOf(solved[0])).effort), start, out);
  return out[0];
}

/** FTE. Effort beyond natural effort that best play expects in each month, seen from the start. */
export function expectedEffort(solved: readonly SolvedMonth[], start: number): number[] {
  const out = new Float64Array(2);
  return solved.map((one, at) => {
    let line = throughValues(one.value.from, one.value.step, one.effort);
    for (let t = at - 1; t >= 0; t--) {
      const { month, quadrature, value, moved } = solved[t];
      const mean = scoresOf(solved[t]).map((score, i) => {
        meanOfLine(line, score + moved[i], month.luck, quadrature, out);
        return out[0];
      });
      line = throughValues(value.from, value.step, mean);
    }
    readLine(line, start, out);
    return out[0];
  });
}
