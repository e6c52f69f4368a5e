import { sum } from "../../foundation/maths/summary.js";
import { didYouMean, refuse } from "../../foundation/text/problem.js";
import type { ResponseName } from "../../scenario/schema/file-types.js";
import type { Run, RunDesign, RunOutcome } from "../../simulation/data.js";
import { column } from "../../simulation/run.js";
import { meanOfWorlds, perValue } from "./between-worlds.js";
import { controlVariate, missIn } from "./control-variate.js";

/** What every comparison is about unless told otherwise. */
export const headlineOutcome = "net value";

const returnOnSpend: RunOutcome = {
  name: "return on reward spend",
  summary:
    "Account value less hiring and monitoring, beyond that of no reward, per unit of reward spend: ratio of means over worlds.",
  unit: { dimension: "number" },
  per: "of value per 1 of reward spend",
  direction: "higher",
};

const agencyLoss: RunOutcome = {
  name: "agency loss",
  summary: "Surplus of the first best less surplus of the design, in the same worlds: what the design leaves undone.",
  unit: { dimension: "money" },
  per: "per KAM over the horizon",
  direction: "lower",
};

/** Outcomes worked out from others, each with the outcomes and the yardstick it needs. */
const derived = [
  { outcome: returnOnSpend, needs: ["account value", "hiring and monitoring", "reward spend"], role: "no reward" },
  { outcome: agencyLoss, needs: ["surplus"], role: "first best" },
] as const;

/** Names of the outcomes that can be worked out from others. */
export const derivedOutcomes: readonly string[] = derived.map(({ outcome }) => outcome.name);

/** Outcomes of a run by world, and those that can be derived from them. */
export function outcomesOfRun(run: Run): readonly RunOutcome[] {
  const has = (name: string): boolean => run.outcomes.some((one) => one.name === name);
  const possible = derived.filter(({ needs, role }) => needs.every(has) && withRole(run, role) !== undefined);
  return [...run.outcomes, ...possible.map(({ outcome }) => outcome)];
}

/** The description of an outcome of the run, derived ones included. Refuses unknown names with the nearest known one. */
export function describedOutcome(run: Run, name: string): RunOutcome {
  const known = outcomesOfRun(run);
  const found = known.find((one) => one.name === name);
  const names = known.map((one) => one.name);
  return found ?? refuse("outcome", `"${name}" is not in this run`, didYouMean(name, names));
}

/** The design of that name. Refuses unknown names with the nearest known one. */
export function knownDesign(run: Run, name: string, place = "design"): RunDesign {
  const found = run.designs.find((one) => one.name === name);
  const names = run.designs.map((one) => one.name);
  return found ?? refuse(place, `"${name}" is not in this run`, didYouMean(name, names));
}

/** The response, the run's own unless given. Refuses unknown names with the nearest known one. */
export function knownResponse(run: Run, name: string = run.response): ResponseName {
  const found = run.responses.find((one) => one === name);
  if (found !== undefined) return found;
  return refuse("response", `"${name}" is not in this run`, didYouMean(name, run.responses));
}

/** The first design of a role: yardsticks stand alone in theirs. */
export const withRole = (run: Run, role: RunDesign["role"]): RunDesign | undefined =>
  run.designs.find((one) => one.role === role);

/** The designs of the scenario itself, yardsticks left out. */
export const ownDesigns = (run: Run): readonly RunDesign[] => run.designs.filter((one) => one.role === "design");

export interface OutcomeColumn {
  /**
   * One number per world, in the outcome's unit, as it happened: for quantiles, and for what luck does. Where designs are held equal, all of
   * them moved by what the plan's miss adds on average.
   */
  readonly values: Float64Array;
  /** The same with bad luck added back: the same expectation given the assumptions, with less noise. */
  readonly calm: Float64Array;
  /** What means and differences are taken of: the same expectation over all worlds, and in its spread the error of the plan as well. */
  readonly steady: Float64Array;
  /** Standard error that the plan's error adds to whatever is read off `values`; 0 where nothing is held. */
  readonly planError: number;
  /**
   * False for a ratio of means: its numbers average to the ratio and spread so that the standard error of their mean is that of the
   * ratio (delta method: r + (x − r·y)/ȳ; Cochran 1977, §6.4), but one of them alone says nothing about one world.
   */
  readonly isByWorld: boolean;
}

/** An outcome of a design by world, derived ones included; undefined where a ratio has nothing to divide by. */
export function outcomeColumn(run: Run, design: string, outcome: string, response: string): OutcomeColumn | undefined {
  if (outcome === returnOnSpend.name) return returnColumn(run, design, response);
  if (outcome !== agencyLoss.name) {
    return placed(run, design, outcome, response);
  }
  const best = withRole(run, "first best");
  if (best === undefined) return undefined;
  return less(placed(run, best.name, "surplus", response), placed(run, design, "surplus", response));
}

/** A column of a run as distributions and as means see it. */
function placed(run: Run, design: string, outcome: string, response: string): OutcomeColumn {
  const found = column(run, design, outcome, response);
  const { control } = describedOutcome(run, outcome);
  const luck = control === undefined ? undefined : column(run, design, control, response);
  const miss = missIn(run, design, outcome, response);
  const steady = controlVariate(run, design, outcome, response);
  if (miss === undefined) {
    const calm = luck === undefined ? found : found.map((value, w) => value + luck[w]);
    return { values: found, calm, steady, planError: 0, isByWorld: true };
  }
  const { mean, standardError } = meanOfWorlds(miss, perValue(run));
  const values = found.map((value) => value - mean);
  const calm = luck === undefined ? values : values.map((value, w) => value + luck[w]);
  return { values, calm, steady, planError: Number.isFinite(standardError) ? standardError : 0, isByWorld: true };
}

/** One column less another, world by world. */
export function less(a: OutcomeColumn, b: OutcomeColumn): OutcomeColumn {
  const of = (key: "values" | "calm" | "steady"): Float64Array => a[key].map((value, w) => value - b[key][w]);
  return {
    values: of("values"),
    calm: of("calm"),
    steady: of("steady"),
    planError: Math.hypot(a.planError, b.planError),
    isByWorld: a.isByWorld && b.isByWorld,
  };
}

function returnColumn(run: Run, design: string, response: string): OutcomeColumn | undefined {
  const unpaid = withRole(run, "no reward");
  const spend = controlVariate(run, design, "reward spend", response);
  const total = sum(spend);
  if (unpaid === undefined || !(total > 0)) return undefined;
  const created = (name: string): Float64Array => {
    const other = controlVariate(run, name, "hiring and monitoring", response);
    return controlVariate(run, name, "account value", response).map((value, w) => value - other[w]);
  };
  const without = created(unpaid.name);
  const gain = created(design).map((value, w) => value - without[w]);
  const ratio = sum(gain) / total;
  const meanSpend = total / spend.length;
  const values = gain.map((value, w) => ratio + (value - ratio * spend[w]) / meanSpend);
  return { values, calm: values, steady: values, planError: 0, isByWorld: false };
}

/** 1 where higher is better, −1 where lower is, 0 where neither is. */
export const signOf = ({ direction }: RunOutcome): 1 | -1 | 0 =>
  direction === "higher" ? 1 : direction === "lower" ? -1 : 0;
