/** What users of the package see of this room: findings → text, tables and pages; verbs that print what they find. */

export { backtestPage } from "./backtest/backtest-page.js";
export { backtest } from "./backtest/backtest-text.js";
export { type HeadlineChart, headlineCharts } from "./comparison/headline-charts.js";
export { type ReportChart, reportPage } from "./comparison/report.js";
export { type TerminalOptions, terminalReport } from "./comparison/terminal.js";
export { payoutPage } from "./payout/payout-page.js";
export { explain, payout } from "./payout/payout-text.js";
export { healthCsv, lintCsv } from "./plans/health-csv.js";
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
} from "./printed.js";
export {
  type RunCell,
  type RunCellType,
  type RunTable,
  type RunTableColumn,
  runTables,
} from "./run-tables/index.js";
export { assumptionsCsv, outcomesCsv, runTableCsv } from "./runs/run-csv.js";
export { trace } from "./runs/trace-text.js";
export { fit } from "./tables/fit-text.js";
