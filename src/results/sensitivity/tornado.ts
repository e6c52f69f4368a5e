import { type Estimate, estimate, studentQuantile, sum } from "../../foundation/maths/summary.js";
import { refuse } from "../../foundation/text/problem.js";
import { camelToWords } from "../../foundation/text/text.js";
import type { Unit } from "../../foundation/values/quantity.js";
import { assumptions } from "../../model/assumptions.js";
import type { AnyOutcomeName, ResponseName } from "../../scenario/schema/file-types.js";
import type { Run, RunOutcome } from "../../simulation/data.js";
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
import { categoryIndex } from "../statistics/category-index.js";
import { chanceIndex, fewestRows } from "../statistics/first-order.js";
import { intervalPlace, isSure } from "../statistics/interval-place.js";
import { sensitivityOf } from "./sensitivity.js";

export interface TornadoOptions {
  /** The best of the scenario's designs other than the baseline unless given. */
  readonly design?: string | undefined;
  /** The scenario's baseline unless given. */
  readonly baseline?: string | undefined;
  /** Net value unless given; any outcome that has a value in every world. */
  readonly outcome?: AnyOutcomeName | undefined;
  readonly response?: ResponseName | undefined;
}

/** The expected difference where an assumption lies in one fifth of its worlds, or under one choice. */
export interface TornadoEnd {
  /** Base units of the assumption. Middle of the fifth; undefined for a choice. */
  readonly value: number | undefined;
  /** The choice; undefined for an assumption. */
  readonly choice: string | undefined;
  /** Design − baseline in the outcome's unit, paired by world. */
  readonly difference: Estimate;
}

/** One assumption, or one choice of the modeller, and how far it moves the difference. */
export interface TornadoBar {
  /** In words, as in a scenario file; `response` for how managers react. */
  readonly name: string;
  readonly kind: "assumption" | "choice";
  readonly meaning: string;
  readonly source: string;
  readonly unit: Unit;
  /** Fifths from the lowest values to the highest, or choices in the run's order. */
  readonly levels: readonly TornadoEnd[];
  /** Lowest and highest fifth; the choices with the smallest and the largest difference. */
  readonly low: TornadoEnd;
  readonly high: TornadoEnd;
  /** Difference at `high` less that at `low`. Bars are sorted by its size. */
  readonly swing: Estimate;
  /** Share of the variance of the difference explained: by the assumption under this response, by the choice over all of them, each equally plausible. */
  readonly share: { readonly value: number; readonly low: number; readonly high: number };
  /** Whether that is more than luck alone gives. */
  readonly isAboveChance: boolean;
  /** Whether the difference is certainly (95 %) above zero at one end and below it at the other. */
  readonly flips: boolean;
}

/** How the difference between two designs moves with each assumption, one at a time, the others as drawn. */
export interface Tornado {
  readonly about: RunAbout;
  readonly design: string;
  readonly baseline: string;
  /** As people read them; the names where they have none. */
  readonly title: string;
  readonly baselineTitle: string;
  readonly outcome: RunOutcome;
  readonly response: ResponseName;
  /** Over all worlds. */
  readonly difference: Estimate;
  /** Widest first; empty when there are too few worlds. */
  readonly bars: readonly TornadoBar[];
  /** False below 50 worlds: nothing is said then. */
  readonly hasEnoughWorlds: boolean;
}

/**
 * Splits the worlds of a run by each assumption that varies, and by how managers react, and takes the expected difference of two designs at
 * either end. Nothing is simulated anew. Throws a Problem for unknown names, for a design against itself and for ratios of means.
 */
export function tornado(run: Run, options: TornadoOptions = {}): Tornado {
  const outcome = describedOutcome(run, options.outcome ?? headlineOutcome);
  const response = knownResponse(run, options.response);
  const baseline = knownDesign(run, options.baseline ?? run.baseline, "baseline").name;
  const design =
    options.design === undefined ? bestBeside(run, baseline, outcome, response) : knownDesign(run, options.design).name;
  if (design === baseline) refuse("design", `"${design}" is the baseline`, "name another one");
  const columns = run.responses.map((one) => ({
    name: one,
    values: differenceOf(run, design, baseline, outcome, one),
  }));
  const own = (columns.find(({ name }) => name === response) as (typeof columns)[number]).values;
  const hasEnoughWorlds = run.worlds >= fewestRows;
  const bars = hasEnoughWorlds
    ? [...assumptionBars(run, own, baseline), ...(columns.length > 1 ? [responseBar(run, columns)] : [])]
    : [];
  return {
    about: aboutOf(run),
    design,
    baseline,
    title: knownDesign(run, design).title,
    baselineTitle: knownDesign(run, baseline).title,
    outcome,
    response,
    difference: estimate(regressionAdjuster(run)(own)),
    bars: bars.sort((a, b) => Math.abs(b.swing.mean) - Math.abs(a.swing.mean)),
    hasEnoughWorlds,
  };
}

