import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { normalQuantile } from "../../src/foundation/maths/special.js";
import { accounts } from "../../src/model/accounts/index.js";
import type { PlainNumbers } from "../../src/model/frame/part.js";
import { measures } from "../../src/model/measures/index.js";
import {
  channels,
  type ImpulseWorld,
  impulses,
  pushRevenue,
  relationshipRevenue,
  sequences,
  stateNames,
  states,
} from "../../src/model/scorecard/outlook/impulses.js";
import {
  at,
  buildOutlooks,
  type OutlookWorld,
  orderVariance,
  periodAt,
  type Question,
} from "../../src/model/scorecard/outlook/outlook.js";
import { columnsIn, restingScene } from "./scenes.js";
import { centralWorld, columnsOf } from "./worlds.js";

const span = 48;

/** Responses by sequence, state and month. */
function responses(
  world: PlainNumbers,
): (sequence: number, state: (typeof stateNames)[number], month: number) => number {
  const out = new Float64Array(sequences * states * span);
  impulses(columnsOf([world]) as ImpulseWorld, 0, span, out);
  return (sequence, state, month) => out[(sequence * states + stateNames.indexOf(state)) * span + month];
}

const sumOver = (months: number, of: (month: number) => number): number => {
  let sum = 0;
  for (let month = 0; month < months; month++) sum += of(month);
  return sum;
};

/** No losses, so nothing survives or not. */
const safe: PlainNumbers = { churn: 0 };

describe("closed forms of the impulse responses", () => {
  const rates = fc.record({
    relationFade: fc.double({ min: 0.03, max: 0.2, noNaN: true }),
    adoptionFade: fc.double({ min: 0.03, max: 0.2, noNaN: true }),
    lag: fc.double({ min: 3, max: 18, noNaN: true }),
    payback: fc.double({ min: 0.1, max: 0.4, noNaN: true }),
    pulled: fc.double({ min: 0, max: 1, noNaN: true }),
  });

  test("at the default rates the tables are the closed forms to 5e-15", () => {
    const named = { ...safe, relationFade: 0.1, adoptionFade: 0.06, lag: 9, relationYield: 0.2, adoptionYield: 0.12 };
    const response = responses(centralWorld({ ...named, pulled: 0.6, payback: 0.2 }));
    for (let n = 1; n <= span; n++) {
      const [toR, toQ] = [0, 1].map((channel) => sumOver(n, (q) => response(channel, "boost", q)));
      expect(Math.abs(toR - relationshipRevenue(0.1, 9, 0.2, n))).toBeLessThan(5e-15);
      expect(Math.abs(toQ - relationshipRevenue(0.06, 9, 0.12, n))).toBeLessThan(5e-15);
      const pushed = sumOver(n, (q) => response(2, "push", q) - 0.2 * response(2, "pulled", q));
      expect(Math.abs(pushed - pushRevenue(0.6, 0.2, n))).toBeLessThan(5e-15);
      const satisfied = sumOver(n, (q) => response(0, "satisfaction", q));
      expect(Math.abs(satisfied - relationshipRevenue(0.1, 4, 1, n))).toBeLessThan(5e-15);
    }
  });

  test("and at any rates, as closely as the difference of two rates allows", () => {
    fc.assert(
      fc.property(rates, fc.integer({ min: 1, max: span }), (named, n) => {
        const world = centralWorld({ ...safe, ...named });
        const response = responses(world);
        const near = (fade: number) => 1e-14 * (1 + 1 / Math.max(Math.abs(fade - 1 / named.lag), 1e-12));
        const toR = sumOver(n, (q) => response(0, "boost", q));
        const expected = relationshipRevenue(named.relationFade, named.lag, world.relationYield, n);
        expect(Math.abs(toR - expected)).toBeLessThan(near(named.relationFade));
        const pushed = sumOver(n, (q) => response(2, "push", q) - named.payback * response(2, "pulled", q));
        expect(pushed).toBeCloseTo(pushRevenue(named.pulled, named.payback, n), 13);
      }),
    );
  });

  test("equal rates of fading and of answering are no exception: fade .125, lag 8", () => {
    const response = responses(centralWorld({ ...safe, relationFade: 0.125, lag: 8, relationYield: 0.2 }));
    for (let n = 1; n <= span; n++) {
      const found = sumOver(n, (q) => response(0, "boost", q));
      expect(found).toBeCloseTo(relationshipRevenue(0.125, 8, 0.2, n), 14);
    }
  });

  test("two months are too short for revenue to answer to relationships; in the end all of the yield arrives", () => {
    expect(relationshipRevenue(0.1, 9, 0.2, 1)).toBeCloseTo(0, 15);
    expect(relationshipRevenue(0.1, 9, 0.2, 2)).toBeCloseTo(0, 15);
    // third month: λ·δ/L = .2·.1/9
    expect(relationshipRevenue(0.1, 9, 0.2, 3)).toBeCloseTo(0.02 / 9, 15);
    expect(relationshipRevenue(0.1, 9, 0.2, 400)).toBeCloseTo(0.2, 12);
    expect(pushRevenue(0.6, 0.2, 1)).toBe(1);
    expect(pushRevenue(0.6, 0.2, 400)).toBeCloseTo(0.4, 12);
  });

  test("survival adds up satisfaction: (h/12)(1 − replaced)η a point and month", () => {
    const response = responses(centralWorld({ churn: 0.12, replaced: 0.5, churnSlope: 2 }));
    for (let n = 0; n < span; n++) {
      const kept = 0.01 * sumOver(n, (q) => response(0, "satisfaction", q));
      expect(response(0, "survival", n)).toBeCloseTo(kept, 14);
    }
  });
});

