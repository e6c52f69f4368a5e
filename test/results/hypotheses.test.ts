import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { estimate } from "../../src/foundation/maths/summary.js";
import { testHypotheses as printed } from "../../src/report/printed.js";
import { type HypothesisInput, testHypotheses } from "../../src/results/experiments/hypotheses.js";
import { type Claim, claimVerdict, contraryFor, holdsFor } from "../../src/results/statistics/claim-verdict.js";
import type { Run } from "../../src/simulation/data.js";

import { type TinyDesign, tinyRun } from "./tiny-run.js";

const worlds = 60;
const range = (value: (w: number) => number, count = worlds): number[] =>
  Array.from({ length: count }, (_, w) => value(w));
const luck = range((w) => 1000 * ((w * 7) % 11));
const plan = (difference: (w: number) => number): TinyDesign => ({
  outcomes: { "net value": range((w) => luck[w] + difference(w)), leavers: range((w) => 0.1 + difference(w) / 1000) },
});

/** `up` is 10 better in 48 worlds of 60 and 10 worse in 12; `even` is within 1 everywhere. */
const run = tinyRun({
  designs: {
    base: plan(() => 0),
    up: plan((w) => (w % 5 === 0 ? -10 : 10)),
    even: plan((w) => (w % 2 === 0 ? 1 : -1)),
  },
});

const claim = (change: Partial<HypothesisInput> = {}): HypothesisInput => ({
  claim: "It is better",
  design: "up",
  against: "base",
  outcome: "net value",
  direction: "higher",
  "smallest effect": "3 EUR",
  ...change,
});

const first = (of: Run, ...hypotheses: readonly HypothesisInput[]) => testHypotheses(of, hypotheses).tests[0];

