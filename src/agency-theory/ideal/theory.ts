import { refuse } from "../../foundation/text/problem.js";

/**
 * Closed forms of agency theory: what the general model is held against, and yardsticks for readers. Effort a costs a·C·a/2, the firm
 * earns f·a, measure k reads (row k of M)·a plus noise, pay is b·measures, risk costs r/2 of the variance of pay (Holmström & Milgrom
 * 1991; Feltham & Xie 1994; Baker 2002). Plain lists of numbers, in whatever unit of money the inputs are in.
 */
export interface AgencyCase {
  /** money per unit of effort, by activity. */
  readonly value: readonly number[];
  /** money per squared unit of effort, activity by activity; symmetric and positive definite. */
  readonly cost: readonly (readonly number[])[];
  /** reading per unit of effort, measure by activity. */
  readonly loads: readonly (readonly number[])[];
  /** squared reading, measure by measure: covariance of noise. */
  readonly noise: readonly (readonly number[])[];
  /** per money. Absolute risk aversion. */
  readonly riskAversion: number;
}

/** What the best linear contract is and does. */
export interface BestLinearContract {
  /** money per unit of each measure: (M C⁻¹ Mᵀ + r Σ)⁻¹ M C⁻¹ f. */
  readonly rates: readonly number[];
  readonly effort: readonly number[];
  /** money. Value less cost of effort less cost of risk. */
  readonly surplus: number;
}

/** Effort that maximises value less its cost, C⁻¹f, and that surplus: what could be had if effort could be seen. */
export function firstBest({ value, cost }: Pick<AgencyCase, "value" | "cost">): Omit<BestLinearContract, "rates"> {
  const effort = solve(cost, value);
  return { effort, surplus: dot(value, effort) / 2 };
}

/** Effort that these rates call for: C⁻¹Mᵀb. */
export const effortUnder = ({ cost, loads }: AgencyCase, rates: readonly number[]): number[] =>
  solve(
    cost,
    cost.map((_, j) => loads.reduce((sum, row, k) => sum + rates[k] * row[j], 0)),
  );

/** Surplus under any rates: value of the effort they call for, less its cost, less the cost of the risk they bring. */
export function surplusUnder(agency: AgencyCase, rates: readonly number[]): number {
  const effort = effortUnder(agency, rates);
  const spent = dot(effort, times(agency.cost, effort)) / 2;
  return dot(agency.value, effort) - spent - (agency.riskAversion / 2) * dot(rates, times(agency.noise, rates));
}

/** The best linear contract. Throws a Problem when the case has no single best one (a measure that is free of noise and repeats another). */
export function bestLinearContract(agency: AgencyCase): BestLinearContract {
  const { value, cost, loads, noise, riskAversion } = agency;
  const perMeasure = loads.map((row) => solve(cost, row));
  const system = loads.map((row, k) => perMeasure.map((one, l) => dot(row, one) + riskAversion * noise[k][l]));
  const rates = solve(
    system,
    perMeasure.map((one) => dot(one, value)),
  );
  return { rates, effort: effortUnder(agency, rates), surplus: surplusUnder(agency, rates) };
}

/** Surplus of the best contract that uses only one of the measures, by its number. */
export const bestWithOnly = (agency: AgencyCase, measure: number): BestLinearContract =>
  bestLinearContract({ ...agency, loads: [agency.loads[measure]], noise: [[agency.noise[measure][measure]]] });

/**
 * factor. What a permanent yearly amount is worth per unit when each year keeps `keeps` of the value of the one before, over so many
 * whole years, for good unless given. Infinite for good when nothing is lost.
 */
export function permanentWorth(keeps: number, years = Number.POSITIVE_INFINITY): number {
  if (years === Number.POSITIVE_INFINITY) return keeps < 1 ? 1 / (1 - keeps) : years;
  let worth = 0;
  for (let k = 0; k < years; k++) worth += keeps ** k;
  return worth;
}

/** A stream of equal amounts that ends by chance. */
export interface EndingStream {
  /** money. What a period brings while the stream lasts. */
  readonly amount: number;
  /** share. Chance that it lasts from one period to the next. */
  readonly keeps: number;
  /** share per period. Discount rate. */
  readonly discount: number;
  /** share. Size of the stream that follows when it ends, relative to it; it ends in the same way. 0 unless given. */
  readonly successor?: number;
  /** How many periods there are; for good unless given. */
  readonly periods?: number;
  /** Whether the first amount comes at once and for certain, rather than after a period if the stream has lasted. */
  readonly isPaidFirst?: boolean;
}

/**
 * Mean and SD of what such a stream turns out to be worth: amounts paid after each period it has lasted make m·r/(1 + i − r) on average
 * (Gupta & Lehmann 2003). First and second moment by recursion over the periods left, V = m + A·V′/(1 + i) with A 1 or the successor's size.
 */
export function endingStream(stream: EndingStream): { readonly mean: number; readonly sd: number } {
  const { amount, keeps, discount, successor = 0, periods = Number.POSITIVE_INFINITY, isPaidFirst = false } = stream;
  const v = 1 / (1 + discount);
  const size = keeps + (1 - keeps) * successor;
  const square = keeps + (1 - keeps) * successor * successor;
  if (periods === Number.POSITIVE_INFINITY && !(v * size < 1))
    refuse("theory", "the stream never ends and nothing is discounted", "give periods, or a discount above 0");
  let mean = amount / (1 - v * size);
  let second = (amount * amount + 2 * amount * v * size * mean) / (1 - v * v * square);
  if (periods !== Number.POSITIVE_INFINITY) {
    [mean, second] = [0, 0];
    // Amounts paid after their periods are those paid before one period more, less the first, which is certain.
    for (let left = 0; left < periods + (isPaidFirst ? 0 : 1); left++) {
      second = amount * amount + 2 * amount * v * size * mean + v * v * square * second;
      mean = amount + v * size * mean;
    }
  }
  return { mean: isPaidFirst ? mean : mean - amount, sd: Math.sqrt(Math.max(0, second - mean * mean)) };
}

const dot = (a: readonly number[], b: readonly number[]): number => a.reduce((sum, one, k) => sum + one * b[k], 0);

const times = (matrix: readonly (readonly number[])[], vector: readonly number[]): number[] =>
  matrix.map((row) => dot(row, vector));

/** x of A·x = y by Gaussian elimination with pivots. Throws a Problem when A is singular to rounding. */
export function solve(matrix: readonly (readonly number[])[], right: readonly number[]): number[] {
  const count = right.length;
  const rows = matrix.map((row, k) => [...row, right[k]]);
  for (let k = 0; k < count; k++) {
    let pivot = k;
    for (let r = k + 1; r < count; r++) if (Math.abs(rows[r][k]) > Math.abs(rows[pivot][k])) pivot = r;
    if (!(Math.abs(rows[pivot][k]) > 1e-13))
      refuse("theory", "the equations have no single solution", "give every measure noise or loads of its own");
    [rows[k], rows[pivot]] = [rows[pivot], rows[k]];
    for (let r = k + 1; r < count; r++) {
      const factor = rows[r][k] / rows[k][k];
      for (let c = k; c <= count; c++) rows[r][c] -= factor * rows[k][c];
    }
  }
  const x = new Array<number>(count).fill(0);
  for (let k = count - 1; k >= 0; k--) {
    let rest = rows[k][count];
    for (let c = k + 1; c < count; c++) rest -= rows[k][c] * x[c];
    x[k] = rest / rows[k][k];
  }
  return x;
}
