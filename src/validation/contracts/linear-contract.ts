import type { Scenario } from "../../scenario/scenario.js";
import { assuming, laboratory, of, type Played, play } from "../laboratory.js";
import type { ValidationInputs } from "../row.js";

/** The design of the laboratory that pays a salary beside a piece rate. */
export const withSalary = "with-salary";

/** Linear pay α + βx of a noisy result x = e + ε, a month: cost of effort ½ce², variance σ², absolute risk aversion r. */
export interface LinearContract {
  readonly cost: number;
  readonly risk: number;
  readonly variance: number;
  readonly fixed: number;
  readonly rate: number;
}

/** EUR/month. Certainty equivalent of a contract: α + β·e − ½ce² − ½rβ²σ² with e = β/c. */
export const certain = ({ cost, risk, variance, fixed, rate }: LinearContract): number =>
  fixed + 0.5 * rate * rate * (1 / cost - risk * variance);

/** EUR/month. What a contract pays: α + βe. */
export const cost = ({ cost: c, fixed, rate }: LinearContract): number => fixed + (rate * rate) / c;

/** EUR/month. What the firm keeps: e − α − βe, a unit of effort being worth 1. */
export const gain = ({ cost, fixed, rate }: LinearContract): number => rate / cost - fixed - (rate * rate) / cost;

/** The laboratory with a contract in it. */
export const contractScenario = (
  inputs: ValidationInputs,
  { cost, risk, variance, fixed, rate }: LinearContract,
): Scenario =>
  laboratory(inputs, "linear-contract", (file) => {
    assuming({ "effort cost": cost, "risk aversion": 12 * risk, "reading noise": Math.sqrt(variance) })(file);
    const [bonus, salary] = file.designs?.["with-salary"]?.rewards ?? [];
    if (bonus !== undefined) Object.assign(bonus, { "at target": `${12 * rate} EUR/year` });
    if (salary !== undefined) Object.assign(salary, { amount: `${12 * fixed} EUR/year` });
  });

/** What the general engine makes of a contract. */
export const playedContract = (inputs: ValidationInputs, contract: LinearContract): Played =>
  of(play(contractScenario(inputs, contract)), withSalary);

/** The contract with all amounts times a factor. */
export const scaledBy = (contract: LinearContract, factor: number): LinearContract => ({
  ...contract,
  fixed: factor * contract.fixed,
  rate: factor * contract.rate,
});

/** The factor on all amounts at which a contract's cost or certainty equivalent comes to so much: either is a parabola in the factor. */
export function factorFor(contract: LinearContract, amount: (one: LinearContract) => number, wanted: number): number {
  const bend = amount({ ...contract, fixed: 0 });
  const { fixed } = contract;
  return (2 * wanted) / (fixed + Math.sqrt(fixed * fixed + 4 * bend * wanted));
}
