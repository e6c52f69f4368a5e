import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { normalLaw } from "../../src/foundation/maths/law.js";
import { fillNormals, fillUniforms, fillWords, hashText, uniformAt } from "../../src/foundation/maths/random.js";
import { normalQuantile } from "../../src/foundation/maths/special.js";

/** Standard errors a statistic may lie from its mean; a sound generator fails one such check in 150,000. */
const GATE = 4.5;
const word = fc.integer({ min: 0, max: 0xffffffff });
const address = fc.tuple(fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER }), word, word, word, word);
type Address = [number, number, number, number, number];

function words(count: number, ...at: Address): number[] {
  const out = new Uint32Array(count);
  fillWords(out, 0, 1, count, ...at);
  return [...out];
}

/** Correlation of uniforms on (0, 1) in standard errors under independence. */
function correlationInErrors(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let total = 0;
  for (let i = 0; i < a.length; i++) total += (a[i]! - 0.5) * (b[i]! - 0.5) * 12;
  return total / Math.sqrt(a.length);
}

describe("words", () => {
  // Worked out by a separate program in Python from the description in random.ts.
  test("known addresses have known words", () => {
    expect(words(4, 1, 2, 3, 4, 5)).toEqual([3721719524, 2755975055, 3389686655, 408812970]);
    expect(words(4, Number.MAX_SAFE_INTEGER, 0, 0xffffffff, 7, 0xffffffff)).toEqual([
      634971183, 2505535276, 1749420029, 2762683345,
    ]);
    expect(words(2, 0, 0, 0, 0, 0)).toEqual([353122648, 3192274785]);
  });

  test("a longer sequence begins as the shorter one", () => {
    fc.assert(
      fc.property(address, fc.nat(50), fc.nat(50), (at, count, more) => {
        expect(words(count + more, ...at).slice(0, count)).toEqual(words(count, ...at));
      }),
    );
  });

  test("go to offset, offset + stride, … and nowhere else", () => {
    fc.assert(
      fc.property(address, fc.nat(9), fc.integer({ min: 1, max: 7 }), fc.nat(12), (at, offset, stride, count) => {
        const plain = words(count, ...at);
        const out = new Uint32Array(offset + stride * count + 3).fill(77);
        fillWords(out, offset, stride, count, ...at);
        const expected = new Uint32Array(out.length).fill(77);
        plain.forEach((value, m) => {
          expected[offset + m * stride] = value;
        });
        expect(out).toEqual(expected);
      }),
    );
  });

  test("100,000 addresses, changed in one part or in two, never share their first two words", () => {
    const seen = new Set<number>();
    const out = new Uint32Array(2);
    let addresses = 0;
    const visit = (...at: Address): void => {
      fillWords(out, 0, 1, 2, ...at);
      // 53 of the 64 bits: two of 100,000 agree by chance once in 1.8 million runs.
      seen.add(out[0]! * 2 ** 21 + (out[1]! >>> 11));
      addresses++;
    };
    for (let i = 0; i < 200; i++) for (let j = 0; j < 200; j++) visit(1, 2, i, j, 0);
    for (let i = 0; i < 200; i++) for (let j = 1; j < 151; j++) visit(i, j, 1000, 0, 0);
    for (let i = 0; i < 15_000; i++) visit(7, 0, 0, 0, i * 65536 + 1);
    for (let i = 1; i < 15_001; i++) visit(2 ** 32 * i, 0, 0, 0, 0);
    expect(addresses).toBe(100_000);
    expect(seen.size).toBe(addresses);
  });

  test("each part of the address counts, also the upper half of the seed", () => {
    fc.assert(
      fc.property(address, fc.nat(4), fc.nat(31), (at, part, bit) => {
        const other: Address = [...at];
        other[part] = (other[part]! ^ (1 << bit)) >>> 0;
        fc.pre(other[part] !== at[part]);
        expect(words(3, ...other)).not.toEqual(words(3, ...at));
      }),
    );
    expect(words(3, 2 ** 32 + 5, 0, 0, 0, 0)).not.toEqual(words(3, 5, 0, 0, 0, 0));
  });

  test("one changed bit of an address changes each bit of the first word half the time", () => {
    const changes = new Float64Array(32);
    let pairs = 0;
    for (let world = 0; world < 400; world++) {
      for (let bit = 0; bit < 32; bit++, pairs++) {
        const before = words(1, 9, 1, world, 3, 0)[0]!;
        const after = words(1, 9, 1, world, (3 ^ (1 << bit)) >>> 0, 0)[0]!;
        for (let place = 0; place < 32; place++) changes[place]! += ((before ^ after) >>> place) & 1;
      }
    }
    for (const change of changes) expect(Math.abs(change - pairs / 2) / Math.sqrt(pairs / 4)).toBeLessThan(GATE);
  });
});

