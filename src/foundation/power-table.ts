import { power } from "./exponential.js";

/** Powers are tabulated from 1/32 to 8, 64 steps to each doubling. */
const LEAST = 1 / 32;
const MOST = 8;
const DOUBLINGS = 8;
const STEPS = 64;
const KNOTS = DOUBLINGS * STEPS;

/** A number's place in the table is found in whole numbers: this many to 1, and the highest bit of those that stand for the least. */
const FINE = 65536;
const FIRST = 11;

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
  const fixed = (x * FINE) | 0;
  const doubling = 31 - Math.clz32(fixed);
  const k = (doubling - FIRST) * STEPS + ((fixed >> (doubling - 6)) & (STEPS - 1));
  if (!(x >= LEAST && x < MOST)) return power(x, p);
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
  return table[item * KNOTS + k]! * series;
}
