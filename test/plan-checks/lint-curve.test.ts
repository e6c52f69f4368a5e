import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type CurveForm, emptyForm } from "../../src/model/curves/curve.js";
import { points } from "../../src/model/curves/points.js";
import { rank } from "../../src/model/curves/rank.js";
import { steps } from "../../src/model/curves/steps.js";
import { target } from "../../src/model/curves/target.js";
import {
  type CurveLint,
  type LintFinding,
  type LintOptions,
  lintCurve,
} from "../../src/plan-checks/lint/lint-curve.js";
import { lintRules } from "../../src/plan-checks/lint/rules/index.js";

const curve = (
  part: { settings: { parse: (value: unknown) => never }; form: (settings: never) => CurveForm },
  settings: object,
) => part.form(part.settings.parse(settings));
const targetCurve = (settings: object = {}): CurveForm => curve(target as never, { kind: "target", ...settings });
const stepCurve = (...list: readonly (readonly [string, string])[]): CurveForm =>
  curve(steps as never, { kind: "steps", steps: list.map(([at, pays]) => ({ at, pays })) });
const pointCurve = (...list: readonly (readonly [string, string])[]): CurveForm =>
  curve(points as never, { kind: "points", points: list.map(([at, pays]) => ({ at, pays })) });
const line: CurveForm = { ...emptyForm, rate: 1 };

/** From 90 % of target with nothing, 10 payout points a point, to the cap at 120 % with three times the amount. */
const smooth = targetCurve({ threshold: "90 %", "pays at threshold": "0 %", accelerator: 10 });

const of = ({ findings }: CurveLint, rule: string): LintFinding[] => findings.filter((one) => one.rule === rule);
const one = (form: CurveForm, rule: string, options: LintOptions = {}): LintFinding =>
  of(lintCurve(form, options), rule)[0];

/** A hundred scores, one at each whole point from 51 % to 150 %. */
const spread = Array.from({ length: 100 }, (_, k) => (51 + k) / 100);
const near = (value: number) => expect.closeTo(value, 6);

