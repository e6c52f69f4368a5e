import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  curveColumns,
  exactExpectation,
  expectedBend,
  expectedPayout,
  expectedSlope,
  payoutAt,
  steepest,
} from "../../src/model/curves/curve.js";
import { curveField } from "../../src/model/curves/index.js";
import { rankPayout } from "../../src/model/curves/rank.js";
import { expectSame } from "./agreement.js";
import { anyCurve, type Chosen, curves, settingsOf } from "./curve-settings.js";
import { normalMean } from "./integral.js";

const score = fc.double({ min: -0.5, max: 2.5, noNaN: true });
const spread = fc.double({ min: 0.02, max: 0.5, noNaN: true });
const breaksOf = ({ form }: Chosen) => [...form.jumpAt, ...form.kinkAt];

describe.each(curves.map((curve) => [curve.kind, curve] as const))("curve: %s", (_kind, curve) => {
  test.each(curve.examples.map((example) => [example.why, example] as const))("%s", (_why, example) => {
    const settings = curve.settings.parse(example.settings);
    expect(curve.formula(settings, example.score)).toBeCloseTo(example.pays, 12);
    expect(payoutAt(curveField.parse(example.settings), example.score)).toBeCloseTo(example.pays, 12);
  });

  test("its form pays what its formula says", () => {
    fc.assert(
      fc.property(settingsOf(curve), score, (settings, x) => {
        expect(curve.check?.(settings)).toBeUndefined();
        expectSame(payoutAt(curve.form(settings), x), curve.formula(settings, x), `payout at ${x}`);
      }),
      { numRuns: 400 },
    );
  });

  test("it never falls with the score", () => {
    fc.assert(
      fc.property(settingsOf(curve), score, score, (settings, a, b) => {
        const form = curve.form(settings);
        expect(payoutAt(form, Math.max(a, b))).toBeGreaterThanOrEqual(payoutAt(form, Math.min(a, b)) - 1e-9);
      }),
      { numRuns: 400 },
    );
  });

  test("nothing is paid below its threshold, nothing more above its cap", () => {
    fc.assert(
      fc.property(settingsOf(curve), fc.double({ min: 0.001, max: 2, noNaN: true }), (settings, by) => {
        const form = curve.form(settings);
        if (Number.isFinite(form.threshold)) expect(payoutAt(form, form.threshold - by)).toBe(0);
        if (Number.isFinite(form.cap))
          expectSame(payoutAt(form, form.cap + by), payoutAt(form, form.cap), "above the cap");
      }),
    );
  });
});

describe("expectations over a normal score", () => {
  test("threshold .8 pays .5, accelerator 4, cap 1.25, A ~ N(1, .2²): 1.041543298, SD .627445, slope 3.035690", () => {
    const settings = {
      kind: "target",
      threshold: "80 %",
      "pays at threshold": "50 %",
      accelerator: 4,
      "up to attainment": "125 %",
    };
    const form = curveField.parse(settings);
    const exact = exactExpectation(form, 1, 0.2);
    expect(exact.pay).toBeCloseTo(1.041543298, 9);
    expect(exact.slope).toBeCloseTo(3.03569, 6);
    expect(expectedPayout(form, 1, 0.2)).toBeCloseTo(1.041543298, 9);
    const variance = normalMean((x) => (payoutAt(form, x) - exact.pay) ** 2, 1, 0.2, [0.8, 1, 1.25]);
    expect(Math.sqrt(variance)).toBeCloseTo(0.627445, 6);
  });

  test("the fast form is the exact one to 1e-10", () => {
    fc.assert(
      fc.property(anyCurve, score, spread, ({ form }, mean, sd) => {
        const exact = exactExpectation(form, mean, sd);
        expect(Math.abs(expectedPayout(form, mean, sd) - exact.pay)).toBeLessThan(1e-10);
        expect(Math.abs(expectedSlope(form, mean, sd) - exact.slope)).toBeLessThan(1e-10);
      }),
      { numRuns: 500 },
    );
  });

  test("the exact form is the integral of the formula over the normal density", () => {
    fc.assert(
      fc.property(anyCurve, score, spread, (chosen, mean, sd) => {
        const { curve, settings, form } = chosen;
        const found = normalMean((x) => curve.formula(settings, x), mean, sd, breaksOf(chosen));
        expect(Math.abs(found - exactExpectation(form, mean, sd).pay)).toBeLessThan(1e-7 * (1 + Math.abs(found)));
      }),
      { numRuns: 200 },
    );
  });

  test("the slope is the change of the expectation, the bend the change of the slope", () => {
    const step = 1e-5;
    fc.assert(
      fc.property(anyCurve, score, spread, ({ form }, mean, sd) => {
        const slope =
          (exactExpectation(form, mean + step, sd).pay - exactExpectation(form, mean - step, sd).pay) / (2 * step);
        const bend = (expectedSlope(form, mean + step, sd) - expectedSlope(form, mean - step, sd)) / (2 * step);
        // second order in the step, relative to the curvature a spread of this size allows
        const scale = (1 + steepest(curveColumns(form), sd)) / sd;
        expect(Math.abs(expectedSlope(form, mean, sd) - slope)).toBeLessThan(1e-6 * scale);
        expect(Math.abs(expectedBend(form, mean, sd) - bend)).toBeLessThan((1e-6 * scale) / sd);
      }),
      { numRuns: 300 },
    );
  });

  test("no mean has a slope above the steepest", () => {
    fc.assert(
      fc.property(anyCurve, score, spread, ({ form }, mean, sd) => {
        expect(expectedSlope(form, mean, sd)).toBeLessThanOrEqual(steepest(curveColumns(form), sd) + 1e-10);
        expect(expectedSlope(form, mean, sd)).toBeGreaterThanOrEqual(-1e-10);
      }),
      { numRuns: 400 },
    );
  });
});

