/** What each chart can be asked, by chart. */

export type { BridgeChartOptions } from "./comparison/bridge.js";
export type { CostsOptions } from "./comparison/costs.js";
export type { DifferencesOptions } from "./comparison/differences.js";
export type { EffortMixOptions } from "./comparison/effort-mix.js";
export type { FrontierOptions } from "./comparison/frontier.js";
export type { HeatMapOptions } from "./comparison/heat-map.js";
export type { RankingOptions } from "./comparison/ranking.js";
export type { TornadoChartOptions } from "./comparison/tornado.js";
export type { AttainmentChartOptions } from "./people/attainment.js";
export type { EarningsChartOptions } from "./people/earnings.js";
export type { PathsOptions } from "./people/paths.js";
export type { PayPerformanceOptions } from "./people/pay-performance.js";
export type { PayoutTimelineOptions } from "./people/payout-timeline.js";
export type { CurveLintOptions } from "./plans/curve-lint.js";
export type { HealthChartOptions } from "./plans/health.js";
export type { PayoutCurvesOptions } from "./plans/payout-curves.js";
export type { AgreementOptions } from "./tables/agreement.js";
export type { BacktestChartOptions } from "./tables/backtest-change.js";
