import { blockMeans } from "../../foundation/maths/blocks.js";
import { normalQuantile } from "../../foundation/maths/special.js";
import {
  type Estimate,
  estimate,
  quantileInterval95,
  quantileSorted,
  quantiles,
  type Share,
  shareWhere,
} from "../../foundation/maths/summary.js";
import type { Run, RunHeader } from "../../simulation/data.js";
import type { Observations } from "../../simulation/observation/data.js";

import { worldsPerValue } from "../../simulation/world/sampling.js";
import { type Quantile, shareOfWorlds, worldNumbers } from "./clustered.js";

/** Worlds that share a draw of the assumptions, each with its own luck. */
export const lucksOf = (run: RunHeader): number => run.lucksPerDraw ?? 1;

/**
 * The one place that knows which worlds are independent. Everything with a Monte Carlo error takes this number of worlds: those that share
 * a draw of the assumptions, or those of a block of a Latin hypercube. Their means are the independent values, so that intervals have
 * as many degrees of freedom as there are draws, or blocks, less one.
 */
export const perValue = (run: Run): number => worldsPerValue(run, run.worlds);

/** The same for observed worlds, which may be fewer. */
export const perValueSeen = ({ run, worlds }: Observations): number => worldsPerValue(run, worlds);

/** Mean over worlds, one number per world, with the error between independent ones. */
export const meanOfWorlds = (values: Float64Array, size: number): Estimate => estimate(blockMeans(values, size));

/** Mean over some of so many worlds, whose numbers are `rows`: how many of them fall in a block is luck as well (ratio of sums). */
export function meanOfSome(values: Float64Array, rows: ArrayLike<number>, worlds: number, size: number): Estimate {
  if (size === 1) return estimate(values);
  return estimate(blockMeans(worldNumbers({ values, world: rows, worlds }), size));
}

/** Share of worlds that pass, with its interval: of Wilson (1927) where worlds are independent, as in `clusteredShare` where blocks are. */
export function shareOf(values: Float64Array, size: number, test: (value: number, w: number) => boolean): Share {
  if (size === 1) return shareWhere(values, test);
  return shareOfWorlds(blockMeans(indicators(values, test), size), size);
}

/** The same among some of so many worlds. */
export function shareOfSome(
  values: Float64Array,
  rows: ArrayLike<number>,
  worlds: number,
  size: number,
  test: (value: number) => boolean,
): Share {
  if (size === 1) return shareWhere(values, test);
  const passed = worldNumbers({ values: indicators(values, test), world: rows, worlds });
  return shareOfWorlds(blockMeans(passed, size), (size * rows.length) / worlds);
}

const indicators = (values: Float64Array, test: (value: number, w: number) => boolean): Float64Array =>
  values.map((value, w) => (test(value, w) ? 1 : 0));

/**
 * Quantile `p` over worlds (type 7) with its interval: between order statistics where worlds are independent, else the quantiles at the
 * ends of the interval of the share of worlds below it (Woodruff 1952). A plan that is known with an error of its own moves all worlds
 * alike: that error is added in quadrature.
 */
export function quantileOf(values: Float64Array, p: number, size: number, planError = 0): Quantile {
  const found = quantileIn(values, p, size);
  if (planError === 0) return found;
  const { value, low, high } = found;
  return {
    value,
    low: value - Math.hypot(value - low, z95 * planError),
    high: value + Math.hypot(high - value, z95 * planError),
  };
}

const z95 = normalQuantile(0.975);

function quantileIn(values: Float64Array, p: number, size: number): Quantile {
  const [value] = quantiles(values, [p]);
  if (size === 1) return { value, ...quantileInterval95(values, p) };
  const { low, high } = shareOf(values, size, (one) => one <= value);
  const sorted = values.slice().sort();
  return {
    value,
    low: Math.min(value, quantileSorted(sorted, low)),
    high: Math.max(value, quantileSorted(sorted, high)),
  };
}
