import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decimal } from "../../src/foundation/values/decimal.js";
import { payoutAt } from "../../src/model/curves/curve.js";
import { exactCurve, exactPayout, exactRank, stretchOf } from "../../src/model/curves/exact-curve.js";
import { curveField } from "../../src/model/curves/index.js";
import { rankPayout } from "../../src/model/curves/rank.js";
import { isSame } from "./agreement.js";
import { anyCurve } from "./curve-settings.js";

const exact = (settings: object, score: number): string =>
  exactPayout(exactCurve(curveField.parse(settings)), decimal(score)).toFixed();

describe("payout in decimals", () => {
  test("hand-worked: what binary fractions leave is gone", () => {
    // .5 + .5·(.93 − .9)/.1 = .65, where the form has 5.000000000000001·.03
    expect(exact({ kind: "target" }, 0.93)).toBe("0.65");
    expect(exact({ kind: "target" }, 1.07)).toBe("1.35");
    expect(exact({ kind: "target" }, 1.2)).toBe("2");
    expect(exact({ kind: "target", "up to attainment": "none", excellence: "110 %", decelerator: 2 }, 1.3)).toBe("1.9");
    expect(exact({ kind: "linear", base: 0.1, rate: 0.7 }, 0.1)).toBe("0.17");
  });

  test("a third is as long as decimals go, and its product with three places is not rounded before", () => {
    const settings = {
      kind: "points",
      points: [
        { at: "70 %", pays: "0 %" },
        { at: "100 %", pays: "100 %" },
      ],
    };
    expect(exact(settings, 0.8)).toMatch(/^0\.3{39}/);
    // 2/3 of the way: (1 − 0)·.15/.3 is a half exactly, though the slope 1/.3 has no decimal
    expect(exact(settings, 0.85)).toBe("0.5");
  });

  test.each([
    ["higher", "0.5", "1", "1.5"],
    ["lower", "0", "0.5", "1"],
  ])("a tie pays the %s side", (tie, ...pays) => {
    const steps = [
      { at: "90 %", pays: "50 %" },
      { at: "100 %", pays: "100 %" },
      { at: "115 %", pays: "150 %" },
    ];
    expect([0.9, 1, 1.15].map((score) => exact({ kind: "steps", steps, tie }, score))).toEqual(pays);
    const form = curveField.parse({ kind: "steps", steps, tie });
    expect([0.9, 1, 1.15].map((score) => String(payoutAt(form, score)))).toEqual(pays);
  });

  test("with any settings it is the kernel's within what 12 decimals of a place leave: half of the last times the steepest slope", () => {
    const near = fc.constantFrom(-1e-3, -1e-9, 0, 1e-9, 1e-3);
    const score = fc.double({ min: -0.5, max: 2.5, noNaN: true });
    fc.assert(
      fc.property(anyCurve, score, fc.nat(), near, ({ form }, any, pick, by) => {
        const curve = exactCurve(form);
        const steepest = form.kink.reduce((sum, kink) => sum + Math.abs(kink), Math.abs(form.rate));
        const places = curve.places.map(({ at }) => Number(at.toFixed()));
        for (const x of [any, ...(places.length > 0 ? [places[pick % places.length] + by] : [])]) {
          // places are read at 12 decimals: a score nearer than that to one may fall on its other side
          if (curve.places.some(({ at }) => !at.eq(decimal(x)) && at.minus(decimal(x)).abs().lt(1e-11))) continue;
          if ([...form.jumpAt].some((at) => Math.abs(at - x) < 1e-11 && at !== Number(at.toFixed(12)))) continue;
          const found = Number(exactPayout(curve, decimal(x)).toFixed());
          expect(Math.abs(found - payoutAt(form, x))).toBeLessThan(2e-12 * (1 + steepest));
        }
      }),
      { numRuns: 1_000 },
    );
  });

  test("with settings as a file writes them it is the kernel's within 1e-12 relative", () => {
    const part = fc.integer({ min: 1, max: 40 });
    const rising = fc.array(fc.record({ gap: part, more: part }), { minLength: 2, maxLength: 6 }).map((parts) => {
      let [at, pays] = [50, 0];
      return parts.map(({ gap, more }) => {
        at += gap;
        pays += more;
        return { at, pays };
      });
    });
    const settings = fc
      .record({
        places: rising,
        kind: fc.constantFrom("steps", "points", "flat", "stepped", "interpolated payout"),
        tie: fc.constantFrom("higher", "lower"),
      })
      .map(({ places, kind, tie }) =>
        kind === "steps" || kind === "points"
          ? { kind, [kind]: places.map(({ at, pays }) => ({ at: `${at} %`, pays: `${pays} %` })), tie }
          : {
              kind: "rate schedule",
              tiers: places.map(({ at, pays }) => ({ from: `${at} %`, rate: pays / 100 })),
              apply: kind,
              ...(kind !== "stepped" && { tie }),
            },
      );
    fc.assert(
      fc.property(settings, fc.integer({ min: 0, max: 40_000 }), (written, tenthOfMille) => {
        const form = curveField.parse(written);
        const score = tenthOfMille / 10_000;
        const found = Number(exactPayout(exactCurve(form), decimal(score)).toFixed());
        if (!isSame(found, payoutAt(form, score), 1e-12))
          expect.fail(`${found}, not ${payoutAt(form, score)} at ${score}`);
      }),
      { numRuns: 2_000 },
    );
  });

  test("a stretch names the places a person interpolates between", () => {
    const stretch = stretchOf(exactCurve(curveField.parse({ kind: "target" })), decimal(0.95));
    if (stretch.shape !== "between") throw new Error(stretch.shape);
    const { left, right } = stretch;
    expect([left.at, left.above, right.at, right.below].map(String)).toEqual(["0.9", "0.5", "1", "1"]);
  });

  test("prizes by rank are the kernel's", () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 2, maxLength: 8 }),
        fc.nat(6),
        (scores, more) => {
          const winners = 1 + (more % (scores.length - 1));
          const out = new Float64Array(scores.length);
          rankPayout(Float64Array.from(scores), 0, scores.length, winners, out);
          const found = scores.map((_, k) => exactRank(scores.map(decimal), k, winners));
          for (const [k, { over, under }] of found.entries()) expect(over / under).toBeCloseTo(out[k], 12);
          expect(found.reduce((sum, { over, under }) => sum + over / under, 0)).toBeCloseTo(winners, 9);
        },
      ),
    );
  });
});

