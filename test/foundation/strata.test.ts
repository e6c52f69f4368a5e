import { describe, expect, test } from "vitest";
import { fillNormals, fillUniforms } from "../../src/foundation/maths/random.js";
import { independentDraws, stratifiedDraws } from "../../src/foundation/maths/strata.js";
import { correlation } from "../../src/foundation/maths/summary.js";

const bits = 7;
const size = 128;
const draws = stratifiedDraws(bits);
const seed = 11;

/** [place][world]: uniforms of one address in worlds from `first` on. */
function planes(first: number, worlds: number, months: number, stream = 5, lane = 2, item = 3): Float64Array[] {
  const out = new Float64Array(worlds * months);
  for (let w = 0; w < worlds; w++) draws.uniforms(out, w, worlds, months, seed, stream, first + w, lane, item);
  return Array.from({ length: months }, (_, m) => out.subarray(m * worlds, (m + 1) * worlds));
}

const strataOf = (uniforms: Float64Array): Int32Array => Int32Array.from(uniforms, (u) => Math.floor(u * size));

describe("words of a Latin hypercube", () => {
  test("a block has every stratum once, in every dimension", () => {
    const whole = Int32Array.from({ length: size }, (_, k) => k);
    for (const [stream, lane, item] of [
      [1, 0, 123456789],
      [3, 7, 11],
      [10, 499, 0],
    ] as const) {
      for (const block of [0, 1, 9000, 2 ** 24]) {
        for (const plane of planes(block * size, size, 6, stream, lane, item))
          expect(strataOf(plane).slice().sort()).toEqual(whole);
      }
    }
  });

  test("normals are those of the same words", () => {
    const normals = new Float64Array(size);
    for (let w = 0; w < size; w++) draws.normals(normals, w, size, 1, seed, 5, w, 2, 3);
    const order = (values: Float64Array): number[] => [...values.keys()].sort((a, b) => values[a] - values[b]);
    expect(order(normals)).toEqual(order(planes(0, size, 1)[0]));
    // the mean of 128 stratified normals: each within its stratum, so far closer to 0 than 1/√128 = .09
    expect(Math.abs(normals.reduce((sum, one) => sum + one, 0) / size)).toBeLessThan(0.02);
  });

  test("neither the order nor the length of a sequence moves a draw", () => {
    const [long, short] = [planes(0, 2 * size, 9), planes(0, 2 * size, 4)];
    for (let m = 0; m < 4; m++) expect(short[m]).toEqual(long[m]);
    const back = new Float64Array(9);
    const fresh = stratifiedDraws(bits);
    for (let w = 2 * size - 1; w >= 0; w -= 17) {
      fresh.uniforms(back, 0, 1, 9, seed, 5, w, 2, 3);
      expect([...back]).toEqual(long.map((plane) => plane[w]));
    }
  });

  // χ² with 63 degrees of freedom, of normal size within 4 standard deviations (false alarm 6 in 100,000): 63 ± 45.
  test("where in its stratum a word lies is uniform, and so is the stratum of one world over blocks", () => {
    const blocks = 8192;
    const counts = { inside: new Float64Array(64), stratum: new Float64Array(64) };
    const one = new Float64Array(1);
    for (let block = 0; block < blocks; block++) {
      draws.uniforms(one, 0, 1, 1, seed, 5, block * size + 77, 2, 3);
      counts.stratum[Math.floor(one[0] * 64)]++;
      counts.inside[Math.floor(((one[0] * size) % 1) * 64)]++;
    }
    const each = blocks / 64;
    for (const found of Object.values(counts)) {
      const chi = found.reduce((sum, count) => sum + (count - each) ** 2 / each, 0);
      expect(chi).toBeGreaterThan(63 - 45);
      expect(chi).toBeLessThan(63 + 45);
    }
  });

  // Correlations of 128 strata have standard deviation 1/√127; the mean square of 3,160 of them times 127 is 1 ± .025, and none beyond
  // 5.2 standard deviations is expected once in 1,500 such tests.
  test("permutations of different dimensions, blocks and streams are uncorrelated", () => {
    const planesOfAll = [
      ...planes(0, size, 30),
      ...planes(0, size, 20, 6),
      ...planes(0, size, 15, 5, 3),
      ...planes(0, size, 10, 5, 2, 4),
      ...planes(size, size, 5),
    ];
    const found = planesOfAll.flatMap((a, k) => planesOfAll.slice(k + 1).map((b) => correlation(a, b)));
    expect(found.length).toBe(3160);
    const squares = found.reduce((sum, one) => sum + one * one * (size - 1), 0) / found.length;
    expect(Math.abs(squares - 1)).toBeLessThan(0.11);
    expect(Math.max(...found.map(Math.abs)) * Math.sqrt(size - 1)).toBeLessThan(5.2);
  });

  // Two worlds of a block are in different strata and else as good as independent: over many blocks their uniforms correlate by
  // −1/127; ± .025 is four standard errors of 25,600 pairs. Pairs half, a quarter and one world apart are where weak mixing shows.
  test("two worlds of a block know nothing of each other but that their strata differ", () => {
    for (const [a, b] of [
      [0, 64],
      [3, 35],
      [10, 11],
      [0, 127],
    ]) {
      const [left, right] = [new Float64Array(25_600), new Float64Array(25_600)];
      for (let block = 0; block < 100; block++) {
        draws.uniforms(left, block * 256, 1, 256, seed, 5, block * size + a, 2, 3);
        draws.uniforms(right, block * 256, 1, 256, seed, 5, block * size + b, 2, 3);
      }
      expect(Math.abs(correlation(left, right) + 1 / 127)).toBeLessThan(0.025);
    }
  });

  test("independent draws are the plain ones", () => {
    expect(independentDraws).toEqual({ normals: fillNormals, uniforms: fillUniforms });
  });
});
