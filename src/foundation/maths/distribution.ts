import { didYouMean, refuse } from "../text/problem.js";
import { formatNumber, significant } from "../text/text.js";
import { exp, ln } from "./exponential.js";
import { normalCdf, normalDensity, normalQuantile } from "./special.js";

/**
 * An uncertain number as plain data, drawn by its quantile. `min` and `max` hold the number at a limit it cannot pass: what
 * would fall beyond lands on the limit, so that the quantiles inside stay where the interval put them.
 */
export type Distribution =
  | { readonly kind: "fixed"; readonly value: number }
  | { readonly kind: "triangular"; readonly low: number; readonly mode: number; readonly high: number }
  | { readonly kind: "uniform"; readonly low: number; readonly high: number }
  | ({ readonly kind: "normal"; readonly mean: number; readonly sd: number } & Limits)
  | ({
      readonly kind: "lognormal";
      readonly mu: number;
      readonly sigma: number;
      /** What the number is measured in, 1 unless given: a power of two, so that twice the money is twice to the bit. */
      readonly factor?: number | undefined;
    } & Limits);

export interface Limits {
  readonly min?: number | undefined;
  readonly max?: number | undefined;
}

export const fixed = (value: number): Distribution => checkDistribution({ kind: "fixed", value });

/** Hard ends: nothing falls below `low` or above `high`. */
export const triangular = (low: number, mode: number, high: number): Distribution =>
  checkDistribution({ kind: "triangular", low, mode, high });

export const uniform = (low: number, high: number): Distribution => checkDistribution({ kind: "uniform", low, high });

export const normal = (mean: number, sd: number, limits: Limits = {}): Distribution =>
  checkDistribution({ kind: "normal", mean, sd, ...limits });

/** `mu` and `sigma` are the mean and standard deviation of the logarithm, of the number in units of `factor`. */
export const lognormal = (mu: number, sigma: number, limits: Limits & { factor?: number } = {}): Distribution =>
  checkDistribution({ kind: "lognormal", mu, sigma, ...limits });

/**
 * 90 % range, 5th to 95th percentile: lognormal when both ends are above zero, normal otherwise. Refuses low ≥ high. Of money the logarithm
 * is taken of the amount in a unit as large as the lower end, so that the same range in another currency is the same distribution.
 */
export function fromInterval90(low: number, high: number, limits: Limits = {}, isMoney = false): Distribution {
  requireFinite({ low, high });
  if (low >= high) refuse("", `a range from ${low} to ${high} is reversed or empty`, "put the lower end first");
  const z = normalQuantile(0.95);
  if (low <= 0) return normal(low / 2 + high / 2, (high / 2 - low / 2) / z, limits);
  const factor = isMoney ? powerOfTwoBelow(low) : 1;
  const below = ln(low / factor);
  const above = ln(high / factor);
  return lognormal((below + above) / 2, (above - below) / (2 * z), { ...limits, ...(isMoney && { factor }) });
}

/** The largest power of two that is not above a number > 0. */
function powerOfTwoBelow(value: number): number {
  let power = 1;
  while (power > value) power /= 2;
  while (2 * power <= value) power *= 2;
  return power;
}

/** The numbers each kind must have. */
const NUMBERS: { readonly [K in Distribution["kind"]]: readonly string[] } = {
  fixed: ["value"],
  triangular: ["low", "mode", "high"],
  uniform: ["low", "high"],
  normal: ["mean", "sd"],
  lognormal: ["mu", "sigma"],
};

/** Returns the distribution, or throws a Problem when a number is missing or not finite, ends are out of order or a spread is not above zero. */
export function checkDistribution(d: Distribution): Distribution {
  const { kind, ...numbers } = d;
  if (!Object.hasOwn(NUMBERS, kind)) {
    refuse("", `unknown distribution ${String(kind)}`, didYouMean(String(kind), Object.keys(NUMBERS)));
  }
  requireFinite({ ...Object.fromEntries(NUMBERS[kind].map((name) => [name, undefined])), ...numbers });
  switch (d.kind) {
    case "fixed":
      return d;
    case "triangular":
      if (d.low < d.high && d.low <= d.mode && d.mode <= d.high) return d;
      return refuse("", `low ${d.low}, mode ${d.mode}, high ${d.high} are out of order`, "write them rising");
    case "uniform":
      if (d.low < d.high) return d;
      return refuse("", `low ${d.low} is not below high ${d.high}`, "put the lower end first");
    case "normal":
      return checkSpread(d, "sd", d.sd);
    case "lognormal":
      return checkSpread(d, "sigma", d.sigma);
  }
}