describe("worked by hand: each rule warns and passes", () => {
  test("cliffs: the usual curve starts with half the amount, one from nothing has none", () => {
    expect(one(targetCurve(), "cliffs")).toMatchObject({
      standing: "warn",
      from: 0.9,
      to: 0.9,
      value: 0.5,
      limit: 0.25,
    });
    expect(one(smooth, "cliffs")).toMatchObject({ standing: "pass", value: 0 });
    const low = targetCurve({ "pays at threshold": "25 %" });
    expect(one(low, "cliffs")).toMatchObject({
      standing: "pass",
      value: 0.25,
      says: "pay jumps by 25 % of the amount at 90 %",
    });
    expect(one(low, "cliffs", { limits: { cliffs: 0.2 } }).standing).toBe("warn");
  });

  test("dead zones: between steps at 90 % and 100 % nothing is gained, and one of 4 points passes", () => {
    const stepped = stepCurve(["90 %", "50 %"], ["100 %", "100 %"]);
    expect(one(stepped, "dead zones")).toMatchObject({ standing: "warn", from: 0.9, to: 1, value: near(0.1) });
    const short = pointCurve(["90 %", "0 %"], ["96 %", "60 %"], ["100 %", "60 %"], ["110 %", "200 %"]);
    expect(one(short, "dead zones")).toMatchObject({ standing: "pass", from: 0.96, to: 1, value: near(0.04) });
  });

  test("dead zones: below the threshold only where people are; of 51 to 150 %, P5 is 55.95 %", () => {
    expect(one(smooth, "dead zones")).toMatchObject({ standing: "pass", value: 0 });
    const found = one(smooth, "dead zones", { attainment: spread });
    expect(found).toMatchObject({ standing: "warn", from: near(0.5595), to: 0.9, value: near(0.3405) });
    // 56 % to 89 %: 34 of 100.
    expect(found.says).toContain("where 34 % of closes are");
    expect(one(smooth, "dead zones", { attainment: [0.95, 1, 1.1] }).standing).toBe("pass");
  });

  test("windfalls: 5 payout points a point without end warn, a decelerator of 1 and a cap pass", () => {
    const open = targetCurve({ "up to attainment": "none" });
    expect(one(open, "windfalls")).toMatchObject({
      standing: "warn",
      from: 1.5,
      to: Number.POSITIVE_INFINITY,
      value: near(5),
    });
    // 1 + 5 × 100 points.
    expect(one(open, "windfalls").says).toContain("a result of 200 % pays 600 % of the amount");
    expect(one(targetCurve({ "up to attainment": "none", excellence: "120 %" }), "windfalls")).toMatchObject({
      standing: "pass",
      value: near(1),
    });
    expect(one(targetCurve(), "windfalls")).toMatchObject({ standing: "pass", value: 0 });
  });

  test("flat after cap: 31 of 100 scores reach 120 %, a tenth passes; few scores cannot tell, none are asked for", () => {
    expect(one(targetCurve(), "flat after cap", { attainment: spread })).toMatchObject({
      standing: "warn",
      from: 1.2,
      value: near(0.31),
    });
    const few = one(targetCurve(), "flat after cap", { attainment: [0.8, 0.9, 1, 1.1, 1.3] });
    expect(few).toMatchObject({ standing: "cannot tell", value: near(0.2) });
    const many = Array.from({ length: 1000 }, (_, k) => (k % 10 === 0 ? 1.3 : 1));
    expect(one(targetCurve(), "flat after cap", { attainment: many })).toMatchObject({
      standing: "pass",
      value: near(0.1),
    });
    expect(lintCurve(targetCurve()).lacking).toContainEqual({ rule: "flat after cap", needs: "needs attainment" });
    expect(one(line, "flat after cap").says).toBe("nothing of the kind");
  });

  test("marginal rates: from nothing at 90 % to all at target is 10 payout points a point, from half it is 5", () => {
    expect(one(smooth, "marginal rates")).toMatchObject({ standing: "warn", from: 0.9, value: near(10), limit: 8 });
    expect(one(targetCurve(), "marginal rates")).toMatchObject({ standing: "pass", value: near(5) });
  });

  test("pay above margin: 5 × 20 000 a unit of score is a third of a margin of 300 000, more than one of 90 000", () => {
    const with_ = (margin: number) => one(targetCurve(), "pay above margin", { amount: 20_000, margin });
    expect(with_(300_000)).toMatchObject({ standing: "pass", value: near(1 / 3) });
    expect(with_(90_000)).toMatchObject({ standing: "warn", value: near(10 / 9) });
    expect(lintCurve(targetCurve()).lacking).toContainEqual({ rule: "pay above margin", needs: "needs margin" });
  });

  test("shifting results: just below 90 %, five points forward pay .75 now and cost .25 later", () => {
    const [forward, back] = of(lintCurve(targetCurve()), "shifting results");
    expect(forward).toMatchObject({ standing: "warn", from: near(0.9), to: near(0.95), value: near(0.5) });
    // Below the threshold five points are worth nothing now and .25 above target in the next period.
    expect(back).toMatchObject({ standing: "warn", to: near(0.9), value: near(0.25) });
    expect(back.says).toContain("back into the next period");
  });

  test("shifting results: a bend of half a payout point is not worth the trouble", () => {
    const bent: CurveForm = { ...line, kinkAt: [1], kink: [0.5] };
    // At target: five points forward gain .05 × 1.5 and cost .05 × 1.
    expect(one(bent, "shifting results")).toMatchObject({ standing: "pass", value: near(0.025) });
    expect(one(bent, "shifting results", { moved: 0.3 })).toMatchObject({ standing: "warn", value: near(0.15) });
  });

  test("decreasing stretches: a fall at a place, and over a stretch", () => {
    const drop: CurveForm = { ...line, jumpAt: [1], jump: [-0.1] };
    expect(one(drop, "decreasing stretches")).toMatchObject({ standing: "warn", from: 1, to: 1, value: near(0.1) });
    const hill: CurveForm = { ...line, kinkAt: [1, 1.1], kink: [-3, 2] };
    // Two payout points lost a point, over ten points.
    expect(one(hill, "decreasing stretches")).toMatchObject({ standing: "warn", from: 1, to: 1.1, value: near(0.2) });
    expect(one(smooth, "decreasing stretches")).toMatchObject({ standing: "pass", value: 0 });
  });

  test("retroactive steps: the second step reprices what was paid, the first payment does not", () => {
    expect(of(lintCurve(stepCurve(["90 %", "50 %"], ["100 %", "100 %"])), "retroactive steps")).toEqual([
      expect.objectContaining({ standing: "warn", from: 1, value: near(0.5), limit: 0.1 }),
    ]);
    expect(one(targetCurve(), "retroactive steps")).toMatchObject({ standing: "pass", value: 0 });
  });

  test("ratchet: half of it built in, a point above excellence pays 1 now and costs 2.5 next period; without ratchet nothing", () => {
    const gentle = targetCurve({ excellence: "110 %", decelerator: 1 });
    expect(of(lintCurve(gentle, { ratchet: 0.5 }), "ratchet")).toEqual([
      expect.objectContaining({ standing: "warn", from: 1.1, to: 1.2, value: near(1.5) }),
    ]);
    expect(one(gentle, "ratchet", { ratchet: 0.1 })).toMatchObject({ standing: "pass", value: near(-0.5) });
    expect(lintCurve(gentle).lacking).toContainEqual({ rule: "ratchet", needs: "needs ratchet" });
  });

  test("every rule can warn and pass", () => {
    const falling: CurveForm = { ...line, kinkAt: [1], kink: [-3] };
    const rich = { attainment: spread, ratchet: 0.8, amount: 20_000, margin: 90_000 };
    const all = [
      lintCurve(line, { ...rich, ratchet: 0 }),
      lintCurve(falling, rich),
      lintCurve(targetCurve(), rich),
      lintCurve(smooth, rich),
      lintCurve(targetCurve({ "up to attainment": "none" }), rich),
      lintCurve(stepCurve(["90 %", "50 %"], ["100 %", "100 %"]), rich),
      lintCurve(targetCurve(), { ...rich, attainment: Array.from({ length: 1000 }, (_, k) => 0.95 + (k % 100) / 500) }),
    ];
    const names = lintRules.map(({ name }) => name).sort();
    const seen = (standing: string): string[] => [
      ...new Set(
        all.flatMap(({ findings }) => findings.filter((found) => found.standing === standing).map(({ rule }) => rule)),
      ),
    ];
    expect(seen("warn").sort()).toEqual(names);
    expect(seen("pass").sort()).toEqual(names);
  });
});

