import { describe, expect, test } from "vitest";
import { estimate } from "../../src/foundation/maths/summary.js";
import type { Held, Slopes } from "../../src/simulation/data.js";
import { planAnswers, planMiss, valueHeldEqual, worthOf } from "../../src/simulation/equal-cost/equal.js";

import { meanSlopes, pooledSlopes, type WorldSlopes } from "../../src/simulation/equal-cost/slopes.js";

/** Cost 20 per ln(scale), −60 per point of shift; share at target 0.1 and −2.5; value 500 and 300. */
const own: Slopes = {
  worlds: 100,
  byScale: { "reward cost": 20, "at target": 0.1, "net value": 500 },
  byShift: { "reward cost": -60, "at target": -2.5, "net value": 300 },
  errors: {},
};
const run = { design: "a", response: "look-ahead", columns: ["look-ahead"] };
const plan = (change: Partial<Held> = {}): Held => ({
  ...{ design: "a", response: "look-ahead", runs: [run], scale: 1, shift: 0, pilots: 100, slopes: [own] },
  ...{ to: { outcome: "reward cost", value: 19, atTarget: 0.65 }, isMet: true, remark: "" },
  ...change,
});
const columns: Readonly<Record<string, readonly number[]>> = {
  "reward cost": [18, 22, 23],
  "at target": [0.5, 0.75, 1],
};
const column = (_design: string, _response: string, outcome: string) => Float64Array.from(columns[outcome]);
const missed = (one: Held, outcome = "net value") => planMiss([one], "look-ahead", column, "a", "look-ahead", outcome);

describe("what a plan's miss is worth", () => {
  test("by hand: D J⁻¹ of two equations", () => {
    // determinant 20·(−2.5) − (−60)·.1 = −44
    expect(planAnswers(plan())).toEqual([
      [-2.5 / -44, 60 / -44],
      [-0.1 / -44, 20 / -44],
    ]);
    const { ofAmount, ofShare } = worthOf(plan(), own, "net value");
    expect(ofAmount).toBeCloseTo((500 * -2.5 + 300 * -0.1) / -44, 12);
    expect(ofShare).toBeCloseTo((500 * 60 + 300 * 20) / -44, 12);
  });

  test("of cost itself 1 of cost, of the share 1 of share: what is held comes out as asked", () => {
    expect(worthOf(plan(), own, "reward cost").ofAmount).toBeCloseTo(1, 12);
    expect(worthOf(plan(), own, "reward cost").ofShare).toBeCloseTo(0, 12);
    expect(worthOf(plan(), own, "at target").ofShare).toBeCloseTo(1, 12);
    expect(valueHeldEqual([plan()], "a", "look-ahead", "reward cost")).toBe(19);
    expect(valueHeldEqual([plan()], "a", "look-ahead", "at target")).toBe(0.65);
    expect(valueHeldEqual([plan()], "a", "look-ahead", "net value")).toBeUndefined();
  });

  test("is taken world by world", () => {
    const { ofAmount, ofShare } = worthOf(plan(), own, "net value");
    const found = missed(plan()) as Float64Array;
    for (const [w, one] of found.entries())
      expect(one).toBeCloseTo(
        ofAmount * (columns["reward cost"][w] - 19) + ofShare * (columns["at target"][w] - 0.65),
        9,
      );
  });

  test("of cost alone where no share is held, and nothing where nothing is held", () => {
    const alone = plan({
      to: { outcome: "reward cost", value: 19, atTarget: undefined },
      slopes: [{ ...own, byShift: {} }],
    });
    expect([...(missed(alone) as Float64Array)].map((one) => Math.round(one))).toEqual([-25, 75, 100]);
    expect(missed(plan({ slopes: [] }))).toBeUndefined();
    expect(planMiss([plan()], "look-ahead", column, "b", "look-ahead", "net value")).toBeUndefined();
  });

  test("a plan that follows another's cost misses by the difference of the two", () => {
    const alone = plan({
      to: { outcome: "reward cost", value: "b", atTarget: undefined },
      slopes: [{ ...own, byShift: {} }],
    });
    const of = (design: string, _response: string, outcome: string) =>
      Float64Array.from(columns[outcome], (one) => (design === "b" ? one - 2 : one));
    const found = planMiss([alone], "look-ahead", of, "a", "look-ahead", "net value") as Float64Array;
    for (const one of found) expect(one).toBeCloseTo(50, 9);
  });

  test("errors of slopes add to the spread and not to the mean", () => {
    const errors = { "net value": [400, 0, 0] as const };
    const alone = (change: Partial<Slopes>) =>
      plan({
        to: { outcome: "reward cost", value: 19, atTarget: undefined },
        slopes: [{ ...own, byShift: {}, ...change }],
      });
    const many = Array.from({ length: 4000 }, (_, w) => 21 + (w % 2));
    const of = () => Float64Array.from(many);
    const [exact, known] = [{}, { errors }].map((change) =>
      estimate(planMiss([alone(change)], "look-ahead", of, "a", "look-ahead", "net value") as Float64Array),
    );
    expect(known.mean).toBeCloseTo(exact.mean, 9);
    // the miss is 2.5 of cost, .125 of ln(scale); slopes are known to ± 20
    expect(known.standardError ** 2 - exact.standardError ** 2).toBeCloseTo((0.125 * 20) ** 2, 1);
  });
});

describe("slopes", () => {
  const worlds: WorldSlopes = {
    ...{ worlds: 4, names: ["reward cost", "at target", "net value"] },
    byScale: [[18, 22, 20, 20].map(Number), [0.1, 0.1, 0.2, 0], [400, 600, 500, 500]].map((one) =>
      Float64Array.from(one),
    ),
    byShift: [],
  };

  test("are means, and their errors what the slopes of cost do not explain", () => {
    const found = meanSlopes(worlds, "reward cost");
    expect(found.byScale).toEqual({ "reward cost": 20, "at target": 0.1, "net value": 500 });
    expect(found.errors["reward cost"]).toEqual([0, 0, 0]);
    // net value less 25 of cost: −50, 50, 0, 0; variance 5000/3, of a mean of four
    expect(found.errors["net value"][0]).toBeCloseTo(5000 / 3 / 4, 9);
  });

  test("of more worlds are weighted by worlds, and better known", () => {
    const found = meanSlopes(worlds, "reward cost");
    const pooled = pooledSlopes(found, { ...found, worlds: 12, byScale: { ...found.byScale, "net value": 540 } });
    expect(pooled.worlds).toBe(16);
    expect(pooled.byScale["net value"]).toBeCloseTo(530, 12);
    expect(pooled.errors["net value"][0]).toBeCloseTo((found.errors["net value"][0] * (1 + 9)) / 16, 9);
  });
});
