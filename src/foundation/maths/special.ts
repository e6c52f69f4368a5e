/**
 * The normal distribution twice: exactly (`normalCdf`, `normalDensity`, `normalQuantile`) for people and for tests, and from
 * tables (`fastCdf`, `fastDensity`, `normalPair`) for loops that run millions of times. A property test holds the two together.
 */

import { exp, ln } from "./exponential.js";

const ROOT_TWO_PI = 2.5066282746310002;

/** Ascending powers up to the highest: (…(c₀x + c₁)x + …) with the leading coefficient first. */
function polynomial(coefficients: readonly number[], x: number): number {
  let value = 0;
  for (const coefficient of coefficients) value = value * x + coefficient;
  return value;
}

/** e^(−z²/2). The square is split at sixteenths (Cody 1969), or its rounding would cost digits in the tails. */
function bell(z: number): number {
  const size = Math.abs(z);
  if (size > 39) return 0;
  const coarse = Math.trunc(size * 16) / 16;
  return exp(-0.5 * coarse * coarse) * exp(-0.5 * (size - coarse) * (size + coarse));
}

/** Density of the standard normal at `z`; relative error about 1e-15 down to where numbers underflow. */
export function normalDensity(z: number): number {
  return bell(z) / ROOT_TWO_PI;
}

// Rational approximations of Cody (1969), "Rational Chebyshev approximations for the error function", Math. Comp. 23, 631–637,
// in the form for the normal integral (ANORM, ACM algorithm 715). Leading coefficient first.
const BODY_ABOVE = [0.06568233791820745, 2.2352520354606837, 161.02823106855587, 1067.6894854603709, 18154.98125334356];
const BODY_BELOW = [1, 47.202581904688245, 976.0985517377767, 10260.932208618979, 45507.78933502673];
const SHOULDER_ABOVE = [
  1.0765576773720192e-8, 0.39894151208813466, 8.883149794388375, 93.50665613217785, 597.2702763948002,
  2494.5375852903726, 6848.190450536283, 11602.65143764735, 9842.714838383978,
];
const SHOULDER_BELOW = [
  1, 22.266688044328117, 235.387901782625, 1519.3775994075547, 6485.558298266761, 18615.571640885097, 34900.95272114598,
  38912.00328609327, 19685.429676859992,
];
const TAIL_ABOVE = [
  0.023073441764940174, 0.215898534057957, 0.12740116116024736, 0.022235277870649807, 0.0014216191932278934,
  0.000029112874951168793,
];
const TAIL_BELOW = [
  1, 1.284260096144911, 0.4682382124808651, 0.06598813786892856, 0.0037823963320275824, 0.00007297515550839662,
];

/** Probability above `z` for z ≥ 0.66: no cancellation, so the tail keeps its digits. */
function upperTail(z: number): number {
  if (z <= Math.sqrt(32)) return (bell(z) * polynomial(SHOULDER_ABOVE, z)) / polynomial(SHOULDER_BELOW, z);
  const inverse = 1 / (z * z);
  const correction = (inverse * polynomial(TAIL_ABOVE, inverse)) / polynomial(TAIL_BELOW, inverse);
  return (bell(z) * (1 / ROOT_TWO_PI - correction)) / z;
}

/** Probability that a standard normal variate is at most `z`; relative error about 1e-15, also far in the lower tail. */
export function normalCdf(z: number): number {
  if (Math.abs(z) <= 0.66291) {
    const square = z * z;
    return 0.5 + (z * polynomial(BODY_ABOVE, square)) / polynomial(BODY_BELOW, square);
  }
  return z < 0 ? upperTail(-z) : 1 - upperTail(z);
}

// Wichura (1988), "Algorithm AS 241: The percentage points of the normal distribution", Applied Statistics 37, 477–484 (PPND16).
const QUANTILE_BODY_ABOVE = [
  2509.0809287301227, 33430.57558358813, 67265.7709270087, 45921.95393154987, 13731.69376550946, 1971.5909503065513,
  133.14166789178438, 3.3871328727963665,
];
const QUANTILE_BODY_BELOW = [
  5226.495278852546, 28729.085735721943, 39307.89580009271, 21213.794301586597, 5394.196021424751, 687.1870074920579,
  42.31333070160091, 1,
];
const QUANTILE_TAIL_ABOVE = [
  0.0007745450142783414, 0.022723844989269184, 0.2417807251774506, 1.2704582524523684, 3.6478483247632045,
  5.769497221460691, 4.630337846156546, 1.4234371107496835,
];
const QUANTILE_TAIL_BELOW = [
  1.0507500716444169e-9, 0.0005475938084995345, 0.015198666563616457, 0.14810397642748008, 0.6897673349851,
  1.6763848301838038, 2.053191626637759, 1,
];
const QUANTILE_FAR_ABOVE = [
  2.0103343992922881e-7, 0.000027115555687434876, 0.0012426609473880784, 0.026532189526576124, 0.29656057182850487,
  1.7848265399172913, 5.463784911164114, 6.657904643501103,
];
const QUANTILE_FAR_BELOW = [
  2.0442631033899397e-15, 1.421511758316446e-7, 0.000018463183175100548, 0.0007868691311456133, 0.014875361290850615,
  0.1369298809227358, 0.599832206555888, 1,
];

