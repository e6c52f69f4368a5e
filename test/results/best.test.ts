import { describe, expect, test } from "vitest";
import { fillNormals } from "../../src/foundation/maths/random.js";
import { studentQuantile } from "../../src/foundation/maths/student.js";
import { estimate, sum } from "../../src/foundation/maths/summary.js";
import { chancesOfBest } from "../../src/results/best/best-chances.js";
import { setOfBest } from "../../src/results/best/best-set.js";
import { contestOf } from "../../src/results/best/paired-differences.js";

const normals = (lane: number, mean: number, count: number, world = 0): Float64Array => {
  const out = new Float64Array(count);
  fillNormals(out, 0, 1, count, 3, 0, world, lane, 0);
  return out.map((value) => value + mean);
};

const chances = (...columns: Float64Array[]): number[] => chancesOfBest(contestOf(columns), 1);
const set = (...columns: Float64Array[]): boolean[] => setOfBest(contestOf(columns), 1);

/** Worlds of designs that share most of their luck. */
const sharing = (means: readonly number[], count: number, world = 0): Float64Array[] => {
  const shared = normals(0, 0, count, world);
  return means.map((mean, k) => normals(k + 1, mean, count, world).map((own, w) => 3 * shared[w] + own));
};

describe("the set that cannot be told from the best", () => {
  test("one design is alone in it, and is best", () => {
    expect(set(normals(1, 0, 20))).toEqual([true]);
    expect(chances(normals(1, 0, 20))).toEqual([1]);
  });

  test("a clear winner is alone in it", () => {
    expect(set(...sharing([0, 1, 0.1], 400))).toEqual([false, true, false]);
  });

  test("of two designs it is Student's test of their difference, one-sided at 5 %", () => {
    const one = normals(1, 0, 12);
    const other = normals(2, 0, 12);
    const { mean, standardError } = estimate(one.map((value, w) => value - other[w]));
    const edge = studentQuantile(0.95, 11) * standardError;
    // ±3 % of the edge: what 4,096 draws leave open of it
    for (const [lead, isIn] of [
      [0.97 * edge, true],
      [1.03 * edge, false],
    ] as const) {
      expect(
        set(
          one.map((value) => value - mean + lead),
          other,
        ),
      ).toEqual([true, isIn]);
    }
  });

  test("three that are alike are all in it, a fourth far behind is not", () => {
    expect(set(...sharing([1, 1, 1, 0], 400))).toEqual([true, true, true, false]);
  });

  test("twins are in it together or out together, and count as one rival", () => {
    const [best, near, far] = sharing([1, 1, 0], 400);
    expect(set(best, far, near, near, far)).toEqual([true, false, true, true, false]);
    expect(set(best, best)).toEqual([true, true]);
    expect(contestOf([best, far, best]).members).toEqual([[0, 2], [1]]);
  });

  test("designs that differ by the same in every world are told apart, however little it is", () => {
    const one = normals(1, 0, 30);
    expect(
      set(
        one,
        one.map((value) => value + 0.001),
      ),
    ).toEqual([false, true]);
    expect(
      chances(
        one,
        one.map((value) => value + 0.001),
      ),
    ).toEqual([0, 1]);
  });

  test("equal means with different luck are a tie", () => {
    const one = Float64Array.of(1, 2, 3, 4);
    expect(
      set(
        one,
        one.map((_, w) => one[3 - w]),
      ),
    ).toEqual([true, true]);
  });

  test("of one world nothing can be said", () => {
    expect(set(Float64Array.of(1), Float64Array.of(2))).toEqual([true, true]);
    expect(chances(Float64Array.of(1), Float64Array.of(2), Float64Array.of(3))).toEqual([1 / 3, 1 / 3, 1 / 3]);
  });

  test("contains the best in 95 % of runs at least, also of few blocks, and is not larger than Bonferroni's", () => {
    // all alike is the hardest case; 4 standard errors of 400 runs
    for (const [count, designs] of [
      [8, 6],
      [120, 6],
    ]) {
      let covered = 0;
      for (let run = 0; run < 400; run++) {
        const contest = contestOf(sharing(Array(designs).fill(0), count, run + 1));
        const found = setOfBest(contest, run);
        if (found[0]) covered++;
        const reach = studentQuantile(1 - 0.05 / (designs - 1), count - 1);
        for (let i = 0; i < designs; i++) {
          const isTold = contest.means.some((one, j) => one - contest.means[i] > reach * contest.apart[i][j]);
          if (isTold) expect(found[i]).toBe(false);
        }
      }
      expect(covered / 400).toBeGreaterThan(0.95 - 4 * Math.sqrt((0.95 * 0.05) / 400));
      expect(covered / 400).toBeLessThan(0.99);
    }
  });
});

describe("the probability of being best", () => {
  test("adds up to one, and twins share one place", () => {
    const [one, other] = sharing([0, 0.05], 200);
    const found = chances(one, other, one);
    expect(sum(found)).toBeCloseTo(1, 9);
    expect(found[0]).toBe(found[2]);
    expect(found[0] + found[2]).toBeCloseTo(chances(one, other)[0], 9);
  });

  test("of three that are alike is about a third each", () => {
    const alike = [1, 2, 3].map((lane) => normals(lane, 0, 2000));
    const level = alike.map((column) => {
      const { mean } = estimate(column);
      return column.map((value) => value - mean);
    });
    // 4 standard errors of 4,096 draws
    for (const one of chances(...level)) expect(Math.abs(one - 1 / 3)).toBeLessThan(4 * Math.sqrt(2 / 9 / 4096));
  });

  test("of a lead of 1.64 standard errors of two designs is less than the .95 of a design that nobody picked out", () => {
    const [one, other] = [normals(1, 0, 400), normals(2, 0, 400)];
    const { mean, standardError } = estimate(one.map((value, w) => value - other[w]));
    const ahead = (by: number) =>
      chances(
        one.map((value) => value - mean + by * standardError),
        other,
      )[0];
    expect(ahead(1.645)).toBeGreaterThan(0.8);
    expect(ahead(1.645)).toBeLessThan(0.93);
    expect(ahead(5)).toBeGreaterThan(0.999);
  });

  test("is what is true: over runs of designs that differ as they are supposed to, as often best as stated", () => {
    let [stated, right, sure, sureRight] = [0, 0, 0, 0];
    const runs = 600;
    for (let run = 0; run < runs; run++) {
      // differences about as large as their errors
      const means = normals(9, 0, 5, run + 1).map((one) => one * 0.15);
      const found = chances(...sharing([...means], 60, run + 1));
      const top = found.indexOf(Math.max(...found));
      const isRight = means[top] === Math.max(...means) ? 1 : 0;
      stated += found[top];
      right += isRight;
      if (found[top] > 0.8) {
        sure++;
        sureRight += isRight;
      }
    }
    // 4 standard errors
    expect(Math.abs(stated - right) / runs).toBeLessThan(4 * Math.sqrt(0.25 / runs));
    expect(sureRight / sure).toBeGreaterThan(0.85 - 4 * Math.sqrt(0.1275 / sure));
  });
});
