/** Everything but files and threads: runs in Node, in worker threads and in browsers alike. */

export type { PlanAbout, RunAbout } from "./analysis/about.js";
export { type AttainmentBin, type AttainmentOptions, type Attainments, attainments } from "./analysis/attainments.js";
export type { Bridge, BridgeLine, BridgeOptions } from "./analysis/bridge.js";
export type { ClaimVerdict } from "./analysis/claim-verdict.js";
export type {
  CompareOptions,
  Comparison,
  ComparisonRow,
  Contrast,
  Quantile,
  UnderResponse,
} from "./analysis/compare.js";
export type { Driver, DriverOptions, Drivers } from "./analysis/drivers.js";
export { type Earnings, earnings, type PaySpread } from "./analysis/earnings.js";
export { type Equalities, type EqualityRow, type EqualityView, equalInstead } from "./analysis/equalities.js";
export type { Factorial, FactorialCell, FactorialOptions, Interaction, MainEffect } from "./analysis/factorial.js";
export { type Fan, type FanOptions, type FanPoint, fan } from "./analysis/fan.js";
export type { SensitivityIndex } from "./analysis/first-order.js";
export { type ApplyFitOptions, applyFit } from "./analysis/fit/apply.js";
export type { Agreement, Fit, FitCheck, FittedSetting, Ranged, RefusedSetting } from "./analysis/fit/data.js";
export type { Scored } from "./analysis/fit/panel.js";
export type { FitOptions } from "./analysis/fit.js";
export type { Flip } from "./analysis/flips.js";
export type { EffortChange, Headline, HeadlineOptions, Lead, ResponseView } from "./analysis/headline.js";
export type { HealthCheck, Reading, Subject as HealthSubject } from "./analysis/health/check.js";
export { healthChecks } from "./analysis/health/index.js";
export type { Health, HealthGap, HealthOptions, HealthRow } from "./analysis/health.js";
export type {
  HypothesisInput,
  HypothesisOptions,
  HypothesisTest,
  HypothesisTests,
  HypothesisUnderResponse,
} from "./analysis/hypotheses.js";
export type { Contract } from "./analysis/ideal/contract.js";
export type { TheoryDesign } from "./analysis/ideal/designs.js";
export type { Explained, Step } from "./analysis/ideal/explain.js";
export type { Rung } from "./analysis/ideal/ladder.js";
export type { Plausible } from "./analysis/ideal/plausible.js";
export type { Departures } from "./analysis/ideal/replay.js";
export type { ActivityGrounds, MeasureGrounds, ShareDriver } from "./analysis/ideal/rests-on.js";
export type { IdealMeasure, IdealOptions, IdealWeights } from "./analysis/ideal-weights.js";
export { lintRules } from "./analysis/lint/index.js";
export type { LintRule } from "./analysis/lint/rule.js";
export type { Lint, LintAllOptions, LintedCurve } from "./analysis/lint.js";
export type { CurveLint, LintFinding, LintOptions } from "./analysis/lint-curve.js";
export type { ObservedAbout, OfDesign } from "./analysis/observed.js";
export { type PayPerformance, type PayPoints, payPerformance } from "./analysis/pay-performance.js";
export {
  type PayoutTimeline,
  payoutTimeline,
  type RewardTimeline,
  type TimelinePoint,
} from "./analysis/payout-timeline.js";
export type {
  AccountYear,
  LeftOutRow,
  NotUsed,
  PeopleData,
  Person,
  Result,
  SalaryFrom,
  TablesReading,
  Transaction,
} from "./analysis/people/people-data.js";
export type { TableMapping } from "./analysis/people/tables/open-table.js";
export { peopleTables } from "./analysis/people/tables/out.js";
export {
  type PeopleOptions,
  type PeopleRead,
  type PeopleTables,
  readTables,
  type TableName,
} from "./analysis/people/tables/read-people.js";
export type { Ranked, Ranking, WorldsNeeded } from "./analysis/ranking.js";
export type { PlansByDesign } from "./analysis/rational/plans.js";
export {
  type RationalPeriod,
  type RationalPlayOptions,
  type RationalRow,
  rationalPlay,
} from "./analysis/rational-play.js";
export type { Fifth, Sensitivity } from "./analysis/sensitivity.js";
export type { SkillAndLuck } from "./analysis/skill-and-luck.js";
export type { Standing } from "./analysis/standing.js";
export type { AgencyCase, EndingStream, LinearContract } from "./analysis/theory.js";
export {
  bestLinearContract,
  bestWithOnly,
  effortUnder,
  endingStream,
  firstBest,
  permanentWorth,
  surplusUnder,
} from "./analysis/theory.js";
export type { BesideOptions, BesideRow, TheoryBesideSimulation } from "./analysis/theory-beside-simulation.js";
export type { Tornado, TornadoBar, TornadoEnd, TornadoOptions } from "./analysis/tornado.js";
export {
  type InputSampler,
  type InputShare,
  type ModelFunction,
  type RadialDesign,
  type RadialOptions,
  radialDesign,
  totalOrder,
  type VarianceShare,
  varianceShares,
} from "./analysis/total-order.js";
export { type ValidateOptions, type ValidationRow, validate } from "./analysis/validate.js";
export type { Verdict } from "./analysis/verdict.js";
export type { SweepOptions, SweepPoint, WeightSweep } from "./analysis/weight-sweep.js";
export type { Held } from "./engine/equalise.js";
export type { Answer, Job, Workshop } from "./engine/jobs.js";
export type { Keeper, Kept } from "./engine/keeper.js";
export { mergeRuns } from "./engine/merge.js";
export { type ObserveOptions, observe } from "./engine/observe.js";
export type {
  Observations,
  ObservedCard,
  ObservedCloses,
  ObservedDesign,
  ObservedPayouts,
  ObservedQuantity,
  ObservedReward,
  ObservedTables,
  ObservedYears,
  OtherLuck,
  RewardMoney,
} from "./engine/observed/data.js";
export type { OfDesigns } from "./engine/of-designs.js";
export type { Precision } from "./engine/precision.js";
export type { DesignPlan, Program, Task } from "./engine/program.js";
export type { Run, RunDesign, RunHeader, RunOutcome } from "./engine/run.js";
export { namedColumn as column } from "./engine/run.js";
export { decodeRun, encodeRun } from "./engine/run-bytes.js";
export type { Part, Shard } from "./engine/shard.js";
export { type Progress, type SimulateOptions, simulate } from "./engine/simulate.js";
export type { Trace, TraceCard, TraceMonth, TraceOptions } from "./engine/trace.js";
export type { TraceClose, TracePart, TracePayout, TraceReward } from "./engine/trace-close.js";
export type { TraceCurve } from "./engine/trace-curve.js";
export type { TraceFactor } from "./engine/trace-factors.js";
export type { Decimal, Rounding } from "./foundation/decimal.js";
export { type Distribution, quantile } from "./foundation/distribution.js";
export { numberField, quantityField, rangeField } from "./foundation/field.js";
export { type Fault, Problem } from "./foundation/problem.js";
export type { Dimension, Quantity, Unit } from "./foundation/quantity.js";
export { selectionLead } from "./foundation/selection.js";
export { type Estimate, estimate, type Interval, pairedDifference, type Share } from "./foundation/summary.js";
export type { RawCell, RawTable } from "./foundation/table/cell.js";
export { findingText, type TableFinding } from "./foundation/table/finding.js";
export type { ColumnTotal, Reconciliation } from "./foundation/table/ledger.js";
export type { OutFormat, OutTable } from "./foundation/table/out-table.js";
export type { Activity, ActivityNumbers } from "./model/activities/activity.js";
export { activities } from "./model/activities/index.js";
export { assumptions } from "./model/assumptions.js";
export type { Curve, CurveForm } from "./model/curves/curve.js";
export { type ExactCurve, exactCurve, exactPayout } from "./model/curves/exact.js";
export { curves } from "./model/curves/index.js";
export { type Evidence, evidenceBase } from "./model/evidence-base.js";
export type { Lanes } from "./model/lanes.js";
export { linkages } from "./model/linkages/index.js";
export type { Linkage, LinkagePlan, LinkageRow } from "./model/linkages/linkage.js";
export { measures } from "./model/measures/index.js";
export type { Measure } from "./model/measures/measure.js";
export { outcomes } from "./model/outcomes/index.js";
export type { Outcome } from "./model/outcomes/outcome.js";
export type { About, Assumption, View as LaneView, WorldColumns } from "./model/part.js";
export { responses } from "./model/responses/index.js";
export type { Response } from "./model/responses/response.js";
export { type AwardAbout, award } from "./model/rewards/award.js";
export type { ExactDue, ExactPerson, ExactRule, ExactStep } from "./model/rewards/exact.js";
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
export * from "./present/backtest-exports.js";
export { chartPage, viewCsv } from "./present/chart-page.js";
export type { Chart, ChartOptions, DrawChart, Drawn, Space } from "./present/charts/chart.js";
export { defineChart } from "./present/charts/chart.js";
export { chart } from "./present/charts/index.js";
export type { Taken } from "./present/charts/inputs.js";
export type * from "./present/charts/options.js";
export { comparisonCsv, resultJson } from "./present/csv.js";
export type { SourceText } from "./present/drawn.js";
export { fit } from "./present/fit-text.js";
export { type HeadlineChart, headlineCharts } from "./present/headline-charts.js";
export { healthCsv, lintCsv } from "./present/health-csv.js";
export { type PaintedText, type Picture, paint } from "./present/paint.js";
export * from "./present/payout-exports.js";
export type { Printable } from "./present/printable.js";
export {
  bridge,
  compare,
  drivers,
  equalities,
  factorial,
  headline,
  health,
  idealWeights,
  lint,
  lintCurve,
  testHypotheses,
  theoryBesideSimulation,
  tornado,
  weightSweep,
} from "./present/printed.js";
export { type ReportChart, reportPage } from "./present/report.js";
export { assumptionsCsv, outcomesCsv, runTableCsv } from "./present/run-csv.js";
export {
  type RunCell,
  type RunCellType,
  type RunTable,
  type RunTableColumn,
  runTables,
} from "./present/run-tables/index.js";
export { svgOf } from "./present/svg.js";
export { type TerminalOptions, terminalReport } from "./present/terminal.js";
export {
  defaultTheme,
  makeTheme,
  type Theme,
  type ThemeChange,
  type ThemeColours,
  type ThemeLogo,
} from "./present/theme.js";
export { trace } from "./present/trace-text.js";
export { isView, type Row, type VegaLite, type View, type ViewColumn } from "./present/view.js";
export * from "./scenario/scenario-exports.js";
export { version } from "./version.js";