describe("a tested hypothesis", () => {
  test("hand-worked: 10 in 48 worlds and -10 in 12 is 6 ± 2.000995 × 1.041510, and holds in 80 % of draws", () => {
    const found = first(run, claim());
    expect(found.difference.mean).toBeCloseTo(6, 10);
    expect(found.difference.standardError).toBeCloseTo(Math.sqrt((48 * 16 + 12 * 256) / 59 / 60), 10);
    expect(found.difference.low).toBeCloseTo(6 - 2.000995 * 1.04151, 4);
    expect([found.holds.share, found.contrary.share, found.worlds]).toEqual([0.8, 0.2, 60]);
    expect([found.verdict, found.reason]).toEqual([
      "supported",
      "the whole interval and at least 75 % of the draws of assumptions agree",
    ]);
  });

  test("hand-worked: of five hypotheses together the interval is ± 2.661759 standard errors, and support goes", () => {
    const { tests, tested } = testHypotheses(
      run,
      range(() => 0, 5).map(() => claim({ "smallest effect": "3.5 EUR" })),
    );
    expect(tested).toBe(5);
    expect(tests[0].adjusted.low).toBeCloseTo(6 - 2.661759 * 1.04151, 4);
    expect(tests[0].adjusted.high).toBeCloseTo(6 + 2.661759 * 1.04151, 4);
    expect([tests[0].verdict, tests[0].adjusted.verdict]).toEqual(["supported", "undecided"]);
    const alone = first(run, claim());
    expect(alone.adjusted.low).toBeCloseTo(alone.difference.low, 10);
  });

  test("the smallest effect decides, and the reason says whether more worlds would help", () => {
    const at = (effect: string) => {
      const { verdict, reason } = first(run, claim({ "smallest effect": effect }));
      return `${verdict}: ${reason}`;
    };
    expect(at("3.9 EUR")).toMatch(/^supported/);
    expect(at("4 EUR")).toBe("undecided: the interval reaches across the smallest effect: more worlds would narrow it");
    expect(at("9 EUR")).toBe(
      "undecided: false of the expected difference, but true under most draws of the assumptions",
    );
    expect(at("11 EUR")).toBe("not supported: the whole interval falls short of the smallest effect");
    expect(first(run, claim({ direction: "lower" })).reason).toBe("the whole interval shows the contrary");
    const sometimes = tinyRun({ designs: { base: plan(() => 0), up: plan((w) => (w % 5 < 2 ? -1 : 10)) } });
    expect(first(sometimes, claim()).reason).toBe(
      "true of the expected difference, but not under 75 % of the draws of assumptions: more worlds will not change that",
    );
  });

  test("equivalence holds strictly within the smallest effect, in the interval and in 75 % of draws", () => {
    const even = (effect: string | undefined, design = "even") =>
      first(run, claim({ design, direction: "equivalent", "smallest effect": effect }));
    expect(even("2 EUR").verdict).toBe("supported");
    expect([even("1 EUR").holds.share, even("1 EUR").contrary.share, even("1 EUR").verdict]).toEqual([
      0,
      1,
      "undecided",
    ]);
    expect(even("2 EUR", "up").verdict).toBe("not supported");
    expect(even(undefined, "base").verdict).toBe("supported");
  });

  test("the headline's response is in front and every response beside it", () => {
    const two = tinyRun({
      designs: {
        base: plan(() => 0),
        up: { outcomes: { "net value": { "look-ahead": range((w) => luck[w] + 10), none: luck } } },
      },
    });
    const found = first(two, claim());
    expect(found.responses.map(({ response, verdict }) => [response, verdict])).toEqual([
      ["look-ahead", "supported"],
      ["none", "not supported"],
    ]);
    expect(found.response).toBe("look-ahead");
    expect(testHypotheses(two, [claim()], { response: "none" }).tests[0].verdict).toBe("not supported");
  });

  test("the effect may be written with its unit or given in base units, and belongs to its outcome", () => {
    const leavers = { outcome: "leavers", direction: "higher" } as const;
    expect(first(run, claim({ ...leavers, "smallest effect": "0.3 %/year" })).smallestEffect).toBeCloseTo(0.003, 12);
    const given = claim({ ...leavers, "smallest effect": undefined, smallestEffect: 0.003 });
    expect(first(run, given).verdict).toBe("supported");
    expect(first(run, claim({ "smallest effect": undefined })).smallestEffect).toBe(0);
    expect(() => first(run, claim({ "smallest effect": "3 %" }))).toThrow("hypothesis 1: expected an amount of money");
    expect(() => first(run, claim({ "smallest effect": undefined, smallestEffect: -1 }))).toThrow("-1 is below zero");
  });

  test("the scenario's own hypotheses are tested unless others are given", () => {
    const scenario = { ...run.scenario, hypotheses: { mine: claim() as never } };
    const { tests, tested } = testHypotheses({ ...run, scenario });
    expect([tested, tests[0].name, tests[0].verdict]).toEqual([1, "mine", "supported"]);
    expect(testHypotheses(run).tests).toEqual([]);
    expect(String(printed(run))).toContain("The scenario states none.");
  });

  test("fewer than 50 worlds decide nothing", () => {
    const few = tinyRun({
      designs: { base: { outcomes: { "net value": [1, 2] } }, up: { outcomes: { "net value": [9, 9] } } },
    });
    expect(first(few, claim())).toMatchObject({ verdict: "undecided", reason: "fewer than 50 worlds say too little" });
  });
});

