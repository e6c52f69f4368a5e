/**
 * Exponential, logarithm and powers from additions, multiplications and tables alone. The language leaves `Math.exp`, `Math.log` and `**` to
 * each engine, and they do differ in the last bit (decision 12); these give the same bits everywhere. Method: 128 steps and a short Taylor
 * series (Tang 1989, "Table-driven implementation of the exponential function in IEEE floating-point arithmetic", ACM TOMS 15,
 * 144–157; the same for the logarithm, Tang 1990, TOMS 16, 378–400). Within 2 units in the last place.
 */

const STEPS = 128;

/** ln 2 in two parts; multiples of the first by whole numbers below 2²⁰ are exact (fdlibm). */
const LN2_HIGH = 0.6931471803691238;
const LN2_LOW = 1.9082149292705877e-10;

/** Tables are worked out in fixed point with this many bits, once. */
const DEEP = 96n;
const ONE = 1n << DEEP;

/** The double nearest to a fixed-point number. */
const toNumber = (fixed: bigint): number => Number(fixed) / 2 ** 96;

/** ln((n + 1)/n) in fixed point: 2·artanh(1/(2n + 1)), by its series. */
function deepStep(n: number): bigint {
  const t = ONE / BigInt(2 * n + 1);
  const square = (t * t) >> DEEP;
  let sum = 0n;
  let term = t;
  for (let k = 1n; term !== 0n; k += 2n) {
    sum += term / k;
    term = (term * square) >> DEEP;
  }
  return 2n * sum;
}

/** 2^(k/128). */
function rootsOfTwo(): Float64Array {
  const share = deepStep(1) / BigInt(STEPS);
  let root = 0n;
  let term = ONE;
  for (let n = 1n; term !== 0n; n++) {
    root += term;
    term = (term * share) / (n << DEEP);
  }
  const roots = new Float64Array(STEPS);
  let value = ONE;
  for (let k = 0; k < STEPS; k++, value = (value * root) >> DEEP) roots[k] = toNumber(value);
  return roots;
}

const ROOTS: Float64Array = rootsOfTwo();

/** Place of 2⁰ among the powers of two from 2^−1022 to 2^1022. */
const ZEROTH = 1022;
const TWOS: Float64Array = Float64Array.from({ length: 2 * ZEROTH + 1 }, (_, k) => 2 ** (k - ZEROTH));

/** Adding and subtracting this rounds to a whole number. */
const ROUND = 6755399441055744;
const STEPS_PER_UNIT = STEPS / Math.LN2;
const STEP_HIGH = LN2_HIGH / STEPS;
const STEP_LOW = LN2_LOW / STEPS;
/** Up to here, either way, the result is a normal number. */
const NEAR = 708;

/** e^x. */
export function exp(x: number): number {
  if (!(Math.abs(x) < NEAR)) return farExp(x);
  const steps = x * STEPS_PER_UNIT + ROUND - ROUND;
  const k = steps | 0;
  const r = x - steps * STEP_HIGH - steps * STEP_LOW;
  const scale = ROOTS[k & (STEPS - 1)]! * TWOS[(k >> 7) + ZEROTH]!;
  return scale + scale * (r + r * r * (0.5 + r * (1 / 6 + r * (1 / 24 + r * (1 / 120)))));
}

/** Where results are infinite, subnormal, zero or nothing. */
function farExp(x: number): number {
  if (!(x < 710)) return x + Number.POSITIVE_INFINITY;
  if (x < -746) return 0;
  const root = exp(0.5 * x);
  return root * root;
}

/** High word of 0.6875: mantissas are cut there, so that numbers just below and just above 1 share a table entry. */
const CUT = 0x3fe60000;
/** Half a step of the table in high words. */
const HALF = 0x1000;

const BITS: Float64Array = new Float64Array(1);
const WORDS: Int32Array = new Int32Array(BITS.buffer);
/** Which of the two words holds sign and exponent on this machine. */
const HIGH = new Uint8Array(Float64Array.of(1).buffer)[7] === 0 ? 0 : 1;

/** Middles of the steps: 176/256 to 255/256, then 128/128 to 175/128. */
const BELOW = 80;
const MIDDLES: Float64Array = Float64Array.from({ length: STEPS }, (_, k) =>
  k < BELOW ? (176 + k) / 256 : (48 + k) / 128,
);
const PER_MIDDLE: Float64Array = MIDDLES.map((middle) => 1 / middle);

/** ln of the middles, summed up from 1 downwards and upwards. */
function logsOfMiddles(): Float64Array {
  const logs = new Float64Array(STEPS);
  for (let k = BELOW - 1, sum = 0n; k >= 0; k--) {
    sum -= deepStep(176 + k);
    logs[k] = toNumber(sum);
  }
  for (let k = BELOW + 1, sum = 0n; k < STEPS; k++) {
    sum += deepStep(47 + k);
    logs[k] = toNumber(sum);
  }
  return logs;
}

const LOGS: Float64Array = logsOfMiddles();

/** ln x: −∞ at zero, not a number below. */
export function ln(x: number): number {
  BITS[0] = x;
  const high = WORDS[HIGH]!;
  if (high < 0x100000 || high >= 0x7fd00000) return farLn(x);
  const from = high - CUT + HALF;
  const exponent = from >> 20;
  const k = (from >> 13) & (STEPS - 1);
  const r = (x * TWOS[ZEROTH - exponent]! - MIDDLES[k]!) * PER_MIDDLE[k]!;
  const rest = r - r * r * (0.5 - r * (1 / 3 - r * (0.25 - r * (0.2 - r * (1 / 6)))));
  return exponent * LN2_HIGH + (LOGS[k]! + (exponent * LN2_LOW + rest));
}

/** Of numbers that are zero, negative, subnormal, huge or none. */
function farLn(x: number): number {
  if (x === 0) return Number.NEGATIVE_INFINITY;
  if (!(x > 0 && x < Number.POSITIVE_INFINITY)) return x > 0 ? x : Number.NaN;
  const wayUp = x < 1 ? 2 ** 200 : 2 ** -200;
  return ln(x * wayUp) + (x < 1 ? -200 : 200) * Math.LN2;
}

/** ln(1 + x), exact to the last digits for x near 0 as well (Kahan): what 1 + x loses is made good. */
export function lnOfOnePlus(x: number): number {
  const sum = 1 + x;
  return sum === 1 ? x : (ln(sum) * x) / (sum - 1);
}

/** `x` to the power `p` for x > 0. */
export function power(x: number, p: number): number {
  return exp(p * ln(x));
}

/** `x` to a whole power from 0 on, by squaring. */
export function wholePower(x: number, n: number): number {
  let result = 1;
  for (let square = x, left = n; left > 0; left = Math.floor(left / 2), square *= square) {
    if (left % 2 === 1) result *= square;
  }
  return result;
}