function bestBeside(run: Run, baseline: string, outcome: RunOutcome, response: string): string {
  const sign = signOf(outcome);
  if (sign === 0) refuse("design", `neither direction of "${outcome.name}" is better`, "name the design");
  const adjust = regressionAdjuster(run);
  const means = ownDesigns(run)
    .filter(({ name }) => name !== baseline)
    .map(({ name }) => ({ name, mean: sign * sum(adjust(differenceOf(run, name, baseline, outcome, response))) }));
  if (means.length === 0) refuse("design", "this run has no design beside the baseline", "add one to the scenario");
  return means.reduce((best, one) => (one.mean > best.mean ? one : best)).name;
}

function differenceOf(
  run: Run,
  design: string,
  baseline: string,
  { name }: RunOutcome,
  response: string,
): Float64Array {
  const [own, base] = [design, baseline].map((one) => outcomeColumn(run, one, name, response));
  if (own?.isByWorld === true && base?.isByWorld === true) return own.steady.map((value, w) => value - base.steady[w]);
  return refuse("outcome", `"${name}" has no value in a single world`, `use ${headlineOutcome}`);
}

function assumptionBars(run: Run, lead: Float64Array, baseline: string): TornadoBar[] {
  const inputs = [...run.draws].filter(([, values]) => values.some((one) => one !== values[0]));
  const chance = chanceIndex(
    inputs.map(([, values]) => values),
    lead,
    lucksOf(run),
  );
  return inputs.map(([name, values]) => {
    const { fifths, index, isAboveChance } = sensitivityOf(values, lead, baseline, chance, perValue(run), lucksOf(run));
    const levels = fifths.map(({ middle, difference }) => ({ value: middle, choice: undefined, difference }));
    const [low, high] = [levels[0], levels[levels.length - 1]];
    const known = Object.hasOwn(assumptions, name) ? assumptions[name] : undefined;
    return {
      name: camelToWords(name),
      kind: "assumption",
      meaning: known?.meaning ?? "",
      source: known?.source ?? "",
      unit: known?.unit ?? { dimension: "number" },
      levels,
      low,
      high,
      swing: apart(high.difference, low.difference),
      share: { value: index.value, low: index.low, high: index.high },
      isAboveChance,
      flips: isFlip(low, high),
    };
  });
}

interface NamedColumn {
  readonly name: string;
  readonly values: Float64Array;
}

/** How managers react is no draw but a choice: each response runs in every world. */
function responseBar(run: Run, columns: readonly NamedColumn[]): TornadoBar {
  const adjust = regressionAdjuster(run);
  const sharp = columns.map(({ name, values }) => ({ name, values: adjust(values) }));
  const levels = sharp.map(({ name, values }) => ({ value: undefined, choice: name, difference: estimate(values) }));
  const order = levels.map((_, k) => k).sort((a, b) => levels[a].difference.mean - levels[b].difference.mean);
  const [first, last] = [order[0], order[order.length - 1]];
  const index = categoryIndex(
    columns.map(({ values }) => values),
    adjust.size,
  );
  return {
    name: "response",
    kind: "choice",
    meaning: "how managers react to the design",
    source: "assumption",
    unit: { dimension: "number" },
    levels,
    low: levels[first],
    high: levels[last],
    swing: estimate(sharp[last].values.map((value, w) => value - sharp[first].values[w])),
    share: { value: index.value, low: index.low, high: index.high },
    isAboveChance: intervalPlace(index) === "above",
    flips: isFlip(levels[first], levels[last]),
  };
}

const isFlip = (low: TornadoEnd, high: TornadoEnd): boolean =>
  isSure(low.difference) && isSure(high.difference) && intervalPlace(low.difference) !== intervalPlace(high.difference);

/** Difference of the means of two groups of worlds, which are independent (Welch 1947). */
function apart(a: Estimate, b: Estimate): Estimate {
  const mean = a.mean - b.mean;
  const [u, v] = [a.standardError * a.standardError, b.standardError * b.standardError];
  const standardError = Math.sqrt(u + v);
  const degrees = u + v > 0 ? ((u + v) * (u + v)) / ((u * u) / (a.count - 1) + (v * v) / (b.count - 1)) : 1;
  const reach = standardError > 0 ? studentQuantile(0.975, degrees) * standardError : 0;
  return { mean, standardError, low: mean - reach, high: mean + reach, count: a.count + b.count };
}