describe("conditions", () => {
  const impatience = range((w) => w / 100, 120);
  const conditional = tinyRun({
    draws: { impatience },
    designs: {
      base: { outcomes: { "net value": range(() => 0, 120) } },
      up: { outcomes: { "net value": range((w) => (w < 60 ? -5 : 20 + (w % 3)), 120) } },
    },
  });

  test("a range of an assumption picks worlds: above, below, and between with the ends", () => {
    const where = (text: string) => first(conditional, claim({ where: { impatience: text } }));
    const above = where("above 60 %/year");
    expect([above.worlds, above.verdict]).toEqual([59, "supported"]);
    const rows = range((w) => w, 120).filter((w) => w > 60);
    expect(above.difference.mean).toBeCloseTo(estimate(rows.map((w) => 20 + (w % 3))).mean, 10);
    expect([where("below 60 %/year").worlds, where("below 60 %/year").verdict]).toEqual([60, "not supported"]);
    expect(where("20 %/year to 90 %/year").worlds).toBe(71);
    expect(first(conditional, claim()).verdict).toBe("undecided");
    expect(above.where).toEqual(["impatience above 60 %/year"]);
  });

  test("what other assumptions explain is still taken out, what the condition is about is not", () => {
    const draw = range((w) => ((w * 37) % 120) / 120, 120);
    const both = tinyRun({
      draws: { impatience, churn: draw },
      designs: {
        base: { outcomes: { "net value": range(() => 0, 120) } },
        up: { outcomes: { "net value": range((w) => 10 + 100 * draw[w], 120) } },
      },
    });
    const { difference } = first(both, claim({ where: { impatience: "above 60 %/year" } }));
    // the difference is a straight line in churn, whose mean is known: of 59 worlds a sixtieth is left to luck
    const there = estimate(draw.filter((_, w) => w > 60)).mean;
    const off = difference.mean - (10 + 100 * estimate(draw).mean);
    expect(off).toBeCloseTo((100 * (there - estimate(draw).mean)) / 60, 8);
    expect(difference.standardError).toBeLessThan(0.2);
  });

  test("levels of a factor are compared cell by cell with the others equal, within the levels named", () => {
    const cell = (inputs: string, period: string, value: number): [string, TinyDesign] => [
      `${inputs}, ${period}`,
      { cell: { inputs, period }, outcomes: { "net value": range((w) => luck[w] + value) } },
    ];
    const cells = [cell("20 %", "1 year", 0), cell("70 %", "1 year", 10), cell("20 %", "3 years", 100)];
    const grid = (...more: [string, TinyDesign][]) => tinyRun({ designs: Object.fromEntries([...cells, ...more]) });
    const whole = grid(cell("70 %", "3 years", 130));
    const contrast = { factor: "inputs", from: "20 %", to: "70 %" };
    const ask = (of: Run, change: Partial<HypothesisInput>) =>
      first(of, claim({ design: undefined, against: undefined, contrast, ...change }));
    expect(ask(whole, {}).difference.mean).toBeCloseTo(20, 10);
    expect(ask(whole, {}).sides.own).toEqual(["70 %, 1 year", "70 %, 3 years"]);
    expect(ask(whole, { where: { period: "3 years" } }).difference.mean).toBeCloseTo(30, 10);
    expect(ask(whole, { contrast: { ...contrast, where: { period: ["1 year"] } } }).difference.mean).toBeCloseTo(
      10,
      10,
    );
    const back = ask(whole, { contrast: { ...contrast, from: "70 %", to: "20 %" }, direction: "lower" });
    expect(back.difference.mean).toBeCloseTo(-20, 10);
    expect(back.verdict).toBe(ask(whole, {}).verdict);
    // without its partner a cell is left out, so that periods are never compared by accident
    expect(ask(grid(), {}).difference.mean).toBeCloseTo(10, 10);
    expect(() => ask(grid(), { where: { period: "3 years" } })).toThrow("no two cells differ in inputs alone");
    const apart = ["20 %", "70 %"].map((inputs, k): [string, TinyDesign] => [
      inputs,
      { cell: { inputs, period: "1 year", form: ["cash", "raise"][k] }, outcomes: { "net value": luck } },
    ]);
    expect(() => ask(tinyRun({ designs: Object.fromEntries(apart) }), {})).toThrow(
      "no two cells differ in inputs alone",
    );
    expect(() => ask(whole, { where: { inputs: "20 %" } })).toThrow("inputs is what is compared");
    expect(() => ask(whole, { contrast: { ...contrast, to: "80 %" } })).toThrow('unknown level "80 %" of inputs');
    expect(() => ask(whole, { contrast: { ...contrast, factor: "input" } })).toThrow("did you mean inputs?");
    expect(() => ask(run, {})).toThrow("its designs are not crossed");
  });

  test("what nothing meets, and names nobody knows, are refused under the hypothesis' name", () => {
    const asked = (change: Partial<HypothesisInput>) => () => testHypotheses(conditional, { mine: claim(change) });
    expect(asked({ where: { impatience: "above 150 %/year" } })).toThrow("mine: where: no world of this run meets");
    expect(asked({ where: { impatiense: "above 3 %/year" } })).toThrow("did you mean impatience?");
    expect(asked({ design: "upp" })).toThrow('mine: design: "upp" is not in this run');
    expect(asked({ against: undefined })).toThrow("mine: against: no design; name design and against");
    expect(asked({ outcome: "net valeu" as never })).toThrow("did you mean net value?");
  });
});

