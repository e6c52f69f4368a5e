/**
 * The standard normal distribution, written plainly: a series near the middle, a continued fraction in the tails, and 0
 * or 1 beyond ±8.5, which is a convention of the method (§20).
 */

const reach = 8.5;

/** Density at z. */
export const density = (z: number): number =>
  Math.abs(z) >= reach ? 0 : Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);

/** Probability of at most z. */
export function distribution(z: number): number {
  if (z >= reach) return 1;
  if (z <= -reach) return 0;
  return z < 0 ? 0.5 * erfc(-z / Math.SQRT2) : 1 - 0.5 * erfc(z / Math.SQRT2);
}

/** 1 − erf(x) for x ≥ 0. */
export function erfc(x: number): number {
  return x < 2 ? 1 - erfSeries(x) : erfcFraction(x);
}

/** erf(x) = 2/√π·e^(−x²)·Σ 2ⁿx^(2n+1)/(1·3·…·(2n+1)): all terms positive, so nothing cancels. */
function erfSeries(x: number): number {
  let term = x;
  let sum = x;
  for (let n = 1; term > 1e-18 * sum; n++) {
    term *= (2 * x * x) / (2 * n + 1);
    sum += term;
  }
  return (2 / Math.sqrt(Math.PI)) * Math.exp(-x * x) * sum;
}

/** erfc(x) = e^(−x²)/√π · 1/(x + (1/2)/(x + 1/(x + (3/2)/(x + …)))), from the far end. */
function erfcFraction(x: number): number {
  let below = x;
  for (let n = 120; n >= 1; n--) below = x + n / 2 / below;
  return Math.exp(-x * x) / Math.sqrt(Math.PI) / below;
}

/** The z that `distribution` gives p for, 0 < p < 1, by halving. */
export function quantile(p: number): number {
  let low = -reach;
  let high = reach;
  for (let step = 0; step < 80; step++) {
    const middle = (low + high) / 2;
    if (distribution(middle) < p) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