/** The value a standard normal variate stays below with probability `p`, 0 < p < 1; relative error about 1e-15. */
export function normalQuantile(p: number): number {
  const offset = p - 0.5;
  if (Math.abs(offset) <= 0.425) {
    const r = 0.180625 - offset * offset;
    return (offset * polynomial(QUANTILE_BODY_ABOVE, r)) / polynomial(QUANTILE_BODY_BELOW, r);
  }
  const depth = Math.sqrt(-ln(Math.min(p, 1 - p)));
  const isFar = depth > 5;
  const r = depth - (isFar ? 5 : 1.6);
  const above = isFar ? QUANTILE_FAR_ABOVE : QUANTILE_TAIL_ABOVE;
  const below = isFar ? QUANTILE_FAR_BELOW : QUANTILE_TAIL_BELOW;
  const size = polynomial(above, r) / polynomial(below, r);
  return offset < 0 ? -size : size;
}

/** Knots a unit of z, and the z beyond which the fast forms answer 0 or 1. */
const STEPS = 16;
const REACH = 8.5;
const CENTRE = STEPS * REACH;
const KNOTS = 2 * CENTRE + 1;

/** `normalCdf` and `normalDensity` at −8.5, −8.4375, …, 8.5 (273 knots, 1/16 apart). Read only. */
export const cdfTable: Float64Array = Float64Array.from({ length: KNOTS }, (_, k) => normalCdf((k - CENTRE) / STEPS));
export const densityTable: Float64Array = Float64Array.from({ length: KNOTS }, (_, k) =>
  normalDensity((k - CENTRE) / STEPS),
);

/**
 * Eight numbers a knot, which is one cache line: the distribution, then the Taylor coefficients 0 to 6 of the density. The n-th
 * is (−1)ⁿ Hₙ(x)/n! times the density (H: probabilists' Hermite polynomials), by their recurrence a₍ₙ₊₁₎ = −(x aₙ + a₍ₙ₋₁₎)/(n + 1).
 */
function buildSeries(): Float64Array {
  const table = new Float64Array(KNOTS * 8);
  for (let k = 0; k < KNOTS; k++) {
    const x = (k - CENTRE) / STEPS;
    const at = k * 8;
    table[at] = cdfTable[k]!;
    table[at + 1] = densityTable[k]!;
    table[at + 2] = -x * densityTable[k]!;
    for (let n = 1; n < 6; n++) table[at + n + 2] = -(x * table[at + n + 1]! + table[at + n]!) / (n + 1);
  }
  return table;
}

const SERIES = buildSeries();

/** `normalCdf` within 1e-13 (absolute): Taylor series of degree 6 about the nearest knot, 0 or 1 beyond ±8.5. */
export function fastCdf(z: number): number {
  if (z <= -REACH) return 0;
  if (z >= REACH) return 1;
  const s = SERIES;
  const k = (z * STEPS + (CENTRE + 0.5)) | 0;
  const d = z - (k - CENTRE) / STEPS;
  const i = k << 3;
  const high = s[i + 4]! / 4 + d * (s[i + 5]! * (1 / 5) + d * (s[i + 6]! * (1 / 6)));
  return s[i]! + d * (s[i + 1]! + d * (s[i + 2]! / 2 + d * (s[i + 3]! * (1 / 3) + d * high)));
}

/** `normalDensity` within 1e-13 (absolute): Taylor series of degree 6 about the nearest knot, 0 beyond ±8.5. */
export function fastDensity(z: number): number {
  if (z <= -REACH || z >= REACH) return 0;
  const s = SERIES;
  const k = (z * STEPS + (CENTRE + 0.5)) | 0;
  const d = z - (k - CENTRE) / STEPS;
  const i = k << 3;
  const high = s[i + 5]! + d * (s[i + 6]! + d * s[i + 7]!);
  return s[i + 1]! + d * (s[i + 2]! + d * (s[i + 3]! + d * (s[i + 4]! + d * high)));
}

/** Writes `fastCdf(z)` to `out[0]` and `fastDensity(z)` to `out[1]` with one look-up; the same bits as the two calls. */
export function normalPair(z: number, out: Float64Array): void {
  if (z <= -REACH || z >= REACH) {
    out[0] = z < 0 ? 0 : 1;
    out[1] = 0;
    return;
  }
  const s = SERIES;
  const k = (z * STEPS + (CENTRE + 0.5)) | 0;
  const d = z - (k - CENTRE) / STEPS;
  const i = k << 3;
  const highCdf = s[i + 4]! / 4 + d * (s[i + 5]! * (1 / 5) + d * (s[i + 6]! * (1 / 6)));
  out[0] = s[i]! + d * (s[i + 1]! + d * (s[i + 2]! / 2 + d * (s[i + 3]! * (1 / 3) + d * highCdf)));
  const high = s[i + 5]! + d * (s[i + 6]! + d * s[i + 7]!);
  out[1] = s[i + 1]! + d * (s[i + 2]! + d * (s[i + 3]! + d * (s[i + 4]! + d * high)));
}
