/** What users of the package see of this room: findings → pictures. */

export type { Chart, ChartOptions } from "./definition/chart.js";
export { defineChart } from "./definition/chart.js";
export { makeTheme, type Theme, type ThemeChange, type ThemeColours, type ThemeLogo } from "./drawing/theme.js";
export type { View } from "./drawing/view.js";
export { chart } from "./registry.js";
