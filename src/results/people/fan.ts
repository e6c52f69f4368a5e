import type { Estimate } from "../../foundation/maths/summary.js";
import { didYouMean, refuse } from "../../foundation/text/problem.js";
import type { Known, YardstickName } from "../../scenario/schema/file-types.js";
import type { Observations, ObservedQuantity } from "../../simulation/observation/data.js";
import { meanOfWorlds, perValueSeen, quantileOf } from "../basis/between-worlds.js";
import { type ObservedAbout, type OfDesign, observedAbout, observedDesign } from "../basis/observed.js";
import type { Quantile } from "../compare.js";

export interface FanOptions<Design extends string = string> extends OfDesign<Design> {
  /** By name, as in `observations.quantities`: "revenue", "relationship", "effort", "value so far". */
  readonly quantity: string;
}

/** One month: how the team's mean spreads over worlds, and how well each number is known. */
export interface FanPoint {
  /** From 1. */
  readonly month: number;
  readonly mean: Estimate;
  readonly p10: Quantile;
  readonly p25: Quantile;
  readonly p50: Quantile;
  readonly p75: Quantile;
  readonly p90: Quantile;
}

export interface Fan extends ObservedAbout {
  /** What it is and in which unit. */
  readonly quantity: ObservedQuantity;
  readonly points: readonly FanPoint[];
}

const probabilities = [0.1, 0.25, 0.5, 0.75, 0.9] as const;

/**
 * A quantity of a design by month: mean and P10, P25, P50, P75, P90 over worlds (type 7), each with its 95 % Monte Carlo interval (between
 * order statistics for quantiles; infinite where there are too few worlds). The spread is what happens to teams: luck and what is not
 * known of the world. Throws a Problem for unknown names, with the nearest known one.
 */
export function fan<Design extends string>(
  observations: Observations<Design>,
  options: FanOptions<Known<Design> | YardstickName>,
): Fan {
  const design = observedDesign(observations, options.design);
  const quantity = observedQuantity(observations, options.quantity);
  const { worlds, months } = observations;
  const values = design.months[quantity.name];
  const points = Array.from({ length: months }, (_, month) =>
    pointOf(
      Float64Array.from({ length: worlds }, (_, w) => values[w * months + month]),
      month + 1,
      perValueSeen(observations),
    ),
  );
  return { ...observedAbout(observations, design), quantity, points };
}

/** What is kept by month under that name. Refuses unknown names with the nearest known one. */
export function observedQuantity({ quantities: known }: Observations, name: string): ObservedQuantity {
  const names = known.map((one) => one.name);
  const found = known.find((one) => one.name === name);
  return found ?? refuse("quantity", `"${name}" is not kept by month`, didYouMean(name, names));
}

function pointOf(values: Float64Array, month: number, size: number): FanPoint {
  const [p10, p25, p50, p75, p90] = probabilities.map((p): Quantile => quantileOf(values, p, size));
  return { month, mean: meanOfWorlds(values, size), p10, p25, p50, p75, p90 };
}
