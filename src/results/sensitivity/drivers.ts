import { blockMeans } from "../../foundation/maths/blocks.js";
import { sum } from "../../foundation/maths/summary.js";
import { refuse } from "../../foundation/text/problem.js";
import { camelToWords } from "../../foundation/text/text.js";
import type { Unit } from "../../foundation/values/quantity.js";
import { assumptions } from "../../model/assumptions.js";
import type { AnyOutcomeName, ResponseName } from "../../scenario/schema/file-types.js";
import type { Run, RunDesign } from "../../simulation/data.js";

import { aboutOf, type RunAbout } from "../basis/about.js";
import { lucksOf, perValue } from "../basis/between-worlds.js";
import {
  describedOutcome,
  headlineOutcome,
  knownDesign,
  knownResponse,
  outcomeColumn,
  ownDesigns,
  signOf,
} from "../basis/outcome-columns.js";
import { regressionAdjuster } from "../basis/regression-adjustment.js";
import { chanceIndex, fewestRows } from "../statistics/first-order.js";
import { chanceFlips, type Field, type Flip, flipsOf } from "./flips.js";
import { type Sensitivity, sensitivityOf } from "./sensitivity.js";

export interface DriverOptions {
  /** The design whose lead is examined; the best of the scenario's designs by expected outcome unless given. */
  readonly design?: string | undefined;
  /** The scenario's baseline unless given. */
  readonly baseline?: string | undefined;
  /** Net value unless given; must have a value in every world and a direction. */
  readonly outcome?: AnyOutcomeName | undefined;
  readonly response?: ResponseName | undefined;
}

/** How much one assumption matters to the answer. */
export interface Driver {
  /** In words, as in a scenario file. */
  readonly assumption: string;
  readonly meaning: string;
  readonly source: string;
  readonly unit: Unit;
  /** Undefined where the design is itself the baseline. */
  readonly againstBaseline: Sensitivity | undefined;
  /** Undefined where there is only one design. */
  readonly againstRunnerUp: Sensitivity | undefined;
  /** Other designs that lead where the assumption is in its lowest or highest fifth. */
  readonly flips: readonly Flip[];
  /** The larger of the two indices: what the list is sorted by. */
  readonly importance: number;
  /** Whether that index is larger than luck alone gives. */
  readonly isAboveChance: boolean;
}

/** Which assumptions would change the answer, most important first; from the worlds of the run, nothing is simulated anew. */
export interface Drivers {
  readonly about: RunAbout;
  readonly outcome: AnyOutcomeName;
  /** Of the outcome. */
  readonly unit: Unit;
  readonly response: ResponseName;
  readonly design: string;
  readonly baseline: string;
  readonly runnerUp: string | undefined;
  /** Empty when there are too few worlds. */
  readonly drivers: readonly Driver[];
  /** Largest index that assumptions without influence reach by luck, for each contrast; 0 where there is none. */
  readonly chance: { readonly againstBaseline: number; readonly againstRunnerUp: number; readonly flips: number };
  /** False below 50 worlds: nothing is said then. */
  readonly hasEnoughWorlds: boolean;
}

/**
 * Splits the worlds of a run into fifths by each assumption that varies and asks whether the leading design still leads there. Differences
 * are in the outcome's unit, above zero where the examined design is better. Throws a Problem for unknown names and for outcomes
 * without a direction or without a value in every world.
 */
