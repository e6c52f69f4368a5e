/** What each chart can be asked, by chart. */

export type { AgreementOptions } from "./agreement.js";
export type { AttainmentChartOptions } from "./attainment.js";
export type { BacktestChartOptions } from "./backtest-change.js";
export type { BridgeChartOptions } from "./bridge.js";
export type { CostsOptions } from "./costs.js";
export type { CurveLintOptions } from "./curve-lint.js";
export type { DifferencesOptions } from "./differences.js";
export type { EarningsChartOptions } from "./earnings.js";
export type { EffortMixOptions } from "./effort-mix.js";
export type { FrontierOptions } from "./frontier.js";
export type { HealthChartOptions } from "./health.js";
export type { HeatMapOptions } from "./heat-map.js";
export type { PathsOptions } from "./paths.js";
export type { PayPerformanceOptions } from "./pay-performance.js";
export type { PayoutCurvesOptions } from "./payout-curves.js";
export type { PayoutTimelineOptions } from "./payout-timeline.js";
export type { RankingOptions } from "./ranking.js";
export type { TornadoChartOptions } from "./tornado.js";
