import { refuse } from "../foundation/problem.js";

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
export interface LinearContract {
  /** money per unit of each measure: (M C⁻¹ Mᵀ + r Σ)⁻¹ M C⁻¹ f. */
  readonly rates: readonly number[];
  readonly effort: readonly number[];
  /** money. Value less cost of effort less cost of risk. */
  readonly surplus: number;
}

/** Effort that maximises value less its cost, C⁻¹f, and that surplus: what could be had if effort could be seen. */
export function firstBest({ value, cost }: Pick<AgencyCase, "value" | "cost">): Omit<LinearContract, "rates"> {
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
export function bestLinearContract(agency: AgencyCase): LinearContract {
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
export const bestWithOnly = (agency: AgencyCase, measure: number): LinearContract =>
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