export function drivers(run: Run, options: DriverOptions = {}): Drivers {
  const outcome = options.outcome ?? headlineOutcome;
  const response = knownResponse(run, options.response);
  const baseline = knownDesign(run, options.baseline ?? run.baseline, "baseline").name;
  const field = fieldOf(run, outcome, response);
  // the luck of the draws taken out, as in rankings: so that the same design leads everywhere
  const order = byMean(field.columns.map(regressionAdjuster(run)));
  const design = options.design === undefined ? field.designs[order[0]].name : options.design;
  const runnerUp = order.map((d) => field.designs[d].name).find((name) => name !== design);
  const own = directed(run, design, outcome, response);
  const lead = (other: string | undefined): Float64Array | undefined => {
    if (other === undefined || other === design) return undefined;
    const values = directed(run, other, outcome, response);
    return own.map((value, w) => value - values[w]);
  };
  const leads: Leads = { baseline, runnerUp, overBaseline: lead(baseline), overRunnerUp: lead(runnerUp) };
  const inputs = run.worlds < fewestRows ? [] : varying(run);
  const columns = inputs.map(({ values }) => values);
  const lucks = lucksOf(run);
  const byDraw = (values: Float64Array): Float64Array => blockMeans(values, lucks);
  const floor = (output: Float64Array | undefined): number =>
    output === undefined ? 0 : chanceIndex(columns, output, lucks);
  const chance = {
    againstBaseline: floor(leads.overBaseline),
    againstRunnerUp: floor(leads.overRunnerUp),
    flips: chanceFlips(columns.map(byDraw), { ...field, columns: field.columns.map(byDraw) }, byDraw(own)),
  };
  const size = perValue(run);
  const shared = { size, lucks };
  const smallest = outcome === headlineOutcome ? run.smallestDifference : 0;
  return {
    about: aboutOf(run),
    outcome,
    unit: describedOutcome(run, outcome).unit,
    response,
    design,
    baseline,
    runnerUp,
    drivers: inputs
      .map((input) =>
        driverOf(
          input,
          leads,
          chance,
          shared,
          flipsOf(input.values, field, design, own, smallest, inputs.length, size),
        ),
      )
      .sort((a, b) => b.importance - a.importance),
    chance,
    hasEnoughWorlds: run.worlds >= fewestRows,
  };
}

interface Leads {
  readonly baseline: string;
  readonly runnerUp: string | undefined;
  readonly overBaseline: Float64Array | undefined;
  readonly overRunnerUp: Float64Array | undefined;
}

interface Input {
  readonly name: string;
  readonly values: Float64Array;
}

/** Assumptions that are not the same in every world. */
const varying = (run: Run): Input[] =>
  [...run.draws]
    .filter(([, values]) => values.some((one) => one !== values[0]))
    .map(([name, values]) => ({ name, values }));

/** Worlds that count as one, and worlds that share a draw. */
interface Shared {
  readonly size: number;
  readonly lucks: number;
}

function driverOf(
  input: Input,
  leads: Leads,
  chance: Drivers["chance"],
  { size, lucks }: Shared,
  flips: readonly Flip[],
): Driver {
  const { baseline, runnerUp, overBaseline, overRunnerUp } = leads;
  const againstBaseline =
    overBaseline && sensitivityOf(input.values, overBaseline, baseline, chance.againstBaseline, size, lucks);
  const againstRunnerUp =
    overRunnerUp && runnerUp !== undefined
      ? sensitivityOf(input.values, overRunnerUp, runnerUp, chance.againstRunnerUp, size, lucks)
      : undefined;
  const known = Object.hasOwn(assumptions, input.name) ? assumptions[input.name] : undefined;
  return {
    assumption: camelToWords(input.name),
    meaning: known?.meaning ?? "",
    source: known?.source ?? "",
    unit: known?.unit ?? { dimension: "number" },
    againstBaseline,
    againstRunnerUp,
    flips,
    importance: Math.max(againstBaseline?.index.value ?? 0, againstRunnerUp?.index.value ?? 0),
    isAboveChance: againstBaseline?.isAboveChance === true || againstRunnerUp?.isAboveChance === true,
  };
}

/** The scenario's own designs with their outcome, signed so that higher is better. */
function fieldOf(run: Run, outcome: string, response: string): Field {
  const designs: readonly RunDesign[] = ownDesigns(run);
  if (designs.length === 0) refuse("drivers", "this run has no designs of its own", "add one to the scenario");
  return { designs, columns: designs.map(({ name }) => directed(run, name, outcome, response)) };
}

function directed(run: Run, design: string, outcome: string, response: string): Float64Array {
  const sign = signOf(describedOutcome(run, outcome));
  if (sign === 0) refuse("outcome", `neither direction of "${outcome}" is better`, "use one that has a direction");
  const found = outcomeColumn(run, knownDesign(run, design).name, outcome, response);
  if (found?.isByWorld === true) return found.steady.map((value) => sign * value);
  return refuse("outcome", `"${outcome}" has no value in a single world`, `use ${headlineOutcome}`);
}

/** Indices of designs, best mean first; in the run's order where means are equal. */
function byMean(columns: readonly Float64Array[]): number[] {
  const means = columns.map((one) => sum(one) / one.length);
  return columns.map((_, d) => d).sort((a, b) => means[b] - means[a]);
}
