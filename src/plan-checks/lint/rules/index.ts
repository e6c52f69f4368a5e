import type { LintRule } from "../rule.js";
import { cliffs } from "./cliffs.js";
import { deadZones } from "./dead-zones.js";
import { decreasing } from "./decreasing.js";
import { flatAfterCap } from "./flat-after-cap.js";
import { marginalRates } from "./marginal-rates.js";
import { payAboveMargin } from "./pay-above-margin.js";
import { ratchet } from "./ratchet.js";
import { retroactive } from "./retroactive.js";
import { shifting } from "./shifting.js";
import { windfalls } from "./windfalls.js";

/** Every rule of the curve linter, in the order of reports. */
export const lintRules: readonly LintRule[] = [
  cliffs,
  deadZones,
  windfalls,
  flatAfterCap,
  marginalRates,
  payAboveMargin,
  shifting,
  decreasing,
  retroactive,
  ratchet,
];
