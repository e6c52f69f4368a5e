import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { normalCdf, normalDensity } from "../../src/foundation/maths/special.js";
import type { CardState } from "../../src/model/scorecard/card.js";
import { allocateContest, type Contest, foreseeContest, lookAtRivals } from "../../src/model/scorecard/contest.js";
import { foreseeRivals } from "../../src/model/scorecard/rivals.js";

interface Team {
  readonly winners: number;
  readonly expected: readonly number[];
  readonly apart: readonly number[];
}

function contestOf({ winners, expected, apart }: Team): Contest {
  const contest = allocateContest(winners, expected.length, expected.length);
  contest.expected.set(expected);
  contest.apart.set(apart);
  foreseeContest(contest, 0);
  return contest;
}

/** Chance of member i to win at a mean score, its slope and its bend. */
function seenBy(team: Team, i: number, mean = team.expected[i]): { pay: number; slope: number; bend: number } {
  const seen = new Float64Array(3);
  lookAtRivals(contestOf(team), i, mean, seen);
  return { pay: seen[0], slope: seen[1], bend: seen[2] };
}

const alike = (n: number, winners: number, apart = 1): Team => ({
  winners,
  expected: Array.from({ length: n }, () => 0),
  apart: Array.from({ length: n }, () => apart),
});

const choose = (n: number, k: number): number => (k === 0 ? 1 : (choose(n, k - 1) * (n - k + 1)) / k);

/** Marginal chance of winning among equals, standard normal luck: (n−1)·C(n−2, n−w−1)·∫F^(n−w−1)·(1−F)^(w−1)·f². */
function marginalChance(n: number, w: number): number {
  let sum = 0;
  for (let x = -10; x <= 10; x += 1 / 64) {
    sum += (normalCdf(x) ** (n - w - 1) * normalCdf(-x) ** (w - 1) * normalDensity(x) ** 2) / 64;
  }
  return (n - 1) * choose(n - 2, n - w - 1) * sum;
}

/** Chance that at most `most` of these happen, over all ways. */
const atMost = (chances: readonly number[], most: number): number => {
  if (most < 0) return 0;
  if (chances.length === 0) return 1;
  const [one, ...rest] = chances;
  return (1 - one) * atMost(rest, most) + one * atMost(rest, most - 1);
};

/** The chance to win by brute force over one's own luck. */
function chanceOf({ winners, expected, apart }: Team, i: number, mean: number): number {
  let sum = 0;
  for (let z = -8; z <= 8; z += 1 / 32) {
    const score = mean + apart[i] * z;
    const above = expected.flatMap((one, k) => (k === i ? [] : [normalCdf((one - score) / apart[k])]));
    sum += (normalDensity(z) * atMost(above, winners - 1)) / 32;
  }
  return sum;
}

const anyTeam = fc.integer({ min: 2, max: 6 }).chain((n) =>
  fc.record({
    winners: fc.integer({ min: 1, max: n - 1 }),
    expected: fc.array(fc.double({ min: -3, max: 3, noNaN: true }), { minLength: n, maxLength: n }),
    apart: fc.array(fc.double({ min: 0.7, max: 1.4, noNaN: true }), { minLength: n, maxLength: n }),
  }),
);

const sizes = [2, 3, 4, 7, 10, 25, 48];
const tournaments = sizes.flatMap((n) =>
  [...new Set([1, 2, Math.floor(n / 2), n - 1])].filter((w) => w >= 1 && w < n).map((w) => [n, w] as const),
);

describe("among equals", () => {
  test.each(tournaments)(
    "%i members, %i winners: the closed form of the marginal chance, and everybody's chance w/n",
    (n, w) => {
      const { pay, slope } = seenBy(alike(n, w), 0);
      // eight digits up to ten members; where half of many win, the score that wins is narrower than the points are fine
      const allowed = n <= 10 ? 1e-8 : 1e-4;
      expect(Math.abs(slope / marginalChance(n, w) - 1)).toBeLessThan(allowed);
      expect(Math.abs(pay - w / n)).toBeLessThan(allowed);
    },
  );

  test("one winner: the expected best of n standard normals over n (tables: 1.53875 of ten, .84628 of three)", () => {
    expect(10 * seenBy(alike(10, 1), 0).slope).toBeCloseTo(1.53875, 5);
    expect(3 * seenBy(alike(3, 1), 0).slope).toBeCloseTo(0.84628, 5);
  });

  test("two: φ(0)/(s√2)", () => {
    expect(seenBy(alike(2, 1, 2), 0).slope).toBeCloseTo(0.3989422804014327 / (2 * Math.SQRT2), 9);
  });

  test("as many prizes as losers pull alike: w of n as n − w of n, and prizes of several rewards add", () => {
    for (const [n, w] of tournaments) {
      const [few, many] = [seenBy(alike(n, w), 0).slope, seenBy(alike(n, n - w), 0).slope];
      expect(Math.abs(few / many - 1)).toBeLessThan(1e-8);
    }
    // first prize 3, second 2, third 1 are three awards of 1: to the best, the best two, the best three
    const levels = [1, 2, 3].map((w) => seenBy(alike(5, w), 0).pay);
    expect(levels.reduce((sum, one) => sum + one, 0)).toBeCloseTo((3 + 2 + 1) / 5, 9);
  });
});

