/** Charts as pictures and pages, and what a chart of one's own is made of. */

export type { DrawChart, Space, UnframedChart } from "../charts/definition/chart.js";
export type { Taken } from "../charts/definition/inputs.js";
export { chartPage } from "../charts/drawing/chart-page.js";
export type { SourceText } from "../charts/drawing/drawn.js";
export { type PaintedText, type Picture, paint } from "../charts/drawing/paint.js";
export { svgOf } from "../charts/drawing/svg.js";
export { defaultTheme } from "../charts/drawing/theme.js";
export { isView, type Row, type VegaLite, type ViewColumn } from "../charts/drawing/view.js";
export type * from "../charts/options.js";
export { backtestPage } from "../report/backtest/backtest-page.js";
export { payoutPage } from "../report/payout/payout-page.js";
