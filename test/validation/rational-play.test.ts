import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { deviationRows } from "../../src/agency-theory/rational/deviations.js";
import { heldPlans } from "../../src/agency-theory/rational/plans.js";
import {
  bestValue,
  expectedEffort,
  firstEffort,
  lossOf,
  noReaction,
  type Policy,
  scoresOf,
} from "../../src/agency-theory/rational/policy.js";
import { type Programme, type SolvedMonth, solveProgramme } from "../../src/agency-theory/rational/programme.js";
import { rationalPlay } from "../../src/agency-theory/rational/rational-play.js";
import { normalCdf, normalDensity } from "../../src/foundation/maths/special.js";
import { estimate } from "../../src/foundation/maths/summary.js";
import { edit, parseScenario } from "../../src/scenario/scenario.js";
import { compile } from "../../src/simulation/compile.js";
import { assuming, laboratory, play } from "../../src/validation/laboratory.js";
import { shipped } from "./inputs.js";

/** A bonus for reaching a quota; each month adds 1 + effort + normal luck, effort costs half its square. */
const quota = (months: number, at: number, bonus: number, { keep = 1, luck = 1 } = {}): Programme => ({
  low: at,
  high: at,
  months: Array.from({ length: months }, () => ({
    luck,
    keep,
    answer: (stakes) => ({ moved: stakes.slice(), spent: stakes.map((q) => (q * q) / 2), effort: stakes.slice() }),
  })),
  reward: (mean, sd) => ({
    pay: bonus * normalCdf((mean - at) / sd),
    slope: (bonus / sd) * normalDensity((mean - at) / sd),
  }),
});

/** First effort and value by trying every effort on a grid of scores: no first-order condition, no interpolation in scores. */
function byTrying(months: number, at: number, bonus: number, sd = 1, step = 1 / 32): { effort: number; value: number } {
  const from = months - 36;
  const count = Math.round(64 / step) + 1;
  const reach = Math.round((8 * sd) / step);
  const density = (x: number) => normalDensity(x / sd) / sd;
  const luck = Float64Array.from({ length: 2 * reach + 1 }, (_, k) => density((k - reach) * step) * step);
  let after = Float64Array.from({ length: count }, (_, i) => bonus * normalCdf((from + i * step - at) / sd));
  const worth = (i: number, k: number) => after[Math.min(count - 1, i + k)] - (k * step) ** 2 / 2;
  let first = { effort: 0, value: 0 };
  for (let t = 0; t < months; t++) {
    const value = new Float64Array(count);
    for (let i = 0; i < count; i++) {
      let best = 0;
      for (let k = 1; k <= 4 / step; k++) if (worth(i, k) > worth(i, best)) best = k;
      const [a, b, c] = [best - 1, best, best + 1].map((k) => worth(i, k));
      const off = best === 0 ? 0 : (0.5 * (a - c)) / (a - 2 * b + c);
      value[i] = best === 0 ? b : b - 0.25 * (a - c) * off;
      if (i === Math.round((months - from) / step)) first = { effort: (best + off) * step, value: value[i] };
    }
    after = after.map((_, i) => {
      let mean = 0;
      for (let k = -reach; k <= reach; k++) mean += luck[k + reach] * value[Math.max(0, Math.min(count - 1, i + k))];
      return mean;
    });
  }
  return first;
}

const firstOf = (solved: readonly SolvedMonth[], start: number) => ({
  effort: expectedEffort(solved.slice(0, 1), start)[0],
  value: bestValue(solved, start),
});

/** What best play does, as a policy, changed by something that depends on the month and the score. */
const changed =
  (solved: readonly SolvedMonth[], change: (month: number, score: number) => number): Policy =>
  (t, scores) => {
    const effort = solved[t].effort.map((one, i) => one + change(t, scores[i]));
    return { moved: effort, spent: effort.map((one) => (one * one) / 2), effort };
  };

/** Effort as if every month were the last: it sees this month's luck only. */
const myopic =
  (at: number, bonus: number): Policy =>
  (_, scores) => {
    const effort = scores.map((score) => {
      let one = 0;
      for (let k = 0; k < 200; k++) one += 0.2 * (bonus * normalDensity(score + one - at) - one);
      return one;
    });
    return { moved: effort, spent: effort.map((one) => (one * one) / 2), effort };
  };

const cases = [
  { months: 12, at: 16, bonus: 8, luck: 1 },
  { months: 3, at: 4, bonus: 2, luck: 1 },
  { months: 1, at: 4 / 3, bonus: 2 / 3, luck: 1 },
];
/** Little luck and much to win: in most months trying hard and giving up are both consistent with themselves. */
const precise = { months: 4, at: 6.5, bonus: 8, luck: 0.5 };

