/** What users of the package see of this room: findings → pictures. */

export type { Chart, ChartOptions, DrawChart, Drawn, Space } from "./definition/chart.js";
export { defineChart } from "./definition/chart.js";
export type { Taken } from "./definition/inputs.js";
export { chartPage, viewCsv } from "./drawing/chart-page.js";
export type { SourceText } from "./drawing/drawn.js";
export { type PaintedText, type Picture, paint } from "./drawing/paint.js";
export { svgOf } from "./drawing/svg.js";
export {
  defaultTheme,
  makeTheme,
  type Theme,
  type ThemeChange,
  type ThemeColours,
  type ThemeLogo,
} from "./drawing/theme.js";
export { isView, type Row, type VegaLite, type View, type ViewColumn } from "./drawing/view.js";
export type * from "./options.js";
export { chart } from "./registry.js";
