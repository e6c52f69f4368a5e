import { type IdealOptions, type IdealWeights, idealWeights as idealData } from "../agency-theory/ideal-weights.js";
import {
  type BesideOptions,
  theoryBesideSimulation as besideData,
  type TheoryBesideSimulation,
} from "../agency-theory/theory-beside-simulation.js";
import { type SweepOptions, weightSweep as sweepData, type WeightSweep } from "../agency-theory/weight-sweep.js";
import type { CurveForm } from "../model/curves/curve.js";
import { type Health, type HealthOptions, health as healthData } from "../plan-checks/health/health.js";
import { type Lint, type LintAllOptions, lint as lintData } from "../plan-checks/lint/lint.js";
import { type CurveLint, type LintOptions, lintCurve as lintCurveData } from "../plan-checks/lint/lint-curve.js";
import * as analysis from "../results/bridge.js";
import type { CompareOptions, Comparison } from "../results/compare.js";
import { type Equalities, equalities as equalitiesData } from "../results/equalities.js";
import { type Factorial, type FactorialOptions, factorial as factorialData } from "../results/experiments/factorial.js";
import {
  type HypothesisInput,
  type HypothesisOptions,
  type HypothesisTests,
  testHypotheses as testData,
} from "../results/experiments/hypotheses.js";
import type { Headline, HeadlineOptions } from "../results/headline.js";
import { type DriverOptions, type Drivers, drivers as driversData } from "../results/sensitivity/drivers.js";
import { type Tornado, type TornadoOptions, tornado as tornadoData } from "../results/sensitivity/tornado.js";
import type { Scenario } from "../scenario/scenario.js";
import type { Known, MeasureName, ResponseName } from "../scenario/schema/file-types.js";
import type { Run } from "../simulation/data.js";
import type { Observations } from "../simulation/observation/data.js";
import type { OfDesigns } from "../simulation/of-designs.js";

import { type Printable, printableSheet } from "../wording/printable.js";
import { equalitiesSheet } from "./comparison/equalities-text.js";
import { factorialSheet } from "./comparison/factorial-text.js";
import { hypothesesSheet } from "./comparison/hypotheses-text.js";
import { compareWithRemarks as compareData, headlineWithRemarks as headlineData } from "./comparison/remarks.js";
import { bridgeSheet, driversSheet } from "./comparison/sections.js";
import { comparisonSheet } from "./comparison/tables.js";
import { headlineSheet } from "./comparison/terminal.js";
import { tornadoSheet } from "./comparison/tornado-text.js";
import { besideSheet, sweepSheet } from "./plans/beside-text.js";
import { healthSheet } from "./plans/health-text.js";
import { curveLintSheet, lintSheet } from "./plans/lint-text.js";
import { idealWeightsSheet } from "./plans/theory-text.js";

/** A verb on a run: where the names of its designs are known it takes and gives no others. */
type OfRun<Options, Result> = <Design extends string>(
  run: Run<Design>,
  options?: OfDesigns<Options, Known<Design>>,
) => OfDesigns<Result, Design> & Printable;

/** The same on a scenario. */
type OfScenario<Options, Result> = <Design extends string>(
  scenario: Scenario<Design>,
  options?: OfDesigns<Options, Known<Design>>,
) => Result;

/** `compare`, printing itself as tables. */
export const compare = ((run: Run, options: CompareOptions = {}) =>
  printableSheet(compareData(run, options), comparisonSheet)) as unknown as OfRun<CompareOptions, Comparison>;

/** `headline`, printing itself as the page `npm start` shows. */
export const headline = ((run: Run, options: HeadlineOptions = {}) =>
  printableSheet(headlineData(run, options), headlineSheet)) as unknown as OfRun<HeadlineOptions, Headline>;

/** `bridge`, printing itself as a table. */
export const bridge = ((run: Run, options: analysis.BridgeOptions = {}) =>
  printableSheet(analysis.bridge(run, options), bridgeSheet)) as unknown as OfRun<
  analysis.BridgeOptions,
  analysis.Bridge
>;

/** `equalities`, printing itself as tables. */
export const equalities = (runs: readonly Run[], options: { readonly response?: ResponseName } = {}) =>
  printableSheet(equalitiesData(runs, options), equalitiesSheet) as Equalities & Printable;

/** `drivers`, printing itself as a table and sentences. */
export const drivers = ((run: Run, options: DriverOptions = {}) =>
  printableSheet(driversData(run, options), driversSheet)) as unknown as OfRun<DriverOptions, Drivers>;

/** `factorial`, printing itself as tables. */
export const factorial = ((run: Run, options: FactorialOptions = {}) =>
  printableSheet(factorialData(run, options), factorialSheet)) as unknown as OfRun<FactorialOptions, Factorial>;

/** `testHypotheses`, printing itself as a table for each hypothesis. */
export const testHypotheses = ((
  run: Run,
  hypotheses?: readonly HypothesisInput[] | Readonly<Record<string, HypothesisInput>>,
  options: HypothesisOptions = {},
) => printableSheet(testData(run, hypotheses, options), hypothesesSheet)) as <Design extends string>(
  run: Run<Design>,
  hypotheses?:
    | readonly OfDesigns<HypothesisInput, Known<Design>>[]
    | Readonly<Record<string, OfDesigns<HypothesisInput, Known<Design>>>>,
  options?: HypothesisOptions,
) => HypothesisTests & Printable;

/** `tornado`, printing itself as a table. */
export const tornado = ((run: Run, options: TornadoOptions = {}) =>
  printableSheet(tornadoData(run, options), tornadoSheet)) as unknown as OfRun<TornadoOptions, Tornado>;

/** `idealWeights`, printing itself as tables and sentences. */
export const idealWeights = ((scenario: Scenario, options: IdealOptions = {}) =>
  printableSheet(idealData(scenario, options), idealWeightsSheet)) as <Mixture extends string = MeasureName>(
  scenario: Scenario,
  options?: IdealOptions<Mixture>,
) => IdealWeights<Mixture> & Printable;

/** `theoryBesideSimulation`, printing itself as tables and sentences. */
export const theoryBesideSimulation = ((run: Run, options: BesideOptions = {}) =>
  printableSheet(besideData(run, options), besideSheet)) as unknown as OfRun<BesideOptions, TheoryBesideSimulation>;

/** `weightSweep`, printing itself as a table. */
export const weightSweep = (async (scenario: Scenario, options: SweepOptions = {}) =>
  printableSheet(await sweepData(scenario, options), sweepSheet)) as OfScenario<
  SweepOptions,
  Promise<WeightSweep & Printable>
>;

/** `health`, printing itself as tables. */
export const health = (of: Scenario | Run | Observations, options: HealthOptions = {}): Health & Printable =>
  printableSheet(healthData(of, options), healthSheet);

/** `lint`, printing itself as tables. */
export const lint = (of: Scenario | Observations, options: LintAllOptions = {}): Lint & Printable =>
  printableSheet(lintData(of, options), lintSheet);

/** `lintCurve`, printing itself as a table. */
export const lintCurve = (form: CurveForm, options: LintOptions = {}): CurveLint & Printable =>
  printableSheet(lintCurveData(form, options), curveLintSheet);
