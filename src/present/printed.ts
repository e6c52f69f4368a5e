import * as analysis from "../analysis/bridge.js";
import { type CompareOptions, type Comparison, compare as compareData } from "../analysis/compare.js";
import { type DriverOptions, type Drivers, drivers as driversData } from "../analysis/drivers.js";
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
import type { Run } from "../engine/run.js";
import type { CurveForm } from "../model/curves/curve.js";
import type { Scenario } from "../scenario/scenario.js";
import { besideSheet, sweepSheet } from "./beside-text.js";
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

/** `compare`, printing itself as tables. */
export const compare = (run: Run, options: CompareOptions = {}): Comparison & Printable =>
  printableSheet(compareData(run, options), comparisonSheet);

/** `headline`, printing itself as the page `npm start` shows. */
export const headline = (run: Run, options: HeadlineOptions = {}): Headline & Printable =>
  printableSheet(headlineData(run, options), headlineSheet);

/** `bridge`, printing itself as a table. */
export const bridge = (run: Run, options: analysis.BridgeOptions = {}): analysis.Bridge & Printable =>
  printableSheet(analysis.bridge(run, options), bridgeSheet);

/** `drivers`, printing itself as a table and sentences. */
export const drivers = (run: Run, options: DriverOptions = {}): Drivers & Printable =>
  printableSheet(driversData(run, options), driversSheet);

/** `factorial`, printing itself as tables. */
export const factorial = (run: Run, options: FactorialOptions = {}): Factorial & Printable =>
  printableSheet(factorialData(run, options), factorialSheet);

/** `testHypotheses`, printing itself as a table for each hypothesis. */
export const testHypotheses = (
  run: Run,
  hypotheses?: readonly HypothesisInput[] | Readonly<Record<string, HypothesisInput>>,
  options: HypothesisOptions = {},
): HypothesisTests & Printable => printableSheet(testData(run, hypotheses, options), hypothesesSheet);

/** `tornado`, printing itself as a table. */
export const tornado = (run: Run, options: TornadoOptions = {}): Tornado & Printable =>
  printableSheet(tornadoData(run, options), tornadoSheet);

/** `idealWeights`, printing itself as tables and sentences. */
export const idealWeights = (scenario: Scenario, options: IdealOptions = {}): IdealWeights & Printable =>
  printableSheet(idealData(scenario, options), idealWeightsSheet);

/** `theoryBesideSimulation`, printing itself as tables and sentences. */
export const theoryBesideSimulation = (run: Run, options: BesideOptions = {}): TheoryBesideSimulation & Printable =>
  printableSheet(besideData(run, options), besideSheet);

/** `weightSweep`, printing itself as a table. */
export const weightSweep = async (scenario: Scenario, options: SweepOptions = {}): Promise<WeightSweep & Printable> =>
  printableSheet(await sweepData(scenario, options), sweepSheet);

/** `health`, printing itself as tables. */
export const health = (of: Scenario | Run | Observations, options: HealthOptions = {}): Health & Printable =>
  printableSheet(healthData(of, options), healthSheet);

/** `lint`, printing itself as tables. */
export const lint = (of: Scenario | Observations, options: LintAllOptions = {}): Lint & Printable =>
  printableSheet(lintData(of, options), lintSheet);

/** `lintCurve`, printing itself as a table. */
export const lintCurve = (form: CurveForm, options: LintOptions = {}): CurveLint & Printable =>
  printableSheet(lintCurveData(form, options), curveLintSheet);
