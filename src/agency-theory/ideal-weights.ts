import { isRange } from "../foundation/maths/distribution.js";
import { namesOf } from "../foundation/values/record.js";
import type { Scenario } from "../scenario/scenario.js";
import type { MeasureName } from "../scenario/schema/file-types.js";
import { compile } from "../simulation/compile.js";
import type { Program } from "../simulation/world/program.js";
import { type AgencyWorld, agencyWorlds } from "./ideal/agency-world.js";
import {
  type AskedWeighting,
  checkCount,
  designMeasures,
  measureOf,
  mixturesOf,
  monitoringOf,
  usualPeriod,
} from "./ideal/asked.js";
import { bestRates, bestRatesAboveZero } from "./ideal/best-rates.js";
import { bestFor, type Cases, casesOf, ratesOnMeasures, surplusBy } from "./ideal/cases.js";
import { type Contract, contractOf } from "./ideal/contract.js";
import { designsIn, type TheoryDesign } from "./ideal/designs.js";
import { firstBestOf } from "./ideal/first-best.js";
import { type Plausible, plausible } from "./ideal/plausible.js";
import { dot } from "./ideal/quadratic.js";
import {
  type ActivityGrounds,
  groundsOf,
  type MeasureGrounds,
  type ShareDriver,
  shareDrivers,
} from "./ideal/rests-on.js";

export interface IdealOptions<Mixture extends string = string> {
  /** months. Performance period; the longest of the baseline's cards unless given, a year where it has none. */
  readonly period?: number | undefined;
  /** Measures to weigh, or mixtures of them with fixed weights by name; every measure of the scenario's designs unless given. */
  readonly measures?: readonly MeasureName[] | Readonly<Record<Mixture, AskedWeighting>> | undefined;
  /** Plausible worlds to draw; 200 unless given. */
  readonly worlds?: number | undefined;
  readonly seed?: number | undefined;
}

/** A measure, or a mixture of measures, in theory. */
export interface IdealMeasure<Name extends string = string> extends MeasureGrounds {
  readonly name: Name;
  /** share. What of it is an input. */
  readonly inputShare: number;
  /** share. Its weight if one knew which world is true: the usable contract of each plausible world on its own. */
  readonly weight: Plausible;
  /** EUR per KAM-year. What the usable contract would lose without it, and what measuring it costs. */
  readonly worth: number;
  readonly monitoring: number;
}

/** What agency theory makes of a scenario. */
export interface IdealWeights<Name extends string = string> {
  readonly scenario: string;
  readonly title: string;
  readonly status: string;
  readonly currency: string;
  readonly seed: number;
  readonly worlds: number;
  /** months. */
  readonly period: number;
  readonly activities: readonly ActivityGrounds[];
  /** EUR per KAM-year. Surplus of the first best beyond natural effort. */
  readonly firstBest: Plausible;
  readonly measures: readonly IdealMeasure<Name>[];
  /** The best linear contract, whatever its signs; the best that pays against nothing; that one if all measured work were real. */
  readonly best: Contract;
  readonly usable: Contract;
  readonly ifReal: Contract;
  /** share. Weight on inputs if one knew which world is true, and the assumptions it moves with. */
  readonly inputShare: Plausible;
  readonly drivers: readonly ShareDriver[];
  /** The baseline first. */
  readonly designs: readonly TheoryDesign[];
}

const usualWorlds = 200;

/**
 * The weights agency theory asks for, what they rest on, and what the scenario's own designs lose against them (Banker & Datar 1989;
 * Feltham & Xie 1994; Baker 2002). One contract is sought for all plausible worlds at once; intervals show what each would ask for.
 * Throws a Problem for unknown measures and for numbers of months or worlds that are not whole.
 */
