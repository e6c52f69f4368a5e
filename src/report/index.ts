/** What users of the package see of this room: findings → text, tables and pages; verbs that print what they find. */

export { backtest } from "./backtest/backtest-text.js";
export {
  type TabledResult,
  type TablesOptions,
  tables,
} from "./data-tables/index.js";
export { explain, payout } from "./payout/payout-text.js";
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
export { trace } from "./runs/trace-text.js";
export { fit } from "./tables/fit-text.js";
