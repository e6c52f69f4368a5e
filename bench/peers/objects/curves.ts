import type { Curve } from "./given.js";
import { normal } from "./normal.js";

/** What a score is expected to pay when it is normal: payout, its slope and its bend. */
export interface Expected {
  readonly pay: number;
  readonly slope: number;
  readonly bend: number;
}

/** A payout curve as three functions. */
export interface Curves {
  readonly pays: (score: number) => number;
  readonly expected: (mean: number, sd: number) => Expected;
  readonly steepest: (sd: number) => number;
}

export function curvesOf({ base, rate, jumpAt, jump, kinkAt, kink, knots }: Curve): Curves {
  const places = knots.flatMap((at, k) => (k % 3 === 0 ? [{ at, jump: knots[k + 1], kink: knots[k + 2] }] : []));
  return {
    pays(score) {
      const jumps = jump.reduce((pay, by, k) => (score >= jumpAt[k] ? pay + by : pay), base + rate * score);
      return kink.reduce((pay, by, k) => pay + by * Math.max(0, score - kinkAt[k]), jumps);
    },
    expected(mean, sd) {
      let pay = base + rate * mean;
      let slope = rate;
      let bend = 0;
      for (const place of places) {
        const z = (mean - place.at) / sd;
        const { cdf, density } = normal(z);
        pay += place.jump * cdf + place.kink * sd * (z * cdf + density);
        slope += (place.jump * density) / sd + place.kink * cdf;
        bend += (density / sd) * (place.kink - (place.jump * z) / sd);
      }
      return { pay, slope, bend };
    },
    steepest: (sd) =>
      Math.max(0, rate) +
      jump.reduce((most, by) => most + (Math.max(0, by) * 0.3989422804014327) / sd, 0) +
      kink.reduce((most, by) => most + Math.max(0, by), 0),
  };
}
