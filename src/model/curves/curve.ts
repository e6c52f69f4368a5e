import type { z } from "zod";
import { fastCdf, fastDensity, normalCdf, normalDensity } from "../../foundation/maths/special.js";
import type { About } from "../frame/part.js";
import type { Tie } from "./tie.js";

/**
 * Any payout curve in one form: pay(A) = base + rate·A + Σ jump·1[A ≥ jumpAt] + Σ kink·(A − kinkAt)⁺.
 * Ties at a jump pay the higher side, unless `tie` says the lower: its jumps then stand on the next number above their boundaries.
 * Payout is in units of the amount at target. It never falls as the score rises and is never below zero: managers are taken to gain by a
 * higher score (docs/method/12-how-managers-react.md), and the laws of curves hold every curve to it.
 */
export interface CurveForm {
  readonly base: number;
  readonly rate: number;
  readonly jumpAt: readonly number[];
  readonly jump: readonly number[];
  readonly kinkAt: readonly number[];
  readonly kink: readonly number[];
  /** Which side of a jump a score pays that lies exactly on it; the higher unless given. */
  readonly tie?: Tie | undefined;
  /** count. Winners in a team when the award goes by rank; 0 when it goes by score. */
  readonly winners: number;
  /** Score from which anything is paid. */
  readonly threshold: number;
  /** Score from which no more is paid. */
  readonly cap: number;
  /** share of the amount. The most it pays, where the plan says that and not a place; the last kink then makes it level at `cap`. */
  readonly most?: number | undefined;
}

export const emptyForm: CurveForm = {
  base: 0,
  rate: 0,
  jumpAt: [],
  jump: [],
  kinkAt: [],
  kink: [],
  winners: 0,
  threshold: Number.NEGATIVE_INFINITY,
  cap: Number.POSITIVE_INFINITY,
};

/** The rule that turns a score into a payout. */
export interface Curve<Settings = unknown> extends About {
  readonly kind: string;
  readonly title: string;
  readonly settings: z.ZodType<Settings>;
  readonly form: (settings: Settings) => CurveForm;
  /** Payout at a score, read straight off the settings; the oracle of the form. */
  readonly formula: (settings: Settings, score: number) => number;
  /** What is wrong with these settings taken together, if anything: fault and remedy. */
  readonly check?: (settings: Settings) => { readonly fault: string; readonly remedy: string } | undefined;
  readonly examples: readonly {
    readonly why: string;
    readonly settings: unknown;
    readonly score: number;
    readonly pays: number;
  }[];
}

export const defineCurve = <Settings>(curve: Curve<Settings>): Curve<Settings> => curve;

/** Payout at a score. */
export function payoutAt(form: CurveForm, score: number): number {
  let pay = form.base + form.rate * score;
  for (let j = 0; j < form.jump.length; j++) if (score >= form.jumpAt[j]) pay += form.jump[j];
  for (let k = 0; k < form.kink.length; k++) if (score > form.kinkAt[k]) pay += form.kink[k] * (score - form.kinkAt[k]);
  return pay;
}

/** Expected payout when the score is normal with this mean and SD. */
export function expectedPayout(form: CurveForm, mean: number, sd: number): number {
  let pay = form.base + form.rate * mean;
  for (let j = 0; j < form.jump.length; j++) pay += form.jump[j] * fastCdf((mean - form.jumpAt[j]) / sd);
  for (let k = 0; k < form.kink.length; k++) {
    const z = (mean - form.kinkAt[k]) / sd;
    pay += form.kink[k] * sd * (z * fastCdf(z) + fastDensity(z));
  }
  return pay;
}

/** Change of the expected payout per unit of the mean. */
export function expectedSlope(form: CurveForm, mean: number, sd: number): number {
  let slope = form.rate;
  for (let j = 0; j < form.jump.length; j++) slope += (form.jump[j] / sd) * fastDensity((mean - form.jumpAt[j]) / sd);
  for (let k = 0; k < form.kink.length; k++) slope += form.kink[k] * fastCdf((mean - form.kinkAt[k]) / sd);
  return slope;
}

/** Change of the expected slope per unit of the mean. */
export function expectedBend(form: CurveForm, mean: number, sd: number): number {
  let bend = 0;
  for (let j = 0; j < form.jump.length; j++) {
    const z = (mean - form.jumpAt[j]) / sd;
    bend -= ((form.jump[j] / sd) * z * fastDensity(z)) / sd;
  }
  for (let k = 0; k < form.kink.length; k++) bend += (form.kink[k] / sd) * fastDensity((mean - form.kinkAt[k]) / sd);
  return bend;
}

/**
 * The curve as triples (where, jump, kink) in one array, places merged and empty ones dropped: what the hot loop reads.
 */
export function knotsOf(form: CurveForm): Float64Array {
  const places = [...new Set([...form.jumpAt, ...form.kinkAt])].sort((a, b) => a - b);
  const total = (at: readonly number[], by: readonly number[], place: number) =>
    at.reduce((sum, one, k) => sum + (one === place ? by[k] : 0), 0);
  const triples = places.map((place) => [
    place,
    total(form.jumpAt, form.jump, place),
    total(form.kinkAt, form.kink, place),
  ]);
  // A kink far below the size of any real slope is what rounding left of two slopes that are equal.
  return Float64Array.from(triples.filter(([, jump, kink]) => jump !== 0 || Math.abs(kink) > 1e-12).flat());
}

/** A curve as columns of numbers: what hot loops read. */
export interface CurveColumns {
  /** Base, rate, winners, and how many of `climbs` are jumps. */
  readonly curve: Float64Array;
  /** What rises in it: jumps upwards, then kinks upwards. */
  readonly climbs: Float64Array;
  /** Triples (where, jump, kink). */
  readonly knots: Float64Array;
}

/** The columns of a curve; those of one that pays nothing where there is none. */
export function curveColumns(form: CurveForm = emptyForm): CurveColumns {
  const up = (changes: readonly number[]) => changes.filter((by) => by > 0);
  const jumps = up(form.jump);
  return {
    curve: Float64Array.of(form.base, form.rate, form.winners, jumps.length),
    climbs: Float64Array.of(...jumps, ...up(form.kink)),
    knots: knotsOf(form),
  };
}

/** Largest slope any mean can have at this SD: the bracket of the manager's forecast. */
export function steepest({ curve, climbs }: Pick<CurveColumns, "curve" | "climbs">, sd: number): number {
  let slope = Math.max(0, curve[1]);
  const jumps = curve[3];
  for (let k = 0; k < jumps; k++) slope += (climbs[k] / sd) * 0.3989422804014327;
  for (let k = jumps; k < climbs.length; k++) slope += climbs[k];
  return slope;
}

/** The same expectation with the exact normal distribution: the oracle of the fast form. */
export function exactExpectation(
  form: CurveForm,
  mean: number,
  sd: number,
): { readonly pay: number; readonly slope: number } {
  const z = (at: number) => (mean - at) / sd;
  const pay =
    form.base +
    form.rate * mean +
    form.jump.reduce((sum, jump, j) => sum + jump * normalCdf(z(form.jumpAt[j])), 0) +
    form.kink.reduce((sum, kink, k) => {
      const at = z(form.kinkAt[k]);
      return sum + kink * sd * (at * normalCdf(at) + normalDensity(at));
    }, 0);
  const slope =
    form.rate +
    form.jump.reduce((sum, jump, j) => sum + (jump / sd) * normalDensity(z(form.jumpAt[j])), 0) +
    form.kink.reduce((sum, kink, k) => sum + kink * normalCdf(z(form.kinkAt[k])), 0);
  return { pay, slope };
}