describe("among others of any kind", () => {
  test("the chance to win is that of brute force, its slope and bend are its derivatives", () => {
    fc.assert(
      fc.property(anyTeam, fc.double({ min: -3, max: 3, noNaN: true }), (team, mean) => {
        const at = (m: number) => seenBy(team, 0, m);
        const { pay, slope, bend } = at(mean);
        expect(Math.abs(pay - chanceOf(team, 0, mean))).toBeLessThan(1e-7);
        const step = 1e-4;
        expect(Math.abs(slope - (at(mean + step).pay - at(mean - step).pay) / (2 * step))).toBeLessThan(1e-7);
        expect(Math.abs(bend - (at(mean + step).slope - at(mean - step).slope) / (2 * step))).toBeLessThan(1e-7);
      }),
      { numRuns: 60 },
    );
  });

  test("chances of all members add up to the winners there are", () => {
    fc.assert(
      fc.property(anyTeam, (team) => {
        const sum = team.expected.reduce((all, _, i) => all + seenBy(team, i).pay, 0);
        expect(Math.abs(sum - team.winners)).toBeLessThan(1e-6);
      }),
    );
  });

  test("who is far behind changes nothing, who is far ahead takes a prize away", () => {
    fc.assert(
      fc.property(anyTeam, (team) => {
        const { winners, expected, apart } = team;
        const alone = seenBy(team, 0);
        const behind = seenBy({ winners, expected: [...expected, -30], apart: [...apart, 1] }, 0);
        const ahead = seenBy({ winners: winners + 1, expected: [...expected, 30], apart: [...apart, 1] }, 0);
        for (const one of [behind, ahead]) {
          expect(Math.abs(one.pay - alone.pay)).toBeLessThan(1e-6);
          expect(Math.abs(one.slope - alone.slope)).toBeLessThan(1e-6);
        }
      }),
    );
  });

  test("only differences between scores matter, and nobody's order", () => {
    fc.assert(
      fc.property(anyTeam, fc.double({ min: -5, max: 5, noNaN: true }), (team, by) => {
        const moved = { ...team, expected: team.expected.map((one) => one + by) };
        const turned = {
          ...team,
          expected: [team.expected[0], ...team.expected.slice(1).reverse()],
          apart: [team.apart[0], ...team.apart.slice(1).reverse()],
        };
        for (const other of [moved, turned]) expect(seenBy(other, 0).slope).toBeCloseTo(seenBy(team, 0).slope, 9);
      }),
    );
  });

  test("spreads five times apart stay within a thousandth", () => {
    const team = { winners: 2, expected: [0, 0.3, -0.2, 0.5], apart: [1, 0.2, 0.4, 1] };
    for (let i = 0; i < 4; i++)
      expect(Math.abs(seenBy(team, i).pay - chanceOf(team, i, team.expected[i]))).toBeLessThan(1e-3);
  });
});

test("luck that moves all members' scores moves nobody's rank (Nalebuff & Stiglitz 1983)", () => {
  const own = [0.04, 0.05, 0.06];
  const card = (shared: number, joint: number) => {
    const contest = allocateContest(1, 3, 3);
    const common = { shared: new Float64Array(3).fill(shared), joint: new Float64Array(3).fill(joint) };
    const spread = Float64Array.from(own, (one) => Math.sqrt(one * one + shared + joint));
    foreseeRivals(
      { rewards: [{ contest }], spread, ...common } as unknown as CardState,
      Float64Array.of(1, 1.02, 0.97),
    );
    return contest;
  };
  for (const [shared, joint] of [
    [0, 0],
    [0.01, 0],
    [0.002, 0.02],
  ]) {
    for (const [i, one] of card(shared, joint).apart.entries()) expect(one).toBeCloseTo(own[i], 12);
  }
});
