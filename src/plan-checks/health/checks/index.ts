import type { HealthCheck } from "../check.js";
import { aboveThresholdCheck } from "./above-threshold.js";
import { atExcellence } from "./at-excellence.js";
import { atTargetCheck } from "./at-target.js";
import { concentration } from "./concentration.js";
import { excellencePlace } from "./excellence-place.js";
import { leverage } from "./leverage.js";
import { measureCount } from "./measure-count.js";
import { payMix } from "./pay-mix.js";
import { payWithPerformance } from "./pay-with-performance.js";
import { smallestWeight } from "./smallest-weight.js";
import { thresholdPlace } from "./threshold-place.js";

/** Every health check, in the order of reports. */
export const healthChecks: readonly HealthCheck[] = [
  aboveThresholdCheck,
  atTargetCheck,
  atExcellence,
  thresholdPlace,
  excellencePlace,
  measureCount,
  smallestWeight,
  payMix,
  leverage,
  payWithPerformance,
  concentration,
];
