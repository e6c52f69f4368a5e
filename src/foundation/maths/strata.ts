import { normalLaw } from "./law.js";
import { fillNormals, fillUniforms, fillWords } from "./random.js";

/** Writes `count` draws of one address to `out[offset]`, `out[offset + stride]`, …: see `fillNormals`. */
export type Fill = typeof fillNormals;

/** How words become luck: the same addresses, another way of drawing. */
export interface Draws {
  readonly normals: Fill;
  readonly uniforms: Fill;
}

/** Every word by itself. */
export const independentDraws: Draws = { normals: fillNormals, uniforms: fillUniforms };

const tables = 256;
/** Seed and stream of the tables: they are constants, the same for every run. */
const tableSeed = 20;
const tableStream = 1;

/** Number that turns a stream of words into the stream of its keys: streams of luck are small or hashes. */
const keyed = 0x80000000;

/** 256 random permutations of `size` places (Durstenfeld 1964), one after another. */
function permutations(size: number): Uint16Array {
  const out = new Uint16Array(tables * size);
  const words = new Uint32Array(size);
  for (let t = 0; t < tables; t++) {
    fillWords(words, 0, 1, size, tableSeed, tableStream, t, size, 0);
    const at = t * size;
    for (let k = 0; k < size; k++) {
      const j = Math.floor((words[k]! * (k + 1)) / 4294967296);
      out[at + k] = out[at + j]!;
      out[at + j] = k;
    }
  }
  return out;
}

/**
 * Latin hypercube words (McKay, Beckman & Conover 1979; Owen 1992) of blocks of 2^`bits` worlds, 1 to 12: in every dimension (stream,
 * lane, item, place in the sequence) the words of a block lie one in each of 2^`bits` equal strata, where in it as the independent
 * word of that address says. Which world has which stratum is a permutation made of two of 256 random ones and two shifts, all named
 * by two hashed words of (seed, stream, block, lane, item, place). So every address keeps its meaning: neither order, batch nor
 * number of workers moves a draw, a longer sequence only appends, and other blocks are independent.
 *
 * Keeps the keys of the last address: asked for world after world of one block it hashes them once.
 */
export function stratifiedDraws(bits: number): Draws {
  const size = 1 << bits;
  const table = permutations(size);
  const from = 32 - bits;
  let keys = new Uint32Array(0);
  let words = new Uint32Array(0);
  let [ofCount, ofSeed, ofStream, ofBlock, ofLane, ofItem] = [0, 0, 0, 0, 0, 0];
  const draw = (
    count: number,
    seed: number,
    stream: number,
    world: number,
    lane: number,
    item: number,
  ): Uint32Array => {
    const block = world >>> bits;
    const isKnown = block === ofBlock && lane === ofLane && item === ofItem && stream === ofStream && seed === ofSeed;
    if (!isKnown || count > ofCount) {
      if (words.length < count) {
        keys = new Uint32Array(2 * count);
        words = new Uint32Array(count);
      }
      fillWords(keys, 0, 1, 2 * count, seed, stream + keyed, block, lane, item);
      [ofCount, ofSeed, ofStream, ofBlock, ofLane, ofItem] = [count, seed, stream, block, lane, item];
    }
    fillWords(words, 0, 1, count, seed, stream, world, lane, item);
    stratify(words, keys, count, table, world & (size - 1), size - 1, bits, from);
    return words;
  };
  return {
    normals(out, offset, stride, count, seed, stream, world, lane, item) {
      const drawn = draw(count, seed, stream, world, lane, item);
      for (let k = 0, at = offset; k < count; k++, at += stride) out[at] = normalLaw(drawn[k]!);
    },
    uniforms(out, offset, stride, count, seed, stream, world, lane, item) {
      const highest = out instanceof Float32Array ? 1 - 2 ** -24 : 1;
      const drawn = draw(count, seed, stream, world, lane, item);
      for (let k = 0, at = offset; k < count; k++, at += stride)
        out[at] = Math.min((drawn[k]! + 0.5) / 4294967296, highest);
    },
  };
}

/** Moves each word into its stratum: the stratum on top, the word's own upper bits below. */
function stratify(
  words: Uint32Array,
  keys: Uint32Array,
  count: number,
  table: Uint16Array,
  place: number,
  mask: number,
  bits: number,
  from: number,
): void {
  for (let k = 0; k < count; k++) {
    const a = keys[2 * k]!;
    const b = keys[2 * k + 1]!;
    const once = table[((a >>> 24) << bits) | ((place ^ a) & mask)]!;
    const stratum = table[((b >>> 24) << bits) | ((once + b) & mask)]! ^ ((a >>> 12) & mask);
    words[k] = (stratum << from) | (words[k]! >>> bits);
  }
}