describe("the impulses are the steps of the accounts, run forward", () => {
  const startOf = ["relationship", "satisfaction", "adoption", "pulled", "boost"] as const;

  test.each(Array.from({ length: sequences - 1 }, (_, sequence) => [sequence] as const))("sequence %i", (sequence) => {
    const scene = restingScene();
    const columns = columnsIn(scene.lanes);
    const response = responses(Object.fromEntries(Object.entries(scene.world).map(([name, one]) => [name, one[0]])));
    if (sequence >= channels) columns[startOf[sequence - channels]][0] += 1;
    const rest: PlainNumbers = { relationship: 1, satisfaction: 1, adoption: 1, pulled: 0, boost: 0 };
    for (let month = 0; month < span; month++) {
      for (const name of startOf) {
        expect(columns[name][0] - rest[name], `${name} in month ${month}`).toBeCloseTo(
          response(sequence, name, month),
          12,
        );
      }
      ["relationshipGain", "adoptionGain", "push"].forEach((channel, k) => {
        columns[channel][0] = k === sequence && month === 0 ? 1 : 0;
      });
      for (const part of [accounts.relationship, accounts.pullForward]) {
        part.kernel(scene.lanes, scene.world as never, scene.randomDraws, 0, scene.activities);
      }
    }
  });
});

test("what is transitory in demand halves in its half-life, and moves nothing else", () => {
  const response = responses({ ...centralWorld(), shockHalfLife: 6, transitoryMonth: 0.5 ** (1 / 6) });
  for (const [month, left] of [
    [0, 1],
    [6, 0.5],
    [12, 0.25],
  ] as const) {
    expect(response(sequences - 1, "transitory", month)).toBeCloseTo(left, 12);
    for (const name of ["relationship", "satisfaction", "adoption", "pulled", "boost", "survival", "push"] as const)
      expect(response(sequences - 1, name, month)).toBe(0);
  }
});

describe("periods", () => {
  test("a month belongs to the period that contains it; the horizon closes the last one early", () => {
    expect(periodAt(0, 12, 60)).toEqual({ start: 0, end: 12 });
    expect(periodAt(11, 12, 60)).toEqual({ start: 0, end: 12 });
    expect(periodAt(12, 12, 60)).toEqual({ start: 12, end: 24 });
    expect(periodAt(40, 36, 60)).toEqual({ start: 36, end: 60 });
    expect(periodAt(59, 1, 60)).toEqual({ start: 59, end: 60 });
  });

  test("periods tile the horizon", () => {
    const whole = fc.integer({ min: 1, max: 120 });
    fc.assert(
      fc.property(whole, whole, whole, (month, period, rest) => {
        const months = month + rest;
        const { start, end } = periodAt(month, period, months);
        expect(start <= month && month < end && end <= months).toBe(true);
        expect(end - start === period || end === months).toBe(true);
        if (end < months) expect(periodAt(end, period, months).start).toBe(end);
      }),
    );
  });
});

