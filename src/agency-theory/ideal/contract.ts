import { type Cases, effortBy, meanAround, ratesOnMeasures, surplusBy } from "./cases.js";
import { type Plausible, plausible } from "./plausible.js";
import { dot } from "./quadratic.js";

/** A linear contract in theory. */
export interface Contract {
  /** EUR of a period per score point, by measure (or mixture) in the order of the result's. */
  readonly rates: readonly number[];
  /** share, of the sum of sizes of all rates. Below zero: best paid against, which no plan should do; leave it out. */
  readonly weights: readonly number[];
  /** share. Weight on inputs; 0 where nothing is paid. */
  readonly inputShare: number;
  /** EUR of a period. What a point of the whole score is worth: the sum of sizes of all rates. */
  readonly point: number;
  /** EUR per KAM-year, over plausible worlds. Value of work less cost of effort and of risk, beyond no reward. */
  readonly surplus: Plausible;
  /** FTE beyond natural, by activity, mean over plausible worlds. */
  readonly effort: readonly number[];
  /** Whether it calls for all the hours a month has. */
  readonly isFull: boolean;
}

/** Weights from rates: shares of the sum of their sizes; all 0 where nothing is paid. */
export function contractWeights(rates: readonly number[]): number[] {
  const size = rates.reduce((sum, one) => sum + Math.abs(one), 0);
  return rates.map((one) => (size > 0 ? one / size : 0));
}

/** Describes rates on mixtures of measures, [mixture][measure]; `inputs` is the share of each mixture that lies on inputs. */
export function contractOf(
  cases: Cases,
  mixtures: readonly (readonly number[])[],
  inputs: readonly number[],
  rates: readonly number[],
): Contract {
  const plain = ratesOnMeasures(mixtures, rates);
  const weights = contractWeights(rates);
  const mean = meanAround(cases, plain);
  const effort = effortBy(cases, plain);
  return {
    rates,
    weights,
    inputShare: dot(weights.map(Math.abs), inputs),
    point: rates.reduce((sum, one) => sum + Math.abs(one), 0),
    surplus: plausible(surplusBy(cases, plain)),
    effort: effort[0].map((_, j) => effort.reduce((sum, row) => sum + row[j], 0) / effort.length),
    isFull: dot(mean.effort, plain) > mean.room * (1 - 1e-9),
  };
}