describe("best play of a quota", () => {
  test.each([...cases, precise])("over $months months is what trying every effort finds", (one) => {
    const { months, at, bonus, luck } = one;
    const tried = byTrying(months, at, bonus, luck);
    const found = firstOf(solveProgramme(quota(months, at, bonus, { luck }), 32), months);
    expect(found.value).toBeGreaterThan(0.2);
    expect(Math.abs(found.effort - tried.effort)).toBeLessThan(luck < 1 ? 1e-3 : 2e-5);
    expect(Math.abs(found.value - tried.value)).toBeLessThan(luck < 1 ? 1e-3 : 2e-5);
  });

  test.each(cases)("over $months months does not move when the grid is refined", ({ months, at, bonus }) => {
    const [usual, fine, finest] = [16, 32, 64].map((fineness) =>
      firstOf(solveProgramme(quota(months, at, bonus), fineness), months),
    );
    for (const of of ["effort", "value"] as const) {
      expect(Math.abs(usual[of] - finest[of])).toBeLessThan(1e-6 * bonus);
      expect(Math.abs(fine[of] - finest[of])).toBeLessThan(2e-7 * bonus);
    }
  });

  test("expects the same effort all year, and growing at the rate of impatience", () => {
    for (const keep of [1, 0.97]) {
      const efforts = expectedEffort(solveProgramme(quota(12, 16, 8, { keep }), 32), 12);
      // In the last months effort jumps where giving up begins, which the rule over luck sees less finely.
      for (const [t, effort] of efforts.entries()) {
        if (t > 0) expect(effort / efforts[t - 1]).toBeCloseTo(1 / keep, t < 9 ? 5 : 3);
      }
    }
  });

  test("is worth more than natural effort by what the closed form of no effort says", () => {
    const solved = solveProgramme(quota(12, 16, 8), 32);
    const nothing = 8 * normalCdf((12 - 16) / Math.sqrt(12));
    expect(bestValue(solved, 12) - lossOf(solved, noReaction, 12)).toBeCloseTo(nothing, 4);
  });

  test("loses to a change of effort what the payoff of one month says", () => {
    const solved = solveProgramme(quota(1, 1, 1));
    const effort = (0.4 + 1e-9) as number;
    const constant: Policy = (_, scores) => {
      const same = scores.map(() => effort);
      return { moved: same, spent: same.map((one) => (one * one) / 2), effort: same };
    };
    const worth = normalCdf(1 + effort - 1) - (effort * effort) / 2;
    expect(bestValue(solved, 1) - lossOf(solved, constant, 1)).toBeCloseTo(worth, 6);
    expect(firstEffort(solved, constant, 1)).toBeCloseTo(effort, 9);
  });

  test("is beaten by no change of it", () => {
    const solved = solveProgramme(quota(12, 16, 8));
    const part = fc.double({ min: -1, max: 1, noNaN: true });
    fc.assert(
      fc.property(part, part, part, fc.integer({ min: 0, max: 11 }), (size, slope, turn, from) => {
        const change = (t: number, score: number) => (t < from ? 0 : size * Math.sin(slope * (score - 16) + 3 * turn));
        expect(lossOf(solved, changed(solved, change), 12)).toBeGreaterThan(-2e-5);
      }),
      { numRuns: 30, seed: 7 },
    );
    const lessAtFirst = changed(solved, (t) => (t === 0 ? -0.2 : 0));
    // Cost is half a square and the value after the first month bends little: about half of .2².
    expect(lossOf(solved, lessAtFirst, 12)).toBeGreaterThan(0.01);
  });

  test("leaves a myopic manager far behind", () => {
    const solved = solveProgramme(quota(12, 16, 8));
    expect(lossOf(solved, myopic(16, 8), 12) / bestValue(solved, 12)).toBeGreaterThan(0.1);
    const single = solveProgramme(quota(1, 1, 1));
    expect(lossOf(single, myopic(1, 1), 1)).toBeCloseTo(0, 8);
  });

  test("is found on both sides of the score from which it no longer pays to try", () => {
    const [last] = solveProgramme(quota(1, 0, 8), 32);
    const scores = scoresOf(last);
    const jump = scores.findIndex((score, i) => score > -6 && last.effort[i] - last.effort[i - 1] > 1);
    expect(jump).toBeGreaterThan(0);
    // Where it jumps, trying and giving up are worth the same.
    const worth = (effort: number, score: number) => 8 * normalCdf(score + effort) - (effort * effort) / 2;
    const [given, tried] = [last.effort[jump - 1], last.effort[jump]];
    const slope = 8 * normalDensity(scores[jump] + tried);
    expect(Math.abs(worth(tried, scores[jump]) - worth(given, scores[jump]))).toBeLessThan((2 * slope) / 32);
  });
});

