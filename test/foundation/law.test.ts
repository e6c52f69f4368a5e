import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { normalLaw } from "../../src/foundation/maths/law.js";
import { normalQuantile } from "../../src/foundation/maths/special.js";

const anyWord = fc.integer({ min: 0, max: 0xffffffff });
const exact = (word: number): number => normalQuantile((word + 0.5) / 4294967296);

describe("the normal law of a word", () => {
  test("a quarter of all words lies below −0.6745, 2.5 % above 1.96", () => {
    expect(normalLaw(2 ** 30)).toBeCloseTo(-0.6744897501960817, 7);
    expect(normalLaw(Math.round(0.975 * 2 ** 32))).toBeCloseTo(1.959963984540054, 7);
    expect(normalLaw(0)).toBe(exact(0));
    expect(normalLaw(0)).toBeCloseTo(-6.337957754553789, 12);
    expect(normalLaw(0xffffffff)).toBeCloseTo(6.337957754553789, 12);
  });

  test("is the normal quantile within 2e-8", () => {
    let worst = 0;
    for (let word = 0; word < 20_000; word++) worst = Math.max(worst, Math.abs(normalLaw(word) - exact(word)));
    // The step is prime, so that every place within the pieces is visited.
    for (let word = 0; word < 2 ** 31; word += 10_007) {
      worst = Math.max(worst, Math.abs(normalLaw(word) - exact(word)));
    }
    expect(worst).toBeLessThan(2e-8);
    expect(worst).toBeGreaterThan(1e-9);
    fc.assert(fc.property(anyWord, (word) => Math.abs(normalLaw(word) - exact(word)) < 2e-8));
  });

  test("the complement has the negative value, exactly", () => {
    fc.assert(
      fc.property(anyWord, (word) => {
        expect(normalLaw(~word >>> 0)).toBe(-normalLaw(word));
        expect(normalLaw(word | 0)).toBe(normalLaw(word));
      }),
    );
  });

  test("rises with every word, also where two cubics meet", () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 0xffffffff }), (word) => normalLaw(word) > normalLaw(word - 1)));
    let falls = 0;
    const check = (word: number): void => {
      if (!(normalLaw(word) > normalLaw(word - 1))) falls++;
    };
    for (let word = 1; word < 300_000; word++) check(word);
    for (let octave = 10; octave < 31; octave++) {
      for (let piece = 16; piece < 32; piece++) {
        for (let by = -3; by <= 3; by++) check(piece * 2 ** (octave - 4) + by);
      }
    }
    for (let by = -1000; by <= 1000; by++) check(2 ** 31 + by);
    expect(falls).toBe(0);
  });

  test("evenly spread words have the normal moments 0, 1, 0, 3", () => {
    const moments = [0, 0, 0, 0, 0];
    const count = 2 ** 18;
    for (let k = 0; k < count; k++) {
      const z = normalLaw((k + 0.5) * (2 ** 32 / count));
      for (let n = 1; n <= 4; n++) moments[n]! += z ** n / count;
    }
    // Midpoint rule: what the two outermost of the 2^18 cells leave out is of the order of cell × z⁴.
    expect(Math.abs(moments[1]!)).toBeLessThan(1e-4);
    expect(Math.abs(moments[2]! - 1)).toBeLessThan(1e-4);
    expect(Math.abs(moments[3]!)).toBeLessThan(1e-3);
    expect(Math.abs(moments[4]! - 3)).toBeLessThan(2e-3);
  });
});
