/** Quantiles of the beta and gamma distributions, for intervals of shares and rates; by bisection, so slow and for people, not for loops. */

import { betaFraction } from "./beta-fraction.js";
import { exp, ln } from "./exponential.js";

/** ln Γ(a) for a > 0: Stirling's series from 12 on, below that by Γ's recurrence from there. Relative error about 1e-14. */
export function lnGamma(a: number): number {
  let x = a;
  let shift = 0;
  for (; x < 12; x++) shift += ln(x);
  const y = 1 / (x * x);
  const series = (1 / 12 - y * (1 / 360 - y * (1 / 1260 - y * (1 / 1680 - y / 1188)))) / x;
  return (x - 0.5) * ln(x) - x + 0.5 * ln(2 * Math.PI) + series - shift;
}

/** Probability that a gamma variate of shape `a` and scale 1 is at most `x`: series, or continued fraction above a + 1 (DLMF 8.11.4, 8.9.2). */
export function gammaCdf(x: number, a: number): number {
  if (x <= 0) return 0;
  const front = exp(a * ln(x) - x - lnGamma(a));
  if (x < a + 1) {
    let term = 1 / a;
    let total = term;
    for (let n = 1; n < 10_000 && term > total * 1e-17; n++) {
      term *= x / (a + n);
      total += term;
    }
    return front * total;
  }
  let b = x + 1 - a;
  let c = 1e300;
  let d = 1 / b;
  let value = d;
  for (let n = 1; n < 10_000; n++) {
    const step = -n * (n - a);
    b += 2;
    d = 1 / (step * d + b);
    c = b + step / c;
    value *= c * d;
    if (Math.abs(c * d - 1) < 1e-16) break;
  }
  return 1 - front * value;
}

/** Probability that a beta variate with parameters `a` and `b` is at most `x`. */
export function betaCdf(x: number, a: number, b: number): number {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  const front = exp(a * ln(x) + b * ln(1 - x) + lnGamma(a + b) - lnGamma(a) - lnGamma(b));
  if (x < (a + 1) / (a + b + 2)) return (front * betaFraction(x, a, b)) / a;
  return 1 - (front * betaFraction(1 - x, b, a)) / b;
}

/** Where a rising function reaches `p` between two ends, to the last bit or so. */
function reached(p: number, low: number, high: number, of: (x: number) => number): number {
  let [from, to] = [low, high];
  for (let k = 0; k < 200; k++) {
    const middle = (from + to) / 2;
    if (middle <= from || middle >= to) break;
    if (of(middle) < p) from = middle;
    else to = middle;
  }
  return (from + to) / 2;
}

/** The value a beta variate stays below with probability `p`, 0 < p < 1. */
export const betaQuantile = (p: number, a: number, b: number): number => reached(p, 0, 1, (x) => betaCdf(x, a, b));

/** The value a gamma variate of shape `a` and scale 1 stays below with probability `p`, 0 < p < 1; χ² with n degrees is twice that of shape n/2. */
export function gammaQuantile(p: number, a: number): number {
  let high = a + 1;
  while (gammaCdf(high, a) < p) high *= 2;
  return reached(p, 0, high, (x) => gammaCdf(x, a));
}
