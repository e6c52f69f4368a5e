import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { eigen } from "../../src/foundation/maths/eigen.js";

const rows = (...lists: number[][]) => lists.map((one) => Float64Array.from(one));

describe("directions of a symmetric matrix", () => {
  test("hand-worked: [2 1; 1 2] has 1 along (1, −1) and 3 along (1, 1)", () => {
    const { values, vectors } = eigen(rows([2, 1], [1, 2]));
    const [low, high] = values[0] < values[1] ? [0, 1] : [1, 0];
    expect(values[low]).toBeCloseTo(1, 14);
    expect(values[high]).toBeCloseTo(3, 14);
    expect(vectors[low][0]).toBeCloseTo(-vectors[low][1], 14);
    expect(vectors[high][0]).toBeCloseTo(vectors[high][1], 14);
  });

  test("a matrix of nothing, and one that is singular", () => {
    expect([...eigen(rows([0, 0], [0, 0])).values]).toEqual([0, 0]);
    const { values } = eigen(rows([1, 1, 1], [1, 1, 1], [1, 1, 1]));
    expect([...values].sort((a, b) => a - b)).toEqual([
      expect.closeTo(0, 14),
      expect.closeTo(0, 14),
      expect.closeTo(3, 13),
    ]);
  });

  test("turned back they give the matrix, and they are at right angles", () => {
    const entry = fc.double({ min: -1e6, max: 1e6, noNaN: true });
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 7 }).chain((size) => fc.array(entry, { minLength: size ** 2, maxLength: size ** 2 })),
        (list) => {
          const size = Math.sqrt(list.length);
          const matrix = Array.from({ length: size }, (_, i) =>
            Float64Array.from({ length: size }, (_, j) => list[size * Math.max(i, j) + Math.min(i, j)]),
          );
          const { values, vectors } = eigen(matrix);
          for (let i = 0; i < size; i++) {
            for (let j = 0; j < size; j++) {
              let [back, angle] = [0, 0];
              for (let l = 0; l < size; l++) {
                back += values[l] * vectors[l][i] * vectors[l][j];
                angle += vectors[i][l] * vectors[j][l];
              }
              // rounding of some hundred rotations of numbers up to 1e6
              expect(Math.abs(back - matrix[i][j])).toBeLessThan(1e-7);
              expect(angle).toBeCloseTo(i === j ? 1 : 0, 12);
            }
          }
        },
      ),
      { numRuns: 60 },
    );
  });
});