describe("outlooks", () => {
  const months = 36;
  const period = 12;
  const named = { ...safe, relationFade: 0.1, adoptionFade: 0.06, lag: 9, relationYield: 0.2, adoptionYield: 0.12 };
  const luck = { marketLuck: 0.06, accountLuck: 0.2, orderLuck: 0.1, pulled: 0.6, payback: 0.2, drift: 0.06 };
  const world = centralWorld({ ...named, ...luck, impatience: 0.1, quits: 0.1, foresight: 0.5, rebase: 0.5 });
  const question = (name: string, isRebased: boolean): Question => ({
    measure: measures.find((one) => one.name === name)!,
    period,
    interval: period,
    cadence: 6,
    noise: 1,
    isRebased,
  });
  const read = (name: string, isRebased = false) => {
    const [outlook] = buildOutlooks([question(name, isRebased)], columnsOf([world]) as OutlookWorld, 1, months, 4);
    return (month: number, offset: number) => outlook.table[outlook.rowOf[month] * at.size + offset];
  };

  test("a unit of relationship, adoption or push this month adds its closed form to the rest of the period", () => {
    const revenue = read("account revenue");
    for (let month = 0; month < months; month++) {
      const n = period - (month % period);
      expect(revenue(month, at.now)).toBeCloseTo(relationshipRevenue(0.1, 9, 0.2, n) / 12, 14);
      expect(revenue(month, at.now + 1)).toBeCloseTo(relationshipRevenue(0.06, 9, 0.12, n) / 12, 14);
      expect(revenue(month, at.now + 2)).toBeCloseTo(pushRevenue(0.6, 0.2, n) / 12, 14);
      expect(revenue(month, at.held + 2)).toBeCloseTo(sumOver(n, (q) => pushRevenue(0.6, 0.2, q + 1)) / 12, 14);
    }
  });

  test("later periods count what is then still to come, discounted period by period, times foresight", () => {
    const revenue = read("account revenue");
    const d = 0.9 / 1.1;
    const reach = months + 62 + 1;
    for (const month of [0, 5, 11, 30]) {
      const n = period - (month % period);
      const total = (length: number) => relationshipRevenue(0.1, 9, 0.2, length);
      let later = 0;
      for (let p = 1; n + p * period <= reach; p++) {
        later += d ** p * (total(n + p * period) - total(n + (p - 1) * period));
      }
      expect(revenue(month, at.later)).toBeCloseTo((0.5 * later) / 12, 13);
    }
  });

  test("the ratchet takes 1 − νdℓ/(1 − d(1 − ℓ)) off the present and (1 − d)/(1 − d(1 − ℓ)) off later periods", () => {
    const [plain, rebased] = [read("account revenue"), read("account revenue", true)];
    const d = 0.9 / 1.1;
    expect(rebased(3, at.now) / plain(3, at.now)).toBeCloseTo(1 - (0.5 * d * 0.5) / (1 - d * 0.5), 12);
    expect(rebased(3, at.later) / plain(3, at.later)).toBeCloseTo((1 - d) / (1 - d * 0.5), 12);
  });

  test("luck of level builds up as the sum of squares, orders add month by month", () => {
    const revenue = read("account revenue");
    // 3 months left: Σ q² over 0, 1, 2 = 5
    expect(revenue(9, at.market)).toBeCloseTo((5 * 0.06 ** 2) / 12 / 144, 15);
    // orders are log-normal with mean 1: exp(.1²) − 1
    expect(revenue(9, at.accounts)).toBeCloseTo(((5 * 0.2 ** 2) / 12 + 3 * 0.010050167084168) / 144, 15);
    expect(revenue(11, at.market)).toBe(0);
  });

  test("luck in orders varies as the orders of the random draws do: e^σ² − 1, also where σ² is far from it", () => {
    for (const sigma of [0, 0.1, 0.3, 0.6]) {
      const slices = 200_000;
      const orders = (k: number) => Math.exp(sigma * normalQuantile((k + 0.5) / slices) - 0.5 * sigma * sigma);
      let squares = 0;
      for (let k = 0; k < slices; k++) squares += orders(k) ** 2 / slices;
      // slices of equal share miss a little of the tail, the more the longer it is
      expect(Math.abs(orderVariance(sigma) - (squares - 1))).toBeLessThan(1e-4 + 2e-3 * orderVariance(sigma));
    }
    expect(orderVariance(0.6)).toBeCloseTo(0.4333294145603401, 12);
  });

  test("half-yearly surveys: one of two samples is left in the second half year, none counts monthly", () => {
    const survey = read("customer satisfaction");
    expect([0, 5, 6, 11].map((month) => survey(month, at.rest))).toEqual([1, 1, 0.5, 0.5]);
    expect(survey(0, at.month)).toBe(0);
    expect(survey(0, at.reading)).toBeCloseTo((world.surveyNoise ** 2 / 4) * (2 / 4), 14);
    // a unit of relationship now, satisfaction after the survey month: six months of the closed form's growth
    const tail = (n: number) => relationshipRevenue(0.1, 4, 1, n);
    expect(survey(6, at.now)).toBeCloseTo((tail(7) - tail(6)) / 2, 13);
  });

  test("expected growth of the level: with 6 % a year, samples still to come average half a year's growth", () => {
    const revenue = read("account revenue");
    const growth = (world.drift - 0) / 12;
    expect(revenue(0, at.level)).toBeCloseTo(1 + growth * 5.5, 12);
    expect(revenue(6, at.level)).toBeCloseTo(0.5 * (1 + growth * 2.5), 12);
  });
});
