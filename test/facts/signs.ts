import { expect } from "vitest";
import type { Estimate } from "../../src/foundation/maths/summary.js";
import { difference, errorsOff, type Results } from "./lab.js";

/**
 * Signs only, each with a control in which the mechanism behind it is switched off. Sizes are assumptions, so none is
 * asserted. |t| > 4 at a fixed seed: a false alarm in one of 16,000 tries.
 */
const clear = 4;

export const revenue = { "account revenue": "100 %" };
export const inputs = { "executive access": "50 %", "co-creation work": "50 %" };
/** The inputs of the flagship's cards. */
export const work = [
  "executive access",
  "matrix team coordination",
  "account plans kept current",
  "co-creation work",
  "time with customers",
];
export const bonus = (more = {}) => [{ kind: "cash bonus", "at target": "18000 EUR/year", ...more }];
export const annual = (weights: object, rewards: object[] = bonus()) => ({ period: "1 year", weights, rewards });

export const rises = (change: Estimate, what: string) =>
  expect(errorsOff(change), `${what} ${change.mean}`).toBeGreaterThan(clear);
export const falls = (change: Estimate, what: string) =>
  expect(errorsOff(change), `${what} ${change.mean}`).toBeLessThan(-clear);
export const nothing = (change: Estimate, what: string) => expect(Math.abs(change.mean), what).toBe(0);
/** The control has at most this part of the effect. */
export const shrinks = (control: Estimate, effect: Estimate, most: number, what: string) =>
  expect(Math.abs(control.mean / effect.mean), what).toBeLessThan(most);

/** The difference of two designs of one run in an outcome. */
export const gap = (run: Results, a: string, b: string, outcome: string): Estimate =>
  difference(run(a, outcome), run(b, outcome));
/** The difference of one design between two runs of the same worlds. */
export const change = (a: Results, b: Results, design: string, outcome: string): Estimate =>
  difference(a(design, outcome), b(design, outcome));
