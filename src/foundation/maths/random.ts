import { normalLaw } from "./law.js";

/**
 * Random words with an address: every (seed, stream, world, lane, item) names its own sequence, the month is the position in it.
 * Nothing is carried from draw to draw of different addresses, so results do not depend on the order, the batch or the number of
 * workers, and a longer horizon only appends. The sequence is sfc32 (Doty-Humphrey, PractRand), its state the hashed address.
 */
export interface Address {
  /** Whole number from 0 to 2^53 − 1. */
  seed: number;
  /** Each of the others: whole number from 0 to 2^32 − 1. */
  stream: number;
  world: number;
  lane: number;
  item: number;
}

const WORDS = 4294967296;
const WARM_UP = 12;

/** The largest 32-bit float below 1: uniforms stored in 32 bits must not round up to 1. */
const BELOW_ONE = 1 - 2 ** -24;

/** Keys of the three state words: binary digits of the fractions of √2, √3 and √5. */
const KEY_A = 0x6a09e667;
const KEY_B = 0xbb67ae85;
const KEY_C = 0x3c6ef372;

/** Two-multiply avalanche of a 32-bit word (Wellons 2018, "lowbias32"); one-to-one. */
function scramble(word: number): number {
  let h = word;
  h = Math.imul(h ^ (h >>> 16), 0x7feb352d);
  h = Math.imul(h ^ (h >>> 15), 0x846ca68b);
  return h ^ (h >>> 16);
}

/** One word of state. One-to-one in every part of the address; three keys together leave 2^96 states. */
function stateWord(key: number, seed: number, stream: number, world: number, lane: number, item: number): number {
  let h = scramble(key ^ seed);
  h = scramble((h + key) ^ Math.floor(seed / WORDS));
  h = scramble((h + key) ^ stream);
  h = scramble((h + key) ^ world);
  h = scramble((h + key) ^ lane);
  return scramble((h + key) ^ item);
}

// The generator stands three times below, with its state in locals: a state object or a shared step measured 1.8 to 3 times slower.

/** Writes the first `count` words of a sequence to `out[offset]`, `out[offset + stride]`, … */
export function fillWords(
  out: Uint32Array,
  offset: number,
  stride: number,
  count: number,
  seed: number,
  stream: number,
  world: number,
  lane: number,
  item: number,
): void {
  let a = stateWord(KEY_A, seed, stream, world, lane, item);
  let b = stateWord(KEY_B, seed, stream, world, lane, item);
  let c = stateWord(KEY_C, seed, stream, world, lane, item);
  const last = count + WARM_UP;
  for (let counter = 1, at = offset - WARM_UP * stride; counter <= last; counter++, at += stride) {
    const word = (a + b + counter) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + word) | 0;
    if (counter > WARM_UP) out[at] = word;
  }
}

/** Like `fillWords`, but uniform on (0, 1): (word + ½) / 2³², in a Float32Array never more than 1 − 2⁻²⁴. */
export function fillUniforms(
  out: Float32Array | Float64Array,
  offset: number,
  stride: number,
  count: number,
  seed: number,
  stream: number,
  world: number,
  lane: number,
  item: number,
): void {
  const highest = out instanceof Float32Array ? BELOW_ONE : 1;
  let a = stateWord(KEY_A, seed, stream, world, lane, item);
  let b = stateWord(KEY_B, seed, stream, world, lane, item);
  let c = stateWord(KEY_C, seed, stream, world, lane, item);
  const last = count + WARM_UP;
  for (let counter = 1, at = offset - WARM_UP * stride; counter <= last; counter++, at += stride) {
    const word = (a + b + counter) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + word) | 0;
    if (counter > WARM_UP) out[at] = Math.min(((word >>> 0) + 0.5) / WORDS, highest);
  }
}

/** Like `fillWords`, but standard normal: `normalLaw` of each word. */
export function fillNormals(
  out: Float32Array | Float64Array,
  offset: number,
  stride: number,
  count: number,
  seed: number,
  stream: number,
  world: number,
  lane: number,
  item: number,
): void {
  let a = stateWord(KEY_A, seed, stream, world, lane, item);
  let b = stateWord(KEY_B, seed, stream, world, lane, item);
  let c = stateWord(KEY_C, seed, stream, world, lane, item);
  const last = count + WARM_UP;
  for (let counter = 1, at = offset - WARM_UP * stride; counter <= last; counter++, at += stride) {
    const word = (a + b + counter) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + word) | 0;
    if (counter > WARM_UP) out[at] = normalLaw(word);
  }
}

/** One uniform of a sequence, by its position; for single draws outside the loops. */
export function uniformAt(
  seed: number,
  stream: number,
  world: number,
  lane: number,
  item: number,
  index: number = 0,
): number {
  const words = new Uint32Array(index + 1);
  fillWords(words, 0, 1, index + 1, seed, stream, world, lane, item);
  return (words[index]! + 0.5) / WORDS;
}

function rotate(word: number, bits: number): number {
  return (word << bits) | (word >>> (32 - bits));
}

/** Finaliser of MurmurHash3. */
function avalanche(word: number): number {
  let h = word;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
}

const HASH_FACTORS = [0x239b961b, 0xab0e9789, 0x38b34ae5, 0xa1e38b93] as const;
const HASH_ADDENDS = [0x561ccd1b, 0x0bcaa747, 0x96cd1c35, 0x32ac3b17] as const;

function addToOthers(h: Int32Array): void {
  h[0]! += h[1]! + h[2]! + h[3]!;
  for (let i = 1; i < 4; i++) h[i]! += h[0]!;
}

/**
 * 128 bits, as 32 hexadecimal digits. Content hash of a text (MurmurHash3_x86_128 of its UTF-8 bytes, seed 0; Appleby 2011): tells
 * scenarios apart wherever the code runs. Not for secrets: texts with equal hashes can be made on purpose.
 */
export function hashText(text: string): string {
  const bytes = new TextEncoder().encode(text);
  const blocks = Math.ceil(bytes.length / 16);
  const padded = new DataView(new ArrayBuffer(blocks * 16));
  for (let i = 0; i < bytes.length; i++) padded.setUint8(i, bytes[i]!);
  const h = new Int32Array(4);
  for (let block = 0; block < blocks; block++) {
    const isFull = block * 16 + 16 <= bytes.length;
    for (let i = 0; i < 4; i++) {
      const word = Math.imul(padded.getInt32(block * 16 + i * 4, true), HASH_FACTORS[i]!);
      h[i]! ^= Math.imul(rotate(word, 15 + i), HASH_FACTORS[(i + 1) & 3]!);
      if (isFull) h[i] = Math.imul(rotate(h[i]!, 19 - 2 * i) + h[(i + 1) & 3]!, 5) + HASH_ADDENDS[i]!;
    }
  }
  for (let i = 0; i < 4; i++) h[i]! ^= bytes.length;
  addToOthers(h);
  for (let i = 0; i < 4; i++) h[i] = avalanche(h[i]!);
  addToOthers(h);
  return Array.from(h, (word) => (word >>> 0).toString(16).padStart(8, "0")).join("");
}