describe("laws of verdicts", () => {
  const directions = fc.constantFrom("higher" as const, "lower" as const, "equivalent" as const);
  const differences = fc.array(fc.integer({ min: -100, max: 100 }), { minLength: 50, maxLength: 80 });
  const verdictOf = (values: readonly number[], one: Claim) => {
    const { low, high } = estimate(values);
    const share = values.filter((value) => holdsFor(one, value)).length / values.length;
    const holds = { share, low: share - 0.1, high: share + 0.04 };
    return claimVerdict(one, { low, high, holds, worlds: values.length }).verdict;
  };
  const order = ["not supported", "undecided", "supported"];

  test("a larger smallest effect never helps a claim of a direction, nor harms one of equivalence", () => {
    const effects = fc.tuple(fc.integer({ min: 0, max: 120 }), fc.integer({ min: 0, max: 120 }));
    const seen = new Set<string>();
    fc.assert(
      fc.property(
        differences,
        fc.integer({ min: -120, max: 120 }),
        directions,
        effects,
        (values, by, direction, ends) => {
          const [less, more] = [Math.min(...ends), Math.max(...ends)];
          const at = (smallest: number) => {
            const moved = values.map((value) => value / 10 + by);
            const verdict = verdictOf(moved, { direction, smallest });
            seen.add(verdict);
            return order.indexOf(verdict);
          };
          if (direction === "equivalent") expect(at(more)).toBeGreaterThanOrEqual(at(less));
          else expect(at(more)).toBeLessThanOrEqual(at(less));
        },
      ),
      { numRuns: 400 },
    );
    expect(seen.size).toBe(3);
  });

  test("a difference turned round turns the claim round; a claim and its contrary never hold together", () => {
    const values = fc.integer({ min: -50, max: 50 });
    fc.assert(
      fc.property(differences, values, fc.nat({ max: 60 }), directions, (list, one, smallest, direction) => {
        const turned = direction === "higher" ? "lower" : direction === "lower" ? "higher" : direction;
        const back = list.map((value) => -value);
        expect(verdictOf(back, { direction: turned, smallest })).toBe(verdictOf(list, { direction, smallest }));
        expect(holdsFor({ direction, smallest }, one) && contraryFor({ direction, smallest }, one)).toBe(false);
      }),
      { numRuns: 200 },
    );
  });

  test("more worlds of the same kind never buy support that shares of draws deny", () => {
    const many = (count: number) => Array.from({ length: count }, (_, w) => (w % 10 < 7 ? 20 : -10));
    const wanted: Claim = { direction: "higher", smallest: 1 };
    for (const count of [50, 500, 50_000]) expect(verdictOf(many(count), wanted)).toBe("undecided");
  });

  test("five adjusted intervals cover together in 95 of 100 runs, plain ones do not", () => {
    // normals by adding twelve uniforms of a linear congruential sequence
    let state = 2024;
    const normal = () => {
      let total = -6;
      for (let k = 0; k < 12; k++) {
        state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
        total += state / 2 ** 32;
      }
      return total;
    };
    const names = ["a", "b", "c", "d", "e"];
    const runs = 400;
    let together = 0;
    let plain = 0;
    for (let k = 0; k < runs; k++) {
      const designs = Object.fromEntries(names.map((name) => [name, { outcomes: { "net value": range(normal) } }]));
      const of = tinyRun({ designs: { base: { outcomes: { "net value": range(() => 0) } }, ...designs } });
      const { tests } = testHypotheses(
        of,
        names.map((design) => claim({ design })),
      );
      if (tests.every(({ adjusted: { low, high } }) => low <= 0 && high >= 0)) together++;
      if (tests.every(({ difference: { low, high } }) => low <= 0 && high >= 0)) plain++;
    }
    // four standard errors of a share of 400: .044 at .95; plain intervals cover together in .95⁵ = .774
    expect(Math.abs(together / runs - 0.95)).toBeLessThan(0.044);
    expect(plain / runs).toBeLessThan(0.774 + 0.084);
  });
});

test("prints every hypothesis with its claim, its responses and the reason, in at most 100 characters a line", () => {
  const text = String(printed(run, { mine: claim(), other: claim({ "smallest effect": "3.9 EUR" }) }));
  expect(text).toContain("2 hypotheses, verdicts under look-ahead");
  expect(text).toContain("net value of up less base; claimed: higher by at least 3 EUR");
  expect(text).toMatch(/look-ahead +\+6\.0 ± 2\.1 +± 2\.4 +80 % +20 % +60 +supported/);
  expect(text.replace(/\s+/g, " ")).toContain("Allowing for all hypotheses: undecided (the interval reaches");
  for (const line of text.split("\n")) expect([...line].length).toBeLessThanOrEqual(100);
});
