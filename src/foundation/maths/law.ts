import { normalQuantile } from "./special.js";

/**
 * From a 32-bit word to a standard normal variate. The distance of the word to the nearer tail picks an octave (`Math.clz32`),
 * its next four bits one of 16 cubics, so that relative precision is the same in the tails as in the body. Being a quantile
 * function, the law keeps whatever order its words have: antithetic, stratified and Latin hypercube words drop in.
 */
const OCTAVES = 32;
const PIECES = 16;
const WORDS = 4294967296;

/**
 * Where a cubic meets the quantile, as shares of its piece. Both ends belong to them, so neighbouring cubics join and the law is
 * monotone; the inner two, at ½ ∓ √(¾ − √½), make the error between the ends as small as such a cubic allows.
 */
const INNER = 0.5 - Math.sqrt(0.75 - Math.sqrt(0.5));
const NODES = [0, INNER, 1 - INNER, 1] as const;

/** Writes the cubic through `values` at NODES to `table[at…at + 3]`, ascending powers (Newton's divided differences). */
function writeCubic(table: Float64Array, at: number, values: readonly number[]): void {
  const [, b, c, d] = NODES;
  const [v0, v1, v2, v3] = values as [number, number, number, number];
  const first = (v1 - v0) / b;
  const second = (v2 - v1) / (c - b);
  const third = (v3 - v2) / (d - c);
  const bend = (second - first) / c;
  const bendAfter = (third - second) / (d - b);
  const twist = bendAfter - bend;
  table[at] = v0;
  table[at + 1] = first - bend * b + twist * b * c;
  table[at + 2] = bend - twist * (b + c);
  table[at + 3] = twist;
}

/** The lower half of the law: octave o (leading zeros of the word, less one) × 16 pieces × 4 coefficients. */
function buildTable(): Float64Array {
  const table = new Float64Array(OCTAVES * PIECES * 4);
  for (let octave = 0; octave < OCTAVES; octave++) {
    // The last octave holds the word 0 alone; its one value stands where the cubic starts.
    const start = octave === OCTAVES - 1 ? 0 : 2 ** (30 - octave);
    for (let piece = 0; piece < PIECES; piece++) {
      const values = NODES.map((node) => normalQuantile((start * (1 + (piece + node) / PIECES) + 0.5) / WORDS));
      writeCubic(table, (octave * PIECES + piece) * 4, values);
    }
  }
  return table;
}

const LOWER_HALF = buildTable();

/**
 * The standard normal variate of a 32-bit word (signed or unsigned): `normalQuantile((word + ½) / 2³²)` within 2e-8, monotone in
 * the word, between −6.34 and 6.34, and exactly antisymmetric: the law of the complement `~word` is the negative.
 */
export function normalLaw(word: number): number {
  const table = LOWER_HALF;
  const signed = word | 0;
  const side = signed >> 31;
  const distance = signed ^ side;
  const zeros = Math.clz32(distance);
  const aligned = distance << zeros;
  const at = (((zeros - 1) << 4) | ((aligned >>> 27) & 15)) << 2;
  const t = (aligned & 0x7ffffff) * 7.450580596923828e-9;
  const value = table[at]! + t * (table[at + 1]! + t * (table[at + 2]! + t * table[at + 3]!));
  return value * (1 + 2 * side);
}