function checkSpread(d: Distribution & Limits, name: string, spread: number): Distribution {
  if (!(spread > 0)) refuse("", `${name} is ${spread}`, "give one above 0, or a single value");
  if ((d.min ?? -Infinity) < (d.max ?? Infinity)) return d;
  return refuse("", `min ${d.min} is not below max ${d.max}`, "put the lower limit first");
}

function requireFinite(numbers: Readonly<Record<string, unknown>>): void {
  for (const [name, value] of Object.entries(numbers)) {
    const isLeftOut = value === undefined && ["min", "max", "factor"].includes(name);
    if (!isLeftOut && !Number.isFinite(value)) refuse("", `${name} is ${String(value)}`, "give a finite number");
  }
}

/** The value with probability `u` below it, 0 < u < 1; rises with u. */
export function quantile(d: Distribution, u: number): number {
  switch (d.kind) {
    case "fixed":
      return d.value;
    case "uniform":
      return d.low + u * (d.high - d.low);
    case "triangular": {
      const span = d.high - d.low;
      const rising = d.mode - d.low;
      if (u * span < rising) return d.low + Math.sqrt(u * span * rising);
      return d.high - Math.sqrt((1 - u) * span * (d.high - d.mode));
    }
    case "normal":
      return hold(d.mean + d.sd * normalQuantile(u), d);
    case "lognormal":
      return hold((d.factor ?? 1) * exp(d.mu + d.sigma * normalQuantile(u)), d);
  }
}

const hold = (value: number, limits: Limits): number =>
  Math.min(Math.max(value, limits.min ?? -Infinity), limits.max ?? Infinity);

/** The expected value, limits included. */
export function mean(d: Distribution): number {
  switch (d.kind) {
    case "fixed":
      return d.value;
    case "uniform":
      return (d.low + d.high) / 2;
    case "triangular":
      return (d.low + d.mode + d.high) / 3;
    case "normal":
      return meanOfNormal(d.mean, d.sd, d);
    case "lognormal":
      return meanOfLognormal(d.mu, d.sigma, d, d.factor);
  }
}

/** a·Φ(α) + b·(1 − Φ(β)) + the part between the limits, ∫ x dF; a limit left out adds nothing. */
function meanOfNormal(middle: number, sd: number, { min, max }: Limits): number {
  const alpha = min === undefined ? -Infinity : (min - middle) / sd;
  const beta = max === undefined ? Infinity : (max - middle) / sd;
  const between = middle * (share(beta) - share(alpha)) + sd * (normalDensity(alpha) - normalDensity(beta));
  return between + onLimits(alpha, beta, { min, max });
}

function meanOfLognormal(mu: number, sigma: number, { min, max }: Limits, factor = 1): number {
  const alpha = min === undefined || min <= 0 ? -Infinity : (ln(min / factor) - mu) / sigma;
  const beta = max === undefined ? Infinity : max <= 0 ? -Infinity : (ln(max / factor) - mu) / sigma;
  const between = factor * exp(mu + (sigma * sigma) / 2) * (share(beta - sigma) - share(alpha - sigma));
  return between + onLimits(alpha, beta, { min, max });
}

const onLimits = (alpha: number, beta: number, { min, max }: Limits): number =>
  (min === undefined ? 0 : min * share(alpha)) + (max === undefined ? 0 : max * share(-beta));

const share = (z: number): number => (z === Infinity ? 1 : z === -Infinity ? 0 : normalCdf(z));

/** The value to hold an assumption at while another varies: the mode when one is stated (triangular), the median otherwise. */
export const central = (d: Distribution): number => (d.kind === "triangular" ? d.mode : quantile(d, 0.5));

/** The 5th and 95th percentiles. */
export const lowHigh = (d: Distribution): { readonly low: number; readonly high: number } => ({
  low: quantile(d, 0.05),
  high: quantile(d, 0.95),
});

/** False when the number is known, that is fixed. */
export const isRange = (d: Distribution): boolean => d.kind !== "fixed";

/** The distribution as a scenario file writes it: `5 % to 18 %, most likely 10 %`. A 90 % range is given to 12 digits. */
export function describeDistribution(d: Distribution, format: (value: number) => string = formatNumber): string {
  switch (d.kind) {
    case "fixed":
      return format(d.value);
    case "uniform":
      return `${format(d.low)} to ${format(d.high)}, evenly`;
    case "triangular":
      return `${format(d.low)} to ${format(d.high)}, most likely ${format(d.mode)}`;
    default: {
      // the ends come back through exp and log, so their last digits are noise
      const { low, high } = lowHigh(d);
      return `${format(significant(low, 12))} to ${format(significant(high, 12))}`;
    }
  }
}
