import * as analysis from "../analysis/bridge.js";
import { type CompareOptions, type Comparison, compare as compareData } from "../analysis/compare.js";
import { type DriverOptions, type Drivers, drivers as driversData } from "../analysis/drivers.js";
import { type Equalities, equalities as equalitiesData } from "../analysis/equalities.js";
import { type Factorial, type FactorialOptions, factorial as factorialData } from "../analysis/factorial.js";
import { type Headline, type HeadlineOptions, headline as headlineData } from "../analysis/headline.js";
import { type Health, type HealthOptions, health as healthData } from "../analysis/health.js";
import {
  type HypothesisInput,
  type HypothesisOptions,
  type HypothesisTests,
  testHypotheses as testData,
} from "../analysis/hypotheses.js";
import { type IdealOptions, type IdealWeights, idealWeights as idealData } from "../analysis/ideal-weights.js";
import { type Lint, type LintAllOptions, lint as lintData } from "../analysis/lint.js";
import { type CurveLint, type LintOptions, lintCurve as lintCurveData } from "../analysis/lint-curve.js";
import {
  type BesideOptions,
  theoryBesideSimulation as besideData,
  type TheoryBesideSimulation,
} from "../analysis/theory-beside-simulation.js";
import { type Tornado, type TornadoOptions, tornado as tornadoData } from "../analysis/tornado.js";
import { type SweepOptions, weightSweep as sweepData, type WeightSweep } from "../analysis/weight-sweep.js";
import type { Observations } from "../engine/observed/data.js";
import type { OfDesigns } from "../engine/of-designs.js";
import type { Run } from "../engine/run.js";
import type { CurveForm } from "../model/curves/curve.js";
import type { Known, MeasureName, ResponseName } from "../scenario/file-types.js";
import type { Scenario } from "../scenario/scenario.js";
import { besideSheet, sweepSheet } from "./beside-text.js";
import { equalitiesSheet } from "./equalities-text.js";
import { factorialSheet } from "./factorial-text.js";
import { healthSheet } from "./health-text.js";
import { hypothesesSheet } from "./hypotheses-text.js";
import { curveLintSheet, lintSheet } from "./lint-text.js";
import { type Printable, printableSheet } from "./printable.js";
import { bridgeSheet, driversSheet } from "./sections.js";
import { comparisonSheet } from "./tables.js";
import { headlineSheet } from "./terminal.js";
import { idealWeightsSheet } from "./theory-text.js";
import { tornadoSheet } from "./tornado-text.js";

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