export function idealWeights(scenario: Scenario, options: IdealOptions = {}): IdealWeights {
  const { checked } = scenario;
  const program = compile(scenario, { seed: options.seed });
  const period = options.period ?? usualPeriod(program, checked);
  const count = options.worlds ?? usualWorlds;
  checkCount("period", period, "months, such as 12");
  checkCount("worlds", count, "200 of them");
  const asked = askedFor(program, options.measures);
  const { names, rows } = asked;
  const { worlds, draws } = agencyWorlds(program, checked, names, period, count);
  const cases = casesOf(worlds);
  const usable = describe(asked, cases, bestFor(cases, rows, bestRatesAboveZero));
  const each = worlds.map((one) => {
    const alone = casesOf([one]);
    return describe(asked, alone, bestFor(alone, rows, bestRatesAboveZero));
  });
  const shares = each.map((one) => one.inputShare);
  const real = casesOf(worlds.map((one) => ({ ...one, hollow: 0 })));
  const varying = namesOf(program.assumptions).filter((name) => isRange(program.assumptions[name]));
  return {
    scenario: scenario.fileName,
    title: checked.title,
    status: checked.status,
    currency: checked.currency,
    seed: program.seed,
    worlds: count,
    period: worlds[0].months,
    ...workOf(program, worlds),
    measures: asked.mixtures.map(({ name, weights }, k) => ({
      name,
      inputShare: asked.inputsOf[k],
      ...groundsOf(cases.worlds, cases.answers, rows[k]),
      weight: plausible(each.map((one) => one.weights[k])),
      worth: usable.surplus.mean - withoutOne(asked, cases, k),
      monitoring: monitoringOf(Object.keys(weights), checked),
    })),
    best: describe(asked, cases, bestFor(cases, rows, bestRates)),
    usable,
    ifReal: describe(asked, real, bestFor(real, rows, bestRatesAboveZero)),
    inputShare: plausible(shares),
    drivers: shareDrivers(draws, varying, shares),
    designs: designsIn(program, checked.baseline, {
      cases,
      names,
      inputs: asked.inputs,
      best: ratesOnMeasures(rows, usable.rates),
    }),
  };
}

/** What is weighed: mixtures, the measures they and the designs are made of, and which of them are inputs. */
interface Asked {
  readonly mixtures: ReturnType<typeof mixturesOf>;
  readonly names: readonly string[];
  /** [mixture][measure]. */
  readonly rows: readonly (readonly number[])[];
  readonly inputs: readonly number[];
  readonly inputsOf: readonly number[];
}

function askedFor(program: Program, measures: IdealOptions["measures"]): Asked {
  const own = designMeasures(program);
  const mixtures = mixturesOf(measures ?? own);
  const names = [...new Set([...mixtures.flatMap(({ weights }) => Object.keys(weights)), ...own])];
  const rows = mixtures.map(({ weights }) => names.map((name) => weights[name] ?? 0));
  const inputs = names.map((name) => (measureOf(name).nature === "input" ? 1 : 0));
  const total = (row: readonly number[]): number => row.reduce((sum, one) => sum + one, 0);
  return { mixtures, names, rows, inputs, inputsOf: rows.map((row) => dot(row, inputs) / total(row)) };
}

const describe = ({ rows, inputsOf }: Asked, cases: Cases, rates: readonly number[]): Contract =>
  contractOf(cases, rows, inputsOf, rates);

/** EUR per KAM-year. Surplus of the best usable contract that leaves one measure or mixture out. */
function withoutOne({ rows }: Asked, cases: Cases, without: number): number {
  const kept = rows.filter((_, k) => k !== without);
  if (kept.length === 0) return 0;
  const rates = ratesOnMeasures(kept, bestFor(cases, kept, bestRatesAboveZero));
  return plausible(surplusBy(cases, rates)).mean;
}

/** What activities are worth, and the first best. */
function workOf(
  program: Program,
  worlds: readonly AgencyWorld[],
): { readonly activities: ActivityGrounds[]; readonly firstBest: Plausible } {
  const best = worlds.map(firstBestOf);
  const mean = (of: (w: number) => number): number => worlds.reduce((sum, _, w) => sum + of(w), 0) / worlds.length;
  return {
    activities: program.activities.map(({ name }, j) => ({
      name,
      natural: mean((w) => worlds[w].natural[j]),
      value: plausible(worlds.map((one) => one.value[j] / one.months)),
      firstBest: mean((w) => best[w].effort[j]),
    })),
    firstBest: plausible(best.map(({ surplus }) => surplus)),
  };
}
