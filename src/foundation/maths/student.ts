import { refuse } from "../text/problem.js";
import { betaFraction } from "./beta-fraction.js";
import { exp, ln, lnOfOnePlus } from "./exponential.js";
import { normalQuantile } from "./special.js";

/** Γ(a + ½)/Γ(a): the asymptotic series from a = 20 on, below that by Γ's recurrence from there. Relative error about 1e-15. */
function gammaRatio(a: number): number {
  if (a < 20) return (gammaRatio(a + 1) * a) / (a + 0.5);
  const x = 1 / a;
  const high = x * (-399 / 262144 + x * (869 / 4194304 + x * (39325 / 33554432)));
  return Math.sqrt(a) * (1 + x * (-1 / 8 + x * (1 / 128 + x * (5 / 1024 + x * (-21 / 32768 + high)))));
}

/** [P(0 < T < t), P(T > t), density at t] for t > 0: the smaller of the two probabilities without cancellation. */
function studentAt(t: number, degrees: number): [number, number, number] {
  const a = degrees / 2;
  const ratio = gammaRatio(a);
  const square = (t * t) / degrees;
  const density = (ratio / Math.sqrt(degrees * Math.PI)) * exp(-(a + 0.5) * lnOfOnePlus(square));
  // x^a (1 − x)^½ / B(a, ½) with x = degrees/(degrees + t²), which both forms of the incomplete beta function share.
  const front = (ratio / Math.sqrt(Math.PI)) * Math.sqrt(square) * exp(-(a + 0.5) * lnOfOnePlus(square));
  const x = 1 / (1 + square);
  if (x < (a + 1) / (a + 2.5)) {
    const above = (front * betaFraction(x, a, 0.5)) / (2 * a);
    return [0.5 - above, above, density];
  }
  const between = front * betaFraction(square * x, 0.5, a);
  return [between, 0.5 - between, density];
}

/**
 * The value a Student t variate with `degrees` > 0 (any number) stays below with probability `p`, 0 < p < 1. Relative error
 * below 1e-12 to 100,000 degrees, 1e-11 to a million. Newton's method from the normal quantile, which lies nearer the middle: on the probability itself in the body
 * (concave, so never past the root), on log probability against log t in the tail (concave, and nearly straight).
 */
export function studentQuantile(p: number, degrees: number): number {
  if (!(p > 0 && p < 1))
    refuse("studentQuantile", `expected p between 0 and 1 as 0.975, got ${p}`, "give a probability");
  if (!(degrees > 0)) refuse("studentQuantile", `expected degrees above 0 as 12, got ${degrees}`, "add values");
  if (p === 0.5) return 0;
  const tail = Math.min(p, 1 - p);
  let t = Math.abs(normalQuantile(p));
  for (let step = 0; step < 100; step++) {
    const [between, above, density] = studentAt(t, degrees);
    const next =
      tail > 0.25 ? t + (Math.abs(p - 0.5) - between) / density : t * exp((ln(above / tail) * above) / (t * density));
    const isSettled = Math.abs(next - t) <= 1e-14 * t;
    t = next;
    if (isSettled) break;
  }
  if (!Number.isFinite(t))
    refuse("studentQuantile", `p of ${p} is beyond what ${degrees} degrees reach`, "give a milder p");
  return p < 0.5 ? -t : t;
}
