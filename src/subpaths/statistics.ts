/** Estimates with their errors, and sensitivity of a function to its inputs. */

export { quantile } from "../foundation/maths/distribution.js";
export { selectionLead } from "../foundation/maths/selection.js";
export { estimate, pairedDifference } from "../foundation/maths/summary.js";
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
} from "../results/statistics/total-order.js";