const message = (settings: unknown): string => {
  const read = curveField.safeParse(settings);
  return read.success ? "accepted" : read.error.issues.map((issue) => issue.message).join("\n");
};

describe("curves that fall are refused", () => {
  test.each([
    ["more at the threshold than on target", { kind: "target", "pays at threshold": "120 %" }, /falls between/],
    ["a threshold above target", { kind: "target", threshold: "105 %" }, /above target/],
    ["half the amount at a threshold that is the target", { kind: "target", threshold: "100 %" }, /must pay 100 %/],
    ["excellence below target", { kind: "target", excellence: "90 %" }, /excellence lies at or below target/],
    ["a cap below target", { kind: "target", "up to attainment": "95 %" }, /up to attainment lies at or below target/],
    [
      "a cap below excellence",
      { kind: "target", excellence: "130 %", "up to attainment": "120 %" },
      /up to attainment lies below excellence/,
    ],
    ["a negative accelerator", { kind: "target", accelerator: -1 }, /below the smallest/],
    ["a negative decelerator", { kind: "target", decelerator: -1 }, /below the smallest/],
    ["a negative rate", { kind: "linear", rate: -1 }, /below the smallest/],
    ["steps out of order", { kind: "steps", steps: pairs([100, 50], [90, 100]) }, /rising order/],
    ["a step down", { kind: "steps", steps: pairs([90, 100], [100, 50]) }, /the curve falls at 100 %/],
    ["a step down at a number binary cannot hold", { kind: "steps", steps: pairs([90, 100], [110, 50]) }, /at 110 %/],
    ["a line falling to such a number", { kind: "points", points: pairs([90, 100], [110, 50]) }, /towards 110 %/],
    ["a threshold above target at such a number", { kind: "target", threshold: "110 %" }, /threshold 110 % lies/],
    ["points out of order", { kind: "points", points: pairs([100, 0], [100, 100]) }, /rising order/],
    ["a falling line", { kind: "points", points: pairs([90, 100], [100, 50]) }, /falls towards 100 %/],
    ["a negative payout", { kind: "points", points: pairs([90, -50], [100, 50]) }, /below the smallest/],
  ])("%s", (_what, settings, fault) => {
    expect(message(settings)).toMatch(fault);
  });
});

function pairs(...points: (readonly [number, number])[]): { at: string; pays: string }[] {
  return points.map(([at, pays]) => ({ at: `${at} %`, pays: `${pays} %` }));
}

describe("award by rank", () => {
  const ranked = (scores: readonly number[], winners: number, first = 0, size = scores.length): number[] => {
    const out = new Float64Array(scores.length).fill(Number.NaN);
    rankPayout(Float64Array.from(scores), first, size, winners, out);
    return [...out];
  };

  test("the best two of four win", () => {
    expect(ranked([0.9, 1.2, 1.0, 1.1], 2)).toEqual([0, 1, 0, 1]);
  });

  test("ties at the last place share it: one prize left for two, two for three", () => {
    expect(ranked([1.2, 1, 1, 0.5], 2)).toEqual([1, 0.5, 0.5, 0]);
    expect(ranked([1, 1, 1], 2)).toEqual([2 / 3, 2 / 3, 2 / 3]);
  });

  test("only the team's own lanes are touched", () => {
    expect(ranked([9, 1, 2, 9], 1, 1, 2)).toEqual([Number.NaN, 0, 1, Number.NaN]);
  });

  test("prizes paid add up to the winners there can be", () => {
    const scores = fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(scores, fc.integer({ min: 1, max: 10 }), (all, winners) => {
        const sum = ranked(all, winners).reduce((total, one) => total + one, 0);
        expect(sum).toBeCloseTo(Math.min(winners, all.length), 12);
      }),
    );
  });
});