describe("the general engine", () => {
  const year = laboratory(shipped, "quota-year");

  test("reduces to the quota, whatever its unit of score", () => {
    for (const row of rationalPlay(year)) {
      const { months, at, bonus } = cases[["yearly", "quarterly", "monthly"].indexOf(row.design)];
      const exact = firstOf(solveProgramme(quota(months, at, bonus)), months);
      const [{ rational, natural, effort }] = row.periods;
      expect(rational).toBeCloseTo(exact.value, 9);
      expect(effort.rational[0]).toBeCloseTo(exact.effort, 9);
      expect(natural).toBeCloseTo(bonus * normalCdf((months - at) / Math.sqrt(months)), 4);
      expect(row.periods).toHaveLength(12 / months);
    }
  });

  test("simulates the value that looking ahead has in the reduced world", () => {
    const worlds = 3000;
    const simulated = play(year, worlds);
    for (const { design, periods } of rationalPlay(year)) {
      const { gains } = simulated[design];
      const pairs = Float64Array.from({ length: worlds }, (_, w) => (gains[w] + gains[w + worlds]) / 2);
      const { mean, standardError } = estimate(pairs);
      expect(Math.abs(mean / periods.length - periods[0].lookAhead)).toBeLessThan((4 * standardError) / periods.length);
    }
  });

  test("bounds best play by what a month holds", () => {
    const short = edit(year, (file) => {
      file.team = Object.assign({ ...file.team }, { hours: 0.3 });
    });
    const [free] = rationalPlay(year, { designs: ["yearly"] });
    const [bound] = rationalPlay(short, { designs: ["yearly"] });
    expect(bound.periods[0].effort.rational[0]).toBeCloseTo(0.3, 6);
    expect(bound.rational).toBeLessThan(0.9 * free.rational);
    expect(bound.lookAhead).toBeLessThanOrEqual(bound.rational + 1e-6);
    expect(bound.natural).toBeCloseTo(free.natural, 3);
  });

  test("shows where looking ahead is not good enough: a jump that little luck blurs", () => {
    const noisy = (noise: number) =>
      rationalPlay(laboratory(shipped, "quota-year", assuming({ "reading noise": noise })), { designs: ["yearly"] })[0];
    const [usual, clear] = [noisy(1), noisy(0.3)];
    expect(usual.loss).toBeGreaterThan(0.005);
    expect(usual.loss).toBeLessThan(0.02);
    expect(clear.loss).toBeGreaterThan(0.02);
    expect(clear.rational).toBeGreaterThan(usual.rational);
  });

  test("has no best play to offer where it depends on others, or on shortfalls", () => {
    expect(rationalPlay(laboratory(shipped, "team-share"))).toEqual([]);
    expect(rationalPlay(laboratory(shipped, "tournament"))).toEqual([]);
    expect(() => rationalPlay(year, { designs: ["yerly"] })).toThrow('unknown design "yerly"; did you mean yearly?');
    expect(() => rationalPlay(laboratory(shipped, "quota-year", assuming({ "loss aversion": 1 })))).toThrow(
      "loss aversion: best play is not defined for it",
    );
  });
});

describe("the flagship", () => {
  const scenario = parseScenario(shipped.scenarios["kam-flagship"], { name: "kam-flagship.yaml" });
  const program = compile(scenario);
  const designs = program.designs.flatMap(({ role }, d) => (role === "design" ? [d] : []));
  const plans = heldPlans(scenario, program, designs, 12);

  test("loses next to nothing by looking ahead rather than planning, in several worlds", () => {
    const rows = rationalPlay(scenario, { plans, worlds: 3, fineness: 8 });
    expect(rows.map(({ design }) => design)).toEqual(designs.map((d) => program.designs[d].name));
    for (const { design, loss, worst, rational, natural, periods } of rows) {
      expect(loss, design).toBeLessThan(0.005);
      expect(worst, design).toBeLessThan(0.02);
      expect(loss, design).toBeGreaterThan(-1e-6);
      expect(rational, design).toBeGreaterThan(1.01 * natural);
      expect(periods).toHaveLength(3 * (design.includes("3y") ? 2 : 6));
    }
  });

  test("pays for no cheap deviation, and punishes large ones", () => {
    const doNothing = { name: "nothing", factor: () => 0 };
    const double = { name: "double", factor: () => 2 };
    const more = { name: "1.1", factor: () => 1.1 };
    const less = { name: "0.9", factor: () => 0.9 };
    const names = ["cash-1y-input", "cash-3y-input", "raise-1y-input"];
    const some = { ...program, designs: program.designs.filter(({ name }) => names.includes(name)) };
    const rows = deviationRows(some, plans, 24, [doNothing, double, more, less]);
    expect(rows).toHaveLength(12);
    for (const { deviation, gain, standardError, worth } of rows) {
      expect(worth).toBeGreaterThan(5000);
      if (deviation === "nothing" || deviation === "double") expect(gain + 4 * standardError).toBeLessThan(-0.05);
      else expect(gain).toBeLessThan(0.02 + 4 * standardError);
    }
  });
});
