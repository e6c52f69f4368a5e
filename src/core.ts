/** Everything but files and threads: runs in Node, in worker threads and in browsers alike. */

export type { RunAbout } from "./analysis/about.js";
export type { Bridge, BridgeLine, BridgeOptions } from "./analysis/bridge.js";
export type {
  CompareOptions,
  Comparison,
  ComparisonRow,
  Contrast,
  Quantile,
  UnderResponse,
} from "./analysis/compare.js";
export type { Driver, DriverOptions, Drivers } from "./analysis/drivers.js";
export type { SensitivityIndex } from "./analysis/first-order.js";
export type { Flip } from "./analysis/flips.js";
export type { EffortChange, Headline, HeadlineOptions, Lead, ResponseView } from "./analysis/headline.js";
export type { Ranked, Ranking } from "./analysis/ranking.js";
export type { Fifth, Sensitivity } from "./analysis/sensitivity.js";
export type { AgencyCase, LinearContract } from "./analysis/theory.js";
export {
  bestLinearContract,
  bestWithOnly,
  effortUnder,
  firstBest,
  permanentWorth,
  surplusUnder,
} from "./analysis/theory.js";
export { type ValidateOptions, type ValidationRow, validate } from "./analysis/validate.js";
export type { Verdict } from "./analysis/verdict.js";
export type { Held } from "./engine/equalise.js";
export type { Answer, Job, Workshop } from "./engine/jobs.js";
export type { DesignPlan, Program, Task } from "./engine/program.js";
export type { Run, RunDesign, RunHeader, RunOutcome } from "./engine/run.js";
export { column } from "./engine/run.js";
export { decodeRun, encodeRun } from "./engine/run-bytes.js";
export { type Progress, type SimulateOptions, simulate } from "./engine/simulate.js";
export type { Trace, TraceCard, TraceMonth, TraceOptions, TracePayout } from "./engine/trace.js";
export type { Distribution } from "./foundation/distribution.js";
export { numberField, quantityField, rangeField } from "./foundation/field.js";
export { type Fault, Problem } from "./foundation/problem.js";
export type { Dimension, Quantity, Unit } from "./foundation/quantity.js";
export { type Estimate, estimate, type Interval, pairedDifference, type Share } from "./foundation/summary.js";
export type { Activity, ActivityNumbers } from "./model/activities/activity.js";
export { activities } from "./model/activities/index.js";
export { assumptions } from "./model/assumptions.js";
export type { Curve, CurveForm } from "./model/curves/curve.js";
export { curves } from "./model/curves/index.js";
export { type Evidence, evidenceBase } from "./model/evidence-base.js";
export type { Lanes } from "./model/lanes.js";
export { measures } from "./model/measures/index.js";
export type { Measure } from "./model/measures/measure.js";
export { outcomes } from "./model/outcomes/index.js";
export type { Outcome } from "./model/outcomes/outcome.js";
export type { About, Assumption, View, WorldColumns } from "./model/part.js";
export { responses } from "./model/responses/index.js";
export type { Response } from "./model/responses/response.js";
export { rewards } from "./model/rewards/index.js";
export {
  type Amount,
  defineReward,
  type Reward,
  type RewardExample,
  type RewardPlan,
  type RewardState,
  type RewardWorld,
} from "./model/rewards/reward.js";
export type { CardPlan, SlotPlan } from "./model/scorecard/card.js";
export { comparisonCsv, resultJson } from "./present/csv.js";
export type { Printable } from "./present/printable.js";
export { bridge, compare, drivers, headline } from "./present/printed.js";
export { assumptionsCsv, outcomesCsv } from "./present/run-csv.js";
export { type TerminalOptions, terminalReport } from "./present/terminal.js";
export { trace } from "./present/trace-text.js";
export type { Finding } from "./scenario/check.js";
export { describe } from "./scenario/describe.js";
export { edit, makeScenario, parseScenario, Scenario, type ScenarioOptions } from "./scenario/scenario.js";
export {
  type Checked,
  type CheckedDesign,
  type Hypothesis,
  type MeasureSettings,
  type RunSettings,
  type ScenarioFile,
  scenarioSchema,
} from "./scenario/schema.js";
export { version } from "./version.js";
