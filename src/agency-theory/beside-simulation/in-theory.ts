import type { Checked } from "../../scenario/schema/schema.js";
import { type BatchInputs, drawBatch } from "../../simulation/world/batch-inputs.js";
import type { Program } from "../../simulation/world/program.js";
import { agencyWorlds } from "../ideal/agency-world.js";
import { designMeasures, measureOf } from "../ideal/asked.js";
import { type Cases, casesOf, effortBy, surplusBy } from "../ideal/cases.js";
import { contractWeights } from "../ideal/contract.js";
import { type OwnRates, ownRates, ratesOver } from "../ideal/own-strength.js";
import { dot, timesMatrix } from "../ideal/quadratic.js";

/** A design at its own period and strength in theory, one number per world: EUR per KAM-year. */
export interface InTheory {
  /** Value of work less cost of effort; and the cost of risk, which theory charges and a simulation does not. */
  readonly created: readonly number[];
  readonly risk: readonly number[];
  /** FTE beyond natural, [world][activity]. */
  readonly effort: readonly (readonly number[])[];
  readonly inputShare: number;
  /** EUR/year. What a point of its score is worth on target. */
  readonly point: number;
  readonly own: OwnRates;
  /** The same worlds as agency cases. */
  readonly cases: Cases;
}

/** A scenario ready to be judged by theory in its first worlds. */
export interface Theory {
  readonly program: Program;
  readonly worlds: number;
  readonly judge: (design: number, scale?: number, shift?: number) => InTheory;
}

/** Worlds in which the slopes of plans at target are looked at. */
const lookedAt = 48;

/** Theory over the first worlds of a program; cases are made once for each period met. */
export function theoryOf(program: Program, checked: Checked, worlds: number): Theory {
  const names = designMeasures(program);
  const inputs = names.map((name) => (measureOf(name).nature === "input" ? 1 : 0));
  const known = new Map<number, Cases>();
  const casesAt = (period: number): Cases => {
    const found = known.get(period) ?? casesOf(agencyWorlds(program, checked, names, period, worlds).worlds);
    known.set(period, found);
    return found;
  };
  const batchInputs: BatchInputs = drawBatch(program, 0, Math.min(worlds, lookedAt));
  return {
    program,
    worlds,
    judge(design, scale = 1, shift = 0) {
      const own = ownRates(batchInputs, design, scale, shift);
      const cases = casesAt(own.periods.length === 0 ? 12 : Math.max(...own.periods));
      const rates = ratesOver(own, names, cases.worlds[0].months);
      const yearly = ratesOver(own, names, 12);
      return {
        ...atRates(cases, rates),
        inputShare: dot(contractWeights(yearly), inputs),
        point: yearly.reduce((sum, one) => sum + one, 0),
        own,
        cases,
      };
    },
  };
}

/** What rates create in theory, by world. */
export function atRates(cases: Cases, rates: readonly number[]): Pick<InTheory, "created" | "risk" | "effort"> {
  const risk = cases.worlds.map(
    ({ riskAversion, noise, months }) => ((riskAversion * dot(rates, timesMatrix(noise, rates))) / 2) * (12 / months),
  );
  return {
    created: surplusBy(cases, rates).map((one, w) => one + risk[w]),
    risk,
    effort: effortBy(cases, rates),
  };
}

/** EUR per KAM-year by world. What some work creates by theory's value and cost: real work and effort beyond natural, [world][activity]. */
export const createdBy = (
  { worlds }: Cases,
  effort: readonly (readonly number[])[],
  real: readonly (readonly number[])[],
): number[] =>
  effort.map((spent, w) => {
    const { value, bend, cost, months } = worlds[w];
    const fading = real[w].reduce((sum, one, j) => sum + bend[j] * one * one, 0);
    return (12 / months) * (dot(value, real[w]) - fading / 2 - dot(spent, timesMatrix(cost, spent)) / 2);
  });
