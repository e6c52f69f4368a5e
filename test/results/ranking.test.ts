import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fillNormals } from "../../src/foundation/maths/random.js";
import { estimate, sum } from "../../src/foundation/maths/summary.js";
import { ranking, worldsNeeded } from "../../src/results/best/ranking.js";
import { tinyRun } from "./tiny-run.js";

const net = (...values: number[]) => ({ outcomes: { "net value": values, leavers: values } });

describe("a ranking", () => {
  const run = tinyRun({
    designs: {
      a: net(1, 2, 3, 3),
      b: net(1, 1, 4, 3),
      c: net(0, 0, 0, 3),
      bar: { role: "first best", outcomes: { "net value": [9, 9, 9, 9], leavers: [0, 0, 0, 0] } },
    },
  });

  test("hand-worked: ties are split, yardsticks do not compete", () => {
    const { designs } = ranking(run);
    expect(designs.map(({ design }) => design)).toEqual(["a", "b", "c"]);
    expect(designs.map(({ best }) => best.share * 12)).toEqual([
      expect.closeTo(5.5, 10),
      expect.closeTo(5.5, 10),
      expect.closeTo(1, 10),
    ]);
    expect(designs.map(({ regret }) => regret.mean)).toEqual([0.25, 0.25, 1.75].map((one) => expect.closeTo(one, 10)));
  });

  test("where lower is better the order turns round", () => {
    expect(ranking(run, "leavers").designs[0].design).toBe("c");
    expect(ranking(run, "leavers").designs[0].mean.mean).toBe(0.75);
  });

  test("hand-worked: b is ahead of a by 0 and of c by 1.5; each is told from the first by the pairs of worlds", () => {
    const { designs } = ranking(run);
    expect(designs.map(({ behind }) => behind.mean)).toEqual([0, 0, 1.5]);
    // differences of a and c are 1, 2, 3, 0: standard error .6455
    expect(designs[2].behind.standardError).toBeCloseTo(0.6455, 4);
  });

  test("outcomes without a direction are refused", () => {
    const flat = tinyRun({ designs: { a: { outcomes: { effort: [1, 2] } } } });
    expect(() => ranking(flat, "effort")).toThrow("neither direction");
  });

  test("shares and probabilities add up to one, regret is never negative", () => {
    const column = fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 6, maxLength: 6 });
    fc.assert(
      fc.property(fc.array(column, { minLength: 1, maxLength: 4 }), (lists) => {
        const { designs } = ranking(
          tinyRun({ designs: Object.fromEntries(lists.map((one, d) => [`d${d}`, net(...one)])) }),
        );
        expect(sum(designs.map(({ best }) => best.share))).toBeCloseTo(1, 12);
        expect(sum(designs.map(({ probability }) => probability))).toBeCloseTo(1, 9);
        expect(designs[0].mayBeBest).toBe(true);
        expect(designs[0].behind.mean).toBe(0);
        for (const { best, regret, behind } of designs) {
          expect(behind.mean).toBeGreaterThanOrEqual(0);
          expect(regret.mean).toBeGreaterThanOrEqual(0);
          expect(best.low).toBeLessThanOrEqual(best.share);
          expect(best.high).toBeGreaterThanOrEqual(best.share);
        }
      }),
      { numRuns: 15 },
    );
  });
});

describe("worlds needed to name the best", () => {
  // Differences of these two are ±2: variance 16/3 of four rows.
  const [a, b] = [Float64Array.of(2, -2, 2, -2), new Float64Array(4)];

  test("hand-worked: h²s²/2δ² of two designs, h² = 2·1.6449²", () => {
    expect(worldsNeeded([a, b], 0.5)).toEqual({ lead: 0.5, chance: 0.95, worlds: Math.ceil(2.705543 * (16 / 3) * 4) });
  });

  test("the widest difference decides, and nothing is said of one design or of no lead", () => {
    const flat = new Float64Array(4);
    expect(worldsNeeded([a, b, flat], 1)?.worlds).toBe(Math.ceil((2.710103 ** 2 / 2) * (16 / 3)));
    expect(worldsNeeded([a], 1)).toBeUndefined();
    expect(worldsNeeded([a, b], 0)).toBeUndefined();
  });

  test("are enough: with luck of each design's own or shared, the best is named in at least 95 % of 2,000 runs", () => {
    const normals = (count: number, world: number, lane: number): Float64Array => {
      const out = new Float64Array(count);
      fillNormals(out, 0, 1, count, 21, 0, world, lane, 0);
      return out;
    };
    for (const shared of [0, 0.8]) {
      const draw = (count: number, world: number) => {
        const luck = normals(count, world, 0);
        return [1, 2, 3, 4].map((lane) =>
          normals(count, world, lane).map((own, w) => Math.sqrt(1 - shared) * own + Math.sqrt(shared) * luck[w]),
        );
      };
      const needed = worldsNeeded(draw(4000, 1), 0.4);
      const worlds = needed?.worlds ?? 0;
      let named = 0;
      for (let run = 0; run < 2000; run++) {
        const [best, ...others] = draw(worlds, run + 2).map((one) => estimate(one).mean);
        if (others.every((one) => one < best + 0.4)) named++;
      }
      // 4 standard errors of 2,000 runs.
      expect(named / 2000).toBeGreaterThan(0.95 - 4 * Math.sqrt((0.95 * 0.05) / 2000));
      expect(named / 2000).toBeLessThan(0.985);
    }
  });

  test("belong to the outcome that has a smallest difference", () => {
    const run = tinyRun({ smallest: 0.5, designs: { a: net(1, 2, 3, 3), b: net(1, 1, 4, 3) } });
    expect(ranking(run).needed?.lead).toBe(0.5);
    expect(ranking(run).needed?.worlds).toBeGreaterThan(0);
    expect(ranking(run, "leavers").needed).toBeUndefined();
  });
});
