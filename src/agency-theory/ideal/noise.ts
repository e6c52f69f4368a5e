import { leftOfShock } from "../../model/accounts/growth.js";
import type { Measure } from "../../model/measures/measure.js";

/** Variance of one measure's score at the close, in parts. */
export interface NoiseParts {
  readonly measure: Measure;
  /** score². Luck of the seat, of the market, of the rater. */
  readonly own: number;
  readonly shared: number;
  readonly rater: number;
}

/**
 * score². Covariance of measures at the close. Results in money rest on the same luck of the accounts, what customers are asked on the
 * same survey, and what is judged on the same rater; all else is independent. (Managers' own forecasts take results as independent.)
 */
export const noiseOf = (parts: readonly NoiseParts[], memory: Memory, managers: number): number[][] =>
  parts.map((one, k) =>
    parts.map((other, l) => (k === l ? one.own + one.shared + one.rater : covariance(one, other, memory, managers))),
  );

/** How long shocks to demand are felt in a period. */
export interface Memory {
  readonly months: number;
  /** share of a shock that is permanent, and what a month leaves of the rest. */
  readonly permanent: number;
  readonly monthly: number;
}

function covariance(one: NoiseParts, other: NoiseParts, memory: Memory, managers: number): number {
  const rater = Math.sqrt(one.rater * other.rater);
  const source = sourceOf(one.measure);
  if (source === undefined || source !== sourceOf(other.measure)) return rater;
  const alike = isStock(one.measure) === isStock(other.measure) ? 1 : flowWithStock(memory);
  // A team's result holds one share in as many parts of the manager's own luck.
  const part = isTeamwide(one.measure) === isTeamwide(other.measure) ? 1 : 1 / Math.sqrt(managers);
  return rater + alike * (part * Math.sqrt(one.own * other.own) + Math.sqrt(one.shared * other.shared));
}

/** Where a measure's luck comes from, when others share it. */
function sourceOf({ luck, isNoisy, sampling }: Measure): "accounts" | "survey" | undefined {
  if (luck === "flow" || luck === "stock") return "accounts";
  return isNoisy && sampling === "survey" ? "survey" : undefined;
}

const isStock = ({ luck }: Measure): boolean => luck === "stock";

const isTeamwide = ({ scale }: Measure): boolean => scale === "teamFlow";

/**
 * Correlation of a period's mean of demand with its end: of a shock seen in q months of the mean, the end holds what is left after q months.
 * Where shocks are permanent Σ q ÷ √(n·Σ q²) with q = 0 … n − 1; 1 for one month.
 */
export function flowWithStock({ months, permanent, monthly }: Memory): number {
  if (months === 1) return 1;
  let [flow, kept, together, flows, stocks] = [0, 1, 0, 0, 0];
  for (let q = 0; q < months; q++) {
    const left = leftOfShock(permanent, kept);
    together += flow * left;
    flows += flow * flow;
    stocks += left * left;
    flow += left;
    kept *= monthly;
  }
  return together / Math.sqrt(flows * stocks);
}
