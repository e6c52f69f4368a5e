/** What users of the package see of this room: a firm's tables → settings of a scenario. */

export { type ApplyFitOptions, applyFit } from "./apply.js";
export type { Agreement, Fit, FitCheck, FittedSetting, Ranged, RefusedSetting } from "./data.js";
export type { FitOptions } from "./fit.js";
export type { ScoredMeasure } from "./panel.js";
