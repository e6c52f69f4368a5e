import { type Estimate, estimate } from "../foundation/maths/summary.js";
import { refuse } from "../foundation/text/problem.js";
import type { ResponseName } from "../scenario/schema/file-types.js";
import type { Run } from "../simulation/data.js";
import { aboutOf, type RunAbout } from "./basis/about.js";
import { controlVariate } from "./basis/control-variate.js";
import { headlineOutcome, knownDesign, knownResponse, withRole } from "./basis/outcome-columns.js";
import { regressionAdjuster } from "./basis/regression-adjustment.js";

export interface BridgeOptions {
  readonly design?: string | undefined;
  /** The response whose effect is the behaviour step; the run's own unless given. */
  readonly response?: ResponseName | undefined;
}

/** One line of a bridge, money per KAM over the horizon: base + mechanics + behaviour = result. Costs are negative. */
export interface BridgeLine {
  readonly name: string;
  /** Without any reward. */
  readonly base: Estimate;
  /** What the plan adds though nobody reacts to it: its cost, whom it keeps and attracts. Paired by world. */
  readonly mechanics: Estimate;
  /** What managers' reaction adds. Paired by world. */
  readonly behaviour: Estimate;
  readonly result: Estimate;
  /** Result − base: both steps together. Paired by world. */
  readonly gain: Estimate;
}

/** From no reward to a design, in two steps, for net value and for its parts; parts add up to net value. */
export interface Bridge {
  readonly about: RunAbout;
  readonly design: string;
  readonly title: string;
  readonly response: ResponseName;
  readonly netValue: BridgeLine;
  readonly parts: readonly BridgeLine[];
  /**
   * What reward spend is made of; the lines add up to it. What pays for effort, what pays for bearing risk (the risk premium), and the rest:
   * what managers gain after both, on-costs, and what rewards cost beyond what they are worth to managers. Empty for runs saved before risk
   * premiums were kept.
   */
  readonly spend: readonly BridgeLine[];
}

const parts = [
  { name: "account value", sign: 1 },
  { name: "reward spend", sign: -1 },
  { name: "hiring and monitoring", sign: -1 },
] as const;

/** What reward spend pays for, by outcome; the rest follows. */
const spending = [
  { name: "cost of effort", outcome: "effort spend" },
  { name: "risk premium", outcome: "risk spend" },
] as const;

/** Response under which nobody reacts. */
const still = "none";

/**
 * Splits what a design is worth beyond no reward into mechanics (the same plan, nobody reacting) and behaviour. The design is the
 * baseline unless given. Throws a Problem for unknown names and for runs without the yardstick or without the response "none".
 */
export function bridge(run: Run, options: BridgeOptions = {}): Bridge {
  const design = knownDesign(run, options.design ?? run.baseline);
  const response = knownResponse(run, options.response);
  const unpaid = withRole(run, "no reward");
  if (unpaid === undefined) refuse("bridge", "this run has no yardstick without reward", "simulate the scenario again");
  knownResponse(run, still);
  const adjust = regressionAdjuster(run);
  const stepsOf = (outcome: string, sign: 1 | -1): ThreeSteps => {
    const of = (who: string, under: string) =>
      adjust(controlVariate(run, who, outcome, under).map((value) => sign * value));
    return [of(unpaid.name, still), of(design.name, still), of(design.name, response)];
  };
  const steps = parts.map(({ name, sign }) => ({ name, at: stepsOf(name, sign) }));
  const total = (step: 0 | 1 | 2): Float64Array =>
    steps[0].at[step].map((_, w) => steps.reduce((sum, { at }) => sum + at[step][w], 0));
  return {
    about: aboutOf(run),
    design: design.name,
    title: design.title,
    response,
    netValue: lineOf(headlineOutcome, [total(0), total(1), total(2)]),
    parts: steps.map(({ name, at }) => lineOf(name, at)),
    spend: spendLines(run, steps[1].at, stepsOf),
  };
}

/** Without any reward, with the plan and nobody reacting, and with managers reacting; by world. */
type ThreeSteps = readonly [Float64Array, Float64Array, Float64Array];

/** What reward spend is made of, and the rest of it. */
function spendLines(run: Run, whole: ThreeSteps, stepsOf: (outcome: string, sign: -1) => ThreeSteps): BridgeLine[] {
  if (!spending.every(({ outcome }) => run.outcomes.some(({ name }) => name === outcome))) return [];
  const known = spending.map(({ name, outcome }) => ({ name, at: stepsOf(outcome, -1) }));
  const less = (step: 0 | 1 | 2): Float64Array =>
    whole[step].map((value, w) => known.reduce((rest, { at }) => rest - at[step][w], value));
  const rest = { name: "managers' gain, on-costs and the rest", at: [less(0), less(1), less(2)] as const };
  return [...known, rest].map(({ name, at }) => lineOf(name, at));
}

function lineOf(name: string, [base, same, reacting]: ThreeSteps): BridgeLine {
  return {
    name,
    base: estimate(base),
    mechanics: estimate(same.map((value, w) => value - base[w])),
    behaviour: estimate(reacting.map((value, w) => value - same[w])),
    result: estimate(reacting),
    gain: estimate(reacting.map((value, w) => value - base[w])),
  };
}