const share = (min: number, max: number) => fc.double({ min, max, noNaN: true });
const formOf = fc
  .record({
    rate: share(0, 3),
    jumps: fc.array(fc.tuple(share(0.5, 1.5), share(0, 1)), { maxLength: 4 }),
    kinks: fc.array(fc.tuple(share(0.5, 1.5), share(0, 3)), { maxLength: 4 }),
  })
  .map(
    ({ rate, jumps, kinks }): CurveForm => ({
      ...emptyForm,
      rate,
      jumpAt: jumps.map(([at]) => at),
      jump: jumps.map(([, by]) => by),
      kinkAt: kinks.map(([at]) => at),
      kink: kinks.map(([, by]) => by),
    }),
  );

describe("laws", () => {
  test("a straight line is clean, whatever its rate up to 2 and the ratchet", () => {
    fc.assert(
      fc.property(share(0.01, 2), share(-1, 1), share(0, 1), share(0.01, 1), (rate, base, ratchet, moved) => {
        const { findings, lacking } = lintCurve(
          { ...line, base, rate },
          { ratchet, moved, attainment: spread, amount: 1, margin: 2 },
        );
        expect(lacking).toEqual([]);
        expect(findings.filter(({ standing }) => standing !== "pass")).toEqual([]);
        expect(findings).toHaveLength(lintRules.length);
      }),
    );
  });

  test("adding a jump never removes a cliff", () => {
    fc.assert(
      fc.property(formOf, share(0.5, 1.5), share(0, 1), (form, at, by) => {
        const cliffs = (one: CurveForm) =>
          of(lintCurve(one), "cliffs")
            .filter(({ standing }) => standing === "warn")
            .map(({ from }) => from);
        const more = { ...form, jumpAt: [...form.jumpAt, at], jump: [...form.jump, by] };
        expect(cliffs(more)).toEqual(expect.arrayContaining(cliffs(form)));
      }),
    );
  });

  test("another currency changes nothing", () => {
    fc.assert(
      fc.property(
        formOf,
        share(1, 1e5),
        share(1, 1e6),
        fc.integer({ min: -6, max: 6 }),
        (form, amount, margin, power) => {
          // Powers of two scale without rounding.
          const rate = 2 ** power;
          expect(lintCurve(form, { amount: amount * rate, margin: margin * rate })).toEqual(
            lintCurve(form, { amount, margin }),
          );
        },
      ),
    );
  });

  test("what rises everywhere has no decreasing stretch; shifting never gains more than all jumps and the steepest rate", () => {
    fc.assert(
      fc.property(formOf, (form) => {
        const found = lintCurve(form);
        expect(one(form, "decreasing stretches").value).toBe(0);
        const jumps = form.jump.reduce((sum, by) => sum + by, 0);
        const rate = form.rate + form.kink.reduce((sum, by) => sum + by, 0);
        for (const { value } of of(found, "shifting results"))
          expect(value).toBeLessThanOrEqual(jumps + 0.05 * rate + 1e-6);
      }),
    );
  });
});

describe("what cannot be linted is refused", () => {
  test.each<[string, LintOptions, string]>([
    ["an unknown rule", { limits: { clifs: 1 } }, 'limits: unknown rule "clifs"; did you mean cliffs?'],
    ["no scores", { attainment: [] }, "attainment: there is no score"],
    ["no margin", { amount: 1, margin: 0 }, "margin: 0 is no margin to compare with"],
    ["a ratchet above 1", { ratchet: 1.5 }, "ratchet: 1.5 is not a share"],
    ["nothing moved", { moved: 0 }, "moved: 0 is not a share of the target"],
    ["a negative amount", { amount: -1, margin: 1 }, "amount: -1 is not an amount"],
  ])("%s", (_, options, message) => {
    expect(() => lintCurve(line, options)).toThrow(message);
  });

  test("a prize by rank", () => {
    expect(() => lintCurve(curve(rank as never, { kind: "rank" }))).toThrow("curve: it goes by rank in the team");
  });
});