describe("schedules of rates", () => {
  const tiers = [
    { from: "0 %", rate: 1 },
    { from: "80 %", rate: 1.5 },
    { from: "100 %", rate: 2 },
  ];
  const at = (apply: string, score: number, tie = "higher") =>
    exact({ kind: "rate schedule", tiers, apply, tie }, score);

  test("hand-worked at 90 %: flat 1.5·.9, stepped .8 + 1.5·.1, interpolated half way from 1.2 to 2", () => {
    expect([at("flat", 0.9), at("stepped", 0.9), at("interpolated payout", 0.9)]).toEqual(["1.35", "0.95", "1.6"]);
  });

  test("hand-worked at 80 %, a boundary: flat pays 1.5 or 1 for everything, the others know no tie", () => {
    expect([at("flat", 0.8), at("flat", 0.8, "lower")]).toEqual(["1.2", "0.8"]);
    expect([at("stepped", 0.8), at("interpolated payout", 0.8)]).toEqual(["0.8", "1.2"]);
    for (const apply of ["stepped", "interpolated payout"])
      expect(() => at(apply, 0.8, "lower")).toThrow(/tie: lower changes nothing, since the curve jumps nowhere/);
  });

  test("beyond the last tier: flat 2·1.3, stepped .8 + .3 + .6, interpolated 2 + 2·.3", () => {
    expect([at("flat", 1.3), at("stepped", 1.3), at("interpolated payout", 1.3)]).toEqual(["2.6", "1.7", "2.6"]);
  });

  test("stepped is the integral of the marginal rate: a sum of flat rates over slices of attainment", () => {
    const rate = (score: number) => (score >= 1 ? 2 : score >= 0.8 ? 1.5 : 1);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 200 }), (hundredths) => {
        // slices of a hundredth hold one rate each: boundaries lie between them
        let area = decimal(0);
        for (let k = 0; k < hundredths; k++) area = area.plus(decimal(rate((k + 0.5) / 100)).div(100));
        expect(at("stepped", hundredths / 100)).toBe(area.toFixed());
      }),
    );
  });

  test.each([
    [
      "falling flat rates",
      {
        tiers: [
          { from: "0 %", rate: 2 },
          { from: "50 %", rate: 1 },
        ],
        apply: "flat",
      },
      /fall/,
    ],
    [
      "tiers out of order",
      {
        tiers: [
          { from: "90 %", rate: 2 },
          { from: "50 %", rate: 3 },
        ],
        apply: "flat",
      },
      /rising order/,
    ],
    [
      "a fall between tiers",
      {
        tiers: [
          { from: "50 %", rate: 3 },
          { from: "100 %", rate: 1 },
        ],
        apply: "interpolated payout",
      },
      /falls between/,
    ],
  ])("%s are refused", (_what, settings, fault) => {
    const read = curveField.safeParse({ kind: "rate schedule", ...settings });
    expect(read.success ? "accepted" : read.error.issues[0].message).toMatch(fault);
  });

  test("falling rates may be stepped: a decelerator", () => {
    const falling = [
      { from: "0 %", rate: 1 },
      { from: "100 %", rate: 0.5 },
    ];
    expect(exact({ kind: "rate schedule", tiers: falling, apply: "stepped" }, 1.2)).toBe("1.1");
  });
});
