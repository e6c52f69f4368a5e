import { power } from "./exponential.js";

/** Powers are tabulated from 1/32 to 8 (excluded), 64 steps to each doubling. */
const LEAST = 1 / 32;
const DOUBLINGS = 8;
const STEPS = 64;
const KNOTS = DOUBLINGS * STEPS;

/** The upper 32 bits of a number: sign, exponent, the first 20 bits of the mantissa. Six of those make the 64 steps. */
const BITS: Float64Array = new Float64Array(1);
const WORDS: Int32Array = new Int32Array(BITS.buffer);
/** Which of the two words they are on this machine. */
const HIGH = new Uint8Array(Float64Array.of(1).buffer)[7] === 0 ? 0 : 1;
const FINER = 14;
/** Steps from the place where exponents start to 2⁻⁵, the least. */
const FIRST = (1023 - 5) * STEPS;

const MIDDLES: Float64Array = Float64Array.from(
  { length: KNOTS },
  (_, k) => LEAST * (1 << Math.floor(k / STEPS)) * (1 + ((k % STEPS) + 0.5) / STEPS),
);
const PER: Float64Array = MIDDLES.map((middle) => 1 / middle);

/** Knots to the power of each exponent: [exponent][knot]. For `tabulatedPower`, which tells where each exponent's begin. */
export const powerTable = (exponents: Float64Array): Float64Array =>
  Float64Array.from({ length: exponents.length * KNOTS }, (_, at) =>
    power(MIDDLES[at % KNOTS]!, exponents[Math.floor(at / KNOTS)]!),
  );

/**
 * `power(x, p)` from a table of p, within 3e-15 relative: the nearest knot's power times the binomial series to degree 6. About
 * two fifths of the time of logarithm and exponential. `item` is the place of p among the exponents of the table.
 */
export function tabulatedPower(table: Float64Array, item: number, x: number, p: number): number {
  BITS[0] = x;
  const k = (WORDS[HIGH]! >> FINER) - FIRST;
  if (k >>> 0 >= KNOTS) return power(x, p);
  const u = x * PER[k]! - 1;
  const series =
    1 +
    p *
      u *
      (1 +
        (p - 1) *
          u *
          (1 / 2) *
          (1 +
            (p - 2) *
              u *
              (1 / 3) *
              (1 + (p - 3) * u * (1 / 4) * (1 + (p - 4) * u * (1 / 5) * (1 + (p - 5) * u * (1 / 6))))));
  return table[Math.imul(item, KNOTS) + k]! * series;
}
