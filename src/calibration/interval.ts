import { betaQuantile, gammaQuantile } from "../foundation/maths/gamma.js";
import { studentQuantile, sum } from "../foundation/maths/summary.js";
import type { Ranged } from "./data.js";
import { type Panel, without } from "./panel.js";
import type { Statistic } from "./statistics.js";

/** Ends of 90 % intervals, as ranges in scenario files have them. */
const [low90, high90] = [0.05, 0.95];
/** People are left out in at most so many groups: enough for an error, few enough for thousands of people. */
const mostGroups = 40;

/** A share of independent cases: k/n, with the interval of Jeffreys (quantiles of Beta(k + ½, n − k + ½); Brown, Cai & DasGupta 2001). */
export const jeffreysShare = (count: number, of: number): Ranged => ({
  estimate: count / of,
  low: count === 0 ? 0 : betaQuantile(low90, count + 0.5, of - count + 0.5),
  high: count === of ? 1 : betaQuantile(high90, count + 0.5, of - count + 0.5),
});

/** A rate of rare events: k/exposure, with the exact interval of Garwood (1936) for a Poisson count. */
export const rateOf = (count: number, exposure: number): Ranged => ({
  estimate: count / exposure,
  low: count === 0 ? 0 : gammaQuantile(low90, count) / exposure,
  high: gammaQuantile(high90, count + 1) / exposure,
});

/** A variance from `degrees` degrees of freedom as a range: χ² of normal values. */
export const varianceOf = (value: number, degrees: number): Ranged => ({
  estimate: value,
  low: (value * degrees) / (2 * gammaQuantile(high90, degrees / 2)),
  high: (value * degrees) / (2 * gammaQuantile(low90, degrees / 2)),
});

/** What a statistic is taken as for its interval: a spread is never below zero, so that its logarithm is nearer to normal. */
export type Scale = "as it is" | "logarithm";

/**
 * A statistic with its standard error by leaving out groups of people in turn (delete-a-group jackknife; Quenouille 1956, Tukey 1958), on the
 * scale given: √((G − 1)/G·Σ(θ₋g − θ̄)²), and the 90 % interval of Student's t with G − 1 degrees of freedom. Undefined where the
 * statistic is, and where leaving people out leaves too little.
 */
export function leavingOut(
  panel: Panel,
  statistic: Statistic,
  scale: Scale = "as it is",
): (Ranged & { readonly error: number }) | undefined {
  const whole = statistic(panel);
  const people = [...new Set([...panel.scores, ...panel.accounts].map(({ person }) => person))].sort();
  if (whole === undefined || people.length < 3) return undefined;
  if (scale === "logarithm" && whole <= 0) return undefined;
  const into = (value: number): number => (scale === "logarithm" ? Math.log(value) : value);
  const back = (value: number): number => (scale === "logarithm" ? Math.exp(value) : value);
  const groups = Math.min(people.length, mostGroups);
  const parts: number[] = [];
  for (let g = 0; g < groups; g++) {
    const part = statistic(without(panel, new Set(people.filter((_, k) => k % groups === g))));
    if (part === undefined || (scale === "logarithm" && part <= 0)) return undefined;
    parts.push(into(part));
  }
  const middle = sum(parts) / groups;
  const error = Math.sqrt(((groups - 1) / groups) * sum(parts.map((one) => (one - middle) * (one - middle))));
  const reach = studentQuantile(high90, groups - 1) * error;
  return { estimate: whole, low: back(into(whole) - reach), high: back(into(whole) + reach), error };
}