describe("uniforms", () => {
  const count = 400_000;
  const uniforms = new Float64Array(count);
  fillUniforms(uniforms, 0, 1, count, 2024, 1, 2, 3, 4);

  test("are (word + ½)/2³², in both precisions inside (0, 1)", () => {
    const raw = words(1000, 11, 0, 0, 0, 0);
    const wide = new Float64Array(1000);
    const narrow = new Float32Array(1000);
    fillUniforms(wide, 0, 1, 1000, 11, 0, 0, 0, 0);
    fillUniforms(narrow, 0, 1, 1000, 11, 0, 0, 0, 0);
    expect([...wide]).toEqual(raw.map((value) => (value + 0.5) / 2 ** 32));
    expect([...narrow]).toEqual(raw.map((value) => Math.fround((value + 0.5) / 2 ** 32)));
    expect(uniformAt(11, 0, 0, 0, 0)).toBe(wide[0]);
    expect(uniformAt(11, 0, 0, 0, 0, 7)).toBe(wide[7]);
  });

  test("in 32 bits never round up to 1", () => {
    // Word 42 of this address is one of the 128 in 2^32 that a 32-bit float would round to 1.
    const narrow = new Float32Array(43);
    fillUniforms(narrow, 0, 1, 43, 5, 0, 0, 34463, 0);
    expect(words(43, 5, 0, 0, 34463, 0)[42]).toBe(4294967224);
    expect(Math.fround((4294967224 + 0.5) / 2 ** 32)).toBe(1);
    expect(narrow[42]).toBe(1 - 2 ** -24);
  });

  test("have mean ½ and variance 1/12", () => {
    let first = 0;
    let second = 0;
    for (const u of uniforms) {
      first += u - 0.5;
      second += (u - 0.5) ** 2 - 1 / 12;
    }
    expect(Math.abs(first) / Math.sqrt(count / 12)).toBeLessThan(GATE);
    expect(Math.abs(second) / Math.sqrt(count / 180)).toBeLessThan(GATE);
  });

  test("fill 256 cells evenly, by their upper and by their lower bits", () => {
    for (const scale of [256, 2 ** 32]) {
      const cells = new Float64Array(256);
      for (const u of uniforms) cells[Math.floor(u * scale) % 256]!++;
      const chiSquare = cells.reduce((total, n) => total + (n - count / 256) ** 2 / (count / 256), 0);
      expect(Math.abs(chiSquare - 255) / Math.sqrt(2 * 255)).toBeLessThan(GATE);
    }
  });

  test("are not correlated with the next ones", () => {
    for (const lag of [1, 2, 3, 12]) {
      const errors = correlationInErrors(uniforms.subarray(lag), uniforms.subarray(0, count - lag));
      expect(Math.abs(errors)).toBeLessThan(GATE);
    }
  });

  test("are uniform and uncorrelated across neighbouring addresses", () => {
    const side = 300;
    const months = 3;
    const at = (part: number, by: number, i: number, j: number): Address => {
      const parts: Address = [3, 1, i, j, 2];
      parts[part] = parts[part]! + by;
      return parts;
    };
    const column = (part: number, by: number): Float64Array => {
      const out = new Float64Array(side * side * months);
      for (let i = 0; i < side; i++) {
        for (let j = 0; j < side; j++) {
          fillUniforms(out, (i * side + j) * months, 1, months, ...at(part, by * 1000, i, j));
        }
      }
      return out;
    };
    const base = column(0, 0);
    const mean = base.reduce((total, u) => total + u - 0.5, 0);
    expect(Math.abs(mean) / Math.sqrt(base.length / 12)).toBeLessThan(GATE);
    // Neighbours within the grid: next lane (one address on) and next world (one row on).
    for (const lag of [months, side * months]) {
      const errors = correlationInErrors(base.subarray(lag), base.subarray(0, base.length - lag));
      expect(Math.abs(errors)).toBeLessThan(GATE);
    }
    for (let part = 0; part < 5; part++) {
      expect(Math.abs(correlationInErrors(base, column(part, 1)))).toBeLessThan(GATE);
    }
  });
});

describe("normals", () => {
  test("are the law of the words", () => {
    const raw = words(500, 8, 1, 2, 3, 4);
    const wide = new Float64Array(1000);
    const narrow = new Float32Array(500);
    fillNormals(wide, 1, 2, 500, 8, 1, 2, 3, 4);
    fillNormals(narrow, 0, 1, 500, 8, 1, 2, 3, 4);
    raw.forEach((value, m) => {
      expect(wide[1 + 2 * m]).toBe(normalLaw(value));
      expect(narrow[m]).toBe(Math.fround(normalLaw(value)));
      expect(wide[2 * m]).toBe(0);
      expect(Math.abs(wide[1 + 2 * m]! - normalQuantile((value + 0.5) / 2 ** 32))).toBeLessThan(2e-8);
    });
  });

  test("have the moments 0, 1, 0, 3", () => {
    const count = 400_000;
    const normals = new Float64Array(count);
    fillNormals(normals, 0, 1, count, 77, 0, 0, 0, 0);
    // Power, its mean, and the variance of the power: 1, 2, 15, 96.
    for (const [n, mean, spread] of [
      [1, 0, 1],
      [2, 1, 2],
      [3, 0, 15],
      [4, 3, 96],
    ] as const) {
      const total = normals.reduce((sum, z) => sum + z ** n - mean, 0);
      expect(Math.abs(total) / Math.sqrt(count * spread)).toBeLessThan(GATE);
    }
  });
});

describe("the hash of a text", () => {
  test("is MurmurHash3_x86_128, as published", () => {
    expect(hashText("")).toBe("00000000000000000000000000000000");
    expect(hashText("The quick brown fox jumps over the lazy dog")).toBe("2f1583c3ecee2c675d7bf66ce5e91d2c");
    expect(hashText("I will not buy this record, it is scratched.")).toBe("a0a9683b25ac5e40d9af2895890dddf5");
  });

  test("differs for texts that differ, also by trailing zeros, a cut or an accent", () => {
    const texts = ["a", "a\0", "a\0\0", "aa", "à", "A", "1".repeat(16), "1".repeat(17), "1".repeat(15)];
    expect(new Set(texts.map(hashText)).size).toBe(texts.length);
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), fc.string({ unit: "grapheme" }), (a, b) => {
        expect(hashText(a)).toMatch(/^[0-9a-f]{32}$/);
        expect(hashText(a) === hashText(b)).toBe(a === b);
      }),
    );
  });
});
